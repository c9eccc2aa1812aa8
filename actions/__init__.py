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
from actions.times import AskTime
from actions.welcome import BeginJourney, NotUnderstood, OpeningHours, Welcome, WhatToDo
from webchat.cases.appointments.booking import Booking


def all_actions(booking: Booking, clock: Callable[[], datetime]) -> list[Action]:
    """An instance of every action that the domain lists. `clock` gives an aware instant."""
    return [
        *(Welcome(), WhatToDo(), BeginJourney(), NotUnderstood(), OpeningHours(), TalkToPerson(), HelpNow()),
        *(form(booking, clock) for form in (QuestionForm, AppointmentForm, FeedbackForm, SafeguardingForm)),
        *(AskTellLead(), TellLead(booking, clock), TellNobody(), OfferAgain()),
        *(AskAppointmentPlace(), AskAppointmentNoPlace(), AskAppointmentWho(), AskAppointmentCompany()),
        *(AskTime(), AskAppointmentAccess(), AskAppointmentAccessWords(), AskFeedbackWords()),
        *(AskForAgrees(), AskReplyBy(), AskEmailSure(), AskPhone(), AskSafeToContact(), AskNeedsWords()),
        *(AskCheck(), ChangeAnswer(), GoBack(), AskToStop(), Stop()),
        *(HowLong(booking, clock), Send(booking, clock), AskAnswered(booking, clock), AskTeam()),
    ]
