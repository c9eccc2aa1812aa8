"""A tab of Chromium and a tab of Firefox, for the drill."""

import json
import re
from typing import Any, Self

from playwright.sync_api import CDPSession, Error, Page

from tests.browser.drill import SHOWN, until
from tests.browser.firefox import Firefox, Refused
from tests.browser.walking import Guest

_LONG = 30.0  # seconds for a page of ours on a busy machine
_KEPT = "data-kept"  # what we write on a page: one that still has it came out of the memory


class ChromiumTab:
    """Chromium's history is asked over its own protocol: playwright's go_back waits for a load, which a page
    out of the memory does not have."""

    def __init__(self, page: Page) -> None:
        self.remembered = 0
        self._page, self._guest = page, Guest(page, "", "")
        self._devtools: CDPSession = page.context.new_cdp_session(page)
        self._devtools.send("Page.enable")
        self._devtools.on("Page.frameNavigated", self._note)

    def _note(self, told: dict[str, str]) -> None:
        self.remembered += told.get("type") == "BackForwardCacheRestore"

    def open(self, address: str) -> None:
        """Go to an address."""
        self._page.goto(address)

    def choose(self, label: str) -> None:
        """Choose an answer and go on."""
        self._guest.choose(label)

    def write(self, words: str) -> None:
        """Type an answer and go on."""
        self._guest.write(words)

    def type(self, words: str) -> None:
        """Type an answer."""
        self._page.locator("#answer").fill(words)

    def press(self, name: str, then: str) -> None:
        """Press a link or a button."""
        control = self._page.get_by_role("button", name=name).or_(self._page.get_by_role("link", name=name))
        control.click(no_wait_after=True)
        self._page.wait_for_url(re.compile(rf"{then}(\?|$)"), wait_until="commit")

    def step(self, by: int) -> bool:
        """Go that far in the history."""
        current, entries = self._history()
        if not 0 <= current + by < len(entries):
            return False
        if by == 0:
            self._devtools.send("Page.reload")
        else:
            self._devtools.send("Page.navigateToHistoryEntry", {"entryId": entries[current + by]})
        until(lambda: self._history()[0] == current + by, Error)
        return True

    def _history(self) -> tuple[int, list[int]]:
        told: dict[str, Any] = {}
        until(lambda: told.update(self._devtools.send("Page.getNavigationHistory")), Error)
        return told["currentIndex"], [one["id"] for one in told["entries"]]

    def shown(self) -> str:
        """Every word."""
        found: list[str] = []
        until(lambda: found.append(self._page.evaluate(SHOWN)), Error)
        return found[0]

    def beside(self) -> Self:
        """A new tab."""
        return type(self)(self._page.context.new_page())

    def close(self) -> None:
        """Close it, and with the last one forget its cookies."""
        context = self._page.context
        self._page.close()
        if not context.pages:
            context.close()


class FirefoxTab:
    """Firefox looks at a page from a sandbox of its own, so it can where the page may run no script.
    `remembered` counts only the pages on which something was pressed."""

    def __init__(self, firefox: Firefox, user: str | None = None) -> None:
        self.remembered = 0
        self._firefox, self._first = firefox, user is None
        self._user = user or firefox.ask("browser.createUserContext")["userContext"]
        self._tab = firefox.ask("browsingContext.create", type="tab", userContext=self._user)["context"]

    def _run(self, script: str) -> Any:
        target = {"context": self._tab, "sandbox": "reader"}
        told = self._firefox.ask(
            "script.evaluate", expression=script, target=target, awaitPromise=False, userActivation=True
        )
        if told["type"] == "exception":
            raise Refused(told["exceptionDetails"]["text"])
        return told["result"].get("value")

    def _click(self, css: str, words: str) -> None:
        same = f"one => one.innerText.trim() === {json.dumps(words)}"
        self._run(f"[...document.querySelectorAll('{css}')].find({same}).click()")

    def _until(self, script: str) -> None:
        until(lambda: self._run(script), Refused, _LONG)

    def open(self, address: str) -> None:
        """Go to an address."""
        self._firefox.ask("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def choose(self, label: str) -> None:
        """Choose an answer and go on."""
        self._click("label", label)
        self._go_on()

    def write(self, words: str) -> None:
        """Type an answer and go on."""
        self.type(words)
        self._go_on()

    def type(self, words: str) -> None:
        """Type an answer, key by key."""
        self._run("document.querySelector('#answer').focus()")
        keys = [{"type": way, "value": key} for key in words for way in ("keyDown", "keyUp")]
        typing = {"type": "key", "id": "keyboard", "actions": keys}
        self._firefox.ask("input.performActions", context=self._tab, actions=[typing])

    def _go_on(self) -> None:
        asked = json.dumps(self._run("document.querySelector('h1').innerText"))
        self._run("document.querySelector('#turn button[name=do][value=continue]').click()")
        self._until(
            "(document.readyState === 'complete' && !!document.querySelector('#turn') "
            f"&& document.querySelector('h1').innerText !== {asked})"
        )

    def press(self, name: str, then: str) -> None:
        """Press a link or a button."""
        self._run(f"document.documentElement.setAttribute('{_KEPT}', '')")
        self._click("a, button", name)
        self._until(f"(location.pathname.endsWith({json.dumps(then)}) && document.readyState === 'complete')")

    def step(self, by: int) -> bool:
        """Go that far in the history."""
        try:
            if by == 0:
                self._firefox.ask("browsingContext.reload", context=self._tab, wait="complete")
            else:
                self._firefox.ask("browsingContext.traverseHistory", context=self._tab, delta=by)
        except Refused as refused:
            if "no such history entry" in str(refused):
                return False
            raise
        return True

    def shown(self) -> str:
        """Every word."""
        self._until("(document.readyState === 'complete')")
        self.remembered += self._run(f"document.documentElement.hasAttribute('{_KEPT}')")
        return str(self._run(SHOWN))

    def beside(self) -> Self:
        """A new tab."""
        return type(self)(self._firefox, self._user)

    def close(self) -> None:
        """Close it; the first one takes its cookies along."""
        if self._first:
            self._firefox.ask("browser.removeUserContext", userContext=self._user)
        else:
            self._firefox.ask("browsingContext.close", context=self._tab)
