"""Whether somebody may be in danger, and how soon: reviewed phrases, and sentences like known ones (E18).

Emergency: danger to life, or of harm now. Safeguarding: abuse or neglect that is told, past or going on
(guest-rules E14, E20). Either shows where to get help, and nothing more: it blocks, labels and tells nobody.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from webchat.chat.danger import Danger
from webchat.chat.likeness import Likeness
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
# Chosen on messages kept from the examples (tests/chat/test_safety.py): how much more like harm than like
# anything else; and how much more still where a reviewed exception stands, such as "my feet are killing me".
_MORE_LIKE_HARM = 1.0
_EXCUSED = 3.0
# The same where the extra `nlu` says what sentences mean: the lead of harm over all else, in shares of a
# whole. What counting takes for harm is let go where the meaning is further from it than the second figure.
_MEANT_EXCUSED, _MEANT_DOUBT = 0.4, -0.1
_MOST_MEANT = 12  # pieces of one message: each takes some milliseconds
_FEWEST, _MOST = 4, 24  # words of a piece; fewer are left to the phrases alone
_KNOWN = 0.5  # part of the words that the examples have, or it is another language
_SENTENCE = re.compile(r"[.!?\n]+")
Lead = tuple[float, Safety]
_NOTHING: Lead = (0.0, Safety.EMERGENCY)


class Hearing:
    """The danger of a project's examples, laid out once; safe from many threads."""

    def __init__(
        self, examples: Mapping[str, Mapping[str, Collection[str]]], likenesses: Mapping[str, Likeness]
    ) -> None:
        self._danger = Danger(examples)
        self._like = [one for lang, one in likenesses.items() if HARM_EXAMPLES & examples[lang].keys()]

    def heard(self, text: str, meaning: Meaning | None = None) -> Safety:
        """What the most alarming part of the text may mean; its length does not matter."""
        pieces = list(_pieces(text))
        told = [piece for piece in pieces if not _is_short(piece)]
        found = [self._of(piece) for piece in told]
        if meaning is not None:
            found[:_MOST_MEANT] = self._meant(told[:_MOST_MEANT], found[:_MOST_MEANT], meaning)
        surest, kind = max(found, default=_NOTHING)
        if surest > _MORE_LIKE_HARM:
            return kind
        if not self._danger.heard(text):
            return Safety.NONE
        # A phrase was heard: a short piece may say which kind it is, and never outweighs a sentence.
        brief = [self._of(piece) for piece in pieces if _is_short(piece)]
        return max([*found, *((min(lead, 0.0), kind) for lead, kind in brief)], default=_NOTHING)[1]

    def _meant(self, pieces: list[str], counted: list[Lead], meaning: Meaning) -> Iterator[Lead]:
        """What was counted, put right by what each piece means."""
        for piece, (lead, kind), found in zip(pieces, counted, meaning.shares(pieces), strict=True):
            harm = {one: found.get(one, 0.0) for one in HARM}
            others = max((share for one, share in _by_door(found).items() if one not in HARM), default=0.0)
            surer = sum(harm.values()) - others - _MEANT_EXCUSED * self._danger.excused(piece)
            if surer > 0:
                yield max(lead, _MORE_LIKE_HARM + surer), max(harm, key=lambda one: harm[one])
            else:
                yield lead if surer > _MEANT_DOUBT else min(lead, _MORE_LIKE_HARM), kind

    def _of(self, piece: str) -> Lead:
        """How much more like harm than like anything else, and which harm."""
        surest = (float("-inf"), Safety.EMERGENCY)
        for like in self._like:
            scores = like.scores(piece)
            harm = {one: scores.pop(one) for one in HARM if one in scores}
            if harm and scores and like.known(piece) >= _KNOWN:
                kind = max(harm, key=lambda one: harm[one])
                lead = harm[kind] - max(scores.values())
                surest = max(surest, (lead - _EXCUSED * self._danger.excused(piece), kind))
        return surest


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
