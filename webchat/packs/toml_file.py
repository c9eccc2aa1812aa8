"""A TOML file read as a table, or the fault that stops it from being read."""

import tomllib
from pathlib import Path

from webchat.packs.faults import Fault


def read_toml(path: Path, file: str, faults: list[Fault]) -> dict[str, object] | None:
    """The table in a file; None, and one more fault, where there is no such file or it is not TOML."""
    text = read_text(path, file, faults)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        faults.append(Fault(file, "", "not_toml", str(error)))
        return None


def read_text(path: Path, file: str, faults: list[Fault]) -> str | None:
    """The words in a file; None, and one more fault, where it cannot be read as UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        faults.append(Fault(file, "", "not_readable", str(error.strerror)))
    except UnicodeDecodeError as error:
        faults.append(Fault(file, "", "not_utf8", str(error.start)))
    return None
