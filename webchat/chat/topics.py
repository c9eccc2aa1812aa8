"""Which topics a guest's question is about, by its likeness to examples: only counting (rasa.md 4)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from webchat.chat.grams import plain, shapes
from webchat.chat.likeness import Examples, Likeness

MOST = 3
OTHER = "other"
# Chosen by cross-validation (`make bench`): how much more like a topic than like a question about something
# else; what each word that no topic knows takes away; by how much another topic may be behind the best.
_LEAD = 1.0
_UNKNOWN = 2.0
_NEAR = 2.5
# How much more like a topic than like a complaint, thanks or an appointment: then a question was asked.
_SURE = 3.0
_LONGEST = 200  # characters; a longer text is a story, in which only its questions count
_SHORTEST_SHAPE = 4
# The intents that a topic is told from; the examples of the first are questions about something else.
_ASKS = "question"
_OTHERS = (
    *("complaint", "concern", "comment", "compliment"),
    *("appointment", "change_appointment", "track", "talk_to_person"),
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
By = Mapping[str, Mapping[str, Collection[str]]]


class Found(NamedTuple):
    """The topics, the best first; `sure`: it asks about them, whatever else it is like."""

    topics: tuple[str, ...] = ()
    sure: bool = False


class Topics:
    """Examples by language and topic, laid out once; safe from many threads.

    `said` are the project's examples by language and intent: they keep what is no question from being found.
    """

    def __init__(self, asked: By, said: By) -> None:
        self._read = {
            lang: _laid_out(_pairs(by_topic), _beside(by_topic, said.get(lang, {})))
            for lang, by_topic in asked.items()
        }

    def find(self, text: str, lang: str = "") -> Found:
        """What is asked; `lang`: that language and English are looked at; where it has no examples, all."""
        langs = {lang, "en"} & self._read.keys() if lang in self._read else self._read.keys()
        found = [self._read[code].find(one) for one in _questions(text) for code in sorted(langs)]
        sure = any(one.sure for one in found)
        leads: dict[str, float] = {}
        for one in found:
            for topic, lead in one.leads.items():
                leads[topic] = max(lead, leads.get(topic, lead))
        best = sorted(leads, key=lambda topic: -leads[topic])[:MOST]
        return Found(tuple(one for one in best if leads[best[0]] - leads[one] <= _NEAR), sure)


class _Leads(NamedTuple):
    """Topics that a sentence may be about, each with how far it is ahead."""

    leads: Mapping[str, float]
    sure: bool


class _Reading:
    """The examples of one language."""

    def __init__(self, asked: Examples, beside: Examples) -> None:
        self._like = Likeness((*asked, *beside))
        self._topics = {topic for _, topic in asked} - {OTHER}
        known = (plain(text) for text, topic in asked if topic != OTHER)
        self._shapes = {shape for text in known for word in text.split() for shape in _shapes(word)}

    def find(self, text: str) -> _Leads:
        """The topics of one sentence."""
        scores = self._like.scores(text)
        behind = max((scores[one] for one in _OTHERS if one in scores), default=float("-inf"))
        needed = scores[OTHER] + _LEAD + _UNKNOWN * self._unknown(plain(text))
        if text.endswith((".", "!")):  # somebody tells something
            needed = max(needed, behind + _SURE)
        leads = {topic: scores[topic] for topic in self._topics if scores[topic] >= needed}
        return _Leads(leads, bool(leads) and max(leads.values()) - behind >= _SURE)

    def _unknown(self, text: str) -> int:
        """How many of its longer words no topic has, however spelt."""
        return sum(self._shapes.isdisjoint(_shapes(word)) for word in text.split() if shapes(word))


def _shapes(word: str) -> list[str]:
    return [shape for shape in shapes(word) if len(shape) >= _SHORTEST_SHAPE]


def _questions(text: str) -> Iterator[str]:
    """The sentences that may ask something: those with a question mark, or all of a short text."""
    found = [one.strip() for one in _SENTENCE.findall(text) if plain(one)]
    asking = [one for one in found if one.endswith("?")]
    if asking:
        yield from asking
    elif len(text.strip()) <= _LONGEST:
        yield from found


def _pairs(by_topic: Mapping[str, Collection[str]]) -> Examples:
    return tuple((text, topic) for topic, texts in by_topic.items() for text in texts)


def _beside(by_topic: Mapping[str, Collection[str]], said: Mapping[str, Collection[str]]) -> Examples:
    """What else is said; what an example of a topic says in the same words is about the topic."""
    known = {plain(text) for texts in by_topic.values() for text in texts}
    names = {_ASKS: OTHER, **{one: one for one in _OTHERS}}
    return tuple(
        (text, names[intent])
        for intent in names
        for text in said.get(intent, ())
        if plain(text) not in known
    )


@lru_cache(maxsize=4)
def _laid_out(asked: Examples, beside: Examples) -> _Reading:
    """The same examples are laid out once in a process."""
    return _Reading(asked, beside)
