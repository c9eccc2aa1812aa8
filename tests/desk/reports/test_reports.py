"""Reports for trustees: who reads them, what they say, and what they never tell (issue 4, line 10)."""

import csv
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from io import StringIO
from typing import Any

import pytest

from tests.builders.cases import an_outcome
from tests.desk.working import opened, told
from tests.webhouse import Browser, Web
from webchat import demo
from webchat.cases.case import Purpose, Verdict
from webchat.cases.complaints.learning import Learning
from webchat.cases.complaints.tasks import Plan
from webchat.cases.moves import Letter
from webchat.cases.people.powers import READ_REPORTS
from webchat.cases.words import Kind, Role

AT = "/ruils/desk/reports"
QUARTER = "from=2026-10-01&to=2026-12-31"
ONE = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)


def words(browser: Browser, address: str = AT) -> str:
    """What a report says, without its marks."""
    text = told(browser.get(address)).partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text)))


def cells(browser: Browser, address: str = f"{AT}.csv") -> list[list[str]]:
    """The file's rows, its first one left out."""
    text = browser.get(address).get_data().decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))[1:]


def numbers(browser: Browser, part: str) -> dict[tuple[str, str], str]:
    """The numbers of one part of the file, by row and column."""
    return {(row[3], row[5]): row[6] for row in cells(browser) if row[2] == part}


def judged(web: Web, well: int, badly: int, **given: Any) -> None:
    """So many closed cases whose guests said well, and badly."""
    work, now = web.house.casework, web.clock()
    for verdict in [Verdict.WELL] * well + [Verdict.BADLY] * badly:
        case = opened(web, **given)
        member = next(one for one in web.house.staff.members("ruils") if work.may_see(one, case))
        case = work.claim(member, case.id, now)
        work.guest_judges(work.close(member, case.id, "Done.", now), verdict, "", now)


@pytest.mark.parametrize("role", list(Role))
@ONE
def test_who_answers_for_the_work_reads_reports_and_finds_them_in_the_menu(web: Web, role: Role) -> None:
    browser = web.browser()
    browser.get("/sign-in")
    browser.post("/sign-in", email=demo.email_of(role, "ruils"), password=demo.PASSWORD)
    reads = role in READ_REPORTS
    if role is Role.SYSTEM_ADMINISTRATOR:
        assert browser.get(AT).status_code == 302  # let in nowhere
        return
    for address in (AT, f"{AT}.csv", f"/help-and-care/desk/reports?{QUARTER}"):
        assert browser.get(address).status_code == (200 if reads and address.startswith(AT) else 404)
    home = browser.get(AT if role is Role.TRUSTEE else "/ruils/desk/")
    assert (f'href="{AT}"' in told(home)) is reads


def test_a_trustee_is_let_in_to_the_reports_and_to_nothing_else(web: Web) -> None:
    case = opened(web)
    browser = web.browser()
    browser.get("/sign-in")
    came = browser.post("/sign-in", email=demo.email_of(Role.TRUSTEE, "ruils"), password=demo.PASSWORD)
    assert (came.status_code, came.headers["Location"]) == (303, AT)
    page = told(browser.get(AT))
    assert "Open cases" not in page
    assert f'class="name" href="{AT}"' in page  # where the charity's name leads
    for path in ("", "closed", "appointments", f"cases/{case.reference}"):
        assert browser.get(f"/ruils/desk/{path}").status_code == 404


def test_kinds_are_counted_comments_too_and_small_ones_are_not_told(web: Web) -> None:
    for kind, many in ((Kind.QUESTION, 6), (Kind.COMMENT, 5), (Kind.COMPLAINT, 4)):
        for _ in range(many):
            opened(web, kind=kind)
    browser = web.signed_in(Role.TRUSTEE)
    came = {row: number for (row, _), number in numbers(browser, "What came").items()}
    assert (came["Question"], came["Comment"], came["Complaint"], came["Concern"]) == ("6", "5", "<5", "<5")
    said = words(browser)
    assert "The kind that came most often is “Question”, with 6." in said
    assert "Together not told" in said  # the sum would give back the four
    assert "A number smaller than 5 is not told, because it could point at one person." in said
    assert "15" not in numbers(browser, "What came").values()


