"""Recordings of words that are the same for everyone, kept as files so that they are made once."""

import hashlib
import logging
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from webchat.formats.mp3 import is_mp3
from webchat.private import make_folder

_log = logging.getLogger(__name__)


def tag_of(voice: str, lang: str, said: str) -> str:
    """The name of a recording: a hash of the voice, the language and the words as they are said."""
    return hashlib.sha256("\0".join((voice, lang, said)).encode()).hexdigest()


class Recordings:
    """A folder of MP3 files, each named by its tag; the longest unheard go first when it is full.

    A disk that is full or not ours to write costs speed, never sound: nothing here raises OSError.
    """

    def __init__(self, folder: Path, most_bytes: int = 200_000_000) -> None:
        self._folder = folder
        self._most_bytes = most_bytes

    def find(self, tag: str) -> bytes | None:
        """The recording's MP3, or None where there is none or the file is damaged."""
        file = self._file(tag)
        try:
            sound = file.read_bytes()
        except OSError:
            return None
        if not is_mp3(sound):
            _log.warning("a kept recording is damaged and will be made again")
            return None
        with suppress(OSError):
            os.utime(file)
        return sound

    def keep(self, tag: str, sound: bytes) -> None:
        """Put a recording in the folder, whole or not at all."""
        if len(sound) > self._most_bytes:
            return
        try:
            make_folder(self._folder)
            self._write(tag, sound)
            self._make_room()
        except OSError as fault:
            _log.warning("a recording could not be kept: %s", type(fault).__name__)

    def _file(self, tag: str) -> Path:
        return self._folder / f"{tag}.mp3"

    def _write(self, tag: str, sound: bytes) -> None:
        handle, part = tempfile.mkstemp(suffix=".part", dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(sound)
            os.replace(part, self._file(tag))
        except OSError:
            with suppress(OSError):
                os.unlink(part)
            raise

    def _make_room(self) -> None:
        """Forget the longest unheard until the rest fits; a crash's half-written part goes the same way."""
        files = []
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(FileNotFoundError):  # another process made room first
                    known = entry.stat()
                    files.append((known.st_mtime_ns, known.st_size, entry.path))
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= self._most_bytes:
                return
            with suppress(FileNotFoundError):
                os.unlink(path)
            total -= size
