"""Voices that behave, and voices that do not. They are pickled into another process."""

import os
import re
import signal
import threading
from dataclasses import dataclass

from webchat.formats.mp3 import mp3_of
from webchat.formats.speech import NoVoice, SpeechFailed

SILENCE = mp3_of(bytes(32_000), 16_000)


@dataclass(frozen=True)
class Calm:
    """Says anything; writes a line in `log` each time it is asked."""

    log: str = os.devnull
    name: str = "calm"

    def speak(self, text: str, lang: str) -> bytes:
        with open(self.log, "a") as log:
            log.write(f"{lang} {text}\n")
        return SILENCE


@dataclass(frozen=True)
class Gated(Calm):
    """Says that it has begun, then waits until the test lets it go on; both by a named pipe."""

    begun: str = ""
    go: str = ""

    def speak(self, text: str, lang: str) -> bytes:
        with open(self.begun, "w"):
            pass
        with open(self.go) as go:
            go.read()
        return super().speak(text, lang)


@dataclass(frozen=True)
class Environment:
    """Writes down what it can see of the server's environment."""

    seen: str
    name: str = "nosy"

    def speak(self, text: str, lang: str) -> bytes:
        with open(self.seen, "w") as seen:
            seen.write(repr(dict(os.environ)))
        return SILENCE


@dataclass(frozen=True)
class Naughty:
    """Behaves by `how`, unless the words ask it to be good."""

    how: str
    name: str = "naughty"

    def speak(self, text: str, lang: str) -> bytes:
        if text != "good":
            sound: bytes = getattr(self, self.how)(text)
            return sound
        return SILENCE

    def raises(self, text: str) -> bytes:
        raise LookupError(f"secret: {text}")

    def fails(self, text: str) -> bytes:
        raise SpeechFailed("engine")

    def has_no_voice(self, text: str) -> bytes:
        raise NoVoice("en")

    def gives_nothing(self, text: str) -> bytes:
        return b""

    def gives_junk(self, text: str) -> bytes:
        return b"<html>Before you continue</html>"

    def gives_text(self, text: str) -> str:
        return text

    def dies(self, text: str) -> bytes:
        os._exit(9)

    def prints(self, text: str) -> bytes:
        os.write(1, b"engine ready\n")
        return SILENCE

    def waits_for_ever(self, text: str) -> bytes:
        signal.signal(signal.SIGALRM, signal.SIG_IGN)  # only being killed will end it
        threading.Event().wait()
        return SILENCE

    def holds_the_lock(self, text: str) -> bytes:
        """As Pico hangs: inside C code, with Python's one lock in its hand."""
        re.match("(a+)+$", "a" * 64 + "b")
        return SILENCE
