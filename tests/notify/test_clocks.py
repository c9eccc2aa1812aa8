"""A reminder says which case and by when, to each whom it concerns, and not a word of the case (G12)."""

from datetime import timedelta

import pytest

from tests.builders.cases import MONDAY, a_member, an_entry, an_opening, casework
from tests.notify.test_errands import Postbag
from webchat.cases.case import Errand
from webchat.cases.promises.clockwork import Clockwork
from webchat.cases.promises.reminding import Step
from webchat.cases.words import PromiseName
from webchat.notify.clocks import Clocks
from webchat.notify.letters import Letters

SAM, PAT = a_member("sam"), a_member("pat")
WORDS = "My landlord shouts at me"


class Desk:
    """A charity with a case of two people, whose clock errands are run when they fall due."""

    def __init__(self) -> None:
        self.work, self.store = casework(an_entry(PromiseName.REPLY, 5), staff=(SAM, PAT))
        self.case = self.work.open(an_opening(words=WORDS, name="Ola"), MONDAY)
        self.bag, self.now = Postbag(), MONDAY
        clockwork = Clockwork(self.work)
        self.clocks = Clocks(
            looks=lambda charity, case, promise, step, due: clockwork.reached(
                charity, case, promise, step, due, self.now
            ),
            letters=Letters(lambda lang: lambda english: english),
            mail=self.bag,
            mail_of=lambda staff_id: f"{staff_id}@example.org" if staff_id != "pat" else "",
            name_of=lambda charity: "The Kind Place",
            shown_at="https://chat.example.org",
        )

    def errand(self, step: Step) -> Errand:
        return next(one for one in self.store.errands.values() if one.payload.get("step") == step.value)

    def run(self, step: Step) -> None:
        errand = self.errand(step)
        self.now = errand.not_before
        self.clocks.run(errand, self.case)


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (Step.QUARTER, "A quarter of its time has gone."),
        (Step.THREE_QUARTERS, "Most of its time has gone."),
        (Step.LATE, "was not kept by Monday 30 November 2026"),
    ],
)
def test_each_step_has_its_letter_to_whoever_has_an_address(step: Step, says: str) -> None:
    desk = Desk()
    desk.run(step)
    (letter,) = desk.bag.parcels
    assert letter.to == "sam@example.org"
    assert says in letter.body
    assert desk.case.reference in letter.body
    assert "https://chat.example.org/kind-place/desk/" in letter.body
    for secret in (WORDS, "Ola"):
        assert secret not in letter.body + letter.subject


def test_the_same_errand_run_again_is_the_same_letter() -> None:
    desk = Desk()
    desk.run(Step.LATE)
    desk.run(Step.LATE)
    first, second = desk.bag.parcels
    assert first.key == second.key  # the way out sends one key once


def test_what_was_kept_meanwhile_is_no_letter() -> None:
    desk = Desk()
    desk.work.claim(SAM, desk.case.id, MONDAY)
    desk.work.close(SAM, desk.case.id, "Done.", MONDAY + timedelta(hours=1))
    desk.run(Step.THREE_QUARTERS)
    assert desk.bag.parcels == []
