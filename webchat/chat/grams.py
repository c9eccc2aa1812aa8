"""What a short text is made of, for comparing: words, pairs of words, and runs of characters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

_VOWELS = re.compile("[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")
# Read alike: letters that people type for each other, Polish l, Arabic ta marbuta, final ya, and kaf and ya
# from a Persian or Kurdish keyboard. The bar that stretches an Arabic word is left out.
ALIKE = {0x142: "l", 0x629: "\u0647", 0x649: "\u064a", 0x6CC: "\u064a", 0x6A9: "\u0643", 0x640: None}


def plain(text: str) -> str:
    """Small letters, no accents, no punctuation, single spaces; letters of every script stay, and those that
    people type for each other are read alike."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(ALIKE)
    kept = ("" if unicodedata.combining(c) or c in "'\u2019" else c if c.isalnum() else " " for c in folded)
    return " ".join("".join(kept).split())


def shapes(word: str) -> tuple[str, ...]:
    """Two shapes that outlive misspelling: its letters in order, and its consonants; of short words none."""
    if len(word) <= 3:
        return ()
    return "=" + "".join(sorted(word)), "-" + _DOUBLED.sub(r"\1", _VOWELS.sub("", word))


def grams(text: str) -> Counter[str]:
    """Words, words beside or near each other, how it begins and ends, and runs of two to four characters.

    Two shapes of each word outlive misspelling: its letters in the order of the alphabet ("stpo") and its
    consonants ("cancle"). The weights were chosen by cross-validation (`make bench`).
    """
    found: Counter[str] = Counter()
    words = text.split()
    for word in words:
        found[word] += 4
        for shape in shapes(word):
            found[shape] += 2
        padded = f" {word} "
        for length in (2, 3, 4):
            for start in range(len(padded) - length + 1):
                found[padded[start : start + length]] += 1
    for pair in pairwise(words):
        found["_".join(pair)] += 4
    for first, third in zip(words, words[2:], strict=False):
        found[f"{first}~{third}"] += 1
    if words:
        for edge in (f"<{words[0]}", f"<{'_'.join(words[:2])}", f"{words[-1]}>"):
            found[edge] += 2
    return found
