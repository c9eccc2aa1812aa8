"""The one renderer (guest-rules B20, B21, H4, H7; security 0.7)."""

import logging
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.words import a_renderer, a_response, the_responses
from webchat.chat.bubble import Segment
from webchat.chat.dialogue import Spoken
from webchat.i18n.catalogue import Catalogue
from webchat.i18n.catalogues import Catalogues
from webchat.i18n.locales import BY_CODE, ENGLISH
from webchat.i18n.told import Told, a_date, english, say, several

POLISH, ARABIC = BY_CODE["pl"], BY_CODE["ar"]
HELLO = a_response("utter_hello", "Hello {name}, welcome to {charity}.")


def polish(plural_forms: int = 3, **single: str) -> Catalogues:
    def form(number: int) -> int:
        return 0 if number == 1 else 1 if number % 10 in (2, 3, 4) else 2

    plurals = {("{days} day", "{days} days"): ("{days} dzień", "{days} dni", "{days} dni (wiele)")}
    return Catalogues([Catalogue(POLISH, dict(single), plurals, form)])


def in_polish(pairs: dict[str, str]) -> Catalogues:
    return Catalogues([Catalogue(POLISH, pairs)])


def test_values_stand_in_their_places_apart_from_the_sentence() -> None:
    bubble = a_renderer(HELLO).render(Spoken("utter_hello", {"name": "Ana"}), "en", charity="RUILS")
    assert bubble.text == "Hello Ana, welcome to RUILS."
    assert bubble.paragraphs == (
        (
            Segment("Hello "),
            Segment("Ana", isolate=True),
            Segment(", welcome to "),
            Segment("RUILS", isolate=True),
            Segment("."),
        ),
    )


@given(words=st.text())
def test_a_guests_words_are_never_expanded_or_changed(words: str) -> None:
    for tricky in (words, "{charity}", "{name} {0} %(name)s", "<b>&amp;</b>", "{{x}}"):
        said = a_renderer(HELLO).render(Spoken("utter_hello", {"name": tricky}), "en", charity="RUILS")
        assert said.paragraphs[0][1] == Segment(tricky, isolate=True)
        assert said.text == f"Hello {tricky}, welcome to RUILS."


def test_a_value_nobody_gave_stays_as_its_name_and_is_reported_once_without_any_other_value(
    caplog: pytest.LogCaptureFixture,
) -> None:
    renderer = a_renderer(HELLO)
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            bubble = renderer.render(Spoken("utter_hello", {"name": "secret"}), "en")
    assert bubble.text == "Hello secret, welcome to {charity}."
    assert [one.getMessage() for one in caplog.records] == [
        "response utter_hello: nobody gave a value for {charity}"
    ]


def test_a_response_is_said_in_the_guests_language_with_its_direction() -> None:
    catalogues = Catalogues([Catalogue(ARABIC, {"Good day": "نهارك سعيد"})])
    bubble = a_renderer(a_response("utter_day", "Good day"), catalogues=catalogues).render(
        Spoken("utter_day"), "ar"
    )
    assert (bubble.text, bubble.lang, bubble.dir) == ("نهارك سعيد", "ar", "rtl")


def test_a_missing_translation_is_english_and_marked_as_english() -> None:
    renderer = a_renderer(a_response("utter_day", "Good day"), catalogues=in_polish({"Other": "Inne"}))
    bubble = renderer.render(Spoken("utter_day"), "pl")
    assert (bubble.text, bubble.lang, bubble.dir) == ("Good day", "en-GB", "ltr")


def test_one_bubble_has_one_language_even_if_only_its_hint_is_missing() -> None:
    ask = a_response("utter_ask", "Who?", ("Me", "/me"), input="choice", hint="Choose one")
    part = {"Who?": "Kto?", "Me": "Ja"}
    bubble = a_renderer(ask, catalogues=in_polish(part)).render(Spoken("utter_ask"), "pl")
    assert (bubble.text, bubble.buttons[0].title, bubble.lang) == ("Who?", "Me", "en-GB")
    whole = a_renderer(ask, catalogues=in_polish({**part, "Choose one": "Wybierz jedno"}))
    bubble = whole.render(Spoken("utter_ask"), "pl")
    assert bubble.input is not None
    assert (bubble.text, bubble.buttons[0].title, bubble.input.hint, bubble.lang) == (
        "Kto?",
        "Ja",
        "Wybierz jedno",
        "pl",
    )


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 dzień"), (2, "2 dni"), (5, "5 dni (wiele)"), (22, "22 dni")]
)
def test_plurals_follow_the_rule_of_the_language(count: int, words: str) -> None:
    days = a_response("days", "{days} day", plural="{days} days", count="days")
    said = Spoken("days", {"days": {"days": count}})
    assert a_renderer(days, catalogues=polish()).render(said, "pl").text == words


