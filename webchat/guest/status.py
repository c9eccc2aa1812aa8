"""Where a case is, as its guest sees it: who has it, what was promised, what was written both ways."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from webchat.cases.case import Case, Message, Status
from webchat.cases.ports import CaseStore
from webchat.guest.promises import Promised, promised
from webchat.guest.transcript import Speaker


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """A case for its guest. `owner` is the name of who has it, empty while nobody has.

    `seen` counts the messages on this page, so that the same words posted twice are added once.
    """

    case: Case
    owner: str
    promised: tuple[Promised, ...]
    messages: tuple[Message, ...]

    @property
    def is_closed(self) -> bool:
        """Whether staff have finished; writing again opens it again."""
        return self.case.status is Status.CLOSED

    @property
    def seen(self) -> int:
        """How many messages there are."""
        return len(self.messages)

    def spoken(self, place: int) -> tuple[str, str]:
        """Words to read aloud and their language: the promises at 0, then each message."""
        if place == 0:
            lines = [line for one in self.promised for line in (one.heading, *one.lines)]
            lang = lines[0].language.code if lines else ""
            return "\n".join(line.text for line in lines), lang
        one = self.messages[place - 1]
        return one.body, one.lang


def status_of(
    case: Case, store: CaseStore, name_of: Callable[[str], str], speaker: Speaker, now: datetime
) -> CaseStatus:
    """The status of a case now. `name_of` gives the name of a member of staff by id."""
    return CaseStatus(
        case=case,
        owner=name_of(case.owner) if case.owner else "",
        promised=promised(case, store.promises(case.id), speaker, now),
        messages=tuple(store.messages(case.id)),
    )


def was_added(messages: Sequence[Message], seen: int, body: str) -> bool:
    """Whether these words came since the guest's page was made: a double tap, or a retry."""
    return any(one.from_guest and one.body == body for one in messages[seen:])
