"""The words of emails and texts: a message is a folder with a subject and a body (house-style 5.15)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from webchat.cases.case import Plain

_FOLDER = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Letters:
    """Writes a message in a language. `gettext_in` gives a language's way to say an English sentence."""

    gettext_in: Callable[[str], Callable[[str], str]]

    def write(self, name: str, lang: str, values: Mapping[str, Plain]) -> tuple[str, str]:
        """Subject and body. The subject tells no topic, no guest's words and no code (guest-rules G12)."""
        subject = self._template(f"{name}/subject.txt", lang, values)
        return " ".join(subject.split()), self._template(f"{name}/body.txt", lang, values).strip() + "\n"

    def _template(self, path: str, lang: str, values: Mapping[str, Plain]) -> str:
        paper = Environment(
            loader=FileSystemLoader(_FOLDER),
            extensions=["jinja2.ext.i18n"],
            undefined=StrictUndefined,
            autoescape=False,  # plain text, never HTML
            trim_blocks=True,
        )
        say = self.gettext_in(lang)
        paper.install_gettext_callables(say, _no_counts, newstyle=True)  # type: ignore[attr-defined]  # by i18n
        return paper.get_template(path).render(dict(values))


def address_of(charity: str, shown_at: str) -> str:
    """Where a charity's pages are; empty where nobody told where we are shown."""
    return f"{shown_at}/{charity}" if shown_at else ""


def _no_counts(one: str, many: str, number: int) -> str:
    # A message counts nothing; a sentence with a plural would need every language's own rule.
    raise LookupError(one)
