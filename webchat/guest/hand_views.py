"""A guest and a person write to each other, in the chat or on the page of the case; what is new is shown."""

from dataclasses import replace

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.errors import NotAllowed
from webchat.chat.dialogue import State
from webchat.db.conversations import Conversation
from webchat.guest.answer import LONGEST, Answer
from webchat.guest.case_views import add_once, case_here, status_here
from webchat.guest.hand import ASKED, Hand, is_on, may_be_on, number_of, the_one
from webchat.guest.typed import drop, kept
from webchat.guest.who import conversation_here
from webchat.web.here import charity, house
from webchat.web.session import visit

_NUMBER = {"Content-Type": "text/plain"}


def case_news() -> ResponseReturnValue:
    """How often the open case has changed: no word of it. It is asked every few seconds, by one query."""
    opened = case_here() or abort(404)
    return str(opened.version), 200, _NUMBER


def chat_news(number: int) -> ResponseReturnValue:
    """The same for what was sent from a conversation."""
    conversation = conversation_here(number) or abort(404)
    cases = house().news.of_conversation(charity().slug, conversation.id) or abort(404)
    return str(number_of(cases)), 200, _NUMBER


def hand_of(conversation: Conversation) -> Hand | None:
    """What a conversation shows of what was sent from it; None where nothing was, or it is open elsewhere."""
    cases = house().news.of_conversation(charity().slug, conversation.id)
    case = the_one(cases)
    if case is None:
        return None
    stood = kept(visit(), _page(conversation), ASKED, takes_words=False).words
    state = State.from_json(conversation.state)
    return Hand(status_here(case), number_of(cases), is_on(case, state), stood)


def for_a_person(conversation: Conversation, answer: Answer) -> Hand | None:
    """The hand to which a posted turn goes, None where it goes to the chat.

    Words do while a person has the case, also those of a page that was open before; what was written in the
    box for them does even when they have given it back. Buttons and choices are always the chat's.
    """
    if answer.turns_away or answer.choices:
        return None
    was_asked = request.form.get("asked") == ASKED
    if not was_asked and not (answer.words.strip() and may_be_on(State.from_json(conversation.state))):
        return None
    hand = hand_of(conversation)
    return hand if hand and (was_asked or hand.is_on) else None


def given(conversation: Conversation, hand: Hand, answer: Answer) -> Hand | ResponseReturnValue:
    """Words for the person: they are added to the case, once; or the hand again with what was wrong."""
    if not answer.words.strip():
        return replace(hand, wrong="empty", words="")
    if answer.is_too_long:
        return replace(hand, wrong="too_long", words=answer.words, over=len(answer.words) - LONGEST)
    # A page of the chat itself does not say how many messages it had: there only the same again is a repeat.
    seen = request.form.get("seen") or str(max(0, hand.status.seen - 1))
    try:
        add_once(hand.status.case, answer.words, seen)
    except NotAllowed:  # people decided so (cases/people/deciding.py)
        return replace(hand, wrong="ended", words=answer.words)
    drop(visit(), _page(conversation), ASKED)
    there = url_for("guest.chat", number=conversation.number, _anchor="hand")
    return ("", 200, {"X-Part": "1", "X-Go": there}) if "X-Part" in request.headers else redirect(there, 303)


def _page(conversation: Conversation) -> str:
    return url_for("guest.chat", number=conversation.number)
