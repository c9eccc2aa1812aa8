"""What an action needs that reads or changes cases: Casework and a clock."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import UTC, datetime

from rasa_sdk.interfaces import Action

from webchat.cases.casework import Casework


class NeedsCasework(Action, ABC):
    """Made without arguments, as by Rasa's server, it builds Casework when first needed.

    rasa-sdk's server makes one of every concrete class, so this one is abstract.
    """

    def __init__(self, casework: Casework | None = None, clock: Callable[[], datetime] | None = None) -> None:
        self._casework = casework
        self._clock = clock or _now

    @abstractmethod
    def name(self) -> str:
        """As the domain lists it."""

    def work(self) -> Casework:
        """The one Casework of this action."""
        if self._casework is None:
            # Here, not above: only the action server comes here, and wiring brings the database with it.
            from webchat.wiring import casework_from_environment

            self._casework, self._clock = casework_from_environment()
        return self._casework

    def now(self) -> datetime:
        """This instant, aware."""
        return self._clock()


def _now() -> datetime:
    # Not a lambda: rasa-sdk's server hands the actions to processes of its own, which takes a name.
    return datetime.now(UTC)
