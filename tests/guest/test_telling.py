"""Telling the safeguarding lead on plain pages: without a script, once whatever is pressed, and honestly."""

from datetime import UTC, datetime

from tests.guest.answers import QUESTION
from tests.guest.visitor import Visitor
from tests.webhouse import Web
from webchat.cases.case import Case
from webchat.cases.words import Kind
from webchat.db.tables import case_, outbox, turn

DANGER = "my husban hits me and im scared to go home"
SUNDAY = datetime(2026, 11, 22, 20, tzinfo=UTC)


def cases(web: Web) -> list[Case]:
    """Every case, the first first."""
    rows = web.house.database.rows(case_.select().order_by(case_.c.received_at, case_.c.id))
    found = [web.house.cases.case(row.charity, row.id) for row in rows]
    return [one for one in found if one]


def ask(guest: Visitor) -> Visitor:
    """Words of danger in the box of a question."""
    return guest.open().choose("question").write(DANGER)


def test_yes_opens_one_case_with_the_words_and_the_question_comes_again(guest: Visitor, here: Web) -> None:
    ask(guest)
    assert "Shall we tell our safeguarding lead now?" in guest.text
    assert "Call 999 if:" in guest.text
    guest.choose("/tell_lead")
    (case,) = cases(here)
    assert case.kind is Kind.SAFEGUARDING
    assert [one.body for one in here.house.cases.messages(case.id)] == [DANGER]
    assert case.reference in guest.text
    assert "Our safeguarding lead is told now." in guest.text
    guest.choose('"danger_now": "no"').write("By text in the daytime.")
    assert guest.asked == "about_person"
    assert dict(cases(here)[0].answers)["safe_how"] == "By text in the daytime."


def test_the_code_is_on_the_page_that_the_question_links_to_and_opens_the_case(
    guest: Visitor, here: Web
) -> None:
    ask(guest).choose("/tell_lead")
    assert f"/chat/{guest.number}/sent" in guest.page
    number = guest.number
    guest.open(f"chat/{number}/sent")
    reference, code = guest.code()
    assert reference == cases(here)[0].reference
    assert "Our safeguarding lead is told now." in guest.text
    assert "You asked for no reply" not in guest.text
    other = Visitor(here)
    other.open("case").post({"reference": reference, "code": code}, "open")
    assert DANGER in other.text
    assert "Our safeguarding lead reads this." in other.text
    for gone in ("What we promised", "Take back what you sent", "How did we do"):
        assert gone not in other.text.split("Who reads this")[1].split("Using this page")[0].replace(
            "What we promise ", ""
        )


def test_pressed_twice_it_is_one_case_with_one_alert(guest: Visitor, here: Web) -> None:
    ask(guest)
    page, at = guest.page, guest.at
    guest.choose("/tell_lead")
    guest.page, guest.at = page, at
    guest.choose("/tell_lead")
    assert guest.asked == "danger_now"
    assert len(cases(here)) == 1
    kinds = [row.kind for row in here.house.database.rows(outbox.select())]
    assert kinds == ["alert", "alert"]


def test_no_opens_nothing(guest: Visitor, here: Web) -> None:
    ask(guest).choose("/tell_nobody")
    assert guest.asked == "about_person"
    assert "We have told nobody." in guest.text
    assert cases(here) == []


def test_when_closed_the_page_says_when_they_open(guest: Visitor, here: Web) -> None:
    here.clock.at = SUNDAY
    ask(guest).choose("/tell_lead")
    assert "is closed now. Staff can be expected to see it from" in guest.text


def test_a_sending_with_danger_says_who_reads_it_first_and_keeps_its_dates(
    guest: Visitor, here: Web
) -> None:
    ask(guest).choose("/tell_nobody").walk(QUESTION)
    (case,) = cases(here)
    assert case.read_first
    assert "Our safeguarding lead is told now." in guest.text
    assert here.house.cases.promises(case.id)


def test_danger_added_to_a_case_shows_help_and_marks_it(guest: Visitor, here: Web) -> None:
    guest.open().choose("question").walk(QUESTION)
    reference, code = guest.code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    guest.post({"words": "Thank you."}, "add")
    assert "Call 999 if:" not in guest.text
    guest.post({"words": DANGER}, "add")
    assert "Call 999 if:" in guest.text
    assert "Our safeguarding lead is told now." in guest.text
    assert cases(here)[0].read_first


def test_the_help_page_leads_to_the_question_without_a_word(guest: Visitor, here: Web) -> None:
    guest.open("help-now").post({"do": "help"}, "tell")
    assert "Shall we tell our safeguarding lead now?" in guest.text
    assert cases(here) == []
    guest.choose("/tell_lead")
    (case,) = cases(here)
    assert here.house.cases.messages(case.id) == []
    assert dict(case.answers) == {"help_pressed": "yes"}


def test_once_they_leave_only_what_they_told_stays_and_no_other_word(guest: Visitor, here: Web) -> None:
    guest.open().choose("question").write("My secret question is long.")
    guest.choose('"about_person": "no"').post({"do": "help"})
    guest.choose("/tell_lead")
    guest.browser.get(f"/{guest.charity}/")
    guest.browser.post(f"/{guest.charity}/finish", sure="yes")
    assert here.house.database.rows(turn.select()) == []
    (case,) = cases(here)
    assert case.sealed_code == ""
