"""Catalogues: what is broken in them falls back to English and is reported (security 0.7; guest-rules H4)."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.i18n.catalogue_files import ACCIDENTS, write_catalogue
from webchat.i18n.catalogue import Found
from webchat.i18n.catalogues import Catalogues, load
from webchat.i18n.locales import BY_CODE, ENGLISH

POLISH = BY_CODE["pl"]
DAYS = ("{days} day", "{days} days")
GOOD = {"Good day": "Dzień dobry", DAYS: ("{days} dzień", "{days} dni", "{days} dni")}


def test_words_are_read_in_the_language(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", GOOD)
    polish = load(tmp_path, [ENGLISH, POLISH]).of("pl")
    assert polish.one("Good day") == Found("Dzień dobry", POLISH)
    assert polish.counted(*DAYS, 1) == Found("{days} dzień", POLISH)
    assert polish.counted(*DAYS, 2) == Found("{days} dni", POLISH)


def test_a_language_whose_words_were_read_is_offered_in_the_order_of_its_rows(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "ar", {"Good day": "نهارك سعيد"})
    write_catalogue(tmp_path, "pl", GOOD)
    assert [one.code for one in load(tmp_path).offered] == ["en", "pl", "ar"]


def test_a_language_that_is_not_released_is_not_read(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", GOOD)
    assert load(tmp_path, [replace(POLISH, released=False)]).offered == (ENGLISH,)


def test_a_missing_message_is_english_and_says_so(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", GOOD)
    polish = load(tmp_path, [POLISH]).of("pl")
    assert polish.one("Good night") == Found("Good night", ENGLISH)
    assert polish.counted("{n} cat", "{n} cats", 1) == Found("{n} cat", ENGLISH)
    assert polish.counted("{n} cat", "{n} cats", 2) == Found("{n} cats", ENGLISH)


def test_a_language_without_a_file_is_english_and_is_not_offered(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        catalogues = load(tmp_path, [ENGLISH, POLISH])
    assert catalogues.of("pl").language is ENGLISH
    assert catalogues.offered == (ENGLISH,)
    assert "words: pl: messages.mo cannot be read: FileNotFoundError" in caplog.text


@pytest.mark.parametrize("accident", ACCIDENTS.values(), ids=ACCIDENTS)
def test_a_broken_file_turns_its_language_off_and_is_reported(
    tmp_path: Path, accident: Callable[[bytes], bytes], caplog: pytest.LogCaptureFixture
) -> None:
    path = write_catalogue(tmp_path, "pl", GOOD)
    whole = path.read_bytes()
    broken = accident(whole)
    assert broken != whole
    path.write_bytes(broken)
    with caplog.at_level(logging.ERROR):
        catalogues = load(tmp_path, [POLISH])
    assert catalogues.of("pl").one("Good day") == Found("Good day", ENGLISH)
    assert catalogues.offered == (ENGLISH,)
    assert "pl" in caplog.text
    assert len(catalogues.faults) == 1


@pytest.mark.parametrize("bad", ["Dzień {dobry}", "<b>Dzień dobry</b>", "Dzień %(x)s", "Dzień\u202e"])
def test_a_faulty_message_alone_is_english_and_is_reported(tmp_path: Path, bad: str) -> None:
    write_catalogue(tmp_path, "pl", {"Good day": bad, "Good night": "Dobranoc"})
    catalogues = load(tmp_path, [POLISH])
    assert catalogues.of("pl").one("Good day") == Found("Good day", ENGLISH)
    assert catalogues.of("pl").one("Good night") == Found("Dobranoc", POLISH)
    assert len(catalogues.faults) == 1
    assert "Good day" in catalogues.faults[0]


def test_a_faulty_plural_form_makes_the_whole_message_english(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", {DAYS: ("{days} dzień", "{dni} dni", "{days} dni")})
    polish = load(tmp_path, [POLISH]).of("pl")
    assert [polish.counted(*DAYS, count).language for count in (1, 2, 5)] == [ENGLISH] * 3


def test_a_language_without_the_words_that_are_needed_stays_off(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", GOOD)
    assert load(tmp_path, [POLISH], needed=["Good day", DAYS[0]]).of("pl").language is POLISH
    catalogues = load(tmp_path, [POLISH], needed=["Good day", "Call 999"])
    assert catalogues.of("pl").language is ENGLISH
    assert catalogues.faults == ("pl: 'Call 999': needed, and not there",)


def test_a_plural_rule_that_names_a_form_that_is_not_there_is_english_for_that_number(tmp_path: Path) -> None:
    path = write_catalogue(tmp_path, "pl", GOOD)
    whole = path.read_bytes()
    start = whole.index(b"plural=(") + len(b"plural=(")
    end = whole.index(b");", start)
    path.write_bytes(whole[:start] + b"n>999?7:0".ljust(end - start) + whole[end:])
    polish = load(tmp_path, [POLISH]).of("pl")
    assert polish.counted(*DAYS, 5).language is POLISH
    assert polish.counted(*DAYS, 1000) == Found("{days} days", ENGLISH)


def test_without_any_catalogue_everything_is_english() -> None:
    assert Catalogues().of("pl").one("Good day") == Found("Good day", ENGLISH)
    assert Catalogues().of("en").has("Good day")
