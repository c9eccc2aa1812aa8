"""What a guest's words ask about, as a turn tells the actions: the topics that this charity answers."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from webchat.chat.dialogue import JSON, State
from webchat.chat.topics import Found
from webchat.guest.metadata import told_settings
from webchat.packs.charity import Charity

Finds: TypeAlias = Callable[[str, str], Found]
# The question whose answer is a question of the guest's own; outside every form all words may be one.
_QUESTION = "question_words"
_FEEDBACK = "feedback_words"
_HELD = "held"  # the topic of what is known about somebody
# Topics of those who have another way to be heard than the complaints of a charity's guests.
DOORS = ("business", "elected", "works_here")


def asked_about(charity: Charity, found: Found) -> Mapping[str, JSON]:
    """The topics that its policy or its settings answer; or the one that its policy leaves unsaid.

    Nothing where the pack speaks of neither: what nobody looked for is not called unsaid.
    """
    told = charity.policy.answers.keys() | told_settings(charity).topics
    best = next(iter(found.topics), "")
    if best in told:
        return {"found": [one for one in found.topics if one in told], "sure": found.sure}
    return {"unsaid": best, "sure": found.sure} if best in charity.policy.unsaid else {}


def asks_for_own(found: Found) -> Mapping[str, JSON]:
    """Whether the words may ask to see, correct or delete what is held; the guest is asked (G5)."""
    return {"asks_for_own": True} if found.topics[:1] == (_HELD,) else {}


def other_doors(charity: Charity, found: Found) -> Mapping[str, JSON]:
    """What the guest tells may have another way than a complaint (Help & Care 10, 12, 14; guest-rules E11).

    Only what the policy speaks of, and only where it is surely meant.
    """
    told = [one for one in found.topics if one in DOORS and one in charity.policy.answers]
    return {"found": told[:1]} if told and found.sure else {}


def may_ask(state: State) -> bool:
    """Whether typed words may be a question now."""
    return state.form is None or state.asked == _QUESTION


def may_be_unhappy(state: State) -> bool:
    """Whether typed words are feedback, which may be a complaint whatever the guest called it."""
    return state.asked == _FEEDBACK
