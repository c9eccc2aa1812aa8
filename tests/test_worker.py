"""The worker tells the desk of what it could not carry."""

from datetime import timedelta

from tests.builders.cases import an_opening
from tests.webhouse import MONDAY, Web, web  # noqa: F401  # a fixture, found by its name
from webchat.cases.case import Case, Delivery, Purpose
from webchat.cases.moves import Letter
from webchat.cases.words import PromiseName, ReplyBy, Role
from webchat.worker import drain


def answered(one: Web) -> Case:
    """A question to RUILS that was answered by email."""
    house = one.house
    opening = an_opening(
        charity="ruils", reply_by=ReplyBy.EMAIL, contact="jo@example.org", safe_to_contact=True
    )
    case = house.casework.open(opening, MONDAY)
    member = next(one for one in house.cases.members("ruils") if one.has(Role.MANAGER))
    house.casework.claim(member, case.id, MONDAY)
    return house.casework.write(member, case.id, Letter(Purpose.REPLY, "Yes."), MONDAY)


def test_with_no_mail_set_up_a_reply_is_still_owed_and_is_a_task(web: Web) -> None:  # noqa: F811
    case = answered(web)
    web.clock.at = MONDAY + timedelta(minutes=1)
    while drain(web.house):
        pass
    assert web.house.cases.messages(case.id)[-1].delivery is Delivery.FAILED
    owed = [one.name for one in web.house.cases.promises(case.id) if one.is_owed]
    assert owed == [PromiseName.REPLY]
    assert web.house.cases.events(case.id)[-1].what == "not_sent"
