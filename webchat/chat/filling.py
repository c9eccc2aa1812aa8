"""Values put into the places of a response; text only, and no value is ever read as a template."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from webchat.chat.bubble import Button, Row, Segment
from webchat.chat.compiled import Compiled, Template
from webchat.chat.writing import LEFT_TO_RIGHT, OddValue, Segments, written
from webchat.i18n.locales import Language

Finds: TypeAlias = Callable[[str, Mapping[str, object], str], "Compiled | None"]
Reports: TypeAlias = Callable[[str, str], None]
_DEEPEST = 6


class Filling:
    """One response being filled: its language and its values. A fault is reported, never raised.

    `always` are values for this response and for those said inside it; `values` are its own.
    """

    __slots__ = ("_always", "_depth", "_finds", "_name", "_reports", "_values", "language")

    def __init__(
        self,
        finds: Finds,
        reports: Reports,
        name: str,
        language: Language,
        values: Mapping[str, object],
        always: Mapping[str, object],
        depth: int = 0,
    ) -> None:
        self._finds = finds
        self._reports = reports
        self._name = name
        self._values = values
        self._always = always
        self._depth = depth
        self.language = language

    def template(self, template: Template) -> Segments:
        """The words of a template with its values in their places."""
        made: list[Segment] = []
        for part in template:
            if isinstance(part, str):
                made.append(Segment(part))
            else:
                made += self._value(part.name)
        return tuple(made)

    def text(self, template: Template) -> str:
        """The same as plain text, for a place that takes no markup: a button, a hint."""
        return "".join([part.text for part in self.template(template)])

    def buttons(self, titles: tuple[tuple[Template, str], ...]) -> tuple[Button, ...]:
        """A response's own buttons."""
        return tuple([Button(self.text(title), payload, self.language.html) for title, payload in titles])

    def buttons_of_an_action(self, buttons: object) -> tuple[Button, ...]:
        """Buttons that an action made: a list of {title, payload}, the title a typed value."""
        if not isinstance(buttons, list | tuple):
            self._reports(self._name, "its buttons are not a list")
            return ()
        return tuple(made for one in buttons if (made := self._button(one)))

    def rows(self, rows: object, buttons: tuple[Button, ...]) -> tuple[Row, ...]:
        """Answers to check: a list of {slot, label, value, change}; the last is the payload of a button."""
        if not isinstance(rows, list | tuple) or not all(isinstance(one, Mapping) for one in rows):
            self._reports(self._name, "its rows are not a list")
            return ()
        by_payload = {one.payload: one for one in buttons}
        return tuple(
            Row(
                str(one.get("slot", "")),
                self._written(one.get("label"), "label"),
                self._written(one.get("value"), "value"),
                by_payload.get(str(one.get("change"))),
            )
            for one in rows
        )

    def say(self, name: str, values: Mapping[str, object], lang: str) -> Segments:
        """A response inside this one, with values of its own; marked where its language is another."""
        made = self._finds(name, values, lang) if self._depth < _DEEPEST else None
        if made is None:
            return ()
        inner = Filling(
            self._finds, self._reports, name, made.language, values, self._always, self._depth + 1
        )
        said = inner._run_together(made)
        if made.language is self.language:
            return said
        return tuple(one if one.lang else one._replace(lang=made.language.html) for one in said)

    def _run_together(self, made: Compiled) -> Segments:
        parts: list[Segment] = []
        for paragraph in made.paragraphs:
            if parts:
                parts.append(Segment(" "))
            parts += self.template(paragraph)
        return tuple(parts)

    def _button(self, one: object) -> Button | None:
        if not isinstance(one, Mapping) or not isinstance(one.get("payload"), str):
            self._reports(self._name, "a button has no payload")
            return None
        title = self._written(one.get("title"), "buttons")
        lang = next((part.lang for part in title if part.lang), self.language.html)
        return Button("".join(part.text for part in title), one["payload"], lang)

    def _value(self, key: str) -> Segments:
        for values in (self._values, self._always):
            if key in values:
                return self._written(values[key], key)
        self._reports(self._name, f"nobody gave a value for {{{key}}}")
        return (Segment(f"{{{key}}}"),)

    def _written(self, value: object, key: str) -> Segments:
        if type(value) is str:
            if key in LEFT_TO_RIGHT:
                return written({key: value}, self.language.code, self.say)
            return (Segment(value, True),)
        try:
            return written(value, self.language.code, self.say)
        except OddValue as odd:
            self._reports(self._name, f"{{{key}}} has an odd value of the kind {odd}")
            return ()
