"""The commands about the people who work at the charities: invite, list, change, leave, powers."""

import re
import secrets
from datetime import timedelta

import click

from webchat import cli
from webchat.cases.leaving import Leaving
from webchat.cases.people.member import Member
from webchat.cases.people.powers import POWERS, SIGHT
from webchat.cases.words import Role
from webchat.cli_house import HERE, house_of
from webchat.cli_words import columns, say
from webchat.db.invites import Invite
from webchat.web.session import hashed
from webchat.wiring import House

_INVITE_LIVES = timedelta(hours=48)
# Enough to see that a name was not typed in its place; whether it is read, only the letter can tell.
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_ROLE = click.Choice([one.value for one in Role])


@cli.main.group("staff")
def staff() -> None:
    """The people who work at the charities: invite, list, change, leave, and the table of powers."""


def _member(house: House, charity: str, email: str) -> Member:
    account = house.staff.by_email(email)
    found = house.staff.member(account.staff_id, charity) if account else None
    if found is None:
        raise click.ClickException(say("nobody_with_email", email=email, charity=charity))
    return found


@staff.command("invite")
@click.argument("charity")
@click.argument("email")
@click.argument("name")
@click.option("--role", "roles", multiple=True, required=True, type=_ROLE)
@click.option("--line-manager", default="", help="the email address of the person they answer to")
def invite(charity: str, email: str, name: str, roles: tuple[str, ...], line_manager: str) -> None:
    """Invite NAME to work at CHARITY; print the letter's address, good once, for 48 hours."""
    name, email = name.strip(), email.strip()
    if not name:
        raise click.ClickException(say("no_name"))
    if not _EMAIL.fullmatch(email):
        raise click.ClickException(say("not_an_email", email=email))
    with house_of(charity) as house:
        manager = _member(house, charity, line_manager).staff_id if line_manager else ""
        token = secrets.token_urlsafe(32)
        held = frozenset(Role(role) for role in roles)
        made = Invite(email, name, charity, held, "command", house.now() + _INVITE_LIVES, manager)
        house.invites.make(hashed(token), made, house.now())
    address = f"{house.settings.public_url or f'http://{HERE}:8000'}/invite/{token}"
    hours = str(_INVITE_LIVES // timedelta(hours=1))
    click.echo(say("invited", name=name, charity=charity, hours=hours, address=address))


@staff.command("list")
@click.argument("charity")
def list_staff(charity: str) -> None:
    """Who works at CHARITY, what they are there, and whom they answer to."""
    with house_of(charity) as house:
        members = house.staff.members(charity)
        emails = {one.staff_id: _email(house, one) for one in members}
    names = {one.staff_id: one.name for one in members}
    for one in members:
        roles = ", ".join(role.value for role in Role if role in one.roles)
        manager = names.get(one.line_manager, "")
        words = "one_of_staff_under" if manager else "one_of_staff"
        click.echo(say(words, name=one.name, email=emails[one.staff_id], roles=roles, manager=manager))


@staff.command("change")
@click.argument("charity")
@click.argument("email")
@click.option(
    "--role", "roles", multiple=True, type=_ROLE, help="what they are from now on, and nothing else"
)
@click.option("--line-manager", default=None, help='the email address of the person they answer to, or ""')
def change(charity: str, email: str, roles: tuple[str, ...], line_manager: str | None) -> None:
    """Give somebody at CHARITY other roles or another line manager, from their next page on."""
    with house_of(charity) as house:
        member = _member(house, charity, email)
        manager = member.line_manager
        if line_manager is not None:
            manager = _member(house, charity, line_manager).staff_id if line_manager else ""
        if manager == member.staff_id:
            raise click.ClickException(say("own_manager"))
        held = frozenset(Role(role) for role in roles) or member.roles
        house.staff.join(member.staff_id, charity, held, manager)
    click.echo(say("changed_staff", name=member.name))


@staff.command("leave")
@click.argument("charity")
@click.argument("email")
def leave(charity: str, email: str) -> None:
    """Somebody works at CHARITY no longer: what they had is given back for others to take."""
    with house_of(charity) as house:
        member = _member(house, charity, email)
        leaving = Leaving(
            house.casework, house.desk_lists.owned_by, house.actions.acts_in, house.staff.leave
        )
        had = leaving.end(member, house.now())
    words = "left_with_cases" if had.cases else "left"
    click.echo(say(words, name=member.name, charity=charity, count=str(had.cases)))
    if had.actions:
        click.echo(say("left_with_actions", count=str(had.actions)))


@staff.command("powers")
def powers() -> None:
    """Print who may know of which case, and who may do what: the one table of it."""
    sight = [
        (say(f"sort_{sort.value}"), _roles(roles) or say(f"by_rule_{sort.value}"))
        for sort, roles in SIGHT.items()
    ]
    lines = [
        (name, say(f"relation_{power.relation.value}", roles=_roles(power.roles)))
        for name, power in POWERS.items()
    ]
    click.echo(say("powers", sight=columns(sight), powers=columns(lines)))


def _roles(roles: tuple[Role, ...]) -> str:
    return ", ".join(role.value for role in roles)


def _email(house: House, member: Member) -> str:
    account = house.staff.account(member.staff_id)
    return account.email if account else ""
