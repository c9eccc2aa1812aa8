"""The `webchat` command: what a charity's administrator types."""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from webchat.cases.promise import Promise
from webchat.chat.project_words import counted, in_words, open_renderer
from webchat.i18n.words import compile_words, update, write_template
from webchat.packs import PackFaults, Packs, load_packs
from webchat.packs.checks import findings
from webchat.packs.foretell import foretell, foretold
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


@main.command()
@click.argument("charity")
@click.option(
    "--kind", default="question", help="question, appointment, compliment, comment, concern, complaint"
)
@click.option("--stage", default=1, help="1, 2, or 3 for the appeal")
@click.option(
    "--channel", default="webchat", help="webchat, email, letter, answerphone, text, phone, in-person"
)
@click.option("--reply-by", default="email", help="email, text, phone, letter, in-person, code, none")
@click.option("--received", default="", help="an instant such as 2026-12-23T10:00:00+00:00; now if not given")
@click.option("--json", "as_json", is_flag=True, help="print JSON")
def promise(
    charity: str, kind: str, stage: int, channel: str, reply_by: str, received: str, as_json: bool
) -> None:
    """Show what CHARITY would promise, without opening a case.

    With "-" as CHARITY: read one request as JSON a line, and answer one JSON a line.
    """
    settings = settings_here()
    packs, renderer = packs_here(settings), open_renderer(settings.actions_dir, settings.locales_dir)

    def say(one: Promise, slug: str) -> str:
        return counted(renderer, one, packs.policy(slug).name, now())

    if charity == "-":
        for line in sys.stdin:
            if line.strip():
                click.echo(json.dumps(foretell(packs, _request(line), say), ensure_ascii=False))
        return
    asked = {
        "charity": charity,
        "kind": kind,
        "stage": stage,
        "channel": channel,
        "reply_by": reply_by,
        "received": received or now().isoformat(),
    }
    answer = foretell(packs, asked, say)
    if "error" in answer:
        raise click.ClickException(str(answer["error"]))
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    for one in foretold(packs, asked):
        click.echo(in_words(renderer, one, packs.policy(charity), one.starts_at or now()) + "\n")


def _request(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


@main.group()
def packs() -> None:
    """The charities' policies."""


@packs.command("check")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Check every pack, and list what a charity ought to mend in its own policy."""
    settings = settings_here()
    try:
        found = load_packs([folder], now().date()) if folder else packs_here(settings)
    except PackFaults as faults:
        raise click.ClickException(str(faults)) from faults
    for slug, charity in found.items():
        click.echo(f"{slug}: {len(charity.policy.entries)} + {len(charity.policy.notes)}")
        for one in findings(charity, now().date()):
            click.echo(f"  {one}")


@main.group("words")
def words() -> None:
    """The words of every language."""


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
