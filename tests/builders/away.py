"""A colleague who is away, with whom their case is meanwhile, and the clocks of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.builders.cases import MONDAY, OnePolicy, a_member, a_policy, an_entry, an_opening
from tests.fakes.diary import MemoryDiary
from tests.fakes.store import MemoryStore
from webchat.cases.case import About, Case
from webchat.cases.casework import Casework
from webchat.cases.people.away import Absence
from webchat.cases.people.standing_in import StandingIn
from webchat.cases.promises.clockwork import Clockwork, Reached
from webchat.cases.promises.policy import WhileAway
from webchat.cases.promises.promise import Promise
from webchat.cases.promises.reminding import Step
from webchat.cases.words import AnotherWay, PromiseName, Role

DAY, TODAY = timedelta(days=1), MONDAY.date()
SAM = replace(a_member("sam"), line_manager="mo")
PAT, KIM, MO = a_member("pat"), a_member("kim"), a_member("mo", Role.MANAGER)
CHLOE, LEE = a_member("chloe", Role.CHIEF_EXECUTIVE), a_member("lee", Role.SERVICE_LEAD)
STAFF = (SAM, PAT, KIM, MO, CHLOE, LEE)
# As ACSOS has it ("Contact by email") and as RUILS has it (Target 2).
OVER_ONE_DAY = WhileAway("1.1", "words", AnotherWay.NUMBER, beyond=1)
ALWAYS = WhileAway("1.1", "words", AnotherWay.URGENT)


def an_absence(**given: Any) -> Absence:
    """Sam, from today for a week, with Pat standing in."""
    values: dict[str, Any] = {
        "id": "away-1", "charity": "kind-place", "staff_id": "sam",
        "first": TODAY, "back": TODAY + 7 * DAY, "substitute": "pat",
    }  # fmt: skip
    return Absence(**{**values, **given})


class Desk:
    """A question that Sam has and is owed a reply by Monday 30 November, and whoever is away."""

    def __init__(self, *away: Absence, rule: WhileAway | None = None, **given: Any) -> None:
        self.store, self.diary = MemoryStore(list(STAFF)), MemoryDiary(away=list(away))
        policy = a_policy(an_entry(PromiseName.REPLY, 5), while_away=rule)
        self.work = Casework(self.store, OnePolicy(policy))
        self.standing_in = StandingIn(self.work, self.diary)
        self.id = self.work.open(an_opening(**given), MONDAY).id
        self.work.claim(SAM, self.id, MONDAY)

    @property
    def case(self) -> Case:
        return self.store.cases[self.id]

    @property
    def promise(self) -> Promise:
        return next(one for one in self.store.promises(self.id) if one.name is PromiseName.REPLY)

    def about(self, staff_id: str) -> "Desk":
        self.store.cases[self.id] = replace(self.case, about=About.MATCHED, about_staff=staff_id)
        return self

    def looks_after(self) -> list[str]:
        return [one.staff_id for one in self.standing_in.in_their_place(self.case, TODAY)]

    def told(self, step: Step, days: int) -> set[str]:
        clock = Clockwork(self.work, self.standing_in.in_their_place)
        one, at = self.promise, MONDAY + days * DAY
        found: Reached | None = clock.reached("kind-place", self.id, one.id, step, str(one.due_on), at)
        assert found
        return {member.staff_id for member in found.told}
