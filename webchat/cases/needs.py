"""What a guest may need to read, hear and be understood, and where each is recorded (D17, D18)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from webchat.cases.promises.calendar import london_date

NOTHING, SOMETHING_ELSE, INTERPRETER = "nothing", "something_else", "interpreter"
NEEDS = ("large_print", "braille", "audio", "easy_read", "bsl", INTERPRETER, SOMETHING_ELSE, NOTHING)
FIELDS: Mapping[str, str] = {
    "large_print": "information_format",
    "braille": "information_format",
    "audio": "information_format",
    "easy_read": "information_format",
    "bsl": "communication_professional",
    INTERPRETER: "community_language",
    SOMETHING_ELSE: "additional_support",
}
# What staff may write down on the guest's word besides what the chat asks.
ALL_FIELDS: Mapping[str, str] = {
    "large_print": "information_format",
    "braille": "information_format",
    "audio": "information_format",
    "easy_read": "information_format",
    "memory_stick": "information_format",
    "bsl": "communication_professional",
    INTERPRETER: "community_language",
    "hearing_loop": "communication_support",
    "step_free": "additional_support",
    "quiet_room": "additional_support",
    SOMETHING_ELSE: "additional_support",
}
IN_WORDS = (INTERPRETER, SOMETHING_ELSE)  # which language, and what else, the guest says
LEAST_POINTS, MOST_POINTS = 16, 72  # sizes of large print


class NeedState(StrEnum):
    """What has become of a need: `doubted` once its guest says that it is no longer right, `unmet` once they
    were told why it cannot be met, `ended` once staff took it away on their word."""

    TOLD = "told"
    DOUBTED = "doubted"
    UNMET = "unmet"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Need:
    """A communication need the guest told us of (guest-rules D17, D18); `value` is a code or their words.

    Needs are only ever added: one that is asked about again, corrected or ended is written once more with
    the instant at which it was first told, and the last counts (`standing`). `points` is the size of large
    print, None where they have not said. `review_on` is when to ask again, None a year after it was told.
    """

    case_id: str
    field: str
    value: str
    told_at: datetime
    points: int | None = None
    review_on: date | None = None
    state: NeedState = NeedState.TOLD

    @property
    def asked_on(self) -> date:
        """The London date from which the guest is asked "Is this still right?" at their next contact."""
        return self.review_on or a_year_after(london_date(self.told_at))

    @property
    def is_to_be_met(self) -> bool:
        """Whether what is written to them has to fit it."""
        return self.state in (NeedState.TOLD, NeedState.DOUBTED)


def standing(told: Iterable[Need]) -> tuple[Need, ...]:
    """The needs that a guest has now, of all that was ever told, in the order of writing."""
    last = {(one.field, one.value): one for one in told}
    return tuple(one for one in last.values() if one.state is not NeedState.ENDED)


def is_to_be_asked(needs: Iterable[Need], today: date) -> bool:
    """Whether the guest is asked at their next contact if these are still right (D17, review)."""
    return any(one.asked_on <= today and one.state is NeedState.TOLD for one in needs)


def a_year_after(on: date) -> date:
    """The same day a year later; 28 February for the day that only leap years have."""
    try:
        return on.replace(year=on.year + 1)
    except ValueError:
        return on.replace(year=on.year + 1, day=28)
