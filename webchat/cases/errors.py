"""Outcomes that stop a change to a case, each with its name (house-style 5.10)."""


class CaseError(Exception):
    """Any reason why the core refused; the edge turns each into plain words."""


class BeyondCalendar(CaseError):
    """A due date falls past the last year whose bank holidays are known."""


class BadRequest(CaseError):
    """What was asked is not a thing any policy can answer; `reason` is a short code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotFound(CaseError):
    """No such case, or not one this person may know of: the two look exactly alike."""


class Stale(CaseError):
    """The case changed after it was read."""


class AlreadyClaimed(CaseError):
    """Somebody else has taken the case; `owner` is their staff id."""

    def __init__(self, owner: str) -> None:
        super().__init__(owner)
        self.owner = owner


class TimeGone(CaseError):
    """The time a guest chose has passed, was taken meanwhile, or is no longer offered."""


class NotAllowed(CaseError):
    """The rules do not allow this move now; `reason` is a short code the edge has words for.

    `who` is the name of whom it is about, where it is about somebody.
    """

    def __init__(self, reason: str, who: str = "") -> None:
        super().__init__(reason)
        self.reason, self.who = reason, who
