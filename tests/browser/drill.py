"""The next person at a shared computer: they go back, forward, load again, and open the addresses."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession, Error, Page

from tests.browser.conftest import open_page
from tests.browser.secure import HOST
from tests.browser.walking import Guest

CHARITY = "help-and-care"
WORD = "Marmaladezebra"  # what nobody else ever writes
_PATIENCE = 5.0  # seconds
_SHOWN = """() => [document.title, document.body ? document.body.innerText : '',
  ...[...document.querySelectorAll('input, textarea')].map(one => one.value)].join('\\n')"""
_STEPS = (-1, 0, 1, -1, -1, -1, -1, 1, 0)  # in the history; 0 loads the page again


@dataclass
class Next:
    """The next person, at the very tab that a guest has left. `seen` is each step that showed a word of the
    conversation; `remembered` is how many pages came out of the browser's memory, not from us."""

    page: Page
    addresses: list[str]
    seen: list[str] = field(default_factory=list)
    remembered: int = 0

    def look_everywhere(self) -> "Next":
        """Back once, load again, Forward, Back four times, Forward, load again; then each address of the
        conversation in a new tab."""
        devtools = self.page.context.new_cdp_session(self.page)
        devtools.send("Page.enable")
        devtools.on("Page.frameNavigated", self._note)
        for step in _STEPS:
            self._go(devtools, step)
            self._look(self.page, f"step {step}")
        for address in dict.fromkeys(self.addresses):
            tab = self.page.context.new_page()
            tab.goto(address)
            self._look(tab, "new tab")
            tab.close()
        return self

    def _note(self, told: dict[str, str]) -> None:
        self.remembered += told.get("type") == "BackForwardCacheRestore"

    def _go(self, devtools: CDPSession, step: int) -> None:
        # Not playwright's go_back: it waits for a load, and a page out of the memory is not loaded.
        current, entries = _history(devtools)
        if not 0 <= current + step < len(entries):
            return
        if step == 0:
            devtools.send("Page.reload")
        else:
            devtools.send("Page.navigateToHistoryEntry", {"entryId": entries[current + step]})
        _until(lambda: _history(devtools)[0] == current + step)

    def _look(self, page: Page, how: str) -> None:
        shown: list[str] = []
        _until(lambda: shown.append(page.content() + page.evaluate(_SHOWN)))
        if WORD in shown[-1]:
            self.seen.append(f"{how}: {page.url}")


def _history(devtools: CDPSession) -> tuple[int, list[int]]:
    told: dict[str, Any] = {}
    _until(lambda: told.update(devtools.send("Page.getNavigationHistory")))
    return told["currentIndex"], [one["id"] for one in told["entries"]]


def _until(done: Callable[[], object]) -> None:
    """Ask the browser again while the tab is between two pages, until it answers with anything but False."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            if done() is not False:
                return
        except Error:
            continue
    raise AssertionError("the tab came to no page")


def left_by(chromium: Browser, way: str, script: bool) -> Next:
    """The tab of a guest who wrote WORD in a chat and then ended it one `way`: "finish" or "leave"."""
    page = open_page(chromium, script=script)
    guest = Guest(page, f"https://{HOST}", CHARITY)
    guest.arrive().choose("Make an appointment").choose("By video call")
    guest.choose("Somebody I know by name").write(WORD)
    guest.arrive("chat")
    page.locator("#answer").fill(f"{WORD}, half written")
    {"finish": _finish, "leave": _leave}[way](page)
    return Next(page, [f"https://{HOST}/{CHARITY}/", f"https://{HOST}/{CHARITY}/chat/1"])


def _finish(page: Page) -> None:
    page.get_by_role("button", name="Finish and clear this screen").click()
    page.get_by_role("button", name="Yes, clear this screen").click()
    page.wait_for_url("**/finished", wait_until="commit")


def _leave(page: Page) -> None:
    page.get_by_role("link", name="Leave this page").click(no_wait_after=True)
    page.wait_for_url("**/weather", wait_until="commit")
