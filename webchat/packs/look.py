"""A charity's colours, and whether words in them can be read."""

import re
from dataclasses import dataclass

WHITE = "#ffffff"
# The least contrast of ordinary words on their ground (WCAG 2.2, 1.4.3).
LEAST_CONTRAST = 4.5
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as "#1f5f4a". `accent` is for links and buttons, `accent_deep` for a pressed button.

    `page` is the ground of the page. `says` tells whose choice they are.
    """

    accent: str
    accent_deep: str
    page: str
    says: str


def is_colour(value: object) -> bool:
    """A colour of six small hexadecimal digits."""
    return isinstance(value, str) and bool(_COLOUR.fullmatch(value))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
