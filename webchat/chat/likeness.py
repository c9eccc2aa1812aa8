"""How like the examples of each intent a text is, in one language: no model, only counting (rasa.md 4).

Naive Bayes over the n-grams says which intent it is like; the nearest example says whether it is like any.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache
from operator import mul

from webchat.chat.grams import grams, plain

_UNSEEN = 0.02  # what a gram that an intent has never had counts for; chosen by cross-validation
Examples = tuple[tuple[str, str], ...]  # (text, intent)


class Likeness:
    """The examples of one language, laid out once; safe from many threads."""

    def __init__(self, examples: Examples, unseen: float = _UNSEEN) -> None:
        """`unseen`: what a gram that an intent has never had counts for."""
        self._unseen = unseen
        texts = [(plain(text), intent) for text, intent in examples]
        self._exact = dict(texts)
        counted = [(grams(text), intent) for text, intent in texts]
        self._words = {word for text, _ in texts for word in text.split()}
        held = Counter(gram for found, _ in counted for gram in found)
        self._rarest = math.log(1 + len(texts)) + 1
        self._weight = {gram: math.log((1 + len(texts)) / (1 + n)) + 1 for gram, n in held.items()}
        self._intents = list(dict.fromkeys(intent for _, intent in texts))
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._of: dict[str, dict[str, float]] = {intent: defaultdict(float) for intent in self._intents}
        self._all: dict[str, float] = defaultdict(float)
        for index, (found, intent) in enumerate(counted):
            for gram, part in self._parts(found).items():
                self._holders[gram].append((index, part))
                self._of[intent][gram] += part
                self._all[gram] += part
        self._sums = {intent: sum(parts.values()) for intent, parts in self._of.items()}
        self._sum = sum(self._all.values())
        self._rows: dict[str, tuple[float, ...]] = {}

    def exactly(self, text: str) -> str | None:
        """The intent of the example that has these very words."""
        return self._exact.get(plain(text))

    def known(self, text: str) -> float:
        """The part of its words, from 0 to 1, that any example has."""
        words = plain(text).split()
        return sum(word in self._words for word in words) / len(words) if words else 0.0

    def scores(self, text: str) -> dict[str, float]:
        """How much more like each intent than like all the others; only differences mean anything."""
        parts = self._parts(grams(plain(text)))
        known = [gram for gram in parts if gram in self._weight]
        if not known:
            return dict.fromkeys(self._intents, 0.0)
        weights = [parts[gram] for gram in known]
        columns = zip(*map(self._row, known), strict=True)
        return {
            intent: sum(map(mul, weights, column))
            for intent, column in zip(self._intents, columns, strict=True)
        }

    def nearest(self, text: str) -> float:
        """How near the nearest example is: 0 for nothing in common, 1 for the same."""
        cosines: dict[int, float] = defaultdict(float)
        for gram, weight in self._parts(grams(plain(text))).items():
            for index, part in self._holders.get(gram, ()):
                cosines[index] += weight * part
        return max(cosines.values(), default=0.0)

    def _parts(self, found: Mapping[str, int]) -> dict[str, float]:
        weighed = {gram: count * self._weight.get(gram, self._rarest) for gram, count in found.items()}
        size = math.sqrt(sum(weight**2 for weight in weighed.values()))
        return {gram: weight / size for gram, weight in weighed.items()}

    def _row(self, gram: str) -> tuple[float, ...]:
        """What one gram says for each intent: worked out when it is first met."""
        row = self._rows.get(gram)
        if row is None:
            row = self._rows[gram] = tuple(self._says(gram, intent) for intent in self._intents)
        return row

    def _says(self, gram: str, intent: str) -> float:
        of, others = self._of[intent].get(gram, 0.0), self._all[gram]
        one, unseen = self._unseen, self._unseen * len(self._weight)
        mine = math.log((of + one) / (self._sums[intent] + unseen))
        return mine - math.log((others - of + one) / (self._sum - self._sums[intent] + unseen))


def likenesses(
    examples: Mapping[str, Mapping[str, Collection[str]]], unseen: float = _UNSEEN
) -> dict[str, Likeness]:
    """By language. The same examples are laid out once in a process, however many conversations ask."""
    flat = {
        lang: tuple((text, intent) for intent, texts in by_intent.items() for text in texts)
        for lang, by_intent in examples.items()
    }
    return {lang: _laid_out(told, unseen) for lang, told in flat.items()}


@lru_cache(maxsize=8)  # each language, and some of them twice (safety.py)
def _laid_out(examples: Examples, unseen: float) -> Likeness:
    return Likeness(examples, unseen)
