"""The people who work at the charities: their accounts, and what they are where."""

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from unicodedata import normalize

from sqlalchemy import Row, delete, insert, select, update

from webchat.cases.people.member import Member
from webchat.cases.words import Role
from webchat.db.database import Database
from webchat.db.tables import absence, calendar_feed, membership, staff, web_session
from webchat.db.upsert import insert_or_update


@dataclass(frozen=True, slots=True)
class Account:
    """One person's way in. Whoever has stopped working here has an account that opens nothing."""

    staff_id: str
    email: str
    name: str
    password_hash: str
    signed_in_at: datetime | None
    stopped: bool


def email_key(email: str) -> str:
    """An email address as it is compared and kept: capitals and stray spaces make no other person."""
    return normalize("NFKC", email).strip().casefold()


def roles_as_stored(roles: Iterable[Role]) -> list[str]:
    """Roles as they are kept, in the glossary's order."""
    held = frozenset(roles)
    return [role.value for role in Role if role in held]


_MEMBER = select(membership, staff.c.name).join(staff, staff.c.id == membership.c.staff)


class Staff:
    """Accounts and memberships. One person may work at several charities, with other roles at each."""

    def __init__(self, database: Database, new_id: Callable[[], str] = lambda: secrets.token_hex(16)) -> None:
        self._database = database
        self._new_id = new_id
        self._membership_in = insert_or_update(
            database, membership, ["staff", "charity"], ["roles", "line_manager"]
        )

    def by_email(self, email: str) -> Account | None:
        """Whose address this is, also when they have stopped working here."""
        row = self._database.first(select(staff).where(staff.c.email == email_key(email)))
        return _account(row) if row else None

    def account(self, staff_id: str) -> Account | None:
        """One person's account."""
        row = self._database.first(select(staff).where(staff.c.id == staff_id))
        return _account(row) if row else None

    def member(self, staff_id: str, charity: str) -> Member | None:
        """What somebody is at a charity; None when they do not work there, or have stopped."""
        one = (membership.c.staff == staff_id, membership.c.charity == charity)
        row = self._database.first(_MEMBER.where(*one, staff.c.stopped_at.is_(None)))
        return _member(row) if row else None

    def members(self, charity: str) -> Sequence[Member]:
        """Everybody who works at a charity and may sign in, by name."""
        here = (membership.c.charity == charity, staff.c.stopped_at.is_(None))
        return [_member(row) for row in self._database.rows(_MEMBER.where(*here).order_by(staff.c.name))]

    def memberships(self, staff_id: str) -> Sequence[Member]:
        """Where somebody works: where they were last comes first."""
        theirs = (membership.c.staff == staff_id, staff.c.stopped_at.is_(None))
        wanted = _MEMBER.where(*theirs).order_by(
            membership.c.last_used_at.is_(None), membership.c.last_used_at.desc(), membership.c.charity
        )
        return [_member(row) for row in self._database.rows(wanted)]

    def add(self, email: str, name: str, password_hash: str, now: datetime) -> str:
        """A new account; its staff id. Raises AlreadyThere when the address has one."""
        staff_id = self._new_id()
        values = {"id": staff_id, "email": email_key(email), "name": name, "created_at": now}
        with self._database.transaction() as transaction:
            transaction.write(insert(staff), {**values, "password_hash": password_hash})
        return staff_id

    def join(self, staff_id: str, charity: str, roles: Iterable[Role], line_manager: str = "") -> None:
        """Give somebody these roles, and no others, at a charity."""
        values = {"staff": staff_id, "charity": charity, "line_manager": line_manager}
        with self._database.transaction() as transaction:
            transaction.write(self._membership_in, {**values, "roles": roles_as_stored(roles)})

    def leave(self, staff_id: str, charity: str) -> None:
        """End somebody's work at one charity, from their next request on."""
        one = (membership.c.staff == staff_id, membership.c.charity == charity)
        away = (absence.c.staff_id == staff_id, absence.c.charity == charity)
        read = (calendar_feed.c.staff == staff_id, calendar_feed.c.charity == charity)
        with self._database.transaction() as transaction:
            transaction.write(delete(membership).where(*one))
            transaction.write(delete(calendar_feed).where(*read))
            transaction.write(delete(absence).where(*away))

    def stop(self, staff_id: str, now: datetime) -> None:
        """Close an account and sign it out everywhere; the row stays, because the timeline names it."""
        with self._database.transaction() as transaction:
            mine = (staff.c.id == staff_id, staff.c.stopped_at.is_(None))
            transaction.write(update(staff).where(*mine).values(stopped_at=now))
            transaction.write(delete(web_session).where(web_session.c.staff == staff_id))
            transaction.write(delete(calendar_feed).where(calendar_feed.c.staff == staff_id))

    def start_again(self, staff_id: str, name: str, password_hash: str) -> None:
        """Open the account of somebody who had stopped and was invited back."""
        mine = (staff.c.id == staff_id, staff.c.stopped_at.is_not(None))
        values = {"stopped_at": None, "name": name, "password_hash": password_hash}
        with self._database.transaction() as transaction:
            transaction.write(update(staff).where(*mine).values(values))

    def set_password(self, staff_id: str, password_hash: str) -> None:
        """A new password; every session made with the old one ends (ASVS 7.4.3)."""
        with self._database.transaction() as transaction:
            transaction.write(update(staff).where(staff.c.id == staff_id).values(password_hash=password_hash))
            transaction.write(delete(web_session).where(web_session.c.staff == staff_id))

    def rehash(self, staff_id: str, old_hash: str, new_hash: str) -> None:
        """The same password hashed anew, unless it was changed meanwhile. Nobody is signed out."""
        mine = (staff.c.id == staff_id, staff.c.password_hash == old_hash)
        with self._database.transaction() as transaction:
            transaction.write(update(staff).where(*mine).values(password_hash=new_hash))

    def signed_in(self, staff_id: str, now: datetime) -> None:
        """Note when somebody last signed in."""
        with self._database.transaction() as transaction:
            transaction.write(update(staff).where(staff.c.id == staff_id).values(signed_in_at=now))

    def was_at(self, staff_id: str, charity: str, now: datetime) -> None:
        """Note where somebody last worked."""
        one = (membership.c.staff == staff_id, membership.c.charity == charity)
        with self._database.transaction() as transaction:
            transaction.write(update(membership).where(*one).values(last_used_at=now))


def _account(row: Row[Any]) -> Account:
    stopped = row.stopped_at is not None
    return Account(row.id, row.email, row.name, row.password_hash, row.signed_in_at, stopped)


def _member(row: Row[Any]) -> Member:
    roles = frozenset(Role(role) for role in row.roles)
    return Member(row.staff, row.name, row.charity, roles, row.line_manager)
