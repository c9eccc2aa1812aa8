"""create_app: the whole web side, one named step after another."""

from flask import Flask
from flask_compress import Compress
from flask_wtf import CSRFProtect

from actions import all_actions
from webchat import desk, guest
from webchat.chat.engine import EmbeddedDialogue
from webchat.chat.load import load_project
from webchat.chat.own_words import own_responses
from webchat.chat.project import Project
from webchat.chat.renderer import Renderer
from webchat.chat.topics import Topics
from webchat.chat.understanding import Understanding
from webchat.packs.asked import load_asked
from webchat.settings import Settings
from webchat.web.headers import add_headers
from webchat.web.here import add_places
from webchat.web.mishaps import add_mishaps
from webchat.web.session import OurSessions, read_visit
from webchat.web.words import add_words
from webchat.wiring import House, build

# Bytes. Far more than is ever taken (20,000 characters a message): more comes back with the words still in
# the box, and for that it has to be read (design.md, Limits).
_LARGEST_FORM = 2 * 1024 * 1024


def create_app(
    settings: Settings,
    house: House | None = None,
    project: Project | None = None,
    topics: Topics | None = None,
    understanding: Understanding | None = None,
) -> Flask:
    """The app for some settings. `house`, `project`, its `topics` and how it is understood can be given ready
    built."""
    house = house or build(settings)
    app = Flask("webchat", root_path=str(settings.static_dir.parent / "webchat"))
    configure(app, settings)
    app.extensions["house"] = house
    app.session_interface = OurSessions(lambda: house.sessions, house.now)
    app.before_request(read_visit)
    add_chat(app, house, project or load_project(settings.actions_dir), topics, understanding)
    add_places(app)
    add_headers(app)
    add_mishaps(app)
    add_words(app, house)
    CSRFProtect(app)
    Compress(app)
    guest.add_pages(app)
    desk.add_pages(app)
    return app


def configure(app: Flask, settings: Settings) -> None:
    """What Flask and its extensions need to know."""
    app.static_folder = str(settings.static_dir)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=_LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=_LARGEST_FORM,
        # Forms do not expire while the session lives; pages send no Referer at all (design.md, Sessions).
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        COMPRESS_MIMETYPES=["text/html", "text/css", "text/javascript"],
        COMPRESS_ALGORITHM=["br", "gzip"],
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def add_chat(
    app: Flask,
    house: House,
    project: Project,
    topics: Topics | None = None,
    understanding: Understanding | None = None,
) -> None:
    """The conversation: our project, walked in process, and its words."""
    app.extensions["dialogue"] = EmbeddedDialogue(
        project, all_actions(house.booking, house.now), understanding=understanding
    )
    own = own_responses(one.policy for one in house.charities.values())
    app.extensions["renderer"] = Renderer({**project.responses, **own}, house.words)
    app.extensions["topics"] = topics or Topics(load_asked(), project.examples)
