"""What a guest needs at the desk: a flag everywhere, a task with its date, a reason otherwise (line 6)."""

import re
from typing import Any

import pytest

from tests.desk.appointments.test_times import agreed
from tests.desk.working import at, opened, promises, taken, told
from tests.webhouse import Browser, Web
from webchat.cases.case import Case, Delivery, Message
from webchat.cases.promises.promise import State
from webchat.cases.words import ReplyBy, Role

LARGE = (("information_format", "large_print"),)
EASY = (("information_format", "easy_read"),)


def words_of(page: str) -> str:
    """What stands on a page, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def last(web: Web, case: Case) -> Message:
    return web.house.cases.messages(case.id)[-1]


def written(web: Web, browser: Browser, case: Case, **typed: Any) -> Any:
    browser.get(at(case))
    now = web.house.cases.case(case.charity, case.id)
    assert now is not None
    typed = {"purpose": "reply", "body": "We open at ten.", **typed}
    return browser.post(at(case, "/write"), seen=now.version, **typed)


# Flags


def test_a_need_is_a_word_on_every_list_and_every_page_of_the_case(web: Web) -> None:
    case, browser = taken(web, needs=(*LARGE, ("community_language", "Urdu")), lang="pl", name="Ana")
    written(web, browser, case)
    pages = ["/ruils/desk/", "/ruils/desk/?whose=mine", f"/ruils/desk/find?reference={case.reference}"]
    pages += ["/ruils/desk/to-do", at(case), at(case, "/needs"), at(case, "/time")]
    for address in pages:
        shown = words_of(told(browser.get(address)))
        for flag in ("Large print", "Interpreter: Urdu", "Polish"):
            assert flag in shown, address
    browser.get(at(case))
    browser.post(at(case, "/close"), reason="Done.")
    closed = words_of(told(browser.get("/ruils/desk/closed")))
    assert "Large print" in closed
    assert "Interpreter: Urdu" in closed


# Before Send


def test_what_it_must_go_in_stands_before_the_button(web: Web) -> None:
    case, browser = taken(web, needs=LARGE, lang="pl")
    page = told(browser.get(at(case)))
    form = words_of(page[page.index('id="write"') :])
    before = form.index("Send to the guest")
    for words in ("How it must reach them", "large print", "their language, translated (Polish)"):
        assert form.index(words) < before


def test_whoever_needs_nothing_is_asked_nothing_more(web: Web) -> None:
    case, browser = taken(web)
    assert "How it must reach them" not in told(browser.get(at(case)))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"sent_as": "plain"}, "Choose why it goes in another format or language."),
        ({"sent_as": "plain", "plain_why": "nonsense"}, "Choose why it goes in another format"),
        ({"sent_as": "plain", "plain_why": "cannot_wait"}, "Say why it goes in another format or language."),
        ({"make_by": "2027-01-04"}, "This is later than the promise it serves."),
        ({"make_by": "2026-11-20"}, "This date has passed. Choose by when"),
        ({"make_by": "soon"}, "Write the date with the day"),
        ({"purpose": "update"}, "It serves no promise that has a date."),
    ],
)
def test_the_wrong_format_is_refused_beside_its_box_and_words_are_kept(
    web: Web, typed: dict[str, Any], words: str
) -> None:
    case, browser = taken(web, needs=LARGE)
    answer = written(web, browser, case, **typed)
    page = told(answer)
    assert answer.status_code == 400
    assert words in page
    assert "We open at ten." in page
    assert web.house.cases.messages(case.id)[-1].from_guest


def test_with_a_reason_it_goes_and_the_guest_reads_why(web: Web) -> None:
    case, browser = taken(web, needs=LARGE)
    typed = {"sent_as": "plain", "plain_why": "cannot_wait", "plain_words": "The office shuts today."}
    assert written(web, browser, case, **typed).status_code == 303
    assert last(web, case).delivery is Delivery.SHOWN
    assert "The office shuts today." in told(browser.get(at(case)))
    assert promises(web, case)["reply"].state is State.OPEN


def test_words_in_the_guests_own_language_go_as_they_are(web: Web) -> None:
    case, browser = taken(web, lang="pl")
    written(web, browser, case, lang="pl")
    assert (last(web, case).lang, last(web, case).delivery) == ("pl", Delivery.SHOWN)


# The task


def test_sending_makes_a_task_that_says_what_by_when_and_for_which_promise(web: Web) -> None:
    case, browser = taken(web, needs=LARGE)
    landed = written(web, browser, case).headers["Location"]
    page = words_of(told(browser.get(landed)))
    assert "Now make it into what they can read." in page
    assert "Make this in large print. Ask them which size." in page
    listed = words_of(told(browser.get("/ruils/desk/to-do")))
    for words in ("Make this in large print", "Ready by", "It then keeps:", "RUILS", case.reference):
        assert words in listed


@pytest.mark.parametrize("back", ["", "to_do"])
def test_one_press_says_that_it_is_with_the_guest_and_keeps_the_promise(web: Web, back: str) -> None:
    case, browser = taken(web, needs=LARGE)
    written(web, browser, case)
    assert promises(web, case)["reply"].state is State.OPEN
    browser.get("/ruils/desk/to-do")
    done = browser.post(at(case, "/made"), message=last(web, case).id, how="posted", back=back)
    page = told(browser.get(done.headers["Location"]))
    assert "It is noted that it reached them." in page
    assert ("To make, post, say or arrange" in page) is bool(back)
    assert promises(web, case)["reply"].state is State.MET
    assert case.reference not in told(browser.get("/ruils/desk/to-do"))


def test_it_goes_only_in_a_way_that_it_can(web: Web) -> None:
    case, browser = taken(web, needs=LARGE)
    written(web, browser, case)
    browser.get(at(case))
    for how in ("sent", "shown", "nonsense", ""):
        answer = browser.post(at(case, "/made"), message=last(web, case).id, how=how)
        assert answer.status_code == 400
        assert "It cannot reach this guest in that way." in told(answer)


def test_letters_to_post_and_calls_to_make_stand_in_the_same_list(web: Web) -> None:
    case, browser = taken(web, reply_by=ReplyBy.LETTER, contact="1 High Street")
    written(web, browser, case)
    other, _ = taken(web, reply_by=ReplyBy.PHONE, contact="020 7946 0000")
    written(web, browser, other)
    listed = words_of(told(browser.get("/ruils/desk/to-do")))
    assert "Post this letter" in listed
    assert "Tell them this" in listed


def test_the_size_that_the_guest_told_is_the_size_of_the_task(web: Web) -> None:
    case, browser = taken(web, needs=LARGE)
    browser.get(at(case, "/needs"))
    browser.post(at(case, "/needs"), need="large_print", points="24")
    written(web, browser, case)
    assert "Make this in large print (24 point)" in words_of(told(browser.get("/ruils/desk/to-do")))


def test_whom_a_case_is_about_finds_no_task_of_it(web: Web) -> None:
    case, browser = taken(web, needs=LARGE)
    written(web, browser, case)
    named = web.house.staff.by_email("worker@ruils.example")
    assert named is not None
    manager = web.signed_in(Role.MANAGER)
    assert case.reference in told(manager.get("/ruils/desk/to-do"))
    manager.get(at(case))
    manager.post(at(case, "/about"), staff=named.staff_id)
    assert case.reference not in told(browser.get("/ruils/desk/to-do"))


# What they need now


def test_a_need_is_corrected_on_the_guests_word(web: Web) -> None:
    case, browser = taken(web, needs=LARGE)
    page = words_of(told(browser.get(at(case, "/needs"))))
    assert "They told us on Monday 23 November 2026." in page
    assert "They are asked again from Tuesday 23 November 2027." in page
    done = browser.post(at(case, "/needs"), need="braille", language="Urdu", points="")
    page = words_of(told(browser.get(done.headers["Location"])))
    assert "The guest sees it on their page." in page
    assert "Braille" in page
    assert "Interpreter: Urdu" in page
    assert [one.value for one in web.house.cases.needs(case.id)] == ["braille", "Urdu"]


@pytest.mark.parametrize("points", ["15", "73", "big", "1000", "\u0663\u0663"])
def test_a_size_that_no_print_has_is_refused_beside_its_box(web: Web, points: str) -> None:
    case, browser = taken(web, needs=LARGE)
    browser.get(at(case, "/needs"))
    answer = browser.post(at(case, "/needs"), need="large_print", points=points)
    assert answer.status_code == 400
    assert "Print can have 16 to 72 points." in told(answer)


def test_what_the_policy_lists_cannot_be_explained_away(web: Web) -> None:
    case, browser = taken(web, needs=(*LARGE, *EASY))
    page = words_of(told(browser.get(at(case, "/needs"))))
    assert "The policy promises it: RUILS Communicating with clients" in page
    assert "The policy does not promise it. The guest has read that we will try." in page
    answer = browser.post(at(case, "/needs/cannot"), unmet="large_print", unmet_words="No printer.")
    assert "The policy lists this, so it has to be met." in told(answer)
    done = browser.post(at(case, "/needs/cannot"), unmet="easy_read", unmet_words="Nobody here writes it.")
    page = told(browser.get(done.headers["Location"]))
    assert "The guest is told that it cannot be met, and why." in page
    assert "Nobody here writes it." in page
    assert "(cannot be met)" in words_of(page)


def test_a_policy_that_depends_on_resources_promises_nothing(web: Web) -> None:
    """Living Well Bromley 5.2, "dependent on resources and availability"."""
    bsl = (("community_language", "interpreter"),)
    case, browser = taken(web, charity="living-well-bromley", needs=bsl)
    page = words_of(told(browser.get(at(case, "/needs"))))
    assert "The policy does not promise it." in page


def test_only_whoever_has_the_case_changes_it(web: Web) -> None:
    case = opened(web, needs=LARGE)
    browser = web.signed_in(Role.WORKER)
    page = told(browser.get(at(case, "/needs")))
    assert "Take it first." in page
    assert "Write it down" not in page
    answer = browser.post(at(case, "/needs"), need="braille")
    assert answer.status_code == 400
    assert [one.value for one in web.house.cases.needs(case.id)] == ["large_print"]


# An interpreter for an agreed time


def test_an_interpreter_is_a_task_with_the_time_of_the_appointment_until_it_is_arranged(web: Web) -> None:
    case = agreed(web, needs=(("communication_professional", "bsl"),))
    desk = web.signed_in(Role.MANAGER)
    listed = words_of(told(desk.get("/ruils/desk/to-do")))
    assert "Arrange a British Sign Language interpreter" in listed
    assert "Tuesday 24 November 2026, 10am" in listed
    assert "BSL interpreter" in words_of(told(desk.get("/ruils/desk/appointments")))
    page = told(desk.get(at(case, "/time")))
    seen = re.search(r'name="seen" value="([^"]+)"', page)
    assert seen
    done = desk.post(at(case, "/time/interpreter"), seen=seen.group(1))
    assert "an interpreter comes to this time" in told(desk.get(done.headers["Location"]))
    assert case.reference not in told(desk.get("/ruils/desk/to-do"))
    assert "Arranged for this time" in told(desk.get(at(case, "/time")))
    web.clock.at = web.clock.at.replace(day=25)
    assert case.reference not in told(desk.get("/ruils/desk/to-do"))


def test_a_time_for_which_nobody_needs_an_interpreter_is_no_task(web: Web) -> None:
    case = agreed(web, needs=LARGE)
    desk = web.signed_in(Role.MANAGER)
    assert case.reference not in told(desk.get("/ruils/desk/to-do"))
    assert "Arranged for this time" not in told(desk.get(at(case, "/time")))


@pytest.mark.parametrize(("day", "heading"), [(26, "Later"), (30, "Today")])
def test_tasks_stand_under_how_soon_they_are(web: Web, day: int, heading: str) -> None:
    case, browser = taken(web, needs=LARGE)
    written(web, browser, case)
    web.clock.at = web.clock.at.replace(day=day)
    page = told(web.signed_in(Role.WORKER).get("/ruils/desk/to-do"))
    assert re.findall(r"<h2>(\w+)", page) == [heading]


def test_what_is_late_stands_first_and_says_so_in_words(web: Web) -> None:
    case, browser = taken(web, needs=LARGE)
    written(web, browser, case)
    web.clock.at = web.clock.at.replace(month=12, day=2)
    page = words_of(told(web.signed_in(Role.WORKER).get("/ruils/desk/to-do")))
    assert "Late. It was to be ready by Monday 30 November 2026." in page


def test_a_case_that_only_the_most_senior_may_see_stands_in_nobody_elses_list(web: Web) -> None:
    """About a person and unmatched (guest-rules E16): a worker learns of no task in it."""
    case = opened(web, needs=LARGE, about_person=True)
    chair = web.signed_in(Role.CHAIR)
    chair.get(at(case))
    chair.post(at(case, "/claim"))
    written(web, chair, case)
    assert case.reference in told(chair.get("/ruils/desk/to-do"))
    assert case.reference not in told(web.signed_in(Role.WORKER).get("/ruils/desk/to-do"))
