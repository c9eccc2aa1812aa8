"""The chat: its first page, each turn, and what is given once something is sent."""

from collections.abc import Mapping
from typing import Any

from flask import make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.errors import Stale
from webchat.db.conversations import Conversation
from webchat.guest.agreed import agreed_of
from webchat.guest.answer import Answer, posted
from webchat.guest.chat_page import ChatPage, of_conversation, of_first
from webchat.guest.conversing import Result, Went, seals_in
from webchat.guest.hand import Hand
from webchat.guest.hand_views import for_a_person, given, hand_of
from webchat.guest.promises import first_word, promised
from webchat.guest.slips import Slip, cases_sent, next_in
from webchat.guest.typed import ANY_BOX, Typed, drop, keep, kept
from webchat.guest.who import conversation_here, conversing, guest_here, newest_here, speaker
from webchat.web.here import charity, house, page
from webchat.web.session import begin_row, visit
from webchat.web.way_back import square_of, way_back

_STARTED = "started"
_MOST_STARTED = 20
_STATUS = {Went.NOT_OFFERED: 400, Went.TOO_LONG: 413, Went.OLD: 409}
_WRONG = {"empty": 400, "too_long": 413}
_PART = "X-Part"


def first() -> ResponseReturnValue:
    """The first view: the first words and the first question, and a way on with what is open. Nothing is
    stored."""
    return _show_first(Result(Went.ON), kept(visit(), url_for("guest.first"), ""))


def start() -> ResponseReturnValue:
    """The first answer: a session, a conversation and its first turns, in one commit."""
    answer, began = posted(request.form), request.form.get("start", "")
    conversation = conversation_here(visit().get(_STARTED, {}).get(began, 0))
    if conversation is not None:
        return turn(conversation.number)
    begin_row(visit())
    is_new = visit().is_new_token
    result = conversing().start(guest_here(), answer, lambda number: _remembered(began, number), is_new)
    if result.conversation is None:
        return _show_first(result, Typed(answer.words, answer.choices))
    visit().update(_remembered(began, result.conversation.number))
    visit().modified = False  # its row was stored with the turn
    return _went_on(result, result.conversation, answer)


def go_on() -> ResponseReturnValue:
    """Back to the question that is open in the newest conversation, or to the first page."""
    number = newest_here()
    if not number:
        return redirect(url_for("guest.first"))
    return redirect(url_for("guest.chat", number=number, _anchor="now"))


def chat(number: int) -> ResponseReturnValue:
    """A conversation as it is."""
    conversation = conversation_here(number)
    if conversation is None:
        return _gone()
    return _show(conversation, Result(Went.ON, conversation), None)


def turn(number: int) -> ResponseReturnValue:
    """One answer."""
    conversation = conversation_here(number)
    answer = posted(request.form)
    if conversation is None:
        return _gone(answer)
    hand = for_a_person(conversation, answer)
    if hand is not None:
        done = given(conversation, hand, answer)
        if isinstance(done, Hand):
            return _show(conversation, Result(Went.ON, conversation), None, done)
        return done
    result = conversing().take(guest_here(), conversation, answer)
    if result.went in (Went.ON, Went.SENT):
        return _went_on(result, result.conversation or conversation, answer)
    return _show(result.conversation or conversation, result, answer)


def sent(number: int) -> ResponseReturnValue:
    """The confirmation: what was sent from this conversation, the newest first."""
    conversation = conversation_here(number)
    slips = slips_of(conversation) if conversation else ()
    if conversation is None or not slips:
        return _gone() if conversation is None else redirect(_now(number))
    return page("guest/sent.html", slips=slips, number=number, hand=hand_of(conversation))


def keep_code(number: int) -> ResponseReturnValue:
    """Ask once before the code is hidden for good."""
    conversation = conversation_here(number)
    if conversation is None:
        return _gone()
    if not seals_in(conversation):
        return redirect(url_for("guest.sent", number=number))
    return page("guest/keep_code.html", number=number)


def kept_code(number: int) -> ResponseReturnValue:
    """The guest has kept their code: from now on it cannot be shown again."""
    conversation = conversation_here(number)
    if conversation is None:
        return _gone()
    try:
        conversing().forget_codes(conversation)
    except Stale:  # another page of theirs went on meanwhile; the newest state is the one to forget in
        conversing().forget_codes(conversation_here(number) or conversation)
    return redirect(url_for("guest.sent", number=number), 303)


