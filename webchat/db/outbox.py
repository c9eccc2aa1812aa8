"""The outbox: errands handed out on a lease, so that several workers are safe and none is ever lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, update

from webchat.cases.case import Errand
from webchat.db.as_rows import errand_of
from webchat.db.columns import Instant
from webchat.db.database import Database
from webchat.db.tables import outbox
from webchat.db.tables.outbox import GIVEN_UP, WAITING, Fate

# A try that failed is followed by longer and longer waits, for five days; then a person must see to it
# (security.md section 3, "SMTP/SMS down 2 days").
_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)
_TRYING_FOR = timedelta(days=5)
_DOUBLINGS = 6


@dataclass(frozen=True, slots=True)
class Leased:
    """An errand that is one worker's for a while. `tries` counts this one."""

    errand: Errand
    tries: int
    until: datetime


class Outbox:
    """Errands written with their cause. A worker takes some, does them, and says what became of each."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, worker: str, now: datetime, lease: timedelta, limit: int = 10) -> Sequence[Leased]:
        """Lease what is due to one worker, the longest due first; nobody else gets it until the lease ends.

        A worker that dies keeps nothing: its errands are due again when its lease is over.
        """
        if not self.due(now, 1):  # asking first takes no lock, and mostly there is nothing to do
            return ()
        due = select(outbox.c.key).where(_due(now)).order_by(outbox.c.next_try_at, outbox.c.key)
        with self._database.transaction() as transaction:
            # Rows that another worker is just taking are passed over; SQLite has one writer anyway.
            free = transaction.rows(due.limit(limit).with_for_update(skip_locked=True))
            taken = outbox.c.key.in_([row.key for row in free])
            first = func.coalesce(outbox.c.first_tried_at, literal(now, Instant))
            leased = {"leased_by": worker, "leased_until": now + lease, "first_tried_at": first}
            more = update(outbox).where(taken).values(**leased, tries=outbox.c.tries + 1)
            rows = transaction.rows(more.returning(outbox))
        rows = sorted(rows, key=lambda row: (row.next_try_at, row.key))
        return [Leased(errand_of(row), row.tries, row.leased_until) for row in rows]

    def done(self, key: str, worker: str, now: datetime) -> bool:
        """It is done; False when the lease had ended and somebody else has it."""
        return self._end(key, worker, Fate.DONE, "", now)

    def give_up(self, key: str, worker: str, fault: str, now: datetime) -> bool:
        """It will never go: a task for the desk from now on. `fault` is a short code, never words."""
        return self._end(key, worker, Fate.GIVEN_UP, fault, now)

    def try_again(self, key: str, worker: str, fault: str, now: datetime) -> Fate:
        """It did not go: once more later, or given up after five days of trying. What it is now."""
        row = self._database.first(select(outbox).where(_held(key, worker)))
        if row is None:
            return Fate.WAITING
        if now - (row.first_tried_at or now) >= _TRYING_FOR:
            self.give_up(key, worker, fault, now)
            return Fate.GIVEN_UP
        wait = min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(row.tries - 1, _DOUBLINGS))
        later = {"next_try_at": now + wait, "leased_by": "", "leased_until": None, "last_fault": fault}
        with self._database.transaction() as transaction:
            transaction.write(update(outbox).where(_held(key, worker)).values(later))
        return Fate.WAITING

    def due(self, now: datetime, limit: int = 100) -> Sequence[Errand]:
        """What could be taken now, the longest due first."""
        wanted = select(outbox).where(_due(now)).order_by(outbox.c.next_try_at, outbox.c.key).limit(limit)
        return [errand_of(row) for row in self._database.rows(wanted)]

    def given_up(self, charity: str, limit: int = 100) -> Sequence[Errand]:
        """What a person at the charity must see to, the oldest first."""
        here = select(outbox).where(outbox.c.charity == charity, GIVEN_UP)
        wanted = here.order_by(outbox.c.not_before, outbox.c.key).limit(limit)
        return [errand_of(row) for row in self._database.rows(wanted)]

    def _end(self, key: str, worker: str, fate: Fate, fault: str, now: datetime) -> bool:
        ended = {"fate": fate, "ended_at": now, "leased_by": "", "leased_until": None, "last_fault": fault}
        with self._database.transaction() as transaction:
            return transaction.write(update(outbox).where(_held(key, worker)).values(ended)) == 1


def _due(now: datetime) -> ColumnElement[bool]:
    free = or_(outbox.c.leased_until.is_(None), outbox.c.leased_until <= now)
    return and_(WAITING, outbox.c.next_try_at <= now, free)


def _held(key: str, worker: str) -> ColumnElement[bool]:
    return and_(outbox.c.key == key, outbox.c.leased_by == worker, WAITING)
