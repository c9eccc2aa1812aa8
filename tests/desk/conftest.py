"""The desk's tests run in a whole house, on both databases."""

from tests.databases import *  # noqa: F403  # fixtures, found by their names
from tests.webhouse import web  # noqa: F401
