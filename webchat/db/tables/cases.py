"""A case and all that is stored with it, in the words of `webchat/cases/case.py` and `promise.py`."""

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    UniqueConstraint,
    false,
    text,
)

from webchat.cases.case import About, Delivery, Purpose, Status, Verdict
from webchat.cases.complaints.tasks import TaskState
from webchat.cases.needs import NeedState
from webchat.cases.promises.promise import Source, State
from webchat.cases.words import (
    Agreed,
    Channel,
    Consent,
    Kind,
    MetBy,
    PromiseName,
    ReplyBy,
    Role,
    Strength,
    Unit,
    WhyPlain,
)
from webchat.db.columns import Data, Instant, Named, Place, Words
from webchat.db.tables.metadata import metadata, one_of


def _of_case() -> Column[str]:
    return Column("case_id", Words, ForeignKey("case_.id", ondelete="CASCADE"), nullable=False)


def _place() -> Column[int]:
    return Column("place", Place, primary_key=True)


case_ = Table(
    "case_",
    metadata,
    Column("id", Words, primary_key=True),
    Column("charity", Words, nullable=False),
    Column("reference", Words, nullable=False),
    Column("kind", Named(Kind), nullable=False),
    Column("stage", Integer, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("stage_received_at", Instant, nullable=False),
    Column("channel", Named(Channel), nullable=False),
    Column("reply_by", Named(ReplyBy), nullable=False),
    Column("lang", Words, nullable=False),
    Column("code_hash", Words, nullable=False),
    Column("sealed_code", Words, nullable=False),
    Column("key", Words, nullable=False),
    Column("conversation", Words, nullable=False),
    Column("owner", Words, nullable=False),
    Column("status", Named(Status), nullable=False),
    Column("about", Named(About), nullable=False),
    Column("about_staff", Words, nullable=False),
    Column("answers", Data, nullable=False),
    Column("closed_reason", Words, nullable=False),
    Column("next_due_at", Instant),
    Column("undated_since", Instant),
    Column("version", Integer, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("taken_back_at", Instant),
    Column("verdict", Named(Verdict)),
    Column("verdict_words", Words, nullable=False, server_default=""),
    Column("read_first", Boolean, nullable=False, server_default=false()),
    Column("read_first_at", Instant),
    Column("read_first_by", Words, nullable=False, server_default=""),
    Column("kept_from", Data, nullable=False, server_default="[]"),
    Column("consent", Named(Consent)),
    Column("panel", Data, nullable=False, server_default="[]"),
    Column("deciding", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("charity", "key"),
    UniqueConstraint("charity", "reference"),
    one_of("status", Status),
    one_of("about", About),
    Index(None, "conversation"),
    Index("ix_case_sorts", "charity", "status", "kind", "owner"),
)


def _when(name: str, words: str, *columns: str | ColumnElement[object]) -> Index:
    # The desk's lists. The status is written out, not bound: only so does every SQLite use the index.
    return Index(name, *columns, sqlite_where=text(words), postgresql_where=text(words))


DATED = "status = 'open' AND next_due_at IS NOT NULL"
UNDATED = "status = 'open' AND undated_since IS NOT NULL"
ANSWERED = "status = 'open' AND next_due_at IS NULL AND undated_since IS NULL"
CLOSED = "status = 'closed'"
JUDGED = "verdict IS NOT NULL"
TO_DO = "state = 'open'"  # of a promised action
# Unread, whatever has become of it; and what the safeguarding lead still works on.
UNREAD = "read_first AND read_first_at IS NULL"
GUARDED = "kind = 'safeguarding' AND status = 'open' AND read_first_at IS NOT NULL"
# What somebody may see for another reason than its owner or its kind (`cases/people/sight.py`).
SPECIAL = "(about <> 'nobody' OR read_first OR stage > 1)"

_c = case_.c
_when("ix_case_dated", DATED, _c.charity, _c.next_due_at, _c.id)
_when("ix_case_undated", UNDATED, _c.charity, _c.undated_since, _c.id)
_when("ix_case_answered", ANSWERED, _c.charity, _c.received_at, _c.id)
_when("ix_case_closed", CLOSED, _c.charity, _c.changed_at, _c.id)
# The same lists of one owner's cases, of one kind, or of both; and for whoever sees few cases.
for _name, _which, _at in (
    ("dated", DATED, _c.next_due_at),
    ("undated", UNDATED, _c.undated_since),
    ("answered", ANSWERED, _c.received_at),
    ("closed", CLOSED, _c.changed_at),
):
    _when(f"ix_case_{_name}_owner", _which, _c.charity, _c.owner, _at, _c.id)
    _when(f"ix_case_{_name}_kind", _which, _c.charity, _c.kind, _at, _c.id)
    _when(f"ix_case_{_name}_owner_kind", _which, _c.charity, _c.owner, _c.kind, _at, _c.id)
    _when(f"ix_case_{_name}_special", f"{_which} AND {SPECIAL}", _c.charity, _at, _c.id)
_when("ix_case_special", SPECIAL, _c.charity)
_when("ix_case_judged", JUDGED, _c.charity, _c.about, _c.verdict)
_when("ix_case_unread", UNREAD, _c.charity, _c.received_at, _c.id)
_when("ix_case_guarded", GUARDED, _c.charity, _c.received_at, _c.id)

promise = Table(
    "promise",
    metadata,
    _place(),
    Column("id", Words, nullable=False, unique=True),
    _of_case(),
    Column("stage", Integer, nullable=False),
    Column("name", Named(PromiseName), nullable=False),
    Column("entry", Words, nullable=False),
    Column("ref", Words, nullable=False),
    Column("quote", Words, nullable=False),
    Column("value", Integer),
    Column("unit", Named(Unit)),
    Column("strength", Named(Strength), nullable=False),
    Column("met_by_rule", Named(MetBy), nullable=False),
    Column("starts_at", Instant),
    Column("due_on", Date),
    Column("due_at", Instant),
    Column("skipped", Data, nullable=False),
    Column("source", Named(Source), nullable=False),
    Column("state", Named(State), nullable=False),
    Column("met_by", Words, nullable=False),
    Column("met_at", Instant),
    Column("owner", Words, nullable=False),
    Column("escalate_to", Named(Role)),
    Column("stated_by", Words, nullable=False),
    Column("agreed_by", Named(Agreed)),
    one_of("source", Source),
    one_of("state", State),
    Index(None, "case_id", "place"),
)

message = Table(
    "message",
    metadata,
    _place(),
    Column("id", Words, nullable=False, unique=True),
    _of_case(),
    Column("purpose", Named(Purpose), nullable=False),
    Column("body", Words, nullable=False),
    Column("at", Instant, nullable=False),
    Column("lang", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("author_name", Words, nullable=False),
    Column("route", Named(ReplyBy), nullable=False),
    Column("delivery", Named(Delivery), nullable=False),
    Column("officer", Words, nullable=False),
    Column("states_date", Date),
    Column("neutral", Boolean, nullable=False, server_default=false()),
    Column("time_was", Instant),
    Column("time_is", Instant),
    Column("formats", Words, nullable=False, server_default=""),
    Column("make_by", Date),
    Column("plain_why", Named(WhyPlain)),
    Column("plain_words", Words, nullable=False, server_default=""),
    Index(None, "case_id", "place"),
)

# What waits for somebody: to be made, posted or said, or what could not be sent.
WAITS = "delivery IN ('to_make', 'to_post', 'to_say', 'no_answer', 'failed')"
_when("ix_message_waits", WAITS, message.c.case_id)

event = Table(
    "event",
    metadata,
    _place(),
    _of_case(),
    Column("at", Instant, nullable=False),
    Column("who", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("fields", Data, nullable=False),
    Index(None, "case_id", "place"),
)

person = Table(
    "person",
    metadata,
    _place(),
    _of_case(),
    Column("part", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("contact", Words, nullable=False),
    Column("safe_to_contact", Boolean),
    Index(None, "case_id", "part"),
)

need = Table(
    "need",
    metadata,
    _place(),
    _of_case(),
    Column("field", Words, nullable=False),
    Column("value", Words, nullable=False),
    Column("told_at", Instant, nullable=False),
    Column("points", Integer),
    Column("review_on", Date),
    Column("state", Named(NeedState), nullable=False, server_default="told"),
    one_of("state", NeedState),
    Index(None, "case_id"),
)

task = Table(
    "task",
    metadata,
    Column("id", Words, primary_key=True),
    _of_case(),
    Column("said", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("owner", Words, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("state", Named(TaskState), nullable=False),
    Column("settled_by", Words, nullable=False),
    Column("settled_at", Instant),
    Column("words", Words, nullable=False),
    one_of("state", TaskState),
    Index(None, "case_id", "due_on"),
    Index("ix_task_open", "owner", "due_on", sqlite_where=text(TO_DO), postgresql_where=text(TO_DO)),
    Index(None, "made_at"),
)