def test_where_every_part_is_told_the_sum_is_too(web: Web) -> None:
    for kind in (one for one in Kind if one is not Kind.SAFEGUARDING):
        for _ in range(5):
            opened(web, kind=kind)
    assert "Together 30" in words(web.signed_in(Role.CHAIR))


@pytest.mark.parametrize(
    ("well", "badly", "says", "aim"),
    [
        (4, 4, "Every number here is too small to be told.", "From these numbers nobody can say whether 80%"),
        (8, 5, "61% of those who answered said well or very well.", "The aim of 80% is not reached."),
        (20, 5, "80% of those who answered said well or very well.", "The aim of 80% is reached."),
        (6, 1, "Of those who answered, 60% to 100% said well or very well.", "From these numbers nobody can"),
        (16, 2, "Of those who answered, 80% to 100% said well or very well.", "The aim of 80% is reached."),
        (1, 9, "Of those who answered, 0% to 30% said well or very well.", "The aim of 80% is not reached."),
    ],
)
@ONE
def test_satisfaction_stands_beside_the_policys_own_measure(
    web: Web, well: int, badly: int, says: str, aim: str
) -> None:
    judged(web, well, badly)
    said = words(web.signed_in(Role.TRUSTEE))
    assert says in said
    assert "To achieve 80% customer satisfaction rating of all services." in said
    assert aim in said


@ONE
def test_cases_about_somebody_change_no_word_of_the_page_and_no_number_of_the_file(web: Web) -> None:
    judged(web, 6, 5)
    readers = [web.signed_in(role) for role in READ_REPORTS]
    before = [(words(one), cells(one)) for one in readers]
    judged(web, 3, 3, about_person=True, about_name="Zed")
    for kind in Kind:
        opened(web, kind=kind, about_person=True, needs=(("information_format", "braille"),), lang="pl")
    opened(web, kind=Kind.SAFEGUARDING)
    assert [(words(one), cells(one)) for one in readers] == before
    assert "are never counted here, whether there are any or not" in before[0][0]


def test_what_is_kept_in_time_and_what_is_late_by_promise(web: Web) -> None:
    work = web.house.casework
    member = next(one for one in web.house.staff.members("ruils") if one.has(Role.WORKER))
    sent = [opened(web) for _ in range(12)]
    for case in sent[:7]:
        work.claim(member, case.id, web.clock())
        work.write(member, case.id, Letter(Purpose.REPLY, "Yes."), web.clock())
    web.clock.at += timedelta(days=10)
    browser = web.signed_in(Role.GOVERNANCE)
    kept = {(row[3], row[4], row[5]): row[6] for row in cells(browser) if row[2] == "Promises that fell due"}
    assert kept["Reply", "Target 2", "In time"] == "7"
    assert kept["Reply", "Target 2", "A few days late"] == "5"  # due on 30 November, and it is 3 December
    assert kept["Say we have it", "Target 2", "In time"] == "12"
    said = words(browser)
    assert "At least 19 promises were kept in time." in said
    assert "Of the cases open now, most are under “Nothing is owed”: 7." in said


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("from=2026-10-01&to=nonsense", "Write each date as year, month and day"),
        ("from=2026-10-02&to=2026-12-31", "A report covers a quarter, or a year from April to March."),
        ("from=2026-10-01", "A report covers a quarter, or a year from April to March."),
        ("from=2027-01-01&to=2027-03-31", "This period has not begun."),
        ("from=%3Cscript%3E&to=", "Write each date as year, month and day"),
    ],
)
@ONE
def test_dates_that_are_no_period_are_told_as_such_and_no_number_is(web: Web, asked: str, says: str) -> None:
    browser = web.signed_in(Role.TRUSTEE)
    for address in (f"{AT}?{asked}", f"{AT}.csv?{asked}"):
        answer = browser.get(address)
        assert answer.status_code == 400
        assert says in told(answer)
        assert "<title>Error: Reports" in told(answer)
        assert "<table" not in told(answer)


@ONE
def test_the_period_stands_in_the_address_and_this_quarter_is_the_first(web: Web) -> None:
    browser = web.signed_in(Role.TRUSTEE)
    said = words(browser)
    assert said == words(browser, f"{AT}?{QUARTER}") == words(browser, f"{AT}?from=2026-10-01&to=2026-11-23")
    assert "October 2026 to December 2026. It is not over yet." in said
    assert "These are the numbers of 23 November 2026 at 10am." in said
    last = words(browser, f"{AT}?from=2026-07-01&to=2026-09-30")
    assert "July 2026 to September 2026" in last
    assert "It is not over yet" not in last


