"""Which box a refused move is about, so that its words stand beside it (guest-rules B27)."""

_DATES = (
    "no_date_stated",
    "not_a_date",
    "date_in_the_past",
    "not_later",
    "too_far_ahead",
    "already_kept",
)

_ACTION = {
    "no_said": "said",
    "no_action": "what",
    "no_doer": "doer",
    "doer_is_about": "doer",
    **dict.fromkeys(("no_due", *_DATES), "due"),
}
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
        **dict.fromkeys(("no_said", "no_action", "no_doer", "doer_is_about", "no_due"), "actions"),
    },
    "state_date": {
        **dict.fromkeys(("no_reason", "not_agreed", "too_long"), "why"),
        "no_why": "why-date",
        **dict.fromkeys(_DATES, "when"),
    },
    "panel": dict.fromkeys(
        (
            *("panel_not_full", "panel_twice", "not_of_the_board", "one_way_each"),
            *("panel_about", "panel_had_it", "panel_officer", "panel_wrote"),
        ),
        "panel-member",
    ),
    "agree": {"no_how": "agreed-how", "no_why": "agreed-why", **dict.fromkeys(_DATES, "agreed-on")},
    "spoke": dict.fromkeys(("not_yet", "before_it_came", *_DATES), "spoke-on"),
    "promise": _ACTION,
    "close": dict.fromkeys(("promise_not_kept", "not_agreed", "too_long"), "closing"),
    "kind": {"unknown_kind": "new-kind", "stays_a_complaint": "new-kind"},
    "pass_on": {
        **dict.fromkeys(("no_taker", "not_for_them"), "to"),
        "no_why_passed": "why-pass",
        **dict.fromkeys(("no_note", "too_long"), "note"),
    },
    "decline": dict.fromkeys(("no_reply", "too_long"), "reply"),
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
