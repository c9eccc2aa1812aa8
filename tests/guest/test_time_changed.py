"""Staff changed an agreed time: the guest reads what, why, and what they can do next (issue 4, line 8)."""

from datetime import timedelta

from tests.guest.test_changing import the_case
from tests.guest.test_times import agreed, back
from tests.guest.visitor import BROMLEY
from tests.webhouse import Web
from webchat.cases.appointments.rearranging import Rearranging, Reason
from webchat.cases.people.member import Member
from webchat.cases.words import Role

ROOM = Reason("We need the room.")


def worker(web: Web) -> Member:
    return next(one for one in web.house.staff.members(BROMLEY) if one.has(Role.WORKER))


def move(web: Web) -> None:
    """Staff move it by half an hour."""
    staff, case, meeting = Rearranging(web.house.booking), the_case(web, BROMLEY), agreed(web)
    new = staff.choices(case, meeting, web.clock())[0]
    staff.move(worker(web), case.id, meeting.token, (new.offer, new.starts_at), ROOM, web.clock())


def test_a_moved_time_stands_with_its_reason_and_can_be_changed_again(here: Web) -> None:
    guest = back(here)
    move(here)
    page = guest.open("case")
    assert "Your appointment on Tuesday 24 November 2026 at 10am is moved." in page.text
    assert "The new time is Tuesday 24 November 2026 at 10:30am ." in page.text
    assert "We need the room." in page.text
    assert "Wendy Worker said" in page.text
    first = agreed(here).starts_at - timedelta(minutes=30)
    guest.open("case/time")
    guest.send(f"/{BROMLEY}/case/time", {"choice": f"{agreed(here).offer}@{first.isoformat()}"})
    assert agreed(here).starts_at == first


def test_a_cancelled_time_is_gone_and_another_can_be_chosen(here: Web) -> None:
    guest = back(here)
    Rearranging(here.house.booking).cancel(
        worker(here), the_case(here, BROMLEY).id, agreed(here).token, ROOM, here.clock()
    )
    page = guest.open("case")
    assert "cannot take place. We are sorry." in page.text
    assert "You can ask for another time with your reference and your code." in page.text
    assert "No time is agreed yet." in page.text
    assert "Choose a time" in page.text


def test_running_late_stands_with_when_it_is_expected_to_begin(here: Web) -> None:
    guest = back(here)
    Rearranging(here.house.booking).late(
        worker(here), the_case(here, BROMLEY).id, agreed(here).token, 20, here.clock()
    )
    page = guest.open("case")
    assert "We are running late for your appointment on Tuesday 24 November 2026 at 10am ." in page.text
    assert "We expect to begin at about 10:20am ." in page.text
