"""For a colleague who is away: their cases are taken up, and their guests told when they are back."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases import moves
from webchat.cases.case import Case, Delivery, Event, Message, Purpose, latest
from webchat.cases.casework import Casework
from webchat.cases.people import away
from webchat.cases.people.away import Absence
from webchat.cases.people.directing import must_be_for
from webchat.cases.people.member import Member
from webchat.cases.ports import DiaryStore
from webchat.cases.promises.calendar import london_date
from webchat.cases.rules import must_be_open


@dataclass(frozen=True, slots=True)
class StandingIn:
    """The moves round an absence, over Casework and the diary's store. Raises what Casework raises."""

    casework: Casework
    store: DiaryStore

    def away(self, charity: str, staff_id: str, now: datetime) -> Absence | None:
        """The absence of somebody now; None where they are here."""
        on = london_date(now)
        return away.away_on(self.store.absences(charity, on), staff_id, on)

    def say(self, one: Absence, now: datetime) -> None:
        """Somebody is away, or another date holds: the same id takes the place of what was said.

        Raises NotAllowed as `away.must_fit` does.
        """
        with self.casework.store.transaction():
            self.store.hold(one.charity, one.staff_id, now)
            today, staff = london_date(now), self.casework.store.members(one.charity)
            last = self.casework.policies.calendar(one.charity).last
            away.must_fit(one, self.store.absences(one.charity, today), staff, today, last)
            self.store.say_away(one, now)

    def back(self, one: Absence, now: datetime) -> None:
        """They are here from today on; what had not begun is as if it had never been said."""
        today = london_date(now)
        if one.first >= today:
            self.store.not_away(one.charity, one.id)
        elif one.back > today:
            self.store.say_away(replace(one, back=today), now)

    def in_their_place(self, case: Case, on: date) -> tuple[Member, ...]:
        """Who looks after a case while whoever has it is away on a London date (`away.in_their_place`)."""
        absences = self.store.absences(case.charity, on)
        if not case.owner or away.away_on(absences, case.owner, on) is None:
            return ()
        store, policy = self.casework.store, self.casework.policies.policy(case.charity)
        about = latest(store.people(case.id), "about")
        events, staff = store.events(case.id), store.members(case.charity)
        return away.in_their_place(case, about.name if about else "", events, absences, staff, policy, on)

    def claim(self, member: Member, case_id: str, now: datetime) -> Case:
        """Take a case that nobody has, or that a colleague has for whom this member stands in.

        The guest is told who has it now. Raises AlreadyClaimed where its owner is here.
        """
        case = self.casework.seen_by(member, case_id)
        in_place = self.in_their_place(case, london_date(now))
        if case.owner == member.staff_id or all(one.staff_id != member.staff_id for one in in_place):
            return self.casework.claim(member, case_id, now)
        must_be_open(case)
        store, policy = self.casework.store, self.casework.policies.policy(case.charity)
        must_be_for(member, case, store.events(case.id), policy, store.members(case.charity))
        taken = moves.claimed(case, member, now)
        stood_in = Event(case.id, now, member.staff_id, "stood_in", {"for": case.owner})
        return self.casework.move(case, replace(taken, events=(*taken.events, stood_in)))

    def guest_adds(self, case: Case, body: str, lang: str, now: datetime, in_danger: bool = False) -> Case:
        """A guest's further words, and where the policy asks for it what they are told while whoever has the
        case is away: in one transaction, once for each date.

        ACSOS, Contact by email; RUILS, Target 2. It keeps no promise, and no clock stops for it.
        """
        with self.casework.store.transaction():
            added = self.casework.guest_adds(case, body, lang, now, in_danger)
            told = self._told(added, now)
            if told is None:
                return added
            event = Event(added.id, now, "outbox", "told_away", {"for": added.owner})
            moved = moves.Moved(added, (), (told,), (event,), moves.errands(added, told, now))
            return self.casework.move(added, moved)

    def _told(self, case: Case, now: datetime) -> Message | None:
        """What its guest is to be told of an absence; None where nothing is, or they have been told."""
        absence = self.away(case.charity, case.owner, now) if case.owner else None
        policies, store = self.casework.policies, self.casework.store
        if absence is None:
            return None
        if away.also_told(absence, policies.policy(case.charity), policies.calendar(case.charity)) is None:
            return None
        name = next((o.name for o in store.members(case.charity) if o.staff_id == case.owner), "")
        said = {(o.purpose, o.officer, o.states_date) for o in store.messages(case.id)}
        if (Purpose.AWAY, name, absence.back) in said:
            return None
        letter = moves.Letter(Purpose.AWAY, "", states_date=absence.back, officer=name)
        told = self.casework.message(case, None, letter, now)
        # Nobody posts or speaks what answers by itself: it then stands on the page alone.
        return told if told.delivery is Delivery.QUEUED else replace(told, delivery=Delivery.SHOWN)
