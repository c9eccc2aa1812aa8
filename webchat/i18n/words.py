"""`webchat words extract | update | compile`: from the English in the code to the catalogues of a language.

The source is never one of the translations: a message is its whole English sentence, found by babel.cfg.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from webchat.i18n.catalogue import wrong_with
from webchat.i18n.locales import ENGLISH, LANGUAGES, Language

COMMENT_TAGS = ("TRANSLATORS:",)
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class WordsFault:
    """Something wrong in a catalogue: the language, the English message ("" for the file), and what."""

    lang: str
    english: str
    what: str

    def __str__(self) -> str:
        return f"{self.lang}: {self.english!r}: {self.what}" if self.english else f"{self.lang}: {self.what}"


def extract(root: Path) -> Catalog:
    """Every English message of the code under `root`, found as babel.cfg says, without line numbers."""
    with (root / "babel.cfg").open(encoding="utf-8") as config:
        methods, options = parse_mapping_cfg(config, "babel.cfg")  # type: ignore[no-untyped-call]  # no types
    template = Catalog(project="Welcome Desk", charset="utf-8", fuzzy=False)
    keywords = {**DEFAULT_KEYWORDS, "lazy_gettext": None, "lazy_ngettext": (1, 2)}
    found = extract_from_dir(
        root, methods, options, keywords=keywords, comment_tags=COMMENT_TAGS, strip_comment_tags=True
    )
    for _, _, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        template.add(message, auto_comments=comments, context=context)
    return template


def write_template(root: Path, locales: Path) -> Path:
    """Write `locales/messages.pot`, for translators who work with a tool of their own."""
    path = locales / "messages.pot"
    _write(path, extract(root), header=False)
    return path


def update(root: Path, locales: Path, languages: Iterable[Language] = LANGUAGES) -> tuple[Path, ...]:
    """Bring each language's messages.po up to date with the code, or begin it.

    A new sentence is empty, never a guess out of a like one; one that is gone is taken out.
    """
    template = extract(root)
    return tuple(_updated(template, locales, one) for one in languages if one is not ENGLISH)


def _updated(template: Catalog, locales: Path, language: Language) -> Path:
    path = po_path(locales, language)
    if path.exists():
        catalog = _read(path, language)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = Catalog(language.babel, project="Welcome Desk", charset="utf-8", fuzzy=False)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    _write(path, catalog, header=True)
    return path


def compile_words(
    root: Path, locales: Path, languages: Iterable[Language] = LANGUAGES
) -> tuple[WordsFault, ...]:
    """Make the messages.mo that the house reads; returns every fault of every language.

    A language with a fault is refused whole: its messages.mo stays as it was (formats.md 8, guest-rules D12).
    """
    template = extract(root)
    faults: list[WordsFault] = []
    for one in languages:
        if one is not ENGLISH:
            faults += _compiled(template, locales, one)
    return tuple(faults)


def _compiled(template: Catalog, locales: Path, language: Language) -> list[WordsFault]:
    path = po_path(locales, language)
    try:
        catalog = _read(path, language)
    except (OSError, PoFileError, UnicodeDecodeError) as fault:
        return [WordsFault(language.code, "", f"{path.name} cannot be read: {fault}")]
    faults = [*_missing(template, catalog, language), *_wrong(catalog, language)]
    if not faults:
        made = BytesIO()
        write_mo(made, catalog)
        new = path.with_suffix(".mo.new")
        new.write_bytes(made.getvalue())
        new.replace(path.with_suffix(".mo"))
    return faults


def _missing(template: Catalog, catalog: Catalog, language: Language) -> Iterator[WordsFault]:
    """What a released language may not lack: every message of the code, translated and not in doubt."""
    for wanted in template:
        if not wanted.id or not language.released:
            continue
        found = catalog.get(wanted.id, wanted.context)
        if found is None or not _complete(found):
            yield WordsFault(language.code, _english(wanted), "it is not translated")
        elif found.fuzzy:
            yield WordsFault(language.code, _english(wanted), "it is marked as in doubt (fuzzy)")


def _complete(message: Message) -> bool:
    if isinstance(message.string, str):
        return bool(message.string.strip())
    return bool(message.string) and all(one and one.strip() for one in message.string or ())


def _wrong(catalog: Catalog, language: Language) -> Iterator[WordsFault]:
    for message in catalog:
        if message.id and _complete(message):
            for wrong in wrong_with(message, catalog):
                yield WordsFault(language.code, _english(message), wrong)


def _english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def po_path(locales: Path, language: Language) -> Path:
    """Where a language's words are kept."""
    return locales / language.code / "LC_MESSAGES" / "messages.po"


def _read(path: Path, language: Language) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language.babel, abort_invalid=True)


def _write(path: Path, catalog: Catalog, *, header: bool) -> None:
    made = BytesIO()
    write_po(made, catalog, width=_WIDTH, no_location=True, omit_header=not header, sort_output=False)
    path.write_bytes(made.getvalue())
