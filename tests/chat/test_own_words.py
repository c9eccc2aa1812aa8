"""A charity's own sentences are said in the guest's language; its quotes stay English (guest-rules H2)."""

from datetime import UTC, date, datetime
from pathlib import Path

from tests.i18n.catalogue_files import write_catalogue
from tests.webhouse import the_project
from webchat.chat.own_words import own_responses
from webchat.chat.renderer import Renderer
from webchat.i18n import catalogues
from webchat.i18n.answers_told import answer_told
from webchat.packs import load_packs
from webchat.packs.load import SHIPPED

PACKS = load_packs([SHIPPED], date(2026, 11, 23))
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ENGLISH = "Disabled people can get support to communicate."
POLISH = "Osoby z niepełnosprawnościami mogą dostać pomoc w porozumiewaniu się."


def test_changing_the_language_rewords_an_answer_but_not_the_policys_own_words(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "pl", {ENGLISH: POLISH, "{says}": "{says}"})
    renderer = Renderer(
        {**the_project().responses, **own_responses(one.policy for one in PACKS.values())},
        catalogues.load(tmp_path),
    )
    charity = PACKS["living-well-bromley"]
    answer = charity.policy.answers["communication"]
    told = list(answer_told(answer, charity.policy, charity.calendar, NOON))
    assert POLISH in [renderer.render(one, "pl").text for one in told]
    assert ENGLISH in [renderer.render(one, "en").text for one in told]
    untranslated = next(one for one in told if "It depends" in renderer.render(one, "pl").text)
    marked = [part.lang for part in renderer.render(untranslated, "pl").paragraphs[0]]
    assert marked == ["en-GB"]
    clause = renderer.render(told[-1], "pl")
    quoted = [part for one in clause.paragraphs for part in one if "interpreting" in part.text]
    assert [part.lang for part in quoted] == ["en-GB"]
