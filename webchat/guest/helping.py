"""Who else can help, group by group, as the help page shows them (guest-rules E19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from webchat.cases.promises.calendar import london_date
from webchat.chat.bubble import Bubble
from webchat.chat.renderer import Renderer
from webchat.i18n.help_told import group_told, number_told
from webchat.i18n.locales import ENGLISH
from webchat.packs.directory import Group, Number, Way, shown


@dataclass(frozen=True, slots=True)
class Helpline:
    """One number in words; `url` where it is a page to open, else empty."""

    name: str
    bubble: Bubble
    url: str = ""


@dataclass(frozen=True, slots=True)
class HelpGroup:
    """What some numbers are for, and the numbers."""

    heading: Bubble
    numbers: tuple[Helpline, ...]


@dataclass(frozen=True, slots=True)
class Helper:
    """The directory as it may be shown at an instant, in a language. Nothing that was not checked lately."""

    numbers: Sequence[Number]
    renderer: Renderer
    lang: str
    now: datetime

    @property
    def groups(self) -> tuple[HelpGroup, ...]:
        """Every group that has a number, in the guest's language."""
        return self._in(self.lang)

    @property
    def in_english(self) -> tuple[HelpGroup, ...]:
        """The same in English, for languages that nobody has checked yet (guest-rules D15)."""
        return self._in(ENGLISH.code)

    @property
    def has_council(self) -> bool:
        """Whether the council's team for adults can be rung."""
        return any(one.group is Group.CARE for one in self._shown())

    def _in(self, lang: str) -> tuple[HelpGroup, ...]:
        return tuple(
            HelpGroup(
                self.renderer.render(group_told(group), lang), tuple(self._line(one, lang) for one in some)
            )
            for group, some in groupby(self._shown(), key=lambda one: str(one.group))
        )

    def _shown(self) -> tuple[Number, ...]:
        return shown(self.numbers, london_date(self.now))

    def _line(self, one: Number, lang: str) -> Helpline:
        checked = one.is_confirmed(london_date(self.now))
        bubble = self.renderer.render(number_told(one.name, one.way, one.number, one.words, checked), lang)
        return Helpline(one.name, bubble, f"https://{one.number}" if one.way is Way.PAGE else "")
