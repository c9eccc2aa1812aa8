"""Reports for trustees: one page for a quarter or a year, and the same as a file (issue 4, line 10)."""

from collections.abc import Iterator
from datetime import date
from html import unescape

from flask import Blueprint, Response, get_template_attribute, request
from flask.typing import ResponseReturnValue

from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.cases.reports.periods import Period, chosen, lately, quarter_of, year_of
from webchat.cases.reports.reporting import LITTLE_LATE
from webchat.cases.reports.withholding import Hidden, Shown
from webchat.cases.satisfaction import FEWEST
from webchat.desk.access import who_may
from webchat.desk.reports.report import Line, Report, report_of
from webchat.desk.reports.spreadsheet import sheet
from webchat.desk.typed import day_typed
from webchat.i18n import dates
from webchat.web.here import charity, house, page, signed_in, told

pages = Blueprint("desk_reports", __name__, url_prefix="/<charity:charity>/desk", template_folder="templates")
_COLUMNS = ("from", "to", "part", "row", "clause", "of", "number")
_QUARTERS, _YEARS = 8, 3  # offered, this one among them


@pages.get("/reports")
@signed_in(*who_may("desk_reports.report"))
def report(member: Member) -> ResponseReturnValue:
    """The report of a period, which stands in the address; dates that are no period are told as such."""
    try:
        made = report_of(house(), charity(), _period())
    except NotAllowed as rule:
        return _shown(None, rule.reason, 400)
    return _shown(made)


@pages.get("/reports.csv")
@signed_in(*who_may("desk_reports.download"))
def download(member: Member) -> ResponseReturnValue:
    """The same numbers as a file for a spreadsheet."""
    try:
        made = report_of(house(), charity(), _period())
    except NotAllowed as rule:
        return _shown(None, rule.reason, 400)
    sent = Response(sheet(_cells(made)), content_type="text/csv; charset=utf-8")
    sent.headers["Content-Disposition"] = 'attachment; filename="report.csv"'
    return sent


def _shown(made: Report | None, refused: str = "", status: int = 200) -> ResponseReturnValue:
    now, today = house().now(), london_date(house().now())
    return page(
        "desk/report.html",
        status=status,
        report=made,
        refused=refused,
        fewest=FEWEST,
        little_late=LITTLE_LATE,
        made_at=dates.stamp(now, "en"),
        month=lambda on: dates.month(on, "en"),
        quarters=lately(quarter_of(today), _QUARTERS),
        years=lately(year_of(today), _YEARS),
    )


def _period() -> Period:
    return chosen(_date("from"), _date("to"), london_date(house().now()))


def _date(name: str) -> date | None:
    return day_typed(request.args.get(name, ""), "not_a_date")


def _cells(made: Report) -> Iterator[tuple[str | int, ...]]:
    """The file, row by row: one number a row, so that any spreadsheet can sort and sum what is told."""
    yield tuple(_word("file_columns", name) for name in _COLUMNS)
    period = (made.period.first.isoformat(), made.period.last.isoformat())
    for name, table in made.tables.items():
        for line in table.lines:
            for column, number in zip(table.columns, line.numbers, strict=True):
                where = (_word("parts", name), _name(line), line.ref, _word("columns", column))
                yield (*period, *where, _number(number))
    for name in ("left_out", "too_small"):
        yield (*period, _word("file_notes", name), "", "", "", "")


def _name(line: Line) -> str:
    return told(line.promise) if line.promise else _word("rows", line.word)


def _number(one: Shown) -> str | int:
    if isinstance(one, int):
        return one
    return f"<{FEWEST}" if one is Hidden.FEW else _word("columns", "not_told")


def _word(table: str, name: str) -> str:
    # The words of a template are made safe for a page; a file takes them as they are.
    words: dict[str, str] = get_template_attribute("desk/report_words.html", table)
    return unescape(words[name])
