"""Finding a case by its reference, a name, a way to reach somebody, or the words of any message.

What is typed stands in no address: the session keeps it under a mark, and the address has the mark, so that
Back and Reload show again what was found. A reference, and which cases to look through, may stand there
(guest-rules G6; security.md A2).
"""

import secrets
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
from webchat.web.session import visit

LONGEST = 200  # characters; whoever remembers more of a message needs fewer words of it
MOST = 25  # cases on one page
_LOOKED_FOR = "looked_for"
_MOST_KEPT = 10  # things looked for, and their further pages: so far does Back go


@pages.get("/find")
@signed_in(*who_may("desk_lists.find"))
def find(member: Member) -> ResponseReturnValue:
    """Where to type what to find, and what was found. A reference in the address is looked up at once."""
    if reference := request.args.get("reference", "").strip():
        wrong = _wrong(reference)
        return _refused(reference, wrong) if wrong else _answered(member, reference)
    mark = request.args.get("found", "")
    asked = [(words, after) for one, words, after in visit().get(_LOOKED_FOR, ()) if one == mark]
    return _answered(member, *asked[0]) if asked else _page()


@pages.post("/find")
@signed_in(*who_may("desk_lists.found"))
def found(member: Member) -> ResponseReturnValue:
    """Keep what was typed, and go to where it is found: which cases to look through stands there too."""
    typed, after = request.form.get("words", "").strip(), request.form.get("after", "")
    if wrong := _wrong(typed):
        return _refused(typed, wrong)
    mark = secrets.token_hex(4)
    visit()[_LOOKED_FOR] = [*visit().get(_LOOKED_FOR, ()), (mark, typed, after)][-_MOST_KEPT:]
    wanted = Sorting.told(request.form).address
    return redirect(url_for("desk_lists.find", found=mark, **wanted, _anchor="found"), 303)


def _wrong(typed: str) -> str:
    """Why this cannot be looked for; empty where it can."""
    if len(typed) > LONGEST:
        return "too_long"
    return "" if terms_asked(typed) else "nothing_to_find"


def _refused(typed: str, wrong: str) -> ResponseReturnValue:
    return _page(typed=typed, wrong=wrong, status=400)


def _answered(member: Member, typed: str, after: str = "") -> ResponseReturnValue:
    terms = terms_asked(typed)
    may_know, only = sight_of(member), Sorting.told(request.args).only(member, house().now())
    listed, spot = next_page.filled(partial(_asked, terms, only), may_know, _after(after), MOST)
    first = [] if after else [one for one in _with_reference(typed) if may_know(one)]
    known = {one.case.id for one in first}
    rows = [row for _, row in rows_of([*first, *(one for one in listed if one.case.id not in known)])]
    return _page(typed=typed, rows=rows, after=spot.case_id if spot else "", asked=True)


def _page(status: int = 200, **values: object) -> ResponseReturnValue:
    sorting, behind = Sorting.told(request.values), house().index.is_behind()
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
