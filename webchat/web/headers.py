"""Headers every answer carries, on pages and errors and files alike (security.md F2 to F4)."""

from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

from flask import Flask, Response, request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_ONE_YEAR = 31_536_000
_STRICT = f"max-age={_ONE_YEAR}"


def on_refusals(https: bool) -> Mapping[str, str]:
    """What the server's own answers carry, which no page of the app made. `https`: whether guests come so."""
    secure = {"Strict-Transport-Security": _STRICT} if https else {}
    return {**_ALWAYS, "Cache-Control": "no-store", **secure}


def add_headers(app: Flask) -> None:
    """Have every answer carry the headers; nothing but hashed files may be kept by a browser."""

    @app.after_request
    def carry(response: Response) -> Response:
        for name, value in _ALWAYS.items():
            response.headers.setdefault(name, value)
        if request.is_secure:
            response.headers.setdefault("Strict-Transport-Security", _STRICT)
        _stay_here(response)
        hashed = request.endpoint == "static" and "v" in request.args and response.status_code == 200
        kept = f"public, max-age={_ONE_YEAR}, immutable" if hashed else "no-store"
        if "Cache-Control" not in response.headers or not getattr(response, "cacheable", False):
            response.headers["Cache-Control"] = kept
        return response


def _stay_here(response: Response) -> None:
    """Have a redirect to ourselves name no host: the host is whatever the request said (ASVS F6)."""
    there = urlsplit(response.headers.get("Location", ""))
    if there.netloc and there.netloc == request.host:
        path = "/" + there.path.lstrip("/")  # two slashes would name a host again
        response.headers["Location"] = urlunsplit(("", "", path, there.query, there.fragment))
