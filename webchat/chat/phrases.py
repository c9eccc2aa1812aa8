"""Finds phrases in what somebody wrote, misspelt or not: word lists, no guessing (guest-rules E18)."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from webchat.chat.grams import ALIKE

_GAP = "~"  # in a phrase: some other words may stand here
_WIDEST_GAP = 3  # words
_BLURRED = 5  # letters; a shorter word one letter away is too often another word
_ENDS, _END = frozenset(".!?\n\u061f\u06d4"), " | "
_ALIKE = {**ALIKE, **dict.fromkeys(map(ord, "'’‘`´"))}  # apostrophes are left out
_AND = ("\u0648", "\u0641")  # Arabic "and", written as one with the word after it


@dataclass(frozen=True, slots=True)
class _Step:
    """One word of a phrase: any of these, and whether other words may stand before it."""

    words: frozenset[str]
    after_a_gap: bool


class Phrases:
    """Phrases laid out once, by the words they can begin with; safe from many threads.

    A phrase is words with "/" between those that may stand for each other, and "~" where up to three other
    words may stand: "he/she ~ hit/hits me". `exactly`: misspelt words are not recognised.
    """

    def __init__(self, written: Iterable[str], *, exactly: bool = False) -> None:
        self._beginning: dict[str, list[tuple[_Step, ...]]] = defaultdict(list)
        for phrase in written:
            steps = _steps(phrase)
            for word in steps[0].words:
                self._beginning[word].append(steps)
        known = {
            word for each in self._beginning.values() for steps in each for s in steps for word in s.words
        }
        self._known = frozenset(known)
        self._blurred = _by_blur(known) if not exactly else {}

    def spans(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Where phrases stand: pairs of the first word's place and the one after the last word's."""
        meant = {word: self._meant(word) for word in set(words)}
        heard = [meant[word] for word in words]
        for start, possible in enumerate(heard):
            for word in possible:
                for steps in self._beginning.get(word, ()):
                    end = _end(steps, heard, start)
                    if end:
                        yield start, end

    def _meant(self, word: str) -> frozenset[str]:
        """The words of phrases that this word is, or is one slip of the finger away from."""
        if word.startswith(_AND) and word not in self._known:
            return self._near(word) | self._near(word[1:])
        return self._near(word)

    def _near(self, word: str) -> frozenset[str]:
        if word in self._known or len(word) < _BLURRED - 1:
            return frozenset({word} & self._known)
        near = {known for blur in _blurs(word) for known in self._blurred.get(blur, ())}
        return frozenset(known for known in near if one_slip(word, known))


def words_of(text: str) -> list[str]:
    """The words of a text in small letters without accents or apostrophes; letters of every script stay, and
    those that people type for each other are read alike.

    A sentence ends in a word of its own, so that no phrase begins in one sentence and ends in the next.
    """
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE)
    kept = (
        "" if unicodedata.combining(c) else c if c.isalnum() else _END if c in _ENDS else " " for c in folded
    )
    return "".join(kept).split()


def one_slip(typed: str, meant: str) -> bool:
    """Whether one letter is wrong, missing, too many or in another's place; in short words, in another's
    place or doubled only."""
    if len(typed) > len(meant):
        longer, shorter = typed, meant
    else:
        longer, shorter = meant, typed
    at = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    if len(longer) - len(shorter) == 1:
        doubled = longer[at - 1 : at] == longer[at : at + 1] or longer[at : at + 1] == longer[at + 1 : at + 2]
        return longer[at + 1 :] == shorter[at:] and (len(meant) >= _BLURRED or doubled)
    if len(longer) != len(shorter):
        return False
    swapped = longer[at + 2 :] == shorter[at + 2 :] and longer[at : at + 2] == shorter[at : at + 2][::-1]
    return swapped or (longer[at + 1 :] == shorter[at + 1 :] and len(meant) >= _BLURRED)


def _steps(phrase: str) -> tuple[_Step, ...]:
    parts = phrase.split()
    return tuple(
        _Step(frozenset("".join(words_of(one)) for one in part.split("/")), before == _GAP)
        for before, part in pairwise(["", *parts])
        if part != _GAP
    )


def _end(steps: tuple[_Step, ...], heard: list[frozenset[str]], start: int) -> int:
    """The place after the phrase, if it stands at `start`; otherwise 0."""
    at = start + 1
    for step in steps[1:]:
        last = at + (_WIDEST_GAP if step.after_a_gap else 0)
        found = next((i for i in range(at, min(last + 1, len(heard))) if step.words & heard[i]), None)
        if found is None:
            return 0
        at = found + 1
    return at


def _by_blur(known: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in known:
        if len(word) >= _BLURRED - 1:
            for blur in _blurs(word):
                found[blur].append(word)
    return found


def _blurs(word: str) -> set[str]:
    """The word, and the word without each of its letters: two words one slip apart share one of these."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
