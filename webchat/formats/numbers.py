"""Which numbers are said figure by figure, in any language: telephone numbers, codes, 999."""

import re
from collections.abc import Callable

# Numbers that are names, not amounts: "nine nine nine", never "nine hundred and ninety-nine".
_KNOWN_BY_FIGURES = {"999", "112", "111", "101", "105", "119"}

_FROM_THIS_LONG = 5  # 85258 (a text line), 18001 (Relay UK); an amount this large has commas
_A_NUMBER = re.compile(r"(?<![\w.,/£$€+(-])[+(]*\d+(?:[ ()-]{1,2}\d+)*(?![\w/%]|[.,]\d)")


def figure_by_figure(text: str, say: Callable[[str], str]) -> str:
    """The text with each telephone number and code replaced by `say(group)`, groups parted by commas."""

    def said(match: re.Match[str]) -> str:
        number = match.group()
        groups = re.findall(r"\+?\d+", number)
        return ", ".join(map(say, groups)) if _is_a_name(groups) else number

    return _A_NUMBER.sub(said, text)


def _is_a_name(groups: list[str]) -> bool:
    figures = "".join(groups)
    if len(groups) == 1:
        return figures in _KNOWN_BY_FIGURES or len(figures) >= _FROM_THIS_LONG
    if figures.startswith(("+", "0")):
        return len(figures) >= 6
    return all(len(group) >= 3 for group in groups)
