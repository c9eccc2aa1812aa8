"""SVOX Pico: a small British English voice that needs no internet (formats.md 2.1)."""

import re
from dataclasses import dataclass

from py_nanotts import NanoTTS

from webchat.formats.mp3 import mp3_of
from webchat.formats.speech import NoVoice, SpeechFailed

_VOICES = {"en": "en-GB"}
_SAMPLES_A_SECOND = 16_000

# Pico obeys tags in the words it is given: <genfile file="..."> writes a file wherever the server
# can, <play file="..."> reads one. Only letters, figures and plain marks ever reach it.
_NOT_PLAIN = re.compile(r"""[^\w\s.,;:!?'"()£$€%+=*-]""")

# A word of thousands of letters never comes back from Pico; one of 300 figures fails.
_LONGEST_WORD = 40
_PART_OF_A_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")


@dataclass(frozen=True, slots=True)
class Pico:
    """Speaks English with Pico's British voice.

    It holds Python's one lock for as long as it speaks (other threads stood still for 0.69 s of a
    0.69 s reading), and some words hang it for ever: only ever run it in a process of its own.
    """

    name: str = "pico-0.1.1-en-GB"

    def speak(self, text: str, lang: str) -> bytes:
        """MP3 of the words; raises NoVoice for another language, SpeechFailed where Pico gives up."""
        if lang not in _VOICES:
            raise NoVoice(lang)
        try:
            pcm = NanoTTS().speak(plain(text), voice=_VOICES[lang])
        except (RuntimeError, ValueError, MemoryError) as fault:
            raise SpeechFailed("engine") from fault
        if not pcm:
            raise SpeechFailed("silent")
        return mp3_of(pcm, _SAMPLES_A_SECOND)


def plain(text: str) -> str:
    """Words with every mark gone that Pico would obey, and every word short enough for it."""
    return _PART_OF_A_LONG_WORD.sub(r"\g<0> ", _NOT_PLAIN.sub(" ", text))
