"""A guest who answers each question with what is offered, in a real browser, until something is sent."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

_MOST_STEPS = 30
WORDS = "The door was shut on Thursday. Is there still food?"

Look = Callable[[Page], None]


def press(control: Locator) -> None:
    """Press what leads to another page, and wait until that one is there: the same address may come again."""
    with control.page.expect_navigation():
        control.click()


def nothing_to_check(page: Page) -> None:
    """Look at a page and find nothing to say."""


@dataclass
class Guest:
    """One guest on one page. `look` sees every page they come to; `asked` are the questions they read.

    `rather` is what they choose where it is offered; else they choose what stands last.
    """

    page: Page
    address: str
    charity: str
    look: Look = nothing_to_check
    rather: str = "nothing"
    asked: list[str] = field(default_factory=list)

    @property
    def question(self) -> str:
        """The h1 of the page."""
        return self.page.locator("h1").inner_text()

    def arrive(self, path: str = "") -> "Guest":
        """Open a page of the charity."""
        self.page.goto(f"{self.address}/{self.charity}/{path}")
        self.look(self.page)
        return self

    def choose(self, *labels: str) -> "Guest":
        """Choose answers by their words, and continue."""
        for one in labels:
            self.page.get_by_label(one, exact=True).check()
        return self.go_on()

    def write(self, words: str) -> "Guest":
        """Type words, and continue."""
        self.page.locator("#answer").fill(words)
        return self.go_on()

    def go_on(self, do: str = "continue") -> "Guest":
        """Press Continue, or "back", and wait for another question."""
        self.asked.append(self.question)
        self.page.locator(f"#turn button[name=do][value={do}]").click()
        expect(self.page.locator("h1")).not_to_have_text(self.asked[-1])
        self.look(self.page)
        return self

    def answer_all(self, send: bool = True) -> "Guest":
        """Answer each question with the last thing offered, and send, unless told not to."""
        for _ in range(_MOST_STEPS):
            to_send = self.page.locator("#turn button[value^='/send']")
            if self.page.url.endswith("/sent") or (to_send.count() and not send):
                return self
            if to_send.count():
                self.asked.append(self.question)
                to_send.click()
                self.page.wait_for_url("**/sent")
                self.look(self.page)
                return self
            self._answer()
        raise AssertionError("the journey does not end")

    def _answer(self) -> None:
        choices, box = self.page.locator("#turn input[name=choice]"), self.page.locator("#answer")
        if choices.count():
            wanted = self.page.locator(f"#turn input[name=choice][value*='\"{self.rather}\"']")
            (wanted if wanted.count() else choices).last.check()
        elif box.get_attribute("type") == "email":
            box.fill("ana@example.org")
        elif box.get_attribute("type") == "tel":
            box.fill("07700 900123")
        else:
            box.fill(WORDS)
        self.go_on()

    def slip(self) -> tuple[str, str]:
        """The reference and the code on the confirmation."""
        shown = self.page.locator(".key").all_inner_texts()
        return shown[0], shown[1]
