"""The renderer over a project's responses, for whoever speaks without a conversation."""

from datetime import datetime
from pathlib import Path

from webchat.cases.promises.policy import Policy
from webchat.cases.promises.promise import Promise
from webchat.chat.load import load_project
from webchat.chat.renderer import Renderer
from webchat.i18n import catalogues, telling


def open_renderer(actions: Path, locales: Path) -> Renderer:
    """A renderer of the responses in a project, in every language of a folder. Raises ProjectRefused."""
    return Renderer(load_project(actions).responses, catalogues.load(locales))


def counted(renderer: Renderer, promise: Promise, charity: str, now: datetime, lang: str = "en") -> str:
    """How a promise was counted, in a few sentences; where there is no date, that none is set."""
    told = telling.promised(promise, now) if promise.due_at is None else telling.counted(promise)
    return " ".join(renderer.words(one, lang, charity=charity) for one in told)


def in_words(renderer: Renderer, promise: Promise, policy: Policy, now: datetime, lang: str = "en") -> str:
    """A promise told whole, with its heading, a line each, as a command prints it."""
    told = (telling.heading(promise), *telling.tell(promise, policy.document, now))
    return "\n  ".join(renderer.words(one, lang, charity=policy.name) for one in told)
