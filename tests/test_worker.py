"""The worker tells the desk of what it could not carry."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from tests.builders.cases import an_opening
from tests.webhouse import MONDAY, Web, web  # noqa: F401  # a fixture, found by its name
from webchat.cases.case import Case, Delivery, Purpose
from webchat.cases.moves import Letter
from webchat.cases.words import PromiseName, ReplyBy, Role
from webchat.db.index import Index
from webchat.db.tables import filed, mark, outbox
from webchat.db.tables.outbox import Fate
from webchat.worker import drain, file_old


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


def many(one: Web, number: int) -> None:
    """So many questions were sent to RUILS, each with its errand."""
    for _ in range(number):
        one.house.casework.open(an_opening(charity="ruils"), MONDAY)


def fates(one: Web) -> list[Fate]:
    """What has become of every errand that was due; clocks are looked at days later."""
    here = outbox.select().where(outbox.c.not_before <= MONDAY)
    return [row.fate for row in one.house.database.rows(here)]


def test_a_tick_runs_all_that_is_due_however_much_it_is(web: Web) -> None:  # noqa: F811
    many(web, 50)
    assert drain(web.house) == 50
    assert set(fates(web)) == {Fate.GIVEN_UP}  # there is no mail here
    assert drain(web.house) == 0


def test_a_tick_ends_before_the_next_one_comes_and_the_rest_is_free(web: Web) -> None:  # noqa: F811
    many(web, 50)
    clock = count(0, 30)  # each look at the clock finds half a minute gone
    assert drain(web.house, lambda: float(next(clock))) == 20
    assert len(web.house.outbox.due(web.clock(), 100)) == 30


def test_an_errand_whose_lease_ends_before_its_turn_is_left_to_others(
    web: Web,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many(web, 3)
    run = type(web.house.errands).run

    def slowly(*given: Any) -> None:
        web.clock.at += timedelta(minutes=3)
        run(*given)

    monkeypatch.setattr(type(web.house.errands), "run", slowly)
    clock = count(0, 30)
    assert drain(web.house, lambda: float(next(clock))) == 2
    assert sorted(fates(web)) == [Fate.GIVEN_UP, Fate.GIVEN_UP, Fate.WAITING]


def test_what_an_older_version_stored_is_filed_for_a_part_of_each_minute(web: Web) -> None:  # noqa: F811
    many(web, 120)
    with web.house.database.transaction() as transaction:
        transaction.write(filed.update().values(rule=""))
        transaction.write(mark.delete())
    clock = count(0, 10)  # each look at the clock finds ten seconds gone
    assert file_old(web.house, lambda: float(next(clock))) == 50
    assert file_old(web.house) == 70
    assert (file_old(web.house), web.house.index.is_behind()) == (0, False)


def test_what_another_machines_key_filed_is_left_to_that_machine(web: Web) -> None:  # noqa: F811
    many(web, 3)
    other = Index(web.house.database, "the key of another machine")
    assert other.catch_up(9, of_every_key=True) == 3
    assert (file_old(web.house), web.house.index.is_behind()) == (0, True)
    assert web.house.index.catch_up(9, of_every_key=True) == 3
