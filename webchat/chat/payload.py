"""What a choice carries, such as '/answer{"needs": ["large_print"]}', taken apart as Rasa does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from webchat.chat.dialogue import JSON, NotOffered

_SHAPE = re.compile(r"/([A-Za-z_]\w*)(\{.*\})?", re.DOTALL)


def take_apart(payload: str) -> tuple[str, dict[str, tuple[JSON, ...]]]:
    """The intent and, for each entity, its values in order. Raises ValueError when it is not a payload."""
    shape = _SHAPE.fullmatch(payload)
    if shape is None:
        raise ValueError("not a payload")
    found = json.loads(shape.group(2)) if shape.group(2) else {}
    if not isinstance(found, dict):
        raise ValueError("not a mapping of entities")
    return shape.group(1), {k: tuple(v) if isinstance(v, list) else (v,) for k, v in found.items()}


def put_together(intent: str, entities: Mapping[str, tuple[JSON, ...]]) -> str:
    """The payload that says this; one value stands alone, several are a list."""
    if not entities:
        return f"/{intent}"
    named = {name: values[0] if len(values) == 1 else list(values) for name, values in entities.items()}
    return f"/{intent}{json.dumps(named, ensure_ascii=False)}"


def merged(choices: Iterable[str], offered: Iterable[str]) -> tuple[str, dict[str, tuple[JSON, ...]]]:
    """Several ticks as one: the intent they share and every value, in order, once.

    Raises NotOffered when one was not just offered, or they do not belong together.
    """
    known = frozenset(offered)
    intent = ""
    entities: dict[str, tuple[JSON, ...]] = {}
    for choice in dict.fromkeys(choices):
        if choice not in known:
            raise NotOffered
        try:
            this, found = take_apart(choice)
        except ValueError:
            raise NotOffered from None
        if intent and this != intent:
            raise NotOffered
        intent = this
        for name, values in found.items():
            had = entities.get(name, ())
            entities[name] = had + tuple(v for v in values if v not in had)
    return intent, entities
