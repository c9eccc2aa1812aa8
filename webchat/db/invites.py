"""Invitations to work at a charity: a letter that opens the door once, for a while (security T17)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from webchat.cases.words import Role
from webchat.db.database import Database
from webchat.db.staff import Staff, email_key, roles_as_stored
from webchat.db.tables import invite


@dataclass(frozen=True, slots=True)
class Invite:
    """Who is asked to be what at which charity, until when. `made_by` is a staff id or "command"."""

    email: str
    name: str
    charity: str
    roles: frozenset[Role]
    made_by: str
    expires_at: datetime
    line_manager: str = ""


class Invites:
    """Invitations, found by the SHA-256 of the token in the letter; the token is never stored."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._staff = Staff(database)

    def make(self, id_hash: str, made: Invite, now: datetime) -> None:
        """Store one. The letter is the only place where its token is."""
        row = {
            "id_hash": id_hash,
            "email": email_key(made.email),
            "name": made.name,
            "charity": made.charity,
            "roles": roles_as_stored(made.roles),
            "line_manager": made.line_manager,
            "made_by": made.made_by,
            "created_at": now,
            "expires_at": made.expires_at,
        }
        with self._database.transaction() as transaction:
            transaction.write(insert(invite), row)

    def find(self, id_hash: str, now: datetime) -> Invite | None:
        """One that can still be used."""
        good = (invite.c.id_hash == id_hash, invite.c.used_at.is_(None), invite.c.expires_at > now)
        row = self._database.first(select(invite).where(*good))
        return _invite(row) if row else None

    def roles_asked(self, charity: str, now: datetime) -> frozenset[Role]:
        """What the letters of a charity that can still be used invite people to be."""
        open_ones = (invite.c.charity == charity, invite.c.used_at.is_(None), invite.c.expires_at > now)
        rows = self._database.rows(select(invite.c.roles).where(*open_ones))
        return frozenset(Role(role) for row in rows for role in row.roles)

    def accept(self, id_hash: str, password_hash: str, now: datetime) -> str | None:
        """Use it: the staff id it made or added to; None when it has been used or is too old.

        Somebody who works here already keeps their name and password: a letter cannot take them over (T7).
        """
        with self._database.transaction() as transaction:
            asked = self.find(id_hash, now)
            mine = (invite.c.id_hash == id_hash, invite.c.used_at.is_(None), invite.c.expires_at > now)
            # Whoever sets `used_at` has it: two at once are one.
            if asked is None or transaction.write(update(invite).where(*mine).values(used_at=now)) != 1:
                return None
            known = self._staff.by_email(asked.email)
            if known is None:
                staff_id = self._staff.add(asked.email, asked.name, password_hash, now)
            else:
                staff_id = known.staff_id
                self._staff.start_again(staff_id, asked.name, password_hash)
            self._staff.join(staff_id, asked.charity, asked.roles, asked.line_manager)
            return staff_id


def _invite(row: Row[Any]) -> Invite:
    roles = frozenset(Role(role) for role in row.roles)
    return Invite(row.email, row.name, row.charity, roles, row.made_by, row.expires_at, row.line_manager)
