"""The numbers for danger in a sentence of ours, made links that ring them (guest-rules E17, E19)."""

import re

from markupsafe import Markup, escape

# 999, NHS 111 and the Samaritans: never part of a longer number.
_NUMBERS = re.compile(r"(?<![\d-])(999|111|116 123)(?![\d-])")


def dialled(words: str) -> Markup:
    """The words, escaped, with each of these numbers as a link. Only for words of ours, not for a value."""
    parts = _NUMBERS.split(str(escape(words)))
    return Markup("").join(_link(one) if odd % 2 else Markup(one) for odd, one in enumerate(parts))


def _link(number: str) -> Markup:
    return Markup('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>').format(number.replace(" ", ""), number)
