"""What a log may hold of a fault: never a message or a value, since both may be a guest's words."""

from __future__ import annotations

import traceback
from pathlib import Path


def whereabouts(exc: BaseException) -> str:
    """The type of what was raised first and where: "ValueError at submit.py:41"."""
    while exc.__cause__ is not None:
        exc = exc.__cause__
    frames = traceback.extract_tb(exc.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "no place"
    return f"{type(exc).__name__} at {place}"
