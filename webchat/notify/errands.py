"""Runs one errand of the outbox: reads the words when it is time, never before (design.md, outbox)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from webchat.cases.case import (
    OF_DECISIONS,
    OF_TIMES,
    Case,
    Delivery,
    Errand,
    Message,
    Person,
    Plain,
    Purpose,
    latest,
)
from webchat.cases.consent import is_withheld
from webchat.cases.people.directing import those_told
from webchat.cases.people.sight import may_see
from webchat.cases.ports import CaseStore, Policies
from webchat.cases.promises.calendar import LONDON
from webchat.cases.words import Kind, ReplyBy
from webchat.i18n import dates
from webchat.notify.letters import Letters, address_of
from webchat.notify.ways_out import Parcel, TryAgain, WayOut


@dataclass(frozen=True, slots=True)
class Errands:
    """What the outbox asks for, over the ways out. `mail_of` finds a member of staff's email address.

    `delivered` notes that a message was sent; `not_sent` that it never will be.
    `other_way` is how else a charity is reached while somebody is away, as it told us, or empty.
    `others` run what is none of these, by its kind.
    `shown_at` is the address guests and staff come to, without a slash at its end; empty if not told.
    """

    cases: CaseStore
    policies: Policies
    letters: Letters
    mail: WayOut
    texts: WayOut
    mail_of: Callable[[str], str]
    delivered: Callable[[str, Delivery], None]
    not_sent: Callable[[str, str, str], None]
    shown_at: str = ""
    other_way: Callable[[str], str] = lambda charity: ""
    others: Mapping[str, Callable[[Errand, Case], None]] = field(default_factory=dict)

    def run(self, errand: Errand) -> None:
        """Run one. Raises TryAgain when it may go later, WillNotGo when a person must see to it."""
        case = self.cases.case(errand.charity, str(errand.payload.get("case", "")))
        if case is None:
            return
        match errand.kind:
            case "tell_staff":
                self._tell_staff(errand, case)
            case "send_message":
                self._send(errand, case)
            case kind if kind in self.others:
                self.others[kind](errand, case)

    def gave_up(self, errand: Errand) -> None:
        """It will never go. A guest's message becomes a task at the desk; what it kept is owed again."""
        if errand.kind == "send_message":
            case_id, message_id = (str(errand.payload.get(name, "")) for name in ("case", "message"))
            self.not_sent(errand.charity, case_id, message_id)

    def _tell_staff(self, errand: Errand, case: Case) -> None:
        # Sight is asked again at the moment of sending: who may know can change in between.
        staff = self.cases.members(case.charity)
        policy = self.policies.policy(case.charity)
        named = latest(self.cases.people(case.id), "about")
        about = named.name if named else ""
        for member in those_told(case, staff, policy):
            address = self.mail_of(member.staff_id)
            if address and may_see(member, case, about, staff, policy.about_person_order):
                # No clock runs on a safeguarding case.
                name = "read_first" if case.kind is Kind.SAFEGUARDING else "for_staff"
                subject, body = self.letters.write(name, "en", self._values(case))
                self.mail.send(Parcel(address, subject, body, f"{errand.key}:{member.staff_id}"))

    def _send(self, errand: Errand, case: Case) -> None:
        wanted = errand.payload.get("message")
        message = next((one for one in self.cases.messages(case.id) if one.id == wanted), None)
        guest = latest(self.cases.people(case.id), "guest")
        way = {ReplyBy.EMAIL: self.mail, ReplyBy.TEXT: self.texts}.get(case.reply_by)
        if message is None or guest is None or way is None or message.delivery is not Delivery.QUEUED:
            return
        if is_withheld(case, message):
            return
        # Looked at again, and last: this very moment a guest may have said that it is not safe any more.
        now = self.cases.case(case.charity, case.id)
        if now is None or now.version != case.version:
            raise TryAgain("changed")
        way.send(self._parcel(errand, case, message, guest))
        self.delivered(message.id, Delivery.SENT)

    def _parcel(self, errand: Errand, case: Case, message: Message, guest: Person) -> Parcel:
        of_times = message.purpose in OF_TIMES
        says = message.body.strip() or message.officer or message.states_date or of_times
        full = "away" if message.purpose is Purpose.AWAY else "times" if of_times else "reply"
        # What was decided about somebody is read on their page, with all that belongs to it.
        is_told = guest.safe_to_contact is True and says and message.purpose not in OF_DECISIONS
        name = full if is_told else "update"
        values = {**self._values(case), **_told(message, case.lang)}
        if full == "away":
            rule = self.policies.policy(case.charity).while_away
            values |= {"number": self.other_way(case.charity), "gives": rule.gives.value if rule else ""}
        subject, body = self.letters.write(name, case.lang, values)
        return Parcel(guest.contact, subject, body, errand.key)

    def _values(self, case: Case) -> Mapping[str, Plain]:
        policy = self.policies.policy(case.charity)
        at = address_of(case.charity, self.shown_at)
        return {"charity": policy.name, "reference": case.reference, "at": at}


def _told(message: Message, lang: str) -> Mapping[str, Plain]:
    """What a guest reads of a message: its words, and what it tells beside them (policy-facts F9)."""
    date = dates.day(message.states_date, lang) if message.states_date else ""
    return {
        "body": message.body.strip(),
        "author": message.author_name,
        "officer": message.officer,
        "date": date,
        "purpose": message.purpose.value,
        "was": dates.moment(message.time_was, lang) if message.time_was else "",
        "when": dates.moment(message.time_is, lang) if message.time_is else "",
        "time": dates.clock_time(message.time_is.astimezone(LONDON).time(), lang) if message.time_is else "",
    }
