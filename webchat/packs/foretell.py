"""What would be promised, without opening a case: one request in, one answer out."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from webchat.cases.errors import BadRequest, BeyondCalendar
from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.owed import Asked, Owed, owed
from webchat.cases.promises.promise import Promise, promise_from
from webchat.cases.words import POLICY_KINDS, Channel, Kind, ReplyBy
from webchat.packs.charity import Packs

# How a promise of a charity was counted, in the reader's language; the words are another room's.
Say = Callable[[Promise, str], str]
Word = TypeVar("Word", bound=StrEnum)

_NEEDED = ("charity", "kind", "channel", "reply_by", "received")
_KNOWN = frozenset({*_NEEDED, "stage"})


def foretell(packs: Packs, request: object, say: Say) -> dict[str, object]:
    """The promises for a request {charity, kind, stage, channel, reply_by, received}, or {"error": code}.

    `received` is an ISO 8601 instant with its offset. Never raises: a bad request is answered with why.
    """
    try:
        slug, made = _made(packs, request)
    except BadRequest as bad:
        return {"error": bad.reason}
    except BeyondCalendar:
        return {"error": "beyond_known_bank_holidays"}
    return {"charity": slug, "promises": [_answer(one, say(one, slug)) for one in made]}


def foretold(packs: Packs, request: object) -> list[Promise]:
    """The promises themselves, for one who tells them whole. Raises BadRequest or BeyondCalendar."""
    return _made(packs, request)[1]


def _made(packs: Packs, request: object) -> tuple[str, list[Promise]]:
    if not isinstance(request, Mapping):
        raise BadRequest("not_an_object")
    for name in _NEEDED:
        if name not in request:
            raise BadRequest(f"missing_{name}")
    if not _KNOWN.issuperset(request):
        raise BadRequest("unknown_field")
    slug = request["charity"]
    if not isinstance(slug, str) or slug not in packs:
        raise BadRequest("unknown_charity")
    asked = Asked(
        kind=_kind(request["kind"]),
        channel=_word(Channel, request["channel"], "unknown_channel"),
        reply_by=_word(ReplyBy, request["reply_by"], "unknown_reply_by"),
        received_at=_instant(request["received"]),
        stage=_stage(request.get("stage", 1)),
    )
    return slug, [promise_from(one, "", "", asked.stage) for one in _owed(packs, slug, asked)]


def _owed(packs: Packs, slug: str, asked: Asked) -> tuple[Owed, ...]:
    calendar = packs.calendar(slug)
    # Even a promise without a number is not foretold for a year whose days are not known.
    calendar.is_working(london_date(asked.received_at))
    return owed(packs.policy(slug), asked, calendar)


def _answer(promise: Promise, counted: str) -> dict[str, object]:
    answer: dict[str, object] = {
        "promise": promise.name.value,
        "due_on": promise.due_on.isoformat() if promise.due_on else None,
        "value": promise.value,
        "unit": promise.unit.value if promise.unit else None,
        "ref": promise.ref or None,
        "counted": counted,
    }
    if promise.due_at is not None:
        answer["due_at"] = promise.due_at.isoformat()
    return answer


def _kind(told: object) -> Kind:
    kind: Kind = _word(Kind, told, "unknown_kind")
    if kind not in POLICY_KINDS:
        raise BadRequest("unknown_kind")
    return kind


def _word(words: type[Word], told: object, otherwise: str) -> Word:
    try:
        return words(told if isinstance(told, str) else "")
    except ValueError:
        raise BadRequest(otherwise) from None


def _stage(told: object) -> int:
    if not isinstance(told, int) or isinstance(told, bool):
        raise BadRequest("unknown_stage")
    return told


def _instant(told: object) -> datetime:
    if not isinstance(told, str):
        raise BadRequest("bad_received")
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        raise BadRequest("bad_received") from None
    if at.tzinfo is None:
        raise BadRequest("received_without_offset")
    return at
