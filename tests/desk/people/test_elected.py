"""At the desk: what a councillor or an MP writes goes to whom the policy names (Help & Care 12)."""

from tests.desk.working import at, opened, taken, told
from tests.webhouse import Web
from webchat.cases.words import Kind, Role

HERE = "help-and-care"
FROM_ELECTED = (("as_elected", "yes"),)
SOMEBODY_ELSE = "The policy gives this case to somebody else: Chloe Chief."


def owner(web: Web, case_id: str) -> str:
    case = web.house.cases.case(HERE, case_id)
    return case.owner if case else ""


def test_a_worker_reads_who_has_it_and_cannot_take_it(web: Web) -> None:
    case = opened(web, charity=HERE, kind=Kind.COMPLAINT, answers=FROM_ELECTED)
    worker = web.signed_in(Role.WORKER, HERE)
    page = told(worker.get(at(case)))
    assert SOMEBODY_ELSE in page
    assert "Help &amp; Care 12" in page
    assert "Take this case" not in page
    refused = worker.post(at(case, "/claim"))
    assert refused.status_code == 400
    assert "The policy gives this case to somebody else. You see who" in told(refused)
    assert not owner(web, case.id)


def test_the_chief_executive_takes_it(web: Web) -> None:
    case, chief = taken(web, Role.CHIEF_EXECUTIVE, charity=HERE, kind=Kind.COMPLAINT, answers=FROM_ELECTED)
    assert case.owner
    assert SOMEBODY_ELSE not in told(chief.get(at(case)))


def test_staff_say_that_a_letter_is_from_one_and_that_it_is_not_after_all(web: Web) -> None:
    case, worker = taken(web, charity=HERE, kind=Kind.COMPLAINT)
    landed = worker.post(at(case, "/elected"), elected="yes")
    page = told(worker.get(landed.headers["Location"]))
    assert "Look at who has the case now." in page
    assert SOMEBODY_ELSE in page
    assert not owner(web, case.id)
    worker.post(at(case, "/elected"), elected="no")
    assert "Take this case" in told(worker.get(at(case)))


def test_a_policy_that_names_nobody_offers_it_not(web: Web) -> None:
    case, worker = taken(web, kind=Kind.COMPLAINT)
    assert "from a councillor or MP" not in told(worker.get(at(case)))
    assert worker.post(at(case, "/elected"), elected="yes").status_code == 400
