"""What a form of the desk sends, read as words, a date, a time of day, or a reason that can be counted."""

from datetime import date, time

from flask import request

from webchat.cases.complaints.tasks import Plan
from webchat.cases.errors import NotAllowed
from webchat.cases.moves import Plainly
from webchat.cases.words import Why, WhyPlain

ACTIONS = range(1, 4)  # offered with an outcome; more can be promised afterwards
LONGEST = 20_000  # characters of one message (design.md, Limits)


def typed_words(name: str) -> str:
    """Words of a box, as typed. Raises NotAllowed ("too_long")."""
    told = request.form.get(name, "")
    if len(told) > LONGEST:
        raise NotAllowed("too_long")
    return told


def day_typed(told: str, wrong: str) -> date | None:
    """A date as a form sends it, None where none was typed. Raises NotAllowed(`wrong`)."""
    try:
        return date.fromisoformat(told.strip()) if told.strip() else None
    except ValueError:
        raise NotAllowed(wrong) from None


def day_needed(told: str, wrong: str, missing: str) -> date:
    """A date that must be there. Raises NotAllowed(`missing`) where none was typed, NotAllowed(`wrong`)."""
    on = day_typed(told, wrong)
    if on is None:
        raise NotAllowed(missing)
    return on


def time_typed(name: str, wrong: str) -> time | None:
    """A time of day in a box, to the minute, None where none was typed. Raises NotAllowed(`wrong`)."""
    told = request.form.get(name, "").strip()
    try:
        return time.fromisoformat(told).replace(second=0, microsecond=0, tzinfo=None) if told else None
    except ValueError:
        raise NotAllowed(wrong) from None


def is_neutral() -> bool:
    """Whether they say that it tells nothing of the person for whom the guest writes."""
    return request.form.get("neutral") == "yes"


def why_typed() -> Why | None:
    """Why a promise takes longer; None where nothing was chosen."""
    told = request.form.get("why", "")
    return Why(told) if told in list(Why) else None


def plan_typed(place: str = "") -> Plan:
    """An action that is promised, from the boxes of one place. Raises NotAllowed ("not_a_date")."""
    told = {name: typed_words(f"{name}{place}") for name in ("said", "what", "doer", "due")}
    return Plan(told["said"], told["what"], told["doer"], day_typed(told["due"], "not_a_date"))


def plans_typed() -> tuple[Plan, ...]:
    """The actions promised with an outcome; a place where nothing was written is none."""
    names = ("said", "what", "doer", "due")
    return tuple(
        plan_typed(f"-{place}")
        for place in ACTIONS
        if any(request.form.get(f"{name}-{place}", "").strip() for name in names)
    )


def plain_typed() -> Plainly | None:
    """Why it goes in another format or language than its guest needs; None where it does not."""
    if request.form.get("sent_as") != "plain":
        return None
    told = request.form.get("plain_why", "")
    return Plainly(WhyPlain(told) if told in list(WhyPlain) else None, typed_words("plain_words"))
