"""A language that nobody speaks: every translated word stands in brackets, so that what is not stands out."""

from dataclasses import replace

from tests.builders.words import ROOT
from webchat.i18n.catalogue import Catalogue
from webchat.i18n.catalogues import Catalogues
from webchat.i18n.locales import BY_CODE, Language
from webchat.i18n.words import extract

OPENS, CLOSES = "⟦", "⟧"


def pseudo(text: str) -> str:
    """The text in brackets and half as long again, as a translation may be (guest-rules D13)."""
    return f"{OPENS}{text}{'·' * (len(text) // 2)}{CLOSES}"


def pseudo_catalogues(like: str = "pl") -> Catalogues:
    """Every English message of the house in brackets, as the words of a language: "ar" for right to left."""
    single: dict[str, str] = {}
    plurals: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in extract(ROOT):
        if isinstance(message.id, str):
            single[message.id] = pseudo(message.id)
        else:
            one, many = message.id
            plurals[one, many] = (pseudo(one), pseudo(many))
    language: Language = replace(BY_CODE[like], reviewed=True)
    return Catalogues([Catalogue(language, single, plurals)])
