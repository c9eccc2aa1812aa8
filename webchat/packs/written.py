"""An entry as somebody wrote it: where it stands, and what of it can be taken, whatever else is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from webchat.packs.shape import Shape, Table, entry_name


@dataclass(frozen=True, slots=True)
class Written:
    """One table of a file: the `file`, the `name` a fault gives it, and the shape it ought to have."""

    file: str
    name: str
    table: Table
    shape: Shape

    def told(self, key: str) -> object:
        """What it says under a key; None where it says nothing, or nothing that can be taken."""
        return self.table[key] if self.shape.is_right(self.table, key) else None

    def text(self, key: str) -> str:
        """The words under a key; empty where there are none, or none that can be taken."""
        found = self.told(key)
        return found if isinstance(found, str) else ""


def one_written(tables: Table, name: str, shape: Shape, file: str) -> Written:
    """A table such as [review]; an empty one where it is missing or is no table."""
    found = tables.get(name)
    return Written(file, name, found if isinstance(found, dict) else {}, shape)


def all_written(tables: Table, name: str, shape: Shape, file: str) -> Iterator[Written]:
    """Every table of a list such as all that are headed [[promise]]; what is no table is left out."""
    found = tables.get(name, [])
    for place, entry in enumerate(found if isinstance(found, list) else [], 1):
        if isinstance(entry, dict):
            yield Written(file, entry_name(entry, f"{name} {place}"), entry, shape)