@ONE
def test_a_year_gives_back_no_quarter_that_was_not_told(web: Web) -> None:
    web.clock.at = datetime(2026, 8, 3, 10, tzinfo=UTC)
    for _ in range(3):
        opened(web, kind=Kind.COMPLAINT)
        opened(web, kind=Kind.QUESTION)
    for _ in range(4):
        opened(web, kind=Kind.QUESTION)
    web.clock.at = datetime(2026, 11, 3, 10, tzinfo=UTC)
    for _ in range(8):
        opened(web, kind=Kind.COMPLAINT)
    browser = web.signed_in(Role.TRUSTEE)
    year = f"{AT}.csv?from=2026-04-01&to=2027-03-31"
    told_ = {row[3]: row[6] for row in cells(browser, year) if row[2] == "What came"}
    # Of 11 complaints this quarter tells 8: what is left over, 3, was told nowhere.
    assert (told_["Complaint"], told_["Question"], told_["Comment"]) == ("not told", "not told", "<5")


@ONE
def test_in_its_first_year_a_charity_reads_the_year_as_well(web: Web) -> None:
    for _ in range(8):
        opened(web, kind=Kind.COMPLAINT)
    year = f"{AT}.csv?from=2026-04-01&to=2027-03-31"
    told_ = {row[3]: row[6] for row in cells(web.signed_in(Role.TRUSTEE), year) if row[2] == "What came"}
    assert told_["Complaint"] == "8"


@ONE
def test_each_chart_has_its_sentence_and_its_table_and_says_nothing_twice(web: Web) -> None:
    page = told(web.signed_in(Role.TRUSTEE).get(AT))
    assert page.count("<figure") == page.count("<figcaption>") == page.count("<caption>") == 10
    assert page.count("<ul aria-hidden") == 10
    assert not re.search(r"<th(?! scope=)", page.replace("<thead", ""))
    assert "<svg" in page
    assert "fill=" not in page  # colours are the style sheet's


@ONE
def test_learning_is_told_with_what_became_of_each_action_and_small_numbers_are_not(web: Web) -> None:
    work, now = Learning(web.house.casework), web.clock()
    worker = next(one for one in web.house.staff.members("ruils") if one.has(Role.WORKER))

    def promised(many: int, **then: str) -> None:
        for _ in range(many):
            case = opened(web, kind=Kind.COMPLAINT)
            web.house.casework.claim(worker, case.id, web.clock())
            letter = an_outcome(nothing_learned=not then)
            plan = Plan("Late.", "Ring.", worker.staff_id, now.date() + timedelta(days=1))
            work.write(worker, case.id, letter, [plan], web.clock())
            (task,) = web.house.cases.tasks(case.id)
            if then:
                work.done(worker, task.id, "We ring.", "We ring.", web.clock())

    promised(6, done="yes")
    promised(5)
    web.clock.at += timedelta(days=3)
    browser = web.signed_in(Role.TRUSTEE)
    acted = {row: number for (row, _), number in numbers(browser, "Actions promised").items()}
    assert (acted["Done in time"], acted["Late now"], acted["Done late"]) == ("6", "5", "<5")
    learned = {row: number for (row, _), number in numbers(browser, "Complaints that were decided").items()}
    assert list(learned.values()) == ["6", "5"]
    said = words(browser)
    assert "6 complaints ended with learning." in said
    assert "Of the actions promised, most are under “Done in time”: 6." in said


@ONE
def test_the_file_is_for_a_spreadsheet_and_holds_what_the_page_does(web: Web) -> None:
    for _ in range(5):
        opened(web)
    browser = web.signed_in(Role.TRUSTEE)
    answer = browser.get(f"{AT}.csv?{QUARTER}")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="report.csv"'
    assert answer.get_data().startswith(b"\xef\xbb\xbfFrom,To,Part,What,Clause,Which number,Number\r\n")
    rows = cells(browser)
    assert ["2026-10-01", "2026-12-31", "What came", "Question", "", "How many", "5"] in rows
    assert any("never counted here" in row[2] for row in rows)
