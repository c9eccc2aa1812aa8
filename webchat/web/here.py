"""Who is here and where: the charity of an address, the member of staff; and how a page is made."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf
from werkzeug.routing import BaseConverter, ValidationError

from webchat.cases.people.member import Member
from webchat.cases.words import Role
from webchat.chat.renderer import Renderer, Said
from webchat.i18n.choice import choose
from webchat.i18n.locales import Language
from webchat.i18n.told import Told
from webchat.packs import Charity
from webchat.web.session import visit
from webchat.wiring import GUESTS, KEPT_FOR, House

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])


def house() -> House:
    """Everything the charities' work is done with."""
    built: House = current_app.extensions["house"]
    return built


def charity() -> Charity:
    """The charity of this address. 404 where the address has none."""
    found: Charity | None = g.get("charity")
    if found is None:
        abort(404)
    return found


class LiveCharity(BaseConverter):
    """The part of an address that names a charity: only one that is served here matches."""

    def to_python(self, value: str) -> Charity:
        """The charity, or no such page."""
        try:
            return house().charities[value]
        except KeyError:
            raise ValidationError from None

    def to_url(self, value: Charity | str) -> str:
        """Its slug."""
        return value if isinstance(value, str) else value.slug


def public(view: View) -> View:
    """Mark a page that nobody has to sign in for; every other page needs `signed_in`."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def signed_in(
    *roles: Role,
) -> Callable[[Callable[..., ResponseReturnValue]], Callable[..., ResponseReturnValue]]:
    """Hand the view the member of staff who is here, or ask them to sign in.

    Without a membership of this charity, or one of `roles`, the page is not found (guest-rules I8).
    """

    def guarded(view: Callable[..., ResponseReturnValue]) -> Callable[..., ResponseReturnValue]:
        @wraps(view)
        def guard(*args: Any, **values: Any) -> ResponseReturnValue:
            staff_id = visit().get("staff_id")
            if not staff_id:
                return redirect(url_for("desk_door.sign_in"))
            member = house().staff.member(staff_id, charity().slug)
            if member is None or (roles and not member.has(*roles)):
                abort(404)
            g.member = member
            return view(member, *args, **values)

        guard.needs_roles = roles  # type: ignore[attr-defined]
        return guard

    return guarded


def member_here() -> Member | None:
    """The member of staff who is signed in at this address's charity, if any."""
    staff_id = visit().get("staff_id")
    here: Charity | None = g.get("charity")
    return house().staff.member(staff_id, here.slug) if staff_id and here else None


def page(template: str, /, *, status: int = 200, **values: Any) -> ResponseReturnValue:
    """A page in the language of whoever is here."""
    return render_template(template, **values), status


def static_url(name: str) -> str:
    """The address of a file in static/, with its content's hash so that a browser may keep it for good."""
    stamps: dict[str, str] = current_app.extensions["stamps"]
    if name not in stamps or current_app.debug:
        stamps[name] = sha256((Path(current_app.static_folder or "") / name).read_bytes()).hexdigest()[:12]
    return url_for("static", filename=name, v=stamps[name])


def add_places(app: Flask) -> None:
    """Teach the app its charities' addresses and give every template what it always has."""
    app.url_map.converters["charity"] = LiveCharity
    app.extensions["stamps"] = {}

    @app.url_value_preprocessor
    def find_charity(_endpoint: str | None, values: dict[str, Any] | None) -> None:
        g.charity = values.pop("charity", None) if values else None

    @app.url_defaults
    def keep_charity(endpoint: str, values: dict[str, Any]) -> None:
        here = g.get("charity")
        if here is not None and app.url_map.is_endpoint_expecting(endpoint, "charity"):
            values.setdefault("charity", here.slug)

    @app.before_request
    def find_language() -> None:
        lang_here()

    @app.context_processor
    def always() -> dict[str, Any]:
        language = lang_here()
        return {
            "charity": g.get("charity"),
            "csrf_token": generate_csrf,
            "demo": house().settings.demo,
            "idle_minutes": int(GUESTS.idle.total_seconds()) // 60,
            "kept_hours": int(KEPT_FOR.total_seconds()) // 3600,
            "lang": language.html,
            "dir": language.direction,
            "languages": house().words.offered,
            "has_languages": len(house().words.offered) > 1,
            "static_url": static_url,
            "request_path": request.path,
            "told": told,
            "label_of": label_of,
            "value_of": value_of,
        }


def lang_here() -> Language:
    """The language of this page: as pressed in this visit, else as the browser asks; found once a request.

    A view that knows better, such as a conversation's own, sets `g.language`.
    """
    if "language" not in g:
        accepted = [tag for tag, _ in request.accept_languages]
        g.language = choose(house().words.offered, session=visit().get("lang", ""), accepts=accepted)
    found: Language = g.language
    return found


def told(one: Said, lang: str = "en") -> str:
    """A promise or a clock in words, for the desk."""
    renderer: Renderer = current_app.extensions["renderer"]
    return renderer.words(one, lang, charity=charity().policy.name)


def label_of(name: str) -> str:
    """What was asked, in a few words."""
    return told(Told(f"label_{name}"))


def value_of(name: str, value: object) -> str:
    """What was answered: a choice by its words, the guest's own words as they are."""
    renderer: Renderer = current_app.extensions["renderer"]
    many = value if isinstance(value, list) else [value]
    return ", ".join(
        renderer.words(Told(known), "en") if renderer.knows(known := f"value_{name}_{one}") else str(one)
        for one in many
    )
