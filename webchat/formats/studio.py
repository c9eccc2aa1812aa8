"""The way in to speech: words go in, a recording comes out, and nobody waits longer than the limit."""

from collections.abc import Mapping
from concurrent.futures import Future
from threading import Lock
from time import monotonic

from webchat.formats.apart import Apart
from webchat.formats.fixed import FixedText, NotFixed
from webchat.formats.recordings import Recordings, tag_of
from webchat.formats.speech import Busy, NoVoice, Recording, Said, SpeechFailed, Voice
from webchat.formats.spoken import ready

_PATIENCE = 3.0  # seconds; after it the page says that there is no sound just now (security.md, K)
_MOST_WAITING = 4  # half of the web server's threads: the other half always answer pages
_ONLINE_PATIENCE = 60.0  # seconds; nobody waits for it

_Key = tuple[str, bool]


class Studio:
    """Says words aloud, one recording at a time; the same words asked for twice at once are made once.

    `voices` is language -> an offline voice. `online`, where the charity has turned it on, only ever
    reads `FixedText` (guest-rules G8), and only in `record`, ahead of any guest.
    """

    def __init__(
        self,
        voices: Mapping[str, Voice[str]],
        recordings: Recordings,
        *,
        online: Voice[FixedText] | None = None,
        patience: float = _PATIENCE,
        most_waiting: int = _MOST_WAITING,
    ) -> None:
        self._voices = dict(voices)
        self._recordings = recordings
        self._online = online
        self._patience = patience
        self._most_waiting = most_waiting
        self._apart = Apart()
        self._lock = Lock()
        self._one_at_a_time = Lock()
        self._waiting = 0
        self._making: dict[_Key, Future[bytes]] = {}

    @property
    def waiting(self) -> int:
        """How many callers are waiting for a recording now."""
        return self._waiting

    def has_voice(self, lang: str) -> bool:
        """Whether any words at all can be said in a language ("en")."""
        return lang in self._voices

    def can_say(self, text: str, lang: str) -> bool:
        """Whether these words can be: there is an offline voice, or they were recorded online before."""
        return self.has_voice(lang) or self._recorded(text, lang) is not None

    def listen(self, text: str, lang: str, private: bool) -> Recording:
        """The words said aloud, within the limit. Raises NoVoice, TooLong, NothingToSay, Busy, SpeechFailed.

        `private` is True for anything with a guest's words, a name, a reference or a code in it: an
        offline voice says it, and no recording of it is kept.
        """
        voice = self._voices.get(lang)
        if voice is None:
            return self._recorded_or_no_voice(text, lang)
        said = ready(text, lang)
        tag = tag_of(voice.name, lang, said)
        sound = self._recordings.find(tag) or self._made_once((tag, private), voice, said, lang)
        return Recording(sound, tag)

    def record(self, text: FixedText) -> Recording:
        """Have the charity's fixed text read online and kept, ahead of any guest: for the worker.

        Raises NoVoice where online voices are off or have not this language, NotFixed, SpeechFailed.
        """
        if type(text) is not FixedText:
            raise NotFixed
        if self._online is None:
            raise NoVoice(text.lang)
        kept = self._recorded(text, text.lang)
        if kept is not None:
            return kept
        tag = tag_of(self._online.name, text.lang, ready(text, text.lang))
        sound = self._apart.speak(self._online, text, text.lang, _ONLINE_PATIENCE)
        self._recordings.keep(tag, sound)
        return Recording(sound, tag)

    def close(self) -> None:
        """End any voice that is speaking; safe to call twice."""
        self._apart.close()

    def _recorded_or_no_voice(self, text: str, lang: str) -> Recording:
        recorded = self._recorded(text, lang)
        if recorded is None:
            raise NoVoice(lang)
        return recorded

    def _recorded(self, text: str, lang: str) -> Recording | None:
        if self._online is None or type(text) is not FixedText or text.lang != lang:
            return None
        tag = tag_of(self._online.name, lang, ready(text, lang))
        sound = self._recordings.find(tag)
        return None if sound is None else Recording(sound, tag)

    def _made_once(self, key: _Key, voice: Voice[Said], said: Said, lang: str) -> bytes:
        by = monotonic() + self._patience
        with self._lock:
            if self._waiting >= self._most_waiting:
                raise Busy
            self._waiting += 1
            ours = key not in self._making
            making = self._making.setdefault(key, Future())
        try:
            if ours:
                self._make(making, key, voice, said, lang, by)
            return making.result(timeout=max(0.0, by - monotonic()))
        except TimeoutError as slow:
            raise SpeechFailed("too_slow") from slow
        finally:
            with self._lock:
                self._waiting -= 1

    def _make(
        self, making: Future[bytes], key: _Key, voice: Voice[Said], said: Said, lang: str, by: float
    ) -> None:
        """Make it, or leave the reason for all who wait for it; either way it is no longer being made."""
        tag, private = key
        fault: SpeechFailed = SpeechFailed("stopped")
        sound: bytes | None = None
        try:
            sound = self._in_turn(voice, said, lang, by)
            if not private:
                self._recordings.keep(tag, sound)
        except SpeechFailed as failed:
            fault = failed
        finally:
            with self._lock:
                del self._making[key]
            if sound is None:
                making.set_exception(fault)
            else:
                making.set_result(sound)

    def _in_turn(self, voice: Voice[Said], said: Said, lang: str, by: float) -> bytes:
        if not self._one_at_a_time.acquire(timeout=max(0.0, by - monotonic())):
            raise SpeechFailed("too_slow")
        try:
            left = by - monotonic()
            if left <= 0:
                raise SpeechFailed("too_slow")
            return self._apart.speak(voice, said, lang, left)
        finally:
            self._one_at_a_time.release()
