"""Reads data/nlu/<lang>.yml: the examples of each intent in one language."""

from __future__ import annotations

import re

from webchat.chat.yaml_file import YamlFile

_ANNOTATION = re.compile(r"\[[^\]]*\]\s*[({]")


def read_examples(file: YamlFile) -> dict[str, tuple[tuple[str, ...], int]]:
    """Examples by intent with the line of the intent; synonyms, lookups and annotations become faults."""
    file.only(file.content, {"version", "nlu"}, "nlu")
    if "nlu" not in file.content:
        return {}
    rows = file.rows(file.content["nlu"], file.content.lines["nlu"], "nlu")
    found: dict[str, tuple[tuple[str, ...], int]] = {}
    for item, line in zip(rows, rows.lines, strict=True):
        body = file.table(item, line, "an item of nlu")
        file.only(body, {"intent", "examples"}, "nlu")
        intent = file.text(body.get("intent"), line, "intent")
        written = file.text(body.get("examples"), body.lines.get("examples", line), f"{intent}: examples")
        lines = [text.strip() for text in written.splitlines() if text.strip()]
        if any(not text.startswith("- ") for text in lines):
            file.fault(line, f"{intent}: each example must be a line that starts with '- '")
        if _ANNOTATION.search(written):
            file.fault(line, f"{intent}: entities are never marked in words; choices carry them")
        if intent in found:
            file.fault(line, f"{intent}: is in this file twice; keep one")
        found[intent] = (tuple(text.removeprefix("- ").strip() for text in lines), line)
    return found
