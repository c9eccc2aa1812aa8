import pickle

import pytest

from webchat.formats.fixed import FixedText, NotFixed

CATALOGUE = {
    "utter_hello": "Dzień dobry.",
    "utter_sent": "Numer: {reference}",
    "utter_open": "a { b",
    "utter_shut": "a } b",
}


def test_fixed_text_is_looked_up_by_the_name_of_a_response():
    hello = FixedText("utter_hello", "pl", CATALOGUE)
    assert (hello, hello.lang, hello.catalogue_name) == ("Dzień dobry.", "pl", "utter_hello")


@pytest.mark.parametrize("name", ["utter_sent", "utter_open", "utter_shut", "My name is Sam"])
def test_a_response_with_a_place_for_values_or_a_guests_words_is_refused(name):
    with pytest.raises(NotFixed):
        FixedText(name, "pl", CATALOGUE)


def test_there_is_no_other_way_to_make_one():
    with pytest.raises(TypeError):
        FixedText("My name is Sam")
    hello = FixedText("utter_hello", "pl", CATALOGUE)
    assert type(hello + " Sam") is str
    assert type(hello.replace("Dzień", "Sam")) is str


def test_it_travels_to_another_process_whole():
    again = pickle.loads(pickle.dumps(FixedText("utter_hello", "pl", CATALOGUE)))
    assert type(again) is FixedText
    assert (again, again.lang, again.catalogue_name) == ("Dzień dobry.", "pl", "utter_hello")
