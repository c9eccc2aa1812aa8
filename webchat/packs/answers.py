"""What a policy answers on each topic, read from answers.toml: each answer names the clauses it rests on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from webchat.cases.promises.policy import Answer, Entry, Note
from webchat.packs.asked import topics
from webchat.packs.counted import numbers_in
from webchat.packs.faults import Fault
from webchat.packs.shape import Shape, Table, faults_of, is_count, is_text
from webchat.packs.written import Written

_DIGIT = re.compile(r"\d")
_PLACE = re.compile(r"\{(\w+)\}")
# Values that every response may use (webchat/guest/transcript.py).
_ALWAYS = frozenset({"charity", "guest"})


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(is_text(one) for one in value)


def _are_numbers(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(is_count(one) for one in value.values())




ANSWER = Shape(
    required=("topic",),
    keys={
        "topic": ("unknown_topic", lambda value: value in topics()),
        "says": ("not_sentences", _are_texts),
        "rests_on": ("not_ids", _are_texts),
        "times": ("not_ids", _are_texts),
        "numbers": ("not_numbers", _are_numbers),
    },
    whole=(
        ("rests_on_nothing", ("rests_on", "times"), lambda one: "rests_on" in one or "times" in one),
        ("says_nothing", ("says", "times"), lambda one: "says" in one or "times" in one),
    ),
)


def answer_faults(file: str, told: Table) -> Iterator[Fault]:
    """Everything wrong in answers.toml by itself."""
    yield from (Fault(file, name, "unknown_key", name) for name in told if name not in ("silent", "answer"))
    silent, written = told.get("silent", []), told.get("answer", [])
    if not isinstance(silent, list):
        yield Fault(file, "silent", "not_ids", repr(silent)[:80])
    elif not isinstance(written, list):
        yield Fault(file, "answer", "not_a_list", "answer")
    else:
        yield from (Fault(file, "silent", "unknown_topic", str(one)) for one in silent if one not in topics())
        for name, one in _named(written):
            yield from faults_of(one, ANSWER, file, name)
        yield from _each_topic_once(file, [name for name, _ in _named(written)], silent)


def unfounded(
    file: str, told: Table, promises: Sequence[Written], notes: Sequence[Written]
) -> Iterator[Fault]:
    """Each answer that rests on no entry of the pack, or says a number that its clauses do not."""
    timed = {one.text("id"): one.text("quote") for one in promises}
    quotes = {**{one.text("id"): one.text("quote") for one in notes}, **timed}
    written = told.get("answer", [])
    for name, table in _named(written if isinstance(written, list) else []):
        if isinstance(table, dict):
            one = Written(file, name, table, ANSWER)
            yield from _unfounded(one, quotes, timed)


def _unfounded(one: Written, quotes: Mapping[str, str], timed: Mapping[str, str]) -> Iterator[Fault]:
    rests_on, times = _list(one.told("rests_on")), _list(one.told("times"))
    yield from (Fault(one.file, one.name, "no_such_entry", id) for id in rests_on if id not in quotes)
    yield from (Fault(one.file, one.name, "no_such_promise", id) for id in times if id not in timed)
    stated = {n for id in (*rests_on, *times) for n in numbers_in(quotes.get(id, ""))}
    told = one.told("numbers")
    numbers: Mapping[str, object] = told if isinstance(told, dict) else {}
    for name, number in numbers.items():
        if number not in stated:
            yield Fault(one.file, one.name, "number_not_in_policy", f"{name} = {number}")
    for sentence in _list(one.told("says")):
        if _DIGIT.search(sentence):
            yield Fault(one.file, one.name, "says_a_number", sentence[:80])
        for place in _PLACE.findall(sentence):
            if place not in numbers and place not in _ALWAYS:
                yield Fault(one.file, one.name, "no_such_number", place)


def _each_topic_once(file: str, told: Sequence[str], silent: Sequence[str]) -> Iterator[Fault]:
    """A topic is answered, or said to be not spoken of, and not both."""
    every = [*told, *silent]
    yield from (Fault(file, one, "topic_told_twice") for one in dict.fromkeys(every) if every.count(one) > 1)


def make_answers(told: Table, entries: Sequence[Entry], notes: Sequence[Note]) -> dict[str, Answer]:
    """The answers by topic, from a checked answers.toml and the entries of the pack."""
    promises = {one.id: one for one in entries}
    all_of_them: dict[str, Entry | Note] = {**{one.id: one for one in notes}, **promises}
    written: Any = told.get("answer", [])
    return {
        one["topic"]: Answer(
            topic=one["topic"],
            says=tuple(one.get("says", ())),
            rests_on=tuple(all_of_them[id] for id in one.get("rests_on", ())),
            timed=tuple(promises[id] for id in one.get("times", ())),
            numbers=dict(one.get("numbers", {})),
        )
        for one in written
    }


def _named(written: Sequence[object]) -> Iterator[tuple[str, object]]:
    """Each table with its topic, or its place in the file where it has none."""
    for place, one in enumerate(written, 1):
        topic = one.get("topic") if isinstance(one, dict) else None
        yield topic if isinstance(topic, str) else f"answer {place}", one


def _list(told: object) -> list[str]:
    return told if isinstance(told, list) else []
