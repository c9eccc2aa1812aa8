"""Checked tables made into a pack. Nothing is checked here: `read_pack` has done so."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any

from webchat.cases.promises.policy import (
    Asks,
    Directed,
    Entry,
    NextStage,
    Note,
    Outside,
    Policy,
    Sanctioned,
    StageDuty,
    WhileAway,
)
from webchat.cases.words import (
    AnotherWay,
    Channel,
    Kind,
    MetBy,
    PromiseName,
    ReplyBy,
    Role,
    Sanction,
    Start,
    Strength,
    Unit,
)
from webchat.packs.answers import make_answers
from webchat.packs.charity import Formats, Gap, Pack
from webchat.packs.look import Look
from webchat.packs.pack_shapes import CONDUCT, ELECTED, LEARNING
from webchat.packs.shape import Table


def make_pack(slug: str, tables: Table, noted: Table, answered: Table, text: str) -> Pack:
    """The pack of a charity, from the checked tables of its three files and its document."""
    look, formats = _part(tables, "look"), _part(tables, "formats")
    return Pack(
        policy=_policy(slug, tables, noted, answered),
        look=Look(look["accent"], look["accent_deep"], look["page"], look["says"]),
        formats=Formats(
            formats["ref"],
            formats["quote"],
            tuple(formats["offers"]),
            formats.get("depends_on_resources", False),
        ),
        gaps=tuple(Gap(gap["ref"], gap["quote"], gap["what"]) for gap in _list(tables, "gap")),
        text=text,
    )


def _policy(slug: str, tables: Table, noted: Table, answered: Table) -> Policy:
    charity, policy, review = _part(tables, "charity"), _part(tables, "policy"), _part(tables, "review")
    channels = _part(tables, "channels")
    entries = tuple(_entry(one) for one in _list(tables, "promise"))
    notes = tuple(_note(one) for one in _list(noted, "note"))
    unsaid: Any = answered.get("silent", ())
    return Policy(
        charity=slug,
        name=charity["name"],
        short_name=charity["short_name"],
        nation=charity["nation"],
        guest_noun=charity["noun"],
        entries=entries,
        notes=notes,
        channels={Channel(way): Channel(spoken_of) for way, spoken_of in channels.items()},
        stages=policy["stages"],
        next_stages=tuple(_next_stage(one) for one in _list(tables, "next_stage")),
        stage_duties=tuple(_stage_duty(one) for one in _list(tables, "stage_duty")),
        outside=tuple(Outside(one["ref"], one["quote"]) for one in _list(tables, "outside")),
        conduct=_directed(tables, CONDUCT),
        elected=_directed(tables, ELECTED),
        while_away=_while_away(tables),
        sanctions=tuple(_sanction(one) for one in _list(tables, "sanction")),
        learning=_directed(tables, LEARNING),
        instead=tuple(Role(role) for role in _part(tables, "without_a_role")["order"]),
        about_person_order=tuple(Role(role) for role in _part(tables, "about_a_person")["order"]),
        silent={topic: told["source"] for topic, told in _part(tables, "silent").items()},
        document=policy["title"],
        adopted=_first_day(review.get("adopted")),
        review_due=_last_day(review.get("due")),
        review_says=review["says"],
        answers=make_answers(answered, entries, notes),
        unsaid=frozenset(unsaid),
    )


def _entry(table: dict[str, Any]) -> Entry:
    return Entry(
        id=table["id"],
        ref=table["ref"],
        quote=table["quote"],
        promise=PromiseName(table["promise"]),
        kinds=frozenset(map(Kind, table.get("kinds", ()))),
        channels=frozenset(map(Channel, table.get("channels", ()))),
        reply_by=frozenset(map(ReplyBy, table.get("reply_by", ()))),
        stage=table.get("stage", 1),
        value=table.get("value"),
        unit=Unit(table["unit"]) if "unit" in table else None,
        start=Start(table.get("start", Start.RECEIPT)),
        strength=Strength(table.get("strength", Strength.AIM)),
        met_by=MetBy(table.get("met_by", MetBy.REPLY)),
        kept_by_people=table.get("kept_by_people", False),
        owner=table.get("owner"),
        escalate_to=Role(table["escalate_to"]) if "escalate_to" in table else None,
    )


def _next_stage(table: dict[str, Any]) -> NextStage:
    return NextStage(table["ref"], table["quote"], tuple(map(Role, table["roles"])), table["stage"])


def _stage_duty(table: dict[str, Any]) -> StageDuty:
    what, roles = Asks(table["what"]), tuple(map(Role, table.get("roles", ())))
    return StageDuty(table["ref"], table["quote"], what, table["stage"], table.get("sit", 0), roles)


def _directed(tables: Table, what: str) -> Directed | None:
    table = next((one for one in _list(tables, "directed") if one["what"] == what), None)
    if table is None:
        return None
    return Directed(table["ref"], table["quote"], tuple(map(Role, table.get("roles", ()))))


def _while_away(tables: Table) -> WhileAway | None:
    table = next(iter(_list(tables, "while_away")), None)
    if table is None:
        return None
    return WhileAway(table["ref"], table["quote"], AnotherWay(table["gives"]), table.get("value", 0))


def _sanction(table: dict[str, Any]) -> Sanctioned:
    seats = tuple(tuple(map(Role, seat)) for seat in table["seats"])
    return Sanctioned(table["ref"], table["quote"], Sanction(table["kind"]), seats)


def _note(table: dict[str, Any]) -> Note:
    kept_by_people = table.get("kept_by_people", False)
    return Note(table["id"], table["ref"], table["quote"], table["topic"], kept_by_people)


def _part(tables: Table, name: str) -> dict[str, Any]:
    found: Any = tables[name]
    return dict(found)


def _list(tables: Table, name: str) -> Iterable[dict[str, Any]]:
    found: Any = tables.get(name, ())
    return [dict(one) for one in found]


def _first_day(told: date | str | None) -> date | None:
    return date.fromisoformat(f"{told}-01") if isinstance(told, str) else told


def _last_day(told: date | str | None) -> date | None:
    """A policy due for review in a month is not late before the month has ended."""
    if not isinstance(told, str):
        return told
    year, month = map(int, told.split("-"))
    return date(year, month, monthrange(year, month)[1])
