"""Whoever else has an account on this computer reads no word of a guest (ASVS 13.3.1)."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_worker import answered
from tests.webhouse import MONDAY, SetClock, Web, the_hash, the_project
from webchat import demo
from webchat.app import create_app
from webchat.db.database import Database
from webchat.db.upgrade import upgrade
from webchat.private import make_file, make_folder
from webchat.settings import Settings
from webchat.wiring import build
from webchat.worker import drain


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    """A computer that lets everybody read what is made, unless told otherwise."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """What in a folder, itself among it, somebody else may read or enter."""
    every = [folder, *folder.rglob("*")]
    return [str(one.relative_to(folder.parent)) for one in every if one.stat().st_mode & 0o077]


def a_web(home: Path) -> Web:
    """A house of this home that sends its emails and texts to files."""
    told = {"WEBCHAT_HOME": str(home), "WEBCHAT_MAIL": "file", "WEBCHAT_TEXTS": "file"}
    settings = Settings.read({**told, "WEBCHAT_SPEECH": "off"}, demo=True)
    settings.make_home()
    upgrade(Database(settings.database).url)
    house = build(settings, clock := SetClock(MONDAY))
    demo.add_accounts(house, MONDAY, the_hash())
    return Web(create_app(settings, house, the_project()), house, clock)


def test_nothing_that_is_made_can_be_read_by_others(tmp_path: Path) -> None:
    web = a_web(tmp_path / "home")
    answered(web)
    while drain(web.house):
        pass
    web.house.studio._recordings.keep("a", b"sound")  # what lies there is told to nobody either
    made = {one.name for one in (tmp_path / "home").rglob("*")}
    assert {"webchat.db", "webchat.db-wal", "webchat.db-shm", "emails", "secret.key", "index.key"} <= made
    assert any(name.endswith(".eml") for name in made)
    assert open_to_others(tmp_path / "home") == []
    web.house.close()


def test_what_an_older_version_left_open_is_closed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    for name in ("webchat.db", "webchat.db-wal"):
        (home / name).touch(mode=0o644)
    a_web(home).house.close()
    assert open_to_others(home) == []


def test_a_folder_in_a_folder_that_is_missing_is_as_private(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_file(tmp_path / "a" / "b" / "c")
    assert open_to_others(tmp_path / "a") == []
