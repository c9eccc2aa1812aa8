"""The desk: sign in, what is owed next, and the moves of one case."""

import re
from datetime import timedelta
from html import unescape

import pytest

from tests.desk.working import at, opened, promises, taken, told
from tests.webhouse import MONDAY, Web
from webchat import demo
from webchat.cases.people.powers import POWERS
from webchat.cases.words import Kind, ReplyBy, Role
from webchat.desk import lists
from webchat.desk.access import PUBLIC


def test_an_unknown_address_and_a_wrong_password_are_told_apart_by_nothing(web: Web) -> None:
    browser = web.browser()
    browser.get("/sign-in")
    known = demo.email_of(Role.WORKER, "ruils")
    unknown = browser.post("/sign-in", email="nobody@ruils.example", password="x" * 20)
    wrong = browser.post("/sign-in", email=known, password="x" * 20)
    assert unknown.status_code == wrong.status_code == 200
    assert "Check your email address and password." in told(unknown)
    pages = [told(unknown).replace("nobody@ruils.example", "?"), told(wrong).replace(known, "?")]
    pages = [re.sub(r'name="csrf_token" value="[^"]+"', "", one) for one in pages]
    assert pages[0] == pages[1]


def test_signing_in_gives_a_new_cookie(web: Web) -> None:
    browser = web.browser()
    browser.get("/sign-in")
    before = browser.cookie
    browser.post("/sign-in", email=demo.email_of(Role.WORKER, "ruils"), password=demo.PASSWORD)
    assert browser.cookie != before


def test_a_form_without_its_token_is_refused_and_its_words_are_kept(web: Web) -> None:
    browser, case = web.signed_in(Role.WORKER), opened(web)
    answer = browser.client.post(at(case, "/write"), data={"body": "my careful words", "purpose": "reply"})
    assert answer.status_code == 400
    assert "my careful words" in told(answer)


def test_nobody_sees_the_desk_without_signing_in(web: Web) -> None:
    case = opened(web)
    for path in ("/ruils/desk/", "/ruils/desk/closed", at(case)):
        assert web.browser().get(path).status_code == 302


def test_every_route_is_public_or_in_the_table(web: Web) -> None:
    views = {name: view for name, view in web.app.view_functions.items() if name.startswith("desk_")}
    public = {name for name, view in views.items() if getattr(view, "is_public", False)}
    guarded = {name for name, view in views.items() if hasattr(view, "needs_roles")}
    assert public == set(PUBLIC)
    assert {one.removeprefix("desk_") for one in guarded} == set(POWERS)
    assert public | guarded == set(views)


def test_who_works_with_no_cases_is_told_so_and_finds_no_desk(web: Web) -> None:
    case = opened(web)
    browser = web.browser()
    browser.get("/sign-in")
    email = demo.email_of(Role.SYSTEM_ADMINISTRATOR, "ruils")
    answer = browser.post("/sign-in", email=email, password=demo.PASSWORD)
    assert "Your role sees no cases" in told(answer)
    for path in ("/ruils/desk/", at(case)):
        assert browser.get(path).headers["Location"] == "/sign-in"


def test_the_desk_is_in_english_whatever_the_browser_asks(web: Web) -> None:
    page = web.app.test_client().get("/sign-in", headers={"Accept-Language": "ar"}).get_data(as_text=True)
    assert '<html lang="en-GB" dir="ltr">' in page


def test_another_charitys_case_is_simply_not_there(web: Web) -> None:
    case = opened(web, charity="help-and-care")
    browser = web.signed_in(Role.WORKER, "ruils")
    assert browser.get(at(case)).status_code == 404
    assert browser.get(f"/ruils/desk/cases/{case.reference}").status_code == 404


def headings(page: str) -> dict[str, list[str]]:
    """The groups of the board with the references under each, as they stand."""
    parts = re.split(r'<section class="group (\w+)">', page)[1:]
    return {
        name: re.findall(r'class="ref"[^>]*><bdi dir="ltr">([^<]+)', rows)
        for name, rows in zip(parts[::2], parts[1::2], strict=True)
    }


def test_the_next_thing_owed_comes_first_and_what_is_late_before_all(web: Web) -> None:
    late = opened(web, name="Late")
    web.clock.at = MONDAY + timedelta(days=3)
    later = opened(web, name="Later")
    web.clock.at = MONDAY + timedelta(days=8)
    new = opened(web, name="New")
    assert headings(told(web.signed_in(Role.WORKER).get("/ruils/desk/"))) == {
        "overdue": [late.reference],
        "later": [later.reference, new.reference],
    }


