"""A guest who presses anything that is offered and types anything: nothing fails, and no word is lost."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actions.walking import CHARITIES, Walk
from webchat.cases.words import Kind

_WORDS = st.one_of(
    st.sampled_from(
        ["", "yes", "no", "stop", "back", "help", "/send", "me@example.org", "07700 900123", "🙂\0\ud800"]
    ),
    st.text(max_size=60),
)
_STEPS = st.lists(
    st.one_of(st.integers(0, 99), st.just("type"), _WORDS.map(lambda words: (words,))), max_size=40
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charity=st.sampled_from(CHARITIES), steps=_STEPS)
def test_nothing_a_guest_does_makes_it_fail(charity: str, steps: list[Any]) -> None:
    with Walk(charity, asks_scope=True, trustees=True) as guest:
        sent = 0
        for step in steps:
            offered = [*guest.state.offered, "/go_back", "/stop", "/talk_to_person", "/help_now"]
            if isinstance(step, int):
                # A new sending has a new key, as the page gives it from the state's run.
                guest.metadata = {**dict(guest.metadata), "key": f"talk-1:{guest.state.run}"}  # type: ignore[arg-type]  # a mapping here
                guest.picks(offered[step % len(offered)])
            else:
                guest.says(step[0] if isinstance(step, tuple) else "some words of mine")
            assert not guest.last.failed
            sent += "utter_sent" in guest.heard
            assert guest.question or guest.last.says
        by_journeys = [one for one in guest.store.cases.values() if one.kind is not Kind.SAFEGUARDING]
        assert len(by_journeys) == sent
        # However often the lead is told, it is one case (design.md, Danger words).
        assert len(guest.store.cases) - sent <= 1
