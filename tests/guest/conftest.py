"""The guest's tests run in a whole house, on both databases, with hashes that cost next to nothing."""

from dataclasses import replace

import pytest
from argon2 import PasswordHasher

from tests.guest.visitor import Visitor
from tests.webhouse import Web, the_project, web  # noqa: F401  # a fixture, found by its name
from webchat.app import create_app
from webchat.guest.conversing import Conversing
from webchat.i18n.catalogues import Catalogues
from webchat.web.sealing import Sealing

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def here(web: Web) -> Web:  # noqa: F811  # the fixture above
    """The house, with cheap hashes."""
    make_cheap(web)
    return web


def make_cheap(one: Web) -> None:
    """Hashes of a millisecond: what they protect is the same, and a test needs hundreds."""
    sealing = Sealing(CHEAP)
    conversing: Conversing = one.app.extensions["conversing"]
    one.app.extensions["conversing"] = replace(conversing, sealing=sealing)
    one.app.extensions["returning"] = replace(one.app.extensions["returning"], sealing=sealing)


@pytest.fixture
def guest(here: Web) -> Visitor:
    """A guest at Living Well Bromley, before they have written anything."""
    return Visitor(here)


def with_words(web: Web, words: Catalogues) -> Web:  # noqa: F811  # the fixture above
    """The same house with another set of languages."""
    house = replace(web.house, words=words)
    other = Web(create_app(web.house.settings, house, the_project()), house, web.clock)
    make_cheap(other)
    return other
