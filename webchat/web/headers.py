"""Headers every answer carries, on pages and errors and files alike (security.md F2 to F4)."""

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


def add_headers(app: Flask) -> None:
    """Have every answer carry the headers; nothing but hashed files may be kept by a browser."""

    @app.after_request
    def carry(response: Response) -> Response:
        for name, value in _ALWAYS.items():
            response.headers.setdefault(name, value)
        if request.is_secure:
            response.headers.setdefault("Strict-Transport-Security", f"max-age={_ONE_YEAR}")
        hashed = request.endpoint == "static" and "v" in request.args and response.status_code == 200
        kept = f"public, max-age={_ONE_YEAR}, immutable" if hashed else "no-store"
        if "Cache-Control" not in response.headers or not getattr(response, "cacheable", False):
            response.headers["Cache-Control"] = kept
        return response
