"""A charity with everybody who may have to read what must be read first, and a case to be read."""

from datetime import time
from typing import Any

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_entry, an_opening
from tests.fakes.store import MemoryStore
from webchat.cases.case import Case
from webchat.cases.casework import Casework
from webchat.cases.people.guarding import Guarding
from webchat.cases.people.member import Member
from webchat.cases.promises.clock import Hours
from webchat.cases.words import Kind, PromiseName, Role

LEAD = a_member("lea", Role.SAFEGUARDING_LEAD, name="Leanne Okoro")
DEPUTY = a_member("dev", Role.SAFEGUARDING_DEPUTY, name="Devika Patel")
CHAIR = a_member("june", Role.CHAIR, name="Juniper Alderton")
MANAGER = a_member("mo", Role.MANAGER, name="Mohamed Farouk")
WORKER = a_member("sam", Role.WORKER, name="Samuel Hughes")
STAFF = (LEAD, DEPUTY, CHAIR, MANAGER, WORKER)
WORDS = "He hits me when he is drunk."
TEN_TO_FOUR: Hours = {day: ((time(10), time(16)),) for day in range(5)}


def guarding(staff: tuple[Member, ...] = STAFF, hours: Hours | None = TEN_TO_FOUR) -> Guarding:
    """The moves of what must be read first, over a store in memory."""
    policy = a_policy(an_entry(PromiseName.REPLY, 5))
    return Guarding(Casework(MemoryStore(list(staff)), OnePolicy(policy, hours)))


def told(guard: Guarding, now: Any = MONDAY, **given: Any) -> Case:
    """A safeguarding case that a guest has asked to be opened."""
    return guard.tell(an_opening(**{"kind": Kind.SAFEGUARDING, "words": WORDS, **given}), now)


def store_of(guard: Guarding) -> MemoryStore:
    """The store it works over."""
    store = guard.casework.store
    assert isinstance(store, MemoryStore)
    return store
