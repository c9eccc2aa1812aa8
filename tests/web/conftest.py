"""What every page shares is tried in a whole house, on both databases."""

from tests.webhouse import web  # noqa: F401  # a fixture, found by its name
