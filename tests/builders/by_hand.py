"""The numbers of a report a second time: as somebody with the raw rows and a pencil would count them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from tests.fakes.store import MemoryStore
from webchat.cases.reports.periods import Period
from webchat.cases.reports.reporting import Cell
from webchat.db.database import Database
from webchat.db.tables import case_, event, message, need, promise, task

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
KNOWN_NEEDS = ("large_print", "braille", "bsl", "interpreter", "quiet_room")
ARRIVED = ("shown", "sent", "posted", "spoken", "handed_over", "interpreted")
PRINTED = ("large_print", "braille", "audio", "easy_read", "memory_stick")


def raw_rows(database: Database) -> Rows:
    """Every row of the tables that a report rests on."""
    return {
        table.name: [dict(row._mapping) for row in database.rows(select(table))]
        for table in (case_, promise, event, message, need, task)
    }


def raw_values(store: MemoryStore) -> Rows:
    """The same of the store that the tests of the core use."""
    return {
        "case_": [asdict(one) for one in store.cases.values()],
        "promise": [asdict(one) for one in store.all_promises.values()],
        "event": [asdict(one) for one in store.all_events],
        "message": [asdict(one) for one in store.all_messages.values()],
        "need": [asdict(one) for one in store.all_needs],
        "task": [asdict(one) for one in store.all_tasks.values()],
    }


def flat(counts: Mapping[Cell, int]) -> dict[tuple[str, ...], int]:
    """The core's own counts, by plain words."""
    return {(cell.part.value, *cell.row, cell.column): many for cell, many in counts.items()}


def by_hand(rows: Rows, charity: str, period: Period, now: datetime) -> dict[tuple[str, ...], int]:
    """Every number of a period that is not nothing."""
    found: Counter[tuple[str, ...]] = Counter()
    cases = {
        one["id"]: one
        for one in rows["case_"]
        if (one["charity"], one["about"]) == (charity, "nobody") and one["kind"] != "safeguarding"
    }

    def here(one: Mapping[str, Any], at: str) -> bool:
        return one["case_id"] in cases and one[at] and period.first <= day(one[at]) <= period.last

    for one in (one for one in rows["event"] if here(one, "at")):
        kind = str(cases[one["case_id"]]["kind"])
        if one["what"] == "opened":
            found["came", kind, "1", "many"] += 1
        if one["what"] == "went_on":
            found["came", kind, str(one["fields"]["to"]), "many"] += 1
        if one["what"] == "judged":
            good = one["fields"]["verdict"] in ("well", "very_well")
            found["judged", "satisfied" if good else "not_satisfied", "many"] += 1
    for one in (one for one in rows["promise"] if here(one, "due_at")):
        how = _how(one, cases[one["case_id"]]["status"] == "closed", now)
        ref = "" if one["source"] == "staff" else one["ref"]
        if how:
            found["kept", str(one["name"]), ref, str(one["source"]), how] += 1
    for one in (one for one in rows["promise"] if one["source"] == "staff" and here(one, "starts_at")):
        before = [old for old in rows["promise"] if old["met_by"] == one["id"]]
        if not before:
            found["moved", "after", "many"] += 1
        elif before[0]["due_on"] is None:
            found["moved", "first", "many"] += 1
        elif before[0]["due_on"] < one["due_on"]:
            found["moved", "before", "many"] += 1
    needs = {(one["case_id"], _known(one["value"])) for one in rows["need"] if here(one, "told_at")}
    found.update(("needed", value, "many") for _, value in needs)
    for one in (one for one in rows["message"] if here(one, "at")):
        if one["purpose"] in ("reply", "outcome", "information_reply", "information_outcome"):
            found["answered", "reached", "yes" if one["delivery"] in ARRIVED else "no"] += 1
            theirs = cases[one["case_id"]]["lang"]
            if theirs != "en":
                found["answered", "own_language", "yes" if one["lang"] == theirs else "no"] += 1
        # The whole of an outcome was written only where it ended a complaint.
        if one["purpose"] == "outcome" and "What we learned" in one["body"]:
            nothing = "Nothing." in one["body"]
            found["learned", "nothing_learned" if nothing else "something_learned", "many"] += 1
    for one in (one for one in rows["task"] if here(one, "made_at")):
        found["acted", _became(one, day(now)), "many"] += 1
    for one in (one for one in rows["message"] if here(one, "at")):
        listed = one["formats"]
        asked = listed.split() if isinstance(listed, str) else [str(each) for each in listed]
        if one["route"] in ("phone", "in-person"):
            asked = [each for each in asked if each not in PRINTED]
        made = "as_needed" if one["delivery"] in ARRIVED else "to_be_made"
        found.update(("needs_met", each, "with_reason" if one["plain_why"] else made) for each in asked)
    return dict(found)


def waiting_by_hand(rows: Rows, charity: str, now: datetime) -> dict[tuple[str, ...], int]:
    """How many wait, from the promises themselves: not from what is kept with a case for the lists."""
    found: Counter[tuple[str, ...]] = Counter()
    for case in rows["case_"]:
        if (case["charity"], case["about"], case["status"]) != (charity, "nobody", "open"):
            continue
        if case["kind"] == "safeguarding":
            continue
        owed = [one for one in rows["promise"] if one["case_id"] == case["id"] and _owed(one)]
        dates = [one["due_at"] for one in owed if one["due_at"]]
        if dates and min(dates) < now:
            found["waiting", "overdue", "many"] += 1
        elif any(one["due_at"] is None for one in owed):
            found["waiting", "undated", "many"] += 1
        else:
            found["waiting", "in_time" if owed else "nothing_owed", "many"] += 1
    return dict(found)


def day(at: datetime) -> date:
    """The date in London."""
    return at.astimezone(ZoneInfo("Europe/London")).date()


def _owed(one: Mapping[str, Any]) -> bool:
    return one["state"] in ("open", "late")


def _became(one: Mapping[str, Any], today: date) -> str:
    if one["state"] == "open":
        return "to_do" if today <= one["due_on"] else "late_now"
    if one["state"] == "dropped":
        return "dropped"
    return "done_in_time" if day(one["settled_at"]) <= one["due_on"] else "done_late"


def _known(value: str) -> str:
    return value if value in KNOWN_NEEDS else "something_else"


def _how(one: Mapping[str, Any], is_closed: bool, now: datetime) -> str:
    if one["state"] == "superseded":
        return ""
    if one["state"] == "met":
        late = (day(one["met_at"]) - one["due_on"]).days
        return "in_time" if one["met_at"] <= one["due_at"] else "little_late" if late <= 5 else "much_late"
    if is_closed:
        return "not_kept"
    if now <= one["due_at"]:
        return "still_open"
    return "little_late" if (day(now) - one["due_on"]).days <= 5 else "much_late"
