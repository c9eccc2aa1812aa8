"""At the desk: many contacts from a spreadsheet, all or none, and each wrong row told by its number."""

import csv
from io import BytesIO, StringIO

import pytest

from tests.desk.working import at, told
from tests.webhouse import Browser, Web
from webchat.cases.case import Case
from webchat.cases.words import Channel, Kind, ReplyBy, Role
from webchat.desk.entering.contact_sheet import HEADINGS, MOST_ROWS

HERE = "/ruils/desk/enter/many"
CALL = {
    "came by": "Phone", "came on": "20/11/2026", "came at": "9:30", "kind": "Complaint",
    "words": "Nobody came.", "name": "Ola", "reply by": "phone", "contact": "07700 900123", "safe": "yes",
}  # fmt: skip
# What is wrong, and what is said of it.
BAD = [
    ({"came by": "pigeon"}, "Write how it came"),
    ({"came by": "webchat"}, "Write how it came"),
    ({"came on": "30 Feb"}, "Write the day it came"),
    ({"came on": "24/11/2026"}, "This time has not come yet."),
    ({"came on": "20/11/1926"}, "This is too long ago."),
    ({"came at": "noon"}, "Write the time it came"),
    ({"kind": "safeguarding"}, "Write what it is"),
    ({"words": " "}, "Write what they said or wrote."),
    ({"words": "x" * 20_001}, "This is too long."),
    ({"name": "x" * 501}, "This name is too long."),
    ({"reply by": "pigeon"}, "Write how they want to hear back"),
    ({"contact": "none"}, "Write their phone number"),
    ({"reply by": "email"}, "Write their email address"),
    ({"safe": "perhaps"}, "Write yes or no"),
    ({"language": "Klingon"}, "This language is not offered here."),
    ({"needs": "large print; a smile"}, "Write needs as they stand on this page"),
]


def written(*rows: dict[str, str], headings: tuple[str, ...] = HEADINGS, parted_by: str = ",") -> bytes:
    """A spreadsheet as a program saves it."""
    out = StringIO(newline="")
    lines = csv.DictWriter(out, headings, delimiter=parted_by, extrasaction="ignore")
    lines.writeheader()
    lines.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def numbered(many: int) -> list[dict[str, str]]:
    return [{**CALL, "words": f"Nobody came to door {number}."} for number in range(many)]


def at_the_form(web: Web) -> Browser:
    browser = web.signed_in(Role.WORKER)
    browser.get(HERE)
    return browser


def send(browser: Browser, sheet: bytes, **form: str) -> tuple[int, str]:
    """The answer's number, and the page it leads to."""
    answer = browser.post(HERE, sheet=(BytesIO(sheet), "contacts.csv"), **form)
    page = browser.get(answer.headers["Location"]) if answer.status_code == 303 else answer
    return answer.status_code, told(page)


def cases(web: Web) -> list[Case]:
    return [one.case for one in web.house.desk_lists.open_cases("ruils", limit=2_000)]


def test_each_row_becomes_a_case_whose_clock_counts_from_when_it_came(web: Web) -> None:
    more = {"reply by": "in person", "needs": "large print; BSL", "language": "polish"}
    status, page = send(at_the_form(web), written(CALL, {**CALL, **more, "came by": "In person"}))
    assert status == 303
    assert "Every row of the spreadsheet is written down." in page
    call, visit = sorted(cases(web), key=lambda one: one.channel, reverse=True)
    assert (call.kind, call.channel, call.received_at.isoformat()) == (
        Kind.COMPLAINT, Channel.PHONE, "2026-11-20T09:30:00+00:00",
    )  # fmt: skip
    assert (visit.channel, visit.lang, visit.reply_by) == (Channel.IN_PERSON, "pl", ReplyBy.IN_PERSON)
    assert sorted(one.value for one in web.house.cases.needs(visit.id)) == ["bsl", "large_print"]
    page = told(web.signed_in(Role.WORKER).get(at(call)))
    assert "Ola" in page
    assert "07700 900123" in page


