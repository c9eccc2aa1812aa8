"""Members of staff in a real database, under the ids that the tests call them by."""

from sqlalchemy import insert

from tests.builders.cases import MONDAY
from webchat.cases.people.member import Member
from webchat.db.database import Database
from webchat.db.staff import roles_as_stored
from webchat.db.tables import membership, staff


def employ(database: Database, *members: Member) -> None:
    """Give each an account, such as sam@example.org, and their roles."""
    with database.transaction() as transaction:
        for one in members:
            person = {"id": one.staff_id, "email": f"{one.staff_id}@example.org", "name": one.name}
            transaction.write(insert(staff), {**person, "password_hash": "hash", "created_at": MONDAY})
            where = {"staff": one.staff_id, "charity": one.charity, "line_manager": one.line_manager}
            transaction.write(insert(membership), {**where, "roles": roles_as_stored(one.roles)})
