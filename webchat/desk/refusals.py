"""Which box a refused move is about, so that its words stand beside it (guest-rules B27)."""

_DATES = (
    "no_date_stated",
    "not_a_date",
    "date_in_the_past",
    "not_later",
    "too_far_ahead",
    "already_kept",
)

_READY = ("no_make_by", "make_by_past", "make_by_too_late", "make_by_not_a_date")

# By move and reason, the id of the box on the case's page. What is about no box is told above the moves.
_BOXES = {
    "write": {
        "unknown_purpose": "purpose",
        "no_words": "body",
        "too_long": "body",
        "officer_not_named": "officer",
        "no_learning": "learned",
        "no_next_step": "next-step",
        "no_reason": "reason",
        "no_why": "why-letter",
        "not_agreed": "body",
        "no_plain_why": "plain-why",
        "no_plain_words": "plain-words",
        **dict.fromkeys(_READY, "make-by"),
        **dict.fromkeys(_DATES, "date"),
    },
    "state_date": {
        **dict.fromkeys(("no_reason", "not_agreed", "too_long"), "why"),
        "no_why": "why-date",
        **dict.fromkeys(_DATES, "when"),
    },
    "close": dict.fromkeys(("promise_not_kept", "not_agreed", "too_long"), "closing"),
    "kind": {"unknown_kind": "new-kind", "stays_a_complaint": "new-kind"},
    "new_code": {"not_known": "known-by"},
    "take_over": {"not_known": "taken-by"},
    "heard": {"not_heard": "heard"},
    "came_earlier": {
        **dict.fromkeys(("not_earlier", "received_too_early", "received_later"), "came-on"),
        "not_a_day_it_came": "came-on",
        "not_a_time_it_came": "came-time",
    },
    "about": {"about_yourself": "staff", "said_already": "staff"},
}
MOVES = "moves"


def box_of(move: str, reason: str) -> str:
    """The id of the box; the moves themselves where it is about none."""
    return _BOXES.get(move, {}).get(reason, MOVES)
