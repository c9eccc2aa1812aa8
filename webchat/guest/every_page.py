"""What base.html has on every page, whoever made it: the ways out, addresses, times in words."""

import secrets
from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from flask import g, request, url_for
from markupsafe import Markup

from webchat.cases.promises.calendar import LONDON
from webchat.guest.answer import LONGEST
from webchat.i18n import dates
from webchat.i18n.locales import ENGLISH
from webchat.web.here import house, lang_here


def every_page() -> dict[str, Any]:
    """The values; where there is no charity (the chooser, a wrong address) addresses are those of none."""
    here, now = g.get("charity"), lang_here()
    return {
        "is_checked": now.reviewed,
        "page_path": request.path,
        "home_url": url_for("guest.go_on") if here else url_for("guest.chooser"),
        "language_url": url_for("guest.language"),
        "person_url": url_for("guest.person") if here else url_for("guest.help_anywhere", _anchor="person"),
        "help_url": url_for("guest.help_now") if here else url_for("guest.help_anywhere"),
        "leave_url": url_for("guest.leave"),
        "finish_url": url_for("guest.finish"),
        "look_url": url_for("guest.look") if here else "",
        "can_hear": house().studio.has_voice,
        "clock_time": lambda at: dates.clock_time(_minute(at), now.code),
        "limit": LONGEST,
        "day": lambda on: dates.day(on, lang_here().code),
        "moment": lambda at: dates.moment(at, now.code),
        "number": lambda count: dates.number(count, now.code),
        "stamp": lambda at: dates.stamp(at, now.code),
        "in_english": in_english,
        "form_key": lambda: secrets.token_urlsafe(12),
    }


def in_english(caller: Callable[[], Markup]) -> Markup:
    """The same part of a page in English, for words on danger, dates and privacy that nobody has checked in
    this language yet (guest-rules D15)."""
    here, g.language = lang_here(), ENGLISH
    try:
        return caller()
    finally:
        g.language = here


def _minute(at: datetime) -> time:
    return at.astimezone(LONDON).time().replace(second=0, microsecond=0)
