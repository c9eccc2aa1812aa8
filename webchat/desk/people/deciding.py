"""What people decide about a guest: proposed, decided by each whom the policy names, lifted; and the list."""

from dataclasses import dataclass

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.case import Case
from webchat.cases.errors import NotAllowed
from webchat.cases.people.deciding import Proposal
from webchat.cases.people.member import Member
from webchat.cases.people.sanctions import Decision, Voice, has_a_seat, rule_for, valid
from webchat.cases.promises.policy import Sanctioned
from webchat.cases.words import Sanction
from webchat.desk.access import who_may
from webchat.desk.cases import a_move, found, pages
from webchat.desk.head import head_of
from webchat.desk.lists import pages as list_pages
from webchat.desk.typed import day_typed, typed_words
from webchat.i18n import dates
from webchat.web.here import charity, house, page, signed_in


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one of them decided: who, and when."""

    voice: Voice
    name: str
    when: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision with its case. `holds`: it is in force today; `may_answer`: this member's own decision is
    awaited; `awaited` are the roles of the seats that are still free."""

    decision: Decision
    case: Case
    until: str
    review: str
    spoken: tuple[Spoken, ...]
    holds: bool
    may_answer: bool
    awaited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """The page of a case: its decisions, the rules of the policy, and what this member may propose."""

    case: Case
    lines: tuple[DecisionLine, ...]
    rules: tuple[Sanctioned, ...]
    may_propose: tuple[Sanction, ...]
    may_lift: bool


def _shown(
    member: Member, case: Case, move: str = "", refused: str = "", _who: str = "", status: int = 200
) -> ResponseReturnValue:
    told = {"move": move, "refused": refused, "typed": request.form}
    heads = head_of(house(), charity(), member, case)
    return page("desk/decision.html", status=status, about=_about(member, case), heads=heads, **told)


def _landed(member: Member, case: Case, move: str) -> ResponseReturnValue:
    if not house().casework.may_see(member, case):  # it is decided, and was theirs to read for that alone
        return redirect(url_for("desk_lists.decisions", did=f"decision_{move}", _anchor="did"), 303)
    here = url_for("desk_cases.decision", reference=case.reference, did=f"decision_{move}", _anchor="did")
    return redirect(here, 303)


_changing = a_move(_shown, _landed)


@pages.get("/decision")
@signed_in(*who_may("desk_cases.decision"))
def decision(member: Member, reference: str) -> ResponseReturnValue:
    """What was proposed and decided, and what this member may decide."""
    return _shown(member, found(member, reference))


@pages.post("/decision/propose")
@_changing
def propose(member: Member, case: Case) -> Case:
    """Propose it, with a reason of their own and what the guest is to be told."""
    told = request.form.get("kind", "")
    if not charity().policy.sanctions:
        raise NotAllowed("policy_names_nobody")
    if told not in list(Sanction):
        raise NotAllowed("no_kind")
    until = day_typed(request.form.get("until", ""), "not_a_date_until")
    review = day_typed(request.form.get("review", ""), "not_a_date_review")
    proposal = Proposal(Sanction(told), until, review, typed_words("reason"), typed_words("tells"))
    return house().deciding.propose(member, case.id, proposal, house().now())


@pages.post("/decision/lift")
@_changing
def lift(member: Member, case: Case) -> Case:
    """Propose that it ends before its time."""
    reason, tells = typed_words("reason"), typed_words("tells")
    return house().deciding.lift(member, case.id, reason, tells, house().now())


@pages.post("/decision/decide")
@_changing
def decide(member: Member, case: Case) -> Case:
    """Agree, or not, with a reason of their own."""
    told = request.form.get("agrees", "")
    if told not in ("yes", "no"):
        raise NotAllowed("not_chosen")
    wanted, reason = request.form.get("decision", ""), typed_words("reason")
    return house().deciding.answer(member, case.id, wanted, told == "yes", reason, house().now())


@list_pages.get("/decisions")
@signed_in(*who_may("desk_lists.decisions"))
def decisions(member: Member) -> ResponseReturnValue:
    """Those that are awaited or hold, the first to be reviewed first, as far as this member may know."""
    lines = []
    for one in house().deciding.store.of_charity(charity().slug):
        case = house().cases.case(charity().slug, one.case_id)
        if case is not None and house().casework.may_see(member, case):
            line = _line(member, case, one)
            lines += [line] if line.holds or one.is_open else []
    return page("desk/decisions.html", lines=lines, rules=charity().policy.sanctions)


def _about(member: Member, case: Case) -> About:
    found_ = [_line(member, case, one) for one in house().deciding.store.decisions(case.id)]
    rules = charity().policy.sanctions
    is_busy = any(one.decision.is_open for one in found_)
    held = next((one for one in found_ if one.holds), None)
    theirs = tuple(one.kind for one in rules if has_a_seat(member, one, (), case))
    return About(
        case=case,
        lines=tuple(reversed(found_)),
        rules=rules,
        may_propose=() if is_busy or held else theirs,
        may_lift=bool(held and not is_busy and _may_speak(member, case, held.decision, ())),
    )


def _line(member: Member, case: Case, one: Decision) -> DecisionLine:
    now, rule = house().now(), _rule(one)
    taken = {voice.seat for voice in valid(one.voices, case)}
    free = [roles for seat, roles in enumerate(rule.seats) if seat not in taken] if rule else []
    names = house().booking.names(charity().slug)
    return DecisionLine(
        decision=one,
        case=case,
        until=dates.day(one.until, "en") if one.until else "",
        review=dates.day(one.review_on, "en"),
        spoken=tuple(
            Spoken(voice, names.get(voice.staff_id, ""), dates.stamp(voice.at, "en")) for voice in one.voices
        ),
        holds=one == house().deciding.holds(case, now),
        may_answer=one.is_open and _may_speak(member, case, one, one.voices),
        awaited=tuple(" / ".join(role.value for role in roles) for roles in free) if one.is_open else (),
    )


def _rule(one: Decision) -> Sanctioned | None:
    try:
        return rule_for(charity().policy, one.kind)
    except NotAllowed:  # a pack that names nobody any more
        return None


def _may_speak(member: Member, case: Case, one: Decision, voices: tuple[Voice, ...]) -> bool:
    rule = _rule(one)
    return rule is not None and has_a_seat(member, rule, voices, case)
