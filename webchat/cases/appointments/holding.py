"""A meeting was held: it is noted with what comes next, which the guest is told (RUILS, Appointments).

"the date and time of the next meeting or if this is not possible, when they will next be contacted"
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases.appointments.diary import Meeting, read_token
from webchat.cases.appointments.meeting import Act, kept
from webchat.cases.appointments.rearranging import Rearranging, Reason
from webchat.cases.appointments.waiting import waited_for
from webchat.cases.case import Case, Event, Message, Plain, Purpose
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Moved, errands
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import end_of_day, london_date
from webchat.cases.promises.policy import Note, Policy
from webchat.cases.promises.promise import Promise, Source
from webchat.cases.rules import must_be_known, must_not_be_past
from webchat.cases.words import MetBy, PromiseName, Strength

DELAY, FOLLOW_UP = "delay", "follow-up"  # topics of the duties that a policy states of appointments


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next: another time (an offer and its instant), or the date of the next contact."""

    time: tuple[str, datetime] | None = None
    contact_on: date | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """Notes that a meeting took place; noted twice it is the same. Raises what Rearranging raises."""

    rearranging: Rearranging

    def held(
        self, member: Member, case_id: str, seen: str, began_at: datetime | None, then: Next, now: datetime
    ) -> Case:
        """It took place, beginning at `began_at`, which matters only where nobody noted it then.

        Raises NotAllowed: "not_begun", "no_beginning", "not_its_beginning", "no_next" where the policy asks
        for one, "one_next", "date_in_the_past", "too_far_ahead"; TimeGone when the next time is not free.
        """
        booking = self.rearranging.booking
        casework = booking.casework
        with casework.store.transaction():
            if self._is_noted(member, case_id, seen):
                return casework.seen_by(member, case_id)
            case, meeting = self.rearranging.agreed(member, case_id, seen)
            if meeting.starts_at > now:
                raise NotAllowed("not_begun")
            _must_say_what_comes(then, casework.policies.policy(case.charity))
            waited = waited_for(casework.store.promises(case.id))
            began = _beginning(meeting, began_at, now) if waited else meeting.starts_at
            promises = kept(waited, Act(Purpose.UPDATE, seen=True), "held", began)
            booking.store.held(case.id)
            fields: dict[str, Plain] = {"on": meeting.starts_at.isoformat(), "next": "none"}
            messages: tuple[Message, ...] = ()
            if then.time:
                wish = self.rearranging.wish(case, meeting)
                agreed, waits = booking.agree(case, *then.time, wish, now)
                told = self.rearranging.message(case, member, Purpose.NEXT_TIME, Reason(""), now)
                messages = (replace(told, time_is=agreed.starts_at),)
                promises, fields = (*promises, *waits), {**fields, "next": "time"}
            if then.contact_on:
                must_not_be_past(then.contact_on, london_date(now))
                must_be_known(then.contact_on, casework.policies.calendar(case.charity).last)
                told = self.rearranging.message(case, member, Purpose.NEXT_CONTACT, Reason(""), now)
                messages = (replace(told, states_date=then.contact_on),)
                stated = _contact(case, member, then.contact_on, casework.new_id(), now)
                promises, fields = (*promises, stated), {**fields, "next": "contact"}
            event = Event(case.id, now, member.staff_id, "held", fields)
            carried = tuple(errand for one in messages for errand in errands(case, one, now))
            return casework.move(case, Moved(case, promises, messages, (event,), carried))

    def _is_noted(self, member: Member, case_id: str, seen: str) -> bool:
        """Whether that was the last thing that happened: a double tap, or a form sent once more."""
        was, last = read_token(seen), self.rearranging.booking.casework.store.events(case_id)[-1:]
        return was is not None and [(one.what, one.who, one.fields.get("on")) for one in last] == [
            ("held", member.staff_id, was[1].isoformat())
        ]


def duty(policy: Policy, topic: str) -> Note | None:
    """What the policy says of it, with its clause; None where it says nothing."""
    return next((one for one in policy.notes if one.topic == topic), None)


def _must_say_what_comes(then: Next, policy: Policy) -> None:
    if then.time and then.contact_on:
        raise NotAllowed("one_next")
    if not then.time and not then.contact_on and duty(policy, FOLLOW_UP):
        raise NotAllowed("no_next")


def _beginning(meeting: Meeting, began_at: datetime | None, now: datetime) -> datetime:
    if began_at is None:
        raise NotAllowed("no_beginning")
    if began_at > now or london_date(began_at) != london_date(meeting.starts_at):
        raise NotAllowed("not_its_beginning")
    return began_at


def _contact(case: Case, member: Member, on: date, promise_id: str, now: datetime) -> Promise:
    """A date that a member of staff states is a promise like any other (design.md, rules for dates)."""
    return Promise(
        id=promise_id,
        case_id=case.id,
        stage=case.stage,
        name=PromiseName.CONTACT,
        entry="",
        ref="",
        quote="",
        value=None,
        unit=None,
        strength=Strength.WILL,
        met_by_rule=MetBy.REPLY,
        starts_at=now,
        due_on=on,
        due_at=end_of_day(on),
        skipped=(),
        source=Source.STAFF,
        stated_by=member.name,
    )
