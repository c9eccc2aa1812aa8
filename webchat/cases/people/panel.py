"""The panel that hears an appeal: none of them was involved before (Help & Care 17.3; guest-rules I8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from webchat.cases.case import About, Case, Event, Message, Purpose, Sitting
from webchat.cases.errors import NotAllowed
from webchat.cases.people.directing import had_before
from webchat.cases.people.member import Member
from webchat.cases.people.names import could_be_one, might_be
from webchat.cases.people.sight import could_be_about
from webchat.cases.promises.policy import Asks, Policy, StageDuty
from webchat.cases.promises.promise import Promise, State
from webchat.cases.words import PromiseName


@dataclass(frozen=True, slots=True)
class Before:
    """What was done with a complaint so far, whom it may be about, and who works at the charity."""

    case: Case
    events: Sequence[Event]
    messages: Sequence[Message]
    about_name: str
    staff: Sequence[Member]


def may_sit(asked: StageDuty, staff: Iterable[Member]) -> tuple[Member, ...]:
    """Those of whom the policy has a panel chosen, by name: a charity's Board."""
    return tuple(one for one in staff if one.has(*asked.roles))


def chosen(told: Sequence[Sitting], asked: StageDuty, before: Before) -> tuple[Sitting, ...]:
    """The panel as it is stored, each with the name that they have here.

    Raises NotAllowed, with whom it is about: "panel_not_full", "panel_twice", "not_of_the_board", or what
    `why_not` says of them.
    """
    by_id = {one.staff_id: one.name for one in may_sit(asked, before.staff)}
    some = tuple(Sitting(one.staff_id, by_id.get(one.staff_id, one.name).strip()) for one in told)
    if len([one for one in some if one.name]) != asked.sit:
        raise NotAllowed("panel_not_full")
    for place, one in enumerate(some):
        if one.staff_id and one.staff_id not in by_id:
            raise NotAllowed("not_of_the_board", one.name)
        if any(_same(one, other) for other in some[:place]):
            raise NotAllowed("panel_twice", one.name)
        reason = why_not(one, before)
        if reason:
            raise NotAllowed(reason, one.name)
    return some


def why_not(one: Sitting, before: Before) -> str:
    """Why somebody cannot sit: "panel_about" (it is or could be about them), "panel_had_it", "panel_officer"
    or "panel_wrote" (at an earlier stage); empty where nothing speaks against it.

    Whoever has no account is known by their name alone, and whoever could be meant by it is left out.
    """
    case = before.case
    if _is_about(one, before):
        return "panel_about"
    earlier = [event for event in before.events if event.at < case.stage_received_at]
    names = [str(event.fields.get("name", "")) for event in earlier if event.what == "claimed"]
    if one.staff_id in had_before(case, before.events) or _by_name(one, names):
        return "panel_had_it"
    said = [told for told in before.messages if told.at < case.stage_received_at and not told.from_guest]
    if any(could_be_one(told.officer, one.name) for told in said):
        return "panel_officer"
    if any(told.author == one.staff_id for told in said if told.author):
        return "panel_wrote"
    return "panel_wrote" if _by_name(one, [told.author_name for told in said]) else ""


def still_sitting(case: Case, staff: Iterable[Member]) -> Case:
    """The case without whoever it turns out to be about on its panel: they can never have heard it."""
    named = next((one for one in staff if one.staff_id == case.about_staff), None)
    if named is None:
        return case
    return replace(case, panel=tuple(one for one in case.panel if not _is(one, named)))


def must_be_heard(
    case: Case, purpose: Purpose, states_date: bool, promises: Iterable[Promise], policy: Policy
) -> None:
    """Refuse an outcome before those who hear it are named ("no_panel") and a date is agreed
    ("no_date_agreed"), and a date that staff only state where it is to be agreed ("agree_the_date").

    Only where the policy asks for it at this stage: no other charity has a panel (Help & Care 17.3).
    """
    panel = policy.asks(Asks.PANEL, case.stage)
    is_agreed = policy.asks(Asks.AGREED_DATE, case.stage)
    if states_date and is_agreed:
        raise NotAllowed("agree_the_date")
    if purpose is not Purpose.OUTCOME:
        return
    if panel and len(case.panel) != panel.sit:
        raise NotAllowed("no_panel")
    if is_agreed and not any(one.agreed_by for one in of_stage(case, promises)):
        raise NotAllowed("no_date_agreed")


def must_be_undecided(case: Case, promises: Iterable[Promise]) -> None:
    """Refuse to change who heard it once it is decided ("already_decided")."""
    if any(one.state is State.MET for one in of_stage(case, promises)):
        raise NotAllowed("already_decided")


def of_stage(case: Case, promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """What was promised of the outcome of this stage, replaced dates too."""
    return tuple(one for one in promises if (one.name, one.stage) == (PromiseName.OUTCOME, case.stage))


def _is_about(one: Sitting, before: Before) -> bool:
    case = before.case
    member = next((known for known in before.staff if one.staff_id and known.staff_id == one.staff_id), None)
    if member:
        return could_be_about(member, case, before.about_name, before.staff)
    unknown = Member("", one.name, case.charity, frozenset())
    if case.about is About.UNMATCHED:
        return could_be_about(unknown, case, before.about_name, before.staff)
    return case.about is About.MATCHED and any(
        known.staff_id == case.about_staff and might_be(one.name, known) for known in before.staff
    )


def _is(one: Sitting, member: Member) -> bool:
    return one.staff_id == member.staff_id if one.staff_id else might_be(one.name, member)


def _same(one: Sitting, other: Sitting) -> bool:
    if one.staff_id and other.staff_id:
        return one.staff_id == other.staff_id
    return could_be_one(one.name, other.name)


def _by_name(one: Sitting, names: Iterable[str]) -> bool:
    return not one.staff_id and any(could_be_one(name, one.name) for name in names)
