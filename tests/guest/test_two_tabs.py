"""Two journeys open in two tabs of one browser do not mix, whichever two they are (issue 3, Bad input)."""

from itertools import combinations_with_replacement

import pytest

from tests.guest.answers import JOURNEYS, Answers
from tests.guest.test_journeys import cases_of
from tests.guest.visitor import BROMLEY, Visitor
from tests.webhouse import Web

ABOUT = ("appointment_about", "appointment_when", "feedback_wish")
PAIRS = tuple(combinations_with_replacement(JOURNEYS, 2))


def in_words_of(answers: Answers, tab: str) -> Answers:
    """The answers with whatever is told in words told by one tab alone."""
    typed = {slot: f"{tab} {slot}" for slot in answers if slot.endswith("_words") or slot in ABOUT}
    return {**answers, **typed}


def step(tab: Visitor, answers: Answers) -> bool:
    """Answer the question of one tab; whether there is another."""
    if "/sent" in tab.at:
        return False
    if tab.asked == "check":
        tab.choose("/send")
        return False
    given = answers[tab.asked]
    tab.write(given) if isinstance(given, str) else tab.choose(*given)
    return True


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_each_tab_sends_its_own_words_and_shows_none_of_the_others(web: Web, one: str, two: str) -> None:
    guest, other = Visitor(web), Visitor(web)
    other.browser = guest.browser
    tabs = {"Robin": guest.open(), "Wren": other}
    said = {"Robin": in_words_of(JOURNEYS[one], "Robin"), "Wren": in_words_of(JOURNEYS[two], "Wren")}
    step(guest, said["Robin"])
    other.open()
    going = set(tabs)
    while going:  # turn about: a question here, a question there
        going = {name for name in tabs if name in going and step(tabs[name], said[name])}
        for name, strange in (("Robin", "Wren"), ("Wren", "Robin")):
            assert f"{strange} " not in tabs[name].text
    assert guest.number != other.number
    sent = [
        " ".join(str(message.body) for message in web.house.cases.messages(case.id)) + str(case)
        for case in cases_of(web, BROMLEY)
    ]
    assert len(sent) == 2
    assert sorted(("Robin " in words, "Wren " in words) for words in sent) == [(False, True), (True, False)]
    references = {tab.code()[0] for tab in tabs.values()}
    assert len(references) == 2
