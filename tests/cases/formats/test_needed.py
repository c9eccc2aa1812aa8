"""In which formats words have to reach a guest: what they told, what they write in, and nothing inferred."""

from itertools import chain, combinations

import pytest

from tests.builders.cases import MONDAY
from webchat.cases.formats.needed import format_of, formats_needed, formats_on_the_way
from webchat.cases.needs import ALL_FIELDS, Need, NeedState
from webchat.cases.words import Format, ReplyBy

ASK_FOR_A_FORMAT = {one.value for one in Format} & set(ALL_FIELDS)


def a_need(value: str, field: str = "", state: NeedState = NeedState.TOLD) -> Need:
    return Need("case", field or ALL_FIELDS[value], value, MONDAY, state=state)


@pytest.mark.parametrize("value", ALL_FIELDS)
def test_a_need_asks_for_its_format_or_for_none(value: str) -> None:
    found = format_of(a_need(value))
    assert (found.value if found else None) == (value if value in ASK_FOR_A_FORMAT else None)


def test_a_language_in_the_guests_words_asks_for_an_interpreter() -> None:
    assert format_of(a_need("Sylheti", "community_language")) is Format.INTERPRETER


def test_something_else_in_their_words_asks_for_no_format_that_we_know() -> None:
    assert format_of(a_need("Ring twice", "additional_support")) is None


@pytest.mark.parametrize("lang", ["en", "pl"])
@pytest.mark.parametrize("guest_lang", ["en", "pl"])
def test_every_need_is_asked_for_and_nothing_besides(guest_lang: str, lang: str) -> None:
    values = ("large_print", "braille", "bsl", "interpreter", "quiet_room")
    for some in chain.from_iterable(combinations(values, size) for size in range(len(values) + 1)):
        found = set(formats_needed(guest_lang, lang, [a_need(one) for one in some]))
        asked = {Format(one) for one in some if one != "quiet_room"}
        if guest_lang == lang == "pl":  # written in their own language
            asked -= {Format.INTERPRETER}
        elif guest_lang != lang and Format.INTERPRETER not in asked:
            asked |= {Format.TRANSLATION}
        assert found == asked


@pytest.mark.parametrize("state", [NeedState.UNMET, NeedState.ENDED])
def test_what_cannot_be_met_or_is_over_asks_for_nothing(state: NeedState) -> None:
    assert formats_needed("en", "en", [a_need("braille", state=state)]) == ()


def test_what_is_doubted_counts_until_staff_have_asked() -> None:
    assert formats_needed("en", "en", [a_need("braille", state=NeedState.DOUBTED)]) == (Format.BRAILLE,)


@pytest.mark.parametrize("way", ReplyBy)
def test_what_is_said_is_not_printed_but_interpreted(way: ReplyBy) -> None:
    said = way in (ReplyBy.PHONE, ReplyBy.IN_PERSON)
    left = {Format.BSL, Format.INTERPRETER, Format.TRANSLATION} if said else set(Format)
    assert set(formats_on_the_way(Format, way)) == left
