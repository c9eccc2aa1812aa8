"""The moves a case allows, each a question with a named refusal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from webchat.cases.appointments.meeting import Act
from webchat.cases.case import Case, Purpose, Status
from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.cases.people.powers import Relation
from webchat.cases.promises.promise import Promise
from webchat.cases.words import Kind, MetBy, PromiseName, Why

# The promises that a stated date is about: when the guest hears the answer itself.
ANSWERS = (PromiseName.OUTCOME, PromiseName.REPLY)
STAFF_WRITE = (
    Purpose.ACKNOWLEDGE,
    Purpose.UPDATE,
    Purpose.REPLY,
    Purpose.OUTCOME,
    Purpose.INFORMATION_OUTCOME,
    Purpose.INFORMATION_REPLY,
)


def must_be_open(case: Case) -> None:
    """Refuse a move on a closed case; a guest's message is what reopens it."""
    if case.status is Status.CLOSED:
        raise NotAllowed("case_closed")


def must_be_asked_how_it_went(case: Case) -> None:
    """Refuse a verdict on what still runs, on what the guest took back, and a second one.

    Whoever was in danger is asked nothing more (guest-rules E15).
    """
    is_over = case.status is Status.CLOSED and not case.taken_back_at
    if not is_over or case.verdict or case.kind is Kind.SAFEGUARDING:
        raise NotAllowed("not_asked")


def must_be_possible_to_take_back(case: Case) -> None:
    """Refuse to take back what the safeguarding lead was told: nobody may be made to unsay it."""
    if case.kind is Kind.SAFEGUARDING:
        raise NotAllowed("stays_told")


def must_stay_its_kind(case: Case, kind: Kind) -> None:
    """Refuse to make a safeguarding case another kind, which others see, or another kind one.

    A complaint at a later stage stays a complaint: nothing else has stages (policy-facts A3.6).
    """
    if Kind.SAFEGUARDING in (case.kind, kind):
        raise NotAllowed("unknown_kind")
    if case.stage > 1 and kind is not case.kind:
        raise NotAllowed("stays_a_complaint")


def may_be_a_complaint(case: Case) -> bool:
    """Whether its guest may say "treat this as a complaint": not of an appointment, which they would lose."""
    return case.kind in (Kind.QUESTION, Kind.COMPLIMENT, Kind.COMMENT, Kind.CONCERN)


def must_lose_nothing_as_a_complaint(case: Case) -> None:
    """Refuse to make a complaint of what is more than that."""
    if not may_be_a_complaint(case):
        raise NotAllowed("unknown_kind")


def must_own(case: Case, member: Member) -> None:
    """Refuse words to a guest from anybody but the person who has the case: the guest is told who that is."""
    if case.owner != member.staff_id:
        raise NotAllowed("not_yours")


def must_be(relation: Relation, member: Member, case: Case) -> None:
    """Refuse whoever is not to a case what the table of powers asks. Sight has been asked before."""
    if relation is Relation.HAS:
        must_own(case, member)


def must_do_what_it_says(promises: Iterable[Promise], act: Act, body: str) -> None:
    """Refuse an acknowledgement that would not be one under the policy, and words that are not there.

    ACSOS: it says when the full reply will come. Help & Care 15.2 and 16.2: it names the officer.
    """
    if act.purpose not in STAFF_WRITE:
        raise NotAllowed("unknown_purpose")
    says_something = act.purpose is Purpose.UPDATE and (act.states_date or act.officer.strip())
    if not body.strip() and not says_something:
        raise NotAllowed("no_words")
    if act.purpose is not Purpose.ACKNOWLEDGE:
        return
    for one in promises:
        if not one.is_owed or one.name is not PromiseName.ACKNOWLEDGE:
            continue
        if one.met_by_rule is MetBy.NAMED_OFFICER and not act.officer.strip():
            raise NotAllowed("officer_not_named")
        if one.met_by_rule is MetBy.MESSAGE_WITH_DATE and act.states_date is None:
            raise NotAllowed("no_date_stated")


@dataclass(frozen=True, slots=True)
class Whole:
    """What the outcome of a complaint tells: what was found, what was learned, and what its guest can do
    next, with whom and how. `nothing_learned`: staff say that it teaches them nothing; what they write of it
    is told all the same, and no report counts it as learning."""

    found: str
    learned: str
    next_step: str
    nothing_learned: bool = False


def ends_a_complaint(case: Case, purpose: Purpose) -> bool:
    """Whether such a message tells the whole of a complaint (Help & Care 15.6, 16.6; guest-rules E8)."""
    return purpose is Purpose.OUTCOME and case.kind is Kind.COMPLAINT


def must_tell_the_whole(whole: Whole | None) -> None:
    """Refuse the outcome of a complaint without each of its parts: "no_words", "no_learning" or
    "no_next_step", the first that is missing."""
    parts = (whole.found, whole.learned, whole.next_step) if whole else ("", "", "")
    for part, reason in zip(parts, ("no_words", "no_learning", "no_next_step"), strict=True):
        if not part.strip():
            raise NotAllowed(reason)


def must_be_a_later_day(promise: Promise, on: date, reason: str, why: Why | None, today: date) -> None:
    """Refuse a date in the past, an earlier date than the guest has, and a later one with no reason in words
    that the guest reads, or none that can be counted ("no_why").

    Clocks do not pause; more time takes a reason and a later date (policy-facts F8). Told once the old date
    has passed it is a new promise beside the old one, which stays late (`moves.py`).
    """
    if not promise.is_owed:
        raise NotAllowed("already_kept")
    must_not_be_past(on, today)
    if promise.due_on is None:
        return
    if on <= promise.due_on:
        raise NotAllowed("not_later")
    if not reason.strip():
        raise NotAllowed("no_reason")
    if why is None:
        raise NotAllowed("no_why")


def must_not_be_past(on: date, today: date) -> None:
    """Refuse to tell anybody a date that has gone (design.md, rules for dates)."""
    if on < today:
        raise NotAllowed("date_in_the_past")


def must_be_known(on: date, last: date) -> None:
    """Refuse a date past `last`, the end of the years whose bank holidays are known."""
    if on > last:
        raise NotAllowed("too_far_ahead")


def must_explain(promises: Iterable[Promise], reason: str) -> None:
    """Refuse closing a case with something still owed unless the guest is told why."""
    if any(one.is_owed for one in promises) and not reason.strip():
        raise NotAllowed("promise_not_kept")


def dated(promises: Iterable[Promise]) -> Promise | None:
    """The promise a stated date is about: one without a date first, then the outcome, then the reply.

    Of two dates for one thing it is the later: the earlier has passed, and stays in the record as late.
    """
    owed = [one for one in promises if one.is_owed and one.name in ANSWERS]
    owed.sort(key=lambda one: (one.due_on or date.max, ANSWERS.index(one.name)), reverse=True)
    owed.sort(key=lambda one: (one.due_on is not None, ANSWERS.index(one.name)))
    return owed[0] if owed else None