def slips_of(conversation: Conversation) -> tuple[Slip, ...]:
    """What the guest is given for each case they sent here."""
    made, token, here = [], visit().token, conversing()
    for case_id, in_turn in cases_sent(house().conversations.turns(conversation.id)):
        case = house().cases.case(charity().slug, case_id)
        if case is not None:
            code = here.sealing.open(here.sealed_with(conversation, case_id, token), case.sealed_code) or ""
            owed, now = house().cases.promises(case_id), house().now()
            told = promised(case, owed, speaker(), now)
            back = way_back(url_for("guest.come_back", _external=True), case.reference, code)
            square = square_of(back) if code else ""
            told_next, first_told = next_in(in_turn, speaker()), first_word(case, owed, now)
            agreed = agreed_of(case, house().booking, speaker(), now)
            time = agreed.told if agreed else None
            made.append(Slip(case, code, told, told_next, first_told, square, time))
    return tuple(made)


def _went_on(result: Result, conversation: Conversation, answer: Answer) -> ResponseReturnValue:
    here = url_for("guest.chat", number=conversation.number)
    _put_by(here, request.form.get("asked", ""), answer)
    if result.went is Went.SENT:
        there = url_for("guest.sent", number=conversation.number)
        return ("", 200, {_PART: "1", "X-Go": there}) if _PART in request.headers else redirect(there, 303)
    if _PART in request.headers:
        return _show(conversation, Result(Went.ON, conversation), answer)
    return redirect(f"{here}#new", 303)


def _put_by(here: str, asked: str, answer: Answer) -> None:
    """Keep what was not heard: for this very question when the guest turned away from it, else for the next
    box that takes words."""
    if answer.turns_away:
        keep(visit(), here, asked, Typed(answer.words, answer.choices))
        if answer.words:
            keep(visit(), here, ANY_BOX, Typed())
        return
    drop(visit(), here, asked)
    keep(visit(), here, ANY_BOX, Typed(answer.words_left_over))


def _show(
    conversation: Conversation, result: Result, answer: Answer | None, hand: Hand | None = None
) -> ResponseReturnValue:
    turns = house().conversations.turns(conversation.id)
    asked = str(conversation.state.get("asked") or "")
    stood = kept(visit(), url_for("guest.chat", number=conversation.number), asked)
    typed = Typed(answer.words, answer.choices) if answer and result.went is not Went.ON else stood
    made = of_conversation(conversation, turns, speaker(), typed, result)
    if hand is None and (made.has_sent or made.has_told):
        hand = hand_of(conversation)
    return _laid_out(made, answer.turn if answer else 0, hand)


def _show_first(result: Result, typed: Typed) -> ResponseReturnValue:
    turned = conversing().first(guest_here())
    return _laid_out(of_first(turned, speaker(), typed, result, house().now()), 1)


def _laid_out(made: ChatPage, had: int, hand: Hand | None = None) -> ResponseReturnValue:
    goes_on = not made.number and newest_here() > 0
    if hand and (hand.is_on or hand.wrong) and _PART in request.headers:
        there = url_for("guest.chat", number=made.number, _anchor="hand")
        return "", 200, {_PART: "1", "X-Go": there}
    template = "guest/part.html" if _PART in request.headers else "guest/chat.html"
    path = url_for("guest.chat", number=made.number) if made.number else url_for("guest.first")
    told = {"chat": made, "had": had, "goes_on": goes_on, "page_path": path, "hand": hand}
    answer = make_response(page(template, status=_status_of(made, hand), **told))
    if _PART in request.headers:
        answer.headers[_PART] = "1"
        answer.headers["X-At"] = path
    return answer


def _status_of(made: ChatPage, hand: Hand | None) -> int:
    return _WRONG.get(hand.wrong if hand else "") or _STATUS.get(made.went, 200)


def _gone(answer: Answer | None = None) -> ResponseReturnValue:
    if answer is None:
        return page("guest/gone.html", status=404, words="")
    return page("guest/gone.html", status=409, words=answer.words)


def _now(number: int) -> str:
    return url_for("guest.chat", number=number, _anchor="new")


def _remembered(began: str, number: int) -> Mapping[str, Any]:
    drop(visit(), url_for("guest.first"), "")  # what stood on the first page is in the conversation now
    started = {**visit().get(_STARTED, {}), began[:64]: number}
    return {**visit().kept(), _STARTED: dict(list(started.items())[-_MOST_STARTED:])}
