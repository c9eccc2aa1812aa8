"""A diary in memory that keeps the real one's promise: one place is given once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from webchat.cases.appointments.diary import Closure, Kept, Meeting, Offer
from webchat.cases.people.away import Absence


@dataclass
class MemoryDiary:
    """What is published, closed and agreed, in lists."""

    published: list[Offer] = field(default_factory=list)
    closed: list[Closure] = field(default_factory=list)
    away: list[Absence] = field(default_factory=list)
    agreed: list[Meeting] = field(default_factory=list)
    taken_place: list[Meeting] = field(default_factory=list)

    def hold(self, charity: str, staff_id: str, now: datetime) -> None:
        """Nobody else is here."""

    def offers(self, charity: str) -> Sequence[Offer]:
        return [one for one in self.published if one.charity == charity]

    def closures(self, charity: str, since: date) -> Sequence[Closure]:
        return [one for one in self.closed if one.charity == charity and one.last >= since]

    def absences(self, charity: str, since: date) -> Sequence[Absence]:
        found = [one for one in self.away if one.charity == charity and one.back > since]
        return sorted(found, key=lambda one: one.first)

    def say_away(self, absence: Absence, now: datetime) -> None:
        self.not_away(absence.charity, absence.id)
        self.away.append(absence)

    def not_away(self, charity: str, absence_id: str) -> None:
        self.away = [one for one in self.away if one.id != absence_id]

    def booked(self, charity: str, since: datetime) -> Sequence[Meeting]:
        return [one for one in self.agreed if one.ends_at > since]

    def of_case(self, case_id: str) -> Meeting | None:
        return next((one for one in self.agreed if one.case_id == case_id), None)

    def between(
        self, charity: str, since: datetime, until: datetime, staff_id: str = ""
    ) -> Sequence[Kept]:
        found = [Kept(one, one in self.taken_place) for one in (*self.agreed, *self.taken_place)]
        return [one for one in found if one.meeting.ends_at > since and one.meeting.starts_at < until]

    def held(self, case_id: str) -> None:
        self.taken_place += [one for one in self.agreed if one.case_id == case_id]
        self.give_up(case_id)

    def publish(self, offer: Offer, now: datetime) -> None:
        self.published.append(offer)

    def withdraw(self, charity: str, offer_id: str, now: datetime) -> None:
        self.published = [one for one in self.published if one.id != offer_id]

    def close(self, closure: Closure) -> None:
        self.closed.append(closure)

    def reopen(self, charity: str, closure_id: str) -> None:
        self.closed = [one for one in self.closed if one.id != closure_id]

    def book(self, meeting: Meeting, charity: str, now: datetime) -> None:
        self.agreed.append(meeting)

    def give_up(self, case_id: str) -> None:
        self.agreed = [one for one in self.agreed if one.case_id != case_id]
