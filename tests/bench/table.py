"""One table for every figure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, what it is to reach, and whether it does (None where there is nothing to reach)."""

    what: str
    figure: str
    aim: str
    reached: bool | None


def drawn(rows: list[Row]) -> str:
    """The rows as a table to read."""
    told = {True: "yes", False: "NO", None: ""}
    cells = [
        ("what", "measured", "aim", "reached"),
        *((r.what, r.figure, r.aim, told[r.reached]) for r in rows),
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells
    )
