"""A message is a whole sentence: nothing is put together from pieces (guest-rules D12)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.builders.words import ROOT

_GETTEXT = {"_", "gettext", "ngettext", "lazy_gettext", "lazy_ngettext"}
_PAPER = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)


def pieces_in_template(source: str) -> list[str]:
    """Messages joined to others, or made while the page is, by line."""
    tree = _PAPER.parse(source)
    faults = [
        f"line {joined.lineno}: a message is joined to something"
        for joined in tree.find_all((nodes.Add, nodes.Concat))
        if any(_is_gettext(call) for call in joined.find_all(nodes.Call))
    ]
    for call in tree.find_all(nodes.Call):
        if _is_gettext(call) and not all(isinstance(one, nodes.Const) for one in call.args[: _texts(call)]):
            faults.append(f"line {call.lineno}: a message is not written out")
    return faults


def _is_gettext(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name in _GETTEXT


def _texts(call: nodes.Call) -> int:
    return 2 if isinstance(call.node, nodes.Name) and "ngettext" in call.node.name else 1


def pieces_in_python(source: str) -> list[str]:
    """The same in Python code."""
    faults = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BinOp) and any(_calls_gettext(side) for side in (node.left, node.right)):
            faults.append(f"line {node.lineno}: a message is joined to something")
        if isinstance(node, ast.JoinedStr) and any(_calls_gettext(one) for one in ast.walk(node)):
            faults.append(f"line {node.lineno}: a message is joined to something")
        if _calls_gettext(node) and not all(isinstance(one, ast.Constant) for one in node.args[:1]):  # type: ignore[attr-defined]
            faults.append(f"line {node.lineno}: a message is not written out")  # type: ignore[attr-defined]
    return faults


def _calls_gettext(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _GETTEXT


def templates() -> Iterator[Path]:
    for ending in ("html", "txt"):
        yield from sorted((ROOT / "webchat").glob(f"**/templates/**/*.{ending}"))


def test_no_page_puts_a_sentence_together() -> None:
    faults = {path.name: pieces_in_template(path.read_text(encoding="utf-8")) for path in templates()}
    assert {name: found for name, found in faults.items() if found} == {}


def test_no_code_puts_a_sentence_together() -> None:
    files = (path for room in ("webchat", "actions") for path in (ROOT / room).rglob("*.py"))
    faults = {path.name: pieces_in_python(path.read_text(encoding="utf-8")) for path in files}
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    "source",
    ["{{ _('We ') ~ _('reply') }}", "{{ _('We ') + name }}", "{{ _(words) }}", "{{ _('We ' ~ name) }}"],
)
def test_a_page_that_does_is_found(source: str) -> None:
    assert pieces_in_template(source)


@pytest.mark.parametrize("source", ["_('We ') + _('reply')", "_(f'We {x}')", "f\"{_('We')} x\"", "_(words)"])
def test_code_that_does_is_found(source: str) -> None:
    assert pieces_in_python(source)


def test_a_whole_sentence_is_left_alone() -> None:
    assert pieces_in_template("{{ _('We reply to %(name)s', name=name) }} {{ ngettext('a', 'b', n) }}") == []
    assert pieces_in_python("_('We reply to %(name)s', name=name + 'x')") == []
