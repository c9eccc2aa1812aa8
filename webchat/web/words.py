"""The words of the templates: `_()` over the same catalogues as the chat, as safe from a broken one."""

from flask import Flask

from webchat.i18n.pages import speak
from webchat.web.here import lang_here
from webchat.wiring import House


def add_words(app: Flask, house: House) -> None:
    """Teach the templates to speak the language of the page. A missing word is English, never an error."""
    speak(app, house.words, lambda: lang_here().code)
