"""Many contacts at once, from a spreadsheet: each row is looked at before any is written down.

Nothing is written while a row is wrong, unless whoever sends it asks to leave such rows out.
"""

from collections.abc import Iterator, Sequence

from flask import Response, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.entering import Entering
from webchat.cases.errors import NotAllowed
from webchat.cases.needs import FIELDS
from webchat.cases.opening import Opening
from webchat.cases.people.member import Member
from webchat.desk.access import who_may
from webchat.desk.entering.contact_sheet import (
    HEADINGS,
    MUST_BE_THERE,
    Row,
    Wrong,
    missing,
    opening_of,
    rows_of,
    twice,
)
from webchat.desk.entering.pages import hears_danger, pages
from webchat.desk.every_page import language_name
from webchat.desk.reports.spreadsheet import sheet
from webchat.web.here import charity, house, page, signed_in


@pages.get("/many")
@signed_in(*who_may("desk_entering.ask_many"))
def ask_many(member: Member) -> ResponseReturnValue:
    """The form, and what a spreadsheet must look like."""
    return _shown()


@pages.get("/many.csv")
@signed_in(*who_may("desk_entering.headings"))
def headings(member: Member) -> ResponseReturnValue:
    """A spreadsheet with nothing but its headings."""
    sent = Response(sheet([HEADINGS]), content_type="text/csv; charset=utf-8")
    sent.headers["Content-Disposition"] = 'attachment; filename="contacts.csv"'
    return sent


@pages.post("/many")
@signed_in(*who_may("desk_entering.enter_many"))
def enter_many(member: Member) -> ResponseReturnValue:
    """Write down every row, or say of each that is wrong why, and write down nothing."""
    sent = request.files.get("sheet")
    try:
        rows = rows_of(sent.read() if sent else b"")
    except NotAllowed as rule:
        return _shown(refused=rule.reason, status=400)
    if absent := missing(rows):
        return _shown(refused="headings_missing", absent=absent, status=400)
    looked_at = list(_looked_at(rows))
    wrong = [one for one in looked_at if isinstance(one, Wrong)]
    good = [one for one in looked_at if isinstance(one, Opening)]
    if wrong and (not good or request.form.get("leave_out") != "yes"):
        return _shown(wrong=wrong, good=len(good), status=400)
    Entering(house().casework).enter_all(member, good, house().now())
    if wrong:
        return _shown(wrong=wrong, written=len(good))
    return redirect(url_for("desk_lists.board", did="enter_many", _anchor="did"), 303)


def _looked_at(rows: Sequence[Row]) -> Iterator[Opening | Wrong]:
    entering, now, again = Entering(house().casework), house().now(), {one.number: one for one in twice(rows)}
    offered = [one.code for one in house().words.offered]
    languages = {name.lower(): code for code in offered for name in (code, language_name(code))}
    for row in rows:
        if row.number in again:
            yield again[row.number]
            continue
        try:
            one = opening_of(row, charity().slug, languages, current_app.config["SECRET_KEY"], now)
            entering.must_be_whole(one, now)
            yield hears_danger(one)
        except NotAllowed as rule:
            yield Wrong(row.number, rule.reason)


def _shown(
    refused: str = "",
    absent: Sequence[str] = (),
    wrong: Sequence[Wrong] = (),
    good: int = 0,
    written: int | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    return page(
        "desk/many.html", status=status, refused=refused, absent=absent,
        wrong=wrong, good=good, written=written,
        headings=HEADINGS, must_be_there=MUST_BE_THERE, all_needs=list(FIELDS),
        languages_here=[language_name(one.code) for one in house().words.offered],
    )  # fmt: skip
