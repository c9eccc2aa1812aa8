"""A chat turn over HTTP beside a bare Flask view that makes one durable insert, each on our own server."""

from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.bare import bare_app
from tests.bench.guests import Guest, whole_app
from tests.bench.serving import Answer, Line, serving
from tests.bench.table import Row
from tests.guest.answers import JOURNEYS, WORDS

GUESTS = 75
WARM = 15  # the first guests, not counted
AIM = 2.0  # times
_CHARITIES = ("living-well-bromley", "ruils", "help-and-care")


def rows() -> list[Row]:
    """The medians of one run: guests walk every journey to its last question, from their second turn on."""
    turns, notes, pages = [], [], []
    with (
        TemporaryDirectory() as ours,
        TemporaryDirectory() as other,
        serving(whole_app, Path(ours)) as our_port,
        serving(bare_app, Path(other)) as bare_port,
    ):
        bare = Line(bare_port)
        for number, charity, answers in zip(range(GUESTS), cycle(_CHARITIES), cycle(JOURNEYS.values())):
            guest = Guest(our_port, charity)
            guest.answer(answers)  # the first answer makes the session and the conversation as well
            guest.read()
            while guest.asked != "check":
                turned, noted = _side_by_side(guest, answers, bare, bare_first=guest.turn % 2 == 0)
                page = _moved_on(guest)
                if number >= WARM:
                    turns.append(turned.seconds)
                    notes.append(noted.seconds)
                    pages.append(page.seconds)
            guest.leave()
    return _told(median(turns), median(notes), median(pages), len(turns))


def _side_by_side(
    guest: Guest, answers: Mapping[str, str | Sequence[str]], bare: Line, bare_first: bool
) -> tuple[Answer, Answer]:
    """A turn and a note, in either order, each on a server that has just given a page."""
    assert bare.get("/note").status == 200
    note = {"words": WORDS}
    if bare_first:
        noted = bare.post("/note", note)
        turned = guest.answer(answers)
    else:
        turned = guest.answer(answers)
        noted = bare.post("/note", note)
    assert noted.status == 303
    return turned, noted


def _moved_on(guest: Guest) -> Answer:
    """The page after a turn, which must ask the next question of the next turn."""
    turn, asked = guest.turn, guest.asked
    page = guest.read()
    assert guest.turn == turn + 1, f"turn {turn} was not kept"
    assert guest.asked != asked, f"{asked} is asked again"
    return page


def _told(turn: float, note: float, page: float, times: int) -> list[Row]:
    ratio = turn / note
    return [
        Row(f"a chat turn over HTTP, median of {times}", _ms(turn), "", None),
        Row("a bare Flask view with one durable insert", _ms(note), "beside it", None),
        Row("the turn to the bare view", f"{ratio:.2f} times", f"at most {AIM:.0f} times", ratio <= AIM),
        Row("the page after the turn", f"{_ms(page)}, {page / note:.2f} times", "", None),
    ]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"
