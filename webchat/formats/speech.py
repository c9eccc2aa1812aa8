"""What every voice offers, and every way in which speaking can fail."""

from dataclasses import dataclass
from typing import Protocol, TypeVar

Said = TypeVar("Said", bound=str, contravariant=True)


class SpeechFailed(Exception):
    """No sound could be made this time; the reason is a short code, never the words."""


class NoVoice(SpeechFailed):
    """There is no voice in this language; the page says so (guest-rules H6)."""


class TooLong(SpeechFailed):
    """The words are more than is read aloud at once; they are never cut short in silence."""


class NothingToSay(SpeechFailed):
    """Nothing in the words can be said aloud: they are empty, or only marks and pictures."""


class Busy(SpeechFailed):
    """As many guests as we allow are waiting for a recording; the words are still on the page."""


@dataclass(frozen=True, slots=True)
class Recording:
    """Words said aloud: MP3 bytes, and a tag that is the same for the same words, language and voice."""

    mp3: bytes
    tag: str


class Voice(Protocol[Said]):
    """A voice. `Voice[str]` may say anything; a `Voice[FixedText]` only the charity's own words.

    It is sent to another process to speak, so it must pickle, and it must hold nothing open.
    """

    @property
    def name(self) -> str:
        """Engine, version and voice: part of the name under which a recording is kept."""

    def speak(self, text: Said, lang: str) -> bytes:
        """MP3 of the words in a language ("en"); raises NoVoice or SpeechFailed."""
