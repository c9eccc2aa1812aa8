"""How English sounds: what an engine is given for what is on the page (formats.md 2.4)."""

import pytest

from webchat.formats.spoken import ready


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("Call 999 now.", "Call nine nine nine now."),
        ("999, 112 or NHS 111?", "nine nine nine, one one two or NHS one one one?"),
        ("Call Samaritans on 116 123.", "Call Samaritans on one one six, one two three."),
        ("Childline 0800 1111", "Childline zero eight zero zero, one one one one"),
        ("020 8831 6083", "zero two zero, eight eight three one, six zero eight three"),
        ("(020) 8831-6083.", "zero two zero, eight eight three one, six zero eight three."),
        ("+44 20 88316083", "plus four four, two zero, eight eight three one six zero eight three"),
        ("text 85258", "text eight five two five eight"),
        ("18001 116 123", "one eight zero zero one, one one six, one two three"),
    ],
)
def test_a_telephone_number_is_said_figure_by_figure(page, said):
    assert ready(page, "en") == said


@pytest.mark.parametrize("amount", ["28 days", "in 2026", "20,000 people", "part 15.2", "no 7"])
def test_an_amount_is_left_to_be_said_as_an_amount(amount):
    assert ready(amount, "en") == amount


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("Your reference is K7Q-4PM.", "Your reference is kay seven queue, four pee em."),
        ("KQT-BPM", "kay queue tee, bee pee em"),
        ("234-567", "two three four, five six seven"),
        ("K7Q4PM", "kay seven queue four pee em"),
        (
            "1234 5678 9012 3456",
            "one two three four, five six seven eight, nine zero one two, three four five six",
        ),
        ("TW1 3QS", "tee double-you one three queue ess"),
    ],
)
def test_references_codes_and_postcodes_are_spelled(page, said):
    assert ready(page, "en") == said


def test_every_letter_has_a_name_of_its_own():
    names = [ready(f"{letter}22-222", "en").split()[0] for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    assert len(set(names)) == 26
    assert all(len(name) > 1 for name in names)


@pytest.mark.parametrize("words", ["NHS", "RUILS", "A guest", "I am here"])
def test_ordinary_capitals_are_not_spelled(words):
    assert ready(words, "en") == words


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("at 5pm", "at 5 pee em"),
        ("at 9:32am", "at 9 32 ay em"),
        ("at 9.05 PM", "at 9 oh 5 pee em"),
        ("at 9:00am", "at 9 ay em"),
        ("at 4 p.m. today", "at 4 pee em today"),
        ("at 14:30", "at 2 30 pee em"),
        ("at 00:15", "at 12 15 ay em"),
        ("at 12:00", "at 12 pee em"),
        ("9am-5pm", "9 ay em to 5 pee em"),
        ("3-4 days", "3 to 4 days"),
    ],
)
def test_a_time_is_said_as_people_say_it(page, said):
    assert ready(page, "en") == said


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("Tuesday 1 December 2026", "Tuesday the 1st of December 2026"),
        ("the 3 May", "the 3rd of May"),
        ("22 June", "the 22nd of June"),
        ("12 July", "the 12th of July"),
        ("14/05/2026", "the 14th of May 2026"),
        ("2026-12-24", "the 24th of December 2026"),
        ("14/13/2026", "14 13 2026"),
    ],
)
def test_a_date_is_said_with_its_month_by_name(page, said):
    assert ready(page, "en") == said


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("£1", "1 pound"),
        ("£25, please", "25 pounds, please"),
        ("£2.50", "2 pounds 50 pence"),
        ("£1,200.05", "1,200 pounds 5 pence"),
    ],
)
def test_money_is_said_in_pounds_and_pence(page, said):
    assert ready(page, "en") == said


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("Write to info@ruils.co.uk.", "Write to info at ruils dot co dot you kay."),
        ("jo_2-b@help.org", "jo underscore two dash b at help dot org"),
        ("www.ruils.org/help", "double-you double-you double-you dot ruils dot org slash help"),
        ("https://ruils.co.uk, or", "ruils dot co dot you kay, or"),
    ],
)
def test_an_address_is_said_with_its_marks_by_name(page, said):
    assert ready(page, "en") == said


def test_joining_marks_are_words_or_a_breath():
    assert ready("tea & cake and/or rest", "en") == "tea and cake and or rest"
