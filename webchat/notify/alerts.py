"""Alerts: whoever reads first what must be read first is told at once, and never a word of it (E13, G12)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from webchat.cases.case import Case, Errand, Plain
from webchat.cases.contact import is_email, is_phone
from webchat.cases.people.guarding import Guarding
from webchat.cases.people.sight import Guard, Guards
from webchat.notify.letters import Letters, address_of
from webchat.notify.ways_out import Parcel, TryAgain, WayOut, WillNotGo


@dataclass(frozen=True, slots=True)
class Alerts:
    """Sends them to people's own addresses, and to the charity's list of whom to reach.

    `mail_of` finds an account's email address; `reach_of` what charity.toml tells of the lead or the deputy,
    empty for anybody else. `alerted` notes who was told. `shown_at` is as for `Errands`.
    """

    guarding: Guarding
    letters: Letters
    mail: WayOut
    texts: WayOut
    mail_of: Callable[[str], str]
    reach_of: Callable[[str, Guard], str]
    alerted: Callable[[str, str, Guard], None]
    shown_at: str = ""

    def run(self, errand: Errand, case: Case) -> None:
        """Tell whoever's turn it is, unless somebody has read it. Who that is, is asked only now (T8).

        Where one cannot be reached at all, the next is told at once. Raises TryAgain or WillNotGo where it
        reached nobody.
        """
        step, told = errand.payload.get("step"), self.guarding.guardians(case)
        if case.read_first_at or not isinstance(step, int) or step >= len(told):
            return
        subject, body = self.letters.write("read_first", "en", self._values(case))
        for guards in told[step:]:
            to_them = self._ways(case, guards)
            parcels = [(way, Parcel(to, subject, body, f"{errand.key}:{to}")) for way, to in to_them]
            try:
                _send_any(parcels)
            except WillNotGo:
                if guards == told[-1]:
                    raise
                continue
            self.alerted(case.charity, case.id, guards.guard)
            return

    def _ways(self, case: Case, guards: Guards) -> Iterator[tuple[WayOut, str]]:
        addresses = {self.mail_of(one) for one in sorted(guards.staff_ids)}
        reach = self.reach_of(case.charity, guards.guard).strip() if guards.all_of_them else ""
        if is_email(reach):
            addresses.add(reach)
        elif is_phone(reach):
            yield self.texts, reach
        yield from ((self.mail, one) for one in sorted(addresses) if one)

    def _values(self, case: Case) -> Mapping[str, Plain]:
        name = self.guarding.casework.policies.policy(case.charity).name
        at = address_of(case.charity, self.shown_at)
        return {"charity": name, "reference": case.reference, "at": at}


def _send_any(ways: Iterable[tuple[WayOut, Parcel]]) -> None:
    """Send by every way; what went by one has reached them. Raises TryAgain if any may go later."""
    faults: list[TryAgain | WillNotGo] = []
    sent = False
    for way, parcel in ways:
        try:
            way.send(parcel)
            sent = True
        except (TryAgain, WillNotGo) as fault:
            faults.append(fault)
    if not sent:
        later = [one for one in faults if isinstance(one, TryAgain)]
        raise (later or faults or [WillNotGo("nobody")])[0]
