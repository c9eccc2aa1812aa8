"""Bring a database to the tables this program needs, or back."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, text

from webchat.db.engines import migrating

_FOLDER = Path(__file__).parent / "migrations"
# Any number, as long as it is always the same: two programs that start at once migrate one after the other.
_POSTGRES_LOCK = 7_366_001


def upgrade(url: URL, to: str = "head") -> None:
    """Run the migrations up to one of them, in one transaction. Does nothing when they have run."""
    _run(url, lambda config: command.upgrade(config, to))


def downgrade(url: URL, to: str) -> None:
    """Run them backwards, down to one of them or "base". What only the newer tables hold is lost."""
    _run(url, lambda config: command.downgrade(config, to))


def revision_of(url: URL) -> str | None:
    """The last migration a database has had, or None."""
    engine = migrating(url)
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """The last migration there is."""
    return ScriptDirectory(str(_FOLDER)).get_current_head() or ""


def _run(url: URL, migrate: Callable[[Config], None]) -> None:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    with migrating(url).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRES_LOCK})
        config.attributes["connection"] = connection
        migrate(config)
