"""Actions that were promised: who does them, by when, and what the guest hears (Help & Care 19; E24)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders.appeals import APPEALED, CHARLIE, DAY, DORA, SAM, STAFF, Appeal
from tests.builders.cases import MONDAY, a_member, an_outcome
from webchat.cases.case import About, Delivery, Purpose
from webchat.cases.complaints.learning import Learning
from webchat.cases.complaints.tasks import Plan, Task, TaskState
from webchat.cases.errors import NotAllowed, NotFound
from webchat.cases.moves import Moved
from webchat.cases.people.member import Member
from webchat.cases.words import Consent, Kind, ReplyBy, Role

PAT, LENA = a_member("pat"), a_member("lena", Role.SERVICE_LEAD)
DUE = date(2026, 12, 31)


def a_plan(**given: Any) -> Plan:
    return Plan(**{"said": "You waited.", "what": "We ring first.", "owner": "pat", "due_on": DUE, **given})


class Promised:
    """A complaint that Sam has, with an action that Pat is to do."""

    def __init__(self, **given: Any) -> None:
        self.appeal = Appeal(stage=1, staff=(*STAFF, PAT, LENA), **given)
        self.id, self.store, self.at = self.appeal.id, self.appeal.store, self.appeal.at
        self.learning = Learning(self.appeal.work)
        self.learning.promise(SAM, self.id, [a_plan()], self.at)

    @property
    def task(self) -> Task:
        (one,) = self.store.tasks(self.id)
        return one

    def turns_out(self, **given: Any) -> None:
        case = self.appeal.case
        self.appeal.work.move(case, Moved(replace(case, **given)))

    def done(self, by: Member = PAT) -> "Promised":
        self.learning.done(by, self.task.id, " We ring now. ", "You said, we did.", self.at + DAY)
        return self


def test_an_action_has_words_an_owner_and_a_date_and_the_timeline_only_its_id() -> None:
    promised = Promised()
    task = promised.task
    assert (task.said, task.what, task.owner, task.due_on) == ("You waited.", "We ring first.", "pat", DUE)
    assert (task.state, task.made_by, task.made_at) == (TaskState.OPEN, "sam", promised.at)
    assert promised.appeal.event.fields == {"tasks": [task.id]}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"said": " "}, "no_said"),
        ({"what": "\n"}, "no_action"),
        ({"owner": ""}, "no_doer"),
        ({"owner": "tess"}, "no_doer"),  # a trustee has no desk
        ({"due_on": None}, "no_due"),
        ({"due_on": date(2026, 11, 23)}, "date_in_the_past"),
        ({"due_on": date(2031, 1, 1)}, "too_far_ahead"),
    ],
)
def test_with_an_outcome_it_is_promised_whole_or_nothing_is_sent(wrong: dict[str, Any], reason: str) -> None:
    promised = Promised()
    before = len(promised.store.messages(promised.id))
    plans = [a_plan(), a_plan(**wrong)]
    with pytest.raises(NotAllowed, match=reason):
        promised.learning.write(SAM, promised.id, an_outcome(), plans, promised.at)
    assert (len(promised.store.messages(promised.id)), len(promised.store.tasks(promised.id))) == (before, 1)
    promised.learning.write(SAM, promised.id, an_outcome(), plans[:1], promised.at)
    assert len(promised.store.tasks(promised.id)) == 2


def test_more_than_a_dozen_are_all_kept() -> None:
    promised = Promised()
    promised.learning.promise(SAM, promised.id, [a_plan() for _ in range(20)], promised.at)
    assert len(promised.store.tasks(promised.id)) == 21


def test_only_whoever_has_the_case_promises_and_never_in_a_safeguarding_case() -> None:
    promised = Promised()
    with pytest.raises(NotAllowed, match="not_yours"):
        promised.learning.promise(PAT, promised.id, [a_plan()], promised.at)
    guarded = replace(promised.appeal.case, kind=Kind.SAFEGUARDING, read_first=True)
    sol = a_member("sol", Role.SAFEGUARDING_LEAD)
    promised.store.staff.append(sol)
    promised.appeal.work.move(promised.appeal.case, Moved(replace(guarded, owner="sol")))
    with pytest.raises(NotAllowed, match="no_clocks"):
        promised.learning.promise(sol, promised.id, [a_plan()], promised.at)


def test_it_is_done_also_when_the_case_is_closed_and_the_guest_hears_of_it() -> None:
    promised = Promised(reply_by=ReplyBy.EMAIL, contact="ana@example.org")
    promised.appeal.work.close(SAM, promised.id, "Done.", promised.at)
    task = promised.done().task
    assert (task.state, task.settled_by, task.settled_at) == (TaskState.DONE, "pat", promised.at + DAY)
    assert task.words == "We ring now."
    told = promised.store.messages(promised.id)[-1]
    assert (told.purpose, told.body, told.author) == (Purpose.DONE, "You said, we did.", "pat")
    assert told.delivery is Delivery.QUEUED
    assert promised.appeal.event.fields == {"task": task.id, "told": True}


@pytest.mark.parametrize(
    "state",
    [{"reply_by": ReplyBy.NONE}, {"consent": Consent.NOT_ASKED}, {"taken_back_at": MONDAY}],
    ids=["wants no reply", "writes for another", "took it back"],
)
def test_whoever_did_not_want_to_hear_or_may_not_is_told_nothing(state: dict[str, Any]) -> None:
    promised = Promised()
    promised.turns_out(**state)
    before = len(promised.store.messages(promised.id))
    assert promised.done().task.state is TaskState.DONE
    assert len(promised.store.messages(promised.id)) == before
    assert promised.appeal.event.fields["told"] is False


def test_what_was_done_answers_nothing_that_is_still_owed() -> None:
    promised = Promised()
    owed = [one.id for one in promised.store.promises(promised.id) if one.is_owed]
    assert owed
    promised.done()
    assert [one.id for one in promised.store.promises(promised.id) if one.is_owed] == owed


def test_to_be_done_or_dropped_it_takes_words_and_only_once() -> None:
    promised = Promised()
    learning, task = promised.learning, promised.task.id
    with pytest.raises(NotAllowed, match="no_did"):
        learning.done(PAT, task, " ", "words", promised.at)
    with pytest.raises(NotAllowed, match="no_reason_told"):
        learning.drop(PAT, task, " ", promised.at)
    learning.drop(PAT, task, "The room is gone.", promised.at)
    assert (promised.task.state, promised.task.words) == (TaskState.DROPPED, "The room is gone.")
    for again in (
        lambda: promised.done(),
        lambda: learning.drop(PAT, task, "Again.", promised.at),
        lambda: learning.give(PAT, task, "sam", promised.at),
    ):
        with pytest.raises(NotAllowed, match="already_settled"):
            again()


def test_whoever_does_it_knows_of_the_action_and_not_of_the_case() -> None:
    promised = Promised()
    adam = a_member("adam", Role.ADMINISTRATOR)  # sees appointments, and no complaint
    promised.store.staff.append(adam)
    with pytest.raises(NotFound):
        promised.learning.found(adam, promised.task.id)
    promised.learning.give(SAM, promised.task.id, "adam", promised.at)
    assert promised.learning.found(adam, promised.task.id)[0] == promised.task
    assert not promised.appeal.work.may_see(adam, promised.appeal.case)
    assert promised.done(adam).task.state is TaskState.DONE


@pytest.mark.parametrize("member", [a_member("una", Role.TRUSTEE), a_member("pat", charity="elsewhere")])
def test_to_anybody_else_it_is_not_there(member: Member) -> None:
    promised = Promised()
    with pytest.raises(NotFound):
        promised.learning.found(member, promised.task.id)


def test_whoever_only_sees_the_case_settles_nothing() -> None:
    promised = Promised()
    with pytest.raises(NotAllowed, match="not_your_task"):
        promised.done(DORA)
    assert promised.done(SAM).task.settled_by == "sam"


def test_nobody_does_what_is_or_could_be_about_them() -> None:
    promised = Promised()
    promised.turns_out(about=About.MATCHED, about_staff="lena")
    with pytest.raises(NotFound):
        promised.learning.found(LENA, promised.task.id)
    with pytest.raises(NotAllowed, match="doer_is_about"):
        promised.learning.give(SAM, promised.task.id, "lena", promised.at)
    with pytest.raises(NotAllowed, match="doer_is_about"):
        promised.learning.promise(SAM, promised.id, [a_plan(owner="lena")], promised.at)


def test_whoever_it_turns_out_to_be_about_loses_the_action_at_once() -> None:
    promised = Promised()
    promised.appeal.work.say_who(SAM, promised.id, "pat", promised.at)
    assert promised.task.owner == ""
    with pytest.raises(NotFound):
        promised.learning.found(PAT, promised.task.id)


def test_until_somebody_has_said_who_is_meant_nobody_who_could_be_knows_of_it() -> None:
    promised = Promised()
    person = replace(promised.appeal.work.guest(promised.appeal.case), part="about", name="Patt")
    case = replace(promised.appeal.case, about=About.UNMATCHED)
    promised.appeal.work.move(promised.appeal.case, Moved(case, people=(person,)))
    with pytest.raises(NotFound):
        promised.learning.found(PAT, promised.task.id)


def test_what_nobody_has_is_settled_by_whoever_leads() -> None:
    promised = Promised()
    promised.turns_out(about=About.NOBODY)
    lost = replace(promised.task, owner="")
    promised.appeal.work.move(promised.appeal.case, Moved(promised.appeal.case, tasks=(lost,)))
    boss = a_member("mo", Role.MANAGER)  # stands first where the policy names nobody
    promised.store.staff.append(boss)
    promised.learning.give(boss, promised.task.id, "pat", promised.at)
    assert promised.task.owner == "pat"
    with pytest.raises(NotAllowed, match="not_your_task"):
        promised.learning.give(boss, promised.task.id, "mo", promised.at)


@pytest.mark.parametrize("nothing", [False, True])
def test_whether_something_was_learned_is_a_fact_of_the_timeline(nothing: bool) -> None:
    promised = Promised()
    letter = an_outcome(nothing_learned=nothing)
    promised.learning.write(SAM, promised.id, letter, [], promised.at)
    assert promised.appeal.event.fields["learned"] is not nothing


def test_at_an_appeal_the_actions_wait_with_the_outcome_for_the_panel() -> None:
    appeal = Appeal(staff=(*STAFF, PAT))
    with pytest.raises(NotAllowed, match="no_panel"):
        Learning(appeal.work).write(CHARLIE, appeal.id, an_outcome(), [a_plan()], APPEALED + DAY)
    assert appeal.store.tasks(appeal.id) == []


def test_a_guest_who_reads_braille_is_told_once_it_is_made() -> None:
    braille = ("information_format", "braille")
    promised = Promised(reply_by=ReplyBy.EMAIL, contact="ana@example.org", needs=(braille,))
    promised.done()
    told = promised.store.messages(promised.id)[-1]
    assert (told.delivery, told.make_by) == (Delivery.TO_MAKE, (promised.at + DAY).date())
