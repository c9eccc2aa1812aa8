"""What whoever has a stage of a complaint is asked: name the panel, agree a date, speak with the person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases.case import Case, Event, Plain, Purpose, Sitting, latest
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed
from webchat.cases.formats.sending import as_needed
from webchat.cases.moves import Letter, Moved, errands
from webchat.cases.people.member import Member
from webchat.cases.people.panel import Before, chosen, must_be_undecided, of_stage
from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.policy import Asks, StageDuty
from webchat.cases.promises.stating import Stating, agreed
from webchat.cases.rules import dated, must_be_known, must_be_open, must_own
from webchat.cases.words import Agreed, Kind, Why

SPOKE = "spoke_of_reasons"  # the event of having spoken with them


@dataclass(frozen=True, slots=True)
class Hearing:
    """The moves of whoever has a stage. Raises what Casework raises; "not_asked_here" where the charity's
    policy does not ask for it at this stage."""

    casework: Casework

    def name_panel(self, member: Member, case_id: str, told: Sequence[Sitting], now: datetime) -> Case:
        """Name those who hear it, or others, until it is decided; the same again is no change.

        From then on whoever of them has an account sees the case (Help & Care 17.3). Raises NotAllowed as
        `panel.chosen` does, and "already_decided".
        """
        case, asked = self._asked(member, case_id, Asks.PANEL)
        store = self.casework.store
        must_be_undecided(case, store.promises(case.id))
        about = latest(store.people(case.id), "about")
        before = Before(
            case,
            store.events(case.id),
            store.messages(case.id),
            about.name if about else "",
            store.members(case.charity),
        )
        panel = chosen(told, asked, before)
        if panel == case.panel:
            return case
        fields: dict[str, Plain] = {
            "sit": [one.staff_id for one in panel],
            "sat": [one.staff_id for one in case.panel],
        }
        event = Event(case.id, now, member.staff_id, "named_panel", fields)
        return self.casework.move(case, Moved(replace(case, panel=panel), events=(event,)))

    def agree(
        self, member: Member, case_id: str, on: date, how: Agreed, why: Why | None, now: datetime
    ) -> Case:
        """Write down the date that staff and the person agreed; it is promised, and the person is told it.

        Raises NotAllowed: "date_in_the_past", "too_far_ahead", "not_later", "no_why" of a later one,
        "already_kept" once it is decided.
        """
        case, _ = self._asked(member, case_id, Asks.AGREED_DATE)
        must_be_known(on, self.casework.policies.calendar(case.charity).last)
        promise = dated(of_stage(case, self.casework.store.promises(case.id)))
        if promise is None:
            raise NotAllowed("already_kept")
        ids = self.casework.ids()
        made = agreed(promise, how, Stating(member, on, "", why, ids[0], now))
        letter = Letter(Purpose.DATE_AGREED, "", states_date=on)
        letter = as_needed(case, letter, self.casework.store.needs(case.id), now)
        message = self.casework.message(case, member, letter, now)
        fields: dict[str, Plain] = {
            "from": str(promise.due_on or ""),
            "to": str(on),
            "how": how.value,
            "why": why.value if why else "",
        }
        event = Event(case.id, now, member.staff_id, "agreed_date", fields)
        return self.casework.move(
            case, Moved(case, made, (message,), (event,), errands(case, message, now))
        )

    def spoke(self, member: Member, case_id: str, on: date, now: datetime) -> Case:
        """Note on which day they spoke with the person about their reasons and what they want to happen.

        Noted again, the last counts. Raises NotAllowed: "not_yet" of a day to come, "before_it_came".
        """
        case, _ = self._asked(member, case_id, Asks.CONTACT)
        if on > london_date(now):
            raise NotAllowed("not_yet")
        if on < london_date(case.stage_received_at):
            raise NotAllowed("before_it_came")
        fields: dict[str, Plain] = {"stage": case.stage, "on": str(on)}
        return self.casework.move(
            case, Moved(case, events=(Event(case.id, now, member.staff_id, SPOKE, fields),))
        )

    def _asked(self, member: Member, case_id: str, what: Asks) -> tuple[Case, StageDuty]:
        case = self.casework.seen_by(member, case_id)
        must_be_open(case)
        must_own(case, member)
        asked = self.casework.policies.policy(case.charity).asks(what, case.stage)
        if asked is None or case.kind is not Kind.COMPLAINT:
            raise NotAllowed("not_asked_here")
        return case, asked
