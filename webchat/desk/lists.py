"""The lists of the desk: open cases by what is owed next, and closed ones."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from webchat.cases.people.member import Member
from webchat.cases.people.sight import may_see
from webchat.cases.promises.policy import Note
from webchat.cases.satisfaction import satisfaction
from webchat.db.desk_lists import Listed, Only, Spot
from webchat.desk import next_page
from webchat.desk.access import who_may
from webchat.desk.board import AWAY, Group, Row, before_any_clock, clocks, group_of, grouped, with_away
from webchat.desk.complaints.action_lines import to_do
from webchat.desk.people.passed_on import offers_to
from webchat.desk.people.who_is_away import looked_after
from webchat.desk.sorting import LATE, Sorting
from webchat.i18n import dates
from webchat.packs.checks import review_passed
from webchat.web.here import charity, house, page, signed_in

pages = Blueprint("desk_lists", __name__, url_prefix="/<charity:charity>/desk", template_folder="templates")
MOST = 200  # cases of each list on one page


@pages.get("/")
@signed_in(*who_may("desk_lists.board"))
def board(member: Member) -> ResponseReturnValue:
    """Open cases, the next thing owed first (guest-rules I1)."""
    sorting = Sorting.told(request.args)
    sorting = replace(sorting, state=LATE if sorting.state == LATE else "")
    only, may_know = sorting.only(member, house().now()), sight_of(member)
    listed, more = _open(only, may_know)
    away = [] if sorting.whose else looked_after(house(), charity(), member, only, may_know, MOST)
    theirs = {one.case.id for _, some in away for one in some}
    groups = with_away(
        grouped(rows_of([one for one in listed if one.case.id not in theirs])),
        [Group(AWAY, tuple(row for _, row in rows_of(some)), name) for name, some in away],
    )
    passed = review_passed(charity().policy, house().now().date())
    return page(
        "desk/board.html", groups=groups, sorting=sorting, review=passed, more=more,
        offered=offers_to(house(), member), actions=to_do(house(), charity(), member),
    )  # fmt: skip


@pages.get("/appeals")
@signed_in(*who_may("desk_lists.appeals"))
def appeals(member: Member) -> ResponseReturnValue:
    """The appeals on whose panel a trustee sits, open and closed: they see no other case."""
    lists, slug, only = house().desk_lists, charity().slug, Only(seen_by=member)
    listed = [
        one
        for list_ in (lists.open_cases, lists.closed_cases)
        for one in next_page.filled(partial(list_, slug, only=only), sight_of(member), None, MOST)[0]
    ]
    return page("desk/appeals.html", rows=[row for _, row in rows_of(listed)])


@pages.get("/closed")
@signed_in(*who_may("desk_lists.closed"))
def closed(member: Member) -> ResponseReturnValue:
    """Closed cases, the last closed first."""
    sorting, slug, lists = Sorting.told(request.args), charity().slug, house().desk_lists
    only = replace(sorting, state="").only(member, house().now())
    ask = partial(lists.closed_cases, slug, only=only)
    listed, spot = next_page.filled(ask, sight_of(member), _spot("after"), MOST)
    rows, more = [row for _, row in rows_of(listed)], next_page.written(spot)
    how, aims = satisfaction(lists.verdicts(slug)), _aims()
    return page("desk/closed.html", rows=rows, more=more, how=how, aims=aims, sorting=sorting)


def _aims() -> list[Note]:
    return [one for one in charity().policy.notes if one.topic == "satisfaction"]


def _open(only: Only, may_know: Callable[[Listed], bool]) -> tuple[Sequence[Listed], dict[str, str]]:
    """What is dated and what waits for a date, once each; and where the next page of both begins.

    What must be read first stands on the first page, whatever else is asked for.
    """
    lists, slug = house().desk_lists, charity().slug
    found: dict[str, Listed] = {}
    more = {"dated": "", "undated": ""}
    for name, list_ in (("undated", lists.undated_cases), ("dated", lists.open_cases)):
        # A list that has ended names no spot: on a later page it must not begin again.
        if request.args.get(name) != "":
            listed, spot = next_page.filled(partial(list_, slug, only=only), may_know, _spot(name), MOST)
            found |= {one.case.id: one for one in listed}
            more[name] = next_page.written(spot)
    if not (_spot("dated") or _spot("undated")):
        found |= {one.case.id: one for one in lists.to_read_first(slug, MOST) if may_know(one)}
    in_order = sorted(found.values(), key=lambda one: one.case.next_due_at or one.case.received_at)
    return in_order, more if any(more.values()) else {}


def _spot(name: str) -> Spot | None:
    return next_page.read(request.args.get(name, ""))


def sight_of(member: Member) -> Callable[[Listed], bool]:
    """Whether this member may know of a case that a list has."""
    staff, order = house().staff.members(charity().slug), charity().policy.about_person_order
    return lambda one: may_see(member, one.case, one.about_name, staff, order)


def rows_of(listed: Sequence[Listed]) -> list[tuple[str, Row]]:
    """Cases as a page shows them, each with the heading it stands under on the board."""
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
