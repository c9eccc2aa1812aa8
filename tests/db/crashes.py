"""A guest's sendings while the program is killed again and again; run by test_crashes.py on its own.

Each round is a child that opens cases and writes down each one it has acknowledged, until it is killed.
The next child begins with the last acknowledged sending, as a guest does whose answer was lost.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from tests.builders.cases import MONDAY, OnePolicy, a_policy, an_entry, an_opening
from webchat.cases.casework import Casework
from webchat.cases.words import MetBy, PromiseName
from webchat.db.cases import Cases
from webchat.db.database import Database

POLICY = a_policy(
    an_entry(PromiseName.ACKNOWLEDGE, 1, met_by=MetBy.AUTOMATIC), an_entry(PromiseName.REPLY, 5)
)


def send_until_killed(address: str, first: int, told: Path, ready: int) -> None:
    """Open one case after another; write each down only once it has been acknowledged.

    `ready` hears of the first, so that the kill falls among the others however slow the machine is.
    """
    database = Database(address, wait=20)
    work = Casework(Cases(database), OnePolicy(POLICY))
    paper = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    number = first
    while True:
        case = work.open(an_opening(key=f"key-{number}", needs=(("large_print", "yes"),)), MONDAY)
        os.write(paper, f"{case.key} {case.reference}\n".encode())
        if number == first:
            os.write(ready, b".")
        number += 1


def drill(address: str, told: Path, rounds: int) -> None:
    """Start a child and kill it, so many times, each at another moment."""
    chance = random.Random(20261123)
    for _ in range(rounds):
        lines = told.read_text().splitlines() if told.exists() else []
        first = int(lines[-1].split()[0].removeprefix("key-")) if lines else 0
        heard, ready = os.pipe()
        child = os.fork()
        if child == 0:
            send_until_killed(address, first, told, ready)
        os.read(heard, 1)
        time.sleep(chance.uniform(0, 0.05))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(heard)
        os.close(ready)


if __name__ == "__main__":
    drill(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