def test_a_case_without_a_date_never_sinks(web: Web) -> None:
    """design.md, rules for dates: above anything due after tomorrow, the longest waiting first."""
    dated_too = opened(web, charity="ruils", kind=Kind.COMPLAINT, name="Dated too")
    web.clock.at = MONDAY + timedelta(hours=1)
    waiting = opened(web, charity="ruils", kind=Kind.COMPLAINT, name="Waiting")
    later = opened(web, name="Later")
    found = headings(told(web.signed_in(Role.WORKER).get("/ruils/desk/")))
    assert list(found) == ["tell", "later"]
    assert found["tell"] == [dated_too.reference, waiting.reference]
    assert found["later"] == [later.reference]


def test_a_long_list_goes_on_on_the_next_page_and_shows_every_case_once(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "MOST", 3)
    cases = {opened(web, name=str(number)).reference for number in range(7)}
    undated = {opened(web, kind=Kind.COMPLAINT, name="u").reference for _ in range(4)}
    browser, at_page, seen = web.signed_in(Role.WORKER), "/ruils/desk/", []
    while at_page:
        page = told(browser.get(at_page))
        seen += [one for group in headings(page).values() for one in group]
        more = re.search(r'href="([^"]+)">Show more cases', page)
        at_page = unescape(more.group(1)) if more else ""
    assert set(seen) == cases | undated
    assert all(seen.count(one) == 1 for one in cases)


