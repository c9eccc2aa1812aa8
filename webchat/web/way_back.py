"""The way back to a case: an address for a phone, and the square that carries it."""

from markupsafe import Markup

from webchat.formats.qr import qr


def way_back(address: str, reference: str, code: str) -> str:
    """The address of coming back with both behind its "#": no browser sends that part, so no log holds it."""
    return f"{address}#{reference}.{code.replace(' ', '')}"


def square_of(address: str) -> Markup:
    """An address to read with a phone."""
    return Markup(qr(address))
