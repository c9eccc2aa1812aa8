"""What a message tells a guest beside its own words: who looks into it, when the full reply comes."""

from collections.abc import Iterator

from webchat.cases.case import OF_DECISIONS, Delivery, Message, Purpose
from webchat.i18n.away_told import back_on
from webchat.i18n.told import Told, Typed, a_date, a_moment, a_time, english, several

# Messages without words of anybody's: they tell that other times apply.
_OTHER_TIMES = {
    Purpose.RESORTED: "beside_resorted",
    Purpose.INFORMATION: "beside_information",
    Purpose.INFORMATION_REQUEST: "beside_information_request",
    Purpose.RECOUNTED: "beside_recounted",
    Purpose.LATE: "beside_late",
}
# What has become of an agreed time, and what the guest can do next.
_MAY_CHANGE, _MAY_ASK = Told("beside_may_change"), Told("beside_may_ask")
_OF_A_TIME = {
    Purpose.TIME_MOVED: ("beside_time_moved", (_MAY_CHANGE,)),
    Purpose.TIME_CANCELLED: ("beside_time_cancelled", (_MAY_ASK,)),
    Purpose.RUNNING_LATE: ("beside_running_late", (_MAY_CHANGE,)),
    Purpose.NEXT_TIME: ("beside_next_time", (_MAY_CHANGE,)),
    Purpose.NEXT_CONTACT: ("beside_next_contact", ()),
}


def beside(message: Message) -> tuple[Told, ...]:
    """The sentences that stand under a message wherever it is read: page, email, letter and call.

    An acknowledgement that must name the officer (Help & Care 15.2, 16.2) or the date of the full reply
    (ACSOS, Contact by email) is one only because the guest reads them (policy-facts F9).
    """
    if message.purpose is Purpose.AWAY and message.states_date:
        return (back_on(message.officer, message.states_date),)
    if message.purpose in OF_DECISIONS:
        return tuple(_of_decision(message))
    told = [Told(_OTHER_TIMES[message.purpose])] if message.purpose in _OTHER_TIMES else []
    if message.purpose is Purpose.NEED_UNMET:
        told.append(Told("beside_need_unmet"))
    if message.plain_words:
        told.append(Told("beside_plain", {"why": message.plain_words}))
    if message.delivery is Delivery.TO_MAKE:
        told.append(Told("beside_to_make"))
    if message.officer:
        told.append(Told("beside_officer", {"name": message.officer}))
    if message.purpose in _OF_A_TIME:
        return (*told, *_of_time(message))
    if message.states_date:
        name = "beside_date_agreed" if message.purpose is Purpose.DATE_AGREED else "beside_date"
        told.append(Told(name, {"date": a_date(message.states_date)}))
    return tuple(told)


def _of_decision(message: Message) -> Iterator[Told]:
    """Who decided, by the roles of the charity's own policy, until when, and what stays open."""
    roles = several([english(one) for one in message.officer.split(", ")])
    if message.purpose is Purpose.LIFTED:
        yield Told("beside_lifted", {"roles": roles})
        return
    yield Told("beside_decided_by", {"roles": roles})
    if message.states_date:
        yield Told("beside_decided_until", {"date": a_date(message.states_date)})
    yield Told("beside_decided_open")


def _of_time(message: Message) -> tuple[Told, ...]:
    name, then = _OF_A_TIME[message.purpose]
    values: dict[str, Typed] = {}
    if message.time_was:
        values["was"] = a_moment(message.time_was)
    if message.states_date:
        values["date"] = a_date(message.states_date)
    if message.time_is and message.purpose is Purpose.RUNNING_LATE:
        values["at"] = a_time(message.time_is)
    elif message.time_is:
        values["when"] = a_moment(message.time_is)
    return (Told(name, values), *then)
