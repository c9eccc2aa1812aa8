"""Months of a charity's work, made up by chance: guests write, staff answer in time, late or never."""

from contextlib import suppress
from datetime import datetime, timedelta
from random import Random

from tests.builders.cases import an_opening
from webchat.cases.case import Case, Delivery, Purpose, Status, Verdict
from webchat.cases.casework import Casework
from webchat.cases.complaints.complaining import Complaining
from webchat.cases.complaints.learning import Learning
from webchat.cases.complaints.tasks import Plan
from webchat.cases.errors import CaseError
from webchat.cases.formats.making import Making
from webchat.cases.formats.needed import LIVE
from webchat.cases.moves import Letter, Plainly
from webchat.cases.people.member import Member
from webchat.cases.rules import Whole, dated
from webchat.cases.words import Kind, ReplyBy, Why, WhyPlain

NEEDS = ("large_print", "braille", "bsl", "interpreter", "quiet_room", "Cantonese, please")
WAYS = (ReplyBy.CODE, ReplyBy.EMAIL, ReplyBy.LETTER, ReplyBy.PHONE)
VERDICTS = tuple(Verdict)


class Busy:
    """Work on many cases of one charity. What the rules refuse is simply not done."""

    def __init__(
        self, work: Casework, charity: str, staff: tuple[Member, ...], chance: Random, now: datetime
    ) -> None:
        self.work, self.charity, self.staff, self.chance, self.now = work, charity, staff, chance, now
        self.ids: list[str] = []
        self.acts_in: list[str] = []

    def go_on(self, steps: int, hours: int = 30) -> "Busy":
        """Do so many things, each some hours after the last one."""
        for _ in range(steps):
            self.now += timedelta(hours=self.chance.uniform(0, hours))
            with suppress(CaseError):
                self._step()
        return self

    def _step(self) -> None:
        if not self.ids or self.chance.random() < 0.3:
            self._open()
            return
        found = self.work.store.case(self.charity, self.chance.choice(self.ids))
        assert found is not None
        able = [one for one in self.staff if self.work.may_see(one, found)]
        doing = [
            *[self._answer] * 3, *[self._decide] * 2, self._act,
            *(self._state, self._close, self._sort), *[self._make, self._guest] * 2,
        ]  # fmt: skip
        self.chance.choice(doing)(found, self.chance.choice(able or self.staff))

    def _open(self) -> None:
        needs = self.chance.sample(NEEDS, self.chance.choice((0, 0, 1, 2)))
        opening = an_opening(
            charity=self.charity,
            kind=self.chance.choice((*Kind, Kind.COMPLAINT)),
            lang=self.chance.choice(("en", "en", "pl", "ar")),
            reply_by=self.chance.choice(WAYS),
            contact="ana@example.org",
            needs=tuple(("information_format", one) for one in needs),
            about_person=self.chance.random() < 0.15,
            about_name=self.chance.choice(("", "Zed")),
        )
        self.ids.append(self.work.open(opening, self.now).id)

    def _mine(self, case: Case, member: Member) -> Case:
        return case if case.owner == member.staff_id else self.work.claim(member, case.id, self.now)

    def _answer(self, case: Case, member: Member) -> None:
        case = self._mine(case, member)
        purpose = self.chance.choice((Purpose.ACKNOWLEDGE, Purpose.REPLY, Purpose.OUTCOME, Purpose.UPDATE))
        on = (self.now + timedelta(days=self.chance.randint(0, 30))).date()
        told = on if purpose is Purpose.ACKNOWLEDGE and self.chance.random() < 0.6 else None
        plain = Plainly(self.chance.choice(tuple(WhyPlain)), "No printer.")
        letter = Letter(
            purpose,
            "Words.",
            self.chance.choice(("en", case.lang)),
            told,
            "Olu",
            "More is to be asked.",
            make_by=self.now.date() if purpose is Purpose.UPDATE else None,
            plain=plain if self.chance.random() < 0.3 else None,
        )
        self.work.write(member, case.id, letter, self.now)

    def _decide(self, case: Case, member: Member) -> None:
        if case.kind is not Kind.COMPLAINT:
            return
        case = self._mine(case, member)
        nothing = self.chance.random() < 0.4
        learned = "Nothing." if nothing else "We ring first."
        whole = Whole("Late.", learned, "Write to us.", nothing)
        body = f"Late.\n\nWhat we learned\n{learned}"
        self.work.write(member, case.id, Letter(Purpose.OUTCOME, body, whole=whole), self.now)

    def _act(self, case: Case, member: Member) -> None:
        """Promise an action, or settle one."""
        learning = Learning(self.work)
        where = self.chance.choice(self.acts_in or self.ids)
        some = [one for one in self.work.store.tasks(where) if one.is_open]
        if some and self.chance.random() < 0.6:
            one = self.chance.choice(some)
            doer = next((who for who in self.staff if who.staff_id == one.owner), member)
            if self.chance.random() < 0.3:
                learning.drop(doer, one.id, "Not now.", self.now)
            else:
                learning.done(doer, one.id, "We ring.", "We ring.", self.now)
            return
        owner = next((who for who in self.staff if who.staff_id == case.owner), member)
        case = self._mine(case, owner)
        days = [timedelta(days=self.chance.randint(0, 30)) for _ in range(3)]
        doers = self.chance.choices(self.staff, k=3)
        plans = [
            Plan("Late.", "Ring.", doer.staff_id, (self.now + day).date())
            for doer, day in zip(doers, days, strict=True)
        ]
        learning.promise(owner, case.id, plans, self.now)
        self.acts_in.append(case.id)

    def _make(self, case: Case, member: Member) -> None:
        case = self._mine(case, member)
        for one in self.work.store.messages(case.id):
            if one.delivery is Delivery.TO_MAKE:
                how = Delivery.INTERPRETED if set(one.formats) & set(LIVE) else Delivery.HANDED_OVER
                Making(self.work).made(member, case.id, one.id, how, self.now)

    def _state(self, case: Case, member: Member) -> None:
        case = self._mine(case, member)
        promise = dated(self.work.store.promises(case.id))
        if promise:
            on = (self.now + timedelta(days=self.chance.randint(0, 40))).date()
            self.work.state_date(member, case.id, promise.id, on, "It takes longer.", self.now, why=Why.OTHER)

    def _close(self, case: Case, member: Member) -> None:
        self.work.close(member, self._mine(case, member).id, "Done.", self.now)

    def _sort(self, case: Case, member: Member) -> None:
        if self.chance.random() < 0.2:
            self.work.say_who(member, case.id, self.chance.choice((self.staff[0].staff_id, "")), self.now)
        else:
            self.work.change_kind(member, case.id, self.chance.choice(tuple(Kind)), self.now)

    def _guest(self, case: Case, _member: Member) -> None:
        if case.kind is Kind.COMPLAINT and self.chance.random() < 0.5:
            Complaining(self.work).go_on(case, "Not good.", "en", self.now)
        elif case.status is Status.CLOSED:
            self.work.guest_judges(case, self.chance.choice(VERDICTS), "", self.now)
        elif self.chance.random() < 0.3:
            self.work.guest_takes_back(case, self.now)
        else:
            self.work.guest_adds(case, "One more thing.", "en", self.now)
