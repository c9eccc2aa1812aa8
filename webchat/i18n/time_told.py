"""The agreed time of a meeting, as its guest is told it."""

from collections.abc import Mapping
from datetime import datetime

from webchat.cases.appointments.diary import Meeting
from webchat.i18n.told import Told, a_moment, a_time


def time_told(agreed: Meeting, names: Mapping[str, str]) -> Told:
    """When, until when, where and with whom. `names` are of whoever works here now, by staff id."""
    name = names.get(agreed.staff_id, "")
    who = "" if name else "_nobody"
    values = {"when": a_moment(agreed.starts_at), "end": a_time(agreed.ends_at)}
    return Told(f"words_agreed_{agreed.way.value}{who}", {**values, "name": name} if name else values)


def time_offered(starts_at: datetime, name: str) -> Told:
    """A time that a guest can choose, and with whom."""
    return Told("value_appointment_time", {"when": a_moment(starts_at), "name": name})
