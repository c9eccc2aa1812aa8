"""The desk: what staff see. See README.md for its law."""

from flask import Flask

from webchat.desk import cases, door, lists
from webchat.desk.every_page import every_desk_page

_PAGES = (door.pages, lists.pages, cases.pages)

for _one in _PAGES:
    _one.context_processor(every_desk_page)


def add_pages(app: Flask) -> None:
    """Give the app the desk's pages."""
    for one in _PAGES:
        app.register_blueprint(one)
