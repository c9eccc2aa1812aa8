"""Whether somebody may be in danger, and how soon: reviewed phrases, and sentences like known ones (E18).

Emergency: danger to life, or of harm now. Safeguarding: abuse or neglect that is told, past or going on
(guest-rules E14, E20). Either shows where to get help, and nothing more: it blocks, labels and tells nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from webchat.chat.danger import DANGER, NOT_DANGER, Danger
from webchat.chat.likeness import Likeness, likenesses
from webchat.chat.nearness import Meaning
from webchat.chat.suggests import door_of


class Safety(StrEnum):
    """What the words may mean."""

    NONE = "none"
    EMERGENCY = "emergency"
    SAFEGUARDING = "safeguarding"


SOUNDS_LIKE = "sounds_like_danger"
HARM = (Safety.EMERGENCY, Safety.SAFEGUARDING)
# Intents whose examples are sentences to compare with: nobody's message is ever given one of these names.
HARM_EXAMPLES = frozenset({*HARM, SOUNDS_LIKE})


class Rule(NamedTuple):
    """How sentences of one language are heard. Its figures were chosen together."""

    known: float  # part of the words that the examples have, or it is another language
    more: float  # how much more like harm than like anything else
    together: bool = True  # both kinds of harm against all else at once: says more where examples are few


# English: chosen on messages kept from the examples (tests/chat/test_safety.py). The others: by leaving
# examples out (`make bench`), with at most 1 look-alike in 6 taken for harm; both languages came to the same.
_RULES = {"en": Rule(0.5, 1.0, together=False), "pl": Rule(0.2, 0.9), "ar": Rule(0.2, 0.9)}
_ELSEWHERE = Rule(0.5, 1.0)
_UNSEEN = 0.1  # what a gram counts for there that harm, or all else, has never had
_HARM, _ALL_ELSE = "harm", "all else"
# How much more still where a reviewed exception stands, such as "my feet are killing me".
_EXCUSED = 3.0
# The same where the extra `nlu` says what sentences mean: the lead of harm over all else, in shares of a
# whole. What counting takes for harm is let go where the meaning is further from it than the second figure.
_MEANT_EXCUSED, _MEANT_DOUBT = 0.4, -0.1
_MOST_MEANT = 12  # pieces of one message: each takes some milliseconds
_FEWEST, _MOST = 4, 24  # words of a piece; fewer are left to the phrases alone
_SENTENCE = re.compile(r"[.!?\n\u061f]+")
Lead = tuple[float, Safety]  # above 0 it is taken for harm
_BRIEF = -1.0  # the most that a piece too short for a sentence counts for
_NOTHING: Lead = (_BRIEF, Safety.EMERGENCY)
_UNHEARD: Lead = (float("-inf"), Safety.EMERGENCY)


class Hearing:
    """The danger of a project's examples, laid out once; safe from many threads."""

    def __init__(
        self, examples: Mapping[str, Mapping[str, Collection[str]]], likenesses: Mapping[str, Likeness]
    ) -> None:
        self._danger = Danger(examples)
        spoken = [lang for lang in likenesses if HARM_EXAMPLES & examples[lang].keys()]
        self._tongues = [_Tongue(lang, likenesses[lang], examples[lang]) for lang in spoken]
        self._english = likenesses.get("en")

    def heard(self, text: str, meaning: Meaning | None = None) -> Safety:
        """What the most alarming part of the text may mean; its length does not matter."""
        pieces = list(_pieces(text))
        told = [piece for piece in pieces if not _is_short(piece)]
        found = [self._of(piece) for piece in told]
        if meaning is not None:
            found[:_MOST_MEANT] = self._meant(told[:_MOST_MEANT], found[:_MOST_MEANT], meaning)
        surest, kind = max(found, default=_NOTHING)
        if surest > 0:
            return kind
        if not self._danger.heard(text):
            return Safety.NONE
        # A phrase was heard: a short piece may say which kind it is, and never outweighs a sentence.
        brief = [self._of(piece) for piece in pieces if _is_short(piece)]
        return max([*found, *((min(lead, _BRIEF), kind) for lead, kind in brief)], default=_NOTHING)[1]

    def _meant(self, pieces: list[str], counted: list[Lead], meaning: Meaning) -> Iterator[Lead]:
        """What was counted, put right by what each piece means."""
        for piece, (lead, kind), found in zip(pieces, counted, meaning.shares(pieces), strict=True):
            harm = {one: found.get(one, 0.0) for one in HARM}
            others = max((share for one, share in _by_door(found).items() if one not in HARM), default=0.0)
            surer = sum(harm.values()) - others - _MEANT_EXCUSED * self._danger.excused(piece)
            if surer > 0:
                yield max(lead, surer), max(harm, key=lambda one: harm[one])
            else:
                yield lead if surer > _MEANT_DOUBT else min(lead, 0.0), kind

    def _of(self, piece: str) -> Lead:
        """How much more like harm than its language asks for, and which harm."""
        english = self._english.known(piece) if self._english else 0.0
        leads = [one.lead(piece) for one in self._tongues if one.understands(piece, english)]
        surest, kind = max(leads, default=_UNHEARD)
        return surest - _EXCUSED * self._danger.excused(piece), kind


class _Tongue:
    """One language: its sentences of harm, and everything else that is said in it."""

    def __init__(self, lang: str, like: Likeness, examples: Mapping[str, Collection[str]]) -> None:
        self.rule = _RULES.get(lang, _ELSEWHERE)
        self._like, self._is_english = like, lang == "en"
        self._whole = _against_all_else(examples) if self.rule.together else None

    def understands(self, piece: str, english: float) -> bool:
        """Whether the piece is in this language. `english`: the part of its words that English has."""
        known = english if self._is_english else self._like.known(piece)
        return known >= self.rule.known and (self._is_english or known > english)

    def lead(self, piece: str) -> Lead:
        """How much more like harm than the rule asks for, and which harm."""
        scores = self._like.scores(piece)
        harm = {one: scores.pop(one) for one in HARM if one in scores}
        if not harm or not scores:
            return _UNHEARD
        kind = max(harm, key=lambda one: harm[one])
        if self._whole is None:
            return harm[kind] - max(scores.values()) - self.rule.more, kind
        whole = self._whole.scores(piece)
        return whole[_HARM] - whole[_ALL_ELSE] - self.rule.more, kind


def _against_all_else(examples: Mapping[str, Collection[str]]) -> Likeness:
    """Both kinds of harm as one, and all else as one."""
    told: dict[str, list[str]] = {_HARM: [], _ALL_ELSE: []}
    for intent, texts in examples.items():
        if intent not in (DANGER, NOT_DANGER):
            told[_HARM if intent in HARM else _ALL_ELSE] += texts
    return likenesses({"": told}, _UNSEEN)[""]


def _by_door(shares: Mapping[str, float]) -> dict[str, float]:
    """Intents of one door count as one; those of harm, and what only sounds like it, stand by themselves."""
    found: dict[str, float] = {}
    for intent, share in shares.items():
        name = intent if intent in HARM_EXAMPLES else door_of(intent).value
        found[name] = found.get(name, 0.0) + share
    return found


def _is_short(piece: str) -> bool:
    return len(piece.split()) < _FEWEST


def _pieces(text: str) -> Iterator[str]:
    """Its sentences; a long one in parts that overlap."""
    for sentence in _SENTENCE.split(text):
        words = sentence.split()
        for start in range(0, max(len(words) - _MOST // 2, 1), _MOST // 2):
            if words:
                yield " ".join(words[start : start + _MOST])
