"""One turn of a conversation, from the answer that was posted to the one commit (design.md, steps 1 to 5)."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from webchat.cases.errors import Stale
from webchat.chat.dialogue import JSON, Dialogue, Heard, NotOffered, Spoken, State, Turned
from webchat.db.conversations import Conversation, Conversations, Turn
from webchat.db.drafts import Drafts
from webchat.db.sessions import Sessions
from webchat.guest.answer import Answer, as_stored, same
from webchat.guest.asked_about import Finds, asked_about, asks_for_own, may_ask, may_be_unhappy, other_doors
from webchat.guest.metadata import about, directory
from webchat.guest.one_at_a_time import OneAtATime
from webchat.packs.charity import Charity
from webchat.web.sealing import Sealing

SENT = "utter_sent"
# What opened a case: a journey that was sent, or the safeguarding lead told in the middle of one.
OPENED = (SENT, "utter_told")
_OPENING = ("send", "tell_lead")
_HELP = "help_now"
_DANGER = "danger"
_SEALS = "seals"


class Went(StrEnum):
    """How a turn went."""

    ON = "on"  # the conversation has moved on, now or when the same was posted before
    SENT = "sent"  # and with this turn a journey was sent
    NOT_OFFERED = "not_offered"  # a choice that was not just offered
    TOO_LONG = "too_long"  # more words than a message may hold
    FAILED = "failed"  # an action failed; the same question again
    OLD = "old"  # the page is older than the conversation; nothing was overwritten


@dataclass(frozen=True, slots=True)
class Guest:
    """Who is here. `session` is the hash of what their cookie holds, `token` that itself."""

    session: str
    token: str
    charity: Charity
    lang: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a posted turn. `conversation` is None where none was begun; `says` explains a failure."""

    went: Went
    conversation: Conversation | None = None
    says: tuple[Spoken, ...] = field(default=())


class Transactions(Protocol):
    """Whatever can make several writes one."""

    def transaction(self) -> AbstractContextManager[object]:
        """One transaction; inside another it joins it."""


class _Undone(Exception):
    """An action failed: whatever it wrote before it did is not kept."""


