"""The commands that run or change an installation: init, serve, worker, demo, staff invite."""

import secrets
import signal
from collections.abc import Callable
from datetime import timedelta

import click

from webchat import cli, demo
from webchat.app import create_app
from webchat.cases.words import Role
from webchat.db.database import Database
from webchat.db.invites import Invite
from webchat.db.upgrade import upgrade
from webchat.packs import PackFaults
from webchat.packs.charity_settings import fit_to_go_live
from webchat.server import PlainHttpRefused, Server, serve
from webchat.settings import Settings
from webchat.web.session import hashed
from webchat.wiring import House, build
from webchat.worker import worker_of

_INVITE_LIVES = timedelta(hours=48)
_HERE = "127.0.0.1"


def opened(settings: Settings) -> House:
    """The house, its database brought up to date."""
    settings.home.mkdir(parents=True, exist_ok=True)
    upgrade(Database(settings.database).url)
    try:
        return build(settings)
    except PackFaults as faults:
        raise click.ClickException(str(faults)) from faults


@cli.main.command("init")
def init() -> None:
    """Make this installation's database, or bring it up to date."""
    settings = cli.settings_here()
    opened(settings).close()
    click.echo(str(settings.home))


@cli.main.command("demo")
@click.option("--port", default=8000, help="the port on this machine")
def serve_demo(port: int) -> None:
    """Serve the demo, on this machine only: made-up settings, and an account for every role."""
    settings = cli.settings_here(demo=True)
    settings = settings.but(mail=settings.mail or "file", texts=settings.texts or "file")
    house = opened(settings)
    demo.add_accounts(house, house.now())

    def ready(_server: Server) -> None:
        click.echo(demo.welcome(house, f"http://{_HERE}:{port}"))

    _run(settings, house, _HERE, port, ready)


@cli.main.command("serve")
@click.option("--host", default=_HERE, help="the address to listen on")
@click.option("--port", default=8000, help="the port")
def serve_guests(host: str, port: int) -> None:
    """Serve guests and staff, with the worker inside."""
    settings = cli.settings_here()
    house = opened(settings)
    for slug, charity in house.charities.items():
        missing = fit_to_go_live(charity.settings)
        if missing:
            house.close()
            raise click.ClickException(f"{slug}: [safeguarding] {', '.join(missing)}")
    _run(settings, house, host, port, lambda _server: click.echo(f"http://{host}:{port}"))


def _run(settings: Settings, house: House, host: str, port: int, ready: Callable[[Server], None]) -> None:
    worker = worker_of(house)
    worker.start()
    try:
        app = create_app(settings, house)
        serve(app, host, port, trusted_proxies=settings.trusted_proxies, ready=ready)
    except (PlainHttpRefused, OSError) as refused:
        raise click.ClickException(str(refused)) from refused
    finally:
        worker.stop(graceful=True)
        house.close()


@cli.main.command("worker")
def run_worker() -> None:
    """Run a worker by itself, beside servers on other machines."""
    house = opened(cli.settings_here())
    worker = worker_of(house)
    worker.start()
    try:
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
    finally:
        worker.stop(graceful=True)
        house.close()


@cli.main.group("staff")
def staff() -> None:
    """The people who work at the charities."""


@staff.command("invite")
@click.argument("charity")
@click.argument("email")
@click.argument("name")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice([one.value for one in Role]))
def invite(charity: str, email: str, name: str, roles: tuple[str, ...]) -> None:
    """Invite NAME to work at CHARITY; print the letter's address, good once, for 48 hours."""
    house = opened(cli.settings_here())
    if charity not in house.charities:
        raise click.ClickException(", ".join(house.charities))
    token = secrets.token_urlsafe(32)
    held = frozenset(Role(role) for role in roles)
    made = Invite(email, name, charity, held, "command", house.now() + _INVITE_LIVES)
    house.invites.make(hashed(token), made, house.now())
    click.echo(f"{house.settings.public_url or f'http://{_HERE}:8000'}/invite/{token}")
    house.close()
