"""`webchat understand`: a message a line in, a line of JSON out, in step whatever stands on a line."""

import json
import subprocess
import sys
from pathlib import Path

from tests.actions.walking import PROJECT
from tests.chat.said_by_guests import IN_DANGER, SAID
from webchat.chat.safety import Safety
from webchat.chat.suggests import Suggests
from webchat.chat.understanding import Understanding
from webchat.cli_understand import answers

ROOT = Path(__file__).parents[1]


def piped(lines: list[bytes], *also: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "webchat.command", "understand", *also, "-"],
        cwd=ROOT, input=b"".join(line + b"\n" for line in lines), capture_output=True, check=True,
    )  # fmt: skip
    return [json.loads(one) for one in done.stdout.decode("utf-8").splitlines()]


def test_every_line_has_its_own_answer_in_order_whatever_stands_on_it() -> None:
    odd = [b"", b"  \t", b"\xff\xfe", b"{", b"/stop", b"a" * 50_000, "\u062a\u0648\u0642\u0641".encode()]
    told = piped([piece for bad in odd for piece in (bad, b"he hits me")], "--lang", "en")
    assert len(told) == 2 * len(odd)
    assert {one["suggests"] for one in told[::2]} == {"none"}
    assert all(one["safety"] == "safeguarding" for one in told[1::2])
    assert all(set(one) == {"suggests", "confidence", "safety"} for one in told)


def test_it_answers_as_the_chat_understands() -> None:
    understanding = Understanding(PROJECT.examples)
    words = [one for _, one in (*SAID, *IN_DANGER)]
    for said, line in zip(words, answers((one.encode() for one in words), understanding, "en"), strict=True):
        told, meant = json.loads(line), understanding.understand(said, "en")
        assert told == {"suggests": meant.suggests, "confidence": meant.confidence, "safety": meant.safety}
        assert told["suggests"] in set(Suggests)
        assert told["safety"] in set(Safety)
        assert 0 <= told["confidence"] <= 1


def test_a_language_with_no_examples_is_heard_in_all() -> None:
    assert piped([b"i want to make an appointment"], "--lang", "xx")[0]["suggests"] == "appointment"
