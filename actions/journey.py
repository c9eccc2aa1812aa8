"""What each journey asks, in order, given the answers so far. Pure: answers in, names of questions out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from webchat.cases.people.directing import AS_ELECTED
from webchat.cases.promises.owed_by_law import OWN_INFORMATION
from webchat.cases.words import REACHED_AT, Kind, ReplyBy

Answers: TypeAlias = Mapping[str, Any]

QUESTION, APPOINTMENT, FEEDBACK = "question", "appointment", "feedback"
FORMS = {QUESTION: "question_form", APPOINTMENT: "appointment_form", FEEDBACK: "feedback_form"}
# What the guest's own words may be like; the four kinds of feedback lead to one journey, which asks (E5).
JOURNEY_OF = {QUESTION: QUESTION, APPOINTMENT: APPOINTMENT, FEEDBACK: FEEDBACK}
JOURNEY_OF |= {kind.value: FEEDBACK for kind in (Kind.COMPLAINT, Kind.CONCERN, Kind.COMMENT, Kind.COMPLIMENT)}
# The words a case opens with.
MAIN_WORDS = {QUESTION: "question_words", APPOINTMENT: "appointment_about", FEEDBACK: "feedback_words"}

# Asked once in a conversation and carried over to the next journey (guest-rules B23).
CARRIED_OVER = (
    "reply_by",
    "email",
    "phone",
    "call_times",
    "address",
    "safe_to_contact",
    "guest_name",
    "needs",
    "needs_words",
)
# Belong to one journey and go with it.
OWN = (
    "question_words",
    OWN_INFORMATION,
    "appointment_where",
    "appointment_place",
    "appointment_no_place",
    "appointment_who",
    "appointment_person",
    "appointment_time",
    "appointment_when",
    "appointment_about",
    "appointment_company",
    "appointment_access",
    "appointment_access_words",
    "feedback_kind",
    "feedback_words",
    AS_ELECTED,
    "feedback_scope",
    "treat_as_complaint",
    "about_information",
    "for_whom",
    "for_name",
    "for_agrees",
    "feedback_when",
    "feedback_wish",
    "about_person",
    "person_name",
    "check",
)
# What may mean danger, in every journey and outside: whether the lead is told, then two questions (E15).
SAFEGUARDING_FORM = "safeguarding_form"
TELL_LEAD, DANGER_NOW, SAFE_HOW = "tell_lead", "danger_now", "safe_how"
TELLING = ("alarm", "alarming", "told_case", TELL_LEAD, DANGER_NOW, SAFE_HOW)
STOP_SURE, EMAIL_SURE = "stop_sure", "email_sure"
ANSWERED, ASK_TEAM = "answered", "ask_team"
# Words of thanks or of an idea that are like those of somebody who is not satisfied (guest-rules E1, E5).
SOUNDS_UNHAPPY = "sounds_unhappy"
# Words that may have another way to be heard: which (Help & Care 10, 12, 14; guest-rules E11).
OTHER_DOOR, ELECTED = "other_door", "elected"
# A question that may ask for what is held about its guest (guest-rules G5).
ASKS_FOR_OWN = "asks_for_own"
_ASIDES = (("stopping", STOP_SURE), ("email_guess", EMAIL_SURE), ("found", ANSWERED), ("unsaid", ASK_TEAM))
MEMORY = (
    *("journey", "first_words", "missed", "kept", "changing", "slips", "stopping", "email_guess"),
    *("found", ANSWERED, "unsaid", ASK_TEAM, SOUNDS_UNHAPPY, OTHER_DOOR, ASKS_FOR_OWN),
    *("appointment_times", "appointment_from"),
)

# Where each way to reply needs something to reply to (guest-rules C5).
CONTACT_FOR = {
    ReplyBy.EMAIL.value: "email",
    ReplyBy.TEXT.value: "phone",
    ReplyBy.PHONE.value: "phone",
    ReplyBy.LETTER.value: "address",
}
# Where a place can be agreed later.
ELSEWHERE, RING_BACK = "elsewhere", "ring_back"
# Said of times that are offered: none of them suits.
NO_TIME = "none"
NEEDS_IN_WORDS = frozenset({"interpreter", "something_else"})

_OF_THE_UNHAPPY = (
    *("treat_as_complaint", "feedback_when", "about_information"),
    *("for_whom", "for_name", "for_agrees", "feedback_wish"),
)
_OF_THE_TIME = ("appointment_time", "appointment_times", "appointment_from")
_DEPENDENTS = {
    "appointment_who": ("appointment_person", *_OF_THE_TIME),
    "appointment_person": _OF_THE_TIME,
    "appointment_time": ("appointment_times", "appointment_from", "appointment_when"),
    "appointment_where": (
        *("appointment_place", "appointment_no_place", "appointment_who", "appointment_person"),
        *(*_OF_THE_TIME, "appointment_when", "appointment_company"),
    ),
    "appointment_place": ("appointment_no_place", *_OF_THE_TIME),
    "appointment_access": ("appointment_access_words",),
    "feedback_kind": ("feedback_scope", *_OF_THE_UNHAPPY),
    "feedback_scope": _OF_THE_UNHAPPY,
    "for_whom": ("for_name", "for_agrees"),
    "about_person": ("person_name", *_OF_THE_TIME),
    "person_name": _OF_THE_TIME,
    "reply_by": ("email", "phone", "call_times", "address", "safe_to_contact"),
    "needs": ("needs_words",),
}
# These mean something else once the answer before them is another: they stand in no box then. "Safe" was said
# of one way to reply alone (guest-rules E21), and an address is no phone number.
_MEANT_FOR = {
    "appointment_where": ("appointment_place", "appointment_no_place"),
    "appointment_access": ("appointment_access_words",),
    "reply_by": ("safe_to_contact",),
    "needs": ("needs_words",),
}


def asides(answers: Answers) -> list[str]:
    """Questions that come before the journey's own next one."""
    stop, *others = ([name] if answers.get(mark) else [] for mark, name in _ASIDES)
    return [*stop, *_of_danger(answers), *(name for some in others for name in some)]


