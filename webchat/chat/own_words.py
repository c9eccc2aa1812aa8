"""The charities' own sentences as responses: their English stands in answers.toml, and is the msgid."""

from __future__ import annotations

from collections.abc import Iterable

from webchat.cases.promises.policy import Policy
from webchat.chat.faults import Fault
from webchat.chat.project import Response
from webchat.i18n.answers_told import own_words


def own_responses(policies: Iterable[Policy]) -> dict[str, Response]:
    """Every sentence of every answer, by the name under which it is said (webchat/i18n/answers_told.py)."""
    named = (
        (own_words(policy.charity, answer.topic, place), words, policy.charity)
        for policy in policies
        for answer in policy.answers.values()
        for place, words in enumerate(answer.says)
    )
    return {name: Response(name, words, (), {}, (), Fault(charity, 0, "")) for name, words, charity in named}
