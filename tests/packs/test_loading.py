"""A pack with faults is refused, and every fault is told at once, by file and entry."""

import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from webchat.packs import PackFaults, load_packs
from webchat.packs.load import RESERVED, SHIPPED
from webchat.packs.pack_shapes import GAP, NOTE, PROMISE, TABLES
from webchat.packs.wording import WORDS, fault_words

TODAY = date(2026, 11, 24)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """RUILS's pack, to be spoilt."""
    return Path(shutil.copytree(SHIPPED / "ruils", tmp_path / "packs" / "ruils"))


def spoil(pack: Path, old: str, new: str) -> None:
    file = pack / "pack.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(pack: Path) -> set[tuple[str, str]]:
    with pytest.raises(PackFaults) as wrong:
        load_packs([pack.parent], TODAY)
    assert str(wrong.value)
    return {(one.entry, one.code) for one in wrong.value.faults}


@pytest.mark.parametrize(
    ("old", "new", "entry", "code"),
    [
        ('ref = "Target 1"\n', "", "RUILS-LETTER-REPLY", "missing"),
        ('quote = "To answer all letters within 5 working days"\n', "", "RUILS-LETTER-REPLY", "missing"),
        ("within 5 working days", "within 4 working days", "RUILS-LETTER-REPLY", "quote_not_in_policy"),
        ('channels = ["letter"]', 'channels = ["pigeon"]', "RUILS-LETTER-REPLY", "unknown_channel"),
        ('unit = "working_day"\n', "", "RUILS-LETTER-REPLY", "value_without_unit"),
        ("value = 5\n", "", "RUILS-LETTER-REPLY", "unit_without_value"),
        ("value = 5\n", "value = true\n", "RUILS-LETTER-REPLY", "not_a_count"),
        ("value = 5\n", "value = 0\n", "RUILS-LETTER-REPLY", "not_a_count"),
        ("value = 5\n", "valeu = 5\n", "RUILS-LETTER-REPLY", "unknown_key"),
        ("value = 5\n", "value = 5.0\n", "RUILS-LETTER-REPLY", "not_a_count"),
        ('unit = "working_day"', 'unit = "day"', "RUILS-LETTER-REPLY", "unknown_unit"),
        ('promise = "reply"', 'promise = "answer"', "RUILS-LETTER-REPLY", "unknown_promise"),
        ('id = "RUILS-LETTER-REPLY"', 'id = "ruils letter"', "ruils letter", "bad_id"),
        ('id = "RUILS-LETTER-REPLY"\n', "", "promise 1", "missing"),
        ('ref = "Target 1"', 'ref = "Zebra"', "RUILS-LETTER-REPLY", "ref_not_in_policy"),
        ('ref = "Target 1"', 'ref = "answer all letters"', "RUILS-LETTER-REPLY", "ref_not_in_policy"),
        ('ref = "Appendix A"', 'ref = "Appendix C"', "gap 1", "ref_not_in_policy"),
        ('ref = "Target 1"', 'ref = " "', "RUILS-LETTER-REPLY", "not_text"),
        ('ref = "Target 1"', 'ref = "Target \\u202e1"', "RUILS-LETTER-REPLY", "not_text"),
        ('channels = ["letter"]', 'channels = ["letter", "letter"]', "RUILS-LETTER-REPLY", "unknown_channel"),
        ('channels = ["letter"]', 'channels = ["webchat"]', "RUILS-LETTER-REPLY", "channel_is_mapped"),
        ('kinds = ["appointment"]', 'kinds = ["visit"]', "RUILS-SEEN-AT-TIME", "unknown_kind"),
        ('kinds = ["appointment"]', 'kinds = "appointment"', "RUILS-SEEN-AT-TIME", "unknown_kind"),
        ('start = "agreed_time"', 'start = "noon"', "RUILS-SEEN-AT-TIME", "unknown_start"),
        (
            'start = "agreed_time"',
            'start = "original_complaint"',
            "RUILS-SEEN-AT-TIME",
            "original_needs_complaint",
        ),
        ('start = "agreed_time"', "stage = 2", "RUILS-SEEN-AT-TIME", "stage_needs_complaint"),
        ('start = "agreed_time"', "stage = 4", "RUILS-SEEN-AT-TIME", "bad_stage"),
        (
            'strength = "will"',
            'strength = "will"\nstage = 2',
            "RUILS-COMPLAINT-OUTCOME",
            "stage_beyond_stages",
        ),
        ('strength = "will"', 'strength = "maybe"', "RUILS-COMPLAINT-OUTCOME", "unknown_strength"),
        ('strength = "will"', 'escalate_to = "king"', "RUILS-COMPLAINT-OUTCOME", "unknown_role"),
        ('strength = "will"', "kept_by_people = 1", "RUILS-COMPLAINT-OUTCOME", "not_a_flag"),
        ('reply_by = ["phone"]', 'reply_by = ["pigeon"]', "RUILS-CALL-RETURNED", "unknown_reply_by"),
        ('met_by = "automatic"', 'met_by = "magic"', "RUILS-EMAIL-ACK", "unknown_met_by"),
        ('id = "RUILS-EMAIL-ACK"', 'id = "RUILS-LETTER-REPLY"', "RUILS-LETTER-REPLY", "duplicate_id"),
        ('nation = "england"', 'nation = "narnia"', "charity", "unknown_nation"),
        ('accent = "#5b3a78"', 'accent = "#f0e8f8"', "look", "colours_cannot_be_read"),
        ('accent = "#5b3a78"', 'accent = "red"', "look", "bad_colour"),
        ('"manager", "chief executive"', '"boss", "chief executive"', "about_a_person", "unknown_role"),
        ('gives = "urgent"', 'gives = "pigeon"', "while_away 1", "unknown_other_way"),
        ('gives = "urgent"', 'gives = "urgent"\nvalue = 1', "while_away 1", "value_without_unit"),
        (
            'gives = "urgent"',
            'gives = "urgent"\nvalue = 3\nunit = "working_day"',
            "while_away 1",
            "value_not_in_quote",
        ),
        (
            "[[while_away]]",
            '[[while_away]]\nref = "Target 2"\nquote = "reply"\ngives = "number"\n\n[[while_away]]',
            "while_away",
            "told_twice",
        ),
        ("[channels]", "[chanels]", "chanels", "unknown_key"),
        ("[channels]", "[chanels]", "channels", "missing_table"),
        ('webchat = "email"', 'webchat = "pigeon"', "channels", "unknown_channel"),
        ('webchat = "email"\n', "", "channels", "missing"),
        ('due = "2011-12"', 'due = "2011-13"', "review", "not_a_date"),
        ('says = "December 2011"', 'says = "December 2012"', "review", "quote_not_in_policy"),
        ("stages = 1", "stages = 7", "policy", "bad_stage"),
        ('"large_print", ', '"telepathy", ', "formats", "unknown_format"),
        (
            "large print, Braille, computer disc",
            "large print",
            "formats",
            "quote_not_in_policy",
        ),
        ('order = ["manager", "chief executive", "chair"]', "order = []", "about_a_person", "unknown_role"),
        ("audio = { source", "audio = { sauce", "silent", "no_source"),
        ("audio = {", "smell = {", "silent", "unknown_key"),
        ('page = "#f8f6fa"', 'page = "#5b3a78"', "look", "colours_cannot_be_read"),
    ],
)
def test_a_fault_is_told_by_its_entry(pack: Path, old: str, new: str, entry: str, code: str) -> None:
    spoil(pack, old, new)
    assert (entry, code) in faults(pack)


