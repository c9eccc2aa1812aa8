"""Finding a case by its reference, a name, a way to reach somebody, or the words of any message.

What is typed stands in no address: it travels in the body of a form that only reads, and so do pages after
the first. A reference, and which cases to look through, may stand there (guest-rules G6; security.md A2).
"""

from collections.abc import Sequence
from functools import partial

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.code import REFERENCE, typed_reference
from webchat.cases.finding import SHORTEST, terms_asked
from webchat.cases.people.member import Member
from webchat.db.desk_lists import Listed, Only, Spot
from webchat.desk import next_page
from webchat.desk.access import who_may
from webchat.desk.lists import pages, rows_of, sight_of
from webchat.desk.sorting import Sorting
from webchat.web.here import charity, house, page, signed_in

LONGEST = 200  # characters; whoever remembers more of a message needs fewer words of it
MOST = 25  # cases on one page


@pages.get("/find")
@signed_in(*who_may("desk_lists.find"))
def find(member: Member) -> ResponseReturnValue:
    """Where to type what to find. A reference in the address is looked up at once."""
    reference = request.args.get("reference", "")
    return _answered(member, reference) if reference else _page()


@pages.post("/find")
@signed_in(*who_may("desk_lists.found"))
def found(member: Member) -> ResponseReturnValue:
    """What is found. Which cases to look through goes into the address first, and the form is sent there."""
    wanted = Sorting.told(request.form)
    if wanted != Sorting.told(request.args):
        return redirect(url_for("desk_lists.found", **wanted.address), 307)
    return _answered(member, request.form.get("words", ""), request.form.get("after", ""))


def _answered(member: Member, typed: str, after: str = "") -> ResponseReturnValue:
    typed = typed.strip()
    terms = terms_asked(typed[:LONGEST])
    if len(typed) > LONGEST or not terms:
        return _page(typed=typed, wrong="too_long" if len(typed) > LONGEST else "nothing_to_find", status=400)
    may_know, only = sight_of(member), Sorting.told(request.args).only(member, house().now())
    listed, spot = next_page.filled(partial(_asked, terms, only), may_know, _after(after), MOST)
    first = [] if after else [one for one in _with_reference(typed) if may_know(one)]
    known = {one.case.id for one in first}
    rows = [row for _, row in rows_of([*first, *(one for one in listed if one.case.id not in known)])]
    return _page(typed=typed, rows=rows, after=spot.case_id if spot else "", asked=True)


def _page(status: int = 200, **values: object) -> ResponseReturnValue:
    sorting, behind = Sorting.told(request.args), house().index.is_behind()
    return page(
        "desk/find.html", status=status, sorting=sorting, behind=behind, shortest=SHORTEST, longest=LONGEST,
        **values,
    )  # fmt: skip


def _asked(terms: frozenset[str], only: Only, after: Spot | None, limit: int) -> Sequence[Listed]:
    return house().finding.find(charity().slug, terms, after.case_id if after else "", limit, only)


def _after(case_id: str) -> Spot | None:
    return Spot(0, house().now(), case_id) if case_id else None


def _with_reference(typed: str) -> Sequence[Listed]:
    """The case whose reference was typed, in whatever way; it is found whatever else is asked for."""
    reference = typed_reference(typed)
    one = house().finding.by_reference(charity().slug, reference) if REFERENCE.fullmatch(reference) else None
    return [one] if one else []
