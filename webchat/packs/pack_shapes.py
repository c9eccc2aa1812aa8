"""What may stand in a pack: the rules for each table of pack.toml and notes.toml."""

from collections.abc import Mapping

from webchat.cases.promises.owed_by_law import OF_INFORMATION, OF_REQUEST
from webchat.cases.promises.policy import Asks
from webchat.cases.words import (
    POLICY_KINDS,
    AnotherWay,
    Channel,
    Kind,
    MetBy,
    PromiseName,
    ReplyBy,
    Role,
    Sanction,
    Start,
    Strength,
    Unit,
)
from webchat.packs.bank_holidays import NATIONS
from webchat.packs.look import LEAST_CONTRAST, WHITE, contrast, is_colour
from webchat.packs.shape import (
    Check,
    Shape,
    Table,
    is_count,
    is_day_or_month,
    is_flag,
    is_id,
    is_text,
    may_be_blank,
    one_of,
    some_of,
    words_of,
)

FORMATS = frozenset(
    {
        "large_print",
        "braille",
        "computer_disc",
        "memory_stick",
        "text",
        "email",
        "audio",
        "easy_read",
        "bsl",
        "interpreter",
        "translation",
        "communication_support",
    }
)
# What no seed policy speaks of (policy-facts A2); a pack lists those that its own does not.
SILENT_TOPICS = (
    "working_day",
    "bank_holidays",
    "out_of_hours",
    "web_chat",
    "pausing",
    "time_limit",
    "appointment_request",
    "between_stages",
    "consent_form",
    "retention",
    "phone_and_hours",
    "emergencies",
    "audio",
    "languages",
)
_TEXT = ("not_text", is_text)
_CHANNEL: Check = one_of(Channel)


def _is_stage(value: object) -> bool:
    return is_count(value) and value in (1, 2, 3)


def _is_promise(value: object) -> bool:
    return one_of(PromiseName)(value) and value not in (*OF_INFORMATION, OF_REQUEST)


def _is_unit(value: object) -> bool:
    return one_of(Unit)(value) and value != Unit.CALENDAR_MONTH  # no policy counts months: only the law does


ELECTED, CONDUCT, LEARNING = "elected", "conduct", "learning"


def _is_order(value: object) -> bool:
    return bool(value) and some_of(words_of(Role))(value)


def _has_source(value: object) -> bool:
    return isinstance(value, dict) and list(value) == ["source"] and is_text(value["source"])


def _only_complaints(table: Table) -> bool:
    return table.get("kinds") == [Kind.COMPLAINT.value]


def _can_be_read(table: Table) -> bool:
    accents = (str(table["accent"]), str(table["accent_deep"]))
    grounds = (WHITE, str(table["page"]))
    return all(contrast(ink, ground) >= LEAST_CONTRAST for ink in accents for ground in grounds)


