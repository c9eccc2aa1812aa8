"""At the desk: who hears an appeal, the date that was agreed, having spoken with the person (H&C 15-17)."""

from datetime import date

import pytest

from tests.desk.appealed import HERE, again, appealed, one_of
from tests.desk.working import at, opened, promises, taken, told
from tests.webhouse import Web
from webchat.cases.words import Kind, Role

OUTCOME = {
    "purpose": "outcome", "body": "The bus was late.", "learned": "We ring.", "next_step": "It is final.",
}  # fmt: skip


def three(web: Web, **given: str) -> dict[str, str]:
    ids = {role: one_of(web, role).staff_id for role in (Role.CHAIR, Role.TRUSTEE)}
    some = {"member-1": ids[Role.TRUSTEE], "member-2": ids[Role.CHAIR], "name-3": "Una Okoro"}
    return {**some, **given}


def test_the_page_says_what_the_stage_asks_with_each_clause(web: Web) -> None:
    case, chair = appealed(web)
    page = told(chair.get(at(case)))
    for clause in ("Help &amp; Care 17.4", "Help &amp; Care 17.3"):
        assert clause in page
    assert "Name the 3 people of the Board who hear this." in page
    assert "Tess Trustee" in page
    assert "Wendy Worker</option>" not in page.partition('id="panel-member"')[2].partition("</details>")[0]
    assert at(case, "/date") not in page  # a date is agreed, not told


def test_three_are_named_and_the_page_says_who(web: Web) -> None:
    case, chair = appealed(web)
    assert chair.post(at(case, "/panel"), **three(web)).status_code == 303
    assert [one.name for one in again(web, case).panel] == ["Tess Trustee", "Charles Chair", "Una Okoro"]
    page = told(chair.get(at(case)))
    assert all(name in page for name in ("Tess Trustee", "Charles Chair", "Una Okoro"))
    assert "Change who hears it" in page


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name-3": ""}, "Say who each of them is"),
        ({"name-1": "Una Okoro"}, "For each of them, choose from the list or write a name."),
        ({"name-3": "Tess Trustee"}, "Tess Trustee stands there twice."),
        ({"name-3": "Grace Governance"}, "Grace Governance had this complaint before."),
        ({"name-3": "Dilip Director"}, "Dilip Director had this complaint before."),
    ],
)
def test_who_cannot_hear_it_is_refused_by_name_and_every_choice_is_kept(
    web: Web, wrong: dict[str, str], says: str
) -> None:
    case, chair = appealed(web)
    answer = chair.post(at(case, "/panel"), **three(web, **wrong))
    page = told(answer)
    assert (answer.status_code, again(web, case).panel) == (400, ())
    assert says in page
    assert f'value="{one_of(web, Role.TRUSTEE).staff_id}" selected' in page


def test_a_trustee_on_the_panel_finds_the_appeal_and_reads_it_and_nothing_else(web: Web) -> None:
    case, chair = appealed(web)
    other = opened(web, HERE, kind=Kind.COMPLAINT)
    trustee = web.signed_in(Role.TRUSTEE, HERE)
    assert trustee.get(at(case)).status_code == 404
    assert case.reference not in told(trustee.get(f"/{HERE}/desk/appeals"))
    chair.post(at(case, "/panel"), **three(web))
    listed = told(trustee.get(f"/{HERE}/desk/appeals"))
    assert case.reference in listed
    assert other.reference not in listed
    page = told(trustee.get(at(case)))
    assert "What this stage asks for" in page
    assert "What you can do" not in page  # they read it, and change nothing
    assert '<form method="post" action="/help-and-care/desk/cases' not in page
    assert trustee.get(at(other)).status_code == 404
    assert trustee.get(f"/{HERE}/desk/").status_code == 404


def test_the_date_is_agreed_and_the_guest_reads_how(web: Web) -> None:
    case, chair = appealed(web)
    assert chair.post(at(case, "/agree"), date="2026-12-18", how="call").status_code == 303
    page = told(chair.get(at(case)))
    assert "Agreed: Friday 18 December 2026." in page
    assert "We agreed this date with you on the phone." in page
    assert "We agreed a date with you. We will tell you what we decided by" in page
    assert promises(web, again(web, case))["outcome"].due_on == date(2026, 12, 18)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"date": "2026-11-01", "how": "call"}, "This date has passed."),
        ({"date": "", "how": "call"}, "Write the date with the day, the month and the year."),
        ({"date": "2026-12-18", "how": ""}, "Say how you agreed it."),
        ({"date": "2026-12-18", "how": "pigeon"}, "Say how you agreed it."),
    ],
)
def test_a_date_that_cannot_be_is_refused_beside_its_box(web: Web, sent: dict[str, str], says: str) -> None:
    case, chair = appealed(web)
    answer = chair.post(at(case, "/agree"), **sent)
    assert answer.status_code == 400
    assert says in told(answer)


def test_a_later_date_says_why_and_how_it_was_agreed_again(web: Web) -> None:
    case, chair = appealed(web)
    chair.post(at(case, "/agree"), date="2026-12-18", how="call")
    later = {"date": "2027-01-08", "how": "message"}
    refused = told(chair.post(at(case, "/agree"), **later))
    assert "Choose why more time is needed." in refused
    assert 'value="2027-01-08"' in refused
    assert chair.post(at(case, "/agree"), **later, why="person_away").status_code == 303
    assert "We agreed this date with you in writing." in told(chair.get(at(case)))


def test_the_outcome_waits_for_panel_and_date_and_keeps_every_word(web: Web) -> None:
    case, chair = appealed(web)
    for move, sent, says in (
        ("", {}, "Name who hears this first."),
        ("/panel", three(web), "Agree a date with the person first"),
    ):
        if move:
            chair.post(at(case, move), **sent)
        page = told(chair.post(at(case, "/write"), **OUTCOME, seen=again(web, case).version))
        assert says in page
        assert all(words in page for words in list(OUTCOME.values())[1:])
    chair.post(at(case, "/agree"), date="2026-12-18", how="in_person")
    written = chair.post(at(case, "/write"), **OUTCOME, seen=again(web, case).version)
    assert written.status_code == 303
    assert "Change who hears it" not in told(chair.get(at(case)))


@pytest.mark.parametrize(
    ("on", "says"),
    [("2026-11-24", "This day has not come yet."), ("2026-11-01", "That was before this stage began.")],
)
def test_having_spoken_is_ticked_with_its_day(web: Web, on: str, says: str) -> None:
    case, browser = taken(web, Role.GOVERNANCE, charity=HERE, kind=Kind.COMPLAINT)
    page = told(browser.get(at(case)))
    assert "Speak with the guest about their reasons and what they want to happen." in page
    assert "Help &amp; Care 15.4" in page
    assert says in told(browser.post(at(case, "/spoke"), date=on))
    assert browser.post(at(case, "/spoke"), date="2026-11-23").status_code == 303
    assert "Grace Governance spoke with them on Monday 23 November 2026." in told(browser.get(at(case)))


def test_no_other_charity_is_asked_for_any_of_it(web: Web) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    assert "What this stage asks for" not in told(browser.get(at(case)))
    for move in ("/panel", "/agree", "/spoke"):
        answer = browser.post(at(case, move), date="2026-12-18", how="call")
        assert (answer.status_code, "does not ask for this here" in told(answer)) == (400, True)
