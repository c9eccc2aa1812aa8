"""What the guest is given once something is sent: the reference, the code and every promise."""

from collections.abc import Sequence
from dataclasses import dataclass

from webchat.cases.case import Case
from webchat.cases.promises.promise import Promise
from webchat.chat.bubble import Bubble
from webchat.db.conversations import Turn
from webchat.guest.conversing import OPENED, said_in
from webchat.guest.promises import Promised
from webchat.guest.transcript import Speaker

_NEXT = "utter_what_next"


@dataclass(frozen=True, slots=True)
class Slip:
    """One sending. `code` is empty once the guest has kept it, or with another cookie; `first` is the promise
    by which they first hear. `square` is the way back as an SVG to read with a phone, empty without the code.
    `agreed` is the time of an appointment.
    """

    case: Case
    code: str
    promised: tuple[Promised, ...]
    next: tuple[Bubble, ...]
    first: Promise | None = None
    square: str = ""
    agreed: Bubble | None = None

    @property
    def lang(self) -> str:
        """The language of its words."""
        return self.next[0].language.code if self.next else ""

    @property
    def spoken(self) -> str:
        """The dates and what is next, to be read aloud; the code is not said in a room full of people."""
        said = [line.text for one in self.promised for line in (one.heading, *one.lines)]
        return "\n".join([*said, *(one.text for one in self.next)])


def cases_sent(turns: Sequence[Turn]) -> tuple[tuple[str, Turn], ...]:
    """The id of each case sent in a conversation with the turn that sent it, the newest first."""
    found = [
        (str(said.values["case"]), turn)
        for turn in turns
        for said in said_in(turn)
        if said.name in OPENED and "case" in said.values
    ]
    return tuple(reversed(found))


def next_in(turn: Turn, speaker: Speaker) -> tuple[Bubble, ...]:
    """What happens next, as it was told."""
    return tuple(speaker.bubble(one) for one in said_in(turn) if one.name.startswith(_NEXT))
