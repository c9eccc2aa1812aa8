"""The reference and the code: sealed, hashed, silent about what is wrong, slow to be guessed (ASVS A5-A8)."""

from datetime import timedelta

import pytest

from tests.guest.answers import QUESTION
from tests.guest.conftest import CHEAP
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import MONDAY, SetClock, Web
from webchat.db.errors import Busy
from webchat.db.tables import metadata
from webchat.formats.qr import qr
from webchat.guest.patience import Patience
from webchat.web.sealing import Sealing
from webchat.web.way_back import way_back

TOKEN, OTHER = "a" * 43, "b" * 43


def opened(sealing: Sealing, sealed_code: str) -> str:
    """The code, opened with the cookie that sealed it."""
    code = sealing.open(TOKEN, sealed_code)
    assert code is not None
    return code


def test_only_the_cookie_that_sealed_a_code_opens_it() -> None:
    sealing = Sealing(CHEAP)
    made = sealing.make(TOKEN)
    code = opened(sealing, made.sealed_code)
    assert sealing.fits(code, made.code_hash)
    assert sealing.open(OTHER, made.sealed_code) is None
    assert sealing.open(TOKEN, "") is None
    assert sealing.open(TOKEN, "not sealed by us") is None


def test_a_code_fits_however_it_is_typed_and_no_other_does() -> None:
    sealing = Sealing(CHEAP)
    made = sealing.make(TOKEN)
    code = opened(sealing, made.sealed_code)
    assert sealing.fits(code.replace(" ", "-"), made.code_hash)
    assert sealing.fits(code.translate({ord("0") + n: 0x660 + n for n in range(10)}), made.code_hash)
    assert not sealing.fits(opened(sealing, sealing.make(TOKEN).sealed_code), made.code_hash)
    assert not sealing.fits("", made.code_hash)
    assert not sealing.fits(code, None)
    assert not sealing.fits(code, "not a hash")


def test_every_look_costs_one_hash_whatever_is_wrong() -> None:
    class Counting:
        looks = 0

        def hash(self, words: str) -> str:
            return CHEAP.hash(words)

        def verify(self, code_hash: str, words: str) -> bool:
            Counting.looks += 1
            return CHEAP.verify(code_hash, words)

    sealing = Sealing(Counting())  # type: ignore[arg-type]  # all that is asked of a hasher
    made = sealing.make(TOKEN)
    for code, code_hash in (("", None), ("1234 5678 9012 3456", None), ("nonsense", made.code_hash)):
        before = Counting.looks
        assert not sealing.fits(code, code_hash)
        assert Counting.looks == before + 1


def test_no_more_than_two_hashes_are_worked_out_at_once() -> None:
    class Nested:
        def hash(self, words: str) -> str:
            return CHEAP.hash(words)

        def verify(self, code_hash: str, words: str) -> bool:
            return sealing.fits(words, code_hash)

    sealing = Sealing(Nested(), patience=0.01)  # type: ignore[arg-type]  # as above
    made = sealing.make(TOKEN)
    with pytest.raises(Busy):
        sealing.fits("1234", made.code_hash)


def test_after_ten_wrong_codes_one_a_second_is_looked_at_and_nobody_is_locked_out() -> None:
    clock = SetClock(MONDAY)
    patience = Patience(clock)
    for _ in range(10):
        assert patience.may_try("one")
        patience.was_wrong("one")
    assert not patience.may_try("one")
    assert patience.may_try("another")
    clock.at += timedelta(seconds=1)
    assert patience.may_try("one")
    clock.at += timedelta(hours=2)
    patience.was_wrong("one")
    assert patience.may_try("one")


def test_a_wrong_code_and_a_wrong_reference_get_the_very_same_page(guest: Visitor, here: Web) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    asked = Visitor(here).open("case")
    wrong_code = asked.post({"reference": reference, "code": "1234 5678 9012 3456"}, "open")
    assert asked.status == 200
    assert "do not fit together" in asked.text
    told = wrong_code.text.replace(reference, "")
    other = Visitor(here).open("case").post({"reference": "AAA-AAA", "code": "1234 5678 9012 3456"}, "open")
    assert other.text.replace("AAA-AAA", "") == told
    assert (asked.box("reference"), asked.box("code")) == (reference, "1234 5678 9012 3456")


def test_whoever_guesses_is_slowed_down_and_the_guest_is_not_shut_out(guest: Visitor, here: Web) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    thief = Visitor(here).open("case")
    for _ in range(10):
        thief.post({"reference": reference, "code": "1234 5678 9012 3456"}, "open")
    assert "Wait a few seconds" in thief.post({"reference": reference, "code": code}, "open").text
    here.clock.at += timedelta(seconds=2)
    guest.open("case").post({"reference": reference, "code": code}, "open")
    assert "What you sent, and where it is" in guest.text


def test_another_charitys_case_is_simply_not_found(guest: Visitor, here: Web) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    other = Visitor(here, "ruils").open("case").post({"reference": reference, "code": code}, "open")
    assert "do not fit together" in other.text
    guest.open("case").post({"reference": reference, "code": code}, "open")
    assert "Come back to what you sent" in guest.open("/ruils/case").text


def test_the_code_stands_nowhere_in_the_database(guest: Visitor, here: Web) -> None:
    _, code = guest.open().walk(QUESTION).code()
    kept = str([here.house.database.rows(table.select()) for table in metadata.tables.values()])
    assert code not in kept
    assert code.replace(" ", "") not in kept
    assert guest.browser.cookie not in kept


def test_a_kept_code_is_shown_no_more_and_nothing_can_open_it(guest: Visitor, here: Web) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    guest.send(f"/{BROMLEY}/chat/1/kept", {})
    assert code not in guest.page
    assert reference in guest.text
    (case,) = cases_of(here, BROMLEY)
    conversation = here.house.conversations.by_id(BROMLEY, case.conversation)
    conversing = here.app.extensions["conversing"]
    token = guest.browser.cookie
    sealed_with = conversing.sealed_with(conversation, case.id, token)
    assert conversing.sealing.open(sealed_with, case.sealed_code) is None
    guest.open("case").post({"reference": reference, "code": code}, "open")
    assert "What you sent, and where it is" in guest.text


def test_a_case_that_is_closed_on_this_screen_needs_its_code_again(guest: Visitor) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    guest.send(f"/{BROMLEY}/case/close", {})
    assert "Come back to what you sent" in guest.text


SQUARE = "A square for the camera of a phone"


def test_the_square_stands_only_where_the_code_does_and_says_both(guest: Visitor) -> None:
    guest.open().walk(QUESTION)
    reference, code = guest.code()
    there = way_back(f"http://localhost/{BROMLEY}/case/come-back", reference, code)
    assert qr(there) in guest.page
    guest.send(f"/{BROMLEY}/chat/1/kept", {})
    assert "You told us that you have kept your code." in guest.text
    assert SQUARE not in guest.page


def test_the_way_back_is_the_form_even_where_another_case_is_open(guest: Visitor) -> None:
    reference, code = guest.open().walk(QUESTION).code()
    guest.open("case").post({"reference": reference, "code": code}, "open")
    assert "What you sent, and where it is" in guest.text
    guest.open("case/come-back")
    assert "Come back to what you sent" in guest.text
