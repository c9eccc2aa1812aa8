"""Alembic migrations, run by `webchat.db.upgrade`; numbered, each up and down."""
