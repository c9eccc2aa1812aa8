"""The desk: what staff see. See README.md for its law."""

from flask import Flask, g

from webchat.desk import cases, codes, finding, information, lists, news, waiting
from webchat.desk.appointments import agreed, feed, times
from webchat.desk.complaints import hearing, learning
from webchat.desk.door import signing_in
from webchat.desk.entering import many
from webchat.desk.entering import pages as entering
from webchat.desk.every_page import every_desk_page
from webchat.desk.formats import making, needs, to_do
from webchat.desk.people import away, deciding, elected, on_behalf, passing
from webchat.desk.reports import pages as reports
from webchat.i18n.locales import ENGLISH

# Loaded for their addresses, which are added to the pages of a case and of the lists.
_OF_A_CASE = (
    *(agreed, codes, deciding, elected, finding, hearing, information, making),
    *(many, needs, news, on_behalf, passing, to_do, waiting),
)
_PAGES = (
    *(signing_in.pages, lists.pages, entering.pages, cases.pages),
    *(times.pages, feed.pages, away.pages, reports.pages, learning.pages),
)


def _in_english() -> None:
    """Staff read English whatever their browser asks: half a page in another language helps nobody."""
    g.language = ENGLISH


for _one in _PAGES:
    _one.before_request(_in_english)
    _one.context_processor(every_desk_page)


def add_pages(app: Flask) -> None:
    """Give the app the desk's pages."""
    for one in _PAGES:
        app.register_blueprint(one)
