"""Where it is kept what people decided about guests: the core's `DecisionStore` over our tables."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from webchat.cases.people.sanctions import Decision, Voice
from webchat.cases.words import Decided
from webchat.db.database import Database
from webchat.db.tables import decision, voice
from webchat.db.upsert import insert_or_update

_OF_DECISION = ("id", "case_id", "charity", "kind", "until", "review_on", "tells", "state", "lifts")
_OF_VOICE = ("staff_id", "seat", "role", "agrees", "reason", "at")


class Decisions:
    """Decisions with what each has said; every read is of one case or charity."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._decision_in = insert_or_update(database, decision, ["id"], ["state"])
        said = ["seat", "role", "agrees", "reason", "at"]
        self._voice_in = insert_or_update(database, voice, ["decision", "staff_id"], said)

    def decisions(self, case_id: str) -> Sequence[Decision]:
        """Every decision of a case, the first proposed first."""
        found = self._found(decision.c.case_id == case_id)
        return sorted(found, key=lambda one: one.voices[0].at)

    def of_charity(self, charity: str) -> Sequence[Decision]:
        """Those of every case that are awaited or hold, the first to be reviewed first."""
        states = decision.c.state.in_((Decided.PROPOSED, Decided.HOLDS))
        found = self._found(decision.c.charity == charity, states)
        return sorted(found, key=lambda one: (one.review_on, one.id))

    def decide(self, made: Decision) -> None:
        """Store a decision with what each has said, instead of one with the same id."""
        row = {name: getattr(made, name) for name in _OF_DECISION}
        voices = [
            {"decision": made.id, **{name: getattr(one, name) for name in _OF_VOICE}} for one in made.voices
        ]
        with self._database.transaction() as transaction:
            transaction.write(self._decision_in, row)
            transaction.write(self._voice_in, voices)

    def _found(self, *asked: ColumnElement[bool]) -> list[Decision]:
        rows = self._database.rows(select(decision).where(*asked))
        ids = [row.id for row in rows]
        said = self._database.rows(select(voice).where(voice.c.decision.in_(ids)).order_by(voice.c.at))
        return [_decision(row, [one for one in said if one.decision == row.id]) for row in rows]


def _decision(row: Row[Any], said: Sequence[Row[Any]]) -> Decision:
    voices = tuple(Voice(*(getattr(one, name) for name in _OF_VOICE)) for one in said)
    return Decision(**{name: getattr(row, name) for name in _OF_DECISION}, voices=voices)
