"""A spreadsheet of contacts, read row by row: what each row opens, or what is wrong with it.

A row that is wrong is named by the number a spreadsheet shows beside it; the headings are row 1.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hmac import digest
from io import StringIO

from webchat.cases.entering import came_at
from webchat.cases.errors import NotAllowed
from webchat.cases.guest_moves import CONTACTED
from webchat.cases.needs import FIELDS
from webchat.cases.opening import Opening
from webchat.cases.words import POLICY_KINDS, Channel, Kind, ReplyBy
from webchat.desk.typed import LONGEST

HEADINGS = (
    "came by", "came on", "came at", "kind", "words", "name", "reply by", "contact", "safe", "language",
    "needs", "about",
)  # fmt: skip
MUST_BE_THERE = ("came by", "came on", "kind", "words", "reply by")
MOST_ROWS = 2_000
_PARTED_BY = ",;\t"
_DATES, _TIMES = ("%Y-%m-%d", "%d/%m/%Y"), ("%H:%M", "%H:%M:%S")
_YES_OR_NO = {"yes": True, "no": False, "": None}


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty: its number as a spreadsheet shows it, and its cells by their headings.

    `more`: it has cells under no heading.
    """

    number: int
    cells: Mapping[str, str]
    more: bool


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a row: its number, and the reason as the forms of the desk name it."""

    number: int
    reason: str


def rows_of(sent: bytes) -> list[Row]:
    """The rows under the headings.

    Raises NotAllowed: "no_file", "not_a_sheet", "no_rows", "too_many_rows".
    """
    if not sent.strip():
        raise NotAllowed("no_file")
    try:
        text = sent.decode("utf-8-sig")
        if "\0" in text:
            raise NotAllowed("not_a_sheet")
        first, _, _ = text.partition("\n")
        parted_by = max(_PARTED_BY, key=first.count)
        table = list(csv.reader(StringIO(text, newline=""), delimiter=parted_by, strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise NotAllowed("not_a_sheet") from None
    headings = [_plain(one) for one in table[0]]
    filled = ((number, cells) for number, cells in enumerate(table[1:], 2) if any(map(str.strip, cells)))
    rows = [_row(number, headings, cells) for number, cells in filled]
    if not rows:
        raise NotAllowed("no_rows")
    if len(rows) > MOST_ROWS:
        raise NotAllowed("too_many_rows")
    return rows


def missing(rows: Sequence[Row]) -> list[str]:
    """The headings that must be there and are not."""
    return [one for one in MUST_BE_THERE if one not in rows[0].cells]


def twice(rows: Sequence[Row]) -> Iterator[Wrong]:
    """Rows that are the same as one above them, to the letter."""
    seen: set[str] = set()
    for row in rows:
        if (same := _written(row)) in seen:
            yield Wrong(row.number, "same_row")
        seen.add(same)


def opening_of(row: Row, charity: str, languages: Mapping[str, str], secret: str, now: datetime) -> Opening:
    """What a row opens. Raises NotAllowed with what is wrong with it.

    `languages`: codes by what may be written for them, in small letters. `secret` makes the key: the same row
    sent again is the same case, and nobody without it can tell from a key what was written.
    """
    cells = {name: row.cells.get(name, "") for name in HEADINGS}
    if row.more:
        raise NotAllowed("too_many_cells")
    channel, kind, way = _dashed(cells["came by"]), _dashed(cells["kind"]), _dashed(cells["reply by"])
    lang = languages.get(cells["language"].lower() or "en")
    needs = [one for one in (_plain(part).replace(" ", "_") for part in cells["needs"].split(";")) if one]
    for wrong, reason in (
        (channel not in list(Channel), "no_channel"),
        (kind not in POLICY_KINDS, "unknown_kind"),
        (way not in list(ReplyBy), "no_way_to_reply"),
        (len(cells["words"]) > LONGEST, "too_long"),
        (cells["safe"].lower() not in _YES_OR_NO, "not_yes_or_no"),
        (lang is None, "unknown_language"),
        (any(one not in FIELDS for one in needs), "unknown_need"),
    ):
        if wrong:
            raise NotAllowed(reason)
    contact = cells["contact"] if way in CONTACTED else ""
    return Opening(
        charity=charity,
        key=f"entered:{_mark(row, charity, secret)}",
        kind=Kind(kind),
        words=cells["words"],
        lang=lang or "en",
        reply_by=ReplyBy(way),
        code_hash="",  # a code takes a tenth of a second each: staff make one for whoever asks
        sealed_code="",
        channel=Channel(channel),
        received_at=_came_at(cells["came on"], cells["came at"], now),
        name=cells["name"],
        contact=contact,
        safe_to_contact=_YES_OR_NO[cells["safe"].lower()] if contact else None,
        needs=tuple((FIELDS[one], one) for one in needs),
        about_person=bool(cells["about"]),
        about_name=cells["about"],
    )


def _came_at(on: str, at: str, now: datetime) -> datetime:
    day, hour = _read(on, _DATES), _read(at, _TIMES)
    if day is None:
        raise NotAllowed("not_a_day_it_came")
    if at and hour is None:
        raise NotAllowed("not_a_time_it_came")
    return came_at(day.date(), hour.time().replace(second=0) if hour else None, now)


def _read(told: str, ways: Sequence[str]) -> datetime | None:
    for way in ways:
        with suppress(ValueError):
            return datetime.strptime(told, way)
    return None


def _mark(row: Row, charity: str, secret: str) -> str:
    return digest(secret.encode(), f"{charity}:{_written(row)}".encode(), "sha256").hex()


def _written(row: Row) -> str:
    return json.dumps([row.cells.get(name, "") for name in HEADINGS])


def _row(number: int, headings: Sequence[str], cells: Sequence[str]) -> Row:
    known = {name: cell.strip() for name, cell in zip(headings, cells, strict=False) if name in HEADINGS}
    absent = {name: "" for name in headings if name in HEADINGS and name not in known}
    return Row(number, {**known, **absent}, any(map(str.strip, cells[len(headings) :])))


def _plain(told: str) -> str:
    return " ".join(told.replace("_", " ").replace("-", " ").lower().split())


def _dashed(told: str) -> str:
    return _plain(told).replace(" ", "-")
