"""Every pack says what its charity's document says, and nothing else (policy-facts A1 to A5)."""

from datetime import date

import pytest

from webchat.cases.words import Channel, Kind, MetBy, PromiseName
from webchat.packs import load_packs
from webchat.packs.load import SHIPPED
from webchat.packs.look import WHITE, contrast
from webchat.packs.pack_shapes import SILENT_TOPICS

TODAY = date(2026, 11, 24)
PACKS = load_packs([SHIPPED], TODAY)
CHARITIES = (
    "living-well-bromley",
    "ruils",
    "age-concern-southend",
    "healthwatch-portsmouth",
    "help-and-care",
)


def entries(charity):
    return {one.id: one for one in PACKS.policy(charity).entries}


def test_the_five_charities_are_shipped():
    assert sorted(PACKS) == sorted(CHARITIES)


@pytest.mark.parametrize("charity", CHARITIES)
def test_a_web_chat_is_an_email(charity):
    """A3.1: no document mentions chat."""
    assert PACKS.policy(charity).channels[Channel.WEBCHAT] is Channel.EMAIL
    assert "web_chat" in PACKS.policy(charity).silent


@pytest.mark.parametrize("charity", CHARITIES)
@pytest.mark.parametrize("topic", [topic for topic in SILENT_TOPICS if topic != "between_stages"])
def test_what_no_policy_says_is_said_to_be_not_said(charity, topic):
    """A2."""
    assert PACKS.policy(charity).silent[topic].strip()


@pytest.mark.parametrize("charity", CHARITIES)
def test_only_a_policy_with_stages_is_silent_on_the_time_between_them(charity):
    """A2: "escalation time between HC stages"."""
    policy = PACKS.policy(charity)
    assert ("between_stages" in policy.silent) == (policy.stages > 1)
    assert (policy.stages > 1) == (charity == "help-and-care")


@pytest.mark.parametrize("charity", CHARITIES)
def test_no_promise_speaks_of_what_the_policy_leaves_unsaid(charity):
    """A2: no entry is for a web chat, and none sets a time for an appointment request alone."""
    for one in PACKS.policy(charity).entries:
        assert Channel.WEBCHAT not in one.channels
        assert one.kinds != {Kind.APPOINTMENT} or one.promise is PromiseName.WAIT


@pytest.mark.parametrize("charity", CHARITIES)
def test_every_quote_stands_in_the_policy_word_for_word(charity):
    pack = PACKS[charity].pack
    document = " ".join(pack.text.split())
    quotes = [one.quote for one in (*pack.policy.entries, *pack.policy.notes, *pack.gaps, pack.formats)]
    assert [quote for quote in quotes if " ".join(quote.split()) not in document] == []


def test_the_words_for_a_guest_are_each_charitys_own():
    """Guest-rules D8."""
    assert {slug: one.policy.guest_noun for slug, one in PACKS.items()} == {
        "living-well-bromley": "guest",
        "ruils": "client",
        "help-and-care": "client",
        "age-concern-southend": "customer",
        "healthwatch-portsmouth": "customer",
    }


def test_only_the_formats_a_policy_lists_are_offered():
    """Guest-rules D19."""
    assert set(PACKS["ruils"].formats.offers) >= {"large_print", "braille", "memory_stick", "text", "bsl"}
    assert "audio" not in PACKS["ruils"].formats.offers
    assert set(PACKS["healthwatch-portsmouth"].formats.offers) == {"large_print", "translation"}
    assert [slug for slug, one in PACKS.items() if one.formats.depends_on_resources] == [
        "living-well-bromley"
    ]


# Policy-facts A1: every number a policy states that sets no clock, and the words it stands in.
SPOKEN_NUMBERS = {
    "living-well-bromley": ["nine months", "every two years"],
    "ruils": ["10 minutes early", "5 rings", "80%"],
    "age-concern-southend": ["five rings", "more than one working day", "36 months", "50 years"],
    "healthwatch-portsmouth": ["5 rings"],
    "help-and-care": ["4 categories", "5 steps", "3-person panel", "every 2 years"],
}


@pytest.mark.parametrize("charity", CHARITIES)
def test_every_number_that_sets_no_clock_stands_in_a_note(charity):
    said = " ".join(note.quote for note in PACKS.policy(charity).notes)
    assert [number for number in SPOKEN_NUMBERS[charity] if number not in said] == []


def test_promises_kept_by_people_are_marked_and_set_no_clock():
    """design.md: five rings, identity cards, arriving early."""
    kept = {note.id for one in PACKS.values() for note in one.policy.notes if note.kept_by_people}
    assert kept >= {
        *("RUILS-RINGS", "ACSOS-RINGS", "HWP-RINGS", "RUILS-CALL-BACK", "RUILS-ARRIVE-EARLY"),
        *("RUILS-IDENTITY", "ACSOS-IDENTITY"),
    }
    assert "HC-FINAL" not in kept


@pytest.mark.parametrize("charity", CHARITIES)
def test_words_in_its_colours_can_be_read(charity):
    look = PACKS[charity].look
    assert (
        min(contrast(ink, ground) for ink in (look.accent, look.accent_deep) for ground in (WHITE, look.page))
        >= 4.5
    )


@pytest.mark.parametrize(
    ("charity", "met_by"),
    [
        ("ruils", MetBy.AUTOMATIC),
        ("living-well-bromley", MetBy.AUTOMATIC),
        ("age-concern-southend", MetBy.MESSAGE_WITH_DATE),
        ("healthwatch-portsmouth", MetBy.REPLY),
    ],
)
def test_what_keeps_an_acknowledgement_is_what_the_policy_means(charity, met_by):
    found = {one.met_by for one in entries(charity).values() if one.promise is PromiseName.ACKNOWLEDGE}
    assert found == {met_by}


def test_help_and_care_names_the_officer_at_stages_1_and_2():
    hc = entries("help-and-care")
    assert {hc["HC-S1-ACK"].met_by, hc["HC-S2-ACK"].met_by} == {MetBy.NAMED_OFFICER}


def test_what_guests_are_told_while_somebody_is_away_is_in_the_pack_or_nothing_is_added() -> None:
    """ACSOS, Contact by email: over one working day, another number; RUILS, Target 2: what is urgent."""
    rules = {slug: one.policy.while_away for slug, one in load_packs([SHIPPED], TODAY).items()}
    told = {slug: (one.gives.value, one.beyond) for slug, one in rules.items() if one}
    assert told == {"age-concern-southend": ("number", 1), "ruils": ("urgent", 0)}


def test_who_decides_about_a_guest_is_in_the_pack_or_nobody_does() -> None:
    """Help & Care 13; Living Well Bromley 4.3; the other three name nobody (guest-rules E12)."""
    told = {
        slug: {one.kind.value: [[role.value for role in seat] for seat in one.seats] for one in found}
        for slug, charity in load_packs([SHIPPED], TODAY).items()
        if (found := charity.policy.sanctions)
    }
    chair = [["chair"], ["service lead", "manager"]]
    assert told == {
        "help-and-care": {"contact_ended": [["manager"], ["director"], ["governance"]]},
        "living-well-bromley": {"barred_until": chair, "barred_for_ever": chair},
    }
