"""The real responses of actions/domain/, and a renderer over them, in English or in catalogues given."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from webchat.chat.faults import Fault
from webchat.chat.load_domain import Domain
from webchat.chat.payload import take_apart
from webchat.chat.project import Button, Response
from webchat.chat.renderer import Renderer
from webchat.chat.yaml_file import YamlFile
from webchat.i18n.catalogues import Catalogues

ROOT = Path(__file__).parents[2]
NOWHERE = Fault("", 0, "")


@cache
def the_responses() -> Mapping[str, Response]:
    """Every response that ships, by name."""
    domain = Domain()
    for path in sorted((ROOT / "actions" / "domain").glob("*.yml")):
        domain.read(YamlFile(ROOT / "actions", path))
    return domain.responses


def a_response(name: str, text: str, *buttons: tuple[str, str], **custom: object) -> Response:
    """A response of one's own."""
    made = tuple(Button(title, payload, *take_apart(payload), NOWHERE) for title, payload in buttons)
    return Response(name, text, made, custom, (), NOWHERE)  # type: ignore[arg-type]  # any JSON will do


def a_renderer(*responses: Response, catalogues: Catalogues | None = None) -> Renderer:
    """A renderer over some responses, or over all that ship."""
    known = {one.name: one for one in responses} or the_responses()
    return Renderer(known, catalogues or Catalogues())
