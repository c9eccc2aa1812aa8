"""Google's voice by gTTS, for the charity's fixed text only. Off unless the charity turns it on.

What it says goes to Google, and gTTS does not check whom it talks to (formats.md section 1).
"""

import binascii
import re
from dataclasses import dataclass
from io import BytesIO

from gtts import gTTS, gTTSError
from gtts.lang import tts_langs
from gtts.tokenizer import Tokenizer, tokenizer_cases

from webchat.formats.fixed import FixedText, NotFixed
from webchat.formats.mp3 import is_mp3
from webchat.formats.speech import NoVoice, SpeechFailed
from webchat.formats.spoken import ready

_TIMEOUT = (3, 10)  # seconds to connect, to answer; gTTS itself would wait for ever (guest-rules G8d)

# Our tag -> Google's. gTTS, asked to check a tag, turns Portugal's Portuguese into Brazil's: we check.
_GOOGLE_TAGS = {"zh_Hans": "zh-CN", "zh_Hant": "zh-TW", "pt_PT": "pt-PT", "en_GB": "en"}


def _other_scripts() -> re.Pattern[str]:
    """Where Urdu, Arabic, Bengali and Hindi sentences end: gTTS would cut them in mid-sentence."""
    return re.compile("(?<=[۔؟।॥؛])")


_IN_PARTS = Tokenizer(
    [
        tokenizer_cases.tone_marks,
        tokenizer_cases.period_comma,
        tokenizer_cases.colon,
        tokenizer_cases.other_punctuation,
        _other_scripts,
    ]
).run


@dataclass(frozen=True, slots=True)
class Online:
    """Says the charity's fixed text by Google, and refuses anything else."""

    name: str = "gtts-2.5.4"

    def speak(self, text: FixedText, lang: str) -> bytes:
        """MP3 of a fixed text in its own language; raises NotFixed, NoVoice or SpeechFailed.

        It may take 13 seconds for each 100 characters: never call it while a guest waits.
        """
        if type(text) is not FixedText or text.lang != lang:
            raise NotFixed(lang)
        google_lang = _google_tag(lang)
        sound = BytesIO()
        try:
            gTTS(
                ready(text, lang),
                lang=google_lang,
                tld="co.uk" if google_lang == "en" else "com",
                lang_check=False,
                tokenizer_func=_IN_PARTS,
                timeout=_TIMEOUT,
            ).write_to_fp(sound)
        except (gTTSError, AssertionError, UnicodeError, binascii.Error) as fault:
            raise SpeechFailed("online") from fault
        if not is_mp3(sound.getvalue()):
            # A consent page or a changed service: gTTS calls it a success and writes nothing.
            raise SpeechFailed("not_sound")
        return sound.getvalue()


def _google_tag(lang: str) -> str:
    tag = _GOOGLE_TAGS.get(lang, lang)
    if tag not in tts_langs():
        raise NoVoice(lang)
    return tag
