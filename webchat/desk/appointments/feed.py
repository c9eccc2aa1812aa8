"""A member of staff reads their appointments in a calendar of their own, at an address that is a secret.

Whoever has the address reads it, without a cookie: it holds as little as a calendar can. A calendar is read
over shoulders, so it never tells who comes, what about, or where a guest lives (guest-rules E21, G12).
"""

from datetime import timedelta

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from webchat.cases.appointments.diary import Kept
from webchat.cases.people.member import Member
from webchat.cases.people.powers import HAVE_A_DESK
from webchat.desk.access import who_may
from webchat.formats.calendar_file import Entry, calendar_to_follow
from webchat.i18n import dates
from webchat.web.here import charity, house, page, public, signed_in
from webchat.web.session import hashed, new_token, visit

pages = Blueprint("desk_feed", __name__, url_prefix="/<charity:charity>", template_folder="templates")
_EVERY = timedelta(hours=1)
_BACK, _AHEAD = timedelta(days=14), timedelta(days=366)


@pages.get("/calendar/<token>.ics")
@public
def feed(token: str) -> ResponseReturnValue:
    """The calendar; for any other secret there is no such page, as for one that was stopped."""
    visit().is_unread = True  # a calendar keeps no cookie, so it is given none
    member = house().feeds.whose(charity().slug, hashed(token))
    if member is None or not member.has(*HAVE_A_DESK):
        abort(404)
    now = house().now()
    kept = house().booking.store.between(charity().slug, now - _BACK, now + _AHEAD, member.staff_id)
    made = calendar_to_follow(
        (entry for one in kept if (entry := _entry(member, one))), charity().policy.short_name, _EVERY, now
    )
    named = {"Content-Disposition": "inline", "X-Robots-Tag": "noindex, nofollow"}
    return Response(made, mimetype="text/calendar", headers=named)


@pages.get("/desk/appointments/calendar")
@signed_in(*who_may("desk_feed.subscription"))
def subscription(member: Member) -> ResponseReturnValue:
    """Whether they have one, and what it tells."""
    return _shown(member)


@pages.post("/desk/appointments/calendar")
@signed_in(*who_may("desk_feed.make"))
def make(member: Member) -> ResponseReturnValue:
    """A new address, shown on this one page; the one before finds nothing any more."""
    token = new_token()
    house().feeds.make(hashed(token), member, house().now())
    known = house().settings.public_url  # never what a request says that our name is (ASVS F6)
    path = url_for("desk_feed.feed", token=token, _external=not known)
    return _shown(member, f"{known}{path}")


@pages.post("/desk/appointments/calendar/stop")
@signed_in(*who_may("desk_feed.stop"))
def stop(member: Member) -> ResponseReturnValue:
    """No calendar reads it any more."""
    house().feeds.stop(member)
    return redirect(url_for("desk_feed.subscription", did="stop", _anchor="did"), 303)


def _shown(member: Member, address: str = "") -> ResponseReturnValue:
    made_at = house().feeds.made_at(member)
    since = dates.stamp(made_at, "en") if made_at else ""
    return page("desk/calendar.html", since=since, address=address)


def _entry(member: Member, one: Kept) -> Entry | None:
    """How and when, and the reference; None of a case that they may not know of, or not any more."""
    case = house().cases.case(charity().slug, one.meeting.case_id)
    if case is None or not house().casework.may_see(member, case):
        return None
    title = render_template("desk/feed_title.txt", way=one.meeting.way.value, reference=case.reference)
    # A time that is moved stays the same entry; the next meeting of a case is another one.
    mark = f"{case.id}:{one.earlier}"
    return Entry(title, one.meeting.starts_at, one.meeting.ends_at, mark)
