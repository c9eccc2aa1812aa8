"""The command that counts open promises again, once a bank holiday was added or a pack's calendar changed."""

import click

from webchat import cli
from webchat.cases.promises.recounting import Recounting
from webchat.cli_house import house_of
from webchat.cli_words import say


@cli.main.group("promises")
def promises() -> None:
    """Count the promises of open cases again, once a bank holiday was added."""


@promises.command("recount")
@click.argument("charity", required=False)
def recount(charity: str | None) -> None:
    """Count again, at CHARITY or everywhere; whoever's date moves is told, guest and staff."""
    with house_of(charity) as house:
        counting = Recounting(house.casework)
        for slug in [charity] if charity else house.charities:
            moved = [counting.recount(slug, one, house.now()) for one in house.desk_lists.dated_ids(slug)]
            counts = {"looked": len(moved), "cases": sum(1 for one in moved if one), "dates": sum(moved)}
            told = {name: str(count) for name, count in counts.items()}
            click.echo(say("recounted", charity=slug, **told))