def asked_of_danger(slot: str) -> bool:
    """Whether a question is asked because of danger: its answer goes to the safeguarding lead."""
    return slot in (TELL_LEAD, DANGER_NOW, SAFE_HOW)


def asked(journey: str, answers: Answers, asks_scope: bool) -> list[str]:
    """Every question of a journey that these answers lead to; the last is the check page."""
    own = {QUESTION: _question, APPOINTMENT: _appointment, FEEDBACK: _feedback}[journey]
    every = [*own(answers, asks_scope), *_about(answers), *_wish(journey, answers), *_reply(answers)]
    # An appointment asks some of these early: whom it is about before the times, how to ring before all else.
    return [*dict.fromkeys(every), *_tail(answers), "check"]


def has_enough(answers: Answers) -> bool:
    """Whether what the policy says was enough, or nobody is to be asked: then nothing is sent."""
    return answers.get(ANSWERED) == "yes" or answers.get(ASK_TEAM) == "no"


def kind_of(journey: str, answers: Answers) -> Kind:
    """What the guest made it: a comment that happened to them is a concern, and a concern may be a complaint.

    The guest decides (guest-rules E5); a comment is about no one person's service (Help & Care 4.2).
    """
    if journey != FEEDBACK:
        return Kind(journey)
    if _says_complaint(answers):
        return Kind.COMPLAINT
    kind = Kind(answers["feedback_kind"])
    return Kind.CONCERN if kind is Kind.COMMENT and _is_unhappy(answers) else kind


def with_dependents(slot: str) -> tuple[str, ...]:
    """A question and those that are asked only because of its answer."""
    return (slot, *_DEPENDENTS.get(slot, ()))


def meant_for(slot: str) -> tuple[str, ...]:
    """What was said for one answer to this question, and holds for no other answer."""
    return _MEANT_FOR.get(slot, ())


def _of_danger(answers: Answers) -> list[str]:
    alarm = answers.get("alarm")
    if isinstance(alarm, Mapping):
        return [TELL_LEAD]
    return [DANGER_NOW, SAFE_HOW] if alarm else []


