"""The conversation: a Rasa project, and the rasa-sdk actions it runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from rasa_sdk.interfaces import Action

from actions.appointment import AppointmentForm
from actions.asks import (
    AskAppointmentPlace,
    AskAppointmentWho,
    AskFeedbackWords,
    AskNeedsWords,
    AskPhone,
    AskSafeToContact,
)
from actions.change import ChangeAnswer, GoBack
from actions.check import AskCheck
from actions.feedback import FeedbackForm
from actions.person import HelpNow, TalkToPerson
from actions.question import QuestionForm
from actions.send import Send
from actions.stop import Stop
from actions.welcome import BeginJourney, NotUnderstood, Welcome, WhatToDo
from webchat.cases.casework import Casework


def all_actions(casework: Casework, clock: Callable[[], datetime]) -> list[Action]:
    """An instance of every action that the domain lists. `clock` gives an aware instant."""
    return [
        *(Welcome(), WhatToDo(), BeginJourney(), NotUnderstood(), TalkToPerson(), HelpNow()),
        *(QuestionForm(), AppointmentForm(), FeedbackForm()),
        *(AskAppointmentWho(), AskAppointmentPlace(), AskFeedbackWords()),
        *(AskPhone(), AskSafeToContact(), AskNeedsWords(), AskCheck()),
        *(ChangeAnswer(), GoBack(), Stop(), Send(casework, clock)),
    ]
