"""What a bubble is set from: numbers that can be dialled, and points that are a list (guest-rules E19)."""

import pytest

from tests.builders.words import a_renderer, a_response
from webchat.chat.dialogue import Spoken


@pytest.mark.parametrize(
    ("phone", "dials"),
    [
        ("+44 (20) 7946 0018", "+442079460018"),
        ("116-123", "116123"),
        ("020 7946 0018 or 020 7946 0019", ""),
        ("ask for Jo", ""),
        ("٠٢٠", ""),
    ],
)
def test_a_number_of_ours_can_be_dialled_where_it_is_one_number(phone: str, dials: str) -> None:
    said = a_renderer(a_response("one", "{phone}")).render(Spoken("one", {"phone": phone}), "en")
    assert [(part.text, part.tel, part.ltr) for part in said.paragraphs[0]] == [(phone, dials, True)]


def test_lines_that_begin_with_a_hyphen_are_one_list_and_a_guests_own_are_not() -> None:
    said = a_renderer(a_response("one", "Call if:\n- it burns\n- {x} falls\n{x}")).render(
        Spoken("one", {"x": "- mine"}), "en"
    )
    told = [["".join(part.text for part in one) for one in block.paragraphs] for block in said.blocks]
    assert told == [["Call if:"], ["it burns", "- mine falls"], ["- mine"]]
    assert [block.is_list for block in said.blocks] == [False, True, False]