def _question(answers: Answers, asks_scope: bool) -> Iterator[str]:
    yield "question_words"
    if answers.get(ASKS_FOR_OWN):
        yield OWN_INFORMATION


def _appointment(answers: Answers, asks_scope: bool) -> Iterator[str]:
    where = answers.get("appointment_where")
    yield "appointment_where"
    if where == RING_BACK:
        yield from (*_reply(answers), "appointment_about")
    else:
        yield from _meeting(answers)
    yield "appointment_access"
    if NEEDS_IN_WORDS & set(answers.get("appointment_access") or ()):
        yield "appointment_access_words"


def _meeting(answers: Answers) -> Iterator[str]:
    """Where to reach the guest, whom they would like to meet, what about, when, and who comes along.

    Whether it is about somebody here comes before the times: nobody is offered a time with that person.
    """
    where = answers.get("appointment_where")
    if where in REACHED_AT:
        yield "appointment_place"
        if answers.get("appointment_place") == "":
            yield "appointment_no_place"
    yield "appointment_who"
    if answers.get("appointment_who") == "named":
        yield "appointment_person"
    yield from ("appointment_about", *_about(answers), *_time(answers))
    if where == ELSEWHERE:
        yield "appointment_place"
    yield "appointment_company"


def _time(answers: Answers) -> Iterator[str]:
    """A time of those that are offered; where none is, or none suits, days and times in words."""
    if answers.get("appointment_times"):
        yield "appointment_time"
    if not answers.get("appointment_times") or answers.get("appointment_time") == NO_TIME:
        yield "appointment_when"


def _feedback(answers: Answers, asks_scope: bool) -> Iterator[str]:
    yield from ("feedback_kind", "feedback_words")
    if answers.get(OTHER_DOOR) == ELECTED:
        yield AS_ELECTED
    if answers.get("feedback_kind") == Kind.COMMENT.value and asks_scope:
        yield "feedback_scope"
    if _may_say_complaint(answers):
        yield "treat_as_complaint"
    if not _is_unhappy(answers):
        return
    yield from ("feedback_when", "about_information", "for_whom")
    if answers.get("for_whom") == "someone":
        yield from ("for_name", "for_agrees")


def _is_unhappy(answers: Answers) -> bool:
    """A worry or a complaint, whichever words brought it there."""
    return _is_worry(answers) or _says_complaint(answers)


def _is_worry(answers: Answers) -> bool:
    kind = answers.get("feedback_kind")
    happened = kind == Kind.COMMENT.value and answers.get("feedback_scope") == "me"
    return happened or kind in (Kind.CONCERN.value, Kind.COMPLAINT.value)


def _may_say_complaint(answers: Answers) -> bool:
    """Whether to ask: whatever they called it, where it may be one (guest-rules E5)."""
    is_one = answers.get("feedback_kind") == Kind.COMPLAINT.value
    return not is_one and (_is_worry(answers) or bool(answers.get(SOUNDS_UNHAPPY)))


def _says_complaint(answers: Answers) -> bool:
    says = _may_say_complaint(answers) and answers.get("treat_as_complaint") == "yes"
    return says or answers.get("feedback_kind") == Kind.COMPLAINT.value


def _about(answers: Answers) -> Iterator[str]:
    yield "about_person"
    if answers.get("about_person") == "yes":
        yield "person_name"


def _wish(journey: str, answers: Answers) -> Iterator[str]:
    if journey == FEEDBACK and _is_unhappy(answers):
        yield "feedback_wish"


def _reply(answers: Answers) -> Iterator[str]:
    yield "reply_by"
    contact = CONTACT_FOR.get(answers.get("reply_by") or "")
    if contact:
        yield contact
        if answers.get("reply_by") == ReplyBy.PHONE.value:
            yield "call_times"
        yield "safe_to_contact"


def _tail(answers: Answers) -> Iterator[str]:
    yield from ("guest_name", "needs")
    if NEEDS_IN_WORDS & set(answers.get("needs") or ()):
        yield "needs_words"
