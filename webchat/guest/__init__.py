"""What a guest sees. See README.md for its law."""

from flask import Flask

from webchat.guest.conversing import Conversing
from webchat.guest.dialling import dialled
from webchat.guest.every_page import every_page
from webchat.guest.patience import Patience
from webchat.guest.returning import Returning
from webchat.guest.routes import make_blueprint
from webchat.web.sealing import Sealing
from webchat.wiring import House


def add_pages(app: Flask) -> None:
    """Give the app the guest's pages, over its house and its dialogue."""
    house: House = app.extensions["house"]
    sealing = app.extensions["sealing"] = Sealing()
    app.extensions["conversing"] = Conversing(
        dialogue=app.extensions["dialogue"],
        conversations=house.conversations,
        drafts=house.drafts,
        sessions=house.sessions,
        database=house.database,
        sealing=sealing,
        now=house.now,
        finds=app.extensions["topics"].find,
    )
    app.extensions["returning"] = Returning(
        house.cases, house.drafts, sealing, Patience(house.now), house.now
    )
    app.context_processor(every_page)
    app.jinja_env.filters["dialled"] = dialled
    app.register_blueprint(make_blueprint())
