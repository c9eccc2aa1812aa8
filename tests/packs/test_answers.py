"""Every answer rests on a clause whose words stand in the policy; what it does not say is said so."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.packs.test_loading import faults
from webchat.i18n.answers_told import answer_told
from webchat.i18n.plain import unplain
from webchat.packs import load_packs
from webchat.packs.asked import load_asked, topics
from webchat.packs.load import SHIPPED

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
PACKS = load_packs([SHIPPED], TODAY)
CHARITIES = sorted(PACKS)


@pytest.mark.parametrize("charity", CHARITIES)
def test_every_topic_is_answered_or_said_to_be_unsaid(charity: str) -> None:
    policy = PACKS[charity].policy
    assert policy.answers.keys() | policy.unsaid == set(topics())
    assert policy.answers.keys() & policy.unsaid == set()


@pytest.mark.parametrize("charity", CHARITIES)
def test_every_answer_rests_on_clauses_whose_words_stand_in_the_document(charity: str) -> None:
    document = " ".join(PACKS[charity].pack.text.split())
    for answer in PACKS[charity].policy.answers.values():
        assert answer.clauses
        assert [one.quote for one in answer.clauses if " ".join(one.quote.split()) not in document] == []
        assert all(one.ref for one in answer.clauses)


@pytest.mark.parametrize("charity", CHARITIES)
def test_every_sentence_is_plain_and_holds_no_number_of_its_own(charity: str) -> None:
    says = [one for answer in PACKS[charity].policy.answers.values() for one in answer.says]
    assert {one: unplain(one) for one in says if unplain(one)} == {}


def test_what_a_policy_does_not_speak_of_is_not_answered() -> None:
    """policy-facts A2: languages offered, audio, retention; and each charity's own silence."""
    assert all("kept" in PACKS[charity].policy.unsaid for charity in CHARITIES)
    assert {one for one in CHARITIES if "reply_time" in PACKS[one].policy.unsaid} == {"help-and-care"}
    assert {one for one in CHARITIES if "held" in PACKS[one].policy.answers} == {"living-well-bromley"}
    assert {one for one in CHARITIES if "look_again" in PACKS[one].policy.answers} == {"help-and-care"}
    assert "interpreters" in PACKS["help-and-care"].policy.unsaid


def told_at(pack: Path, topic: str) -> str:
    charity = load_packs([pack.parent], TODAY)["ruils"]
    return str(list(answer_told(charity.policy.answers[topic], charity.policy, charity.calendar, NOON)))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """RUILS's pack, to be changed."""
    return Path(shutil.copytree(SHIPPED / "ruils", tmp_path / "packs" / "ruils"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_changing_a_number_of_the_pack_changes_the_answer_and_its_date(pack: Path) -> None:
    before = told_at(pack, "reply_time")
    assert "'days': 5" in before
    assert "2026-12-01" in before
    for name in ("pack.toml", "policy.txt"):
        change(pack / name, "in full within 5 working days", "in full within 6 working days")
    change(pack / "pack.toml", 'email."\npromise = "reply"\nchannels = ["email"]\nvalue = 5',
           'email."\npromise = "reply"\nchannels = ["email"]\nvalue = 6')  # fmt: skip
    after = told_at(pack, "reply_time")
    assert "'days': 6" in after
    assert "2026-12-02" in after


@pytest.mark.parametrize(
    ("old", "new", "entry", "code"),
    [
        ('topic = "cost"', 'topic = "weather"', "weather", "unknown_topic"),
        ('topic = "cost"', 'topic = "bring"', "bring", "topic_told_twice"),
        ('topic = "cost"\n', "", "answer 18", "missing"),
        ('"RUILS-AFFORDABLE"', '"RUILS-CHEAP"', "cost", "no_such_entry"),
        ('["RUILS-COMPLAINT-OUTCOME"]', '["RUILS-DIGNITY"]', "complaint_next", "no_such_promise"),
        ('rests_on = ["RUILS-AFFORDABLE"]\n', "", "cost", "rests_on_nothing"),
        ("rings = 5", "rings = 6", "phoning", "number_not_in_policy"),
        ("{rings}", "{bells}", "phoning", "no_such_number"),
        ("{rings} rings", "5 rings", "phoning", "says_a_number"),
        ('  "held",', '  "weather",', "silent", "unknown_topic"),
        ("silent = [", "quiet = [", "quiet", "unknown_key"),
    ],
)
def test_a_fault_in_an_answer_is_told_by_its_topic(
    pack: Path, old: str, new: str, entry: str, code: str
) -> None:
    change(pack / "answers.toml", old, new)
    assert (entry, code) in faults(pack)


def test_every_fault_of_the_answers_is_told_at_once(pack: Path) -> None:
    change(pack / "answers.toml", "rings = 5", "rings = 6")
    change(pack / "answers.toml", '"RUILS-AFFORDABLE"', '"RUILS-CHEAP"')
    assert {("phoning", "number_not_in_policy"), ("cost", "no_such_entry")} <= faults(pack)


def test_a_pack_without_answers_answers_nothing_and_calls_nothing_unsaid(pack: Path) -> None:
    (pack / "answers.toml").unlink()
    policy = load_packs([pack.parent], TODAY)["ruils"].policy
    assert (policy.answers, policy.unsaid) == ({}, frozenset())


def test_no_example_is_given_twice_and_every_topic_has_ten() -> None:
    for examples in load_asked().values():
        every = [text for texts in examples.values() for text in texts]
        assert len(every) == len(set(every))
        assert [topic for topic, texts in examples.items() if len(texts) < 10] == []