def test_plurals_in_english_and_where_a_translation_is_missing() -> None:
    days = a_response("days", "{days} day", plural="{days} days", count="days")
    renderer = a_renderer(days, catalogues=Catalogues([Catalogue(POLISH, form=lambda number: 0)]))
    for lang in ("en", "pl"):
        said = [renderer.render(Spoken("days", {"days": count}), lang).text for count in (1, 2, 21, 0)]
        assert said == ["1 day", "2 days", "21 days", "0 days"]


def test_the_same_thing_said_again_with_other_values_is_said_with_them() -> None:
    renderer = a_renderer(HELLO)
    for name in ("Ana", "Bob"):
        said = renderer.render(Spoken("utter_hello", {"name": name}), "en", charity="RUILS")
        assert said.text == f"Hello {name}, welcome to RUILS."


def test_blank_lines_part_paragraphs() -> None:
    said = a_renderer(a_response("two", "One.\n\nTwo.\n")).render(Spoken("two"), "en")
    assert [part[0].text for part in said.paragraphs] == ["One.", "Two."]
    assert said.text == "One.\nTwo."


@pytest.mark.parametrize(
    ("value", "words", "ltr"),
    [
        ({"date": "2026-12-01"}, "Tuesday 1 December 2026", False),
        ({"time": "17:30"}, "5:30pm", False),
        ({"instant": "2026-12-01T09:00:00+00:00"}, "Tuesday 1 December 2026 at 9am", False),
        ({"phone": "020 7946 0018"}, "020 7946 0018", True),
        ({"reference": "LWB-7K4Q"}, "LWB-7K4Q", True),
        ({"email": "ana@example.com"}, "ana@example.com", True),
        ({"code": "1234 5678"}, "1234 5678", True),
    ],
)
def test_typed_values_are_written_and_set_apart(value: dict[str, str], words: str, ltr: bool) -> None:
    said = a_renderer(a_response("one", "{x}")).render(Spoken("one", {"x": value}), "en")
    tel = "02079460018" if "phone" in value else ""
    assert said.paragraphs == ((Segment(words, isolate=True, ltr=ltr, tel=tel),),)


def test_numbers_are_part_of_the_sentence() -> None:
    said = a_renderer(a_response("one", "{x} of {y}")).render(Spoken("one", {"x": 2, "y": {"days": 5}}), "en")
    assert said.paragraphs == ((Segment("2"), Segment(" of "), Segment("5")),)


def test_a_list_keeps_each_item_apart() -> None:
    values = {"x": several(["Ana", a_date(date(2026, 12, 1)), "{x}"])}
    said = a_renderer(a_response("one", "{x}.")).render(Told("one", values), "en")
    assert said.text == "Ana, Tuesday 1 December 2026 and {x}."
    assert [part.text for part in said.paragraphs[0] if part.isolate] == [
        "Ana",
        "Tuesday 1 December 2026",
        "{x}",
    ]


def test_a_thing_said_inside_another_is_marked_where_its_language_is_another() -> None:
    outer, inner = a_response("outer", "We did not count {days}."), a_response("friday", "Good Friday")
    renderer = a_renderer(
        outer, inner, catalogues=in_polish({"We did not count {days}.": "Nie liczyliśmy: {days}."})
    )
    said = renderer.render(Told("outer", {"days": say(Told("friday"))}), "pl")
    assert said.paragraphs == (
        (Segment("Nie liczyliśmy: "), Segment("Good Friday", lang="en-GB"), Segment(".")),
    )


def test_the_policys_own_words_are_english_everywhere() -> None:
    said = a_renderer(a_response("one", "{x}")).render(Told("one", {"x": english("Target 2")}), "en")
    assert said.paragraphs == ((Segment("Target 2", isolate=True, ltr=True, lang="en-GB"),),)


def test_a_guests_words_carry_the_language_they_were_written_in() -> None:
    renderer = a_renderer(a_response("one", "{x}"))
    said = renderer.render(Spoken("one", {"x": {"words": "مرحبا", "lang": "ar"}}), "en")
    assert said.paragraphs == ((Segment("مرحبا", isolate=True, lang="ar"),),)


