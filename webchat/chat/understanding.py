"""What a message is: danger, the intent the chat follows, and the door it suggests (rasa.md 4).

One reading serves the chat and `webchat understand`, so that they cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from itertools import islice
from typing import NamedTuple

from webchat.chat.commands import Commands
from webchat.chat.danger import DANGER, NOT_DANGER
from webchat.chat.likeness import Likeness, likenesses
from webchat.chat.nearness import Meaning, OfOneMessage
from webchat.chat.project import NOT_UNDERSTOOD
from webchat.chat.safety import HARM_EXAMPLES, Hearing, Safety
from webchat.chat.suggests import STORIES, Suggests, door_of

HELP_NOW = "help_now"  # the intent of a cry for help that says nothing of why
LONGEST = 200  # characters; anything longer is somebody's story, not a command
LONGEST_IN_A_FORM = 60  # inside a form only a short message may interrupt (rasa.md 3, deviations)
# Chosen by cross-validation (`make bench`): the least lead of a door over the next, and how near an example
# has to be to a text that has not one word of any.
_LEAD = 0.5
_NEAR = 0.12
_MEANT = 0.25  # of a text, by its meaning: the least share of a door, and of an intent that is followed
_PART_ENDS = re.compile(r"[.!?;,\n]+|\b(?:and|but|because|so)\b")
_SHORTEST_PART = 3  # words
_MOST_PARTS = 12  # whose meaning is looked for: each takes some milliseconds
_CLEAR = 10  # words of a message whose meaning is clear without looking at its parts
_UNHAPPY = (Suggests.COMPLAINT, Suggests.CONCERN)


class Understood(NamedTuple):
    """What one message is taken for; `confidence` from 0 to 1, 0 where nothing was understood."""

    suggests: Suggests
    confidence: float
    safety: Safety
    intent: str


class _Found(NamedTuple):
    """`lead`: how far the intent's door is ahead of the next; by meaning, its share against all the rest."""

    lead: float
    intent: str

    @property
    def is_a_story(self) -> bool:
        return door_of(self.intent) in STORIES


_NOTHING = _Found(0.0, NOT_UNDERSTOOD)


class Understanding:
    """Examples by language and intent, laid out once; safe from many threads."""

    def __init__(self, examples: Mapping[str, Mapping[str, Collection[str]]]) -> None:
        spoken = {lang: _without(by_intent, {DANGER, NOT_DANGER}) for lang, by_intent in examples.items()}
        self._like = likenesses({lang: by_intent for lang, by_intent in spoken.items() if by_intent})
        self._commands = Commands({lang: _without(one, HARM_EXAMPLES) for lang, one in spoken.items()})
        self._hearing = Hearing(examples, self._like)
        self._little_known = _little_known(spoken)
        self._meaning: Meaning | None = None

    def shared(self) -> Understanding:
        """Another over the same examples, which need not be laid out again; it learns meaning by itself."""
        other = copy(self)
        other.learn(None)
        return other

    def learn(self, meaning: Meaning | None) -> None:
        """From now on go by what sentences mean too; None goes back to counting alone."""
        self._meaning = meaning

    def understand(self, text: str, lang: str | None = None) -> Understood:
        """What a message outside every form is taken for. `lang`: that language and English are looked at;
        without it, or when it has no examples, all."""
        meaning = self._of_one_message()
        found = self._read(text, self._langs(lang), meaning)
        heard = self._hearing.heard(text, meaning)
        if heard is Safety.NONE and found.intent == HELP_NOW:
            heard = Safety.EMERGENCY
        return Understood(door_of(found.intent), _confidence(found), heard, found.intent)

    def parse(
        self, text: str, lang: str | None = None, *, only: Collection[str] | None = None
    ) -> tuple[str, float]:
        """The intent and a confidence from 0 to 1; `nlu_fallback` when it is not like any.

        Danger is heard in words of any length, inside a form too. `only`: inside a form, the intents that may
        interrupt it; then the message must be nothing but a command.
        """
        meaning = self._of_one_message()
        if self._hearing.heard(text, meaning) is not Safety.NONE:
            return DANGER, 1.0
        if only is None:
            found = self._read(text, self._langs(lang), meaning)
            return found.intent, _confidence(found)
        if _is_payload(text) or len(text.strip()) > LONGEST_IN_A_FORM:
            return NOT_UNDERSTOOD, 0.0
        heard = self._commands.find(text, sorted(self._langs(lang)), only)
        return (heard, 1.0) if heard else (NOT_UNDERSTOOD, 0.0)

    def hears_danger(self, text: str) -> bool:
        """Whether it may mean that somebody is in danger, in whichever language."""
        return self._hearing.heard(text, self._meaning) is not Safety.NONE

    def sounds_unhappy(self, text: str, lang: str | None = None) -> bool:
        """Whether feedback is like a complaint or a worry, whatever it is called (guest-rules E1).

        In a language with few examples, what is like nothing is offered as one too: it errs that way.
        """
        intent = self._read(text, self._langs(lang), self._of_one_message()).intent
        return door_of(intent) in _UNHAPPY or (lang in self._little_known and intent == NOT_UNDERSTOOD)

    def _of_one_message(self) -> Meaning | None:
        return None if self._meaning is None else OfOneMessage(self._meaning)

    def _langs(self, lang: str | None) -> Collection[str]:
        return {lang, "en"} & self._like.keys() if lang in self._like else self._like.keys()

    def _read(self, text: str, langs: Collection[str], meaning: Meaning | None) -> _Found:
        if _is_payload(text):
            return _NOTHING
        whole = self._find(text, langs, meaning)
        if not whole.is_a_story and len(text.split()) > (_SHORTEST_PART if meaning is None else _CLEAR):
            most = None if meaning is None else _MOST_PARTS
            parts = (self._find(part, langs, meaning) for part in islice(_parts(text), most))
            whole = max((one for one in parts if one.is_a_story), default=whole)
        return whole if whole.is_a_story or len(text.strip()) <= LONGEST else _NOTHING

    def _find(self, text: str, langs: Collection[str], meaning: Meaning | None) -> _Found:
        likes = [self._like[lang] for lang in sorted(langs)]
        for like in likes:
            exactly = like.exactly(text)
            if exactly and exactly not in HARM_EXAMPLES:
                return _Found(float("inf"), exactly)
        if meaning is not None and text.strip():
            return _meant(meaning.shares([text])[0])
        return max((_lead(like, text) for like in _in_its_language(likes, text)), default=_NOTHING)


