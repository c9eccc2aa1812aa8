"""Which email address was probably meant, where one looks like a slip of the finger (guest-rules C6)."""

from __future__ import annotations

import re
from difflib import get_close_matches

from actions.answers import email

# Where most people have their email here, and some that only look like a slip of those.
_USUAL = (
    *("gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.uk", "outlook.com", "yahoo.com"),
    *("yahoo.co.uk", "icloud.com", "live.co.uk", "live.com", "btinternet.com", "aol.com", "msn.com"),
    *("virginmedia.com", "talktalk.net", "nhs.net", "ntlworld.com", "blueyonder.co.uk", "protonmail.com"),
)
_ALSO_REAL = frozenset(
    {"mail.com", "ymail.com", "email.com", "gmx.com", "hotmail.fr", "yahoo.in", "aol.co.uk"}
)
_CLOSE = 0.8  # of 1: "gmial.con" is, "example.com" is not
_ENDINGS = {"con": "com", "cmo": "com", "vom": "com", "ocm": "com", "comm": "com", "couk": "co.uk"}
_ENDING = re.compile(r"\.(con|cmo|vom|ocm|comm|couk)$")


def meant(typed: str) -> str:
    """The address that was probably meant, where it is another than the one typed; otherwise nothing."""
    tidied = re.sub(r"\s+", "", typed.strip().strip(".,;")).replace(",", ".").replace(";", ".")
    name, at, domain = tidied.rpartition("@")
    if not name or not at or not domain:
        return ""
    guess = f"{name}@{_domain(domain.casefold())}"
    is_another = guess.casefold() != typed.strip().casefold()
    return guess if is_another and not email(guess).fault else ""


def _domain(typed: str) -> str:
    if typed in _USUAL or typed in _ALSO_REAL:
        return typed
    if f"{typed}.com" in _USUAL:
        return f"{typed}.com"
    whole = _ENDING.sub(lambda found: "." + _ENDINGS[found[1]], typed)
    near = get_close_matches(whole, _USUAL, n=1, cutoff=_CLOSE)
    return near[0] if near else whole
