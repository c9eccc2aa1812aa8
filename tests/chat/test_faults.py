"""An action that raises, hangs or returns junk costs the guest nothing and tells the log nothing personal."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk.events import SlotSet
from rasa_sdk.interfaces import Action, ActionExecutionRejection

from tests.chat import journeys
from tests.chat.conversation import Conversation, dialogue_with
from webchat.chat.dialogue import JSON, Heard, State

SECRET = "My name is Ruth and I live at 4 Sea View"


class Stop(Action):
    """action_stop, doing whatever a test says."""

    def __init__(self, does: Callable[[Any, Any], Any]) -> None:
        self.does = does

    def name(self) -> str:
        return "action_stop"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> Any:
        return self.does(dispatcher, tracker)


class Changes(Stop):
    """action_stop, changing what every other action reads."""

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> Any:
        self.does(domain, domain["forms"])
        return []


def raises(exc: BaseException) -> Callable[[Any, Any], Any]:
    def does(dispatcher: Any, tracker: Any) -> Any:
        raise exc

    return does


def says(**message: Any) -> Callable[[Any, Any], Any]:
    def does(dispatcher: Any, tracker: Any) -> Any:
        dispatcher.utter_message(**message)
        return []

    return does


def returns(value: Any) -> Callable[[Any, Any], Any]:
    return lambda dispatcher, tracker: value


def slot(name: Any, value: Any) -> Callable[[Any, Any], Any]:
    return returns([{"event": "slot", "name": name, "value": value}])


BAD = {
    "raises": raises(ValueError(SECRET)),
    "exits": raises(SystemExit(SECRET)),
    "interrupts": raises(KeyboardInterrupt(SECRET)),
    "cancels": raises(asyncio.CancelledError(SECRET)),
    "does nothing, says Rasa": raises(ActionExecutionRejection("action_stop", SECRET)),
    "returns text": returns(SECRET),
    "returns a number": returns(5),
    "returns a dict": returns({"event": "slot"}),
    "returns odd events": returns([{"name": SECRET}, None]),
    "returns an event without a kind": returns([{"event": 5}]),
    "sets an unknown slot": slot("unknown", SECRET),
    "sets a slot without a name": returns([{"event": "slot"}]),
    "asks for an unknown slot": slot("requested_slot", "unknown"),
    "sets what JSON cannot hold": slot("words", {1, 2}),
    "sets not a number": slot("words", float("nan")),
    "sets an endless number": slot("words", 10**400),
    "sets odd keys": slot("words", {1: 2}),
    "sets 10 MB": slot("words", "x" * 10_000_000),
    "sets a very deep list": slot("words", [[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]),
    "enters an unknown form": returns([{"event": "active_loop", "name": "unknown"}]),
    "is followed by nothing known": returns([{"event": "followup", "name": "unknown"}]),
    "rewinds": returns([{"event": "rewind"}]),
    "says words of its own": says(text=SECRET),
    "says an unknown response": says(response="utter_unknown"),
    "says a response and words": says(response="utter_stopped", text=SECRET),
    "says 10 MB": says(response="utter_stopped", more="x" * 10_000_000),
    "says an object": says(response="utter_stopped", more=object()),
}


RAISED = ("raises", "exits", "interrupts", "cancels", "does nothing, says Rasa")


@pytest.mark.parametrize("name", BAD)
def test_the_words_and_the_question_stay_and_the_log_holds_nothing_personal(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with dialogue_with(Stop(BAD[name])) as dialogue:
        guest = Conversation(dialogue).begin().picks("/question").says(SECRET)
        before = guest.state
        guest.picks("/stop")
        assert guest.last.failed
        assert guest.heard == ["utter_action_failed", "utter_ask_reply_by"]
        assert guest.state == before
        guest.picks('/answer{"reply_by": "code"}')
        assert not guest.last.failed
        assert guest.heard == ["utter_ask_question_form_needs"]
    told = [record.getMessage() for record in caplog.records if record.name == "webchat.chat.engine"]
    assert len(told) == 1
    assert told[0].startswith("action action_stop failed: ")
    assert ("Junk" in told[0]) == (name not in RAISED)
    assert ".py:" in told[0]
    for record in caplog.records:
        assert "Ruth" not in record.getMessage()
        assert record.exc_info is None


def test_the_log_says_what_was_raised_and_where(caplog: pytest.LogCaptureFixture) -> None:
    with dialogue_with(Stop(raises(ValueError(SECRET)))) as dialogue:
        Conversation(dialogue).begin().picks("/stop")
    line = raises.__code__.co_firstlineno + 2
    assert caplog.messages == [f"action action_stop failed: ValueError at test_faults.py:{line}"]


@pytest.mark.parametrize(
    "change",
    [
        lambda domain, _forms: domain.clear(),
        lambda _domain, forms: forms.update(a={}),
        lambda _domain, forms: forms.pop("question_form"),
    ],
)
def test_no_action_can_change_the_domain_that_all_of_them_read(change: Callable[[Any, Any], Any]) -> None:
    with dialogue_with(Changes(change)) as dialogue:
        guest = Conversation(dialogue).begin().picks("/question").picks("/stop")
        assert guest.last.failed
        guest.says(SECRET)
        assert guest.heard == ["utter_ask_reply_by"]


@pytest.mark.filterwarnings("ignore:Cannot validate")
@pytest.mark.parametrize("junk", [None, "yes", ["words"], 5])
def test_an_answer_that_was_not_validated_is_never_kept(junk: Any) -> None:
    """rasa-sdk only warns when validate_ returns no dict, and keeps the value (rasa.md 1.3)."""

    class Junk(journeys.QuestionAnswers):
        def validate_words(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Any:
            return junk

    with dialogue_with(Junk()) as dialogue:
        guest = Conversation(dialogue).begin().picks("/question").says("Hello?")
        assert guest.last.failed
        assert guest.state.asked == "words"
        assert "words" not in guest.state.slots


def test_a_validation_that_fails_does_not_send_an_empty_form() -> None:
    """Real Rasa runs the submit action when validation fails at activation (rasa.md 2.5, 1)."""

    class Broken(journeys.QuestionAnswers):
        async def required_slots(self, domain_slots: Any, _: Any, tracker: Any, domain: Any) -> list[str]:
            raise OSError(SECRET)

    send = journeys.Send()
    with dialogue_with(Broken(), send) as dialogue:
        guest = Conversation(dialogue).begin().picks("/question")
        assert guest.last.failed
        assert guest.state.form is None
        assert send.sent == []


def test_an_action_that_asks_and_says_nothing_leaves_the_question_before(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Silent(journeys.AskChecked):
        async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
            return []

    with dialogue_with(Silent()) as dialogue:
        guest = Conversation(dialogue).begin().picks("/question").says("Hello?")
        guest.picks('/answer{"reply_by": "code"}').picks('/answer{"needs": "none"}')
        assert guest.heard == ["utter_action_failed", "utter_ask_question_form_needs"]
    assert "ask question_form checked" in caplog.text


def test_what_an_action_does_to_the_tracker_and_domain_it_was_given_is_not_kept() -> None:
    def vandal(dispatcher: Any, tracker: Any) -> Any:
        tracker.slots["needs"].append("vandalised")
        tracker.slots.clear()
        tracker.latest_message["metadata"]["hours"].append("vandalised")
        tracker.latest_message["metadata"].clear()
        return [SlotSet("reply_by", None)]

    with dialogue_with(Stop(vandal)) as dialogue:
        metadata: dict[str, JSON] = {"hours": ["9 to 5"]}
        guest = Conversation(dialogue, metadata)
        guest.state = before = State(slots={"words": "Kept", "needs": ["braille"]})
        guest.picks("/stop")
        assert not guest.last.failed
        assert (guest.state.slots, before.slots["needs"]) == (before.slots, ["braille"])
        assert metadata == {"hours": ["9 to 5"]}


def test_eight_hung_actions_hold_up_no_other_guest() -> None:
    started = threading.Semaphore(0)
    release = threading.Event()

    def hangs(dispatcher: Any, tracker: Any) -> Any:
        started.release()
        release.wait()
        return []

    with dialogue_with(Stop(hangs)) as dialogue:
        stuck = [
            threading.Thread(target=dialogue.turn, args=(State(), Heard(choices=("/stop",)), {}))
            for _ in range(8)
        ]
        for guest in stuck:
            guest.start()
        for _ in stuck:
            started.acquire()
        other = Conversation(dialogue).begin().picks("/question").says("Hello?")
        assert other.heard == ["utter_ask_reply_by"]
        release.set()
        for guest in stuck:
            guest.join()


def test_when_every_worker_is_stuck_the_next_guest_is_told_kindly_at_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    started, release = threading.Event(), threading.Event()

    def hangs(dispatcher: Any, tracker: Any) -> Any:
        started.set()
        release.wait()
        return []

    with dialogue_with(Stop(hangs), most=1) as dialogue:
        stuck = threading.Thread(target=dialogue.turn, args=(State(), Heard(choices=("/stop",)), {}))
        stuck.start()
        started.wait()
        turned = dialogue.turn(State(), Heard(words="hello"), {})
        release.set()
        stuck.join()
    assert turned.failed
    assert "AllStuck" in caplog.text


def test_a_turn_that_hangs_is_given_up_and_the_guest_is_told_kindly(caplog: pytest.LogCaptureFixture) -> None:
    release = threading.Event()
    with dialogue_with(Stop(lambda dispatcher, tracker: release.wait()), limit=0.05) as dialogue:
        turned = dialogue.turn(State(form="question_form", asked="words"), Heard(choices=("/stop",)), {})
        release.set()
    assert turned.failed
    assert [said.name for said in turned.says] == ["utter_action_failed"]
    assert caplog.messages[0].startswith("action action_stop failed: TookTooLong at workers.py:")


def test_a_hung_action_that_awaits_is_cancelled() -> None:
    cancelled = threading.Event()

    class Awaits(Stop):
        async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> Any:
            try:
                await asyncio.Event().wait()
            finally:
                cancelled.set()

    with dialogue_with(Awaits(returns([])), limit=0.05) as dialogue:
        assert dialogue.turn(State(), Heard(choices=("/stop",)), {}).failed
        assert cancelled.wait(timeout=60)


def test_each_turn_runs_in_the_context_of_its_own_request() -> None:
    """A loop kept per thread would keep the first request's context (rasa.md 1.4)."""
    tenant: contextvars.ContextVar[str] = contextvars.ContextVar("tenant")
    seen: list[str] = []

    def looks(dispatcher: Any, tracker: Any) -> Any:
        seen.append(tenant.get())
        return []

    with dialogue_with(Stop(looks)) as dialogue:

        def visit(name: str) -> None:
            tenant.set(name)
            dialogue.turn(State(), Heard(choices=("/stop",)), {})

        for name in ("one", "two", "three"):
            contextvars.copy_context().run(visit, name)
    assert seen == ["one", "two", "three"]
