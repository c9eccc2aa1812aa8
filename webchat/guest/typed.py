"""Words typed and not yet sent, kept in the session so that Back or another language loses none of them."""

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

_KEPT = "typed"
_MOST = 200_000  # characters a session keeps; a page that is sent back still holds the rest
ANY_BOX = "*"  # words typed beside a choice: they wait for the next box that takes words


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in the boxes of one question: words, and the payloads ticked."""

    words: str = ""
    choices: tuple[str, ...] = ()


def keep(visit: MutableMapping[str, Any], page: str, question: str, one: Typed) -> None:
    """Keep what was typed on a page (its path) for a question (its slot, empty for a page's only box).

    Boxes that were emptied are kept as empty: what stood there before does not come back.
    """
    pages = visit.get(_KEPT, {})
    mine = {name: each for name, each in pages.get(page, {}).items() if name != question}
    if one.words or one.choices:
        mine[question] = [one.words[:_MOST], list(one.choices)]
    if mine != pages.get(page, {}):
        visit[_KEPT] = {**pages, page: mine}


def kept(visit: Mapping[str, Any], page: str, question: str, takes_words: bool = True) -> Typed:
    """What stood in its boxes, or beside a choice before it; nothing where nothing was kept."""
    mine: Mapping[str, Sequence[Any]] = visit.get(_KEPT, {}).get(page, {})
    found = mine.get(question) or (mine.get(ANY_BOX) if takes_words else None)
    return Typed(found[0], tuple(found[1])) if found else Typed()


def of_page(visit: Mapping[str, Any], page: str) -> Mapping[str, Any]:
    """What is kept of a page, by question, to be put back with `put`."""
    mine: Mapping[str, Any] = visit.get(_KEPT, {}).get(page, {})
    return mine


def put(visit: MutableMapping[str, Any], page: str, mine: Mapping[str, Any]) -> None:
    """Keep of a page what `of_page` gave."""
    visit[_KEPT] = {**visit.get(_KEPT, {}), page: dict(mine)}


def has_typed(visit: Mapping[str, Any], safe: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether any words are kept, on any page, that are not safe elsewhere; `safe` is by page."""
    return any(
        one[0]
        for page, mine in visit.get(_KEPT, {}).items()
        if mine != safe.get(page)
        for one in mine.values()
    )


def drop(visit: MutableMapping[str, Any], page: str, question: str) -> None:
    """The question is answered: its words are in the conversation now. Changes nothing when none are kept."""
    pages = visit.get(_KEPT, {})
    mine = pages.get(page, {})
    gone = {question, ANY_BOX} & mine.keys()
    if gone:
        visit[_KEPT] = {**pages, page: {name: one for name, one in mine.items() if name not in gone}}
