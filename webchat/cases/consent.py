"""What whoever writes for somebody else may be told of them (guest-rules E9; Help & Care 8.1)."""

from collections.abc import Mapping
from typing import Final

from webchat.cases.case import ANSWERING, Case, Message, Plain
from webchat.cases.errors import NotAllowed
from webchat.cases.words import Consent

# None: the guest writes for themselves, or of their own experience as a carer, which is theirs to hear about.
_TOLD_ALL: Final = (None, Consent.CONFIRMED, Consent.MAY_ACT)
_AS_TOLD: Final = {
    "yes": Consent.AGREED,
    "no": Consent.SAID_NO,
    "not_asked": Consent.NOT_ASKED,
    "cannot": Consent.CANNOT_SAY,
}


def as_told(answers: Mapping[str, Plain]) -> Consent | None:
    """What a guest who writes for somebody says of their agreement; None where they write for themselves."""
    if answers.get("for_whom") != "someone":
        return None
    return _AS_TOLD.get(str(answers.get("for_agrees")), Consent.NOT_ASKED)


def is_limited(case: Case) -> bool:
    """Whether its guest is told no more than that we have it, who has it, and by when.

    That the writer says they agree is not yet that they agree: staff hear it from the person first. Work and
    clocks go on all the same.
    """
    return case.consent not in _TOLD_ALL


def is_withheld(case: Case, message: Message) -> bool:
    """Whether words of staff are kept from the guest, wherever they would be read, heard or carried.

    Words that staff marked as telling nothing of the person are not. A date and an officer's name tell
    nothing either.
    """
    by_staff = not message.from_guest and bool(message.body.strip())
    return by_staff and not message.neutral and is_limited(case)


def must_be_possible_to_keep_back(message: Message) -> None:
    """Refuse to keep back what only counts once it is told: anything but a plain answer or outcome."""
    is_answer = message.purpose in ANSWERING
    if not is_answer or message.states_date or message.officer:
        raise NotAllowed("not_agreed")
