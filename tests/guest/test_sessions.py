"""A session on a shared computer is over when it is over (ASVS 7.4.1)."""

from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web


def cookie_of(guest: Visitor) -> str:
    """What the browser holds."""
    cookie = guest.browser.client.get_cookie("visit")
    assert cookie is not None
    return cookie.value


def with_cookie(web: Web, value: str) -> Visitor:
    """Another browser that holds the same cookie."""
    other = Visitor(web)
    other.browser.client.set_cookie("visit", value)
    return other


def test_a_request_still_on_its_way_does_not_begin_an_ended_session_again(guest: Visitor, here: Web) -> None:
    guest.open().choose("question").write("My own words.")
    cookie = cookie_of(guest)
    slow = with_cookie(here, cookie).open(f"chat/{guest.number}")
    sessions = here.house.sessions
    whole = sessions.load

    def ended_meanwhile(id_hash: str, *asked: object) -> object:
        found = whole(id_hash, *asked)  # type: ignore[arg-type]  # as the real one
        sessions.delete(id_hash)  # the guest presses "Finish" while this request is being read
        return found

    here.app.session_interface._sessions = lambda: _Slow(sessions, ended_meanwhile)  # type: ignore[attr-defined]
    slow.post({"lang": "pl", "words": "more"}, to=f"/{BROMLEY}/language")
    here.app.session_interface._sessions = lambda: sessions  # type: ignore[attr-defined]
    assert "My own words." not in with_cookie(here, cookie).open(f"chat/{guest.number}").text


class _Slow:
    """The sessions, with a moment between reading one and storing it."""

    def __init__(self, sessions: object, load: object) -> None:
        self._sessions, self.load = sessions, load

    def __getattr__(self, name: str) -> object:
        return getattr(self._sessions, name)