@dataclass(frozen=True, slots=True)
class Conversing:
    """Takes turns. It knows no rule: the dialogue does; and no page: the views do."""

    dialogue: Dialogue
    conversations: Conversations
    drafts: Drafts
    sessions: Sessions
    database: Transactions
    sealing: Sealing
    now: Callable[[], datetime]
    finds: Finds
    queue: OneAtATime = field(default_factory=OneAtATime)

    def first(self, guest: Guest) -> Turned:
        """The first words of a conversation that nobody has begun; nothing is stored."""
        return self.dialogue.begin(State(), self._metadata(guest, None, State()))

    def start(
        self, guest: Guest, answer: Answer, remember: Callable[[int], Mapping[str, Any]], is_new: bool = True
    ) -> Result:
        """Begin a conversation with its first answer, in one commit with the session that holds it.

        `remember` is given its number and returns what the session's row keeps; `is_new` is whether that row
        begins now. One that has ended meanwhile is not begun again.
        """
        if answer.is_too_long:
            return Result(Went.TOO_LONG)
        try:
            with self.database.transaction():
                began = self.first(guest)
                now, state = self.now(), began.state.to_json()
                fresh = self.conversations.start(guest.session, guest.charity.slug, guest.lang, state, now)
                said = Turn(1, as_stored(Heard()), _as_said(began), now)
                begun = self.conversations.advance(fresh, said, state)
                if not self.sessions.save(guest.session, remember(begun.number), now, is_new):
                    raise _Undone
                return self._move_on(guest, begun, answer)
        except NotOffered:
            return Result(Went.NOT_OFFERED)
        except _Undone as failed:
            return Result(Went.FAILED, None, failed.args)

    def take(self, guest: Guest, conversation: Conversation, answer: Answer) -> Result:
        """Take the next turn of a conversation, or find that it was taken. Raises Busy, NotStored."""
        if answer.is_too_long:
            return Result(Went.TOO_LONG, conversation)
        with self.queue.turn_of(conversation.id) as waited:
            now = self._again(guest, conversation) if waited else conversation
            return self._taken(guest, now, answer)

    def _taken(self, guest: Guest, conversation: Conversation, answer: Answer) -> Result:
        if answer.turn != conversation.seq:
            return self._taken_before(conversation, answer)
        try:
            with self.database.transaction():
                return self._move_on(guest, conversation, answer)
        except NotOffered:
            return Result(Went.NOT_OFFERED, conversation)
        except _Undone as failed:
            return Result(Went.FAILED, conversation, failed.args)
        except Stale:
            return self._taken_before(self._again(guest, conversation), answer)

    def _again(self, guest: Guest, read: Conversation) -> Conversation:
        return self.conversations.get(guest.session, guest.charity.slug, read.number) or read

    def sealed_with(self, conversation: Conversation, case_id: str, token: str) -> str:
        """What the code of a case sent here is sealed with: the cookie, and a word kept here until the guest
        has kept the code."""
        return f"{token}:{seals_in(conversation).get(case_id, '')}"

    def forget_codes(self, conversation: Conversation) -> None:
        """The guest has kept their codes: from now on nobody can open what they were sealed in."""
        if not seals_in(conversation):
            return
        state = {**conversation.state, _SEALS: {}}
        done = Turn(conversation.seq + 1, as_stored(Heard()), [], self.now())
        self.conversations.advance(conversation, done, state)

    def _move_on(self, guest: Guest, conversation: Conversation, answer: Answer) -> Result:
        seal = secrets.token_urlsafe(16)
        state, heard, now = State.from_json(conversation.state), answer.heard, self.now()
        metadata = self._metadata(guest, conversation, state, heard.words, seal)
        turned = self.dialogue.turn(state, heard, metadata)
        if turned.failed:
            raise _Undone(*turned.says)
        seals = {**seals_in(conversation), **dict.fromkeys(opened_in(turned.says), seal)}
        done = Turn(conversation.seq + 1, as_stored(heard), _as_said(turned), now)
        kept = {**turned.state.to_json(), _SEALS: seals}
        after = self.conversations.advance(conversation, done, kept, guest.lang)
        if sent_in(turned.says):
            self.drafts.drop(conversation.id)  # its code would bring back what is sent already
        return Result(Went.SENT if sent_in(turned.says) else Went.ON, after)

    def _taken_before(self, conversation: Conversation, answer: Answer) -> Result:
        turns = self.conversations.turns(conversation.id)
        stored = next((one for one in turns if one.seq == answer.turn + 1), None)
        if stored is None or stored.seq == 1 or not same(answer.heard, stored.heard):
            return Result(Went.OLD, conversation)
        return Result(Went.SENT if sent_in(said_in(stored)) else Went.ON, conversation)

    def _metadata(
        self, guest: Guest, conversation: Conversation | None, state: State, words: str = "", seal: str = ""
    ) -> Callable[[str], Mapping[str, JSON]]:
        def given(intent: str) -> Mapping[str, JSON]:
            told = about(guest.charity, guest.lang, self.now())
            if intent == _HELP:  # a long list: only the one action that shows it gets it
                told["directory"] = directory(guest.charity, self.now())
            if words and may_be_unhappy(state):
                told["unhappy"] = self.dialogue.sounds_unhappy(words, guest.lang)
                told |= other_doors(guest.charity, self.finds(words, guest.lang))
            elif words and may_ask(state) and intent != _DANGER:  # where danger is heard, only help is shown
                found = self.finds(words, guest.lang)
                told |= {**asked_about(guest.charity, found), **asks_for_own(found)}
            if conversation is None:
                return told
            told |= {"conversation": conversation.id, "key": f"{conversation.id}:{state.run}"}
            if intent in _OPENING:
                # Made and hashed before the first write, so that no lock waits for it (design.md 5).
                made = self.sealing.make(f"{guest.token}:{seal}")
                told |= {"code_hash": made.code_hash, "sealed_code": made.sealed_code}
            return told

        return given


def opened_in(says: Sequence[Spoken]) -> tuple[str, ...]:
    """The ids of the cases that a turn opened."""
    return tuple(str(one.values["case"]) for one in says if one.name in OPENED and "case" in one.values)


def sent_in(says: Sequence[Spoken]) -> tuple[str, ...]:
    """The ids of the cases that a turn opened by sending a journey."""
    return tuple(str(one.values["case"]) for one in says if one.name == SENT and "case" in one.values)


def said_in(turn: Turn) -> tuple[Spoken, ...]:
    """What a stored turn said, its question last."""
    found = (Spoken.from_json(one) for one in turn.says)
    return tuple(one for one in found if one is not None)


def _as_said(turned: Turned) -> list[dict[str, JSON]]:
    asked = (turned.question,) if turned.question else ()
    return [one.to_json() for one in (*turned.says, *asked)]


def seals_in(conversation: Conversation) -> Mapping[str, str]:
    """By the id of its case, what each code is sealed with that the guest has not said to have kept."""
    found = conversation.state.get(_SEALS)
    return found if isinstance(found, dict) else {}
