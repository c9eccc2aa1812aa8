"""What every page of the desk has: who is here, where its name leads, languages by their names."""

from functools import lru_cache
from typing import Any

from babel import Locale
from flask import g, request, url_for

from webchat.i18n.locales import language


def every_desk_page() -> dict[str, Any]:
    """The values. `frame` is what a page for a mishap stands in; `did` is the move that led here, if any."""
    member = g.get("member")
    home = {"home_url": url_for("desk_lists.board")} if member else {}
    return {
        "frame": "desk/desk_base.html",
        "member": member,
        "did": request.args.get("did", ""),
        "language_of": language,
        "language_name": language_name,
        **home,
    }


@lru_cache
def language_name(code: str) -> str:
    """A language as staff call it: "Polish"; its own name may be in letters that they cannot read."""
    return Locale.parse(language(code).babel).get_language_name("en") or language(code).name
