"""Writing for somebody else: what staff learn of their agreement, and that person taking it over."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from webchat.cases.case import WRITER, Case, Errand, Event, Message, Person, Plain, Sealed
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed
from webchat.cases.guest_moves import Held, Settled, by_another_way
from webchat.cases.moves import Moved
from webchat.cases.new_codes import TAKEN_OVER, KnownBy
from webchat.cases.people.member import Member
from webchat.cases.people.rerouting import rerouted
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import Promise
from webchat.cases.rules import must_own
from webchat.cases.words import Consent, ReplyBy

# What rests on the person's own word; a right to act for them by law does not.
_AGREED: Final = (Consent.AGREED, Consent.CONFIRMED)


class Heard(StrEnum):
    """What staff heard or saw of a person's agreement (guest-rules E9)."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    SAID_NO = "said_no"
    WITHDRAWN = "withdrawn"
    CANNOT_SAY = "cannot_say"
    LPA_HEALTH = "lpa_health"
    LPA_FINANCE = "lpa_finance"
    DEPUTY = "deputy"
    EXECUTOR = "executor"
    PARENT = "parent"


_COMES_TO: Final[Mapping[Heard, Consent]] = {
    Heard.SPOKEN: Consent.CONFIRMED,
    Heard.WRITTEN: Consent.CONFIRMED,
    Heard.SAID_NO: Consent.SAID_NO,
    Heard.WITHDRAWN: Consent.WITHDRAWN,
    Heard.CANNOT_SAY: Consent.CANNOT_SAY,
    Heard.LPA_HEALTH: Consent.MAY_ACT,
    Heard.LPA_FINANCE: Consent.MAY_ACT,
    Heard.DEPUTY: Consent.MAY_ACT,
    Heard.EXECUTOR: Consent.MAY_ACT,
    Heard.PARENT: Consent.MAY_ACT,
}


def may_be_withdrawn(case: Case) -> bool:
    """Whether its writer can say that the person agrees no longer."""
    return case.consent in _AGREED


def heard(
    case: Case,
    promises: Sequence[Promise],
    messages: Sequence[Message],
    what: Heard,
    who: str,
    has_contact: bool,
    now: datetime,
) -> Moved:
    """The state that now decides what the writer is told: what was kept back goes, or what waits is held.

    `who` says so: a staff id, or "guest".
    """
    known = replace(case, consent=_COMES_TO[what])
    turned = rerouted(known, promises, messages, has_contact, now)
    fields: dict[str, Plain] = {"heard": what.value, "from": case.consent}
    event = Event(case.id, now, who, "consent", fields)
    return Moved(known, turned.promises, turned.messages, (event,), turned.errands)


def taken_over(
    held: Held,
    name: str,
    code: Sealed,
    known_by: KnownBy,
    member: Member,
    policy: Policy,
    calendar: WorkingCalendar,
    ids: Sequence[str],
    now: datetime,
) -> Moved:
    """The case in the hands of the person it was written for: they read all of it, and the writer nothing.

    Nothing goes to the writer's address any more. The person comes back with the new code until they say
    how else they are to be reached. What the writer wrote stays, under their name.
    """
    writer = held.guest
    theirs = replace(held, case=replace(held.case, consent=None), guest=Person(held.case.id, "guest", name))
    moved = by_another_way(theirs, Settled(ReplyBy.CODE), TAKEN_OVER, policy, calendar, ids, now)
    event = Event(held.case.id, now, member.staff_id, TAKEN_OVER, {"known_by": known_by.value})
    written = tuple(
        replace(one, author=WRITER, author_name=writer.name)
        for one in held.messages
        if one.from_guest and not one.by_writer
    )
    return replace(
        moved,
        messages=(*moved.messages, *written),
        events=(event,),
        people=(replace(writer, part=WRITER), *moved.people),
        new_code=code,
    )


@dataclass(frozen=True, slots=True)
class OnBehalf:
    """The moves of a case that is written for somebody else. Raises what Casework raises."""

    casework: Casework

    def heard(self, member: Member, case_id: str, what: Heard, now: datetime) -> Case:
        """Note what staff heard or saw of the person's agreement; who noted it and when stays on record.

        Raises NotAllowed ("for_themselves") where the guest writes for themselves.
        """
        case = self._of_another(member, case_id)
        store, contact = self.casework.store, bool(self.casework.guest(case).contact)
        promises, messages = store.promises(case.id), store.messages(case.id)
        return self.casework.move(
            case, heard(case, promises, messages, what, member.staff_id, contact, now)
        )

    def withdrawn(self, case: Case, now: datetime) -> Case:
        """The writer says that the person agrees no longer: what is on its way stops, and staff are told.

        Said twice it is one change. Raises NotAllowed ("nothing_to_withdraw") where nobody had agreed.
        """
        if case.consent is Consent.WITHDRAWN:
            return case
        if not may_be_withdrawn(case):
            raise NotAllowed("nothing_to_withdraw")
        store, contact = self.casework.store, bool(self.casework.guest(case).contact)
        promises, messages = store.promises(case.id), store.messages(case.id)
        moved = heard(case, promises, messages, Heard.WITHDRAWN, "guest", contact, now)
        key = f"withdrawn:{case.id}:{case.version}"
        told = Errand(key, "tell_staff", case.charity, {"case": case.id}, now)
        return self.casework.move(case, replace(moved, errands=(*moved.errands, told)))

    def take_over(
        self, member: Member, case_id: str, make: Callable[[], Sealed], known_by: KnownBy, now: datetime
    ) -> Case:
        """Give the case to the person it was written for, with a code of their own (issue 3, line 4).

        The code before opens nothing any more. `make` makes the new one. Raises NotAllowed as `heard`.
        """
        case = self._of_another(member, case_id)
        store, policies = self.casework.store, self.casework.policies
        guest = self.casework.guest(case)
        held = Held(case, guest, store.promises(case.id), store.messages(case.id))
        name = str(dict(case.answers).get("for_name") or "")
        policy, calendar = policies.policy(case.charity), policies.calendar(case.charity)
        ids = self.casework.ids()
        return self.casework.move(
            case, taken_over(held, name, make(), known_by, member, policy, calendar, ids, now)
        )

    def _of_another(self, member: Member, case_id: str) -> Case:
        case = self.casework.seen_by(member, case_id)
        must_own(case, member)
        if case.consent is None:
            raise NotAllowed("for_themselves")
        return case
