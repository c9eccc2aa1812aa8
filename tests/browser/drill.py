"""The next person at a shared computer: they go back, forward, load again, and open the addresses."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from tests.browser.secure import HOST

CHARITY = "help-and-care"
WORD = "Marmaladezebra"  # what nobody else ever writes
SHOWN = """[document.title, document.documentElement.outerHTML, document.body ? document.body.innerText : '',
  ...[...document.querySelectorAll('input, textarea')].map(one => one.value)].join('\\n')"""
_PATIENCE = 5.0  # seconds
_STEPS = (-1, 0, 1, -1, -1, -1, -1, 1, 0)  # in the history; 0 loads the page again


class Tab(Protocol):
    """A tab of some browser. `remembered` is how many pages came out of its memory, not from us."""

    remembered: int

    def open(self, address: str) -> None:
        """Go to an address."""

    def choose(self, label: str) -> None:
        """Choose an answer, press Continue and wait for the next question."""

    def write(self, words: str) -> None:
        """Type an answer, press Continue and wait for the next question."""

    def type(self, words: str) -> None:
        """Type an answer, and no more."""

    def press(self, name: str, then: str) -> None:
        """Press a link or a button and wait for the page whose address ends so."""

    def step(self, by: int) -> bool:
        """Go Back (-1), Forward (1) or load again (0); False where the history has no such page."""

    def shown(self) -> str:
        """Every word on the page and in its source, its title, and what stands in its boxes."""

    def beside(self) -> "Tab":
        """A new tab of the same browser."""

    def close(self) -> None:
        """Close it; the tab that was there first takes its cookies along."""


@dataclass
class Next:
    """The next person, at the very tab that a guest has left. `seen` is each step that showed a word of the
    conversation."""

    tab: Tab
    addresses: list[str]
    seen: list[str] = field(default_factory=list)

    def look_everywhere(self) -> "Next":
        """Back once, load again, Forward, Back four times, Forward, load again; then each address of the
        conversation in a new tab."""
        for step in _STEPS:
            if self.tab.step(step):
                self._look(self.tab, f"step {step}")
        for address in self.addresses:
            beside = self.tab.beside()
            beside.open(address)
            self._look(beside, address)
            beside.close()
        return self

    def _look(self, tab: Tab, how: str) -> None:
        if WORD in tab.shown():
            self.seen.append(how)


def until(done: Callable[[], object], not_yet: type[Exception], patience: float = _PATIENCE) -> None:
    """Ask the browser again while the tab is between two pages, until it answers with anything but False."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            if done() is not False:
                return
        except not_yet:
            continue
    raise AssertionError("the tab came to no page")


def left(tab: Tab, way: str) -> Next:
    """The tab of a guest who wrote WORD in a chat and then ended it one `way`: "finish" or "leave"."""
    home = f"https://{HOST}/{CHARITY}/"
    tab.open(home)
    tab.choose("Make an appointment")
    tab.choose("By video call")
    tab.choose("Somebody I know by name")
    tab.write(WORD)
    tab.open(f"{home}chat")
    tab.type(f"{WORD}, half written")
    if way == "finish":
        tab.press("Finish and clear this screen", then="/finish")
        tab.press("Yes, clear this screen", then="/finished")
    else:
        tab.press("Leave this page", then="/weather")
    return Next(tab, [home, f"{home}chat/1"])
