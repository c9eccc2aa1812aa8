"""The languages a guest may use, one row each."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

Direction: TypeAlias = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    `code` is its folder in `locales/` and what a conversation stores; `html` goes into `lang`; `name` is its
    own name in its own script (guest-rules D14); `babel` is the CLDR locale that writes its dates and lists.
    `reviewed`: a named person has checked the words on danger, dates and privacy. Until then pages say so and
    show the English beside them (guest-rules D15). `released`: its catalogue may have no gap.
    """

    code: str
    html: str
    name: str
    direction: Direction
    babel: str
    reviewed: bool
    released: bool


ENGLISH = Language("en", "en-GB", "English", "ltr", "en_GB", reviewed=True, released=True)

# A further language is one row here and one folder in locales/ (README.md beside this file).
LANGUAGES: tuple[Language, ...] = (
    ENGLISH,
    Language("pl", "pl", "Polski", "ltr", "pl", reviewed=False, released=True),
    Language("ar", "ar", "العربية", "rtl", "ar", reviewed=False, released=True),
)

BY_CODE: Mapping[str, Language] = MappingProxyType({one.code: one for one in LANGUAGES})


def language(code: str) -> Language:
    """The language of a code; English for one we do not have, so that an old conversation still opens."""
    return BY_CODE.get(code, ENGLISH)
