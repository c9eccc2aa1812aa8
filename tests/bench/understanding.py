"""How well messages are understood: cross-validated by class, and on messages kept from the examples."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tests.bench.table import Row
from tests.chat.asked_by_guests import ASKED
from tests.chat.asked_otherwise import ABOUT_OTHER_THINGS, OTHER_THINGS_UNSEEN
from tests.chat.asked_unseen import ASKED_UNSEEN
from tests.chat.said_by_guests import IN_DANGER, SAID, SOUNDS_LIKE_DANGER
from tests.chat.said_unseen import HARM_UNSEEN, SOUNDS_UNSEEN, UNSEEN
from tests.webhouse import the_project
from webchat.chat.danger import DANGER, NOT_DANGER
from webchat.chat.safety import HARM, HARM_EXAMPLES, Safety
from webchat.chat.suggests import door_of
from webchat.chat.topics import Topics
from webchat.chat.understanding import Understanding
from webchat.packs.asked import load_asked

FOLDS = 5
AIM = 0.9
ALARMS = 1 / 20
WRONGLY = 1 / 10
Examples = Mapping[str, Sequence[str]]
Said = Sequence[tuple[str, str]]


class Kept(NamedTuple):
    """Messages with what each is: `said` by its door, `harm` by its kind, `sounds` only sound like harm."""

    name: str
    said: Said
    harm: Said
    sounds: Sequence[str]


KEPT = (
    Kept("limits chosen with these", SAID, IN_DANGER, SOUNDS_LIKE_DANGER),
    Kept("nothing chosen with these", UNSEEN, HARM_UNSEEN, SOUNDS_UNSEEN),
)


def rows() -> list[Row]:
    """The table's lines about understanding."""
    project = the_project()
    found = _answered(Topics(load_asked(), project.examples))
    understanding = Understanding(project.examples)
    kept = [row for one in KEPT for row in _kept(understanding, one)]
    return [*_crossed(project.examples["en"]), *kept, *found]


def cross_validated(examples: Examples) -> tuple[Counter[str], Counter[str]]:
    """How many of each class there are, and how many are right when they are kept from what is learnt.

    Five folds. A message about harm is right when it is noticed; any other when its door is found.
    """
    known = {intent: texts for intent, texts in examples.items() if intent in (DANGER, NOT_DANGER)}
    taught = examples.keys() - known.keys()
    pairs = sorted((text, intent) for intent in taught for text in dict.fromkeys(examples[intent]))
    random.Random(7).shuffle(pairs)
    there, right = Counter[str](), Counter[str]()
    for fold in range(FOLDS):
        learnt: dict[str, list[str]] = {intent: list(texts) for intent, texts in known.items()}
        for index, (text, intent) in enumerate(pairs):
            if index % FOLDS != fold:
                learnt.setdefault(intent, []).append(text)
        understanding = Understanding({"en": learnt})
        for text, intent in pairs[fold::FOLDS]:
            found = understanding.understand(text, "en")
            if intent in HARM_EXAMPLES:
                name = "about harm" if intent in HARM else "sounds like harm"
                good = (found.safety is not Safety.NONE) == (intent in HARM)
            else:
                name, good = door_of(intent).value, found.suggests is door_of(intent)
            there[name] += 1
            right[name] += good
    return there, right


def _crossed(examples: Examples) -> Iterator[Row]:
    there, right = cross_validated(examples)
    for name in sorted(there):
        yield _row(f"understood, cross-validated: {name}", right[name], there[name], AIM)
    doors = [name for name in there if "harm" not in name]
    yield _row(
        "understood, cross-validated: all doors",
        sum(right[name] for name in doors),
        sum(there[name] for name in doors),
        AIM,
    )


def _kept(understanding: Understanding, kept: Kept) -> Iterator[Row]:
    """Messages that are no examples: one author made them up, as they did the examples."""
    found = [(door, understanding.understand(words, "en")) for door, words in kept.said]
    right = sum(one.suggests == door for door, one in found)
    yield _row(f"understood, {kept.name}", right, len(found), AIM)
    heard = [understanding.understand(words, "en").safety for _, words in kept.harm]
    noticed = sum(one != Safety.NONE for one in heard)
    yield _row(f"about harm and noticed, {kept.name}", noticed, len(heard), 1.0)
    told = sum(one == kind for one, (kind, _) in zip(heard, kept.harm, strict=True))
    yield _row(f"told apart: emergency or safeguarding, {kept.name}", told, len(heard), None)
    alarms = sum(one.safety is not Safety.NONE for _, one in found)
    tricky = sum(understanding.understand(words, "en").safety != Safety.NONE for words in kept.sounds)
    for what, count, of in (
        ("harmless and taken for harm", alarms, len(found)),
        ("only sounds like harm and taken for it", tricky, len(kept.sounds)),
    ):
        figure = f"{count} of {of}"
        yield Row(f"{what}, {kept.name}", figure, f"at most {ALARMS:.0%}", count / of <= ALARMS)


def _answered(topics: Topics) -> Iterator[Row]:
    for what, asked in (("limits chosen with these", ASKED), ("nothing chosen with these", ASKED_UNSEEN)):
        found = [(topic, topics.find(words, "en").topics) for topic, words in asked]
        best = sum(one[:1] == (topic,) for topic, one in found)
        yield _row(f"policy questions, the right answer first: {what}", best, len(found), AIM)
        shown = sum(topic in one for topic, one in found)
        yield _row(f"policy questions, the right answer shown: {what}", shown, len(found), None)
    others = (*ABOUT_OTHER_THINGS, *OTHER_THINGS_UNSEEN)
    wrong = sum(bool(topics.find(words, "en").topics) for words in others)
    figure, reached = f"{wrong} of {len(others)}", wrong / len(others) <= WRONGLY
    yield Row("other questions that are shown an answer", figure, f"at most {WRONGLY:.0%}", reached)


def _row(what: str, right: int, of: int, aim: float | None) -> Row:
    reached = None if aim is None else right / of >= aim
    return Row(what, f"{right / of:.0%} of {of}", "" if aim is None else f"at least {aim:.0%}", reached)
