"""Who is here and what they are served with, for the views."""

from flask import current_app, g

from webchat.chat.renderer import Renderer
from webchat.db.conversations import Conversation
from webchat.guest.conversing import Conversing, Guest
from webchat.guest.returning import Returning
from webchat.guest.transcript import Speaker
from webchat.i18n.locales import language
from webchat.web.here import charity, house, lang_here
from webchat.web.session import visit


def conversing() -> Conversing:
    """What takes turns."""
    made: Conversing = current_app.extensions["conversing"]
    return made


def returning() -> Returning:
    """What looks at references and codes."""
    made: Returning = current_app.extensions["returning"]
    return made


def guest_here() -> Guest:
    """The guest of this request."""
    return Guest(visit().id_hash, visit().token, charity(), lang_here().code)


def speaker() -> Speaker:
    """Words of this charity in the language of now."""
    renderer: Renderer = current_app.extensions["renderer"]
    return Speaker(renderer, charity(), lang_here().code)


def newest_here() -> int:
    """The number of the conversation that the guest began last at this charity; 0 where none is open."""
    return house().conversations.newest(visit().id_hash, charity().slug) if visit().stored else 0


def conversation_here(number: int) -> Conversation | None:
    """The guest's own conversation, whose language the page then takes; None once their session is over."""
    if not visit().stored:
        return None
    here, store = charity().slug, house().conversations
    found = visit().take_conversation(here, number) or store.get(visit().id_hash, here, number)
    if found is not None:
        g.language = language(found.lang)
    return found
