"""How English is read aloud: letters, numbers, times, dates, money, addresses (formats.md 2.4)."""

import re

from webchat.formats.numbers import figure_by_figure

_FIGURES = {
    "+": "plus",
    "0": "zero", "1": "one", "2": "two", "3": "three", "4": "four",
    "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine",
}  # fmt: skip
_LETTERS = {
    "A": "ay", "B": "bee", "C": "see", "D": "dee", "E": "ee", "F": "eff", "G": "jee", "H": "aitch",
    "I": "eye", "J": "jay", "K": "kay", "L": "ell", "M": "em", "N": "en", "O": "oh", "P": "pee",
    "Q": "queue", "R": "ar", "S": "ess", "T": "tee", "U": "you", "V": "vee", "W": "double-you",
    "X": "ex", "Y": "why", "Z": "zed",
}  # fmt: skip
_MARKS = {".": "dot", "-": "dash", "_": "underscore", "/": "slash", "+": "plus", "@": "at"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:https?://|\bwww\.)\S*[\w/]"
    r"|\b(?:[\w-]+\.)+(?:uk|com|org|net)\b(?:/[\w/-]*)?",
    re.IGNORECASE,
)
_DATE_IN_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_DATE_YEAR_FIRST = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DATE = re.compile(rf"\b(?:the )?(\d{{1,2}}) ({'|'.join(_MONTHS)})\b")
_TIME = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])(?:m\b|\.m\.)", re.IGNORECASE)
_TIME_OF_24 = re.compile(r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")
_RANGE = re.compile(r"(?<![\d-])(\d{1,2}|\d[\doh ]* (?:ay|pee) em)-(?=\d{1,2}(?![\d-]))")
_MONEY = re.compile(r"£(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?(?!\w|[.,]\d)")
_REFERENCE = re.compile(
    r"\b[A-Z0-9]{3}-[A-Z0-9]{3}\b|\b(?=[\d-]*[A-Z])(?=[A-Z-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)*\b"
)


def read_english(text: str) -> str:
    """The words as a British reader would say them: "999" is "nine nine nine", "5pm" is "5 pee em"."""
    text = _ADDRESS.sub(lambda found: _address(found.group()), text)
    text = _DATE_IN_FIGURES.sub(lambda found: _date(found[1], found[2], found[3], found.group()), text)
    text = _DATE_YEAR_FIRST.sub(lambda found: _date(found[3], found[2], found[1], found.group()), text)
    text = _DATE.sub(lambda found: f"the {_nth(int(found[1]))} of {found[2]}", text)
    text = _TIME.sub(lambda found: _time(int(found[1]), found[2], found[3].upper()), text)
    text = _TIME_OF_24.sub(_time_of_24, text)
    text = _RANGE.sub(r"\1 to ", text)
    text = _MONEY.sub(_money, text.replace("/", " "))
    text = figure_by_figure(text, spelled)
    text = _REFERENCE.sub(lambda found: ", ".join(map(spelled, found.group().split("-"))), text)
    return text.replace("&", " and ").replace("@", " at ")


def spelled(group: str) -> str:
    """Letter names and figures, one by one: "K7Q" is "kay seven queue"."""
    return " ".join(_FIGURES.get(mark) or _LETTERS.get(mark.upper(), mark) for mark in group)


def _address(address: str) -> str:
    """An email or web address: its words as words, its marks by name, "www" and "uk" by letter."""
    parts = re.findall(r"[^\W\d_]+|\d+|[._/+@-]", re.sub(r"(?i)^https?://", "", address))
    return " ".join(
        _MARKS.get(part) or (spelled(part) if part.isdigit() or part.lower() in ("www", "uk") else part)
        for part in parts
    )


def _date(day: str, month: str, year: str, as_written: str) -> str:
    if not 1 <= int(month) <= 12:
        return as_written
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def _nth(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _time(hour: int, minutes: str | None, half: str) -> str:
    past = {None: "", "00": ""}.get(minutes, f" {minutes}")
    if past.startswith(" 0"):
        past = f" oh {past[2]}"
    return f"{hour}{past} {spelled(half)} em"


def _time_of_24(found: re.Match[str]) -> str:
    hour = int(found[1])
    return _time((hour - 1) % 12 + 1, found[2], "A" if hour < 12 else "P")


def _money(found: re.Match[str]) -> str:
    pounds, pence = found[1], found[2]
    said = f"{pounds} pound" if pounds == "1" else f"{pounds} pounds"
    return said if pence in (None, "00") else f"{said} {int(pence)} pence"
