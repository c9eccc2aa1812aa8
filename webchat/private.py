"""Files and folders that only their owner can read: they hold guests' words, and addresses of guests."""

import os
from contextlib import suppress
from pathlib import Path

_OTHERS = 0o077


def make_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for the owner alone; close one that was open.

    Raises OSError where it cannot be made. Somebody else's folder stays as they have it.
    """
    if not path.is_dir():
        if not path.parent.is_dir():
            make_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
    _close(path, 0o700)


def make_file(path: Path) -> None:
    """Make an empty file for the owner alone, or close one that is there. Raises OSError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    _close(path, 0o600)


def close_file(path: Path) -> None:
    """Close a file to others, where there is one."""
    with suppress(FileNotFoundError):
        _close(path, 0o600)


def _close(path: Path, mode: int) -> None:
    if path.stat().st_mode & _OTHERS:
        with suppress(PermissionError):  # it is somebody else's
            path.chmod(mode)
