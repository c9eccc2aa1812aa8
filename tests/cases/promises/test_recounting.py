"""Counting again after a new bank holiday moves open promises and says so to guest and staff."""

from datetime import date, timedelta

from tests.builders.cases import MONDAY, a_calendar, a_member, a_policy, an_entry, an_opening
from tests.fakes.store import MemoryStore
from webchat.cases.case import Purpose
from webchat.cases.casework import Casework
from webchat.cases.moves import Letter
from webchat.cases.promises.calendar import WorkingCalendar
from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import State
from webchat.cases.promises.recounting import Recounting
from webchat.cases.words import Kind, PromiseName, Why
from webchat.packs.law import load_law

SAM, TUESDAY = a_member("sam"), MONDAY.date() + timedelta(days=1)


class Changing:
    """A charity whose bank holidays change."""

    def __init__(self, policy: Policy) -> None:
        self.the_policy, self.added = policy, False

    def policy(self, charity: str) -> Policy:
        return self.the_policy

    def calendar(self, charity: str) -> WorkingCalendar:
        if not self.added:
            return a_calendar()
        return WorkingCalendar("england", {TUESDAY: "one_off"}, date(2026, 1, 1), date(2027, 12, 31))

    def hours(self, charity: str) -> dict[int, tuple[()]]:
        return {}


def sent() -> tuple[Casework, MemoryStore, Changing, str]:
    policies = Changing(a_policy(an_entry(PromiseName.REPLY, 5)))
    store = MemoryStore([SAM])
    work = Casework(store, policies)
    return work, store, policies, work.open(an_opening(), MONDAY).id


def recounted(work: Casework, case_id: str) -> int:
    return Recounting(work).recount("kind-place", case_id, MONDAY)


def test_a_new_bank_holiday_moves_what_is_open_by_a_day() -> None:
    work, store, policies, case_id = sent()
    policies.added = True
    assert recounted(work, case_id) == 1
    old, new = store.promises(case_id)
    assert (old.state, old.due_on, new.state, new.due_on) == (
        State.SUPERSEDED,
        date(2026, 11, 30),
        State.OPEN,
        date(2026, 12, 1),
    )
    assert (TUESDAY, "one_off") in new.skipped


def test_guest_and_staff_are_told_and_it_is_written_down() -> None:
    work, store, policies, case_id = sent()
    policies.added = True
    recounted(work, case_id)
    last = store.messages(case_id)[-1]
    assert last.purpose is Purpose.RECOUNTED
    event = store.events(case_id)[-1]
    assert (event.what, event.fields["promises"]) == ("recounted", ["reply: 2026-11-30 to 2026-12-01"])
    assert f"recounted:{last.id}" in store.errands


def test_counted_twice_it_moves_once_and_without_a_change_nothing_moves() -> None:
    work, store, policies, case_id = sent()
    assert recounted(work, case_id) == 0
    policies.added = True
    assert [recounted(work, case_id) for _ in range(2)] == [1, 0]
    assert len(store.messages(case_id)) == 2


def test_what_staff_stated_was_kept_or_closed_stays_as_it_was_told() -> None:
    for end in ("stated", "kept", "closed"):
        work, _, policies, case_id = sent()
        work.claim(SAM, case_id, MONDAY)
        if end == "stated":
            (one,) = work.store.promises(case_id)
            work.state_date(SAM, case_id, one.id, date(2026, 12, 4), "Illness.", MONDAY, why=Why.OTHER)
        elif end == "kept":
            work.write(SAM, case_id, Letter(Purpose.REPLY, "Yes."), MONDAY)
        else:
            work.close(SAM, case_id, "Done.", MONDAY)
        policies.added = True
        assert recounted(work, case_id) == 0


def test_a_safeguarding_case_has_no_clock_to_count() -> None:
    work, _, policies, _ = sent()
    policies.added = True
    guarded = work.open(an_opening(kind=Kind.SAFEGUARDING), MONDAY).id
    assert recounted(work, guarded) == 0


def test_what_the_law_sets_is_no_count_of_working_days_and_stays() -> None:
    policies = Changing(a_policy(law=load_law()))
    work = Casework(MemoryStore([SAM]), policies)
    case_id = work.open(an_opening(answers=(("about_information", "yes"),)), MONDAY).id
    policies.added = True
    assert recounted(work, case_id) == 0