def _little_known(spoken: Mapping[str, Mapping[str, Collection[str]]]) -> frozenset[str]:
    """The languages with less than half the examples of the best known one."""
    known = {lang: sum(map(len, by_intent.values())) for lang, by_intent in spoken.items() if by_intent}
    return frozenset(lang for lang, count in known.items() if count < max(known.values()) / 2)


def _parts(text: str) -> Iterator[str]:
    """A longer message may be what its clearest part is: "thank you, but I want to complain"."""
    return (part for part in _PART_ENDS.split(text) if len(part.split()) >= _SHORTEST_PART)


def _in_its_language(likes: Sequence[Likeness], text: str) -> Iterator[Likeness]:
    """Those that know its words: what is like nothing in one language may look like anything in another."""
    known = [like.known(text) for like in likes]
    return (like for like, part in zip(likes, known, strict=True) if part * 2 >= max(known))


def _lead(like: Likeness, text: str) -> _Found:
    """The intent it is most like, and how far its door is ahead of every other."""
    if not like.known(text) and like.nearest(text) < _NEAR:
        return _NOTHING
    scores = {intent: score for intent, score in like.scores(text).items() if intent not in HARM_EXAMPLES}
    if not scores:
        return _NOTHING
    best = max(scores, key=lambda intent: scores[intent])
    door = _group(best)
    lead = scores[best] - max((s for one, s in scores.items() if _group(one) != door), default=0.0)
    return _Found(lead, best) if lead >= _LEAD else _NOTHING


def _meant(shares: Mapping[str, float]) -> _Found:
    """The door that has most of it, whatever language it is in, and the likeliest intent behind that door."""
    doors: dict[Suggests, dict[str, float]] = {}
    for intent, share in shares.items():
        if intent not in HARM_EXAMPLES:
            doors.setdefault(door_of(intent), {})[intent] = share
    if not doors:
        return _NOTHING
    behind = max(doors.values(), key=lambda one: sum(one.values()))
    share, intent = sum(behind.values()), max(behind, key=lambda one: behind[one])
    if share < _MEANT or (door_of(intent) is Suggests.NONE and behind[intent] < _MEANT):
        return _NOTHING
    return _Found(share / max(1 - share, 0.01), intent)


def _confidence(found: _Found) -> float:
    return round(1 - 1 / (1 + found.lead), 2)


def _group(intent: str) -> str:
    """Intents that lead through one door do not compete with each other."""
    door = door_of(intent)
    return intent if door is Suggests.NONE else door.value


def _is_payload(text: str) -> bool:
    """A typed "/" is how Rasa spells a payload; typed, it is no command of ours (rasa.md 2.5)."""
    return text.lstrip().startswith("/")


def _without(by_intent: Mapping[str, Collection[str]], names: Collection[str]) -> dict[str, Collection[str]]:
    return {intent: texts for intent, texts in by_intent.items() if intent not in names}
