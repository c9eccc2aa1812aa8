"""The session: an opaque cookie, and a row of our own that holds everything (design.md, Sessions)."""

import hmac
import secrets
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any

from flask import Flask, Request, Response, current_app, g, request, session
from flask.sessions import SessionInterface, SessionMixin
from werkzeug.datastructures import CallbackDict

from webchat.db.conversations import Conversation
from webchat.db.sessions import Sessions, Visited

_TOKEN_LENGTH = 43  # 32 random bytes in url-safe base64
_CSRF = "csrf_token"


class Visit(CallbackDict[str, Any], SessionMixin):
    """One browser's session. `token` is what its cookie holds; the row knows only its hash.

    The row is written on the first change, under a new token: a token that somebody else could have
    seen on a shared computer never comes to hold a guest's words. `is_unread` until its row was asked for;
    `is_new_token`: no row was stored under it before this request.
    """

    def __init__(self, token: str, csrf: str, is_unread: bool) -> None:
        def changed(visit: "Visit") -> None:
            visit.modified = True

        super().__init__({_CSRF: csrf}, changed)
        self.token = token
        self.stored = False
        self.modified = False
        self.ended = False
        self.is_unread = is_unread
        self.fresh = True
        self.is_new_token = False
        self._conversation: Conversation | None = None

    def found(self, visited: Visited | None) -> None:
        """Hold what its row held; None where it has no row."""
        self.is_unread = False
        if visited is not None:
            self.update({**visited.data, _CSRF: self[_CSRF]})
            self._conversation = visited.conversation
            self.stored, self.fresh, self.modified = True, False, False

    def take_conversation(self, charity: str, number: int) -> Conversation | None:
        """The conversation that was read with its row, once; None where it was another, or was taken."""
        read, self._conversation = self._conversation, None
        return read if read is not None and (read.charity, read.number) == (charity, number) else None

    @property
    def id_hash(self) -> str:
        """The key of its row: the SHA-256 of the token."""
        return hashed(self.token)

    def kept(self) -> dict[str, Any]:
        """What its row holds: everything but what is worked out from the token."""
        return {name: value for name, value in self.items() if name != _CSRF}


def hashed(token: str) -> str:
    """The SHA-256 of a token, in hex; the token itself is never stored."""
    return sha256(token.encode()).hexdigest()


def new_token() -> str:
    """256 random bits, safe in a cookie."""
    return secrets.token_urlsafe(32)


class OurSessions(SessionInterface):
    """Flask's sessions over our own table."""

    def __init__(self, sessions: Callable[[], Sessions], now: Callable[[], datetime]) -> None:
        self._sessions = sessions
        self._now = now

    def open_session(self, app: Flask, request: Request) -> Visit:
        """The visit a request belongs to, its row not yet read: `read_visit` does that. Writes nothing."""
        token = request.cookies.get(cookie_name(request), "")
        is_known = len(token) == _TOKEN_LENGTH
        token = token if is_known else new_token()
        return Visit(token, csrf_of(app, token), is_unread=is_known)

    def read(self, current: Visit, charity: str, number: int) -> None:
        """Read the visit's row, with the conversation of that number at that charity. Raises StoreError."""
        current.found(self._sessions().load(current.id_hash, self._now(), charity, number))

    def save_session(self, app: Flask, session: Visit, response: Response) -> None:  # type: ignore[override]
        """Store a changed visit, and give the browser its cookie where it has not got it."""
        name = cookie_name(request)
        if session.is_unread:
            return  # nobody looked into it, or its row could not be read and must not be lost
        if session.ended:
            response.delete_cookie(name, path="/", secure=request.is_secure, httponly=True)
            return
        if session.modified:
            first = not session.stored or session.is_new_token
            begin_row(session)
            # A request that was still on its way when the visit ended must not begin it again.
            if not self._sessions().save(session.id_hash, session.kept(), self._now(), first):
                response.delete_cookie(name, path="/", secure=request.is_secure, httponly=True)
                return
        if request.cookies.get(name) != session.token:
            response.set_cookie(
                name, session.token, path="/", httponly=True, secure=request.is_secure, samesite="Lax"
            )


def cookie_name(request: Request) -> str:
    """`__Host-` on https, so that no other site of the same domain can set it (ASVS 3.3.1)."""
    return "__Host-visit" if request.is_secure else "visit"


def forget_pages(answer: Response) -> Response:
    """Have the browser forget the pages of ours that it keeps for Back and Forward: a cookie of ours that no
    script can read gets a new value. Chromium keeps pages in spite of `no-store` until one does
    (security.md 0.1). The cookie says nothing, and nobody reads it. Returns the answer it was given."""
    name = "__Host-cleared" if request.is_secure else "cleared"
    answer.set_cookie(
        name, secrets.token_urlsafe(8), path="/", httponly=True, secure=request.is_secure, samesite="Lax"
    )
    return answer


def csrf_of(app: Flask, token: str) -> str:
    """The secret of a visit's forms, worked out from its token so that no GET has to store it."""
    key = app.config["SECRET_KEY"].encode()
    return hmac.new(key, token.encode(), sha256).hexdigest()


def visit() -> Visit:
    """The visit of this request."""
    current: Visit = session._get_current_object()  # type: ignore[attr-defined]
    return current


def read_visit() -> None:
    """Before each request but those for files: read the visit's row, and with it the conversation that the
    address names, in one read.

    Raises the StoreError that reading it met, so that the guest gets the page for it.
    """
    current = visit()
    if current.is_unread and request.endpoint != "static":
        here = g.get("charity")
        number = (request.view_args or {}).get("number", 0)
        sessions: OurSessions = current_app.session_interface  # type: ignore[assignment]
        sessions.read(current, here.slug if here else "", number if isinstance(number, int) else 0)


def begin_row(current: Visit) -> None:
    """Make sure the visit will be stored, the first time under a token nobody has seen."""
    if not current.stored:
        rotate(current)
        current.stored = True


def rotate(current: Visit) -> None:
    """Give the visit a new token; the old one is dead from now on (ASVS 7.2.4)."""
    sessions: OurSessions = current_app.session_interface  # type: ignore[assignment]
    if current.stored:
        sessions._sessions().delete(current.id_hash)
    current.token = new_token()
    current.is_new_token = True
    current[_CSRF] = csrf_of(current_app, current.token)


def end(current: Visit) -> None:
    """End the visit: its row goes, and the cookie with it."""
    sessions: OurSessions = current_app.session_interface  # type: ignore[assignment]
    if current.stored:
        sessions._sessions().delete(current.id_hash)
    current.clear()
    current.ended = True
