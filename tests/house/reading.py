"""Reads the code of the house for its laws: what a file imports, and whether it reads a clock."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ASKS_PYTHON = re.compile(r"\b(datetime|date)\.(now|utcnow|today)$|^time\.(time|time_ns|localtime|gmtime)$")
# Whatever a module of the standard library tells of this moment, under any name it is imported by.
CLOCKS = {
    *("now", "utcnow", "today"),
    *("time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time"),
    *("localtime", "gmtime", "clock_gettime", "formatdate", "localdate", "uuid1", "times"),
}


def python_files(room: str) -> Iterator[Path]:
    """The files of a room: a folder or a module of webchat/, or the folder actions/."""
    single = ROOT / "webchat" / f"{room}.py"
    if single.exists():
        yield single
    yield from (ROOT / room if room == "actions" else ROOT / "webchat" / room).rglob("*.py")


def parsed(file: Path) -> ast.Module:
    """The tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


def package_of(file: Path) -> str:
    """The package that a file's relative imports start from."""
    return ".".join(file.relative_to(ROOT).parent.parts)


def imported(tree: ast.Module, package: str) -> Iterator[tuple[str, int]]:
    """Every module that is imported, by its whole name, and the line; a name taken from one counts too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((one.name, node.lineno) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((f"{start}.{one.name}", node.lineno) for one in node.names)
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
            told = node.args[0] if node.args else None
            yield (str(told.value) if isinstance(told, ast.Constant) else "?"), node.lineno


def room_of(module: str) -> str | None:
    """The room a module of ours lies in; None for everybody else's."""
    parts = module.split(".")
    if parts[0] == "actions":
        return "actions"
    return parts[1] if parts[0] == "webchat" and len(parts) > 1 else None


def clocks_read(tree: ast.Module) -> Iterator[int]:
    """The lines that read any clock: the module `time` at all, or whatever tells this moment."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and any(one.name == "time" for one in node.names):
            yield node.lineno
        elif isinstance(node, ast.ImportFrom):
            if node.module == "time" or any(one.name in CLOCKS for one in node.names):
                yield node.lineno
        elif isinstance(node, ast.Attribute):
            yield from [node.lineno] if node.attr in CLOCKS else []
        elif isinstance(node, ast.Call) and _called(node) == "getattr" and CLOCKS & _words_in(node):
            yield node.lineno


def days_read(tree: ast.Module) -> Iterator[int]:
    """The lines that ask Python itself what day or hour it is; a clock handed in is another thing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _ASKS_PYTHON.search(ast.unparse(node)):
            yield node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (node.lineno for one in node.names if _ASKS_PYTHON.match(f"time.{one.name}"))


def _words_in(node: ast.Call) -> set[object]:
    return {one.value for one in node.args if isinstance(one, ast.Constant)}


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
