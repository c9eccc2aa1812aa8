"""What is wrong between the entries of a pack, where each by itself may be right."""

from collections.abc import Iterable, Iterator

from webchat.packs.faults import Fault
from webchat.packs.written import Written


def duplicate_ids(entries: Iterable[Written]) -> Iterator[Fault]:
    """An id that another entry has already, told where it is written again."""
    seen: dict[str, int] = {}
    for entry in entries:
        own = entry.text("id")
        seen[own] = seen.get(own, 0) + 1
        if own and seen[own] == 2:
            yield Fault(entry.file, own, "duplicate_id", own)


def mapped_channels(promises: Iterable[Written], channels: Written) -> Iterator[Fault]:
    """A promise for a channel that is itself counted as another (policy-facts A3.1)."""
    for entry in promises:
        named = entry.told("channels")
        for channel in named if isinstance(named, list) else ():
            if channels.told(channel) not in (None, channel):
                yield Fault(entry.file, entry.name, "channel_is_mapped", channel)


def stages_beyond(promises: Iterable[Written], policy: Written) -> Iterator[Fault]:
    """A promise for a stage that the policy does not name."""
    stages = policy.told("stages")
    for entry in promises:
        stage = entry.told("stage")
        if isinstance(stage, int) and isinstance(stages, int) and stage > stages:
            yield Fault(entry.file, entry.name, "stage_beyond_stages", str(stage))


def duties_twice(duties: Iterable[Written]) -> Iterator[Fault]:
    """A duty of a stage that another has already: nobody could say which of the two counts."""
    seen: set[tuple[object, object]] = set()
    for entry in duties:
        one = (entry.told("what"), entry.told("stage"))
        if None not in one and one in seen:
            yield Fault(entry.file, entry.name, "duty_told_twice", f"{one[0]}, {one[1]}")
        seen.add(one)


def stages_unopened(later: Iterable[Written], policy: Written) -> Iterator[Fault]:
    """A stage that the policy names and no [[next_stage]] says how to ask for."""
    stages, opened = policy.told("stages"), {entry.told("stage") for entry in later}
    for stage in range(2, stages + 1) if isinstance(stages, int) else ():
        if stage not in opened:
            yield Fault(policy.file, policy.name, "stage_not_opened", str(stage))