PROMISE = Shape(
    required=("id", "ref", "quote", "promise"),
    keys={
        "id": ("bad_id", is_id),
        "fact": _TEXT,
        "ref": _TEXT,
        "quote": _TEXT,
        "promise": ("unknown_promise", _is_promise),
        "kinds": ("unknown_kind", some_of(frozenset(POLICY_KINDS))),
        "channels": ("unknown_channel", some_of(words_of(Channel))),
        "reply_by": ("unknown_reply_by", some_of(words_of(ReplyBy))),
        "stage": ("bad_stage", _is_stage),
        "value": ("not_a_count", is_count),
        "unit": ("unknown_unit", _is_unit),
        "counted_as": _TEXT,
        "start": ("unknown_start", one_of(Start)),
        "strength": ("unknown_strength", one_of(Strength)),
        "met_by": ("unknown_met_by", one_of(MetBy)),
        "kept_by_people": ("not_a_flag", is_flag),
        "owner": _TEXT,
        "escalate_to": ("unknown_role", one_of(Role)),
    },
    whole=(
        ("value_without_unit", ("value", "unit"), lambda table: "unit" in table or "value" not in table),
        ("unit_without_value", ("value", "unit"), lambda table: "value" in table or "unit" not in table),
        (
            "counted_as_without_value",
            ("counted_as", "value"),
            lambda table: "value" in table or "counted_as" not in table,
        ),
        (
            "stage_needs_complaint",
            ("stage", "kinds"),
            lambda table: table.get("stage", 1) == 1 or _only_complaints(table),
        ),
        (
            "original_needs_complaint",
            ("start", "kinds"),
            lambda table: table.get("start") != Start.ORIGINAL_COMPLAINT.value or _only_complaints(table),
        ),
    ),
)
NOTE = Shape(
    required=("id", "ref", "quote", "topic"),
    keys={
        "id": ("bad_id", is_id),
        "fact": _TEXT,
        "ref": _TEXT,
        "quote": _TEXT,
        "topic": _TEXT,
        "kept_by_people": ("not_a_flag", is_flag),
    },
)
NEXT_STAGE = Shape(
    required=("stage", "ref", "quote", "roles"),
    keys={
        "stage": ("bad_stage", lambda value: _is_stage(value) and value != 1),
        "ref": _TEXT,
        "quote": _TEXT,
        "roles": ("unknown_role", _is_order),
    },
)
# What the policy gives to somebody: an elected member's words and actions that were promised to roles, a
# complaint about the conduct of a member of staff to their line manager.
DIRECTED = Shape(
    required=("what", "ref", "quote"),
    keys={
        "what": ("unknown_direction", lambda value: value in (ELECTED, CONDUCT, LEARNING)),
        "ref": _TEXT,
        "quote": _TEXT,
        "roles": ("unknown_role", _is_order),
    },
    # Whose line manager it is needs no role; who reads an elected member does.
    whole=(("no_reader_named", ("what", "roles"), lambda one: ("roles" in one) == (one["what"] != CONDUCT)),),
)
# What it asks of whoever has a stage of a complaint; how many sit on a panel, and of whom they are chosen.
STAGE_DUTY = Shape(
    required=("what", "stage", "ref", "quote"),
    keys={
        "what": ("unknown_duty", one_of(Asks)),
        "stage": ("bad_stage", _is_stage),
        "ref": _TEXT,
        "quote": _TEXT,
        "sit": ("not_a_count", is_count),
        "roles": ("unknown_role", _is_order),
    },
    whole=(
        (
            "panel_of_nobody",
            ("what", "sit", "roles"),
            lambda one: ("sit" in one and "roles" in one) == (one["what"] == Asks.PANEL.value),
        ),
    ),
)
# What guests are told while a member of staff is away: once they are for more than `value` working days.
WHILE_AWAY = Shape(
    required=("ref", "quote", "gives"),
    keys={
        "ref": _TEXT,
        "quote": _TEXT,
        "gives": ("unknown_other_way", one_of(AnotherWay)),
        "value": ("not_a_count", is_count),
        "unit": ("unknown_unit", lambda value: value == Unit.WORKING_DAY),
    },
    whole=(("value_without_unit", ("value", "unit"), lambda one: ("unit" in one) == ("value" in one)),),
)
def _are_seats(value: object) -> bool:
    # At least two people, each in a seat of their own: nobody decides alone about somebody (security.md C8).
    return isinstance(value, list) and len(value) > 1 and all(_is_order(seat) for seat in value)


# What people may decide about a guest, and the roles of each who must agree to it.
SANCTION = Shape(
    required=("kind", "ref", "quote", "seats"),
    keys={
        "kind": ("unknown_sanction", one_of(Sanction)),
        "ref": _TEXT,
        "quote": _TEXT,
        "seats": ("not_two_seats", _are_seats),
    },
)
OUTSIDE = Shape(required=("ref", "quote"), keys={"ref": _TEXT, "quote": _TEXT})
GAP = Shape(required=("ref", "quote", "what"), keys={"ref": _TEXT, "quote": _TEXT, "what": _TEXT})

TABLES: Mapping[str, Shape] = {
    "charity": Shape(
        required=("name", "short_name", "noun", "nation"),
        keys={
            "name": _TEXT,
            "short_name": _TEXT,
            "noun": _TEXT,
            "nation": ("unknown_nation", lambda value: isinstance(value, str) and value in NATIONS),
        },
    ),
    "policy": Shape(required=("title", "stages"), keys={"title": _TEXT, "stages": ("bad_stage", _is_stage)}),
    "review": Shape(
        required=("says",),
        keys={
            "adopted": ("not_a_date", is_day_or_month),
            "due": ("not_a_date", is_day_or_month),
            "says": ("not_text", may_be_blank),
        },
    ),
    "channels": Shape(
        required=("webchat",), keys={channel.value: ("unknown_channel", _CHANNEL) for channel in Channel}
    ),
    "about_a_person": Shape(required=("order",), keys={"order": ("unknown_role", _is_order)}),
    "without_a_role": Shape(required=("order",), keys={"order": ("unknown_role", _is_order)}),
    "formats": Shape(
        required=("ref", "quote", "offers"),
        keys={
            "ref": _TEXT,
            "quote": _TEXT,
            "offers": ("unknown_format", some_of(FORMATS)),
            "depends_on_resources": ("not_a_flag", is_flag),
        },
    ),
    "look": Shape(
        required=("says", "accent", "accent_deep", "page"),
        keys={
            "says": _TEXT,
            "accent": ("bad_colour", is_colour),
            "accent_deep": ("bad_colour", is_colour),
            "page": ("bad_colour", is_colour),
        },
        whole=(("colours_cannot_be_read", ("accent", "accent_deep", "page"), _can_be_read),),
    ),
    "silent": Shape(keys=dict.fromkeys(SILENT_TOPICS, ("no_source", _has_source))),
}
