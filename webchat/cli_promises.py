"""The command that counts open promises again, once a bank holiday was added or a pack's calendar changed."""

import click

from webchat import cli
from webchat.cases.recounting import Recounting
from webchat.cli_house import opened
from webchat.cli_words import say


@cli.main.group("promises")
def promises() -> None:
    """Count the promises of open cases again, once a bank holiday was added."""


@promises.command("recount")
@click.argument("charity", required=False)
def recount(charity: str | None) -> None:
    """Count again, at CHARITY or everywhere; whoever's date moves is told, guest and staff."""
    house = opened(cli.settings_here())
    try:
        if charity is not None and charity not in house.charities:
            known = ", ".join(house.charities)
            raise click.ClickException(say("no_such_charity", charity=charity, charities=known))
        counting = Recounting(house.casework)
        for slug in [charity] if charity else house.charities:
            moved = [counting.recount(slug, one, house.now()) for one in house.desk_lists.dated_ids(slug)]
            cases = sum(1 for one in moved if one)
            click.echo(
                say(
                    "recounted", charity=slug, looked=str(len(moved)), cases=str(cases), dates=str(sum(moved))
                )
            )
    finally:
        house.close()
