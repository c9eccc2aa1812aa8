"""Publishing times, and agreeing one with a guest: one wins, the other is offered the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from webchat.cases.appointments.diary import Closure, Meeting, Offer, checked, free
from webchat.cases.appointments.waiting import no_longer, owed_at_time
from webchat.cases.case import About, Case, Errand, Event, Plain, latest
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed, TimeGone
from webchat.cases.moves import Moved
from webchat.cases.opening import Opening
from webchat.cases.people.member import Member
from webchat.cases.people.names import might_be, rules_out_others
from webchat.cases.ports import DiaryStore
from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.promise import GAVE_UP_TIME, MOVED_TIME, Promise
from webchat.cases.rules import must_be_open
from webchat.cases.words import REACHED_AT, Kind, Way


@dataclass(frozen=True, slots=True)
class Wish:
    """What a guest would like. `who`: the name of somebody they know, or empty for anybody.

    `about`: it is about somebody here, by the name they gave, which may be empty; None: about nobody.
    `never` is the staff id of whoever it is known to be about. `lang` is the language of the names.
    """

    way: Way
    who: str = ""
    about: str | None = None
    lang: str = "en"
    never: str = ""


@dataclass(frozen=True, slots=True)
class Booking:
    """Every move of the diary, over Casework and the diary's store. `now` is always given."""

    casework: Casework
    store: DiaryStore

    def free(self, charity: str, wish: Wish, now: datetime) -> Sequence[Meeting]:
        """What a guest can choose now, the soonest first: with whoever works here and fits their wish."""
        staff = self.casework.store.members(charity)
        able = {one.staff_id for one in staff if _fits(one, wish, staff)}
        offers = [one for one in self.store.offers(charity) if one.staff_id in able and one.way is wish.way]
        if not offers:
            return []
        today = london_date(now)
        away = [one.as_closure for one in self.store.absences(charity, today)]
        closures = [*self.store.closures(charity, today), *away]
        calendar = self.casework.policies.calendar(charity)
        return free(offers, closures, self.store.booked(charity, now), calendar, now)

    def names(self, charity: str) -> Mapping[str, str]:
        """The name of everybody who works here, by staff id."""
        return {one.staff_id: one.name for one in self.casework.store.members(charity)}

    def publish(self, offer: Offer, now: datetime) -> None:
        """Offer times. Raises NotAllowed with which part of it cannot be kept."""
        kept = checked(offer)
        if kept.weekday is None and max(kept.on) < london_date(now):
            raise NotAllowed("day_has_passed")
        if kept.last is not None and kept.last < max(london_date(now), kept.first or kept.last):
            raise NotAllowed("day_has_passed")
        if all(one.staff_id != kept.staff_id for one in self.casework.store.members(kept.charity)):
            raise NotAllowed("not_one_of_us")
        self.store.publish(kept, now)

    def withdraw(self, charity: str, offer_id: str, now: datetime) -> None:
        """Offer these times no longer; what is agreed stays agreed. Done twice it is the same."""
        found = self._offer(charity, offer_id)
        if found is None:
            return
        with self.casework.store.transaction():
            self.store.hold(charity, found.staff_id, now)
            self.store.withdraw(charity, offer_id, now)

    def close(self, closure: Closure, now: datetime) -> None:
        """Offer nothing on these dates. Raises NotAllowed for dates that have passed or are reversed."""
        if closure.last < max(closure.first, london_date(now)):
            raise NotAllowed("day_has_passed")
        self.store.close(closure)

    def open(self, opening: Opening, offer_id: str, starts_at: datetime, wish: Wish, now: datetime) -> Case:
        """Open a case with its agreed time in one transaction, or find the one already opened.

        Raises TimeGone, with nothing stored, when the time is no longer free.
        """
        with self.casework.store.transaction():
            self._hold(opening.charity, offer_id, now)
            known = self.casework.store.case_by_key(opening.charity, opening.key)
            if known:
                return known
            chosen = self._still_free(opening.charity, offer_id, starts_at, wish, now)
            case = self.casework.open(opening, now)
            self.store.book(replace(chosen, case_id=case.id), case.charity, now)
            waits = self._owed_at(case, chosen)
            return self.casework.move(case, Moved(case, waits)) if waits else case

    def wish_of(self, case: Case) -> Wish | None:
        """What a guest wished for when they sent it; None where it is no appointment to meet at."""
        if case.kind is not Kind.APPOINTMENT:
            return None
        about = latest(self.casework.store.people(case.id), "about")
        unsure = about.name if about and case.about is About.UNMATCHED else None
        return wished(dict(case.answers), unsure, case.lang, case.about_staff)

    def of_case(self, case: Case) -> Meeting | None:
        """The agreed time of a case."""
        return self.store.of_case(case.id)

    def take_back(self, case: Case, now: datetime) -> Case:
        """The guest takes back what they sent, and with it a time that was agreed. Raises as Casework."""
        with self.casework.store.transaction():
            taken = self.casework.guest_takes_back(case, now)
            self.store.give_up(case.id)
            return taken

    def give_up(self, case: Case, now: datetime) -> Case:
        """The guest cannot come: the place is free again, and staff are told. Done twice it is the same.

        Raises NotAllowed ("time_has_passed") once it has begun.
        """
        agreed = self.store.of_case(case.id)
        if agreed is None:
            return case
        _must_be_to_come(agreed, now)
        with self.casework.store.transaction():
            self.store.give_up(case.id)
            ended = no_longer(self.casework.store.promises(case.id), GAVE_UP_TIME)
            return self.casework.move(case, _told(case, GAVE_UP_TIME, {}, ended, now))

    def move(self, case: Case, offer_id: str, starts_at: datetime, wish: Wish, now: datetime) -> Case:
        """Another time instead, in one transaction; the place before is free again, and staff are told.

        Raises TimeGone, with nothing changed, when it is no longer free; NotAllowed ("time_has_passed",
        "case_closed").
        """
        must_be_open(case)
        agreed = self.store.of_case(case.id)
        if agreed is not None:
            _must_be_to_come(agreed, now)
            if (agreed.offer, agreed.starts_at) == (offer_id, starts_at):
                return case
        with self.casework.store.transaction():
            fields: dict[str, Plain] = {"to": starts_at.isoformat()}
            ended = no_longer(self.casework.store.promises(case.id), MOVED_TIME)
            _, waits = self.agree(case, offer_id, starts_at, wish, now)
            return self.casework.move(case, _told(case, MOVED_TIME, fields, (*ended, *waits), now))

    def agree(
        self, case: Case, offer_id: str, starts_at: datetime, wish: Wish, now: datetime
    ) -> tuple[Meeting, tuple[Promise, ...]]:
        """Agree a time for an open case, instead of any it has, inside a transaction of the caller's.

        Returns the meeting and what is owed at it. Raises TimeGone when it is no longer free.
        """
        self._hold(case.charity, offer_id, now)
        chosen = self._still_free(case.charity, offer_id, starts_at, wish, now)
        agreed = replace(chosen, case_id=case.id)
        self.store.give_up(case.id)
        self.store.book(agreed, case.charity, now)
        return agreed, self._owed_at(case, chosen)

    def _owed_at(self, case: Case, meeting: Meeting) -> tuple[Promise, ...]:
        policies = self.casework.policies
        policy, calendar = policies.policy(case.charity), policies.calendar(case.charity)
        return owed_at_time(case, meeting, policy, calendar, self.casework.ids())

    def _hold(self, charity: str, offer_id: str, now: datetime) -> None:
        offer = self._offer(charity, offer_id)
        if offer is not None:
            self.store.hold(charity, offer.staff_id, now)

    def _offer(self, charity: str, offer_id: str) -> Offer | None:
        return next((one for one in self.store.offers(charity) if one.id == offer_id), None)

    def _still_free(
        self, charity: str, offer_id: str, starts_at: datetime, wish: Wish, now: datetime
    ) -> Meeting:
        for one in self.free(charity, wish, now):
            if (one.offer, one.starts_at) == (offer_id, starts_at):
                return one
        raise TimeGone(offer_id)


