"""Staff write down a letter, an email, a call, a text or a visit: another way in, with its own promises.

The clock counts from when it really came (policy-facts F10); that can later only be corrected to earlier.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from webchat.cases.case import Case, Event, Plain, Purpose
from webchat.cases.casework import Casework
from webchat.cases.contact import LONGEST_LINE, must_fit
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Letter, Moved, errands
from webchat.cases.opening import Opening
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import LONDON, WorkingCalendar, london_date
from webchat.cases.promises.law import LawClock
from webchat.cases.promises.promise import Promise, Source
from webchat.cases.promises.recounting import counted_from, made_anew
from webchat.cases.rules import must_be_open, must_own
from webchat.cases.words import Channel


@dataclass(frozen=True, slots=True)
class Entering:
    """Opens a case for what did not come by chat. Raises what Casework raises."""

    casework: Casework

    def enter(self, member: Member, opening: Opening, take: bool, now: datetime) -> Case:
        """Open it, and give it to whoever entered it if they `take` it and the policy lets them.

        Entered twice under one key it is one case. Raises NotAllowed: "no_words", "name_too_long",
        "not_an_address", "not_a_number", "contact_too_long", "received_later" (a time to come),
        "received_too_early" (before the bank holidays that are known), "came_by_chat".
        """
        self.must_be_whole(opening, now)
        at = opening.received_at or now
        case = self.casework.open(replace(opening, received_at=at, entered_by=member.staff_id), now)
        if take and not case.owner and self.casework.may_see(member, case):
            try:
                return self.casework.claim(member, case.id, now)
            except NotAllowed:  # it goes to somebody else: it is written down all the same
                return case
        return case

    def enter_all(self, member: Member, openings: Iterable[Opening], now: datetime) -> None:
        """Open a case for each of many contacts in one transaction: all or none (issue 4, bad input).

        What was entered before under its key stays one case. Raises what `enter` raises.
        """
        with self.casework.store.transaction():
            for one in openings:
                self.enter(member, one, False, now)

    def must_be_whole(self, opening: Opening, now: datetime) -> None:
        """Refuse what cannot be written down, for the reasons of `enter`. Raises NotAllowed."""
        if opening.channel is Channel.WEBCHAT:
            raise NotAllowed("came_by_chat")
        if not opening.words.strip():
            raise NotAllowed("no_words")
        _must_fit(opening)
        _must_have_come(opening.received_at or now, self.casework.policies.calendar(opening.charity), now)

    def correct(self, member: Member, case_id: str, received_at: datetime, now: datetime) -> Case:
        """It came earlier than was written down: its open promises count from then, and its guest is told.

        Raises NotAllowed ("not_earlier", "received_too_early", "came_by_chat"): a chat came when it came.
        """
        case = self.casework.seen_by(member, case_id)
        must_be_open(case)
        must_own(case, member)
        if case.channel is Channel.WEBCHAT:
            raise NotAllowed("came_by_chat")
        if received_at >= case.received_at:
            raise NotAllowed("not_earlier")
        calendar, ids = self.casework.policies.calendar(case.charity), self.casework.ids()
        _must_have_come(received_at, calendar, now)
        promises = self.casework.store.promises(case.id)
        law = self.casework.policies.policy(case.charity).law
        anew = tuple(_from_earlier(promises, case.received_at, received_at, calendar, law, ids))
        message = self.casework.message(case, None, Letter(Purpose.RECOUNTED, ""), now)
        fields: dict[str, Plain] = {"from": str(case.received_at), "to": str(received_at)}
        event = Event(case.id, now, member.staff_id, "came_earlier", fields)
        stage_received_at = received_at if case.stage == 1 else case.stage_received_at
        earlier = replace(case, received_at=received_at, stage_received_at=stage_received_at)
        carried = errands(case, message, now)
        return self.casework.move(case, Moved(earlier, anew, (message,), (event,), carried))


def came_at(on: date, at: time | None, now: datetime) -> datetime:
    """When something came, in London's time. Without a time of day it is the start of that day, or now if
    that is today: the earlier, so that nothing is told too late (policy-facts F10)."""
    if at is None:
        return now if on == london_date(now) else datetime.combine(on, time(), LONDON)
    return datetime.combine(on, at, LONDON)


def _must_fit(opening: Opening) -> None:
    """A name and a way to reach somebody hold what they hold in the chat (guest-rules C4 to C6)."""
    if max(len(opening.name), len(opening.about_name)) > LONGEST_LINE:
        raise NotAllowed("name_too_long")
    try:
        must_fit(opening.reply_by, opening.contact)
    except NotAllowed as wrong:
        raise NotAllowed("contact_too_long" if wrong.reason == "too_long" else wrong.reason) from None


def _must_have_come(at: datetime, calendar: WorkingCalendar, now: datetime) -> None:
    if at > now:
        raise NotAllowed("received_later")
    if london_date(at) < calendar.first:
        raise NotAllowed("received_too_early")


def _from_earlier(
    promises: Sequence[Promise],
    was: datetime,
    at: datetime,
    calendar: WorkingCalendar,
    law: Iterable[LawClock],
    ids: Sequence[str],
) -> Iterator[Promise]:
    """What counted from the old receipt and is still owed, from the earlier one; the law's too."""
    counted = (one for one in promises if one.is_owed and one.starts_at == was)
    for one, new_id in zip([one for one in counted if one.source is not Source.STAFF], ids, strict=False):
        due = counted_from(one, at, calendar, law) if one.due_at else None
        yield from made_anew(one, new_id, at, due) if due else (replace(one, starts_at=at),)
