"""Answers to every question of each journey, as a guest gives them: a tuple chooses, words are typed."""

from collections.abc import Mapping
from typing import TypeAlias

Answers: TypeAlias = Mapping[str, str | tuple[str, ...]]

WORDS = "I came on Thursday and the door was shut.\nIs there still food? 我 🏳️‍🌈"

TAIL: Answers = {
    "answered": ('"no"',),
    "ask_team": ('"yes"',),
    "about_person": ('"no"',),
    "person_name": "Jo",
    "reply_by": ('"email"',),
    "email": "ana@example.org",
    "phone": "07700 900123",
    "call_times": "mornings",
    "address": "1 Demo Street\nBromley",
    "safe_to_contact": ('"yes"',),
    "guest_name": "Ana",
    "needs": ('"braille"',),
    "needs_words": "a loop",
}
QUESTION: Answers = {**TAIL, "": ("question",), "question_words": WORDS, "own_information": ('"see"',)}
APPOINTMENT: Answers = {
    **TAIL,
    "": ("appointment",),
    "appointment_where": ('"home"',),
    "appointment_place": "1 Demo Street",
    "appointment_no_place": ('"ask"',),
    "appointment_who": ('"anyone"',),
    "appointment_person": "Sam",
    "appointment_about": WORDS,
    "appointment_when": "Tuesday mornings",
    "appointment_company": "my sister",
    "appointment_access": ('"bsl"',),
    "appointment_access_words": "Polish",
}
FEEDBACK: Answers = {
    **TAIL,
    "": ("feedback",),
    "feedback_kind": ('"complaint"',),
    "feedback_words": WORDS,
    "as_elected": ('"yes"',),
    "feedback_scope": ('"me"',),
    "treat_as_complaint": ('"no"',),
    "about_information": ('"no"',),
    "feedback_when": "last week",
    "for_whom": ('"me"',),
    "for_name": "Bo",
    "for_agrees": ('"yes"',),
    "feedback_wish": "Say sorry",
}
JOURNEYS: Mapping[str, Answers] = {"question": QUESTION, "appointment": APPOINTMENT, "feedback": FEEDBACK}
