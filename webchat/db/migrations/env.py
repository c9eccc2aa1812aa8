"""What Alembic runs: our migrations on the connection it was handed, all of them in its one transaction."""

from alembic import context

from webchat.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the transaction is ours
)
context.run_migrations()