@pytest.mark.parametrize(("wrong", "says"), BAD)
def test_a_wrong_row_is_told_by_its_number_and_nothing_is_written(
    web: Web, wrong: dict[str, str], says: str
) -> None:
    status, page = send(at_the_form(web), written(CALL, {}, {**CALL, **wrong}))
    assert status == 400
    assert "1 row is wrong. Nothing is written down yet." in page
    assert ">4<" in page.replace("\n", "")
    assert says in page
    assert cases(web) == []


def test_a_thousand_contacts_with_ten_bad_rows(web: Web) -> None:
    browser, rows = at_the_form(web), numbered(1_000)
    mixed = [one | BAD[place // 100][0] if place % 100 == 0 else one for place, one in enumerate(rows)]
    status, page = send(browser, written(*mixed))
    assert (status, len(cases(web))) == (400, 0)
    assert "10 rows are wrong. Nothing is written down yet." in page
    assert "990 rows are right." in page
    status, page = send(browser, written(*mixed), leave_out="yes")
    assert (status, len(cases(web))) == (200, 990)
    assert "990 contacts are written down." in page
    status, _ = send(browser, written(*rows))  # put right, and sent again: nothing twice
    assert (status, len(cases(web))) == (303, 1_000)


def test_the_same_file_sent_twice_writes_nothing_twice(web: Web) -> None:
    browser = at_the_form(web)
    for _ in range(2):
        send(browser, written(*numbered(3)))
    assert len(cases(web)) == 3


def test_two_rows_that_are_the_same_are_not_one_by_themselves(web: Web) -> None:
    status, page = send(at_the_form(web), written(CALL, CALL))
    assert status == 400
    assert "This row is the same as an earlier one." in page


def test_all_are_written_or_none_when_it_breaks_off(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    store, seen = type(web.house.cases), []
    was = store.write

    def broken(self: object, change: object) -> None:
        seen.append(change)
        if len(seen) == 3:
            raise RuntimeError("the plug is pulled")
        was(self, change)  # type: ignore[arg-type]

    browser = at_the_form(web)
    monkeypatch.setattr(store, "write", broken)
    assert send(browser, written(*numbered(5)))[0] == 500
    assert len(seen) == 3
    assert cases(web) == []


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        (b"", "Choose a file."),
        (b"PK\x03\x04\x00\xff", "This file cannot be read."),
        (b'came by,"came on\n', "This file cannot be read."),
        ("came by\nPłot".encode("utf-16"), "This file cannot be read."),
        (written(), "There is nothing under the headings."),
        (written(CALL, headings=("kind", "words", "came on")), "These are missing: came by, reply by"),
        (b"x\n" + b"y\n" * (MOST_ROWS + 1), "There are too many rows."),
    ],
)
def test_a_file_that_is_no_such_spreadsheet_is_told_so(web: Web, sheet: bytes, says: str) -> None:
    status, page = send(at_the_form(web), sheet)
    assert status == 400
    assert says in page
    assert cases(web) == []


@pytest.mark.parametrize("parted_by", [",", ";", "\t"])
def test_headings_in_any_order_and_letters_and_cells_parted_as_spreadsheets_do(
    web: Web, parted_by: str
) -> None:
    sheet = written(CALL, headings=HEADINGS[::-1], parted_by=parted_by).replace(b"came by", b"Came_By")
    assert send(at_the_form(web), sheet)[0] == 303
    assert len(cases(web)) == 1


def test_a_row_longer_than_the_headings_is_wrong(web: Web) -> None:
    sheet = written(CALL).rstrip() + b",more\r\n"
    assert "more cells than there are headings" in send(at_the_form(web), sheet)[1]


def test_the_headings_can_be_downloaded_and_sent_back(web: Web) -> None:
    sheet = at_the_form(web).get(f"{HERE}.csv")
    assert sheet.mimetype == "text/csv"
    assert "There is nothing under the headings." in send(at_the_form(web), sheet.data)[1]


def test_words_of_danger_are_read_first_and_whoever_it_is_about_never_sees_it(web: Web) -> None:
    danger = {**CALL, "words": "He hits me and I am afraid to go home"}
    send(at_the_form(web), written(danger, {**CALL, "about": "Wendy Worker"}))
    assert [one.case.read_first for one in web.house.desk_lists.to_read_first("ruils")] == [True]
    (about,) = [one for one in cases(web) if not one.read_first]
    assert web.signed_in(Role.WORKER).get(at(about)).status_code == 404
