"""The one renderer: a response's name and its typed values become words in a guest's language."""

import logging
from collections.abc import Mapping
from typing import Protocol

from webchat.chat.bubble import Bubble, Button, Input, Paragraph, Row
from webchat.chat.compiled import Compiled, compiled
from webchat.chat.filling import Filling
from webchat.chat.project import Response
from webchat.i18n.catalogues import Catalogues
from webchat.i18n.locales import BY_CODE, ENGLISH, language

_log = logging.getLogger(__name__)
# Said where a response is no longer there, as in a conversation older than this version.
GONE = "words_gone"
# Values that add to a bubble without having a place in its words.
_OWN = frozenset({"buttons", "rows"})


class Said(Protocol):
    """A `Spoken` of the chat, or a `Told` of a promise."""

    @property
    def name(self) -> str:
        """The response's name."""

    @property
    def values(self) -> Mapping[str, object]:
        """Its typed values (writing.py lists the kinds)."""


class Renderer:
    """Words for what is said. Made once, shared between threads, and never raises for what was stored.

    `responses` are the project's, by name; their English text is the msgid.
    """

    def __init__(self, responses: Mapping[str, Response], catalogues: Catalogues) -> None:
        self._responses = responses
        self._catalogues = catalogues
        self._compiled: dict[tuple[str, str, int, bool], Compiled] = {}
        self._always_so: dict[tuple[str, str], Bubble] = {}
        self._reported: set[tuple[str, str]] = set()

    def render(self, said: Said, lang: str, /, **always: object) -> Bubble:
        """One thing said, as a guest reads it; `lang` is a code of locales.py.

        `always` are values that any response may use, such as `charity`. A value is text and nothing else: a
        guest's "{x}" or "<b>" comes out as they typed it.
        """
        fixed = self._always_so.get((said.name, lang))
        if fixed is not None and not _OWN.intersection(said.values):
            return fixed
        made = self.find(said.name, said.values, lang)
        if made is None:
            gone = self.find(GONE, {}, lang)
            return Bubble(said.name, ENGLISH) if gone is None else self._bubble(gone, said.name, {}, always)
        bubble = self._bubble(made, said.name, said.values, always)
        if made.fixed and lang in BY_CODE and not _OWN.intersection(said.values):
            self._always_so[said.name, lang] = bubble
        return bubble

    def segments(self, said: Said, lang: str, /, **always: object) -> Paragraph:
        """The words of one thing said in one run, for a heading or a cell of a table."""
        filling = Filling(self.find, self.report, said.name, language(lang), {}, always)
        return filling.say(said.name, said.values, lang)

    def words(self, said: Said, lang: str, /, **always: object) -> str:
        """The same as plain text."""
        return "".join(part.text for part in self.segments(said, lang, **always))

    def find(self, name: str, values: Mapping[str, object], lang: str) -> Compiled | None:
        """A response made ready in a language and for the number among its values; None if there is none."""
        response = self._responses.get(name)
        if response is None:
            self.report(name, "there is no such response")
            return None
        catalogue = self._catalogues.of(lang)
        number = _number(response.custom, values)
        key = (name, catalogue.language.code, -1 if number is None else catalogue.form(number), number == 1)
        made = self._compiled.get(key)
        if made is None:
            made = self._compiled[key] = compiled(response, catalogue, number)
        return made

    def knows(self, name: str) -> bool:
        """Whether there is such a response. Asking logs nothing: the name may hold a guest's own words."""
        return name in self._responses

    def report(self, name: str, fault: str) -> None:
        """Log a fault in a response, once, and never a value: values may be a guest's own words."""
        if (name, fault) not in self._reported:
            self._reported.add((name, fault))
            _log.error("response %s: %s", name, fault)

    def _bubble(
        self, made: Compiled, name: str, values: Mapping[str, object], always: Mapping[str, object]
    ) -> Bubble:
        filling = Filling(self.find, self.report, name, made.language, values, always)
        buttons = filling.buttons(made.titles)
        if "buttons" in values:
            buttons += filling.buttons_of_an_action(values["buttons"])
        paragraphs = tuple([filling.template(one) for one in made.paragraphs])
        if "rows" not in values:
            return Bubble(name, made.language, paragraphs, buttons, _input(made, filling))
        rows = filling.rows(values["rows"], buttons)
        return Bubble(name, made.language, paragraphs, _not_of(rows, buttons), _input(made, filling), rows)


def _number(custom: Mapping[str, object], values: Mapping[str, object]) -> int | None:
    """The number that chooses the plural form; None for a response that has no plural."""
    count = custom.get("count")
    if not isinstance(count, str):
        return None
    value = values.get(count)
    if isinstance(value, Mapping):
        value = value.get("days")
    return abs(value) if isinstance(value, int) else 0


def _not_of(rows: tuple[Row, ...], buttons: tuple[Button, ...]) -> tuple[Button, ...]:
    """The buttons that stand below a table of answers: not the ones that change an answer, shown or not."""
    changes = {row.change.payload.partition("{")[0] for row in rows if row.change}
    return tuple(one for one in buttons if one.payload.partition("{")[0] not in changes)


def _input(made: Compiled, filling: Filling) -> Input | None:
    kind = made.custom.get("input")
    if not isinstance(kind, str):
        return None
    complete = made.custom.get("autocomplete")
    return Input(
        kind,
        made.custom.get("optional") is True,
        filling.text(made.hint),
        filling.text(made.label),
        complete if isinstance(complete, str) else "",
    )
