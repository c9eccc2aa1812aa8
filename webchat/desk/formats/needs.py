"""What a guest needs, on a page of its own: when they told it, correcting it on their word, asking again, and
telling them that something cannot be met (guest-rules D17; ACSOS, S10)."""

from dataclasses import dataclass

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case, Status
from webchat.cases.consent import is_limited
from webchat.cases.formats.needing import Needing, Said
from webchat.cases.needs import ALL_FIELDS, IN_WORDS, LEAST_POINTS, MOST_POINTS, Need
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.desk.access import who_may
from webchat.desk.cases import a_move, found, pages
from webchat.desk.formats.fit import is_promised, points_of, promised_needs
from webchat.desk.head import head_of
from webchat.desk.typed import is_neutral, typed_words
from webchat.i18n import dates
from webchat.packs import Charity
from webchat.packs.charity import Formats
from webchat.web.here import charity, house, page, signed_in
from webchat.wiring import House

_BOXES = {
    "unknown_need": "needs",
    "need_too_long": "language",
    "not_points": "points",
    "nothing_told": "unmet",
    "policy_lists_it": "unmet",
    "no_unmet_words": "unmet-words",
    "not_agreed": "unmet-words",
    "too_long": "unmet-words",
}
_LONGEST = 3  # digits of a size in points


@dataclass(frozen=True, slots=True)
class NeedTold:
    """One need: when it was told, from when it is asked about again, and whether the policy promises it."""

    need: Need
    told: str
    again: str
    is_due: bool
    promised: bool


@dataclass(frozen=True, slots=True)
class NeedsPage:
    """What the page shows. `may`: it is theirs to change; `codes` are what can be ticked."""

    case: Case
    needs: tuple[NeedTold, ...]
    may: bool
    limited: bool
    codes: tuple[str, ...]
    ticked: frozenset[str]
    language: str
    other: str
    points: int | None
    formats: Formats

    @property
    def silent(self) -> tuple[Need, ...]:
        """The needs that the policy does not promise, so that staff may say that one cannot be met."""
        return tuple(one.need for one in self.needs if not one.promised and one.need.is_to_be_met)


def needs_page(house: House, charity: Charity, member: Member, case: Case) -> NeedsPage:
    """The page of a case that this member may see."""
    needs, today = house.cases.needs(case.id), london_date(house.now())
    in_words = {one.field: one.value for one in needs if one.value not in ALL_FIELDS}
    return NeedsPage(
        case=case,
        needs=tuple(
            NeedTold(
                one,
                dates.day(london_date(one.told_at), "en"),
                dates.day(one.asked_on, "en"),
                one.asked_on <= today,
                is_promised(one, charity),
            )
            for one in needs
        ),
        may=case.owner == member.staff_id and case.status is Status.OPEN,
        limited=is_limited(case),
        codes=tuple(one for one in ALL_FIELDS if one not in IN_WORDS),
        ticked=frozenset(one.value for one in needs),
        language=in_words.get("community_language", ""),
        other=in_words.get("additional_support", ""),
        points=points_of(needs),
        formats=charity.formats,
    )


def _shown(
    member: Member, case: Case, move: str = "", refused: str = "", _who: str = "", status: int = 200
) -> ResponseReturnValue:
    file, box = needs_page(house(), charity(), member, case), _BOXES.get(refused, "now")
    limits = {"least": LEAST_POINTS, "most": MOST_POINTS}
    told = {"move": move, "refused": refused, "box": box, "typed": request.form, "limits": limits}
    heads = head_of(house(), charity(), member, case)
    return page("desk/needs.html", status=status, file=file, heads=heads, **told)


def _landed(_member: Member, case: Case, move: str) -> ResponseReturnValue:
    return redirect(url_for("desk_cases.case", reference=case.reference, did=move, _anchor="did"), 303)


_changing = a_move(_shown, _landed)


@pages.get("/needs")
@signed_in(*who_may("desk_cases.needs"))
def needs(member: Member, reference: str) -> ResponseReturnValue:
    """What they need, and what can be done about it."""
    return _shown(member, found(member, reference))


@pages.post("/needs")
@_changing
def correct_needs(member: Member, case: Case) -> Case:
    """What they say that they need now."""
    told = request.form.get("points", "").strip()
    # What is no number is none that print can have, and is told as such.
    points = int(told) if told.isascii() and told.isdecimal() and len(told) <= _LONGEST else int(bool(told))
    codes = request.form.getlist("need")
    language, other = request.form.get("language", ""), request.form.get("other", "")
    said = Said(codes, language, other, points)
    return Needing(house().casework).correct(member, case.id, said, house().now())


@pages.post("/needs/ask")
@_changing
def ask_needs(member: Member, case: Case) -> Case:
    """Have them asked whether it is still right."""
    return Needing(house().casework).ask(member, case.id, house().now())


@pages.post("/needs/cannot")
@_changing
def cannot_meet(member: Member, case: Case) -> Case:
    """Tell them that one cannot be met, and why."""
    value, words, now = request.form.get("unmet", ""), typed_words("unmet_words"), house().now()
    promised = promised_needs(charity())
    return Needing(house().casework).cannot_meet(
        member, case.id, value, words, promised, now, is_neutral()
    )
