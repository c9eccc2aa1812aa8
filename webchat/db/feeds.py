"""Calendars that staff read elsewhere: each found only by the secret in its address."""

from datetime import datetime

from sqlalchemy import delete, select

from webchat.cases.people.member import Member
from webchat.db.database import Database
from webchat.db.staff import Staff
from webchat.db.tables import calendar_feed
from webchat.db.upsert import insert_or_update


class Feeds:
    """Found by the SHA-256 of a secret of 256 random bits; the secret is shown once and never stored."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._staff = Staff(database)
        self._in = insert_or_update(database, calendar_feed, ["charity", "staff"], ["id_hash", "made_at"])

    def make(self, id_hash: str, member: Member, now: datetime) -> None:
        """Begin one, or have a new secret take the place of the one before, which finds nothing any more."""
        row = {"charity": member.charity, "staff": member.staff_id, "id_hash": id_hash, "made_at": now}
        with self._database.transaction() as transaction:
            transaction.write(self._in, row)

    def stop(self, member: Member) -> None:
        """End it. Done twice it is the same."""
        mine = (calendar_feed.c.charity == member.charity, calendar_feed.c.staff == member.staff_id)
        with self._database.transaction() as transaction:
            transaction.write(delete(calendar_feed).where(*mine))

    def made_at(self, member: Member) -> datetime | None:
        """When the secret that is good now was made; None where there is none."""
        mine = (calendar_feed.c.charity == member.charity, calendar_feed.c.staff == member.staff_id)
        row = self._database.first(select(calendar_feed.c.made_at).where(*mine))
        return row.made_at if row else None

    def whose(self, charity: str, id_hash: str) -> Member | None:
        """Whose it is; None for a secret that finds nothing, and once they have left or stopped."""
        one = (calendar_feed.c.charity == charity, calendar_feed.c.id_hash == id_hash)
        row = self._database.first(select(calendar_feed.c.staff).where(*one))
        return self._staff.member(row.staff if row else "", charity)
