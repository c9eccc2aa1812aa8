"""Who can help, in words: the names of responses for the chat and the help page alike (guest-rules E19)."""

from collections.abc import Mapping

from webchat.i18n.told import Told

GROUPS: Mapping[str, str] = {
    "home": "utter_help_home",
    "care": "utter_help_care",
    "life": "utter_help_life",
    "sleep": "utter_help_sleep",
    "child": "utter_help_child",
    "older": "utter_help_older",
    "deaf": "utter_help_deaf",
}
# What is said of a number that the charity has checked, and of one that it has not.
WAYS: Mapping[str, tuple[str, str]] = {
    "call": ("utter_help_entry", "utter_help_entry_unchecked"),
    "text": ("utter_help_text", "utter_help_text_unchecked"),
    "register": ("utter_help_register", "utter_help_register_unchecked"),
    "before": ("utter_help_before", "utter_help_before_unchecked"),
    "page": ("utter_help_page", "utter_help_page_unchecked"),
}
# Only what is rung is a phone number; what is texted or dialled before another is a code, and a page neither.
_VALUE: Mapping[str, str] = {"call": "phone", "page": "page"}


def group_told(group: str) -> Told:
    """What some numbers are for. Raises KeyError for a group that has no words."""
    return Told(GROUPS[group])


def number_told(name: str, way: str, number: str, message: str, checked: bool) -> Told:
    """One number and how to use it; `message` is what to text. Raises KeyError for a way without words."""
    response = WAYS[way][0 if checked else 1]
    texted = {"message": message} if message else {}
    return Told(response, {"name": {"english": name}, _VALUE.get(way, "code"): number, **texted})
