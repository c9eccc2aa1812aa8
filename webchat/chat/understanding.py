"""Which intent a short message has: the nearest example by character n-grams (rasa.md 4)."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from webchat.chat.project import NOT_UNDERSTOOD

LONGEST = 200  # characters; anything longer is somebody's story, not a command
LONGEST_IN_A_FORM = 60  # inside a form only a short message may interrupt (rasa.md 3, deviations)
NEAR = 0.4  # cosine at which an example is near enough; chosen by cross-validation
NEAR_IN_A_FORM = 0.7  # an answer taken for a command costs the guest more than a command taken for an answer
_VOWELS = re.compile("[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")


class Understanding:
    """Examples by language and intent, laid out once; `parse` is safe from many threads."""

    def __init__(self, examples: Mapping[str, Mapping[str, Collection[str]]]) -> None:
        self._nearest = {lang: _Nearest(by_intent) for lang, by_intent in examples.items()}

    def parse(
        self, text: str, lang: str | None = None, *, only: Collection[str] | None = None
    ) -> tuple[str, float]:
        """The intent and a confidence from 0 to 1; `nlu_fallback` when no example is near enough.

        `lang`: that language and English are looked at; without it, or when it has no examples, all. `only`:
        inside a form, the intents that may interrupt it; then the message must be short and very near.
        """
        words = _plain(text[: LONGEST + 1])
        longest, near = (LONGEST, NEAR) if only is None else (LONGEST_IN_A_FORM, NEAR_IN_A_FORM)
        # A typed "/" is how Rasa spells a payload; typed, it is no command of ours (rasa.md 2.5).
        if not words or len(text.strip()) > longest or text.lstrip().startswith("/"):
            return NOT_UNDERSTOOD, 0.0
        grams = _grams(words)
        langs = {lang, "en"} & self._nearest.keys() if lang in self._nearest else self._nearest.keys()
        confidence, intent = max(
            (self._nearest[each].find(words, grams) for each in sorted(langs)), default=(0.0, NOT_UNDERSTOOD)
        )
        if confidence < near or (only is not None and intent not in only):
            return NOT_UNDERSTOOD, confidence
        return intent, confidence


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

    def find(self, text: str, grams: Mapping[str, int]) -> tuple[float, str]:
        """The nearest example's cosine and intent; the very same words are 1."""
        if text in self._exact:
            return 1.0, self._exact[text]
        scores: dict[int, float] = defaultdict(float)
        for gram, count in grams.items():
            holders = self._holders.get(gram)
            if holders:
                weight = count * self._weight[gram]
                for index, part in holders:
                    scores[index] += weight * part
        if not scores:
            return 0.0, NOT_UNDERSTOOD
        best = max(scores, key=scores.__getitem__)
        return min(scores[best] / self._size(grams), 1.0), self._intents[best]

    def _size(self, grams: Mapping[str, int]) -> float:
        return math.sqrt(sum((n * self._weight.get(gram, self._rarest)) ** 2 for gram, n in grams.items()))


def _plain(text: str) -> str:
    """Small letters, no accents, no punctuation, single spaces; letters of every script stay."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    kept = ("" if unicodedata.combining(c) else c if c.isalnum() else " " for c in folded)
    return " ".join("".join(kept).split())


def _grams(text: str) -> Counter[str]:
    """Runs of two to four characters in each word, the word itself, and two shapes that outlive misspelling.

    Those are its letters in the order of the alphabet ("stpo") and its consonants ("helo", "cancle").
    """
    found: Counter[str] = Counter()
    for word in text.split():
        found[word] += 1
        if len(word) > 3:
            found["=" + "".join(sorted(word))] += 2
            found["-" + _DOUBLED.sub(r"\1", _VOWELS.sub("", word))] += 2
        padded = f" {word} "
        for length in (2, 3, 4):
            for start in range(len(padded) - length + 1):
                found[padded[start : start + length]] += 1
    return found
