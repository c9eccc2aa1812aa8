"""Casework: the only way to change a case. One move, one transaction; `now` is always given."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases import delivering, guest_moves, moves, read_first, turns
from webchat.cases.case import About, Case, Delivery, Message, Person, Purpose, Sealed, Verdict, latest
from webchat.cases.code import new_reference
from webchat.cases.complaints import tasks
from webchat.cases.errors import AlreadyClaimed, NotAllowed, NotFound, Stale
from webchat.cases.formats.needed import formats_needed
from webchat.cases.formats.sending import fitted
from webchat.cases.new_codes import KnownBy, coded_anew
from webchat.cases.opening import Marks, Opening, opened
from webchat.cases.people import directing, panel
from webchat.cases.people.member import Member
from webchat.cases.people.sight import may_see
from webchat.cases.ports import CaseStore, Policies
from webchat.cases.promises.reminding import reminders
from webchat.cases.reports.tally import merged, tallied
from webchat.cases.rules import must_be_asked_how_it_went, must_be_known, must_be_open, must_explain, must_own
from webchat.cases.words import Kind, Why

_TRIES = 5
_IDS_PER_MOVE = 12


@dataclass(frozen=True, slots=True)
class Casework:
    """Every move of every case, over a store and the charities' policies.

    Raises NotFound for a case that is not there or not this person's to know of, Stale when somebody
    changed it meanwhile, NotAllowed with a short reason when the rules refuse.
    """

    store: CaseStore
    policies: Policies
    new_id: Callable[[], str] = lambda: secrets.token_hex(16)
    choose: Callable[[str], str] = secrets.choice

    def open(self, opening: Opening, now: datetime) -> Case:
        """Open a case, or find the one this sending has already opened (design.md 5)."""
        policy, calendar = self.policies.policy(opening.charity), self.policies.calendar(opening.charity)
        for _ in range(_TRIES):
            known = self.store.case_by_key(opening.charity, opening.key)
            if known:
                return known
            marks = Marks(self.new_id(), new_reference(self.choose), self.ids())
            change = opened(opening, marks, policy, calendar, now)
            if change.case.read_first:
                change = read_first.flagged(change, self.store.members(opening.charity), self.policies, now)
            clocks = reminders(change.case, change.promises, self.policies, now)
            change = replace(change, errands=(*change.errands, *clocks))
            with suppress(Stale), self.store.transaction():
                self.store.write(change)
                return change.case
        raise Stale(opening.key)

    def seen_by(self, member: Member, case_id: str) -> Case:
        """A case as far as this member of staff may know of it. Raises NotFound."""
        case = self.store.case(member.charity, case_id)
        if case is None or not self.may_see(member, case):
            raise NotFound(case_id)
        return case

    def may_see(self, member: Member, case: Case) -> bool:
        """Whether a member of staff may know of a case (design.md, "About a person?")."""
        about = latest(self.store.people(case.id), "about")
        staff = self.store.members(case.charity)
        order = self.policies.policy(case.charity).about_person_order
        return may_see(member, case, about.name if about else "", staff, order)

    def claim(self, member: Member, case_id: str, now: datetime) -> Case:
        """Take a case; the guest is told who has it. Raises AlreadyClaimed with who has."""
        case = self.seen_by(member, case_id)
        if case.owner == member.staff_id:
            return case
        if case.owner:
            raise AlreadyClaimed(case.owner)
        policy, staff = self.policies.policy(case.charity), self.store.members(case.charity)
        directing.must_be_for(member, case, self.store.events(case.id), policy, staff)
        try:
            return self.move(case, moves.claimed(case, member, now))
        except Stale:
            other = self.store.case(member.charity, case_id)
            if other and other.owner:
                raise AlreadyClaimed(other.owner) from None
            raise

    def give_back(self, member: Member, case_id: str, now: datetime) -> Case:
        """Put a case back for anybody to take."""
        case = self.seen_by(member, case_id)
        must_own(case, member)
        return self.move(case, moves.given_back(case, member, now))

    def new_code(
        self,
        member: Member,
        case_id: str,
        make: Callable[[], Sealed],
        known_by: KnownBy,
        now: datetime,
    ) -> Case:
        """Give a guest who lost their code another; losing it never loses the case (issue 3, line 10).

        `make` makes it, which is dear: it is asked only of whoever has the case.
        """
        case = self.seen_by(member, case_id)
        must_own(case, member)
        return self.move(case, coded_anew(case, member, make(), known_by, now))

    def write(self, member: Member, case_id: str, letter: moves.Letter, now: datetime) -> Case:
        """Send words to the guest: an acknowledgement, an update, the reply, or the outcome."""
        case = self.seen_by(member, case_id)
        must_be_open(case)
        must_own(case, member)
        if letter.states_date:
            must_be_known(letter.states_date, self.policies.calendar(case.charity).last)
        promises, policy = self.store.promises(case.id), self.policies.policy(case.charity)
        panel.must_be_heard(case, letter.purpose, bool(letter.states_date), promises, policy)
        contact = self._guest_contact(case)
        letter = fitted(case, letter, self.store.needs(case.id))
        return self.move(case, moves.write(case, promises, member, letter, contact, self.ids(), now))

    def state_date(
        self,
        member: Member,
        case_id: str,
        promise_id: str,
        on: date,
        reason: str,
        now: datetime,
        neutral: bool = False,
        why: Why | None = None,
    ) -> Case:
        """Tell the guest a date, which becomes a promise; a later one needs a reason, in words and as a code
        that can be counted (policy-facts F8; issue 4, line 3)."""
        case = self.seen_by(member, case_id)
        must_be_open(case)
        must_own(case, member)
        must_be_known(on, self.policies.calendar(case.charity).last)
        promises, policy = self.store.promises(case.id), self.policies.policy(case.charity)
        promise = next((one for one in promises if one.id == promise_id), None)
        if promise is None:
            raise NotFound(promise_id)
        panel.must_be_heard(case, Purpose.UPDATE, True, promises, policy)
        contact, ids = self._guest_contact(case), self.ids()
        # The date itself is told in their own language.
        forms = formats_needed(case.lang, case.lang, self.store.needs(case.id))
        told = moves.state_date(
            case, promises, promise, member, on, reason, why, neutral, forms, contact, ids, now
        )
        return self.move(case, told)

    def delivered(
        self, member: Member, case_id: str, message_id: str, delivery: Delivery, now: datetime
    ) -> Case:
        """Record that a letter was posted, or a call answered or not; only the first two keep a promise."""
        case = self.seen_by(member, case_id)
        must_own(case, member)
        message = next((one for one in self.store.messages(case.id) if one.id == message_id), None)
        if message is None:
            raise NotFound(message_id)
        done = delivering.delivered(case, self.store.promises(case.id), message, delivery, member, now)
        return self.move(case, done)

    def not_sent(self, charity: str, case_id: str, message_id: str, now: datetime) -> None:
        """Note that a queued message could not be sent, ever: what it kept is owed again.

        One that has gone further, or is gone, is left alone. Raises Stale when others keep changing the case.
        """
        store = self.store

        def undone(case: Case) -> moves.Moved | None:
            owed, said = store.promises(case_id), store.messages(case_id)
            return delivering.not_sent(case, owed, said, message_id, now)

        self.keep_trying(charity, case_id, undone)

    def close(self, member: Member, case_id: str, reason: str, now: datetime, neutral: bool = False) -> Case:
        """Close a case; with a promise not kept, only with a reason that the guest is shown."""
        case = self.seen_by(member, case_id)
        must_be_open(case)
        must_own(case, member)
        must_explain(self.store.promises(case.id), reason)
        forms = formats_needed(case.lang, "en" if reason.strip() else case.lang, self.store.needs(case.id))
        contact, ids = self._guest_contact(case), self.ids()
        closed = moves.close(case, member, reason, neutral, forms, contact, ids, now)
        return self.move(case, closed)

    def guest_adds(self, case: Case, body: str, lang: str, now: datetime, in_danger: bool = False) -> Case:
        """Add a guest's words; after staff's last ones the channel's promises start afresh, and a closed case
        is open again (design.md, rules for dates). `in_danger`: they may mean danger, so they are read first.
        Raises NotAllowed for empty words."""
        if not body.strip():
            raise NotAllowed("no_words")
        messages, promises = self.store.messages(case.id), self.store.promises(case.id)
        policy, calendar = self.policies.policy(case.charity), self.policies.calendar(case.charity)
        added = turns.guest_adds(case, messages, promises, body, lang, policy, calendar, self.ids(), now)
        if in_danger or case.kind is Kind.SAFEGUARDING:
            added = read_first.marked_again(added, self.store.members(case.charity), self.policies, now)
        return self.move(case, added)

    def keep_trying(self, charity: str, case_id: str, make: Callable[[Case], moves.Moved | None]) -> None:
        """Make a move that nobody waits for, on the case as it is now, until nobody is quicker.

        Nothing is done where the case is gone, or `make` wants nothing of it. Raises Stale after some tries.
        """
        for _ in range(_TRIES):
            case = self.store.case(charity, case_id)
            moved = make(case) if case else None
            with suppress(Stale):
                if case and moved:
                    self.move(case, moved)
                return
        raise Stale(case_id)

    def message(self, case: Case, member: Member | None, letter: moves.Letter, now: datetime) -> Message:
        """A message on the way its guest asked for; without a member it is the charity's own."""
        return moves.to_guest(case, member, letter, self._guest_contact(case), self.new_id(), now)

    def guest_takes_back(self, case: Case, now: datetime) -> Case:
        """The guest takes back what they sent: it is closed, nothing is owed any more, and staff are told.

        Done once; taken back again it is the same. Raises NotAllowed when staff have closed it.
        """
        if case.taken_back_at:
            return case
        must_be_open(case)
        return self.move(case, guest_moves.taken_back(case, self.store.promises(case.id), now))

    def guest_judges(self, case: Case, verdict: Verdict, words: str, now: datetime) -> Case:
        """How well we did, said once when the case is closed. The same said twice is one answer.

        Raises NotAllowed ("not_asked") while it runs, when its guest took it back, or after another answer.
        """
        if (case.verdict, case.verdict_words) == (verdict, words.strip()):
            return case
        must_be_asked_how_it_went(case)
        return self.move(case, guest_moves.judged(case, verdict, words, now))

    def change_kind(self, member: Member, case_id: str, kind: Kind, now: datetime) -> Case:
        """Make a concern a complaint, or the like: the first receipt stays (guest-rules E6)."""
        case = self.seen_by(member, case_id)
        must_be_open(case)
        policy, calendar = self.policies.policy(case.charity), self.policies.calendar(case.charity)
        promises = self.store.promises(case.id)
        contact = self._guest_contact(case)
        changed = turns.change_kind(case, promises, kind, policy, calendar, member, contact, self.ids(), now)
        return self.move(case, self._in_right_hands(changed))

    def say_who(self, member: Member, case_id: str, staff_id: str, now: datetime) -> Case:
        """Say which member of staff a case is about, or with an empty id that it is none of them.

        From that moment the person named can never see it, nor keep it (guest-rules E16, I8).
        """
        case = self.seen_by(member, case_id)
        if staff_id == member.staff_id:
            raise NotAllowed("about_yourself")
        order = self.policies.policy(case.charity).about_person_order
        if case.about is About.MATCHED and case.about_staff != staff_id and not member.has(order[-1]):
            # Whoever was named stays named: a second opinion is for the most senior alone.
            raise NotAllowed("said_already")
        staff = self.store.members(case.charity)
        if staff_id and staff_id not in {one.staff_id for one in staff}:
            raise NotFound(staff_id)
        said = self._in_right_hands(turns.say_who(case, staff_id, member, now))
        if staff_id and case.read_first_by == staff_id:  # only the person it is about has read it
            said = read_first.marked_again(said, staff, self.policies, now)
        return self.move(case, said)

    def _in_right_hands(self, moved: moves.Moved) -> moves.Moved:
        """Nobody keeps what the policy now gives to others (Help & Care 15.3), or what is about them."""
        policy, staff = self.policies.policy(moved.case.charity), self.store.members(moved.case.charity)
        case = panel.still_sitting(directing.in_right_hands(moved.case, policy, staff), staff)
        return replace(moved, case=case, tasks=tasks.taken_from(case.about_staff, self.store.tasks(case.id)))

    def guest(self, case: Case) -> Person:
        """The guest of a case, as last told."""
        return latest(self.store.people(case.id), "guest") or Person(case.id, "guest")

    def _guest_contact(self, case: Case) -> bool:
        return bool(self.guest(case).contact)

    def ids(self) -> tuple[str, ...]:
        """New ids, more than one move needs."""
        return tuple(self.new_id() for _ in range(_IDS_PER_MOVE))

    def move(self, read: Case, moved: moves.Moved) -> Case:
        """Store a move, worked out here or in another room of the core. Raises Stale."""
        promises = merged(self.store.promises(read.id), moved.promises)
        case = tallied(replace(moved.case, version=read.version + 1), promises)
        at = [one.at for one in moved.events[:1]]  # none where only a wait is added: minutes remind nobody
        clocks = reminders(case, moved.promises, self.policies, *at) if at else ()
        with self.store.transaction():
            self.store.write(moved.change(case, read.version, clocks))
        return case
