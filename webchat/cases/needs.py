"""What a guest may need to read, hear and be understood, and where each is recorded (D17, D18)."""

from collections.abc import Mapping

NOTHING, SOMETHING_ELSE, INTERPRETER = "nothing", "something_else", "interpreter"
NEEDS = ("large_print", "braille", "audio", "easy_read", "bsl", INTERPRETER, SOMETHING_ELSE, NOTHING)
FIELDS: Mapping[str, str] = {
    "large_print": "information_format",
    "braille": "information_format",
    "audio": "information_format",
    "easy_read": "information_format",
    "bsl": "communication_professional",
    INTERPRETER: "community_language",
    SOMETHING_ELSE: "additional_support",
}
