"""Words read aloud: every bubble, the confirmation, and the messages of a case (guest-rules B30, G8, H6)."""

from flask import Response, abort, render_template
from flask.typing import ResponseReturnValue

from webchat.formats.speech import SpeechFailed
from webchat.guest.case_views import case_here, status_here
from webchat.guest.chat_views import slips_of
from webchat.guest.conversing import said_in
from webchat.guest.transcript import heard_at
from webchat.guest.who import conversation_here, conversing, guest_here, speaker
from webchat.web.here import house

_HOUR = 3600  # seconds


def listen_first(place: int) -> ResponseReturnValue:
    """A bubble of the first view, which is the same for every guest."""
    turned = conversing().first(guest_here())
    says = (*turned.says, *((turned.question,) if turned.question else ()))
    return _heard(*heard_at(says, place, speaker()), private=False)


def listen(number: int, seq: int, place: int) -> ResponseReturnValue:
    """A bubble of a conversation: it may hold a guest's own words, so no recording of it is kept."""
    conversation = conversation_here(number)
    turns = house().conversations.turns(conversation.id) if conversation else ()
    says = next((said_in(one) for one in turns if one.seq == seq), ())
    return _heard(*heard_at(says, place, speaker()), private=True)


def listen_sent(number: int) -> ResponseReturnValue:
    """The newest confirmation: its dates and what is next."""
    conversation = conversation_here(number)
    slips = slips_of(conversation) if conversation else ()
    return _heard(slips[0].spoken if slips else "", slips[0].lang if slips else "", private=True)


def listen_case(place: int) -> ResponseReturnValue:
    """What was promised in the open case, or one of its messages."""
    opened = case_here()
    status = status_here(opened) if opened else None
    words = status.spoken(place) if status and place <= status.seen else ("", "")
    return _heard(*words, private=True)


def _heard(words: str, lang: str, private: bool) -> ResponseReturnValue:
    if not words:
        abort(404)
    try:
        recording = house().studio.listen(words, lang, private)
    except SpeechFailed:
        return Response(render_template("guest/silent.txt"), 503, mimetype="text/plain")
    answer = Response(recording.mp3, mimetype="audio/mpeg")
    answer.headers["Cache-Control"] = "no-store" if private else f"private, max-age={_HOUR}"
    answer.cacheable = not private  # type: ignore[attr-defined]
    return answer
