"""Which intent a message has: danger first, then the nearest example by character n-grams (rasa.md 4)."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import NamedTuple

from webchat.chat.commands import Commands
from webchat.chat.danger import DANGER, NOT_DANGER, Danger
from webchat.chat.project import NOT_UNDERSTOOD

LONGEST = 200  # characters; anything longer is somebody's story, not a command
LONGEST_IN_A_FORM = 60  # inside a form only a short message may interrupt (rasa.md 3, deviations)
SURE = 0.44  # nearness of the intent plus its lead over the next; chosen by cross-validation
# What a longer message may be by its strongest part; the rest of it is then in the box, word for word.
_BY_A_PART = frozenset({"question", "appointment", "feedback"})
_PART_ENDS = re.compile(r"[.!?;,\n]+|\b(?:and|but|because|so)\b")
_SHORTEST_PART = 3  # words
_VOWELS = re.compile("[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")


class Understanding:
    """Examples by language and intent, laid out once; `parse` is safe from many threads."""

    def __init__(self, examples: Mapping[str, Mapping[str, Collection[str]]]) -> None:
        spoken = {lang: _but_danger(by_intent) for lang, by_intent in examples.items()}
        self._nearest = {lang: _Nearest(by_intent) for lang, by_intent in spoken.items()}
        self._commands = Commands(spoken)
        self._danger = Danger(examples)

    def parse(
        self, text: str, lang: str | None = None, *, only: Collection[str] | None = None
    ) -> tuple[str, float]:
        """The intent and a confidence from 0 to 1; `nlu_fallback` when no example is near enough.

        Danger is heard in words of any length, inside a form too. `lang`: that language and English are
        looked at; without it, or when it has no examples, all. `only`: inside a form, the intents that may
        interrupt it; then the message must be nothing but a command.
        """
        if self._danger.heard(text):
            return DANGER, 1.0
        longest = LONGEST if only is None else LONGEST_IN_A_FORM
        # A typed "/" is how Rasa spells a payload; typed, it is no command of ours (rasa.md 2.5).
        if len(text.strip()) > longest or text.lstrip().startswith("/"):
            return NOT_UNDERSTOOD, 0.0
        langs = {lang, "en"} & self._nearest.keys() if lang in self._nearest else self._nearest.keys()
        if only is not None:
            heard = self._commands.find(text, sorted(langs), only)
            return (heard, 1.0) if heard else (NOT_UNDERSTOOD, 0.0)
        whole = self._find(text, langs)
        parts = [one for one in self._of_parts(text, langs) if one.intent in _BY_A_PART and one.sure >= SURE]
        if parts and (whole.sure < SURE or whole.intent not in _BY_A_PART):
            whole = max(parts)
        return (whole.intent if whole.sure >= SURE else NOT_UNDERSTOOD), whole.sure

    def _of_parts(self, text: str, langs: Collection[str]) -> list[_Found]:
        parts = [part for part in _PART_ENDS.split(text) if len(part.split()) >= _SHORTEST_PART]
        return [self._find(part, langs) for part in parts] if len(text.split()) > _SHORTEST_PART else []

    def _find(self, text: str, langs: Collection[str]) -> _Found:
        words = _plain(text)
        if not words:
            return _NOTHING
        grams = _grams(words)
        return max((self._nearest[each].find(words, grams) for each in langs), default=_NOTHING)


class _Found(NamedTuple):
    """`sure`: how near the intent is, and how far ahead of the next."""

    sure: float
    intent: str


_NOTHING = _Found(0.0, NOT_UNDERSTOOD)


def _but_danger(by_intent: Mapping[str, Collection[str]]) -> dict[str, Collection[str]]:
    return {intent: texts for intent, texts in by_intent.items() if intent not in (DANGER, NOT_DANGER)}


class _Nearest:
    """The examples of one language as weighted n-grams, each with the examples that hold it."""

    def __init__(self, by_intent: Mapping[str, Collection[str]]) -> None:
        texts = [(_plain(text), intent) for intent, each in by_intent.items() for text in each]
        self._exact = dict(texts)
        self._intents = [intent for _, intent in texts]
        counted = [_grams(text) for text, _ in texts]
        held = Counter(gram for grams in counted for gram in grams)
        self._rarest = math.log(1 + len(texts)) + 1
        self._weight = {gram: math.log((1 + len(texts)) / (1 + n)) + 1 for gram, n in held.items()}
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for index, grams in enumerate(counted):
            size = self._size(grams)
            for gram, count in grams.items():
                self._holders[gram].append((index, count * self._weight[gram] / size))

    def find(self, text: str, grams: Mapping[str, int]) -> _Found:
        """The best intent. For the very words of an example it is sure."""
        if text in self._exact:
            return _Found(1.0, self._exact[text])
        cosines: dict[int, float] = defaultdict(float)
        size = self._size(grams)
        for gram, count in grams.items():
            holders = self._holders.get(gram)
            if holders:
                weight = count * self._weight[gram] / size
                for index, part in holders:
                    cosines[index] += weight * part
        by_intent: dict[str, list[float]] = defaultdict(list)
        for index, cosine in cosines.items():
            by_intent[self._intents[index]].append(cosine)
        ranked = sorted(((_nearness(each), intent) for intent, each in by_intent.items()), reverse=True)
        if not ranked:
            return _NOTHING
        (best, intent), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0.0
        return _Found(min(2 * best - second, 1.0), intent)

    def _size(self, grams: Mapping[str, int]) -> float:
        return math.sqrt(sum((n * self._weight.get(gram, self._rarest)) ** 2 for gram, n in grams.items()))


def _nearness(cosines: list[float]) -> float:
    """Mostly the nearest example, partly the three nearest, so that one odd example does not decide alone."""
    nearest = sorted(cosines, reverse=True)[:3]  # a third of the time that heapq.nlargest takes
    return 0.6 * nearest[0] + 0.4 * sum(nearest) / 3


def _plain(text: str) -> str:
    """Small letters, no accents, no punctuation, single spaces; letters of every script stay."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    kept = ("" if unicodedata.combining(c) else c if c.isalnum() else " " for c in folded)
    return " ".join("".join(kept).split())


def _grams(text: str) -> Counter[str]:
    """Words, pairs of words, runs of two to four characters, and two shapes that outlive misspelling.

    The shapes are its letters in the order of the alphabet ("stpo") and its consonants ("cancle").
    """
    found: Counter[str] = Counter()
    words = text.split()
    for word in words:
        found[word] += 2
        if len(word) > 3:
            found["=" + "".join(sorted(word))] += 2
            found["-" + _DOUBLED.sub(r"\1", _VOWELS.sub("", word))] += 2
        padded = f" {word} "
        for length in (2, 3, 4):
            for start in range(len(padded) - length + 1):
                found[padded[start : start + length]] += 1
    for pair in pairwise(words):
        found["_".join(pair)] += 2
    return found
