"""What the little script adds, and that it takes nothing away (guest-rules B4, B5, C11)."""

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import open_page
from tests.browser.walking import WORDS, Guest


def test_a_turn_moves_the_focus_and_is_not_announced_as_well(phone: Page, address: str) -> None:
    guest = Guest(phone, address, "ruils").arrive().choose("Ask a question")
    focused = phone.evaluate("document.activeElement.closest('#now, #said') !== null")
    live = phone.locator(".log").get_attribute("aria-live")
    assert (focused, live) == (True, "off")
    assert guest.question == "What is your question?"


def test_a_turn_loads_no_page_and_leaves_an_address_that_can_be_loaded(phone: Page, address: str) -> None:
    guest = Guest(phone, address, "ruils").arrive()
    phone.evaluate("window.same = true")
    guest.choose("Ask a question").write(WORDS)
    assert phone.evaluate("window.same") is True
    asked = guest.question
    phone.reload()
    assert guest.question == asked
    expect(phone.locator("#said")).to_contain_text(WORDS)


def test_words_that_could_not_be_sent_stay_and_go_when_the_line_is_back(phone: Page, address: str) -> None:
    guest = Guest(phone, address, "ruils").arrive().choose("Ask a question")

    def cut(route: Route) -> None:
        route.abort()

    phone.route("**/chat/*", cut)
    phone.locator("#answer").fill(WORDS)
    phone.locator("#turn .button").click()
    expect(phone.locator("[data-status]")).to_have_text(
        "We do not know yet whether this was stored. Your words are still here. "
        "Send again: it will not be sent twice."
    )
    expect(phone.locator("#answer")).to_have_value(WORDS)
    phone.unroute("**/chat/*", cut)
    guest.go_on()
    expect(phone.locator("#said")).to_contain_text(WORDS)


def test_an_answer_that_was_lost_on_the_way_back_is_shown_when_it_is_asked_for_again(
    phone: Page, address: str
) -> None:
    guest = Guest(phone, address, "ruils").arrive().choose("Ask a question").answer_all(send=False)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    phone.route("**/chat/*", lose)
    phone.locator("#turn .button").click()
    expect(phone.locator("[data-status]")).not_to_be_empty()
    phone.unroute("**/chat/*", lose)
    phone.locator("#turn .button").click()
    phone.wait_for_url("**/sent")
    assert phone.locator(".slip").count() == 1
    assert all(guest.slip())


def test_shift_three_times_leaves_at_once_and_the_conversation_is_gone(phone: Page, address: str) -> None:
    guest = Guest(phone, address, "ruils").arrive().choose("Ask a question").write(WORDS)
    there = guest.page.url
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        phone.keyboard.press(key)
    assert phone.url == there, "another key in between starts again"
    with phone.expect_response("**/leave") as left:
        phone.keyboard.press("Shift")
    assert left.value.ok
    again = phone.context.new_page()
    again.goto(there)
    expect(again.locator("main")).not_to_contain_text(WORDS)


def test_leaving_is_a_plain_link_too(plain_phone: Page, address: str) -> None:
    guest = Guest(plain_phone, address, "ruils").arrive().choose("Ask a question").write(WORDS)
    there = guest.page.url
    with plain_phone.expect_response("**/leave") as left:
        plain_phone.get_by_role("link", name="Leave this page").click(no_wait_after=True)
    assert left.value.ok
    again = plain_phone.context.new_page()
    again.goto(there)
    expect(again.locator("main")).not_to_contain_text(WORDS)


def test_two_tabs_are_two_conversations(chromium: Browser, address: str) -> None:
    first = open_page(chromium)
    one = Guest(first, address, "ruils").arrive().choose("Ask a question").write("My umbrella is blue.")
    second = first.context.new_page()
    two = Guest(second, address, "ruils").arrive().choose("Ask a question").write("My umbrella is green.")
    one.answer_all(send=False)
    two.answer_all(send=False)
    for guest, mine, other in ((one, "blue", "green"), (two, "green", "blue")):
        expect(guest.page.locator(".answers")).to_contain_text(f"My umbrella is {mine}.")
        expect(guest.page.locator("main")).not_to_contain_text(f"My umbrella is {other}.")
    first.context.close()


def test_listen_plays_the_words_of_a_bubble(phone: Page, address: str) -> None:
    phone.goto(f"{address}/ruils/")
    phone.locator(".listen summary").first.click()
    audio = phone.locator(".listen audio").first
    expect(audio).to_be_visible()
    seconds = audio.evaluate(
        """one => new Promise((done, fail) => { one.onloadedmetadata = () => done(one.duration);
        one.onerror = () => fail(new Error(one.error.message)); one.preload = 'metadata'; one.load(); })"""
    )
    assert seconds > 1