def test_a_filter_finds_what_stands_far_down_the_list(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST", 3)
    for number in range(5):
        opened(web, name=str(number))
    complaint = opened(web, kind=Kind.COMPLIMENT, name="Far down")
    page = told(web.signed_in(Role.WORKER).get("/ruils/desk/?kind=compliment"))
    assert [one for group in headings(page).values() for one in group] == [complaint.reference]


@pytest.mark.parametrize("where", ["dated=x", "dated=0~never~id", "dated=9~2026-11-23~a", "kind=zebra"])
def test_an_address_that_means_nothing_is_the_first_page(web: Web, where: str) -> None:
    case = opened(web)
    assert case.reference in told(web.signed_in(Role.WORKER).get(f"/ruils/desk/?{where}"))


@pytest.mark.parametrize("on", ["2099-01-05", "9999-12-31"])
def test_a_date_too_far_away_is_refused_and_the_board_stands(web: Web, on: str) -> None:
    case, browser = taken(web, kind=Kind.COMPLAINT)
    (waiting,) = [one for one in web.house.cases.promises(case.id) if one.is_owed and one.due_on is None]
    answer = browser.post(at(case, "/date"), promise=waiting.id, date=on, reason="words I typed")
    assert answer.status_code == 400
    assert "This date is too far away." in told(answer)
    assert "words I typed" in told(answer)
    assert browser.get("/ruils/desk/").status_code == 200


def test_two_clocks_are_two_lines_with_their_clauses(web: Web) -> None:
    opened(web, charity="help-and-care", kind=Kind.COMPLAINT)
    page = told(web.signed_in(Role.WORKER, "help-and-care").get("/help-and-care/desk/"))
    assert "3 working days left" in page
    assert "20 working days left" in page
    assert "15.2" in page
    assert "15.5" in page


def test_a_policy_due_for_review_is_told_to_staff(web: Web) -> None:
    page = told(web.signed_in(Role.WORKER, "help-and-care").get("/help-and-care/desk/"))
    assert "due for review in May 2025" in page


def test_the_second_to_take_a_case_is_told_who_has_it(web: Web) -> None:
    case = opened(web)
    first, second = web.signed_in(Role.WORKER), web.signed_in(Role.MANAGER)
    first.get(at(case))
    second.get(at(case))
    assert first.post(at(case, "/claim")).status_code == 303
    lost = second.post(at(case, "/claim"))
    assert lost.status_code == 409
    assert "Wendy Worker has this case already." in told(lost)


def test_a_double_tap_sends_one_reply(web: Web) -> None:
    case, browser = taken(web)
    form = {"purpose": "reply", "body": "We open at 10am.", "seen": case.version}
    browser.get(at(case))
    assert browser.post(at(case, "/write"), **form).status_code == 303
    again = browser.post(at(case, "/write"), **form)
    assert again.status_code == 409
    assert "We open at 10am." in told(again)
    sent = [one for one in web.house.cases.messages(case.id) if not one.from_guest]
    assert len(sent) == 1


def test_help_and_care_needs_the_name_of_who_is_looking_into_it(web: Web) -> None:
    case, browser = taken(web, charity="help-and-care", kind=Kind.COMPLAINT)
    form = {"purpose": "acknowledge", "body": "We have your complaint.", "seen": case.version}
    browser.get(at(case))
    refused = browser.post(at(case, "/write"), **form)
    assert refused.status_code == 400
    assert "Name the person who is looking into it." in told(refused)
    assert "We have your complaint." in told(refused)
    assert browser.post(at(case, "/write"), **form, officer="Priya Shah").status_code == 303
    assert promises(web, case)["acknowledge"].met_at == MONDAY


def test_acsos_needs_the_date_of_the_full_reply(web: Web) -> None:
    case, browser = taken(web, charity="age-concern-southend")
    form = {"purpose": "acknowledge", "body": "We have your message.", "seen": case.version}
    browser.get(at(case))
    assert browser.post(at(case, "/write"), **form).status_code == 400
    more = {"date": "2026-12-04", "reason": "We must ask a colleague.", "why": "other"}
    assert browser.post(at(case, "/write"), **form, **more).status_code == 303
    assert str(promises(web, case)["reply"].due_on) == "2026-12-04"


def test_no_receipt_meets_healthwatchs_2_days(web: Web) -> None:
    case = opened(web, charity="healthwatch-portsmouth")
    assert promises(web, case)["reply"].is_owed


def test_ruils_receipt_is_its_acknowledgement(web: Web) -> None:
    assert not promises(web, opened(web))["acknowledge"].is_owed


def test_a_call_that_nobody_answered_returns_no_call(web: Web) -> None:
    case, browser = taken(web, reply_by=ReplyBy.PHONE, contact="01632 960001")
    browser.get(at(case))
    browser.post(at(case, "/write"), purpose="reply", body="We open at 10am.", seen=case.version)
    [call] = [one for one in web.house.cases.messages(case.id) if not one.from_guest]
    browser.post(at(case, "/delivered"), message=call.id, became="no_answer")
    assert promises(web, case)["contact"].is_owed
    browser.post(at(case, "/delivered"), message=call.id, became="spoken")
    assert not promises(web, case)["contact"].is_owed


def test_a_date_that_staff_state_becomes_a_promise(web: Web) -> None:
    case, browser = taken(web, charity="help-and-care")
    [waiting] = web.house.cases.promises(case.id)
    browser.get(at(case))
    assert browser.post(at(case, "/date"), promise=waiting.id, date="2026-12-01").status_code == 303
    stated = [one for one in web.house.cases.promises(case.id) if one.is_owed]
    assert [str(one.due_on) for one in stated] == ["2026-12-01"]
    assert "Tell the guest when" not in told(browser.get("/help-and-care/desk/"))


@pytest.mark.parametrize("date", ["2026-11-01", "yesterday", ""])
def test_a_date_that_will_not_do_is_refused_in_plain_words(web: Web, date: str) -> None:
    case, browser = taken(web, charity="help-and-care")
    [waiting] = web.house.cases.promises(case.id)
    browser.get(at(case))
    assert browser.post(at(case, "/date"), promise=waiting.id, date=date).status_code == 400


def test_closing_with_something_owed_takes_a_reason(web: Web) -> None:
    case, browser = taken(web)
    browser.get(at(case))
    assert browser.post(at(case, "/close"), reason=" ").status_code == 400
    assert browser.post(at(case, "/close"), reason="You told us it is solved.").status_code == 303
    assert case.reference in told(browser.get("/ruils/desk/closed"))


def test_whoever_is_named_can_neither_list_nor_open_it(web: Web) -> None:
    case = opened(web, about_person=True, about_name="Wendy")
    worker, manager = web.signed_in(Role.WORKER), web.signed_in(Role.MANAGER)
    assert worker.get(at(case)).status_code == 404
    assert case.reference not in told(worker.get("/ruils/desk/"))
    assert case.reference in told(manager.get("/ruils/desk/"))
    wendy = web.house.staff.by_email(demo.email_of(Role.WORKER, "ruils"))
    assert wendy is not None
    manager.get(at(case))
    assert manager.post(at(case, "/about"), staff=wendy.staff_id).status_code == 303
    assert worker.get(at(case)).status_code == 404
    assert worker.post(at(case, "/claim")).status_code == 404
