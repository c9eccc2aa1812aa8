"""What a stage asks: who hears it, the date that was agreed, and having spoken with the person."""

from datetime import date

from flask import request

from webchat.cases.case import Case, Sitting
from webchat.cases.complaints.hearing import Hearing
from webchat.cases.errors import NotAllowed
from webchat.cases.people.member import Member
from webchat.cases.promises.policy import Asks
from webchat.cases.words import Agreed
from webchat.desk.cases import moving, pages
from webchat.desk.typed import day_needed, why_typed
from webchat.web.here import charity, house


@pages.post("/panel")
@moving
def panel(member: Member, case: Case) -> Case:
    """Name who hears it, or others."""
    return Hearing(house().casework).name_panel(member, case.id, _seats(case), house().now())


@pages.post("/agree")
@moving
def agree(member: Member, case: Case) -> Case:
    """Write down the date that was agreed."""
    on, how = _day(), request.form.get("how", "")
    if how not in list(Agreed):
        raise NotAllowed("no_how")
    return Hearing(house().casework).agree(member, case.id, on, Agreed(how), why_typed(), house().now())


@pages.post("/spoke")
@moving
def spoke(member: Member, case: Case) -> Case:
    """Note the day they spoke with the person."""
    return Hearing(house().casework).spoke(member, case.id, _day(), house().now())


def _day() -> date:
    return day_needed(request.form.get("date", ""), "not_a_date", "not_a_date")


def _seats(case: Case) -> list[Sitting]:
    """Who was chosen or written for each seat. Raises NotAllowed ("one_way_each") where both were."""
    asked = charity().policy.asks(Asks.PANEL, case.stage)
    told = [
        Sitting(request.form.get(f"member-{seat}", ""), request.form.get(f"name-{seat}", "").strip())
        for seat in range(1, (asked.sit if asked else 0) + 1)
    ]
    if any(one.staff_id and one.name for one in told):
        raise NotAllowed("one_way_each")
    return told
