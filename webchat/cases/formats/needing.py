"""What a guest needs changes: asked about again, corrected on their word, or told that it cannot be met."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from webchat.cases.case import Case, Errand, Event, Plain, Purpose
from webchat.cases.casework import Casework
from webchat.cases.errors import NotAllowed
from webchat.cases.formats.needed import formats_needed, is_listed
from webchat.cases.moves import Letter, Moved, errands
from webchat.cases.needs import (
    ALL_FIELDS,
    INTERPRETER,
    LEAST_POINTS,
    MOST_POINTS,
    SOMETHING_ELSE,
    Need,
    NeedState,
    a_year_after,
)
from webchat.cases.people.member import Member
from webchat.cases.promises.calendar import london_date
from webchat.cases.rules import must_be_open, must_own

_LONGEST = 200  # characters of a need in the guest's words
_LARGE_PRINT = "large_print"


@dataclass(frozen=True, slots=True)
class Said:
    """What a guest says that they need: codes, a language, something else in their words, a size of print in
    points (0 where they have not said)."""

    codes: Collection[str]
    language: str = ""
    other: str = ""
    points: int = 0


@dataclass(frozen=True, slots=True)
class Needing:
    """The moves of what a guest needs. Raises what Casework raises."""

    casework: Casework

    def correct(self, member: Member, case_id: str, said: Said, now: datetime) -> Case:
        """Write down what the guest says they need now; what they do not name is ended (D17).

        Raises NotAllowed: "unknown_need", "need_too_long", "not_points".
        """
        case = self._mine(member, case_id)
        had = {(one.field, one.value): one for one in self.casework.store.needs(case.id)}
        has = {(one.field, one.value): one for one in _told(case.id, said, now)}
        again = a_year_after(london_date(now))
        told = tuple(
            replace(one, told_at=had[key].told_at if key in had else now, review_on=again)
            for key, one in has.items()
        )
        ended = tuple(replace(one, state=NeedState.ENDED) for key, one in had.items() if key not in has)
        fields: dict[str, Plain] = {
            "told": [*sorted(field for field, _ in has)],
            "ended": [*sorted(one.field for one in ended)],
        }
        event = Event(case.id, now, member.staff_id, "needs_corrected", fields)
        return self.casework.move(case, Moved(case, events=(event,), needs=(*ended, *told)))

    def ask(self, member: Member, case_id: str, now: datetime) -> Case:
        """Have the guest asked at their next contact whether it is still right. Raises NotAllowed
        ("nothing_told") where nothing was told."""
        case = self._mine(member, case_id)
        return self._again(case, member.staff_id, "needs_asked", london_date(now), now)

    def right(self, case: Case, now: datetime) -> Case:
        """The guest says that it is still right: they are asked again in a year."""
        return self._again(case, "guest", "needs_right", a_year_after(london_date(now)), now)

    def not_right(self, case: Case, now: datetime) -> Case:
        """The guest says that it is not right any more: it stays as it is until staff have asked them, and
        staff are told. Said twice it is once."""
        needs = self.casework.store.needs(case.id)
        if any(one.state is NeedState.DOUBTED for one in needs):
            return case
        doubted = tuple(replace(one, state=NeedState.DOUBTED) for one in _asked_about(needs))
        event = Event(case.id, now, "guest", "needs_doubted")
        key = f"needs_doubted:{case.id}:{case.version}"
        told = Errand(key, "tell_staff", case.charity, {"case": case.id}, now)
        return self.casework.move(case, Moved(case, events=(event,), errands=(told,), needs=doubted))

    def cannot_meet(
        self,
        member: Member,
        case_id: str,
        value: str,
        words: str,
        promised: Collection[str],
        now: datetime,
        neutral: bool = False,
    ) -> Case:
        """Tell the guest that a need cannot be met, and why (ACSOS: "explain why a preference cannot be
        met"). `promised` are the needs that the policy lists: those are met, not explained away.

        Raises NotAllowed: "nothing_told", "policy_lists_it", "no_unmet_words".
        """
        case = self._mine(member, case_id)
        needs = self.casework.store.needs(case.id)
        need = next((one for one in needs if one.value == value and one.is_to_be_met), None)
        if need is None:
            raise NotAllowed("nothing_told")
        if is_listed(need, promised):
            raise NotAllowed("policy_lists_it")
        if not words.strip():
            raise NotAllowed("no_unmet_words")
        others = [one for one in needs if one is not need]
        formats = formats_needed(case.lang, case.lang, others)
        by = london_date(now) if formats else None
        letter = Letter(Purpose.NEED_UNMET, words, neutral=neutral, formats=formats, make_by=by)
        message = self.casework.message(case, member, letter, now)
        event = Event(case.id, now, member.staff_id, "need_unmet", {"need": need.field})
        unmet = replace(need, state=NeedState.UNMET)
        moved = Moved(case, (), (message,), (event,), errands(case, message, now), needs=(unmet,))
        return self.casework.move(case, moved)

    def _mine(self, member: Member, case_id: str) -> Case:
        case = self.casework.seen_by(member, case_id)
        must_be_open(case)
        must_own(case, member)
        return case

    def _again(self, case: Case, who: str, what: str, review_on: date, now: datetime) -> Case:
        needs = _asked_about(self.casework.store.needs(case.id))
        if not needs:
            raise NotAllowed("nothing_told")
        told = tuple(replace(one, review_on=review_on, state=NeedState.TOLD) for one in needs)
        event = Event(case.id, now, who, what)
        return self.casework.move(case, Moved(case, events=(event,), needs=told))


def _asked_about(needs: Sequence[Need]) -> tuple[Need, ...]:
    return tuple(one for one in needs if one.is_to_be_met)


def _told(case_id: str, said: Said, now: datetime) -> list[Need]:
    if not set(said.codes) <= set(ALL_FIELDS):
        raise NotAllowed("unknown_need")
    if said.points and not LEAST_POINTS <= said.points <= MOST_POINTS:
        raise NotAllowed("not_points")
    in_words: Mapping[str, str] = {INTERPRETER: said.language.strip(), SOMETHING_ELSE: said.other.strip()}
    if max(map(len, in_words.values())) > _LONGEST:
        raise NotAllowed("need_too_long")
    told = []
    for code, field in ALL_FIELDS.items():
        if code in said.codes or in_words.get(code):
            points = said.points if code == _LARGE_PRINT and said.points else None
            told.append(Need(case_id, field, in_words.get(code) or code, now, points))
    return told
