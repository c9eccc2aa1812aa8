"""Somebody who works here no longer has no case, and none is lost."""

from tests.builders.cases import MONDAY, a_member, an_opening, casework
from webchat.cases.casework import Casework
from webchat.cases.complaints.learning import Learning
from webchat.cases.complaints.tasks import Plan
from webchat.cases.leaving import Leaving

SAM, PAT = a_member("sam"), a_member("pat")


def leaving(work: Casework, left: list[str]) -> Leaving:
    def owned_by(charity: str, staff_id: str) -> list[str]:
        cases = work.store.cases.values()  # type: ignore[attr-defined]  # the store in memory
        return [one.id for one in cases if one.owner == staff_id and one.charity == charity]

    def acts_in(charity: str, staff_id: str) -> list[str]:
        return [one.case_id for one in work.store.all_tasks.values() if one.owner == staff_id]  # type: ignore[attr-defined]

    return Leaving(work, owned_by, acts_in, lambda staff_id, charity: left.append(f"{staff_id}@{charity}"))


def test_what_they_had_goes_back_and_what_others_have_stays() -> None:
    work, store = casework(staff=(SAM, PAT))
    theirs, others = (work.open(an_opening(), MONDAY).id for _ in range(2))
    work.claim(SAM, theirs, MONDAY)
    work.claim(PAT, others, MONDAY)
    left: list[str] = []
    assert leaving(work, left).end(SAM, MONDAY) == (1, 0)
    assert left == ["sam@kind-place"]
    assert (store.cases[theirs].owner, store.cases[others].owner) == ("", "pat")
    assert store.events(theirs)[-1].what == "given_back"
    assert any(one.is_owed for one in store.promises(theirs))


def test_what_they_promised_to_do_is_nobodys_until_whoever_leads_gives_it_on() -> None:
    work, store = casework(staff=(SAM, PAT))
    case = work.open(an_opening(), MONDAY)
    work.claim(PAT, case.id, MONDAY)
    plans = [Plan("You waited.", "We ring.", one, MONDAY.date()) for one in ("sam", "sam", "pat")]
    Learning(work).promise(PAT, case.id, plans, MONDAY)
    assert leaving(work, []).end(SAM, MONDAY) == (0, 2)
    assert [one.owner for one in store.tasks(case.id)] == ["", "", "pat"]
    assert store.events(case.id)[-1].what == "gave_actions_back"
    assert len(store.tasks(case.id)) == 3


def test_whoever_had_nothing_leaves_all_the_same() -> None:
    work, _ = casework(staff=(SAM,))
    assert leaving(work, []).end(SAM, MONDAY) == (0, 0)
