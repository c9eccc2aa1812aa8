"""The actions of the project in tests/chat/project: small, but real rasa-sdk actions."""

from __future__ import annotations

from typing import Any

from rasa_sdk.events import ActionExecuted, SessionStarted, SlotSet
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.interfaces import Action

Answer = dict[str, Any]


class Begin(Action):
    def name(self) -> str:
        return "action_session_start"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Answer]:
        charity = tracker.latest_message["metadata"].get("charity")
        return [SessionStarted(), SlotSet("charity", charity), ActionExecuted("action_listen")]


class GoBack(Action):
    ORDER = ("words", "reply_by", "email", "needs")

    def name(self) -> str:
        return "action_go_back"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Answer]:
        if not tracker.active_loop_name:
            dispatcher.utter_message(response="utter_nothing_open")
            return []
        given = [slot for slot in self.ORDER if tracker.get_slot(slot) is not None]
        return [SlotSet(given[-1], None)] if given else []


class Change(Action):
    def name(self) -> str:
        return "action_change"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Answer]:
        answer = next(tracker.get_latest_entity_values("answer"), "")
        cleared = {"words": ["words"], "reply_by": ["reply_by", "email"]}.get(answer, [])
        return [SlotSet(slot, None) for slot in cleared]


class Stop(Action):
    def name(self) -> str:
        return "action_stop"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Answer]:
        dispatcher.utter_message(response="utter_stopped")
        return [SlotSet(slot, None) for slot in (*GoBack.ORDER, "kind", "checked")]


class Send(Action):
    """Keeps what was sent, as Casework would."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []

    def name(self) -> str:
        return "action_send"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Answer]:
        kept = {slot: tracker.get_slot(slot) for slot in (*GoBack.ORDER, "kind")}
        self.sent.append({**kept, "metadata": tracker.latest_message["metadata"]})
        dispatcher.utter_message(response="utter_sent", reference=f"R-{len(self.sent)}", days=[1, 2])
        return [SlotSet(slot, None) for slot in (*kept, "checked")]


class AskChecked(Action):
    def name(self) -> str:
        return "action_ask_checked"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Answer]:
        answers = {slot: tracker.get_slot(slot) for slot in GoBack.ORDER}
        more = [{"title": "needs", "payload": '/change{"answer": "needs"}'}]
        dispatcher.utter_message(response="utter_check", answers=answers, buttons=more)
        return []


class QuestionAnswers(FormValidationAction):
    def name(self) -> str:
        return "validate_question_form"

    async def required_slots(self, domain_slots: Any, _: Any, tracker: Any, domain: Any) -> list[str]:
        by_email = tracker.get_slot("reply_by") == "email"
        return [slot for slot in domain_slots if slot != "email" or by_email]

    def validate_words(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Answer:
        if not value.strip():
            dispatcher.utter_message(response="utter_empty")
            return {"words": None}
        return {"words": value}

    def validate_reply_by(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Answer:
        return {"reply_by": value}

    async def validate_email(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Answer:
        if "@" not in value:
            dispatcher.utter_message(response="utter_bad_email", given=value)
            return {"email": None}
        return {"email": value}

    def validate_needs(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Answer:
        return {"needs": value}

    def validate_checked(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Answer:
        return {"checked": value}


class FeedbackAnswers(FormValidationAction):
    def name(self) -> str:
        return "validate_feedback_form"

    async def required_slots(self, domain_slots: Any, _: Any, tracker: Any, domain: Any) -> list[str]:
        thanks = tracker.get_slot("kind") == "thank_you"
        return ["kind", "words", *([] if thanks else ["reply_by"]), "checked"]

    def validate_kind(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Answer:
        return {"kind": value}

    def validate_words(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Answer:
        return {"words": value}

    def validate_reply_by(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Answer:
        return {"reply_by": value}

    def validate_checked(self, value: Any, dispatcher: Any, tracker: Any, domain: Any) -> Answer:
        return {"checked": value}
