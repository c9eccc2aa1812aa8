"""Whether words may mean that somebody is in danger: phrases and their exceptions, in every language at once.

A find shows where to get help, and nothing more (guest-rules E18): it never blocks, labels or tells anybody.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from webchat.chat.phrases import Phrases, words_of

DANGER, NOT_DANGER = "danger", "not_danger"


class Danger:
    """The phrases of a project's examples (data/nlu/<language>.danger.yml), laid out once."""

    def __init__(self, examples: Mapping[str, Mapping[str, Collection[str]]]) -> None:
        self._phrases = Phrases(text for each in examples.values() for text in each.get(DANGER, ()))
        harmless = (text for each in examples.values() for text in each.get(NOT_DANGER, ()))
        self._harmless = Phrases(harmless, exactly=True)

    def heard(self, text: str) -> bool:
        """Whether a phrase stands anywhere in the text and no exception stands across it."""
        words = words_of(text)
        found = list(self._phrases.spans(words))
        harmless = list(self._harmless.spans(words)) if found else []
        return any(all(end <= a or b <= start for a, b in harmless) for start, end in found)

    def excused(self, text: str) -> bool:
        """Whether an exception stands anywhere in the text."""
        return any(True for _ in self._harmless.spans(words_of(text)))
