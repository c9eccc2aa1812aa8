"""How long an answer takes: what the policy promises for a question sent now. Nothing is opened."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.found import answers_first
from actions.metadata import Metadata
from actions.work import NeedsCasework
from webchat.cases.promises.owed import Asked, owed
from webchat.cases.promises.promise import promise_from
from webchat.cases.words import Channel, Kind, ReplyBy
from webchat.i18n.telling import heading, tell


class HowLong(NeedsCasework):
    """Tells it in the very sentences that a sending is told in."""

    def name(self) -> str:
        """As the domain lists it."""
        return "action_how_long"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Tell it, unless the policy's own answer was found, which says more."""
        events = answers_first(tracker, (tracker.latest_message or {}).get("text"))
        if events:
            return events
        charity, now, policies = Metadata.of(tracker).charity, self.now(), self.work().policies
        policy, calendar = policies.policy(charity), policies.calendar(charity)
        asked = Asked(Kind.QUESTION, Channel.WEBCHAT, ReplyBy.CODE, now)
        dispatcher.utter_message(response="utter_how_long")
        for one in owed(policy, asked, calendar):
            promise = promise_from(one, "", "", asked.stage)
            for told in (heading(promise), *tell(promise, policy.document, now)):
                dispatcher.utter_message(response=told.name, **told.values)
        dispatcher.utter_message(response="utter_how_long_others")
        return []
