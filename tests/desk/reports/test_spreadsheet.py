"""No spreadsheet runs a cell of ours as a formula (ASVS 1.2.10); the file is RFC 4180 in UTF-8."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.builders.naughty import NAUGHTY
from webchat.desk.reports.spreadsheet import MARK, harmless, sheet

RUNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+44 20",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1+1",
        "\u3000=1",
        "\uff1d1",
        "=cmd|' /C calc'!A0",
    ],
)
def test_what_a_spreadsheet_would_run_has_a_mark_before_it(cell: str) -> None:
    assert harmless(cell) == MARK + cell


@pytest.mark.parametrize("cell", ["", "Question", "Help & Care 15.2", "<5", "2026-10-01", "5%", "a=b"])
def test_everything_else_is_as_it_was(cell: str) -> None:
    assert harmless(cell) == cell


@given(some.text())
def test_no_cell_begins_with_what_is_run(cell: str) -> None:
    assert not harmless(cell).startswith(tuple(RUNS))
    assert not harmless(cell).lstrip().startswith(tuple(RUNS))


def test_the_file_says_that_it_is_utf_8_and_ends_its_lines_as_the_standard_has_it() -> None:
    assert sheet([("Número", 5), ('say "hello", you', "two\nlines")]) == (
        b"\xef\xbb\xbf" + 'Número,5\r\n"say ""hello"", you","two\nlines"\r\n'.encode()
    )


@pytest.mark.parametrize("words", [one for one, kept in NAUGHTY if one == kept and "\0" not in one])
def test_whatever_a_cell_holds_it_is_read_back_as_one_cell(words: str) -> None:
    text = sheet([("before", words, "after")]).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text, newline=""))) == [["before", harmless(words), "after"]]
