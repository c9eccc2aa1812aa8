"""Whether an entry says what the policy says: its words, its clause and its number (policy-facts A5)."""

import re
from collections.abc import Iterable, Iterator

from webchat.packs.counted import counted_as_faults, number_faults, persons_in
from webchat.packs.faults import Fault
from webchat.packs.written import Written

# What stands before the words of a line: marks of a list, a heading or a table.
_MARKS = re.compile(r"^[\s#*•|-]+")


def misquotes(entries: Iterable[Written], review: Written, document: str) -> Iterator[Fault]:
    """Each quote that does not stand in the policy, and each clause that is not one of its own."""
    folded = _folded(document)
    clauses = [_MARKS.sub("", line) for line in document.splitlines()]
    for entry in entries:
        quote, ref = entry.text("quote"), entry.text("ref")
        if _folded(quote) not in folded:
            yield Fault(entry.file, entry.name, "quote_not_in_policy", quote)
        if ref and not _stands(ref, clauses):
            yield Fault(entry.file, entry.name, "ref_not_in_policy", ref)
    says = review.text("says")
    if _folded(says) not in folded:
        yield Fault(review.file, review.name, "quote_not_in_policy", says)


def miscounts(promises: Iterable[Written]) -> Iterator[Fault]:
    """Each promise whose number, or unit, is not the one in its own quote."""
    for entry in promises:
        quote, value, unit = _folded(entry.text("quote")), entry.told("value"), entry.text("unit")
        if not quote or not isinstance(value, int) or not unit:
            continue
        words = _folded(entry.text("counted_as"))
        codes = counted_as_faults(quote, words, value, unit) if words else number_faults(quote, value, unit)
        yield from (Fault(entry.file, entry.name, code, words or f"{value} {unit}") for code in codes)


def panels_miscounted(duties: Iterable[Written]) -> Iterator[Fault]:
    """Each panel of whose number its own quote says nothing: "a 3-person panel"."""
    for entry in duties:
        quote, sit = entry.text("quote"), entry.told("sit")
        if quote and isinstance(sit, int) and sit not in persons_in(quote):
            yield Fault(entry.file, entry.name, "panel_not_in_quote", str(sit))


def _stands(ref: str, clauses: list[str]) -> bool:
    """Whether every part of a clause such as "15.5", "Target 2" or "Appendix B, 7" begins a line."""
    return all(any(_begins(line, part) for line in clauses) for part in ref.split(", "))


def _begins(line: str, part: str) -> bool:
    # "1" is no clause of "15.1 All complaints", nor is "15" of "15.1".
    return line.startswith(part) and not re.match(r"\w|\.\d", line[len(part) :])


def _folded(text: str) -> str:
    return " ".join(text.split())
