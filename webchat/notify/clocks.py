"""Staff are told that part of a promise's time has gone, or all of it; never a word of the case (G12)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from webchat.cases.case import Case, Errand, Plain
from webchat.cases.promises.clockwork import Reached
from webchat.cases.promises.reminding import Step
from webchat.i18n import dates
from webchat.notify.letters import Letters, address_of
from webchat.notify.ways_out import Parcel, WayOut

_LETTERS = {Step.QUARTER: "reminder", Step.THREE_QUARTERS: "reminder_soon", Step.LATE: "late_for_staff"}
Looks = Callable[[str, str, str, Step, str], Reached | None]


@dataclass(frozen=True, slots=True)
class Clocks:
    """Looks at the promise, then writes to whoever it concerns. `looks` is `Clockwork.reached`, given now.

    `mail_of`, `name_of` (a charity's name) and `shown_at` are as for `Errands`.
    """

    looks: Looks
    letters: Letters
    mail: WayOut
    mail_of: Callable[[str], str]
    name_of: Callable[[str], str]
    shown_at: str = ""

    def run(self, errand: Errand, case: Case) -> None:
        """Tell them, unless it was kept meanwhile. Each address gets each letter once."""
        promise, step, due = (str(errand.payload.get(name, "")) for name in ("promise", "step", "due"))
        if step not in list(Step):
            return
        reached = self.looks(case.charity, case.id, promise, Step(step), due)
        if reached is None:
            return
        subject, body = self.letters.write(_LETTERS[reached.step], "en", self._values(reached))
        for member in reached.told:
            address = self.mail_of(member.staff_id)
            if address:
                self.mail.send(Parcel(address, subject, body, f"{errand.key}:{member.staff_id}"))

    def _values(self, reached: Reached) -> Mapping[str, Plain]:
        case, due_on = reached.case, reached.promise.due_on
        at = address_of(case.charity, self.shown_at)
        date = dates.day(due_on, "en") if due_on else ""
        return {"charity": self.name_of(case.charity), "reference": case.reference, "date": date, "at": at}
