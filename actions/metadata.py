"""What a turn brings besides the guest's words: which charity, its settings, and the marks of a sending."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from webchat.i18n.help_told import GROUPS, WAYS

_OF_A_NUMBER = ("group", "way", "name", "number", "message")


@dataclass(frozen=True, slots=True)
class Number:
    """Somebody to turn to, from the directory; `checked` once the charity has confirmed the number.

    `group` and `way` are words of webchat.i18n.help_told; `message` is what to text, or empty.
    """

    group: str
    way: str
    name: str
    number: str
    message: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Metadata:
    """Read from `tracker.latest_message["metadata"]`; whatever is missing is empty.

    `open_state`: "open", "closed" or "unknown"; `next_open`: an instant in ISO form, or empty. `formats`:
    what the charity's pack offers. `trustees`: guests may ask to see one. `asks_scope`: here a comment is
    about no one person's service (policy-facts A4.7). `ring_back`: the policy's own words on ringing back at
    once, or empty. `found`: the topics that the guest's words ask about, the best first; `unsaid`: one of
    which the policy does not speak; `sure`: they ask, whatever else they are like. `unhappy`: words of
    feedback are like a complaint or a worry. `asks_for_own`: words of a question may ask for what is held.
    `code_hash` and `sealed_code` come with `send` only.
    """

    charity: str
    lang: str
    conversation: str
    key: str
    code_hash: str
    sealed_code: str
    open_state: str
    next_open: str
    trustees: bool
    asks_scope: bool
    ring_back: str
    formats: frozenset[str]
    phone: str
    email: str
    address: str
    retention_months: int | None
    found: tuple[str, ...]
    unsaid: str
    sure: bool
    unhappy: bool
    asks_for_own: bool
    directory: tuple[Number, ...]

    @classmethod
    def of(cls, tracker: Tracker) -> Metadata:
        """The metadata of the message that is being answered."""
        given = _given(tracker)
        hours, contact = _mapping(given.get("open")), _mapping(given.get("contact"))
        months = given.get("retention_months")
        return cls(
            charity=_text(given.get("charity")),
            lang=_text(given.get("lang")),
            conversation=_text(given.get("conversation")),
            key=_text(given.get("key")),
            code_hash=_text(given.get("code_hash")),
            sealed_code=_text(given.get("sealed_code")),
            open_state=_text(hours.get("state")) or "unknown",
            next_open=_text(hours.get("next")),
            trustees=given.get("trustees") is True,
            asks_scope=asks_scope(tracker),
            ring_back=_text(given.get("ring_back")),
            formats=frozenset(one for one in _list(given.get("formats")) if isinstance(one, str)),
            phone=_text(contact.get("phone")),
            email=_text(contact.get("email")),
            retention_months=months if isinstance(months, int) and months > 0 else None,
            address=_text(contact.get("address")),
            found=tuple(one for one in _list(given.get("found")) if isinstance(one, str)),
            unsaid=_text(given.get("unsaid")),
            sure=given.get("sure") is True,
            unhappy=given.get("unhappy") is True,
            asks_for_own=given.get("asks_for_own") is True,
            directory=tuple(_numbers(_list(given.get("directory")))),
        )


def asks_scope(tracker: Tracker) -> bool:
    """That one mark alone: a form asks for it three times a turn."""
    return _given(tracker).get("asks_scope") is True


def _given(tracker: Tracker) -> Mapping[str, Any]:
    return _mapping((tracker.latest_message or {}).get("metadata"))


def _numbers(entries: list[Any]) -> Iterator[Number]:
    """Those that there are words for."""
    for entry in map(_mapping, entries):
        group, way, name, number, message = (_text(entry.get(key)) for key in _OF_A_NUMBER)
        if group in GROUPS and way in WAYS and number:
            yield Number(group, way, name, number, message, entry.get("checked") is True)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
