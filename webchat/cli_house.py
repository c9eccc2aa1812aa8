"""The commands that run or change an installation: init, serve, worker, demo, index."""

import errno
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import click
from sqlalchemy.exc import OperationalError

from webchat import cli, demo
from webchat.app import create_app
from webchat.cases.contact import is_phone
from webchat.cases.words import Role
from webchat.cli_words import say
from webchat.db.database import Database
from webchat.db.upgrade import upgrade
from webchat.packs import PackFaults
from webchat.packs.charity_settings import fit_to_go_live
from webchat.packs.load import SETTINGS, SHIPPED
from webchat.server import PlainHttpRefused, Server, serve
from webchat.settings import BadSettings, Settings
from webchat.web.headers import on_refusals
from webchat.wiring import House, build
from webchat.worker import worker_of

_FILED_AT_ONCE = 100  # cases
HERE = "127.0.0.1"
_PORT = click.IntRange(0, 65_535)
_NO_ADDRESS = {errno.EADDRINUSE: "port_in_use", errno.EACCES: "port_not_allowed"}


def opened(settings: Settings) -> House:
    """The house, its database brought up to date, or a plain line about what stands in the way."""
    try:
        settings.make_home()
    except BadSettings as wrong:
        raise click.ClickException(str(wrong)) from wrong
    except OSError as refused:
        told = say("home_not_usable", home=str(settings.home), why=str(refused.strerror))
        raise click.ClickException(told) from refused
    try:
        upgrade(Database(settings.database).url)
    except OperationalError as refused:
        why = str(refused.orig).strip().splitlines()[0]
        raise click.ClickException(say("database_not_opened", why=why)) from refused
    try:
        return build(settings)
    except PackFaults as faults:
        raise click.ClickException(str(faults)) from faults


@contextmanager
def house_of(charity: str | None) -> Iterator[House]:
    """The house, closed in the end; where a charity is named and not served, a plain line that it is not."""
    house = opened(cli.settings_here())
    try:
        if charity is not None and charity not in house.charities:
            known = ", ".join(house.charities)
            raise click.ClickException(say("no_such_charity", charity=charity, charities=known))
        yield house
    finally:
        house.close()


@cli.main.command("init")
def init() -> None:
    """Make this installation's database, or bring it up to date."""
    settings = cli.settings_here()
    house = opened(settings)
    house.close()
    places = {"home": str(settings.home), "packs": str(settings.packs_dir), "shipped": str(SHIPPED)}
    database = house.database.url.render_as_string(hide_password=True)
    click.echo(say("ready", database=database, charities=", ".join(house.charities), **places))


@cli.main.command("demo")
@click.option("--port", default=8000, type=_PORT, help="the port on this machine; 0 is any free one")
def serve_demo(port: int) -> None:
    """Serve the demo, on this machine only: made-up settings, and an account for every role."""
    settings = cli.settings_here(demo=True)
    settings = settings.but(mail=settings.mail or "file", texts=settings.texts or "file")
    house = opened(settings)
    demo.add_accounts(house, house.now())
    demo.add_times(house, house.now())

    def ready(server: Server) -> None:
        click.echo(demo.welcome(house, f"http://{HERE}:{server.port}"))

    _run(settings, house, HERE, port, ready)


@cli.main.command("serve")
@click.option("--host", default=HERE, help="the address to listen on")
@click.option("--port", default=8000, type=_PORT, help="the port; 0 is any free one")
def serve_guests(host: str, port: int) -> None:
    """Serve guests and staff, with the worker inside."""
    settings = cli.settings_here()
    house = opened(settings)
    unfit = unfit_charities(house)
    if unfit:
        house.close()
        raise click.ClickException(unfit)

    def ready(server: Server) -> None:
        click.echo(say("serving", address=f"http://{host}:{server.port}"))

    _run(settings, house, host, port, ready)


def unfit_charities(house: House) -> str:
    """What each charity lacks before guests may come, and where to write it; empty where none lacks any."""
    told = [
        say(
            words,
            name=charity.policy.name,
            lacks="\n".join(say(f"lacks_{one}", charity=slug) for one in missing),
            file=str(house.settings.packs_dir / slug / SETTINGS),
        )
        for slug, charity in house.charities.items()
        for words, missing in (
            ("unfit_charity", fit_to_go_live(charity.settings)),
            ("unfit_house", unfit_to_alert(house, slug)),
        )
        if missing
    ]
    return say("not_fit", charities="\n\n".join(told), shipped=str(SHIPPED)) if told else ""


def unfit_to_alert(house: House, slug: str) -> tuple[str, ...]:
    """What the house lacks to tell a charity's lead and deputy, as codes: an account each, or a letter that
    invites to one, so that they can read what they are told of; and a way out (guest-rules E13)."""
    held = {role for one in house.staff.members(slug) for role in one.roles}
    held |= house.invites.roles_asked(slug, house.now())
    wanted = (("lead_account", Role.SAFEGUARDING_LEAD), ("deputy_account", Role.SAFEGUARDING_DEPUTY))
    people = house.charities[slug].settings.safeguarding
    by_text = house.settings.texts and is_phone(people.lead_reach) and is_phone(people.deputy_reach)
    missing = tuple(code for code, role in wanted if role not in held)
    return missing if house.settings.mail or by_text else (*missing, "way_out")


def _run(settings: Settings, house: House, host: str, port: int, ready: Callable[[Server], None]) -> None:
    worker = worker_of(house)
    worker.start()
    try:
        app = create_app(settings, house)
        # It takes seconds, and about a minute the first time: guests are served meanwhile.
        learning = Thread(target=app.extensions["dialogue"].learn, args=(settings.meaning_file,), daemon=True)
        learning.start()
        proxies = settings.trusted_proxies
        serve(app, host, port, trusted_proxies=proxies, headers=on_refusals(https=proxies > 0), ready=ready)
    except PlainHttpRefused as refused:
        raise click.ClickException(say("plain_http", host=host)) from refused
    except OSError as refused:
        told = say(_NO_ADDRESS.get(refused.errno or 0, "address_not_had"), **_place(host, port, refused))
        raise click.ClickException(told) from refused
    finally:
        worker.stop(graceful=True)
        house.close()


def _place(host: str, port: int, refused: OSError) -> dict[str, str]:
    return {"host": host, "port": str(port), "why": str(refused.strerror)}


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


@cli.main.command("index")
def index() -> None:
    """File every case anew that cannot be found by its words: an older version's, or another key's."""
    house, done = opened(cli.settings_here()), 0
    try:
        while some := house.index.catch_up(_FILED_AT_ONCE, of_every_key=True):
            done += some
    finally:
        house.close()
    click.echo(say("indexed_one" if done == 1 else "indexed_many", count=str(done)))
