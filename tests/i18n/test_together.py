"""One telling for all: a changed number in a policy changes page, desk, command and audio together."""

from datetime import UTC, datetime

from tests.builders.cases import a_calendar, a_policy, an_entry
from tests.builders.telling import RECEIVED
from tests.builders.words import a_renderer, the_responses
from tests.i18n.pseudo import CLOSES, OPENS, pseudo_catalogues
from webchat.cases.promises.clock import read
from webchat.cases.promises.owed import Asked, owed
from webchat.cases.promises.promise import Promise, promise_from
from webchat.cases.words import Channel, Kind, PromiseName, ReplyBy
from webchat.chat.dialogue import Spoken
from webchat.chat.renderer import GONE
from webchat.i18n import telling
from webchat.i18n.clock_words import reading
from webchat.i18n.told import Told, a_date, days, say, several

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def promised_by(number: int) -> Promise:
    """The reply owed under a policy that says so many working days."""
    policy = a_policy(an_entry(PromiseName.REPLY, number))
    asked = Asked(Kind.QUESTION, Channel.WEBCHAT, ReplyBy.EMAIL, RECEIVED)
    (one,) = owed(policy, asked, a_calendar())
    return promise_from(one, "p1", "c1", 1)


def everywhere(number: int, lang: str = "en") -> dict[str, str]:
    """What each of them says of it: the page, the spoken words, the command line, and the desk."""
    renderer, promise = a_renderer(), promised_by(number)
    bubbles = [renderer.render(one, lang) for one in telling.tell(promise, "Standards", NOW)]
    clock = read(promise, NOW, a_calendar(), {})
    return {
        "page": "".join(part.text for one in bubbles for line in one.paragraphs for part in line),
        "audio": " ".join(one.text for one in bubbles),
        "command": " ".join(renderer.words(one, lang) for one in telling.counted(promise)),
        "desk": renderer.words(reading(clock, promise.unit, NOW), lang),
    }


def test_a_changed_number_in_a_policy_changes_the_page_the_audio_the_command_and_the_desk() -> None:
    before, after = everywhere(3), everywhere(4)
    assert all(before[place] != after[place] for place in before)
    for place in ("page", "audio"):
        assert "Thursday 26 November 2026" in before[place]
        assert "Friday 27 November 2026" in after[place]
        assert "3 working days" in before[place]
        assert "4 working days" in after[place]
    assert (before["desk"], after["desk"]) == ("2 working days left", "3 working days left")


def test_a_promise_is_told_in_another_language_without_an_english_word_of_ours() -> None:
    renderer = a_renderer(catalogues=pseudo_catalogues("ar"))
    told = Told("promise_skipped", {"days": several([say(Told("skipped_good_friday")), a_date(NOW.date())])})
    bubble = renderer.render(told, "ar")
    assert (bubble.lang, bubble.dir) == ("ar", "rtl")
    assert bubble.text.startswith(f"{OPENS}We did not count {OPENS}Good Friday")
    counted = renderer.render(Told("promise_counted_working", {"days": days(1)}), "ar")
    assert counted.text.startswith(f"{OPENS}That is 1 working day after")


def test_every_response_that_ships_is_whole_in_a_language_nobody_speaks() -> None:
    renderer = a_renderer(catalogues=pseudo_catalogues())
    for name, response in the_responses().items():
        bubble = renderer.render(Spoken(name, {response.custom.get("count", "none"): 5}), "pl")  # type: ignore[dict-item]
        assert bubble.lang == "pl", name
        assert bubble.text.startswith(OPENS) or not response.text
        assert bubble.text.endswith(CLOSES) or not response.text
        assert all(one.title.startswith(OPENS) for one in bubble.buttons)
        if bubble.input:
            assert all(
                not words or words.startswith(OPENS) for words in (bubble.input.hint, bubble.input.label)
            )


def test_the_words_for_what_is_gone_are_there() -> None:
    assert GONE in the_responses()