def test_every_fault_is_told_at_once(pack: Path) -> None:
    spoil(pack, 'channels = ["letter"]', 'channels = ["pigeon"]')
    spoil(pack, 'nation = "england"', 'nation = "narnia"')
    spoil(pack, 'noun = "client"', "noun = 7")
    assert {code for _, code in faults(pack)} >= {"unknown_channel", "unknown_nation", "not_text"}


def test_a_fault_in_one_entry_hides_none_in_another(pack: Path) -> None:
    """Nor does one in an entry hide another of its own."""
    spoil(pack, 'ref = "Target 1"\nquote = "To answer all letters', 'quote = "To answer every letter')
    spoil(pack, "By acknowledging all emails", "By acknowledging most emails")
    spoil(pack, 'id = "RUILS-TEXT-RETURNED"', 'id = "RUILS-CALL-RETURNED"')
    spoil(pack, 'kinds = ["complaint"]', 'kinds = ["complaint"]\nstage = 2\nsurprise = 1')
    spoil(pack, 'says = "December 2011"', 'says = "December 2012"')
    spoil(pack, 'accent = "#5b3a78"\n', 'accent = "#f0e8f8"\nglitter = 1\n')
    assert faults(pack) == {
        ("RUILS-LETTER-REPLY", "missing"),
        ("RUILS-LETTER-REPLY", "quote_not_in_policy"),
        ("RUILS-EMAIL-ACK", "quote_not_in_policy"),
        ("RUILS-CALL-RETURNED", "duplicate_id"),
        ("reply_time", "no_such_promise"),
        ("RUILS-COMPLAINT-OUTCOME", "unknown_key"),
        ("RUILS-COMPLAINT-OUTCOME", "stage_beyond_stages"),
        ("review", "quote_not_in_policy"),
        ("look", "unknown_key"),
        ("look", "colours_cannot_be_read"),
    }


def test_a_missing_document_hides_nothing_that_can_be_seen_without_it(pack: Path) -> None:
    (pack / "policy.txt").unlink()
    spoil(pack, "value = 5", 'value = "28"')
    spoil(pack, "value = 10", "value = 9")
    assert faults(pack) == {
        ("", "not_readable"),
        ("RUILS-LETTER-REPLY", "not_a_count"),
        ("RUILS-SEEN-AT-TIME", "value_not_in_quote"),
    }


