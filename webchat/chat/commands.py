"""Inside a form, whether a message is nothing but a command: an answer is never taken for one (rasa.md 3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

from webchat.chat.phrases import one_slip, words_of

_MOST_WORDS = 4  # a longer one reads like somebody's answer: "I want to stop seeing him"
_POLITE = frozenset({"please", "plese", "pls", "plz"})
Command = tuple[str, ...]


class Commands:
    """The short examples of each intent in every language, laid out once."""

    def __init__(self, examples: Mapping[str, Mapping[str, Collection[str]]]) -> None:
        self._by_length: dict[str, dict[int, list[tuple[Command, str]]]] = {
            lang: _by_length(by_intent) for lang, by_intent in examples.items()
        }

    def find(self, text: str, langs: Iterable[str], only: Collection[str]) -> str | None:
        """The intent whose example this message is, word for word but for slips of the finger; else None."""
        said = _plain(text)
        for lang in langs:
            for example, intent in self._by_length[lang].get(len(said), ()):
                if intent in only and all(_same(*pair) for pair in zip(said, example, strict=True)):
                    return intent
        return None


def _by_length(by_intent: Mapping[str, Collection[str]]) -> dict[int, list[tuple[Command, str]]]:
    found: dict[int, list[tuple[Command, str]]] = {}
    for intent, texts in by_intent.items():
        for text in texts:
            words = _plain(text)
            if 0 < len(words) <= _MOST_WORDS:
                found.setdefault(len(words), []).append((words, intent))
    return found


def _plain(text: str) -> Command:
    """Its words without please; "stop, stop!" says no more than "stop"."""
    words = (word for word in words_of(text) if word != "|" and word not in _POLITE)
    return tuple(word for word, _ in groupby(words))


def _same(typed: str, meant: str) -> bool:
    """Another letter makes another word ("cancer"); one that is missing, doubled or misplaced does not."""
    if typed == meant:
        return True
    longer = max(len(typed), len(meant))
    if longer <= 3 or abs(len(typed) - len(meant)) > 1:
        return False
    changed = len(typed) == len(meant) and sorted(typed) != sorted(meant)
    return not changed and one_slip(typed, meant)
