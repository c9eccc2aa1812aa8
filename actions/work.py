"""What an action needs that reads or changes cases: Casework with its diary, and a clock."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import UTC, datetime

from rasa_sdk.interfaces import Action

from webchat.cases.appointments.booking import Booking
from webchat.cases.casework import Casework


class NeedsCasework(Action, ABC):
    """Made without arguments, as by Rasa's server, it builds Casework when first needed.

    rasa-sdk's server makes one of every concrete class, so this one is abstract.
    """

    def __init__(self, booking: Booking | None = None, clock: Callable[[], datetime] | None = None) -> None:
        self._booking = booking
        self._clock = clock or _now

    @abstractmethod
    def name(self) -> str:
        """As the domain lists it."""

    def work(self) -> Casework:
        """The one Casework of this action."""
        return self.booking().casework

    def booking(self) -> Booking:
        """The same, with its diary."""
        if self._booking is None:
            # Here, not above: only the action server comes here, and wiring brings the database with it.
            from webchat.wiring import booking_from_environment

            self._booking, self._clock = booking_from_environment()
        return self._booking

    def now(self) -> datetime:
        """This instant, aware."""
        return self._clock()


def _now() -> datetime:
    # Not a lambda: rasa-sdk's server hands the actions to processes of its own, which takes a name.
    return datetime.now(UTC)
