"""Every English sentence of the house is plain (guest-rules part D), and the lint that says so bites."""

import pytest
from babel.messages.extract import extract_from_dir

from tests.builders.words import ROOT
from webchat.i18n.plain import Unplain, unplain
from webchat.i18n.words import extract

NOT_PLAIN = {
    Unplain.LONG: "one two three four five six seven eight nine ten " * 2 + "and one more.",
    Unplain.NUMBER: "We reply within 5 working days.",
    Unplain.CONTRACTION: "We can't see that.",
    Unplain.PROMISE: "We will reply soon.",
    Unplain.SHOULD: "You should write to us.",
    Unplain.EASY: "It is easy.",
    Unplain.BLAME: "That is an invalid number.",
    Unplain.MIDNIGHT: "By midnight.",
    Unplain.SHORT_LATIN: "Bring a letter, e.g. from a doctor.",
    Unplain.PEOPLE: "We help the elderly.",
    Unplain.EMOJI: "Thank you \U0001f600",
    Unplain.ACKNOWLEDGE: "We will acknowledge your email.",
    Unplain.COMPLAINANT: "The complainant wrote.",
    Unplain.OFFICER: "The investigation officer writes to you.",
    Unplain.ESCALATE: "We escalate it.",
    Unplain.SERVICE_USER: "Our service users.",
    Unplain.THIRD_PARTY: "Not to a third party.",
    Unplain.VEXATIOUS: "This is vexatious.",
    Unplain.OUTCOME: "The outcome is here.",
    Unplain.ENQUIRY: "A written enquiry.",
    Unplain.RECEIPT: "We are in receipt of it.",
}


def test_there_is_an_example_of_everything_that_is_not_plain() -> None:
    assert set(NOT_PLAIN) == set(Unplain)


@pytest.mark.parametrize("fault", list(Unplain), ids=lambda fault: fault.name)
def test_what_is_not_plain_is_found(fault: Unplain) -> None:
    assert unplain(NOT_PLAIN[fault]) == (fault,)


@pytest.mark.parametrize(
    "text",
    [
        "We will reply by {date}. That is {days} working days after we got your message.",
        "Call 999 if you are in danger, and press 55. Call Samaritans on 116 123, or NHS 111.",
        "Easy Read",
        "Living in the disabled people's flats is not something we ask about.",
        "one two three four five six seven eight nine ten. " * 3,
        "%(charity)s's guests and their children's letters are read by staff.",
    ],
)
def test_what_is_plain_is_left_alone(text: str) -> None:
    assert unplain(text) == ()


def test_twenty_words_are_the_most_a_sentence_may_have() -> None:
    twenty = "word " * 19 + "word."
    assert unplain(twenty) == ()
    assert unplain("word " + twenty) == (Unplain.LONG,)


def test_a_number_that_is_part_of_a_longer_one_is_no_name() -> None:
    assert unplain("Call 9990.") == (Unplain.NUMBER,)


def test_every_english_sentence_of_the_house_is_plain() -> None:
    ids = [message.id for message in extract(ROOT)] + words_of_the_desk()
    texts = [text for one in ids for text in ((one,) if isinstance(one, str) else one)]
    assert [f"{text!r}: {fault}" for text in texts for fault in unplain(text)] == []


def words_of_the_desk() -> list[str | tuple[str, ...]]:
    """What staff read: in English only, and as plain."""
    found = extract_from_dir(
        ROOT / "webchat" / "desk", [("**/templates/**.html", "jinja2.ext:babel_extract")], {"**": {}}
    )
    return [message for _, _, message, _, _ in found]
