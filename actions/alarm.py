"""What is remembered of words of danger, until the guest says whether the safeguarding lead is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker

from actions.answers import text_of
from actions.card import hears_danger
from actions.journey import Answers, asked_of_danger


def waits(answers: Answers) -> bool:
    """Whether the guest is being asked whether to tell the lead."""
    return isinstance(answers.get("alarm"), Mapping)


def words_to_tell(answers: Answers) -> str:
    """What the lead would read: just as it was typed, and empty where only a button was pressed."""
    alarm = answers.get("alarm")
    return str(alarm.get("words", "")) if isinstance(alarm, Mapping) else ""


def question(answers: Answers) -> str:
    """The response that asks it: with what they would read, the words or that help was asked for."""
    if answers.get("told_case"):
        return "utter_ask_tell_lead_more"
    return f"utter_ask_tell_lead{'' if words_to_tell(answers) else '_pressed'}"


def raised(tracker: Tracker) -> dict[str, Any]:
    """The slots that a cry for help sets: by its button, or in words that may mean danger.

    Who has told the lead already, and presses the button again, is asked nothing again.
    """
    words = text_of((tracker.latest_message or {}).get("text")) if hears_danger(tracker) else ""
    if not words and tracker.get_slot("told_case"):
        return {}
    before = words_to_tell(tracker.slots)
    return {"alarm": {"words": "\n\n".join(one for one in (before, words) if one)}}


def heard_in(slot: str, tracker: Tracker, is_kept: bool) -> dict[str, Any]:
    """The slots that an answer sets once it is heard: whether danger is in it, and whether to ask.

    What is asked once the lead is told goes to the lead anyway.
    """
    if asked_of_danger(slot):
        return {}
    danger = hears_danger(tracker)
    before = set(tracker.get_slot("alarming") or ())
    now = before | {slot} if danger and is_kept else before - {slot}
    marked = {"alarming": sorted(now) or None} if now != before else {}
    return {**marked, **(raised(tracker) if danger else {})}
