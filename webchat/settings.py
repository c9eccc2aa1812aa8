"""One frozen object with everything that can be set, built once from the environment and handed down."""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from webchat.private import make_folder

_ROOT = Path(__file__).parents[1]
_SECRET_BYTES = 32
_HERE = ("localhost", "127.0.0.1", "::1")
_MOST_PROXIES = 10


class BadSettings(ValueError):
    """Settings that make no sense; every fault at once, a line each."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an administrator can set, and where things lie. Paths are absolute.

    `database` is an SQLAlchemy address; `charities` the slugs served, all where empty; `mail` and `texts`
    name ways out (empty, `file`, or an address); `demo` is set by the command, never by the environment.
    """

    home: Path
    database: str
    charities: tuple[str, ...] = ()
    public_url: str = ""
    mail: str = ""
    texts: str = ""
    trusted_proxies: int = 0
    speech: bool = True
    demo: bool = False
    actions_dir: Path = _ROOT / "actions"
    locales_dir: Path = _ROOT / "locales"
    static_dir: Path = _ROOT / "static"

    @classmethod
    def read(cls, environ: Mapping[str, str], demo: bool = False) -> "Settings":
        """Settings from the environment. Raises BadSettings with every fault."""
        told = {one.name: environ.get(one.name, "").strip() or one.default for one in TABLE}
        faults = [f"{one.name} must be {one.must_be}" for one in TABLE if not one.right(told[one.name])]
        faults += [
            f"{place} is missing" for place in (_ROOT / "actions", _ROOT / "static") if not place.is_dir()
        ]
        if faults:
            raise BadSettings("\n".join(faults))
        home = Path(told["WEBCHAT_HOME"]).expanduser().resolve()
        return cls(
            home=home,
            database=told["WEBCHAT_DATABASE"] or f"sqlite:///{home / 'webchat.db'}",
            charities=tuple(filter(None, (slug.strip() for slug in told["WEBCHAT_CHARITIES"].split(",")))),
            public_url=told["WEBCHAT_PUBLIC_URL"].rstrip("/"),
            mail=told["WEBCHAT_MAIL"],
            texts=told["WEBCHAT_TEXTS"],
            trusted_proxies=int(told["WEBCHAT_TRUSTED_PROXIES"]),
            speech=told["WEBCHAT_SPEECH"] == "on",
            demo=demo,
        )

    def but(self, **changes: object) -> "Settings":
        """The same settings with some of them changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # replace checks the names

    def make_home(self) -> None:
        """Make the home folder, for its owner alone, and the secrets in it, where they are not there yet.

        Raises OSError where that is not allowed, and BadSettings as `secret_key` does.
        """
        make_folder(self.home)
        _ = self.secret_key, self.index_key  # reading them makes them

    @property
    def packs_dir(self) -> Path:
        """Where this installation's own packs lie."""
        return self.home / "packs"

    @property
    def meaning_file(self) -> Path:
        """Where the vectors of the examples are kept, with the extra `nlu`."""
        return self.home / "meaning.npz"

    @property
    def recordings_dir(self) -> Path:
        """Where spoken sentences are kept."""
        return self.home / "recordings"

    @property
    def sent_dir(self) -> Path:
        """Where messages lie that were "sent" as files."""
        return self.home / "sent"

    @property
    def secret_key(self) -> str:
        """The installation's secret, made once, readable by its owner alone (ASVS 13.3.1).

        Raises BadSettings when others can read it, or it is too short to be one.
        """
        return self._secret("secret.key")

    @property
    def index_key(self) -> str:
        """The secret under which cases are found by their words, made and kept alike (design.md, Erasure).

        With another one nothing is lost: `webchat index` files every case anew. Raises BadSettings too.
        """
        return self._secret("index.key")

    def _secret(self, name: str) -> str:
        file = self.home / name
        if not file.exists():
            make_folder(self.home)
            _make_secret(file)
        if file.stat().st_mode & 0o077:
            raise BadSettings(f"{file}: others can read it; only its owner may (chmod 600)")
        secret = file.read_text(encoding="ascii").strip()
        if len(secret) < 2 * _SECRET_BYTES:
            raise BadSettings(f"{file}: it is too short to be a secret")
        return secret


def _make_secret(file: Path) -> None:
    # Whole before it has its name: of two programs that start at once, both read the same one.
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as new:
        new.write(secrets.token_hex(_SECRET_BYTES))
        new.flush()
        os.fsync(new.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        pass  # the other one was first
    finally:
        draft.unlink()


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, what it is unless told, what it is for, and what it must be."""

    name: str
    default: str
    help: str
    must_be: str
    right: Callable[[str], bool]


def _is_database(told: str) -> bool:
    kind, _, place = told.partition(":")
    if kind == "sqlite":
        return place.startswith("///") and place.removeprefix("///") not in ("", ":memory:")
    return not told or kind.split("+")[0] == "postgresql"


def _is_public_url(told: str) -> bool:
    try:
        parts = urlsplit(told)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.path not in ("", "/") or parts.query or parts.fragment or parts.username:
        return False
    # Guests' words never cross a network in the open (design.md, Sessions).
    is_private = parts.scheme == "https" or (parts.scheme == "http" and host in _HERE)
    return not told or (bool(host) and is_private)


def _is_number(told: str) -> bool:
    return told.isascii() and told.isdecimal() and int(told) <= _MOST_PROXIES


def _is_way_out(told: str) -> bool:
    return told in ("", "file") or urlsplit(told).scheme in ("smtp", "smtps")


TABLE = (
    Setting("WEBCHAT_HOME", "./var", "where the database and all that is made lies", "a folder", bool),
    Setting(
        "WEBCHAT_DATABASE",
        "",
        "an SQLite or PostgreSQL address; empty is SQLite in WEBCHAT_HOME",
        "sqlite:///path/to/file or an address that starts with postgresql:",
        _is_database,
    ),
    Setting(
        "WEBCHAT_CHARITIES", "", "the charities served, with commas; empty is all", "names", lambda _: True
    ),
    Setting(
        "WEBCHAT_PUBLIC_URL",
        "",
        "the address guests come to, for the links in messages",
        "an address such as https://chat.example.org; http only on this machine itself",
        _is_public_url,
    ),
    Setting(
        "WEBCHAT_MAIL",
        "",
        "how emails leave: smtp://…, smtps://…, file, or empty for not at all",
        "empty, file, or an address that starts with smtp: or smtps:",
        _is_way_out,
    ),
    Setting(
        "WEBCHAT_TEXTS",
        "",
        "how text messages leave: file, or empty for not at all",
        "empty or file",
        lambda told: told in ("", "file"),
    ),
    Setting(
        "WEBCHAT_TRUSTED_PROXIES",
        "0",
        "how many proxies stand in front",
        "a whole number up to 10",
        _is_number,
    ),
    Setting(
        "WEBCHAT_SPEECH", "on", "whether pages can be heard", "on or off", lambda told: told in ("on", "off")
    ),
)
