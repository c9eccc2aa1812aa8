"""What happens next, told by the way to reply (guest-rules C10)."""

from typing import Any

import pytest

from tests.actions.walking import CHARITIES, Walk

# Of the promises of a question, the date by which it is answered; none where the policy sets no time.
DATES = {
    "age-concern-southend": "2026-11-26",
    "healthwatch-portsmouth": "2026-11-25",
    "living-well-bromley": "2026-12-02",
    "ruils": "2026-11-30",
}


def told(charity: str = "ruils", journey: str = "question", **answers: Any) -> dict[str, dict[str, Any]]:
    """What is said of what happens next, by name."""
    with Walk(charity) as guest:
        guest.walk(journey, **answers)
        guest.picks("/send")
        start = "utter_what_next"
        said = {one.name: dict(one.values) for one in guest.last.says if one.name.startswith(start)}
        return {name.removeprefix(start).removeprefix("_"): values for name, values in said.items()}


@pytest.mark.parametrize("charity", CHARITIES)
def test_who_comes_back_hears_when_the_answer_is_there_only_where_a_promise_has_a_date(charity: str) -> None:
    said = told(charity, reply_by=["code"])
    if charity in DATES:
        strength = "will" if charity == "living-well-bromley" else "aim"
        assert said[f"code_{strength}"] == {"date": {"date": DATES[charity]}}
    else:
        assert said["code"] == {}


@pytest.mark.parametrize("charity", CHARITIES)
def test_who_wants_no_reply_hears_that_the_policy_still_gives_a_date_where_it_does(charity: str) -> None:
    said = told(charity, reply_by=["none"])
    if charity in DATES:
        assert said["none_date"] == {"date": {"date": DATES[charity]}}
    else:
        assert said["none"] == {}


def test_what_is_decided_is_the_answer_to_a_complaint_that_has_no_other() -> None:
    said = told("help-and-care", "feedback", feedback_kind=["complaint"], reply_by=["code"])
    assert said["code_will"] == {"date": {"date": "2026-12-21"}}


@pytest.mark.parametrize(
    ("way", "safe", "name", "contact"),
    [
        ("email", "yes", "email", "me@example.org"),
        ("email", "update", "email_update", "me@example.org"),
        ("text", "yes", "text", "07700 900123"),
        ("text", "update", "text_update", "07700 900123"),
        ("phone", "yes", "phone", "07700 900123"),
        ("phone", "no", "phone_no_message", "07700 900123"),
        ("letter", "yes", "letter", "1 High Street, Town"),
    ],
)
def test_each_way_names_its_own_contact(way: str, safe: str, name: str, contact: str) -> None:
    assert told(reply_by=[way], safe_to_contact=[safe])[name] == {"contact": contact}


@pytest.mark.parametrize("way", ["email", "text", "letter"])
def test_a_no_to_a_way_leads_to_the_code_and_nothing_goes_that_way(way: str) -> None:
    said = told(reply_by=[way], safe_to_contact=["no"])
    assert "code_aim" in said
    assert way not in said


def test_the_person_it_is_about_does_not_see_it_by_name_where_there_is_one() -> None:
    assert told(about_person=["yes"])["about_named"] == {"name": "Alex"}
    assert told(about_person=["yes"], person_name="")["about"] == {}
    assert not {"about", "about_named"} & told().keys()


def test_a_chat_is_said_to_be_an_email_once_and_only_where_a_clause_speaks_of_emails() -> None:
    assert "like_email" in told("ruils")
    assert "like_email" not in told("help-and-care")
