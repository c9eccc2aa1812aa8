"""The lists of the desk: open cases by what is owed next, and closed ones."""

from collections.abc import Sequence

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webchat.cases.member import Member
from webchat.cases.sight import may_see
from webchat.db.desk_lists import Listed
from webchat.desk.access import MAY
from webchat.desk.board import Row, clocks, group_of, grouped
from webchat.i18n import dates
from webchat.packs.checks import review_passed
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint("desk_lists", __name__, url_prefix="/<charity:charity>/desk", template_folder="templates")
_MOST = 200  # cases on one page; the next page begins where it ends


@pages.get("/")
@signed_in(*MAY["desk_lists.board"])
def board(member: Member) -> ResponseReturnValue:
    """Open cases, the next thing owed first (guest-rules I1)."""
    whose, kind = request.args.get("whose", ""), request.args.get("kind", "")
    listed = [one for one in _open() if _wanted(one, member, whose, kind)]
    rows = _rows(_seen(member, listed))
    passed = review_passed(charity().policy, house().now().date())
    return page("desk/board.html", groups=grouped(rows), whose=whose, kind=kind, review=passed)


@pages.get("/closed")
@signed_in(*MAY["desk_lists.closed"])
def closed(member: Member) -> ResponseReturnValue:
    """Closed cases, the last closed first."""
    listed = house().desk_lists.closed_cases(charity().slug, limit=_MOST)
    rows = [row for _, row in _rows(_seen(member, listed))]
    return page("desk/closed.html", rows=rows)


def _open() -> Sequence[Listed]:
    """Everything that is open: what is dated, and what waits for a date, once each."""
    lists, slug = house().desk_lists, charity().slug
    found = {one.case.id: one for one in lists.undated_cases(slug, limit=_MOST)}
    found |= {one.case.id: one for one in lists.open_cases(slug, limit=_MOST)}
    return sorted(found.values(), key=lambda one: one.case.next_due_at or one.case.received_at)


def _wanted(one: Listed, member: Member, whose: str, kind: str) -> bool:
    owner = {"mine": member.staff_id, "nobody": ""}.get(whose, one.case.owner)
    return one.case.owner == owner and kind in ("", one.case.kind.value)


def _seen(member: Member, listed: Sequence[Listed]) -> list[Listed]:
    staff, order = house().staff.members(charity().slug), charity().policy.about_person_order
    return [one for one in listed if may_see(member, one.case, one.about_name, staff, order)]


def _rows(listed: Sequence[Listed]) -> list[tuple[str, Row]]:
    now, calendar, hours = house().now(), charity().calendar, charity().settings.hours
    names = {one.staff_id: one.name for one in house().staff.members(charity().slug)}
    promises = house().cases.promises_of([one.case.id for one in listed])
    return [
        (
            group_of(promises[one.case.id], now, calendar, hours),
            Row(
                one,
                clocks(promises[one.case.id], now, calendar, hours),
                names.get(one.case.owner, ""),
                dates.stamp(one.case.received_at, "en"),
                dates.stamp(one.spot.at, "en"),
            ),
        )
        for one in listed
    ]
