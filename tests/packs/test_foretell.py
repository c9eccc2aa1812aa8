"""`webchat promise`: what would be promised, and why a request cannot be answered."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webchat.packs import load_packs
from webchat.packs.foretell import foretell
from webchat.packs.load import SHIPPED

PACKS = load_packs([SHIPPED], date(2026, 11, 24))
ASKED = {
    "charity": "ruils",
    "kind": "question",
    "channel": "webchat",
    "reply_by": "email",
    "received": "2026-12-23T10:00:00+00:00",
}


def told(request):
    return foretell(PACKS, request, lambda promise, charity: f"{charity} {promise.value} {promise.unit}")


def test_a_question_to_ruils_just_before_christmas():
    answer = told(ASKED)
    assert answer["charity"] == "ruils"
    assert [(one["promise"], one["due_on"], one["value"], one["unit"]) for one in answer["promises"]] == [
        ("acknowledge", "2026-12-24", 1, "working_day"),
        ("reply", "2027-01-04", 5, "working_day"),
    ]
    assert all(one["ref"] and one["counted"] for one in answer["promises"])


def test_where_the_policy_sets_no_number_there_is_no_date():
    answer = told({**ASKED, "charity": "help-and-care"})
    assert [(one["promise"], one["due_on"], one["value"]) for one in answer["promises"]] == [
        ("reply", None, None)
    ]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"charity": "nobody"}, "unknown_charity"),
        ({"charity": ["ruils"]}, "unknown_charity"),
        ({"kind": "rant"}, "unknown_kind"),
        ({"kind": None}, "unknown_kind"),
        ({"channel": "pigeon"}, "unknown_channel"),
        ({"reply_by": {}}, "unknown_reply_by"),
        ({"stage": 2}, "stage_needs_complaint"),
        ({"stage": 9}, "unknown_stage"),
        ({"stage": True}, "unknown_stage"),
        ({"stage": "1"}, "unknown_stage"),
        ({"stage": 10**400}, "unknown_stage"),
        ({"received": "yesterday"}, "bad_received"),
        ({"received": 7}, "bad_received"),
        ({"received": "2026-12-23T10:00:00"}, "received_without_offset"),
        ({"received": "9999-12-31T23:59:59+00:00"}, "beyond_known_bank_holidays"),
        ({"received": "0001-01-01T00:00:00+00:00"}, "beyond_known_bank_holidays"),
        ({"surprise": 1}, "unknown_field"),
    ],
)
def test_a_bad_request_is_answered_with_why(change, error):
    assert told({**ASKED, **change}) == {"error": error}


@pytest.mark.parametrize("charity", PACKS)
@pytest.mark.parametrize("channel", ["webchat", "in-person", "text"])
@pytest.mark.parametrize(
    "received",
    [
        "9999-12-31T23:59:59+00:00",
        "2999-06-01T10:00:00+00:00",
        "1815-06-18T10:00:00Z",
        "0001-01-01T00:00:00+14:00",
    ],
)
def test_a_year_whose_days_are_not_known_is_refused_even_where_no_number_is_set(charity, channel, received):
    asked = {**ASKED, "charity": charity, "channel": channel, "received": received}
    assert told(asked) == {"error": "beyond_known_bank_holidays"}


@pytest.mark.parametrize("field", ASKED)
def test_a_missing_field_is_named(field):
    assert told({name: value for name, value in ASKED.items() if name != field}) == {
        "error": f"missing_{field}"
    }


_junk = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=6,
)


@given(some.dictionaries(some.sampled_from([*ASKED, "stage", "x"]), _junk) | _junk)
def test_nothing_that_can_be_sent_breaks_it(request):
    answer = told(request)
    assert "error" in answer or "promises" in answer


@given(some.sampled_from(list(ASKED)), _junk)
def test_nothing_in_one_field_breaks_it(field, value):
    assert set(told({**ASKED, field: value})) & {"error", "promises"}
