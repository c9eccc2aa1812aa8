"""Where diaries are kept: the core's `DiaryStore` over our tables."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from itertools import count
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update

from webchat.cases.appointments.diary import Closure, Kept, Meeting, Offer
from webchat.cases.errors import TimeGone
from webchat.cases.people.away import Absence
from webchat.db.as_rows import offer_of, row_of, row_of_offer
from webchat.db.database import Database
from webchat.db.errors import AlreadyThere
from webchat.db.tables import absence, appointment, closure, diary, offer
from webchat.db.tables.diary import Agreed
from webchat.db.upsert import insert_or_update

_before = appointment.alias()
_EARLIER = (
    select(func.count())
    .select_from(_before)
    .where(
        _before.c.case_id == appointment.c.case_id,
        _before.c.state == Agreed.HELD,
        _before.c.starts_at < appointment.c.starts_at,
    )
    .correlate(appointment)
    .scalar_subquery()
    .label("earlier")
)


class Diaries:
    """Offers of times, closures and agreed meetings; every read is of one charity or case."""

    def __init__(self, database: Database) -> None:
        self._database = database
        told = ["first", "back", "substitute", "said_by", "said_at"]
        self._say_away = insert_or_update(database, absence, ["id"], told)
        self._hold = insert_or_update(database, diary, ["charity", "staff_id"], ["held_at"])

    def hold(self, charity: str, staff_id: str, now: datetime) -> None:
        """Let nobody else change this person's diary until the transaction ends. Raises Busy."""
        with self._database.writing() as transaction:
            transaction.write(self._hold, {"charity": charity, "staff_id": staff_id, "held_at": now})

    def offers(self, charity: str) -> Sequence[Offer]:
        """What is published and not withdrawn, in the order of publishing."""
        mine = (offer.c.charity == charity, offer.c.withdrawn_at.is_(None))
        found = select(offer).where(*mine).order_by(offer.c.made_at, offer.c.id)
        return [offer_of(row) for row in self._database.rows(found)]

    def closures(self, charity: str, since: date) -> Sequence[Closure]:
        """Closures that end on or after a date, the first first."""
        found = select(closure).where(closure.c.charity == charity, closure.c.last >= since)
        rows = self._database.rows(found.order_by(closure.c.first, closure.c.id))
        return [Closure(row.id, row.charity, row.first, row.last, row.staff_id) for row in rows]

    def absences(self, charity: str, since: date) -> Sequence[Absence]:
        """Who is away on a date or later, the first first; whoever is back by then is left out."""
        found = select(absence).where(absence.c.charity == charity, absence.c.back > since)
        return [
            Absence(row.id, row.charity, row.staff_id, row.first, row.back, row.substitute, row.said_by)
            for row in self._database.rows(found.order_by(absence.c.first, absence.c.id))
        ]

    def say_away(self, one: Absence, now: datetime) -> None:
        """Store an absence, instead of one with the same id."""
        with self._database.transaction() as transaction:
            transaction.write(self._say_away, {**row_of(one), "said_at": now})

    def not_away(self, charity: str, absence_id: str) -> None:
        """Take an absence away."""
        mine = (absence.c.charity == charity, absence.c.id == absence_id)
        with self._database.transaction() as transaction:
            transaction.write(delete(absence).where(*mine))

    def booked(self, charity: str, since: datetime) -> Sequence[Meeting]:
        """Agreed meetings that end after an instant, the soonest first."""
        mine = (appointment.c.charity == charity, appointment.c.ends_at > since)
        found = select(appointment).where(*mine, appointment.c.state == Agreed.BOOKED)
        rows = self._database.rows(found.order_by(appointment.c.starts_at, appointment.c.id))
        return [_meeting(row) for row in rows]

    def of_case(self, case_id: str) -> Meeting | None:
        """The agreed meeting of a case."""
        mine = (appointment.c.case_id == case_id, appointment.c.state == Agreed.BOOKED)
        row = self._database.first(select(appointment).where(*mine))
        return _meeting(row) if row else None

    def between(
        self, charity: str, since: datetime, until: datetime, staff_id: str = ""
    ) -> Sequence[Kept]:
        """Meetings agreed or held that end after `since` and begin before `until`, the soonest first; of
        everybody, or of one person."""
        mine = [appointment.c.charity == charity, appointment.c.ends_at > since]
        mine += [appointment.c.starts_at < until, appointment.c.state.in_((Agreed.BOOKED, Agreed.HELD))]
        if staff_id:
            mine.append(appointment.c.staff_id == staff_id)
        wanted = select(appointment, _EARLIER).where(*mine)
        rows = self._database.rows(wanted.order_by(appointment.c.starts_at, appointment.c.id))
        return [Kept(_meeting(row), row.state is Agreed.HELD, row.earlier) for row in rows]

    def publish(self, made: Offer, now: datetime) -> None:
        """Store an offer."""
        with self._database.transaction() as transaction:
            transaction.write(insert(offer), {**row_of_offer(made), "made_at": now})

    def withdraw(self, charity: str, offer_id: str, now: datetime) -> None:
        """Offer it no longer; what is agreed stays agreed."""
        mine = (offer.c.charity == charity, offer.c.id == offer_id, offer.c.withdrawn_at.is_(None))
        with self._database.transaction() as transaction:
            transaction.write(update(offer).where(*mine).values(withdrawn_at=now))

    def close(self, made: Closure) -> None:
        """Store a closure."""
        with self._database.transaction() as transaction:
            transaction.write(insert(closure), row_of(made))

    def reopen(self, charity: str, closure_id: str) -> None:
        """Take a closure away."""
        mine = (closure.c.charity == charity, closure.c.id == closure_id)
        with self._database.transaction() as transaction:
            transaction.write(delete(closure).where(*mine))

    def book(self, meeting: Meeting, charity: str, now: datetime) -> None:
        """Store an agreed meeting in the first place that is free. Raises TimeGone when somebody has it."""
        same = (appointment.c.offer == meeting.offer, appointment.c.starts_at == meeting.starts_at)
        seats = select(appointment.c.seat).where(*same, appointment.c.state == Agreed.BOOKED)
        had = {row.seat for row in self._database.rows(seats)}
        row = {
            **row_of(meeting),
            "id": secrets.token_hex(16),
            "charity": charity,
            "ends_at": meeting.ends_at,
            "seat": next(seat for seat in count() if seat not in had),
            "state": Agreed.BOOKED,
            "agreed_at": now,
        }
        try:
            with self._database.transaction() as transaction:
                transaction.write(insert(appointment), row)
        except AlreadyThere:
            raise TimeGone(meeting.offer) from None

    def give_up(self, case_id: str) -> None:
        """A case has no agreed meeting any more; that it had one stays in the record."""
        self._ended(case_id, Agreed.CANCELLED)

    def held(self, case_id: str) -> None:
        """The agreed meeting of a case has taken place; another can be agreed."""
        self._ended(case_id, Agreed.HELD)

    def _ended(self, case_id: str, state: Agreed) -> None:
        mine = (appointment.c.case_id == case_id, appointment.c.state == Agreed.BOOKED)
        with self._database.transaction() as transaction:
            transaction.write(update(appointment).where(*mine).values(state=state))


def _meeting(row: Row[Any]) -> Meeting:
    return Meeting(row.offer, row.staff_id, row.way, row.starts_at, row.minutes, row.case_id)
