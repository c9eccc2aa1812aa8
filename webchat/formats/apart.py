"""Runs a voice in a process of its own, so that one that hangs or dies takes nobody with it.

A thread will not do: Pico holds Python's one lock while it speaks, and a thread cannot be ended.
A new process for each recording costs about 50 ms, and leaves no guest's words behind in its memory.
"""

import math
import os
import pickle
import subprocess
import sys
from pathlib import Path
from threading import Lock

from webchat.formats import booth
from webchat.formats.mp3 import is_mp3
from webchat.formats.speech import NoVoice, Said, SpeechFailed, Voice

# No password of the server's reaches an engine; a proxy is how an online voice gets out.
_ENVIRONMENT = ("PATH", "LANG", "SYSTEMROOT", "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy")


class Apart:
    """Speaks in another process. `close()` ends what is running, and refuses what comes after."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def speak(self, voice: Voice[Said], text: Said, lang: str, seconds: float) -> bytes:
        """MP3 of the words within so many seconds; raises NoVoice or SpeechFailed, and nothing else."""
        asked = pickle.dumps(sys.path) + pickle.dumps((voice, text, lang))
        process = self._start(seconds)
        try:
            with process:
                answer = _answer(process, asked, seconds)
        finally:
            with self._lock:
                self._running.discard(process)
        if process.returncode == booth.FAILED:
            reason = answer.decode("ascii", "replace")[:60]
            raise NoVoice(lang) if reason == NoVoice.__name__ else SpeechFailed(reason)
        if process.returncode != 0:
            raise SpeechFailed("died")
        if not is_mp3(answer):
            raise SpeechFailed("not_sound")
        return answer

    def close(self) -> None:
        """End every voice that is speaking; safe to call twice."""
        with self._lock:
            self._closed = True
            for process in self._running:
                process.kill()

    def _start(self, seconds: float) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-I", str(Path(booth.__file__)), str(math.ceil(seconds) + 1)]
        with self._lock:
            if self._closed:
                raise SpeechFailed("closed")
            try:
                process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                )
            except OSError as fault:
                raise SpeechFailed("no_process") from fault
            self._running.add(process)
            return process


def _answer(process: subprocess.Popen[bytes], asked: bytes, seconds: float) -> bytes:
    try:
        return process.communicate(asked, timeout=seconds)[0]
    except subprocess.TimeoutExpired as slow:
        raise SpeechFailed("too_slow") from slow
    finally:
        if process.poll() is None:
            process.kill()
