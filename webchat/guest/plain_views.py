"""Pages that say something and ask nothing."""

from flask import Response, current_app, g, redirect, url_for
from flask.typing import ResponseReturnValue

from webchat.guest.helping import Helper
from webchat.guest.hours import opening_hours
from webchat.guest.metadata import months_kept
from webchat.guest.policy_says import policy_says
from webchat.guest.who import speaker
from webchat.packs.directory import load_directory
from webchat.web.here import charity, house, lang_here, page

_A_DAY = 86_400  # seconds


def chooser() -> ResponseReturnValue:
    """The charities served here; with only one there is nothing to choose."""
    served = list(house().charities.values())
    if len(served) == 1:
        return redirect(url_for("guest.first", charity=served[0].slug))
    return page("guest/chooser.html", served=served)


def help_anywhere() -> ResponseReturnValue:
    """Help in danger, before a charity is chosen."""
    return page("guest/help.html", served=list(house().charities.values()), helper=_helper())


def help_now() -> ResponseReturnValue:
    """Help in danger. It asks nothing and tells nobody (guest-rules E15, E17)."""
    return page("guest/help.html", served=[], helper=_helper())


def _helper() -> Helper:
    here = g.get("charity")
    numbers = here.numbers if here else load_directory()
    return Helper(numbers, current_app.extensions["renderer"], lang_here().code, house().now())


def person() -> ResponseReturnValue:
    """How to reach a person, as far as the charity has told us."""
    here = charity()
    hours = opening_hours(here, lang_here().code, house().now())
    return page("guest/person.html", settings=here.settings, hours=hours)


def policy() -> ResponseReturnValue:
    """The charity's own policy as published, so that a clause can be checked."""
    return page("guest/policy.html", paragraphs=charity().pack.text.split("\n\n"))


def answers() -> ResponseReturnValue:
    """What the policy and the settings answer, by topic, with no chat."""
    return page("guest/answers.html", says=policy_says(speaker(), house().now()))


def privacy() -> ResponseReturnValue:
    """Who keeps what, why and for how long (guest-rules G3)."""
    return page("guest/privacy.html", months=months_kept(charity()))


def accessibility() -> ResponseReturnValue:
    """How these pages can be used, and what is not yet good (guest-rules B32)."""
    return page("guest/accessibility.html")


def health() -> ResponseReturnValue:
    """Whether the house can work now, for whoever watches the machine: it asks the database (design.md)."""
    well = house().database.is_well()
    words, status = ("ok\n", 200) if well else ("The database does not answer.\n", 503)
    return Response(words, status, mimetype="text/plain")


def look() -> Response:
    """The charity's colours for page.css."""
    colours = charity().look
    css = f":root{{--accent:{colours.accent};--accent-deep:{colours.accent_deep};--page:{colours.page}}}\n"
    answer = Response(css, mimetype="text/css")
    answer.headers["Cache-Control"] = f"public, max-age={_A_DAY}"
    answer.cacheable = True  # type: ignore[attr-defined]  # headers.py then leaves the line above alone
    return answer
