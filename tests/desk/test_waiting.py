"""At the desk: the agreed time has come (RUILS, Appointments)."""

from tests.desk.appointments.test_times import agreed
from tests.desk.working import at, promises, told
from tests.webhouse import Web
from webchat.cases.words import Role

NOW = "I am seeing them now"


def test_staff_note_that_they_see_the_guest_now(web: Web) -> None:
    case = agreed(web)
    web.clock.at = promises(web, case)["wait"].starts_at or web.clock.at
    manager = web.signed_in(Role.MANAGER)
    manager.get(at(case))
    manager.post(at(case, "/claim"))
    assert NOW in told(manager.get(at(case)))
    landed = manager.post(at(case, "/seen"))
    page = told(manager.get(landed.headers["Location"]))
    assert "It is noted that you see them now." in page
    assert NOW not in page
    assert not promises(web, case)["wait"].is_owed


def test_staff_note_that_they_did_not_come(web: Web) -> None:
    case = agreed(web)
    manager = web.signed_in(Role.MANAGER)
    manager.get(at(case))
    manager.post(at(case, "/claim"))
    page = told(manager.get(manager.post(at(case, "/not-come")).headers["Location"]))
    assert "It is noted that they did not come." in page
    assert promises(web, case)["wait"].met_by == "did_not_come"
