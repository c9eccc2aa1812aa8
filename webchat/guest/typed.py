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
    """Keep what was typed on a page (its path) for a question (its slot, empty for a page's only box)."""
    if not one.words and not one.choices:
        return
    pages = {**visit.get(_KEPT, {})}
    pages[page] = {**pages.get(page, {}), question: [one.words[:_MOST], list(one.choices)]}
    visit[_KEPT] = pages


def kept(visit: Mapping[str, Any], page: str, question: str, takes_words: bool = True) -> Typed:
    """What stood in its boxes, or beside a choice before it; nothing where nothing was kept."""
    mine: Mapping[str, Sequence[Any]] = visit.get(_KEPT, {}).get(page, {})
    found = mine.get(question) or (mine.get(ANY_BOX) if takes_words else None)
    return Typed(found[0], tuple(found[1])) if found else Typed()


def drop(visit: MutableMapping[str, Any], page: str, question: str) -> None:
    """The question is answered: its words are in the conversation now. Changes nothing when none are kept."""
    pages = visit.get(_KEPT, {})
    mine = pages.get(page, {})
    gone = {question, ANY_BOX} & mine.keys()
    if gone:
        visit[_KEPT] = {**pages, page: {name: one for name, one in mine.items() if name not in gone}}
