"""Cases with all that is theirs, and the outbox."""

import sqlalchemy as sa
from alembic import op

from webchat.db.migrations.plain import case_id, count, data, index, instant, of_case, one_of, place, words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "case_",
        words("id"),
        words("charity"),
        words("reference"),
        words("kind"),
        count("stage"),
        instant("received_at"),
        instant("stage_received_at"),
        words("channel"),
        words("reply_by"),
        words("lang"),
        words("code_hash"),
        words("sealed_code"),
        words("key"),
        words("conversation"),
        words("owner"),
        words("status"),
        words("about"),
        words("about_staff"),
        data("answers"),
        words("closed_reason"),
        instant("next_due_at", nullable=True),
        instant("undated_since", nullable=True),
        count("version"),
        instant("changed_at"),
        one_of("case_", "about", "nobody", "unmatched", "matched"),
        one_of("case_", "status", "open", "closed"),
        sa.PrimaryKeyConstraint("id", name="pk_case_"),
        sa.UniqueConstraint("charity", "key", name="uq_case__charity_key"),
        sa.UniqueConstraint("charity", "reference", name="uq_case__charity_reference"),
    )
    index("ix_case__conversation", "case_", "conversation")
    index(
        "ix_case_answered",
        "case_",
        "charity",
        "received_at",
        "id",
        where="status = 'open' AND next_due_at IS NULL AND undated_since IS NULL",
    )
    index("ix_case_closed", "case_", "charity", "changed_at", "id", where="status = 'closed'")
    index(
        "ix_case_dated",
        "case_",
        "charity",
        "next_due_at",
        "id",
        where="status = 'open' AND next_due_at IS NOT NULL",
    )
    index(
        "ix_case_undated",
        "case_",
        "charity",
        "undated_since",
        "id",
        where="status = 'open' AND undated_since IS NOT NULL",
    )
    op.create_table(
        "promise",
        place(),
        words("id"),
        case_id(),
        count("stage"),
        words("name"),
        words("entry"),
        words("ref"),
        words("quote"),
        count("value", nullable=True),
        words("unit", nullable=True),
        words("strength"),
        words("met_by_rule"),
        instant("starts_at", nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        instant("due_at", nullable=True),
        data("skipped"),
        words("source"),
        words("state"),
        words("met_by"),
        instant("met_at", nullable=True),
        words("owner"),
        words("escalate_to", nullable=True),
        words("stated_by"),
        one_of("promise", "source", "pack", "law", "staff"),
        one_of("promise", "state", "open", "met", "late", "superseded"),
        of_case("promise"),
        sa.PrimaryKeyConstraint("place", name="pk_promise"),
        sa.UniqueConstraint("id", name="uq_promise_id"),
    )
    index("ix_promise_case_id_place", "promise", "case_id", "place")
    op.create_table(
        "message",
        place(),
        words("id"),
        case_id(),
        words("purpose"),
        words("body"),
        instant("at"),
        words("lang"),
        words("author"),
        words("author_name"),
        words("route"),
        words("delivery"),
        words("officer"),
        sa.Column("states_date", sa.Date(), nullable=True),
        of_case("message"),
        sa.PrimaryKeyConstraint("place", name="pk_message"),
        sa.UniqueConstraint("id", name="uq_message_id"),
    )
    index("ix_message_case_id_place", "message", "case_id", "place")
    op.create_table(
        "event",
        place(),
        case_id(),
        instant("at"),
        words("who"),
        words("what"),
        data("fields"),
        of_case("event"),
        sa.PrimaryKeyConstraint("place", name="pk_event"),
    )
    index("ix_event_case_id_place", "event", "case_id", "place")
    op.create_table(
        "person",
        place(),
        case_id(),
        words("part"),
        words("name"),
        words("contact"),
        sa.Column("safe_to_contact", sa.Boolean(), nullable=True),
        of_case("person"),
        sa.PrimaryKeyConstraint("place", name="pk_person"),
    )
    index("ix_person_case_id_part", "person", "case_id", "part")
    op.create_table(
        "need",
        place(),
        case_id(),
        words("field"),
        words("value"),
        instant("told_at"),
        of_case("need"),
        sa.PrimaryKeyConstraint("place", name="pk_need"),
    )
    index("ix_need_case_id", "need", "case_id")
    op.create_table(
        "outbox",
        words("key"),
        words("kind"),
        words("charity"),
        data("payload"),
        instant("not_before"),
        words("fate"),
        instant("next_try_at"),
        count("tries"),
        words("leased_by"),
        instant("leased_until", nullable=True),
        instant("first_tried_at", nullable=True),
        words("last_fault"),
        instant("ended_at", nullable=True),
        one_of("outbox", "fate", "waiting", "done", "given_up"),
        sa.PrimaryKeyConstraint("key", name="pk_outbox"),
    )
    index("ix_outbox_given_up", "outbox", "charity", where="fate = 'given_up'")
    index("ix_outbox_waiting", "outbox", "next_try_at", "key", where="fate = 'waiting'")


def downgrade() -> None:
    """Take them away, those that point at others first; their indexes go with them."""
    for table in ("outbox", "need", "person", "event", "message", "promise", "case_"):
        op.drop_table(table)
