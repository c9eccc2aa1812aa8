"""The words of the templates: `_()` over the same catalogues as the chat, as safe from a broken one."""

from flask import Flask
from flask_babel import Babel

from webchat.web.here import house, lang_here


def add_words(app: Flask) -> None:
    """Teach the templates to speak the language of the page. A missing word is English, never an error."""
    Babel(app, locale_selector=lambda: lang_here().babel)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # given by the i18n extension
        _one, _counted, newstyle=True
    )


def _one(english: str) -> str:
    return house().words.of(lang_here().code).one(english).text


def _counted(singular: str, plural: str, number: int) -> str:
    return house().words.of(lang_here().code).counted(singular, plural, number).text
