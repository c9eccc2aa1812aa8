"""The lists of the desk: open cases by what is owed next, and closed ones."""

from collections.abc import Sequence

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webchat.cases.member import Member
from webchat.cases.policy import Note
from webchat.cases.satisfaction import satisfaction
from webchat.cases.sight import may_see
from webchat.cases.words import POLICY_KINDS, Kind
from webchat.db.desk_lists import Listed, Only, Spot
from webchat.desk import next_page
from webchat.desk.access import who_may
from webchat.desk.board import Row, before_any_clock, clocks, group_of, grouped
from webchat.i18n import dates
from webchat.packs.checks import review_passed
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint("desk_lists", __name__, url_prefix="/<charity:charity>/desk", template_folder="templates")
MOST = 200  # cases of each list on one page


@pages.get("/")
@signed_in(*who_may("desk_lists.board"))
def board(member: Member) -> ResponseReturnValue:
    """Open cases, the next thing owed first (guest-rules I1)."""
    whose, kind = request.args.get("whose", ""), request.args.get("kind", "")
    listed, more = _open(_only(member, whose, kind))
    groups = grouped(_rows(_seen(member, listed)))
    passed = review_passed(charity().policy, house().now().date())
    return page("desk/board.html", groups=groups, whose=whose, kind=kind, review=passed, more=more)


@pages.get("/closed")
@signed_in(*who_may("desk_lists.closed"))
def closed(member: Member) -> ResponseReturnValue:
    """Closed cases, the last closed first."""
    listed = house().desk_lists.closed_cases(charity().slug, _spot("after"), MOST)
    rows = [row for _, row in _rows(_seen(member, listed))]
    how, aims = satisfaction(house().desk_lists.verdicts(charity().slug)), _aims()
    return page("desk/closed.html", rows=rows, more=next_page.after(listed, MOST), how=how, aims=aims)


def _aims() -> list[Note]:
    return [one for one in charity().policy.notes if one.topic == "satisfaction"]


def _only(member: Member, whose: str, kind: str) -> Only:
    owner = {"mine": member.staff_id, "nobody": ""}.get(whose)
    return Only(owner, Kind(kind) if kind in POLICY_KINDS else None)


def _open(only: Only) -> tuple[Sequence[Listed], dict[str, str]]:
    """What is dated and what waits for a date, once each; and where the next page of both begins.

    What must be read first stands on the first page, whatever else is asked for.
    """
    lists, slug = house().desk_lists, charity().slug
    # A list that has ended names no spot: on a later page it must not begin again.
    dated = [] if _ended("dated") else lists.open_cases(slug, _spot("dated"), MOST, only)
    undated = [] if _ended("undated") else lists.undated_cases(slug, _spot("undated"), MOST, only)
    first = () if _spot("dated") or _spot("undated") else lists.to_read_first(slug, MOST)
    found = {one.case.id: one for one in (*undated, *dated, *first)}
    listed = sorted(found.values(), key=lambda one: one.case.next_due_at or one.case.received_at)
    more = {"dated": next_page.after(dated, MOST), "undated": next_page.after(undated, MOST)}
    return listed, more if any(more.values()) else {}


def _ended(name: str) -> bool:
    return request.args.get(name) == ""


def _spot(name: str) -> Spot | None:
    return next_page.read(request.args.get(name, ""))


def _seen(member: Member, listed: Sequence[Listed]) -> list[Listed]:
    staff, order = house().staff.members(charity().slug), charity().policy.about_person_order
    return [one for one in listed if may_see(member, one.case, one.about_name, staff, order)]


def _rows(listed: Sequence[Listed]) -> list[tuple[str, Row]]:
    now, calendar, hours = house().now(), charity().calendar, charity().settings.hours
    names = {one.staff_id: one.name for one in house().staff.members(charity().slug)}
    promises = house().cases.promises_of([one.case.id for one in listed])
    return [
        (
            before_any_clock(one.case) or group_of(promises[one.case.id], now, calendar, hours),
            Row(
                one,
                clocks(promises[one.case.id], now, calendar, hours),
                names.get(one.case.owner, ""),
                dates.stamp(one.case.received_at, "en"),
                dates.stamp(one.spot.at, "en"),
                names.get(one.case.read_first_by, ""),
            ),
        )
        for one in listed
    ]
