"""After Finish or Leave on a shared computer no word of the conversation comes back (guest-rules C11, C12,
G6; security.md 0.1, A11). Whether a browser keeps a page is a race, so each way is tried several times."""

import os
from collections.abc import Callable, Iterator
from typing import cast

import pytest
from playwright.sync_api import Playwright

from tests.browser.conftest import QUIET, find_browser, find_chromium, open_page, serving
from tests.browser.drill import CHARITY, Next, Tab, left
from tests.browser.firefox import firefox
from tests.browser.secure import HOST, NEUTRAL, Front, https
from tests.browser.tabs import ChromiumTab, FirefoxTab

TIMES = int(os.environ.get("DRILL_TIMES", "3"))
FEW = max(1, TIMES // 5)
WAYS = ["finish", "leave"]
# Where we have a browser forget: without these there is only `no-store`.
OURS = frozenset({"/leave", "/finished", "/cleared.css", f"/{CHARITY}/finish", "/finish"})
# Which of these each browser still needs, and who keeps no page that is sent with `no-store`.
ENOUGH: dict[str, set[str]] = {"chromium": {"/cleared.css"}, "firefox": set()}
BY_NO_STORE = {"firefox"}

Tabs = Callable[[bool], Tab]  # a new tab with no cookies, with JavaScript or without


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
    served_safely.without, served_safely.storing = frozenset(), False


@pytest.fixture(scope="module")
def chromium_tabs(playwright: Playwright, served_safely: Front) -> Iterator[Tabs]:
    """Tabs of a Chromium that remembers pages, as in life; playwright's own asks it not to."""
    names = ",".join(f"MAP {name} 127.0.0.1:{served_safely.port}" for name in (HOST, NEUTRAL))
    started = playwright.chromium.launch(
        executable_path=find_chromium(),
        args=[*QUIET, f"--host-resolver-rules={names}", "--ignore-certificate-errors"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield lambda script: ChromiumTab(open_page(started, script=script))
    started.close()


@pytest.fixture(scope="module")
def firefox_tabs(served_safely: Front, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tabs]:
    """Tabs of two Firefoxes, one with JavaScript and one without: it is a setting of the whole browser."""
    path, profiles = find_browser("firefox-esr", "firefox"), tmp_path_factory.mktemp("firefox")
    here = {"network.dns.forceResolve": "127.0.0.1", "network.socket.forcePort": f"443={served_safely.port}"}
    with (
        firefox(path, profiles / "script", here | {"javascript.enabled": True}) as with_script,
        firefox(path, profiles / "none", here | {"javascript.enabled": False}) as without,
    ):
        yield lambda script: FirefoxTab(with_script if script else without)


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> str:
    """Whose history is looked through."""
    return str(request.param)


@pytest.fixture
def tabs(browser: str, request: pytest.FixtureRequest) -> Tabs:
    """Tabs of that browser."""
    return cast(Tabs, request.getfixturevalue(f"{browser}_tabs"))


def drilled(tabs: Tabs, way: str, script: bool, times: int) -> list[Next]:
    """What the next person found, for as many guests."""
    found = []
    for _ in range(times):
        one = left(tabs(script), way)
        found.append(one.look_everywhere())
        one.tab.close()
    return found


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("way", WAYS)
def test_no_word_comes_back(tabs: Tabs, browser: str, way: str, script: bool) -> None:
    found = drilled(tabs, way, script, TIMES)
    showed = sum(bool(one.seen) for one in found)
    print(f"{browser}, {way}: {showed} of {TIMES} showed a word of the conversation")
    assert [one.seen for one in found if one.seen] == []


@pytest.mark.parametrize("way", WAYS)
def test_one_safeguard_is_enough_by_itself(tabs: Tabs, browser: str, front: Front, way: str) -> None:
    """Chromium keeps pages that are sent with `no-store`: there it is our stylesheet. Firefox keeps none."""
    front.without = OURS - ENOUGH[browser]
    found = drilled(tabs, way, False, FEW)
    assert [one.seen for one in found if one.seen] == []


@pytest.mark.parametrize("way", WAYS)
def test_without_what_we_do_this_browser_does_show_the_words_again(
    tabs: Tabs, browser: str, front: Front, way: str
) -> None:
    """Else the tests above would prove nothing."""
    front.without, front.storing = OURS, browser in BY_NO_STORE
    found = drilled(tabs, way, False, FEW)
    print(f"{browser}, {way}, without what we do: {sum(bool(one.seen) for one in found)} of {len(found)}")
    assert any(one.seen for one in found)
    assert any(one.tab.remembered for one in found)
