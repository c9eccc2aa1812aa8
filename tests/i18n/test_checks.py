"""What is wrong in a translation (formats.md 8; guest-rules D12, H2)."""

import pytest

from webchat.i18n.checks import Wrong, wrong_in, wrong_in_forms


def one_or_more(number: int) -> int:
    return int(number != 1)


def arabic(number: int) -> int:
    if number <= 2:
        return number
    last = number % 100
    return 3 if 3 <= last <= 10 else 4 if 11 <= last <= 99 else 5


@pytest.mark.parametrize(
    ("english", "translated", "wrong"),
    [
        ("Hello {name}", "Witaj {nmae}", Wrong.PLACEHOLDERS),
        ("Hello {name}", "Witaj", Wrong.PLACEHOLDERS),
        ("Hello", "Witaj {name}", Wrong.PLACEHOLDERS),
        ("Hello %(name)s", "Witaj %(name)", Wrong.PLACEHOLDERS),
        ("Hello %(name)s", "Witaj %(name)d", Wrong.PLACEHOLDERS),
        ("Hello %(name)s", "Witaj %(name)s, 100 %", Wrong.PLACEHOLDERS),
        ("Hello", "Witaj %", Wrong.PLACEHOLDERS),
        ("Hello {name}", "Witaj {name} {", Wrong.PLACEHOLDERS),
        ("Hello", "<b>Witaj</b>", Wrong.TAGS),
        ("Hello", "<script src=x", Wrong.TAGS),
        ("Hello", "Witaj &lt;b&gt;", Wrong.TAGS),
        ("Hello", "Witaj &#60;", Wrong.TAGS),
        ("Call 999 now", "Zadzwoń teraz pod 998", Wrong.NUMBERS),
        ("Call 999 now", "Zadzwoń teraz", Wrong.NUMBERS),
        ("Call 999 now", "اتصل بالرقم ٩٩٩ الآن", Wrong.NUMBERS),
        ("Call 116 123", "Zadzwoń 116 124", Wrong.NUMBERS),
        ("Write to a@b.org", "Napisz do a@c.org", Wrong.ADDRESSES),
        ("See https://a.org/x", "Patrz https://b.org/x", Wrong.ADDRESSES),
        ("Hello", "Witaj\u202e", Wrong.UNSEEN_MARKS),
        ("Hello", "\u2067Witaj\u2069", Wrong.UNSEEN_MARKS),
        ("Hello", "Wi\u200btaj", Wrong.UNSEEN_MARKS),
        ("Hello", " ", Wrong.EMPTY),
    ],
)
def test_a_fault_is_found(english: str, translated: str, wrong: Wrong) -> None:
    assert wrong in wrong_in(english, translated)


@pytest.mark.parametrize(
    ("english", "translated"),
    [
        ("Hello {name}, it is {date}", "{date}: witaj, {name}"),
        ("Call 999 or 111", "Zadzwoń 111 lub 999"),
        ("100%% of %(name)s", "%(name)s: 100%%"),
        ("Help & Care", "Help & Care"),
        ("One.\n\nTwo.", "Raz.\n\nDwa."),
        ("You can", "می\u200cتوانید"),
    ],
)
def test_a_good_translation_has_no_fault(english: str, translated: str) -> None:
    assert wrong_in(english, translated) == ()


def test_a_plural_needs_one_form_for_each_of_the_language() -> None:
    pair = ("{days} day", "{days} days")
    assert wrong_in_forms(pair, ("{days} dzień",), 2, one_or_more) == (Wrong.FORMS,)
    assert wrong_in_forms(pair, ("{days} dzień", ""), 2, one_or_more) == (Wrong.EMPTY, Wrong.PLACEHOLDERS)


def test_a_form_for_one_number_alone_may_leave_the_number_out_and_no_other_may() -> None:
    pair = ("by {date}, {days} day", "by {date}, {days} days")
    dual = (
        "{date} لا يوم",
        "{date} يوم",
        "{date} يومان",
        "{days} أيام {date}",
        "{days} يوما {date}",
        "{days} يوم {date}",
    )
    assert wrong_in_forms(pair, dual, 6, arabic) == ()
    without_number = (*dual[:3], "أيام {date}", *dual[4:])
    without_date = (*dual[:2], "يومان", *dual[3:])
    assert wrong_in_forms(pair, without_number, 6, arabic) == (Wrong.PLACEHOLDERS,)
    assert wrong_in_forms(pair, without_date, 6, arabic) == (Wrong.PLACEHOLDERS,)
