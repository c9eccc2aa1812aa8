"""The panel of an appeal: three of the Board, none of them involved before (Help & Care 17.3; I8)."""

from dataclasses import replace

import pytest

from tests.builders.appeals import CHARLIE, DORA, SAM, STAFF, TESS, THREE, TIA, TOM, Appeal
from tests.builders.cases import a_member, an_outcome
from webchat.cases.case import About, Purpose, Sitting
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.moves import Letter, Moved
from webchat.cases.people.panel import Before, why_not
from webchat.cases.words import Role


def written(name: str) -> Sitting:
    return Sitting("", name)


def refused(appeal: Appeal, *told: Sitting) -> tuple[str, str]:
    with pytest.raises(NotAllowed) as why:
        appeal.heard_by(*told)
    assert appeal.case.panel == ()
    return why.value.reason, why.value.who


def test_three_of_the_board_are_named_and_the_timeline_holds_no_name() -> None:
    appeal = Appeal().heard_by(THREE[0], Sitting("charlie", ""), written(" Una Okoro "))
    assert appeal.case.panel == (Sitting("tess", "Tess"), Sitting("charlie", "Charlie"), ("", "Una Okoro"))
    assert (appeal.event.what, appeal.event.who) == ("named_panel", "charlie")
    assert appeal.event.fields == {"sit": ["tess", "charlie", ""], "sat": []}


@pytest.mark.parametrize("many", [0, 1, 2])
def test_fewer_than_the_policy_says_are_no_panel(many: int) -> None:
    assert refused(Appeal(), *THREE[:many], *[written(" ")] * (3 - many))[0] == "panel_not_full"


@pytest.mark.parametrize(
    "other", [Sitting("tess", ""), written("Tess"), written("tess  TESS")], ids=["account", "name", "spelt"]
)
def test_nobody_sits_twice(other: Sitting) -> None:
    assert refused(Appeal(), THREE[0], THREE[1], other)[0] == "panel_twice"


def test_whoever_is_not_of_the_board_is_not_chosen_from_the_list() -> None:
    pat = a_member("pat")
    appeal = Appeal(staff=(*STAFF, pat))
    assert refused(appeal, *THREE[:2], Sitting("pat", "Pat")) == ("not_of_the_board", "Pat")


@pytest.mark.parametrize("who", [SAM, DORA], ids=["first stage", "second stage"])
@pytest.mark.parametrize("by_name", [False, True])
def test_whoever_had_it_before_cannot_hear_it(who: object, by_name: bool) -> None:
    staff = tuple(replace(one, roles=one.roles | {Role.TRUSTEE}) for one in STAFF)
    member = next(one for one in staff if one.staff_id == who.staff_id)  # type: ignore[attr-defined]
    told = written(member.name) if by_name else Sitting(member.staff_id, "")
    assert refused(Appeal(staff=staff), *THREE[:2], told) == ("panel_had_it", member.name)


@pytest.mark.parametrize("by_name", [False, True])
def test_whoever_was_named_as_its_officer_cannot_hear_it(by_name: bool) -> None:
    appeal = Appeal(stage=2)
    appeal.work.write(DORA, appeal.id, Letter(Purpose.ACKNOWLEDGE, "We look.", officer="Tia"), appeal.at)
    before = _later(appeal)
    assert why_not(written("Tia") if by_name else Sitting("tia", "Tia"), before) == "panel_officer"
    assert why_not(THREE[0], before) == ""


@pytest.mark.parametrize("by_name", [False, True])
def test_whoever_wrote_to_the_guest_before_cannot_hear_it(by_name: bool) -> None:
    appeal = Appeal(stage=2)
    told = appeal.work.message(appeal.case, TOM, Letter(Purpose.UPDATE, "Soon."), appeal.at)
    appeal.work.move(appeal.case, Moved(appeal.case, messages=(told,)))
    assert why_not(written("Tom") if by_name else Sitting("tom", "Tom"), _later(appeal)) == "panel_wrote"


def _later(appeal: Appeal) -> Before:
    """What was done so far, looked at from a later stage."""
    case = replace(appeal.case, stage=3, stage_received_at=appeal.at.replace(hour=20))
    return Before(case, appeal.store.events(case.id), appeal.store.messages(case.id), "", STAFF)


