"""The least a Flask app can do and still have kept what a guest wrote: one durable insert, one redirect."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Column, DateTime, Integer, MetaData, Table, Text, insert

from webchat.db.engines import database_url, writing

_WAIT = 3.0  # seconds

metadata = MetaData()
note = Table(
    "note",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("words", Text),
    Column("at", DateTime),
)


def bare_app(home: Path) -> Flask:
    """The app over an SQLite file of its own, its connection set as ours: WAL, and on the disk at once."""
    app = Flask("bare")
    engine = writing(database_url(f"sqlite:///{home / 'bare.db'}"), _WAIT)
    metadata.create_all(engine)

    @app.post("/note")
    def keep() -> ResponseReturnValue:
        with engine.begin() as connection:
            row = {"words": request.form.get("words", ""), "at": datetime.now(UTC).replace(tzinfo=None)}
            connection.execute(insert(note), row)
        return redirect("/note", 303)

    @app.get("/note")
    def page() -> ResponseReturnValue:
        return "Kept."

    return app
