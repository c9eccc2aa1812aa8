"""Who has a case: its guest is told by name, a colleague of what is passed on. Never a word of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from webchat.cases.case import Case, Errand, Plain, Status, latest
from webchat.cases.people.sight import may_see
from webchat.cases.ports import CaseStore, Policies
from webchat.cases.words import ReplyBy
from webchat.notify.letters import Letters, address_of
from webchat.notify.ways_out import Parcel, TryAgain, WayOut

_LETTERS = ("passed_to_you", "passing_declined")


@dataclass(frozen=True, slots=True)
class Hands:
    """Writes when a case comes into somebody's hands. `mail_of` and `shown_at` are as for `Errands`."""

    cases: CaseStore
    policies: Policies
    letters: Letters
    mail: WayOut
    texts: WayOut
    mail_of: Callable[[str], str]
    shown_at: str = ""

    def tell_guest(self, errand: Errand, case: Case) -> None:
        """Who has it, where that is safe, else only that there is an update; nothing where it is so no more.

        That somebody has it tells nothing of whom a guest writes for (`consent.is_limited`). Raises TryAgain.
        """
        owner = str(errand.payload.get("staff", ""))
        names = {one.staff_id: one.name for one in self.cases.members(case.charity)}
        guest = latest(self.cases.people(case.id), "guest")
        way = {ReplyBy.EMAIL: self.mail, ReplyBy.TEXT: self.texts}.get(case.reply_by)
        if case.status is not Status.OPEN or case.owner != owner or owner not in names:
            return
        if guest is None or way is None or not guest.contact:
            return
        letter = "who_has_it" if guest.safe_to_contact is True else "update"
        subject, body = self.letters.write(letter, case.lang, self._values(case, names[owner]))
        # Looked at again, and last: this very moment a guest may have said that it is not safe any more.
        now = self.cases.case(case.charity, case.id)
        if now is None or now.version != case.version:
            raise TryAgain("changed")
        way.send(Parcel(guest.contact, subject, body, errand.key))

    def tell_colleague(self, errand: Errand, case: Case) -> None:
        """One member of staff, if they may know of the case at this moment."""
        staff_id, letter = (str(errand.payload.get(name, "")) for name in ("staff", "letter"))
        staff = self.cases.members(case.charity)
        member = next((one for one in staff if one.staff_id == staff_id), None)
        address = self.mail_of(staff_id)
        if member is None or not address or letter not in _LETTERS:
            return
        about = latest(self.cases.people(case.id), "about")
        order = self.policies.policy(case.charity).about_person_order
        if may_see(member, case, about.name if about else "", staff, order):
            subject, body = self.letters.write(letter, "en", self._values(case))
            self.mail.send(Parcel(address, subject, body, f"{errand.key}:{staff_id}"))

    def _values(self, case: Case, name: str = "") -> Mapping[str, Plain]:
        charity, at = self.policies.policy(case.charity).name, address_of(case.charity, self.shown_at)
        return {"charity": charity, "reference": case.reference, "at": at, "name": name}
