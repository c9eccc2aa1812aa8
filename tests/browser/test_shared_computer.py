"""After Finish or Leave on a shared computer no word of the conversation comes back (guest-rules C11, C12,
G6; security.md 0.1, A11). Whether a browser keeps a page is a race, so each way is tried several times."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.conftest import QUIET, find_chromium, serving
from tests.browser.drill import CHARITY, Next, left_by
from tests.browser.secure import HOST, NEUTRAL, Front, https

TIMES = int(os.environ.get("DRILL_TIMES", "5"))
FEW = max(1, TIMES // 5)
WAYS = ["finish", "leave"]
# Where we have a browser forget: without these there is only `no-store`.
OURS = frozenset({"/leave", "/finished", "/cleared.css", f"/{CHARITY}/finish", "/finish"})


@pytest.fixture(scope="module")
def served_safely(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """The demo behind a proxy with https."""
    home = tmp_path_factory.mktemp("https") / "home"
    told = {"WEBCHAT_PUBLIC_URL": f"https://{HOST}", "WEBCHAT_TRUSTED_PROXIES": "1"}
    with serving(home, **told) as (port, _house), https(port, home) as front:
        yield front


@pytest.fixture
def front(served_safely: Front) -> Iterator[Front]:
    """It passes on everything, unless a test says what to leave out."""
    yield served_safely
    served_safely.without = frozenset()


@pytest.fixture(scope="module")
def browser(playwright: Playwright, served_safely: Front) -> Iterator[Browser]:
    """A browser that remembers pages, as in life; playwright's own asks it not to."""
    names = ",".join(f"MAP {name} 127.0.0.1:{served_safely.port}" for name in (HOST, NEUTRAL))
    started = playwright.chromium.launch(
        executable_path=find_chromium(),
        args=[*QUIET, f"--host-resolver-rules={names}", "--ignore-certificate-errors"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield started
    started.close()


def drilled(browser: Browser, way: str, script: bool, times: int) -> list[Next]:
    """What the next person found, for as many guests."""
    found = []
    for _ in range(times):
        one = left_by(browser, way, script)
        found.append(one.look_everywhere())
        one.page.context.close()
    return found


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("way", WAYS)
def test_no_word_comes_back(browser: Browser, way: str, script: bool) -> None:
    found = drilled(browser, way, script, TIMES)
    print(f"{way}: {sum(bool(one.seen) for one in found)} of {TIMES} showed a word of the conversation")
    assert [one.seen for one in found if one.seen] == []


@pytest.mark.parametrize("way", WAYS)
def test_our_stylesheet_is_enough_by_itself(browser: Browser, front: Front, way: str) -> None:
    front.without = frozenset(OURS - {"/cleared.css"})
    found = drilled(browser, way, False, FEW)
    assert [one.seen for one in found if one.seen] == []


@pytest.mark.parametrize("way", WAYS)
def test_without_what_we_do_this_browser_does_show_the_words_again(
    browser: Browser, front: Front, way: str
) -> None:
    """Else the tests above would prove nothing: it does keep pages that are sent with `no-store`."""
    front.without = OURS
    found = drilled(browser, way, False, FEW)
    print(f"{way}, without what we do: {sum(bool(one.seen) for one in found)} of {len(found)}")
    assert any(one.seen for one in found)
    assert any(one.remembered for one in found)
