"""The program may be killed at any moment: what was acknowledged is there, once, with all that is its own."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Table, func, select, text

from webchat.db.database import Database
from webchat.db.tables import case_, event, message, need, outbox, person, promise

ROOT = Path(__file__).parents[2]
KILLS = {True: 100, False: 30}  # on SQLite; a new connection to PostgreSQL takes longer


def counted(database: Database, table: Table) -> dict[str, int]:
    wanted = select(table.c.case_id, func.count().label("n")).group_by(table.c.case_id)
    return {row.case_id: row.n for row in database.rows(wanted)}


def test_kill_upon_kill_loses_nothing_and_doubles_nothing(
    database: Database, address: str, tmp_path: Path
) -> None:
    told, kills = tmp_path / "told", KILLS[database.is_sqlite]
    command: list[Any] = [sys.executable, "-m", "tests.db.crashes", address, told, str(kills)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)

    acknowledged = [line.split() for line in told.read_text().splitlines()]
    cases = {row.key: row for row in database.rows(select(case_))}
    assert len(acknowledged) >= kills  # else the drill has tried nothing
    assert [one for one in acknowledged if cases[one[0]].reference != one[1]] == []
    assert len({row.reference for row in cases.values()}) == len(cases)

    whole = {table.name: counted(database, table) for table in (promise, message, event, person, need)}
    ids = {row.id for row in cases.values()}
    assert whole["promise"] == dict.fromkeys(ids, 2)
    assert whole["message"] == whole["event"] == whole["person"] == whole["need"] == dict.fromkeys(ids, 1)
    errands = {row.key for row in database.rows(select(outbox.c.key))}
    assert {one for one in errands if one.startswith("opened")} == {f"opened:{case_id}" for case_id in ids}
    assert len(errands) == 4 * len(ids)  # three look at the clock of each
    if database.is_sqlite:
        assert database.rows(text("PRAGMA integrity_check"))[0][0] == "ok"


def test_sqlite_waits_for_the_disk_before_anything_is_acknowledged(database: Database) -> None:
    """NORMAL, the usual advice, writes nothing through before it answers (security 0.5)."""
    if not database.is_sqlite:
        with database.transaction() as transaction:
            assert transaction.rows(text("SHOW synchronous_commit"))[0][0] == "on"
        return
    with database.transaction() as transaction:
        found = [transaction.rows(text(f"PRAGMA {name}"))[0][0] for name in ("journal_mode", "synchronous")]
        assert found == ["wal", 2]
        assert transaction.rows(text("PRAGMA foreign_keys"))[0][0] == 1
