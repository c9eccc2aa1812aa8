"""How our values become columns, the same on SQLite and on PostgreSQL."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

Word = TypeVar("Word", bound=StrEnum)

# A row's place in the order of writing. SQLite counts up by itself only in a column of this very type.
Place = BigInteger().with_variant(Integer, "sqlite")


def storable(text: str) -> str:
    """Text as both databases can keep it: no NUL, and U+FFFD for half of a surrogate pair (security D2)."""
    if text.isascii():
        return text.replace("\0", "") if "\0" in text else text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "")


class Words(TypeDecorator[str]):
    """Text, made storable on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Make it storable."""
        return value if value is None else storable(value)


def as_json(value: Any) -> str:
    """Plain JSON values as ASCII text, every text in them made storable: the engines write `Data` with it.

    Only what may need it is walked: a NUL, or what is written as surrogates, as an emoji is too.
    """
    written = json.dumps(value)
    return json.dumps(_storable_in(value)) if "\\u0000" in written or "\\ud" in written else written


def _storable_in(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        return {_storable_in(key): _storable_in(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_storable_in(inner) for inner in value]
    return value


Data = JSON  # plain JSON values, written by `as_json`

class Instant(TypeDecorator[datetime]):
    """An instant: aware in, aware UTC out. A time without its zone is refused, never guessed."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """In UTC; SQLite has no zones and keeps it without one. Raises ValueError for a naive time."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """With its zone again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Named(TypeDecorator[Word], Generic[Word]):
    """One of the glossary's words, stored as it is written there."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[Word]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: Word | None, dialect: Dialect) -> str | None:
        """The word itself. Raises ValueError for a word that is not one of them."""
        return value if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> Word | None:
        """The member of the enumeration."""
        return value if value is None else self.words(value)
