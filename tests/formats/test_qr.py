"""The square on a slip: it says the address and nothing else, black on white whatever the page (issue 3)."""

import re

import pytest
import segno

from webchat.formats.qr import qr

ADDRESS = "https://welcome.example.org/living-well-bromley/case/come-back#K7Q-4PM.1234567890123456"


def drawn(svg: str) -> set[tuple[int, int]]:
    """The dark modules of a drawing: (row, column), its white edge left out."""
    path = re.search(r'<path stroke="#000" d="([^"]+)"', svg)
    assert path
    dark, row, column = set(), 0, 0
    for move, x, y in re.findall(r"([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?", path.group(1)):
        if move == "h":
            dark |= {(row, column + step) for step in range(int(x))}
            column += int(x)
        elif move == "M":
            row, column = int(float(y)), int(x)
        else:
            row, column = row + int(y), column + int(x)
    return {(r - 4, c - 4) for r, c in dark}


def test_what_is_drawn_is_the_square_of_the_address() -> None:
    matrix = segno.make_qr(ADDRESS, error="q", boost_error=False).matrix
    dark = {(r, c) for r, line in enumerate(matrix) for c, module in enumerate(line) if module}
    assert drawn(qr(ADDRESS)) == dark


def test_another_code_is_another_square() -> None:
    assert qr(ADDRESS) != qr(ADDRESS.replace("123456", "123457"))


def test_it_brings_its_own_white_and_no_name_of_the_address() -> None:
    svg = qr(ADDRESS)
    assert '<path fill="#fff"' in svg
    assert "K7Q" not in svg
    assert "style=" not in svg


def test_an_address_that_no_square_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        qr("x" * 3000)