def test_what_charity_it_is_can_be_said_inside_another_but_other_values_stay_with_their_own_response() -> (
    None
):
    outer, inner = a_response("outer", "{days}: {say}"), a_response("inner", "{charity} {days}")
    renderer = a_renderer(outer, inner)
    said = renderer.render(Told("outer", {"days": 3, "say": say(Told("inner"))}), "en", charity="RUILS")
    assert said.text == "3: RUILS {days}"


def test_a_response_that_says_itself_comes_to_an_end() -> None:
    values: dict[str, object] = {}
    values["x"] = {"say": ["one", values]}
    assert a_renderer(a_response("one", "again {x}")).render(Spoken("one", values), "en").text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "junk",
    [
        {"date": "yesterday"},
        {"date": None},
        {"instant": "2026-12-01T09:00:00"},
        {"time": 7},
        {"say": ["no_such"]},
        {"say": ["no_such", {}]},
        {"list": 3},
        {"days": {"days": []}},
        {"other": "kind"},
        {},
        [{"date": "x"}],
        1.5,
        True,
        None,
    ],
)
def test_an_odd_value_never_stops_a_page(junk: object) -> None:
    said = a_renderer(a_response("one", "Before {x} after")).render(Spoken("one", {"x": junk}), "en")  # type: ignore[dict-item]
    assert said.text.startswith("Before ")
    assert said.text.endswith(" after")


def test_a_response_that_is_no_more_is_said_to_be_gone() -> None:
    said = a_renderer().render(Spoken("utter_from_another_age", {"words": "mine"}), "en")
    assert said.text == "We cannot show this part of the chat any more."
    assert said.name == "utter_from_another_age"


def test_an_unknown_language_is_english() -> None:
    said = a_renderer(a_response("one", "Hello")).render(Spoken("one"), "xx")
    assert said.language is ENGLISH


def test_buttons_and_how_to_answer_come_with_the_question() -> None:
    ask = a_response(
        "q", "Who?", ("Me", "/a"), input="choices", optional=True, label="Name", autocomplete="name"
    )
    said = a_renderer(ask).render(Spoken("q"), "en")
    assert [(one.title, one.payload) for one in said.buttons] == [("Me", "/a")]
    assert said.input is not None
    assert (said.input.kind, said.input.optional, said.input.label, said.input.autocomplete) == (
        "choices",
        True,
        "Name",
        "name",
    )


def test_buttons_that_an_action_made_follow_the_responses_own_and_are_not_kept_for_the_next_guest() -> None:
    renderer = a_renderer(a_response("q", "Who?", ("Me", "/a")), a_response("you", "You"))
    made = [
        {"title": {"say": ["you", {}]}, "payload": "/b"},
        {"title": "Sam", "payload": "/c"},
        {"title": "no"},
    ]
    said = renderer.render(Spoken("q", {"buttons": made}), "en")
    assert [(one.title, one.payload) for one in said.buttons] == [("Me", "/a"), ("You", "/b"), ("Sam", "/c")]
    assert [one.title for one in renderer.render(Spoken("q"), "en").buttons] == ["Me"]
    assert [one.title for one in renderer.render(Spoken("q", {"buttons": made[:1]}), "en").buttons] == [
        "Me",
        "You",
    ]


def test_answers_to_check_are_rows_each_with_its_own_change_button() -> None:
    check = a_response(
        "check",
        "Check",
        ("Send", "/send"),
        ("Change A", '/change{"answer": "a"}'),
        ("Change B", '/change{"answer": "b"}'),
    )
    row = {
        "slot": "a",
        "label": {"say": ["label_a", {}]},
        "value": "my {words}",
        "change": '/change{"answer": "a"}',
    }
    said = a_renderer(check, a_response("label_a", "First")).render(Spoken("check", {"rows": [row]}), "en")
    assert [one.title for one in said.buttons] == ["Send"]
    (first,) = said.rows
    assert first.change is not None
    assert (first.slot, first.label[0].text, first.change.title) == ("a", "First", "Change A")
    assert first.value == (Segment("my {words}", isolate=True),)


def test_every_response_that_ships_can_be_said_without_values_in_every_language() -> None:
    renderer = a_renderer()
    for name in the_responses():
        for lang in BY_CODE:
            renderer.render(Spoken(name), lang)
