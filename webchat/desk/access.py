"""Who may do what at the desk: one table. A route without an entry fails the tests (security.md C1)."""

from webchat.cases.member import Member
from webchat.cases.words import Role

# Whoever works with cases. Which cases, the core says case by case (`cases/sight.py`).
CASE_ROLES = (
    Role.WORKER,
    Role.MANAGER,
    Role.SERVICE_LEAD,
    Role.DIRECTOR,
    Role.GOVERNANCE,
    Role.CHIEF_EXECUTIVE,
    Role.CHAIR,
    Role.SAFEGUARDING_LEAD,
    Role.SAFEGUARDING_DEPUTY,
    Role.ADMINISTRATOR,
)
# Who arranges everybody's times; anybody else arranges their own (design.md, Roles).
ARRANGERS = (
    Role.MANAGER,
    Role.SERVICE_LEAD,
    Role.DIRECTOR,
    Role.CHIEF_EXECUTIVE,
    Role.ADMINISTRATOR,
)

MAY: dict[str, tuple[Role, ...]] = {
    "desk_lists.board": CASE_ROLES,
    "desk_lists.closed": CASE_ROLES,
    "desk_cases.case": CASE_ROLES,
    "desk_cases.read": CASE_ROLES,
    "desk_cases.claim": CASE_ROLES,
    "desk_cases.give_back": CASE_ROLES,
    "desk_cases.write": CASE_ROLES,
    "desk_cases.state_date": CASE_ROLES,
    "desk_cases.delivered": CASE_ROLES,
    "desk_cases.close": CASE_ROLES,
    "desk_cases.kind": CASE_ROLES,
    "desk_cases.about": CASE_ROLES,
    "desk_cases.new_code": CASE_ROLES,
    "desk_cases.code": CASE_ROLES,
    "desk_cases.hide_code": CASE_ROLES,
    "desk_times.diary": CASE_ROLES,
    "desk_times.offer": CASE_ROLES,
    "desk_times.withdraw": CASE_ROLES,
    "desk_times.close": CASE_ROLES,
    "desk_times.reopen": CASE_ROLES,
    "desk_cases.heard": CASE_ROLES,
    "desk_cases.take_over": CASE_ROLES,
    "desk_cases.information": CASE_ROLES,
    "desk_cases.information_request": CASE_ROLES,
    "desk_cases.elected": CASE_ROLES,
    "desk_cases.seen": CASE_ROLES,
    "desk_cases.not_come": CASE_ROLES,
}
PUBLIC = (
    "desk_door.sign_in",
    "desk_door.signing_in",
    "desk_door.sign_out",
    "desk_door.invited",
    "desk_door.accepting",
)


def may_arrange(member: Member, staff_id: str) -> bool:
    """Whether this member arranges the times of that person; empty is everybody."""
    return member.staff_id == staff_id or member.has(*ARRANGERS)
