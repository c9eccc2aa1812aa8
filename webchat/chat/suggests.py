"""What a message suggests: the door that a guest's own words lead to."""

from __future__ import annotations

from enum import StrEnum


class Suggests(StrEnum):
    """The doors, as `webchat understand` names them."""

    QUESTION = "question"
    APPOINTMENT = "appointment"
    CHANGE_APPOINTMENT = "change_appointment"
    COMPLAINT = "complaint"
    CONCERN = "concern"
    COMMENT = "comment"
    COMPLIMENT = "compliment"
    TRACK = "track"
    PERSON = "person"
    NONE = "none"


# Intents that lead to a door of another name; every other leads to the door of its own name, or to none.
_LEADS_TO = {
    "opening_hours": Suggests.QUESTION,
    "how_long": Suggests.QUESTION,
    "cannot_read": Suggests.QUESTION,
    "lost_code": Suggests.TRACK,
    "talk_to_person": Suggests.PERSON,
    "help_now": Suggests.PERSON,
}
_OWN = {one.value: one for one in Suggests}
# What a long message may be; whatever else it is like, it is a story, and no command (rasa.md 3, deviations).
STORIES = frozenset(
    {
        *(Suggests.QUESTION, Suggests.APPOINTMENT, Suggests.CHANGE_APPOINTMENT, Suggests.COMPLAINT),
        *(Suggests.CONCERN, Suggests.COMMENT, Suggests.COMPLIMENT),
    }
)


def door_of(intent: str) -> Suggests:
    """Where an intent leads."""
    if intent in _LEADS_TO:
        return _LEADS_TO[intent]
    return _OWN.get(intent, Suggests.NONE)
