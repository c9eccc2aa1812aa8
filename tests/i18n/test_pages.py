"""The words of pages: no catalogue and no translation can break a page, or bring HTML in (security 0.7)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask_babel import gettext, ngettext

from tests.i18n.catalogue_files import ACCIDENTS, write_catalogue
from webchat.i18n.catalogue import Catalogue
from webchat.i18n.catalogues import Catalogues, load
from webchat.i18n.locales import BY_CODE
from webchat.i18n.pages import speak

POLISH = BY_CODE["pl"]
PAGE = (
    '<p title="{{ _("Good day") }}">{{ _("Good day") }} {{ _("I am %(name)s", name=name) }} '
    '{{ ngettext("%(num)s day", "%(num)s days", days) }} {% trans %}Good night{% endtrans %}</p>'
)
ENGLISH_PAGE = '<p title="Good day">Good day I am Ana 2 days Good night</p>'
GOOD = {
    "Good day": "Dzień dobry",
    "I am %(name)s": "Jestem %(name)s",
    ("%(num)s day", "%(num)s days"): ("%(num)s dzień", "%(num)s dni", "%(num)s dni"),
    "Good night": "Dobranoc",
}


def page(catalogues: Catalogues, lang: str = "pl", name: str = "Ana") -> str:
    app = Flask("tests")
    speak(app, catalogues, lambda: lang)

    @app.get("/")
    def show() -> str:
        return render_template_string(PAGE, name=name, days=2)

    answer = app.test_client().get("/")
    assert answer.status_code == 200
    return answer.text


def test_a_page_is_in_the_language_of_the_request(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", GOOD)
    catalogues = load(tmp_path, [POLISH])
    polish = '<p title="Dzień dobry">Dzień dobry Jestem Ana 2 dni Dobranoc</p>'
    assert page(catalogues) == polish
    assert page(catalogues, "en") == ENGLISH_PAGE


@pytest.mark.parametrize("accident", ACCIDENTS.values(), ids=ACCIDENTS)
def test_a_broken_catalogue_is_an_english_page(tmp_path: Path, accident: Callable[[bytes], bytes]) -> None:
    path = write_catalogue(tmp_path, "pl", GOOD)
    path.write_bytes(accident(path.read_bytes()))
    assert page(load(tmp_path, [POLISH])) == ENGLISH_PAGE


@pytest.mark.parametrize("bad", ["Jestem %(nmae)s", "Jestem %(name)d", "Jestem %(name)s 100%", "Jestem"])
def test_a_wrong_placeholder_is_english_for_that_sentence(tmp_path: Path, bad: str) -> None:
    write_catalogue(tmp_path, "pl", {**GOOD, "I am %(name)s": bad})
    assert page(load(tmp_path, [POLISH])) == (
        '<p title="Dzień dobry">Dzień dobry I am Ana 2 dni Dobranoc</p>'
    )


def test_html_in_a_translation_is_never_shown_as_html(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", {**GOOD, "Good day": "<script>x</script>"})
    assert page(load(tmp_path, [POLISH])).startswith('<p title="Good day">Good day')


def test_words_that_passed_every_check_are_still_escaped() -> None:
    sly = Catalogues([Catalogue(POLISH, {"Good day": '" onclick="x', "Good night": "<b>"})])
    shown = page(sly)
    assert 'title="&#34; onclick=&#34;x"' in shown
    assert "&lt;b&gt;" in shown


def test_a_value_is_escaped_too(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", GOOD)
    assert "Jestem &lt;b&gt;%(name)s" in page(load(tmp_path, [POLISH]), name="<b>%(name)s")


def test_python_code_gets_plain_text(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", {**GOOD, "Help & %(x)s": "Pomoc & %(x)s"})
    app = Flask("tests")
    speak(app, load(tmp_path, [POLISH]), lambda: "pl")
    with app.test_request_context():
        assert gettext("Help & %(x)s", x="<Care>") == "Pomoc & <Care>"
        assert ngettext("%(num)s day", "%(num)s days", 5) == "5 dni"
        assert ngettext("%(num)s cat", "%(num)s cats", 1) == "1 cat"


def test_an_unknown_language_is_english() -> None:
    assert page(Catalogues(), "pl") == ENGLISH_PAGE


@pytest.mark.parametrize("call", ["pgettext('menu', 'Open')", "npgettext('menu', 'a', 'b', 2)"])
def test_a_context_instead_of_a_whole_sentence_is_refused(call: str) -> None:
    app = Flask("tests")
    speak(app, Catalogues(), lambda: "pl")
    with app.test_request_context(), pytest.raises(NotImplementedError):
        render_template_string("{{ " + call + " }}")
