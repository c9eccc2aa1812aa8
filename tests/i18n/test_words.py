"""From the English in the code to a language's catalogue: nothing is missed, nothing faulty gets through."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.builders.words import ROOT, the_responses
from webchat.i18n.catalogues import load
from webchat.i18n.locales import BY_CODE, ENGLISH
from webchat.i18n.words import compile_words, extract, po_path, update, write_template

POLISH = BY_CODE["pl"]
DOMAIN = """\
version: "3.1"
responses:
  # Not for translators.
  utter_plain:
    - text: "Call 999 if {name} is in danger."
  # TRANSLATORS: A count of days.
  # It stands alone.
  utter_days:
    - text: "{days} day"
      custom: {plural: "{days} days", count: days}
  utter_ask:
    - text: >-
        How would you like
        to hear back?
      buttons:
        - {title: "By email", payload: '/answer{"reply_by": "email"}'}
      custom: {input: choice, hint: "Choose one", label: "Reply", autocomplete: "off"}
"""
TEMPLATE = """<h1>{{ _("Your reference is %(reference)s.", reference=reference) }}</h1>"""
TRANSLATED = {
    "Call 999 if {name} is in danger.": "Zadzwoń 999, jeśli {name} jest w niebezpieczeństwie.",
    ("{days} day", "{days} days"): ("{days} dzień", "{days} dni", "{days} dni"),
    "How would you like to hear back?": "Jak mamy odpowiedzieć?",
    "By email": "E-mailem",
    "Choose one": "Wybierz jedno",
    "Reply": "Odpowiedź",
    "Your reference is %(reference)s.": "Twój numer: %(reference)s.",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small house of one domain file and one page."""
    (tmp_path / "babel.cfg").write_text((ROOT / "babel.cfg").read_text(encoding="utf-8"), encoding="utf-8")
    for path, text in (("actions/domain/a.yml", DOMAIN), ("webchat/guest/templates/guest/a.html", TEMPLATE)):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def translate(house: Path, **changes: object) -> None:
    """Write the Polish catalogue, with some of it changed: {english: translation}."""
    (path,) = update(house, house / "locales", [POLISH])
    with path.open("rb") as file:
        catalog = read_po(file)
    for english, translated in {**TRANSLATED, **changes}.items():
        found = catalog.get(english if isinstance(english, str) else english[0])
        assert found is not None, english
        found.string = translated  # type: ignore[assignment]  # a string, or a tuple of forms
    save(path, catalog)


def save(path: Path, catalog: Catalog) -> None:
    with path.open("wb") as file:
        write_po(file, catalog)


def compiled(house: Path) -> list[str]:
    return [str(fault) for fault in compile_words(house, house / "locales", [ENGLISH, POLISH])]


def test_every_word_of_a_response_and_of_a_page_is_found_whole(house: Path) -> None:
    assert {message.id for message in extract(house) if message.id} == set(TRANSLATED)


def test_a_comment_for_translators_goes_with_its_response(house: Path) -> None:
    template = extract(house)
    assert template.get("{days} day").auto_comments == ["A count of days.", "It stands alone."]  # type: ignore[union-attr]
    assert template.get("By email").auto_comments == []  # type: ignore[union-attr]


def test_every_response_of_the_real_house_is_found() -> None:
    known = {one if isinstance(one, str) else one[0] for one in (message.id for message in extract(ROOT))}
    for response in the_responses().values():
        titles = (button.title for button in response.buttons)
        custom = (response.custom.get(key) for key in ("hint", "label"))
        for text in (response.text, *titles, *custom):
            assert not text or text in known


def test_a_template_for_translators_holds_every_message_and_says_no_date(house: Path) -> None:
    (house / "locales").mkdir()
    path = write_template(house, house / "locales")
    text = path.read_text(encoding="utf-8")
    assert 'msgid "By email"' in text
    assert "POT-Creation-Date" not in text
    assert write_template(house, house / "locales").read_text(encoding="utf-8") == text


def test_a_language_is_begun_with_every_message_empty_and_the_right_number_of_forms(house: Path) -> None:
    (path,) = update(house, house / "locales", [ENGLISH, POLISH])
    assert path == po_path(house / "locales", POLISH)
    with path.open("rb") as file:
        catalog = read_po(file)
    assert catalog.num_plurals == 3
    assert {message.id for message in catalog if message.id} == {
        one if isinstance(one, str) else one for one in TRANSLATED
    }
    assert not any(any(message.string) for message in catalog if message.id)


def test_updating_keeps_translations_empties_the_new_and_drops_the_old(house: Path) -> None:
    translate(house)
    changed = DOMAIN.replace("By email", "By post")
    (house / "actions/domain/a.yml").write_text(changed, encoding="utf-8")
    (path,) = update(house, house / "locales", [POLISH])
    with path.open("rb") as file:
        catalog = read_po(file)
    assert catalog.get("Choose one").string == "Wybierz jedno"  # type: ignore[union-attr]
    assert catalog.get("By post").string == ""  # type: ignore[union-attr]
    assert "By email" not in path.read_text(encoding="utf-8")
    assert update(house, house / "locales", [POLISH]) == (path,)


def test_a_whole_catalogue_is_compiled_and_can_be_read(house: Path) -> None:
    translate(house)
    assert compiled(house) == []
    catalogues = load(house / "locales", [POLISH])
    assert catalogues.faults == ()
    assert catalogues.of("pl").one("By email").text == "E-mailem"
    assert catalogues.of("pl").counted("{days} day", "{days} days", 5).text == "{days} dni"


@pytest.mark.parametrize(
    ("english", "translated", "what"),
    [
        ("Call 999 if {name} is in danger.", "Zadzwoń 998, jeśli {name}.", "digits"),
        ("Call 999 if {name} is in danger.", "Zadzwoń 999, jeśli {nazwa}.", "placeholders"),
        ("By email", "<i>E-mailem</i>", "HTML"),
        ("By email", "E-mailem\u202e", "nobody can see"),
        ("By email", "", "not translated"),
    ],
)
def test_a_faulty_catalogue_is_refused_and_told(
    house: Path, english: str, translated: str, what: str
) -> None:
    translate(house)
    assert compiled(house) == []
    before = load(house / "locales", [POLISH]).of("pl").one(english)
    translate(house, **{english: translated})
    (fault,) = compiled(house)
    assert fault.startswith("pl: ")
    assert english in fault
    assert what in fault
    assert load(house / "locales", [POLISH]).of("pl").one(english) == before


def test_a_translation_in_doubt_is_refused(house: Path) -> None:
    translate(house)
    path = po_path(house / "locales", POLISH)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgid "By email"', '#, fuzzy\nmsgid "By email"'), encoding="utf-8")
    assert compiled(house) == ["pl: 'By email': it is marked as in doubt (fuzzy)"]


def test_a_message_the_code_has_and_the_catalogue_has_not_is_told(house: Path) -> None:
    translate(house)
    (house / "actions/domain/a.yml").write_text(DOMAIN.replace("Choose one", "Choose now"), encoding="utf-8")
    assert compiled(house) == ["pl: 'Choose now': it is not translated"]


def test_a_language_without_a_catalogue_or_with_a_broken_one_is_told_and_nothing_raises(house: Path) -> None:
    (fault,) = compiled(house)
    assert "messages.po cannot be read" in fault
    path = po_path(house / "locales", POLISH)
    path.parent.mkdir(parents=True)
    for broken in (b'msgid "unfinished', b"\xff\xfe\x00garbage", b'msgstr "x"\nmsgid'):
        path.write_bytes(broken)
        assert compiled(house)
