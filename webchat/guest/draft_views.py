"""Keeping what is not sent for later, with a code that opens it again for a day (design.md, Drafts)."""

import secrets
from contextlib import suppress
from dataclasses import replace

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.code import new_reference
from webchat.db.conversations import Conversation
from webchat.db.drafts import Draft
from webchat.db.errors import AlreadyThere
from webchat.guest.answer import posted
from webchat.guest.typed import Typed, keep, of_page, put
from webchat.guest.who import conversation_here, conversing
from webchat.web.here import charity, house, page
from webchat.web.session import begin_row, visit
from webchat.web.way_back import square_of, way_back
from webchat.wiring import KEPT_FOR

_TRIES = 5


def keep_for_later(number: int) -> ResponseReturnValue:
    """Keep the conversation and what stands in its boxes; kept again, it is the same code."""
    conversation = conversation_here(number)
    answer = posted(request.form)
    if conversation is None:
        return page("guest/gone.html", status=409, words=answer.words)
    here = url_for("guest.chat", number=number)
    keep(visit(), here, request.form.get("asked", ""), Typed(answer.words, answer.choices))
    _keep(conversation, here)
    return redirect(url_for("guest.later", number=number), 303)


def later(number: int) -> ResponseReturnValue:
    """The reference and the code of what is kept, for the session that kept it."""
    conversation = conversation_here(number)
    if conversation is None:
        return page("guest/gone.html", status=404, words="")
    draft = house().drafts.of_conversation(conversation.id, house().now())
    code = conversing().sealing.open(_seal(), draft.sealed_code) if draft else None
    if draft is None or code is None:
        return redirect(url_for("guest.chat", number=number, _anchor="now"))
    back = way_back(url_for("guest.come_back", _external=True), draft.reference, code)
    return page("guest/later.html", draft=draft, code=code, square=square_of(back), number=number)


def reopened(draft: Draft) -> ResponseReturnValue:
    """Go on where the guest stopped, on this screen alone."""
    begin_row(visit())
    number = house().drafts.reopen(draft, visit().id_hash)
    if number is None:
        return page("guest/gone.html", status=404, words="")
    put(visit(), url_for("guest.chat", number=number), draft.typed)
    return redirect(url_for("guest.chat", number=number, _anchor="now"), 303)


def _keep(conversation: Conversation, here: str) -> None:
    now, drafts, sealing = house().now(), house().drafts, conversing().sealing
    had = drafts.of_conversation(conversation.id, now)
    typed, until = of_page(visit(), here), now + KEPT_FOR
    if had and sealing.open(_seal(), had.sealed_code):
        drafts.keep(replace(had, typed=typed, until=until))
        return
    code = sealing.make(_seal())
    sealed = (code.code_hash, code.sealed_code, typed, until)
    for _ in range(_TRIES):
        reference = had.reference if had else _free_reference()
        with suppress(AlreadyThere):  # two guests were given one reference at the same moment
            drafts.keep(Draft(conversation.id, conversation.charity, reference, *sealed))
            return
    raise AlreadyThere


def _free_reference() -> str:
    """One that no case has: reference and code are looked for among both."""
    for _ in range(_TRIES):
        reference = new_reference(secrets.choice)
        if house().cases.case_by_reference(charity().slug, reference) is None:
            return reference
    raise AlreadyThere


def _seal() -> str:
    return f"{visit().token}:later"
