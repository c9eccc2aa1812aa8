"""Finds the English words of responses in actions/domain/*.yml, and of packs' answers.toml, for Babel."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import IO, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

# Line, function name, message, comments: what Babel takes from an extractor.
Extracted: TypeAlias = tuple[int, str | None, str | tuple[str, str], list[str]]

# Words in the `custom` part of a response; `plural` goes with the text.
_CUSTOM_WORDS = ("hint", "label")


def responses(
    fileobj: IO[bytes],
    keywords: Mapping[str, object],
    comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[Extracted]:
    """Every text, plural, button title, hint and label of a domain file, each with its line.

    Lines of comment right above a response that begin with one of `comment_tags` go to the translator.
    """
    source = fileobj.read().decode("utf-8")
    lines = source.splitlines()
    domain = YAML(typ="rt").load(source)
    table = domain.get("responses") if isinstance(domain, CommentedMap) else None
    if not isinstance(table, CommentedMap):
        return
    for name, variants in table.items():
        line = table.lc.key(name)[0]
        comments = _comments_above(lines, line, tuple(comment_tags))
        for variant in variants if isinstance(variants, list) else ():
            if isinstance(variant, CommentedMap):
                yield from _words(variant, comments)


def answers(
    fileobj: IO[bytes],
    keywords: Mapping[str, object],
    comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[Extracted]:
    """Every sentence that a pack's answers say, each a message of its own."""
    for answer in tomllib.load(fileobj).get("answer", ()):
        for words in answer.get("says", ()):
            yield 1, None, words, []


def _words(variant: CommentedMap, comments: list[str]) -> Iterator[Extracted]:
    line = variant.lc.line + 1
    custom = variant.get("custom")
    custom = custom if isinstance(custom, CommentedMap) else CommentedMap()
    text, plural = variant.get("text"), custom.get("plural")
    if isinstance(text, str) and text and isinstance(plural, str):
        yield line, "ngettext", (text, plural), comments
    elif isinstance(text, str) and text:
        yield line, None, text, comments
    for button in variant.get("buttons") or ():
        if isinstance(button, CommentedMap) and isinstance(button.get("title"), str):
            yield button.lc.line + 1, None, button["title"], comments
    for key in _CUSTOM_WORDS:
        if isinstance(custom.get(key), str) and custom[key]:
            yield custom.lc.line + 1, None, custom[key], comments


def _comments_above(lines: list[str], line: int, tags: tuple[str, ...]) -> list[str]:
    """The comment right above a line, from its first tagged line on."""
    above: list[str] = []
    for text in reversed(lines[:line]):
        if not text.strip().startswith("#"):
            break
        above.insert(0, text.strip().lstrip("#").strip())
    tagged = next((place for place, text in enumerate(above) if tags and text.startswith(tags)), len(above))
    return above[tagged:]
