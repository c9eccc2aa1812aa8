"""How well messages are understood: cross-validated by class, and on messages kept from the examples."""

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tests.bench.table import Row
from tests.chat.asked_by_guests import ASKED
from tests.chat.asked_otherwise import ABOUT_OTHER_THINGS, OTHER_THINGS_UNSEEN
from tests.chat.asked_unseen import ASKED_UNSEEN
from tests.chat.said_by_guests import IN_DANGER, SAID, SOUNDS_LIKE_DANGER
from tests.chat.said_unseen import HARM_UNSEEN, SOUNDS_UNSEEN, UNSEEN
from tests.chat.said_unseen_elsewhere import HARM_UNSEEN_IN, HARMLESS_UNSEEN_IN
from tests.webhouse import the_project
from webchat.chat.danger import DANGER, NOT_DANGER
from webchat.chat.nearness import Meaning, learnt
from webchat.chat.safety import HARM, HARM_EXAMPLES, Safety
from webchat.chat.suggests import door_of
from webchat.chat.topics import Topics
from webchat.chat.understanding import Understanding, Understood
from webchat.packs.asked import load_asked
from webchat.settings import Settings

FOLDS = 5
AIM = 0.9
ALARMS = 1 / 20
WRONGLY = 1 / 10
Examples = Mapping[str, Sequence[str]]
Said = Sequence[tuple[str, str]]
Learn = Callable[[Mapping[str, Examples]], Meaning | None]
ABOUT_HELP = {"help_now"}  # a cry for help is answered as one, so it is no mistake to hear it as one


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


class Crossed(NamedTuple):
    """Messages kept from what was learnt, by class: how many, how many right; and harmless taken for harm."""

    there: Counter[str]
    right: Counter[str]
    alarms: int


def rows() -> list[Row]:
    """The table's lines about understanding: by words alone, and by meaning where the extra `nlu` is here."""
    project = the_project()
    found = [*_way("by words", project.examples, lambda _: None)]
    kept = Settings.read(os.environ).meaning_file
    if learnt(project.examples, kept) is not None:
        found += _way("by meaning", project.examples, lambda examples: learnt(examples, kept))
    return [*found, *_answered(Topics(load_asked(), project.examples))]


def cross_validated(examples: Examples, learn: Learn = lambda _: None, lang: str = "en") -> Crossed:
    """What is right of examples that are kept from what is learnt, five folds over: each is asked about once.

    `examples`: those of `lang`, alone here. A message about harm is right when it is noticed; any
    other when its door is found.
    """
    known = {intent: texts for intent, texts in examples.items() if intent in (DANGER, NOT_DANGER)}
    taught = examples.keys() - known.keys()
    pairs = sorted((text, intent) for intent in taught for text in dict.fromkeys(examples[intent]))
    random.Random(7).shuffle(pairs)
    crossed = Crossed(Counter(), Counter(), 0)
    for fold in range(FOLDS):
        held: dict[str, list[str]] = {intent: list(texts) for intent, texts in known.items()}
        for index, (text, intent) in enumerate(pairs):
            if index % FOLDS != fold:
                held.setdefault(intent, []).append(text)
        understanding = Understanding({lang: held})
        understanding.learn(learn({lang: held}))
        for text, intent in pairs[fold::FOLDS]:
            crossed = _asked(crossed, understanding.understand(text, lang), intent)
    return crossed


def _asked(crossed: Crossed, found: Understood, intent: str) -> Crossed:
    noticed, alarms = found.safety is not Safety.NONE, crossed.alarms
    if intent in HARM_EXAMPLES:
        name = "about harm" if intent in HARM else "sounds like harm"
        good = noticed == (intent in HARM)
    else:
        name, good = door_of(intent).value, found.suggests is door_of(intent)
        alarms += noticed and intent not in ABOUT_HELP
    crossed.there[name] += 1
    crossed.right[name] += good
    return crossed._replace(alarms=alarms)


def _way(way: str, examples: Mapping[str, Examples], learn: Learn) -> Iterator[Row]:
    yield from _crossed(way, cross_validated(examples["en"], learn))
    understanding = Understanding(examples)
    understanding.learn(learn(examples))
    for kept in KEPT:
        yield from _kept(f"{way}, {kept.name}", understanding, kept)
    for lang, harm in HARM_UNSEEN_IN.items():
        yield from _crossed(f"{way}, {lang}", cross_validated(examples[lang], learn, lang))
        yield from _elsewhere(f"{way}, {lang}, nothing chosen with these", understanding, lang, harm)


def _elsewhere(name: str, understanding: Understanding, lang: str, harm: Said) -> Iterator[Row]:
    """Harm and no harm in another language; half of what is no harm only sounds like it."""
    heard = [(kind, understanding.understand(words, lang).safety) for kind, words in harm]
    noticed = sum(one is not Safety.NONE for _, one in heard)
    yield _row(f"{name}: about harm and noticed", noticed, len(heard), 1.0)
    told = sum(kind == one for kind, one in heard)
    yield _row(f"{name}: emergency and safeguarding told apart", told, len(heard), None)
    harmless = HARMLESS_UNSEEN_IN[lang]
    alarms = sum(understanding.understand(words, lang).safety is not Safety.NONE for words in harmless)
    yield _alarm(f"{name}: harmless and taken for harm", alarms, len(harmless))


def _crossed(way: str, crossed: Crossed) -> Iterator[Row]:
    there, right, alarms = crossed
    for name in sorted(there):
        yield _row(f"{way}, cross-validated: {name}", right[name], there[name], AIM)
    doors = [name for name in there if "harm" not in name]
    messages = sum(there[name] for name in doors)
    found = sum(right[name] for name in doors)
    yield _row(f"{way}, cross-validated: all doors", found, messages, AIM)
    yield _alarm(f"{way}, cross-validated: harmless and taken for harm", alarms, messages)


def _kept(name: str, understanding: Understanding, kept: Kept) -> Iterator[Row]:
    """Messages that are no examples: one author made them up, as they did the examples."""
    found = [(door, understanding.understand(words, "en")) for door, words in kept.said]
    right = sum(one.suggests == door for door, one in found)
    yield _row(f"{name}: understood", right, len(found), AIM)
    heard = [understanding.understand(words, "en").safety for _, words in kept.harm]
    noticed = sum(one != Safety.NONE for one in heard)
    yield _row(f"{name}: about harm and noticed", noticed, len(heard), 1.0)
    told = sum(one == kind for one, (kind, _) in zip(heard, kept.harm, strict=True))
    yield _row(f"{name}: emergency and safeguarding told apart", told, len(heard), None)
    alarms = sum(one.safety is not Safety.NONE for _, one in found)
    yield _alarm(f"{name}: harmless and taken for harm", alarms, len(found))
    tricky = sum(understanding.understand(words, "en").safety != Safety.NONE for words in kept.sounds)
    yield _alarm(f"{name}: only sounds like harm and taken for it", tricky, len(kept.sounds))


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


def _alarm(what: str, count: int, of: int) -> Row:
    return Row(what, f"{count} of {of}", f"at most {ALARMS:.0%}", count / of <= ALARMS)
