"""Who may do what to which case: the one table of it (issue 4, line 1; security.md C1).

`SIGHT` says which roles may know of which sort of case, `POWERS` what may be done at the desk, by whom, and
what they must be to the case. A page that stands in no line of it fails the tests. What no role gives:
whoever a case is about never knows of it, whatever they are; a case of another charity is not there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from webchat.cases.words import Role


class Sort(StrEnum):
    """What a case is, as far as sight goes. One case may be several of the first five."""

    ORDINARY = "ordinary"
    APPOINTMENT = "appointment"
    ABOUT_SOMEBODY = "about_somebody"
    APPEAL = "appeal"
    DECIDING = "deciding"
    ABOUT_UNMATCHED = "about_unmatched"
    SAFEGUARDING = "safeguarding"


class Relation(StrEnum):
    """What somebody must be to a case. `none`: the page is about no one case.

    `may_take`: the policy gives it to nobody else (`directing.py`); `reads_first`: the lead, the deputy, or
    who reads in their place (`sight.guardians`); `arranges`: with whom its time is, who has the case, or who
    arranges for all (`rearranging.may_rearrange`); `is_offered`: whoever has it passes it to them.
    """

    NONE = "none"
    SEES = "sees"
    HAS = "has"
    MAY_TAKE = "may_take"
    READS_FIRST = "reads_first"
    ARRANGES = "arranges"
    IS_OFFERED = "is_offered"


@dataclass(frozen=True, slots=True)
class Power:
    """What may be done: by which roles, and what they must be to the case."""

    roles: tuple[Role, ...]
    relation: Relation


_WORK_ON_CASES = (
    Role.WORKER,
    Role.MANAGER,
    Role.SERVICE_LEAD,
    Role.DIRECTOR,
    Role.GOVERNANCE,
    Role.CHIEF_EXECUTIVE,
    Role.SAFEGUARDING_LEAD,
    Role.SAFEGUARDING_DEPUTY,
)
# Which cases each of them then knows of, `SIGHT` says.
HAVE_A_DESK = (*_WORK_ON_CASES[:6], Role.CHAIR, *_WORK_ON_CASES[6:], Role.ADMINISTRATOR)
# Who reads reports: whoever answers for the work, not for one case; a trustee reads nothing else (line 10).
READ_REPORTS = (
    Role.MANAGER,
    Role.SERVICE_LEAD,
    Role.DIRECTOR,
    Role.GOVERNANCE,
    Role.CHIEF_EXECUTIVE,
    Role.CHAIR,
    Role.TRUSTEE,
)
# Who arranges everybody's times; anybody else arranges their own (design.md, Roles).
ARRANGE_ALL_TIMES = (
    Role.MANAGER,
    Role.SERVICE_LEAD,
    Role.DIRECTOR,
    Role.CHIEF_EXECUTIVE,
    Role.ADMINISTRATOR,
)

# Who says that somebody else is away; their line manager does as well (issue 4, line 7).
SAY_WHO_IS_AWAY = (Role.MANAGER, Role.SERVICE_LEAD, Role.DIRECTOR, Role.CHIEF_EXECUTIVE)

# The chair takes up what has been said of a named person, hears appeals (Help & Care 17), and
# decides with others about guests (Living Well Bromley 4.3). The last two
# sorts are open to nobody by their role alone: the pack's order says who sees the one
# (`sight.first_who_cannot_be`); the lead, the deputy, or where neither may the most senior, sees the other
# (`sight.guardians`).
SIGHT: Mapping[Sort, tuple[Role, ...]] = {
    Sort.ORDINARY: _WORK_ON_CASES,
    Sort.APPOINTMENT: (*_WORK_ON_CASES, Role.ADMINISTRATOR),
    Sort.ABOUT_SOMEBODY: (*_WORK_ON_CASES, Role.CHAIR),
    Sort.APPEAL: (*_WORK_ON_CASES, Role.CHAIR),
    Sort.DECIDING: (*_WORK_ON_CASES, Role.CHAIR),
    Sort.ABOUT_UNMATCHED: (),
    Sort.SAFEGUARDING: (),
}

_LOOK = Power(HAVE_A_DESK, Relation.NONE)
_REPORT = Power(READ_REPORTS, Relation.NONE)
_SEE = Power(HAVE_A_DESK, Relation.SEES)
_HAVE = Power(HAVE_A_DESK, Relation.HAS)
_ARRANGE = Power(HAVE_A_DESK, Relation.ARRANGES)

POWERS: Mapping[str, Power] = {
    "lists.board": _LOOK,
    "lists.closed": _LOOK,
    "lists.appeals": Power((Role.TRUSTEE,), Relation.NONE),
    "lists.find": _LOOK,
    "lists.found": _LOOK,
    "lists.to_do": _LOOK,
    "entering.ask": _LOOK,
    "entering.enter": _LOOK,
    "entering.ask_many": _LOOK,
    "entering.headings": _LOOK,
    "entering.enter_many": _LOOK,
    "reports.report": _REPORT,
    "reports.download": _REPORT,
    "lists.decisions": _LOOK,
    "cases.decision": _SEE,
    "cases.propose": _SEE,
    "cases.lift": _SEE,
    "cases.decide": _SEE,
    # A trustee sees the appeal on whose panel they sit, and no other case (Help & Care 17.3).
    "cases.case": Power((*HAVE_A_DESK, Role.TRUSTEE), Relation.SEES),
    "cases.read": Power(HAVE_A_DESK, Relation.READS_FIRST),
    "cases.claim": Power(HAVE_A_DESK, Relation.MAY_TAKE),
    "cases.kind": _SEE,
    "cases.about": _SEE,
    "cases.elected": _SEE,
    "cases.give_back": _HAVE,
    "cases.write": _HAVE,
    "cases.news": _SEE,
    "cases.look": _SEE,
    "cases.pass_on": _HAVE,
    "cases.take_back": _HAVE,
    "cases.accept": Power(HAVE_A_DESK, Relation.IS_OFFERED),
    "cases.decline": Power(HAVE_A_DESK, Relation.IS_OFFERED),
    "cases.state_date": _HAVE,
    "cases.delivered": _HAVE,
    "cases.panel": _HAVE,
    "cases.agree": _HAVE,
    "cases.spoke": _HAVE,
    "cases.promise": _HAVE,
    "cases.made": _HAVE,
    "cases.needs": _SEE,
    "cases.correct_needs": _HAVE,
    "cases.ask_needs": _HAVE,
    "cases.cannot_meet": _HAVE,
    "cases.close": _HAVE,
    "cases.new_code": _HAVE,
    "cases.code": _SEE,
    "cases.hide_code": _SEE,
    "cases.heard": _HAVE,
    "cases.take_over": _HAVE,
    "cases.information": _HAVE,
    "cases.information_request": _HAVE,
    "cases.came_earlier": _HAVE,
    "cases.seen": _HAVE,
    "cases.not_come": _HAVE,
    "cases.time_agreed": _SEE,
    "cases.move_time": _ARRANGE,
    "cases.cancel_time": _ARRANGE,
    "cases.late": _ARRANGE,
    "cases.held": _ARRANGE,
    "cases.arranged": _ARRANGE,
    "times.diary": _LOOK,
    "times.offer": _LOOK,
    "times.withdraw": _LOOK,
    "times.close": _LOOK,
    "times.reopen": _LOOK,
    "away.who": _LOOK,
    "away.say": _LOOK,
    "away.change": _LOOK,
    "away.back": _LOOK,
    # Of an action that was promised: who may know of it, and settle it, `cases/complaints/tasks.py` says.
    "learning.action": _LOOK,
    "learning.done": _LOOK,
    "learning.drop": _LOOK,
    "learning.give": _LOOK,
    "feed.subscription": _LOOK,
    "feed.make": _LOOK,
    "feed.stop": _LOOK,
}
