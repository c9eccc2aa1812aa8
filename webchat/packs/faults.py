"""Faults of a pack: values, each with the file and the entry where it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from webchat.packs.wording import fault_words


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the `file`, such as "ruils/pack.toml", the `entry`, and what was `found` there."""

    file: str
    entry: str
    code: str
    found: str = ""

    def __str__(self) -> str:
        return fault_words(self.code, file=self.file, entry=self.entry, found=self.found)


class PackFaults(Exception):
    """Everything that is wrong with the packs that were read, told at once; nothing was loaded."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)
