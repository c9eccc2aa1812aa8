"""The browser's own Back and Forward lose nothing, and put no answer into another question (rule C13)."""

from playwright.sync_api import Page, expect

from tests.browser.walking import WORDS, Guest


def test_back_without_script_ticks_nothing_in_another_question(plain_phone: Page, address: str) -> None:
    guest = Guest(plain_phone, address, "ruils").arrive().choose("Ask a question").write(WORDS)
    plain_phone.get_by_label("No", exact=True).check()
    guest.go_on()
    asked = guest.question
    plain_phone.go_back()
    assert guest.question == asked
    assert plain_phone.locator("#turn input:checked").count() == 0


def test_back_without_script_writes_nothing_into_another_box(plain_phone: Page, address: str) -> None:
    guest = Guest(plain_phone, address, "help-and-care").arrive().choose("Make an appointment")
    guest.choose("Ring me back. I have no credit.").write("07700 900123")
    asked = guest.question
    plain_phone.go_back()
    assert guest.question == asked
    expect(plain_phone.locator("#answer")).to_have_value("")


def test_words_typed_are_there_after_a_look_at_another_page(page: Page, address: str) -> None:
    guest = Guest(page, address, "ruils").arrive().choose("Ask a question")
    page.locator("#answer").fill(WORDS)
    page.get_by_role("link", name="I need help now").click()
    page.go_back()
    assert guest.question == "What is your question?"
    expect(page.locator("#answer")).to_have_value(WORDS)


def test_back_and_forward_show_the_conversation_whole(phone: Page, address: str) -> None:
    phone.goto(f"{address}/ruils/privacy")
    guest = Guest(phone, address, "ruils").arrive().choose("Ask a question").write(WORDS)
    asked = guest.question
    phone.go_back()
    expect(phone.locator("h1")).to_have_text("Your privacy")
    phone.go_forward()
    assert guest.question == asked
    expect(phone.locator("#said")).to_contain_text(WORDS)
    assert phone.locator("#turn input:checked").count() == 0
    assert phone.locator("#new").count() == 1
