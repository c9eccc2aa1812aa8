"""Every part of every row of policy-facts A1 stands in an entry: its words, one part after another."""

import re
import tomllib
from pathlib import Path

import pytest

from webchat.packs.load import SHIPPED

PARTS = tomllib.loads((Path(__file__).parent / "parts.toml").read_text(encoding="utf-8"))
ROWS = {
    "living-well-bromley": [f"L{n}" for n in range(1, 18)],
    "ruils": [f"R{n}" for n in range(1, 20)],
    "age-concern-southend": [f"S{n}" for n in range(1, 17)],
    "healthwatch-portsmouth": [f"W{n}" for n in range(1, 10)],
    "help-and-care": [f"H{n}" for n in range(1, 28)],
}
CLAUSE = re.compile(r"^[\s*-]*(\d+(?:\.\d+)?)\.?\s", re.MULTILINE)


def entries(charity: str) -> list[dict[str, str]]:
    """Every promise and note, as they are written."""
    pack, notes = (
        tomllib.loads((SHIPPED / charity / file).read_text(encoding="utf-8"))
        for file in ("pack.toml", "notes.toml")
    )
    return [*pack["promise"], *notes["note"]]


def test_every_row_is_asked_for() -> None:
    assert {charity: list(rows) for charity, rows in PARTS.items()} == ROWS


@pytest.mark.parametrize(("charity", "fact"), [(slug, fact) for slug in PARTS for fact in PARTS[slug]])
def test_every_part_of_a_row_stands_in_an_entry(charity: str, fact: str) -> None:
    said = " ".join(one["quote"] for one in entries(charity) if one.get("fact") == fact).lower()
    assert [part for part in PARTS[charity][fact] if part.lower() not in said] == []


@pytest.mark.parametrize("charity", PARTS)
def test_every_entry_belongs_to_a_row(charity: str) -> None:
    assert {one.get("fact") for one in entries(charity)} == set(ROWS[charity])


@pytest.mark.parametrize("charity", ["living-well-bromley", "help-and-care"])
def test_a_quote_stands_in_the_clause_that_it_names(charity: str) -> None:
    """In the two policies whose clauses have numbers."""
    text = (SHIPPED / charity / "policy.txt").read_text(encoding="utf-8")
    found = list(CLAUSE.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    clauses: dict[str, str] = {}
    for one, end in zip(found, ends, strict=True):
        clauses[one[1]] = clauses.get(one[1], "") + " " + " ".join(text[one.start() : end].split())
    numbered = [one for one in entries(charity) if one["ref"][0].isdigit()]
    assert [one["id"] for one in numbered if one["quote"] not in clauses[one["ref"]]] == []
