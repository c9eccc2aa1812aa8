"""What every page of the desk has: who is here, where its name leads, languages by their names."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from babel import Locale
from flask import g, request, url_for

from webchat.cases.people.member import Member
from webchat.cases.people.powers import HAVE_A_DESK, READ_REPORTS
from webchat.i18n.locales import language


def every_desk_page() -> dict[str, Any]:
    """The values. `frame` is what a page for a mishap stands in; `did` is the move that led here, if any."""
    member = g.get("member")
    at_a_desk = member is not None and member.has(*HAVE_A_DESK)
    first = "desk_lists.board" if at_a_desk else "desk_reports.report"
    home = {"home_url": url_for(first)} if member else {}
    return {
        "frame": "desk/desk_base.html",
        "member": member,
        "has_desk": at_a_desk,
        "has_reports": member is not None and member.has(*READ_REPORTS),
        "did": request.args.get("did", ""),
        "language_of": language,
        "language_name": language_name,
        "names_of": names_of,
        **home,
    }


def names_of(some: Iterable[Member], first: str) -> list[tuple[str, str]]:
    """Members of staff as a list offers them, their ids and names; `first` are the words for none of them."""
    return [("", first), *((one.staff_id, one.name) for one in some)]


@lru_cache
def language_name(code: str) -> str:
    """A language as staff call it: "Polish"; its own name may be in letters that they cannot read."""
    return Locale.parse(language(code).babel).get_language_name("en") or language(code).name
