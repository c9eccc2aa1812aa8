"""A YAML file as plain values that still know their lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, SequenceEndEvent, SequenceStartEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from webchat.chat.faults import Fault

_YAML = "tag:yaml.org,2002:"
# What plain words may look like to YAML though nobody wrote a tag: 2026-01-01, <<, =.
_LOOKS_LIKE = {f"{_YAML}timestamp", f"{_YAML}merge", f"{_YAML}value"}
_DEEP = 50  # more brackets than anything of Rasa's has
_SCALARS: dict[str, Callable[[str], object]] = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:null": lambda text: None,
    "tag:yaml.org,2002:bool": lambda text: text.lower() == "true",
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
}


class Table(dict[str, object]):
    """A mapping; `lines` says where each key stands, `line` where it starts (from 1)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Rows(list[object]):
    """A list; `lines` says where each item stands, `line` where it starts (from 1)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


class YamlFile:
    """One file being read: its name from the project's folder, its content, and the faults found in it."""

    def __init__(self, root: Path, path: Path) -> None:
        self.name = path.relative_to(root).as_posix()
        self.faults: list[Fault] = []
        self.content: Table = Table(1)
        self.is_read = False
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as exc:
            self.fault(1, f"cannot be read as YAML in UTF-8 ({type(exc).__name__})")
            return
        try:
            node = YAML(typ="safe", pure=True).compose(text)
            content = self._value(node) if node is not None else Table(1)
        except RecursionError:
            self.fault(_too_deep_at(text), "too many brackets, one inside another, or a part inside itself")
            return
        except MarkedYAMLError as exc:
            self.fault(exc.problem_mark.line + 1 if exc.problem_mark else 1, f"not YAML: {exc.problem}")
            return
        except YAMLError as exc:
            self.fault(1, f"cannot be read as YAML ({type(exc).__name__})")
            return
        if isinstance(content, Table):
            self.content = content
            self.is_read = True
        else:
            self.fault(1, "must be a mapping of sections")

    def fault(self, line: int, what: str) -> None:
        """Note one fault at a line (from 1)."""
        self.faults.append(Fault(self.name, line, what))

    def table(self, value: object, line: int, what: str) -> Table:
        """`value` if it is a mapping; otherwise a fault and an empty one, so that reading goes on."""
        if isinstance(value, Table):
            return value
        self.fault(line, f"{what} must be a mapping")
        return Table(line)

    def rows(self, value: object, line: int, what: str) -> Rows:
        """`value` if it is a list; otherwise a fault and an empty one."""
        if isinstance(value, Rows):
            return value
        self.fault(line, f"{what} must be a list")
        return Rows(line)

    def text(self, value: object, line: int, what: str) -> str:
        """`value` if it is text with something in it; otherwise a fault and ""."""
        if isinstance(value, str) and value.strip():
            return value
        self.fault(line, f"{what} must be text")
        return ""

    def texts(self, value: object, line: int, what: str) -> tuple[str, ...]:
        """One text or a list of texts, as Rasa takes both."""
        if isinstance(value, str):
            return (value,)
        rows = self.rows(value, line, what)
        return tuple(self.text(v, n, what) for v, n in zip(rows, rows.lines, strict=True))

    def only(self, table: Table, allowed: set[str], what: str) -> None:
        """A fault for each key that is outside the subset we walk."""
        for key in table.keys() - allowed:
            self.fault(table.lines[key], f"{what}: '{key}' is not a part of Rasa that we walk; take it out")

    def _value(self, node: Node) -> object:
        line = node.start_mark.line + 1
        if isinstance(node, MappingNode):
            self._no_tag(node, "map")
            table = Table(line)
            for key_node, value_node in node.value:
                key = str(key_node.value)
                if key in table:
                    self.fault(key_node.start_mark.line + 1, f"'{key}' is written twice; keep one")
                table.lines[key] = key_node.start_mark.line + 1
                table[key] = self._value(value_node)
            return table
        if isinstance(node, SequenceNode):
            self._no_tag(node, "seq")
            rows = Rows(line)
            for item in node.value:
                rows.lines.append(item.start_mark.line + 1)
                rows.append(self._value(item))
            return rows
        assert isinstance(node, ScalarNode)
        return self._scalar(node, line)

    def _no_tag(self, node: Node, kind: str) -> None:
        if str(node.tag) != f"{_YAML}{kind}":
            tag = str(node.tag).replace(_YAML, "!!")
            self.fault(node.start_mark.line + 1, f"the tag '{tag}' is not read here; take it out")

    def _scalar(self, node: ScalarNode, line: int) -> object:
        tag = str(node.tag)
        make = _SCALARS.get(tag)
        try:
            if make is not None:
                return make(str(node.value))
        except ValueError:
            pass
        if make is None and tag not in _LOOKS_LIKE:
            self._no_tag(node, "str")
        else:
            self.fault(line, f"'{node.value}' is not text, a number, true, false or null; put it in quotes")
        return None


def _too_deep_at(text: str) -> int:
    """The line where brackets stand too deep, 1 where none do and a part holds itself."""
    depth = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            depth += 1
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            depth -= 1
        if depth > _DEEP:
            return int(event.start_mark.line) + 1
    return 1
