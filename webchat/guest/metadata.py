"""What a turn tells the actions besides the guest's words: the charity, its hours, what it offers."""

from datetime import datetime

from webchat.cases.promises.calendar import london_date
from webchat.cases.promises.clock import next_open
from webchat.cases.words import Role
from webchat.chat.dialogue import JSON
from webchat.i18n.settings_told import Settings
from webchat.packs.charity import Charity
from webchat.packs.directory import shown

# A comment that is about no one person's service: the pack has a note on it (Help & Care 4.2; A4.7).
_SCOPE = "comment"
# The policy's own words on ringing a guest back at once, to save them the call (RUILS R11).
_RING_BACK = "ring back"
_DAYS_IN_A_MONTH = 30


def about(charity: Charity, lang: str, now: datetime) -> dict[str, JSON]:
    """Everything but the marks of a sending and the directory, which the conversation adds when asked for."""
    settings, policy = charity.settings, charity.policy
    return {
        "charity": charity.slug,
        "lang": lang,
        "open": opening(charity, now),
        "contact": {"phone": settings.phone, "email": settings.email, "address": settings.address},
        "formats": list(charity.formats.offers),
        # Where trustees are among those who look into things, a guest may ask to see one (LWB 7.1).
        "trustees": Role.TRUSTEE in policy.about_person_order,
        "asks_scope": any(one.topic == _SCOPE for one in policy.notes),
        "ring_back": next((one.quote for one in policy.notes if one.topic == _RING_BACK), ""),
        "retention_months": months_kept(charity),
    }


def opening(charity: Charity, now: datetime) -> dict[str, JSON]:
    """Whether staff are in: open, closed with the instant they are next in, or unknown."""
    if not any(charity.settings.hours.values()):
        return {"state": "unknown", "next": ""}
    opens = next_open(now, charity.calendar, charity.settings.hours)
    if opens is None:
        return {"state": "unknown", "next": ""}
    return {"state": "open" if opens <= now else "closed", "next": opens.isoformat()}


def directory(charity: Charity, now: datetime) -> list[JSON]:
    """Who else can help, as far as the numbers were checked lately (guest-rules E19)."""
    today = london_date(now)
    return [
        {
            "group": one.group.value if one.group else "",
            "way": one.way.value,
            "name": one.name,
            "number": one.number,
            "message": one.words,
            "checked": one.is_confirmed(today),
        }
        for one in shown(charity.numbers, today)
    ]


def told_settings(charity: Charity) -> Settings:
    """What it has told of itself that answers a question."""
    here = charity.settings
    return Settings(here.hours, here.phone, here.email, here.address, months_kept(charity))


def months_kept(charity: Charity) -> int | None:
    """For how many months after closing the longest-kept words are kept; None where we are not told."""
    days = max(charity.settings.retention_days.values(), default=0)
    return -(-days // _DAYS_IN_A_MONTH) or None
