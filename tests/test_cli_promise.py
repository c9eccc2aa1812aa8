"""`webchat promise`, as a program reads it a line at a time, and as a person does."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webchat.cli_promise import answers
from webchat.command import main

ROOT = Path(__file__).parents[1]
ASKED = {
    "charity": "ruils",
    "kind": "question",
    "channel": "webchat",
    "reply_by": "email",
    "received": "2026-12-23T10:00:00+00:00",
}
GOOD = json.dumps(ASKED).encode()


def line(**changes: object) -> bytes:
    return json.dumps({**ASKED, **changes}).encode()


def without(field: str) -> bytes:
    return json.dumps({name: value for name, value in ASKED.items() if name != field}).encode()


def piped(lines: Iterable[bytes]) -> list[dict[str, object]]:
    """What a process of its own answers, an answer a line."""
    done = subprocess.run(
        [sys.executable, "-m", "webchat.command", "promise", "-"],
        cwd=ROOT, input=b"\n".join(lines), capture_output=True, check=True,
    )  # fmt: skip
    return [json.loads(one) for one in done.stdout.decode("utf-8").splitlines()]


LINES = [
    (b"", "empty_line"),
    (b"  \t\r", "empty_line"),
    (b"\xff\xfe{}", "not_utf8"),
    (b'{"charity": "ru\xffils"}', "not_utf8"),
    (b"{", "not_json"),
    (b"ruils", "not_json"),
    (b"[" * 100_000, "not_json"),
    (b'{"stage": ' + b"9" * 1_000_000 + b"}", "not_json"),
    (b"[1]", "not_an_object"),
    (b"null", "not_an_object"),
    (b"7", "not_an_object"),
    *((without(field), f"missing_{field}") for field in ASKED),
    (line(surprise=1), "unknown_field"),
    (line(charity="nobody"), "unknown_charity"),
    (line(charity="\ud800"), "unknown_charity"),
    (line(kind="rant"), "unknown_kind"),
    (line(channel="pigeon"), "unknown_channel"),
    (line(reply_by="pigeon"), "unknown_reply_by"),
    (line(stage=4), "unknown_stage"),
    (line(stage="2"), "unknown_stage"),
    (line(stage=2), "stage_needs_complaint"),
    (line(received="2026-12-23T10:00:00"), "received_without_offset"),
    (line(received="soon"), "bad_received"),
    (line(received="2999-12-23T10:00:00+00:00"), "beyond_known_bank_holidays"),
]


def test_every_line_has_its_own_answer_in_order_whatever_stands_on_it() -> None:
    told = piped([piece for bad, _ in LINES for piece in (bad, GOOD)])
    assert [one.get("error") for one in told[::2]] == [error for _, error in LINES]
    assert all(one["charity"] == "ruils" for one in told[1::2])
    assert len(told) == 2 * len(LINES)


def test_a_thousand_requests_in_one_process_are_answered_alike() -> None:
    told = piped([GOOD] * 1000)
    assert len(told) == 1000
    assert all(one == told[0] for one in told)
    assert told[0]["promises"]


def test_nothing_typed_is_nothing_answered() -> None:
    assert piped([]) == []


def test_every_code_stands_in_the_help() -> None:
    told = CliRunner().invoke(main, ["promise", "--help"]).output
    codes = {"missing_<field>" if error.startswith("missing_") else error for _, error in LINES}
    assert [code for code in codes if code not in told] == []


def test_the_wait_of_ruils_has_a_value_and_no_date_while_no_time_is_agreed() -> None:
    [told] = piped([line(kind="appointment", channel="in-person")])
    promises = told["promises"]
    assert isinstance(promises, list)
    [wait] = [one for one in promises if one["value"] == 10]
    assert (wait["promise"], wait["unit"], wait["due_on"]) == ("wait", "minute", None)
    assert "no agreed time" in CliRunner().invoke(main, ["promise", "--help"]).output


def test_an_answer_is_given_before_the_next_line_is_read() -> None:
    """So that two programs can talk by turns."""
    asked: list[bytes] = []

    def lines() -> Iterable[bytes]:
        for one in (b"{}\n", b"\n"):
            asked.append(one)
            yield one

    told = answers(lines(), lambda request: {"error": "x"})
    assert (next(iter(told)), len(asked)) == ('{"error": "x"}', 1)


def typed(*words: str) -> Result:
    return CliRunner().invoke(main, ["promise", *words])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nobody"], 'There is no charity called "nobody" here. These are here: age-concern-southend,'),
        (["ruils", "--kind", "rant"], 'no kind of message called "rant". These are known: question,'),
        (["ruils", "--channel", "pigeon"], 'There is no channel called "pigeon".'),
        (["ruils", "--reply-by", "pigeon"], 'There is no way to reply called "pigeon".'),
        (["ruils", "--stage", "7"], "There is no stage 7."),
        (["ruils", "--stage", "2"], "Only a complaint has a stage 2 or 3."),
        (["ruils", "--received", "soon"], '"soon" is not an instant.'),
        (["ruils", "--received", "2026-12-23T10:00"], "does not say how far it is from UTC"),
        (["ruils", "--received", "2999-12-23T10:00Z"], "The bank holidays of that year are not known"),
    ],
)
def test_a_person_is_told_in_words_what_was_wrong(words: list[str], told: str) -> None:
    answered = typed(*words)
    assert answered.exit_code == 1
    assert told in answered.output
    assert "_" not in answered.output


def test_a_person_is_told_the_date_and_the_clause() -> None:
    answered = typed("ruils", "--received", ASKED["received"])
    assert answered.exit_code == 0
    assert "Thursday 24 December 2026" in answered.output


def test_json_is_json_when_something_is_wrong_too() -> None:
    good, bad = typed("ruils", "--json"), typed("nobody", "--json")
    assert (good.exit_code, json.loads(good.output)["charity"]) == (0, "ruils")
    assert (bad.exit_code, json.loads(bad.output)) == (1, {"error": "unknown_charity"})
