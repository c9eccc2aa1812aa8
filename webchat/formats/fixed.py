"""The charity's own words, which are the same for every guest and so may be read by an online voice."""

from collections.abc import Mapping
from typing import Self, final

from webchat.formats.speech import SpeechFailed


class NotFixed(SpeechFailed):
    """The words are not the charity's fixed text: no such response, or it has places for values."""


@final
class FixedText(str):
    """A response of the catalogue in one language, with no value of any guest in it.

    It is made from the response's *name*: the words are looked up, so that there is no way in for a
    guest's own. Raises NotFixed (guest-rules G8: no guest text to any third party).
    """

    __slots__ = ("catalogue_name", "lang")
    catalogue_name: str
    lang: str

    def __new__(cls, name: str, lang: str, catalogue: Mapping[str, str]) -> Self:
        """`catalogue` is response name -> its words in that language."""
        words = catalogue.get(name)
        if words is None or "{" in words or "}" in words:
            raise NotFixed(name)
        fixed = super().__new__(cls, words)
        fixed.catalogue_name, fixed.lang = name, lang
        return fixed

    def __reduce__(self) -> tuple[object, ...]:
        """Travels to another process as the response it is, not as loose words."""
        return FixedText, (self.catalogue_name, self.lang, {self.catalogue_name: str(self)})