def wished(answers: Mapping[str, Plain], about: str | None, lang: str, never: str = "") -> Wish | None:
    """What a guest's answers wish for; None where nobody can be met at a time that is chosen now.

    A trustee has no hours, and nobody can come without an address or ring without a number. The rest is as
    in Wish.
    """
    where, who = answers.get("appointment_where"), answers.get("appointment_who")
    unreachable = where in REACHED_AT and not answers.get("appointment_place")
    if where not in list(Way) or who == "trustee" or unreachable:
        return None
    named = str(answers.get("appointment_person") or "") if who == "named" else ""
    return Wish(Way(str(where)), named, about, lang, never)


def _fits(member: Member, wish: Wish, staff: Sequence[Member]) -> bool:
    """Whether they can be offered to this guest: never somebody whom it is or might be about."""
    if member.staff_id == wish.never:
        return False
    if wish.about is not None and (
        not rules_out_others(wish.about, staff, wish.lang) or might_be(wish.about, member)
    ):
        return False
    return not wish.who or might_be(wish.who, member)


def _must_be_to_come(agreed: Meeting, now: datetime) -> None:
    if agreed.starts_at <= now:
        raise NotAllowed("time_has_passed")


def _told(
    case: Case, what: str, fields: dict[str, Plain], promises: tuple[Promise, ...], now: datetime
) -> Moved:
    event = Event(case.id, now, "guest", what, fields)
    key, about = f"{what}:{case.id}:{case.version}", {"case": case.id}
    errand = Errand(key, "tell_staff", case.charity, about, now)
    return Moved(case, promises, events=(event,), errands=(errand,))
