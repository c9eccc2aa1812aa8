"""The desk: what staff see. See README.md for its law."""

from flask import Flask

from webchat.desk import cases, door, lists


def add_pages(app: Flask) -> None:
    """Give the app the desk's pages."""
    for one in (door.pages, lists.pages, cases.pages):
        app.register_blueprint(one)