@pytest.mark.parametrize("told", [Sitting("tess", ""), written("Tess")])
def test_nobody_hears_what_is_about_them(told: Sitting) -> None:
    appeal = Appeal()
    about = replace(appeal.case, about=About.MATCHED, about_staff="tess")
    appeal.work.move(appeal.case, Moved(about))
    assert refused(appeal, THREE[1], THREE[2], told) == ("panel_about", "Tess")


@pytest.mark.parametrize("name", ["Tes", "the boss"], ids=["like hers", "may be anybody"])
def test_nor_what_could_be_about_them_until_somebody_has_said(name: str) -> None:
    appeal = Appeal(about_person=True, about_name=name, stage=0)
    case = replace(appeal.case, stage=3)
    for told in (Sitting("tess", "Tess"), written("Tess")):
        assert why_not(told, Before(case, (), (), name, STAFF)) == "panel_about"


def test_whom_it_turns_out_to_be_about_sits_no_longer_and_it_cannot_be_decided() -> None:
    appeal = Appeal().heard_by().agreed()
    chief = a_member("chloe", Role.CHIEF_EXECUTIVE)
    appeal.store.staff.append(chief)
    appeal.work.say_who(chief, appeal.id, "tess", appeal.at)
    assert [one.staff_id for one in appeal.case.panel] == ["tom", "tia"]
    with pytest.raises(NotFound):
        appeal.work.seen_by(TESS, appeal.id)
    with pytest.raises(NotAllowed, match="no_panel"):
        appeal.work.write(CHARLIE, appeal.id, an_outcome(), appeal.at)


def test_a_member_of_the_panel_sees_the_appeal_from_then_on_and_only_it() -> None:
    appeal = Appeal()
    with pytest.raises(NotFound):
        appeal.work.seen_by(TESS, appeal.id)
    other = Appeal()
    appeal.heard_by()
    assert appeal.work.seen_by(TESS, appeal.id) == appeal.case
    assert not other.work.may_see(TESS, other.case)
    appeal.heard_by(Sitting("charlie", ""), *THREE[1:])
    with pytest.raises(NotFound):
        appeal.work.seen_by(TESS, appeal.id)


def test_it_can_be_changed_until_it_is_decided_and_not_after() -> None:
    appeal = Appeal().heard_by().agreed()
    appeal.heard_by(Sitting("charlie", ""), *THREE[1:])
    assert appeal.event.fields == {"sit": ["charlie", "tom", "tia"], "sat": ["tess", "tom", "tia"]}
    version = appeal.case.version
    appeal.heard_by(Sitting("charlie", ""), *THREE[1:])  # the same again
    assert appeal.case.version == version
    appeal.work.write(CHARLIE, appeal.id, an_outcome(), appeal.at)
    with pytest.raises(NotAllowed, match="already_decided"):
        appeal.heard_by()


@pytest.mark.parametrize("who", [TESS, TIA])
def test_only_whoever_has_it_names_the_panel(who: object) -> None:
    appeal = Appeal().heard_by()
    with pytest.raises(NotAllowed, match="not_yours"):
        appeal.hearing.name_panel(who, appeal.id, THREE, appeal.at)  # type: ignore[arg-type]


@pytest.mark.parametrize(("stage", "duties"), [(2, None), (3, ())])
def test_where_the_policy_asks_for_none_there_is_none(stage: int, duties: tuple[()] | None) -> None:
    appeal = Appeal(stage, **({} if duties is None else {"stage_duties": duties}))
    owner = CHARLIE if stage == 3 else DORA
    with pytest.raises(NotAllowed, match="not_asked_here"):
        appeal.hearing.name_panel(owner, appeal.id, THREE, appeal.at)
    appeal.work.write(owner, appeal.id, an_outcome(), appeal.at)  # and nothing is missing


def test_the_outcome_waits_for_the_panel_and_for_the_date() -> None:
    appeal = Appeal()
    for ready, missing in ((lambda: None, "no_panel"), (appeal.heard_by, "no_date_agreed")):
        ready()
        with pytest.raises(NotAllowed, match=missing):
            appeal.work.write(CHARLIE, appeal.id, an_outcome(), appeal.at)
    appeal.agreed()
    appeal.work.write(CHARLIE, appeal.id, an_outcome(), appeal.at)
