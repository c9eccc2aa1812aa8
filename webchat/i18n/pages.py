"""The words of pages: Flask-Babel's `_()` over our own catalogues, so that no translation breaks a page."""

from collections.abc import Callable
from typing import NoReturn

from flask import Flask
from flask_babel import Babel, Domain, get_locale
from markupsafe import Markup, escape

from webchat.i18n.catalogue import Catalogue
from webchat.i18n.catalogues import Catalogues


def speak(app: Flask, catalogues: Catalogues, lang: Callable[[], str]) -> Babel:
    """Give an app's templates their words; `lang` tells the code of the language of the request.

    A corrupt catalogue or a faulty translation reads English, and no translation is ever HTML (security 0.7).
    """
    babel = Babel(app, locale_selector=lang, default_timezone="Europe/London")
    # Flask-Babel reads .mo files itself, and a broken one is an error page; this is where it looks for words.
    babel.domain_instance = PageWords(catalogues)
    return babel


class PageWords(Domain):  # type: ignore[misc]  # a class without types
    """The words of the language of this request."""

    def __init__(self, catalogues: Catalogues) -> None:
        super().__init__()
        self._catalogues = catalogues

    def get_translations(self) -> "Escaped":
        """What templates ask: they take the answer as HTML, so it is escaped."""
        return Escaped(self._here())

    def gettext(self, string: str, **variables: object) -> str:
        """A sentence for Python code, as plain text."""
        words = self._here().one(string).text
        return words % variables if variables else words

    def ngettext(self, singular: str, plural: str, num: int, **variables: object) -> str:
        """The form of a sentence for a number, for Python code, as plain text."""
        return self._here().counted(singular, plural, num).text % {"num": num, **variables}

    def _here(self) -> Catalogue:
        return self._catalogues.of(str(get_locale()))


class Escaped:
    """The words of one language, made safe for HTML: templates take what gettext gives as it is."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def ugettext(self, message: str) -> Markup:
        """A sentence."""
        return escape(self._catalogue.one(message).text)

    def ungettext(self, singular: str, plural: str, num: int) -> Markup:
        """The form of a sentence for a number."""
        return escape(self._catalogue.counted(singular, plural, num).text)

    def upgettext(self, context: str, message: str) -> NoReturn:
        """Refused: a message is a whole sentence and needs no context (guest-rules D12)."""
        raise NotImplementedError("write a whole sentence instead of a context")

    def unpgettext(self, context: str, singular: str, plural: str, num: int) -> NoReturn:
        """Refused, as above."""
        raise NotImplementedError("write a whole sentence instead of a context")
