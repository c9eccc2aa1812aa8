"""The conversation: a Rasa project, and the rasa-sdk actions it runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from rasa_sdk.interfaces import Action

from actions.appointment import AppointmentForm
from actions.asks import (
    AskAppointmentAccess,
    AskAppointmentAccessWords,
    AskAppointmentCompany,
    AskAppointmentNoPlace,
    AskAppointmentPlace,
    AskAppointmentWho,
    AskEmailSure,
    AskFeedbackWords,
    AskForAgrees,
    AskNeedsWords,
    AskPhone,
    AskReplyBy,
    AskSafeToContact,
)
from actions.change import ChangeAnswer, GoBack
from actions.check import AskCheck
from actions.feedback import FeedbackForm
from actions.found import AskAnswered, AskTeam
from actions.how_long import HowLong
from actions.person import HelpNow, TalkToPerson
from actions.question import QuestionForm
from actions.safeguarding import AskTellLead, OfferAgain, SafeguardingForm, TellLead, TellNobody
from actions.send import Send
from actions.stop import AskToStop, Stop
from actions.welcome import BeginJourney, NotUnderstood, OpeningHours, Welcome, WhatToDo
from webchat.cases.casework import Casework


def all_actions(casework: Casework, clock: Callable[[], datetime]) -> list[Action]:
    """An instance of every action that the domain lists. `clock` gives an aware instant."""
    return [
        *(Welcome(), WhatToDo(), BeginJourney(), NotUnderstood(), OpeningHours(), TalkToPerson(), HelpNow()),
        *(form(casework, clock) for form in (QuestionForm, AppointmentForm, FeedbackForm, SafeguardingForm)),
        *(AskTellLead(), TellLead(casework, clock), TellNobody(), OfferAgain()),
        *(AskAppointmentPlace(), AskAppointmentNoPlace(), AskAppointmentWho(), AskAppointmentCompany()),
        *(AskAppointmentAccess(), AskAppointmentAccessWords(), AskFeedbackWords()),
        *(AskForAgrees(), AskReplyBy(), AskEmailSure(), AskPhone(), AskSafeToContact(), AskNeedsWords()),
        *(AskCheck(), ChangeAnswer(), GoBack(), AskToStop(), Stop()),
        *(HowLong(casework, clock), Send(casework, clock), AskAnswered(casework, clock), AskTeam()),
    ]
