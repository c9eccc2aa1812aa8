"""The desk's list and its search among 100,000 open cases, beside the same among 1,000 (issue 4, line 11)."""

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import insert
from werkzeug.test import TestResponse

from tests.bench.table import Row
from tests.builders.cases import an_opening
from tests.webhouse import Browser, SetClock, Web, the_packs, the_project, the_words
from webchat import demo
from webchat.app import create_app
from webchat.cases.case import Message, Person, Purpose
from webchat.cases.finding import terms_of
from webchat.cases.opening import Marks, opened
from webchat.cases.words import Kind, Role
from webchat.db.as_rows import row_of, row_of_promise
from webchat.db.tables import case_, filed, person, promise
from webchat.db.upgrade import upgrade
from webchat.settings import Settings
from webchat.wiring import House, build

FEW, MANY = 1_000, 100_000
AIM = 1.5  # times
ROUNDS = 15
HERE = "ruils"
MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
_COMMON = "the please help you bus club"  # in every case
_RARE = 40  # cases, among few and among many
_KINDS = (Kind.QUESTION, Kind.COMMENT, Kind.CONCERN, Kind.COMPLAINT)
_AT_ONCE = 10_000
_BOARD, _FIND = f"/{HERE}/desk/", f"/{HERE}/desk/find"

Ask = Callable[[Browser], TestResponse]


def _look_for(browser: Browser, words: str) -> TestResponse:
    return browser.get(browser.post(_FIND, words=words).headers["Location"])


ASKED: dict[str, tuple[Role, Ask]] = {
    "the board, 200 cases": (Role.WORKER, lambda one: one.get(_BOARD)),
    "the board, one kind": (Role.WORKER, lambda one: one.get(f"{_BOARD}?kind=complaint")),
    "the board, mine (none)": (Role.WORKER, lambda one: one.get(f"{_BOARD}?whose=mine")),
    "the board, who sees few": (Role.ADMINISTRATOR, lambda one: one.get(_BOARD)),
    "a rare name": (Role.WORKER, lambda one: _look_for(one, "zebedee")),
    "a common word": (Role.WORKER, lambda one: _look_for(one, "the")),
    "a rare and a common word": (Role.WORKER, lambda one: _look_for(one, "zeb bus")),
    "three common words": (Role.WORKER, lambda one: _look_for(one, "please help club")),
    "a common word, who sees few": (Role.ADMINISTRATOR, lambda one: _look_for(one, "the")),
    "two names that nobody has": (Role.WORKER, lambda one: _look_for(one, "ana ben")),
    "a phone number": (Role.WORKER, lambda one: _look_for(one, "+44 7700 900500")),
    "nothing": (Role.WORKER, lambda one: _look_for(one, "marmalade")),
}
# Two names, each of a quarter of all cases: every one is looked at, which is told and has no aim.
_NO_AIM = ("two names that nobody has",)


def rows() -> list[Row]:
    """The medians of pages asked for in turn, so that both houses meet the same machine."""
    with (
        TemporaryDirectory() as ours,
        TemporaryDirectory() as other,
        _house(Path(ours), FEW) as few,
        _house(Path(other), MANY) as many,
    ):
        return [_measured(what, *asked, few, many) for what, asked in ASKED.items()]


def _measured(what: str, role: Role, ask: Ask, few: Web, many: Web) -> Row:
    browsers = [one.signed_in(role, HERE) for one in (few, many)]
    for one in browsers:
        one.get(_FIND)
        ask(one)
    taken = [[_seconds(ask, one) for one in browsers] for _ in range(ROUNDS)]
    small, large = (median(column) for column in zip(*taken, strict=True))
    ratio = large / small
    figure = f"{small * 1000:.1f} ms, {large * 1000:.1f} ms: {ratio:.2f} times"
    if what in _NO_AIM:
        return Row(f"{what}: among {FEW:,} and {MANY:,}", figure, "", None)
    return Row(f"{what}: among {FEW:,} and {MANY:,}", figure, f"at most {AIM} times", ratio <= AIM)


def _seconds(ask: Ask, browser: Browser) -> float:
    began = perf_counter()
    answer = ask(browser)
    seconds = perf_counter() - began
    assert answer.status_code == 200
    return seconds


@contextmanager
def _house(home: Path, number: int) -> Iterator[Web]:
    settings = Settings.read({"WEBCHAT_HOME": str(home), "WEBCHAT_SPEECH": "off"}, demo=True)
    settings.make_home()
    clock = SetClock(MONDAY)
    house = build(settings, clock, charities=the_packs(), words=the_words())
    upgrade(house.database.url)
    demo.add_accounts(house, MONDAY)
    fill(house, number)
    yield Web(create_app(settings, house, the_project()), house, clock)
    house.close()


def fill(house: House, number: int) -> None:
    """So many open cases of one charity, written straight into the tables."""
    chosen = random.Random(1)
    charity = house.charities[HERE]
    marks = Marks("case", "REF", tuple(map(str, range(12))))
    change = opened(an_opening(charity=HERE, words="x"), marks, charity.policy, charity.calendar, MONDAY)
    plain = {**row_of(change.case), "answers": [], "kept_from": []}
    every: dict[Any, list[dict[str, Any]]] = {case_: [], person: [], promise: [], filed: []}
    said: list[Message] = []  # what is said is looked for by its marks alone, and shown on another page
    for place in range(1, number + 1):
        case_id, came = f"case-{place:06}", MONDAY + timedelta(minutes=place)
        due = {"next_due_at": came + timedelta(days=chosen.randint(1, 28))}
        mine = {"id": case_id, "key": case_id, "reference": f"R{place:06}", "received_at": came}
        kind = chosen.choice(_KINDS)
        every[case_].append({**plain, **mine, **due, "changed_at": came, "kind": kind})
        guest = Person(case_id, "guest", _name(chosen, place, number), f"07700 {900_000 + place}")
        every[person].append(row_of(guest))
        words = f"{_COMMON} word{chosen.randint(1, number)}"
        said.append(Message(f"m{place}", case_id, Purpose.WORDS, words, came, "en"))
        owed = replace(change.promises[0], id=f"p{place}", case_id=case_id)
        every[promise].append({**row_of_promise(owed), "due_at": due["next_due_at"]})
        every[filed].append({"place": place, "case_id": case_id, "rule": house.index.rule})
    with house.database.transaction() as transaction:
        for table, values in every.items():
            for start in range(0, number, _AT_ONCE):
                transaction.write(insert(table), values[start : start + _AT_ONCE])
    _file(house, every[person], said)


def _file(house: House, people: Sequence[Any], messages: Sequence[Message]) -> None:
    """Their marks, in the order of the key: so it takes seconds, where the order of coming takes minutes."""
    made: dict[str, int] = {}
    marks = []
    for place, (guest, said) in enumerate(zip(people, messages, strict=True), start=1):
        for term in terms_of([Person(**guest)], [said]):
            if term not in made:
                (made[term],) = house.index.marks(HERE, [term])
            marks.append((made[term], place))
    with closing(sqlite3.connect(house.database.url.database or "")) as connection, connection:
        connection.executemany("INSERT INTO mark (mark, filed) VALUES (?, ?)", sorted(marks))


def _name(chosen: random.Random, place: int, number: int) -> str:
    is_rare = place % (number // _RARE) == 0
    first = "Zebedee" if is_rare else chosen.choice(("Ana", "Ben", "Cleo", "Dan"))
    return f"{first} {chosen.choice(('Smith', 'Jones', 'Khan', 'Nowak'))}"
