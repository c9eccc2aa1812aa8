"""The demo: an account for every role at each charity, made up, on this machine only."""

import secrets
from datetime import datetime, time

from webchat.cases.appointments.diary import Offer
from webchat.cases.words import Role, Way
from webchat.cli_words import columns, say
from webchat.desk.door.passwords import hash_of
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
    Role.SAFEGUARDING_DEPUTY: "Dee Deputy",
    Role.ADMINISTRATOR: "Adam Administrator",
    Role.SYSTEM_ADMINISTRATOR: "Sid System",
}

_ANSWERS_TO = {
    Role.WORKER: Role.MANAGER,
    Role.ADMINISTRATOR: Role.MANAGER,
    Role.MANAGER: Role.DIRECTOR,
    Role.SERVICE_LEAD: Role.DIRECTOR,
    Role.DIRECTOR: Role.CHIEF_EXECUTIVE,
    Role.GOVERNANCE: Role.CHIEF_EXECUTIVE,
    Role.CHIEF_EXECUTIVE: Role.CHAIR,
}
# Two hours of half an hour each, asked for a day before. Monday is 0.
_TIMES = (
    (Role.WORKER, Way.OFFICE, 1, time(10)),
    (Role.WORKER, Way.PHONE, 3, time(14)),
    (Role.MANAGER, Way.HOME, 2, time(13)),
    (Role.MANAGER, Way.VIDEO, 4, time(9)),
)
_MINUTES, _NOTICE = 30, 24


def email_of(role: Role, charity: str) -> str:
    """The made-up address of a role at a charity; no such address can be written to (RFC 2606)."""
    return f"{role.value.replace(' ', '-')}@{charity}.example"


def add_accounts(house: House, now: datetime, kept: str = "") -> None:
    """Make the demo's accounts where they are not there yet. Never called outside the demo.

    `kept` is the password's hash where somebody has it already.
    """
    kept = kept or hash_of(PASSWORD)
    with house.database.transaction():
        for charity in house.charities:
            known = {role: house.staff.by_email(email_of(role, charity)) for role in _NAMES}
            ids = {role: account.staff_id for role, account in known.items() if account}
            new = [role for role in _NAMES if role not in ids]
            ids |= {role: house.staff.add(email_of(role, charity), _NAMES[role], kept, now) for role in new}
            for role in new:
                manager = _ANSWERS_TO.get(role)
                house.staff.join(ids[role], charity, [role], ids[manager] if manager else "")


def add_times(house: House, now: datetime) -> None:
    """Offer made-up times at each charity where none are offered yet, so that they can be chosen."""
    for charity in house.charities:
        if house.booking.store.offers(charity):
            continue
        staff = {role: one.staff_id for one in house.staff.members(charity) for role in one.roles}
        for role, way, weekday, begins in _TIMES:
            ends, mark = begins.replace(hour=begins.hour + 2), secrets.token_hex(8)
            offer = Offer(mark, charity, staff[role], way, begins, ends, _MINUTES, 1, _NOTICE, weekday)
            house.booking.publish(offer, now)


def welcome(house: House, address: str) -> str:
    """What the command prints once the demo answers: where to go, and how to sign in."""
    first, *others = house.charities
    doors = [(one.policy.name, f"{address}/{slug}/") for slug, one in house.charities.items()]
    values = {
        "charities": columns(doors),
        "address": address,
        "password": PASSWORD,
        "accounts": columns((role.value, email_of(role, first)) for role in _NAMES),
    }
    if not others:
        return say("demo_alone", **values)
    names = {"name": house.charities[first].policy.name, "other": house.charities[others[0]].policy.name}
    return say("demo", **values, **names, other_email=email_of(Role.WORKER, others[0]))
