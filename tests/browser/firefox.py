"""Firefox, asked over WebDriver BiDi, the W3C's protocol, which it speaks by itself: no driver to install.

Playwright speaks to stock Firefox only in commands that the extended release does not know yet, and can turn
JavaScript off only in a Firefox of its own building.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

_PATIENCE = 30  # seconds for an answer; a busy machine is no fault of the page
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Refused(Exception):
    """Firefox did not do what it was asked: the error of the standard, and its words."""


class Firefox:
    """One Firefox with a profile of its own."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection, self._numbers = connection, count(1)

    def ask(self, method: str, **told: object) -> Any:
        """One command of the standard, and its result. Raises Refused."""
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": told}))
        while True:
            answer = json.loads(self._connection.recv(_PATIENCE))
            if answer.get("id") != number:
                continue
            if answer["type"] == "error":
                raise Refused(f"{answer['error']}: {answer['message']}")
            return answer["result"]


@contextmanager
def firefox(path: str, profile: Path, settings: dict[str, bool | int | str]) -> Iterator[Firefox]:
    """The Firefox at `path` without a window, with these settings of about:config in an empty `profile`."""
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(to)});" for name, to in settings.items()]
    profile.mkdir()
    (profile / "user.js").write_text("\n".join(lines))
    command = [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            with connect(f"{_listening(process)}/session", max_size=None, proxy=None) as connection:
                started = Firefox(connection)
                started.ask("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
                yield started
        finally:
            process.kill()


def _listening(process: subprocess.Popen[str]) -> str:
    said = []
    for line in process.stderr or ():
        if found := _LISTENING.search(line):
            return found[1]
        said.append(line)
    raise AssertionError("Firefox did not start: " + "".join(said))
