"""The commands that run or change an installation say what they did, and what stands in the way."""

import os
import socket
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.builders.cases import MONDAY, an_opening
from webchat.cases.finding import terms_asked
from webchat.cli_house import opened
from webchat.cli_words import say
from webchat.command import main
from webchat.packs.charity_settings import Safeguarding
from webchat.settings import Settings

TOLD = '[safeguarding]\nlead = "Ann"\nlead_reach = "1"\ndeputy = "Ben"\ndeputy_reach = "2"\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty installation of two charities."""
    for name in [name for name in os.environ if name.startswith("WEBCHAT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("WEBCHAT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WEBCHAT_CHARITIES", "ruils,help-and-care")
    monkeypatch.setenv("WEBCHAT_SPEECH", "off")
    return tmp_path / "home"


def typed(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def refused(*words: str) -> str:
    """The plain words of a refusal; never a traceback."""
    told = typed(*words)
    assert told.exit_code != 0
    assert isinstance(told.exception, SystemExit), told.exception
    return told.output


@pytest.fixture(autouse=True)
def emails_leave(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A way to tell somebody of danger."""
    monkeypatch.setenv("WEBCHAT_MAIL", "file")


def tell_safeguarding(home: Path, charity: str) -> None:
    own = home / "packs" / charity
    own.mkdir(parents=True)
    (own / "charity.toml").write_text(TOLD, encoding="utf-8")
    for role in ("safeguarding lead", "safeguarding deputy"):
        email = f"{role.replace(' ', '-')}@{charity}.example"
        assert typed("staff", "invite", charity, email, "Somebody", "--role", role).exit_code == 0


def test_init_says_where_and_what_comes_next(home: Path) -> None:
    told = typed("init").output
    assert f"Welcome Desk is ready in {home}." in told
    for next_step in ("webchat staff invite", f"{home}/packs/CHARITY/charity.toml", "webchat serve"):
        assert next_step in told
    assert (home / "webchat.db").is_file()
    assert typed("init").exit_code == 0


def test_a_home_that_cannot_be_made_is_told_plainly(home: Path, tmp_path: Path) -> None:
    home.write_text("a file", encoding="utf-8")
    assert f"The folder {home} cannot be made or written to" in refused("init")


def test_a_secret_that_others_can_read_is_told_plainly(home: Path) -> None:
    typed("init")
    (home / "secret.key").chmod(0o644)
    assert "others can read it" in refused("init")


def test_a_database_that_cannot_be_opened_is_told_plainly(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBCHAT_DATABASE", f"sqlite:///{tmp_path / 'nowhere' / 'x.db'}")
    assert "The database cannot be opened" in refused("init")


def test_a_setting_that_makes_no_sense_is_told_with_what_it_must_be(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEBCHAT_MAIL", "pigeon")
    assert "WEBCHAT_MAIL must be empty, file, or an address" in refused("init")


def test_serve_lists_every_charity_and_what_it_lacks_in_words(home: Path) -> None:
    told = refused("serve")
    for name, slug in (("Help & Care", "help-and-care"), ("Richmond Users", "ruils")):
        assert name in told
        assert f"{home}/packs/{slug}/charity.toml" in told
    assert told.count("the name of its safeguarding lead") == 2


def test_serve_says_nothing_of_a_charity_that_has_told_us(home: Path) -> None:
    tell_safeguarding(home, "ruils")
    told = refused("serve")
    assert "Help & Care still needs" in told
    assert "Richmond" not in told


def test_everything_that_can_be_lacking_has_words() -> None:
    more = ("another_deputy", "lead_account", "deputy_account", "way_out")
    for lacking in (*Safeguarding.__dataclass_fields__, *more):
        assert say(f"lacks_{lacking}", charity="ruils")


def test_serve_waits_until_lead_and_deputy_can_read_what_they_are_told_of(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """design.md: no charity goes live without a lead, a deputy and a way to reach them."""
    monkeypatch.setenv("WEBCHAT_CHARITIES", "ruils")
    monkeypatch.setenv("WEBCHAT_MAIL", "")
    own = home / "packs" / "ruils"
    own.mkdir(parents=True)
    (own / "charity.toml").write_text(TOLD, encoding="utf-8")
    told = refused("serve", "--port", "0")
    for role in ("safeguarding lead", "safeguarding deputy"):
        assert f'webchat staff invite ruils EMAIL NAME --role "{role}"' in told
        typed("staff", "invite", "ruils", f"{role[-4:]}@ruils.example", "Ann", "--role", role)
    told = refused("serve", "--port", "0")
    assert "webchat staff invite" not in told
    assert "WEBCHAT_MAIL" in told


@pytest.mark.parametrize("port", ["99999", "-1", "http"])
@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_that_cannot_be_is_refused(home: Path, command: str, port: str) -> None:
    assert "Invalid value for '--port'" in refused(command, "--port", port)


def test_a_port_in_use_is_told_plainly(home: Path) -> None:
    for charity in ("ruils", "help-and-care"):
        tell_safeguarding(home, charity)
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = str(taken.getsockname()[1])
        told = refused("serve", "--port", port)
    assert f"Another program is using port {port}." in told
    assert "Errno" not in told


def test_plain_http_beyond_this_machine_is_refused_in_words(home: Path) -> None:
    for charity in ("ruils", "help-and-care"):
        tell_safeguarding(home, charity)
    assert "Plain http is served on this machine only" in refused("serve", "--host", "0.0.0.0", "--port", "0")


@pytest.mark.parametrize("email", ["notmail", "", "@", "sam@", "@example.org", "a b@example.org", "a@b@c"])
def test_an_invitation_needs_an_address(home: Path, email: str) -> None:
    assert "is not an email address" in refused("staff", "invite", "ruils", email, "Sam", "--role", "worker")


@pytest.mark.parametrize("name", ["", "   "])
def test_an_invitation_needs_a_name(home: Path, name: str) -> None:
    told = refused("staff", "invite", "ruils", "sam@example.org", name, "--role", "worker")
    assert "A name cannot be empty." in told


def test_an_invitation_names_a_charity_that_is_here(home: Path) -> None:
    told = refused("staff", "invite", "riuls", "sam@example.org", "Sam", "--role", "worker")
    assert 'There is no charity called "riuls" here. These are here: ' in told
    assert "ruils" in told


def test_an_invitation_prints_its_address_alone_on_the_last_line(home: Path) -> None:
    told = typed("staff", "invite", "ruils", " sam@example.org ", "Sam Ali", "--role", "worker")
    assert told.exit_code == 0, told.output
    assert told.output.splitlines()[-1].startswith("http://127.0.0.1:8000/invite/")
    assert "Sam Ali is invited to work at ruils." in told.output
    assert "48 hours" in told.output


def test_the_home_and_its_secret_are_made_together(tmp_path: Path) -> None:
    settings = Settings.read({"WEBCHAT_HOME": str(tmp_path / "a" / "home")})
    settings.make_home()
    for name in ("secret.key", "index.key"):
        assert (settings.home / name).stat().st_mode & 0o077 == 0
    assert settings.secret_key != settings.index_key


def test_every_case_is_filed_anew_at_once_when_that_is_asked_for(home: Path) -> None:
    typed("init")
    house = opened(Settings.read(os.environ))
    for words in ("bus", "lunch"):
        house.casework.open(an_opening(charity="ruils", words=words), MONDAY)
    house.close()
    assert "0 cases were filed." in typed("index").output
    (home / "index.key").unlink()
    assert "2 cases were filed. Every case is found by its words now." in typed("index").output
    house = opened(Settings.read(os.environ))
    assert len(house.finding.find("ruils", terms_asked("bus"))) == 1
    house.close()


def test_an_index_key_that_others_can_read_is_told_plainly(home: Path) -> None:
    typed("init")
    (home / "index.key").chmod(0o644)
    assert "others can read it" in refused("init")
