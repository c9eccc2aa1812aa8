"""A journey's answers as the core takes them: slots in, one Opening out."""

from __future__ import annotations

from actions.access import ACCESS_FIELDS
from actions.alarm import words_to_tell
from actions.journey import APPOINTMENT, CARRIED_OVER, CONTACT_FOR, MAIN_WORDS, Answers, asked, kind_of
from actions.metadata import Metadata
from actions.needs import recorded
from webchat.cases.opening import Opening
from webchat.cases.words import Kind, ReplyBy

# What an Opening has a place of its own for; the rest goes with it as `answers`, in order.
_PLACED = {*MAIN_WORDS.values(), *CARRIED_OVER, "about_person", "person_name", "check"}
_PLACED |= {"appointment_access", "appointment_access_words"}
_PLACED |= {"appointment_time"}
_PLACED -= {"call_times"}
# Anything but a yes: only that there is an update travels (design, Replies travel).
_SAFE: dict[str | None, bool] = {"yes": True, "update": False, "no": False}


def opening_from(answers: Answers, metadata: Metadata) -> Opening:
    """The opening of a case from a journey's complete answers (`answers["journey"]` says which).

    Raises ValueError when the marks of a sending are missing: nothing could then make it one case.
    """
    _must_have_marks(metadata)
    journey, way = answers["journey"], ReplyBy(answers["reply_by"])
    contact = CONTACT_FOR.get(way.value, "")
    about = answers.get("about_person") == "yes"
    return Opening(
        charity=metadata.charity,
        key=metadata.key,
        kind=kind_of(journey, answers),
        words=answers[MAIN_WORDS[journey]],
        lang=metadata.lang,
        reply_by=way,
        code_hash=metadata.code_hash,
        sealed_code=metadata.sealed_code,
        conversation=metadata.conversation,
        name=answers.get("guest_name") or "",
        contact=(answers.get(contact) or "") if contact else "",
        safe_to_contact=_SAFE.get(answers.get("safe_to_contact")) if contact else None,
        needs=_needs(journey, answers),
        about_person=about,
        about_name=(answers.get("person_name") or "") if about else "",
        read_first=is_read_first(journey, answers, metadata.asks_scope),
        answers=_others(journey, answers, metadata.asks_scope),
    )


def opening_for_lead(answers: Answers, metadata: Metadata) -> Opening:
    """The opening of a safeguarding case: the words of danger, and what the guest has told of themselves.

    One a conversation. Only a way to reply that was answered to its end is used; else they come back with
    their code (guest-rules E21). Raises ValueError when the marks of a sending are missing.
    """
    _must_have_marks(metadata)
    way = ReplyBy(answers.get("reply_by") or ReplyBy.CODE)
    contact = CONTACT_FOR.get(way.value, "")
    if way is ReplyBy.NONE or (contact and answers.get("safe_to_contact") is None):
        way, contact = ReplyBy.CODE, ""
    about, words = answers.get("about_person") == "yes", words_to_tell(answers)
    return Opening(
        charity=metadata.charity,
        key=f"{metadata.conversation}:safeguarding",
        kind=Kind.SAFEGUARDING,
        words=words,
        lang=metadata.lang,
        reply_by=way,
        code_hash=metadata.code_hash,
        sealed_code=metadata.sealed_code,
        conversation=metadata.conversation,
        name=answers.get("guest_name") or "",
        contact=(answers.get(contact) or "") if contact else "",
        safe_to_contact=_SAFE.get(answers.get("safe_to_contact")) if contact else None,
        needs=recorded(answers.get("needs") or [], answers.get("needs_words") or ""),
        about_person=about,
        about_name=(answers.get("person_name") or "") if about else "",
        answers=() if words else (("help_pressed", "yes"),),
    )


def is_read_first(journey: str, answers: Answers, asks_scope: bool) -> bool:
    """Whether words of danger stand in what is sent (design.md, Danger words)."""
    return not set(answers.get("alarming") or ()).isdisjoint(asked(journey, answers, asks_scope))


def _must_have_marks(metadata: Metadata) -> None:
    if not (metadata.charity and metadata.key and metadata.code_hash and metadata.sealed_code):
        raise ValueError("a sending needs charity, key, code_hash and sealed_code")


def unanswered(answers: Answers, metadata: Metadata) -> list[str]:
    """Questions of the journey without an answer, the press of Send among them (rasa.md 2.5.1)."""
    journey = answers["journey"]
    return [slot for slot in asked(journey, answers, metadata.asks_scope) if answers.get(slot) is None]


def _needs(journey: str, answers: Answers) -> tuple[tuple[str, str], ...]:
    told = recorded(answers.get("needs") or [], answers.get("needs_words") or "")
    if journey != APPOINTMENT:
        return told
    ticked, in_words = answers.get("appointment_access") or [], answers.get("appointment_access_words") or ""
    return tuple(dict.fromkeys((*told, *recorded(ticked, in_words, ACCESS_FIELDS))))


def _others(journey: str, answers: Answers, asks_scope: bool) -> tuple[tuple[str, str], ...]:
    slots = asked(journey, answers, asks_scope)
    return tuple((slot, answers[slot]) for slot in slots if slot not in _PLACED and answers.get(slot))
