"""A QR code (ISO/IEC 18004): what carries a guest from the screen of a library to their own phone."""

import segno

# A quarter of it may be torn or smudged, as on paper carried in a pocket (ISO/IEC 18004, level Q).
_LEVEL = "q"
_QUIET = 4  # modules of white around it, as the standard asks; it stays white on a dark page
_SCALE = 4  # CSS pixels a module


def qr(address: str) -> str:
    """The square for an address of ASCII characters, as SVG to stand in a page: black on its own white.

    Raises ValueError for an address that no square can hold (over 1,600 characters or so).
    """
    square = segno.make_qr(address, error=_LEVEL, boost_error=False)
    drawn: str = square.svg_inline(
        scale=_SCALE, border=_QUIET, dark="#000", light="#fff", svgclass=None, lineclass=None
    )
    return drawn