def test_a_pack_that_cannot_be_read_hides_nothing_in_its_notes(pack: Path) -> None:
    (pack / "pack.toml").write_text("[", encoding="utf-8")
    file = pack / "notes.toml"
    notes = file.read_text(encoding="utf-8").replace("To answer calls within 5", "To answer calls within 6")
    file.write_text(notes, encoding="utf-8")
    assert faults(pack) == {("", "not_toml"), ("RUILS-RINGS", "quote_not_in_policy")}


@pytest.mark.parametrize("junk", [b"\xff\xfe", b"= not toml", b"promise = 3", b"[promise]\n", b""])
def test_a_file_that_is_not_a_pack_is_refused_in_plain_words(pack: Path, junk: bytes) -> None:
    (pack / "pack.toml").write_bytes(junk)
    assert faults(pack)


@pytest.mark.parametrize("slug", sorted(RESERVED))
def test_no_charity_takes_one_of_our_own_addresses(pack: Path, slug: str) -> None:
    pack.rename(pack.with_name(slug))
    assert faults(pack.with_name(slug)) == {(slug, "reserved_slug")}


@pytest.mark.parametrize("slug", ["Ruils", "ruils_desk", "ruils--desk", "-ruils", "7ruils", "rüils"])
def test_a_charitys_name_in_addresses_is_plain(pack: Path, slug: str) -> None:
    pack.rename(pack.with_name(slug))
    assert faults(pack.with_name(slug)) == {(slug, "bad_slug")}


def test_a_wrong_name_hides_nothing_in_the_pack(pack: Path) -> None:
    spoil(pack, 'nation = "england"', 'nation = "narnia"')
    pack.rename(pack.with_name("desk"))
    assert faults(pack.with_name("desk")) == {("desk", "reserved_slug"), ("charity", "unknown_nation")}


def test_a_pack_of_this_installation_replaces_the_shipped_one(pack: Path) -> None:
    spoil(pack, 'short_name = "RUILS"', 'short_name = "Ruils of Richmond"')
    packs = load_packs([SHIPPED, pack.parent], TODAY)
    assert packs["ruils"].policy.short_name == "Ruils of Richmond"


def test_a_fault_in_the_notes_is_told_by_its_file_and_entry(pack: Path) -> None:
    file = pack / "notes.toml"
    text = file.read_text(encoding="utf-8").replace('ref = "Appointments"', "", 1)
    file.write_text(text + "\n[[promise]]\n", encoding="utf-8")
    with pytest.raises(PackFaults) as wrong:
        load_packs([pack.parent], TODAY)
    found = {(one.file, one.entry, one.code) for one in wrong.value.faults}
    assert found == {
        ("ruils/notes.toml", "RUILS-PLACE", "missing"),
        ("ruils/notes.toml", "promise", "unknown_key"),
    }


def test_a_pack_without_its_document_is_refused(pack: Path) -> None:
    (pack / "policy.txt").unlink()
    assert faults(pack) == {("", "not_readable")}


def test_a_pack_that_promises_nothing_is_refused(pack: Path) -> None:
    text = (pack / "pack.toml").read_text(encoding="utf-8")
    (pack / "pack.toml").write_text(text.split("# ---- Promises")[0], encoding="utf-8")
    assert faults(pack) == {("promise", "no_promise")}


def test_the_faults_of_every_pack_and_its_settings_are_told_together(pack: Path) -> None:
    other = Path(shutil.copytree(pack, pack.with_name("other")))
    spoil(pack, 'channels = ["letter"]', 'channels = ["pigeon"]')
    spoil(other, 'nation = "england"', 'nation = "narnia"')
    (pack / "charity.toml").write_text("phone = 1\n", encoding="utf-8")
    with pytest.raises(PackFaults) as wrong:
        load_packs([pack.parent], TODAY)
    assert {(one.file, one.code) for one in wrong.value.faults} == {
        ("ruils/pack.toml", "unknown_channel"),
        ("ruils/charity.toml", "unknown_key"),
        ("other/pack.toml", "unknown_nation"),
    }


def test_only_the_charities_asked_for_are_served_and_an_unknown_one_is_told(pack: Path) -> None:
    assert list(load_packs([SHIPPED], TODAY, only=["ruils"])) == ["ruils"]
    with pytest.raises(PackFaults, match="no pack called nobody"):
        load_packs([SHIPPED], TODAY, only=["nobody"])


def test_the_shipped_words_cover_every_fault_and_no_other() -> None:
    shapes = [*TABLES.values(), PROMISE, NOTE, GAP]
    codes = {code for shape in shapes for code, _ in shape.keys.values()}
    codes |= {code for shape in shapes for code, _, _ in shape.whole}
    words = set(tomllib.loads((WORDS / "faults.toml").read_text(encoding="utf-8")))
    source = "".join(file.read_text(encoding="utf-8") for file in WORDS.parent.glob("*.py"))
    assert codes <= words
    assert [code for code in words if f'"{code}"' not in source] == []
    assert all(fault_words(code, file="f", entry="e", found="x") for code in words)
