"""Everything that a charity's policy and settings answer, topic by topic, to read or print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from webchat.chat.bubble import Bubble
from webchat.guest.metadata import told_settings
from webchat.guest.transcript import Speaker
from webchat.i18n.answers_told import title, topic_told
from webchat.packs.asked import topics


@dataclass(frozen=True, slots=True)
class Told:
    """One topic: its name, its title, and every sentence on it; none where the policy does not say."""

    topic: str
    title: Bubble
    says: tuple[Bubble, ...]


@dataclass(frozen=True, slots=True)
class PolicySays:
    """The page. `said` are the topics that are answered, `unsaid` those that the policy does not speak of."""

    said: tuple[Told, ...]
    unsaid: tuple[Told, ...]


def policy_says(speaker: Speaker, now: datetime) -> PolicySays:
    """What a charity says, in the speaker's language; `now` is aware."""
    told = tuple(_told(speaker, now))
    silent = speaker.charity.policy.unsaid
    return PolicySays(
        tuple(one for one in told if one.says),
        tuple(one for one in told if not one.says and one.topic in silent),
    )


def _told(speaker: Speaker, now: datetime) -> Iterator[Told]:
    here = speaker.charity
    for topic in topics():
        sentences = topic_told(topic, here.policy, told_settings(here), here.calendar, now)
        yield Told(topic, speaker.told(title(topic)), tuple(speaker.told(one) for one in sentences))
