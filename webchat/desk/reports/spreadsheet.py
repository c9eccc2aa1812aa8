"""A table as a file that spreadsheets open, in which no cell is ever run as a formula (ASVS 1.2.10)."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# What makes a spreadsheet run a cell, in full width as well, or ends a line for one that reads carelessly.
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
MARK = "'"  # a spreadsheet takes what follows as text


def harmless(cell: str) -> str:
    """A cell that is only read: one that would be run, perhaps after blanks, has a mark before it."""
    runs = cell.startswith(_RUNS) or cell.lstrip().startswith(_RUNS)
    return MARK + cell if runs else cell


def sheet(rows: Iterable[Sequence[str | int]]) -> bytes:
    """Rows as RFC 4180 has them, in UTF-8 with the mark by which spreadsheets know it."""
    written = StringIO(newline="")
    lines = csv.writer(written, lineterminator="\r\n")
    for row in rows:
        lines.writerow([cell if isinstance(cell, int) else harmless(cell) for cell in row])
    return written.getvalue().encode("utf-8-sig")
