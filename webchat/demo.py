"""The demo: an account for every role at each charity, made up, on this machine only."""

from datetime import datetime

from webchat.cases.words import Role
from webchat.desk.passwords import hash_of
from webchat.wiring import House

PASSWORD = "kettle garden window"
_NAMES = {
    Role.WORKER: "Wendy Worker",
    Role.MANAGER: "Malik Manager",
    Role.SERVICE_LEAD: "Sara Lead",
    Role.DIRECTOR: "Dilip Director",
    Role.GOVERNANCE: "Grace Governance",
    Role.CHIEF_EXECUTIVE: "Chloe Chief",
    Role.CHAIR: "Charles Chair",
    Role.TRUSTEE: "Tess Trustee",
    Role.SAFEGUARDING_LEAD: "Sol Safeguarding",
    Role.ADMINISTRATOR: "Adam Administrator",
    Role.SYSTEM_ADMINISTRATOR: "Sid System",
}


def email_of(role: Role, charity: str) -> str:
    """The made-up address of a role at a charity; no such address can be written to (RFC 2606)."""
    return f"{role.value.replace(' ', '-')}@{charity}.example"


def add_accounts(house: House, now: datetime, kept: str = "") -> None:
    """Make the demo's accounts where they are not there yet. Never called outside the demo.

    `kept` is the password's hash where somebody has it already.
    """
    kept = kept or hash_of(PASSWORD)
    for charity in house.charities:
        for role, name in _NAMES.items():
            email = email_of(role, charity)
            if house.staff.by_email(email) is None:
                house.staff.join(house.staff.add(email, name, kept, now), charity, [role])


def welcome(house: House, address: str) -> str:
    """What the command prints once the demo answers: where to go, and how to sign in."""
    lines = [f"{address}/", *(f"  {address}/{slug}/" for slug in house.charities), f"{address}/sign-in"]
    first = next(iter(house.charities))
    lines += [f"  {email_of(role, first)}" for role in _NAMES]
    return "\n".join([*lines, f"  {PASSWORD}"])
