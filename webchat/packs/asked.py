"""What guests ask about how a charity works: examples by language and topic, from data/asked/<lang>.toml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from webchat.packs.faults import Fault, PackFaults
from webchat.packs.shape import is_text
from webchat.packs.toml_file import read_toml

ASKED = Path(__file__).parent / "data" / "asked"
# Questions about none of the topics; they keep such from being taken for one.
OTHER = "other"
_FIRST = "en"

Asked = Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def load_asked(folder: Path = ASKED) -> Asked:
    """Every language's examples, by its code. Raises PackFaults with every fault at once."""
    faults: list[Fault] = []
    asked = {file.stem: _read(file, faults) for file in sorted(folder.glob("*.toml"))}
    known = asked.get(_FIRST, {}).keys()
    for lang, examples in asked.items():
        faults += [Fault(f"{lang}.toml", one, "unknown_topic", one) for one in examples.keys() - known]
        if OTHER not in examples:
            faults.append(Fault(f"{lang}.toml", OTHER, "missing", OTHER))
    if faults:
        raise PackFaults(faults)
    return asked


def topics(folder: Path = ASKED) -> tuple[str, ...]:
    """Every topic, in the order in which pages list them."""
    return tuple(topic for topic in load_asked(folder)[_FIRST] if topic != OTHER)


def _read(file: Path, faults: list[Fault]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for topic, told in (read_toml(file, file.name, faults) or {}).items():
        if isinstance(told, list) and told and all(is_text(one) for one in told):
            found[topic] = tuple(told)
        else:
            faults.append(Fault(file.name, topic, "not_sentences", repr(told)[:80]))
    return found
