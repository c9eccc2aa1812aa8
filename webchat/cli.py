"""The `webchat` command: what a charity's administrator types."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from webchat.cli_words import say
from webchat.i18n.words import compile_words, update, write_template
from webchat.packs import Charity, PackFaults, Packs, load_packs
from webchat.packs.checks import findings
from webchat.packs.load import DEMO, SHIPPED
from webchat.settings import BadSettings, Settings


def now() -> datetime:
    """The clock of the house: read here and in wiring.py, and nowhere below."""
    return datetime.now(UTC)


def settings_here(demo: bool = False) -> Settings:
    """The settings of this environment, or a plain line about each that is wrong."""
    try:
        return Settings.read(os.environ, demo=demo)
    except BadSettings as faults:
        raise click.ClickException(str(faults)) from faults


def packs_here(settings: Settings) -> Packs:
    """The charities of this installation, or a plain line about each fault of their packs."""
    demo = DEMO if settings.demo else None
    try:
        return load_packs([SHIPPED, settings.packs_dir], now().date(), settings.charities, demo)
    except PackFaults as faults:
        raise click.ClickException(str(faults)) from faults


@click.group()
def main() -> None:
    """Welcome Desk: the front door of a small charity."""


@main.group()
def packs() -> None:
    """The charities' policies."""


@packs.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Check every pack, and list what a charity ought to mend in its own policy.

    FOLDER holds packs, each in a folder of its own; without it, those of this installation are checked.
    """
    try:
        found = load_packs([folder], now().date()) if folder else packs_here(settings_here())
    except PackFaults as faults:
        raise click.ClickException(str(faults)) from faults
    if not found:
        raise click.ClickException(say("no_pack_here", folder=str(folder)))
    click.echo("\n\n".join(_checked(slug, charity) for slug, charity in found.items()))


def _checked(slug: str, charity: Charity) -> str:
    listed = findings(charity, now().date())
    promises = _counted("promises", len(charity.policy.entries))
    duties = _counted("duties", len(charity.policy.notes))
    head = say("pack_checked", name=charity.policy.name, slug=slug, promises=promises, duties=duties)
    return "\n".join(
        [head, say("to_mend" if listed else "nothing_to_mend"), *(f"  - {one}" for one in listed)]
    )


def _counted(what: str, count: int) -> str:
    return say(f"{what}_{'one' if count == 1 else 'many'}", count=str(count))


@main.group("words")
def words() -> None:
    """Extract, update and compile the languages."""


@words.command("extract")
def extract_words() -> None:
    """Write locales/messages.pot from the English in the code."""
    settings = settings_here()
    click.echo(write_template(settings.actions_dir.parent, settings.locales_dir))


@words.command("update")
def update_words() -> None:
    """Bring every language's messages.po up to date with the code."""
    settings = settings_here()
    for path in update(settings.actions_dir.parent, settings.locales_dir):
        click.echo(path)


@words.command("compile")
@click.option("--strict", is_flag=True, help="end with an error when a language has a fault")
def compile_all(strict: bool) -> None:
    """Compile the languages; one with a fault is left as it was, and English is spoken instead."""
    settings = settings_here()
    faults = compile_words(settings.actions_dir.parent, settings.locales_dir)
    for fault in faults:
        click.echo(f"{fault.lang}: {fault.english[:60]}: {fault.what}", err=True)
    if faults and strict:
        raise SystemExit(1)
