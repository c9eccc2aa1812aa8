"""The numbers for danger in a sentence of ours, set apart so that they can be rung (guest-rules E17, E19)."""

import re
from collections.abc import Iterator

from markupsafe import Markup

# 999, NHS 111 and the Samaritans: never part of a longer number.
_NUMBERS = re.compile(r"(?<![\d-])(999|111|116 123)(?![\d-])")


def dialled(words: str) -> Iterator[tuple[str, str]]:
    """The words in runs of plain text, each with what to dial where it is one of these numbers, else "".

    Only for words of ours, not for a value. What `_()` gives is escaped already; the page escapes it again.
    """
    plain = words.unescape() if isinstance(words, Markup) else words
    for odd, run in enumerate(_NUMBERS.split(plain)):
        yield run, run.replace(" ", "") if odd % 2 else ""
