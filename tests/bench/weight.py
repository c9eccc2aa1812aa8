"""The whole first view as it crosses the wire: the page, its styles and its script, compressed."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.guests import whole_app
from tests.bench.serving import Line, serving
from tests.bench.table import Row
from webchat.packs import load_packs
from webchat.packs.load import SHIPPED

AIM = 8_000  # bytes
NEVER_ABOVE = 14_000  # one round trip after the handshake (speed.md 1)
_ACCEPT = "gzip, br"
_PARTS = re.compile(r'<link rel="stylesheet" href="([^"]+)"|<script src="([^"]+)"')


def rows() -> list[Row]:
    """The heaviest of the charities' first pages."""
    with TemporaryDirectory() as home, serving(whole_app, Path(home)) as port:
        line = Line(port)
        found = {slug: first_view(line, slug) for slug in load_packs([SHIPPED], date.today())}
    slug = max(found, key=lambda one: found[one])
    what = f"the whole first view, compressed, bytes (heaviest: {slug})"
    aim = f"{AIM:,}, never above {NEVER_ABOVE:,}"
    return [Row(what, f"{found[slug]:,}", aim, found[slug] <= AIM)]


def first_view(line: Line, charity: str) -> int:
    """The bytes of the bodies of a charity's first page and of all it needs to be shown and used."""
    page = line.get(f"/{charity}/")
    parts = {unescape(style or script) for style, script in _PARTS.findall(page.text)}
    asked = [f"/{charity}/", *sorted(parts)]
    answers = [line.get(one, _ACCEPT) for one in asked]
    assert parts, "a page without styles"
    assert all(one.status == 200 for one in answers)
    return sum(len(one.body) for one in answers)
