"""The command that says what messages are taken for, as the chat itself takes them."""

import json
from collections.abc import Iterable, Iterator

import click

from webchat import cli
from webchat.chat.load import load_project
from webchat.chat.nearness import learnt
from webchat.chat.understanding import Understanding


@cli.main.command("understand")
@click.option("--lang", default="en", help="the language the messages are written in")
@click.argument("messages", type=click.File("rb"))
def understand(lang: str, messages: Iterable[bytes]) -> None:
    """Say what each message of a file is taken for, a line of JSON for each line.

    MESSAGES holds a message a line; "-" reads them from standard input. An empty line is answered too, so
    that answers and lines stay in step.

    \b
    An answer:
      {"suggests": "question", "confidence": 0.87, "safety": "none"}
    suggests:
      question, appointment, change_appointment, complaint, concern,
      comment, compliment, track, person, none
    safety:
      none; emergency, for danger to life or of harm now;
      safeguarding, for abuse or neglect that is told
    """
    settings = cli.settings_here()
    examples = load_project(settings.actions_dir).examples
    understanding = Understanding(examples)
    understanding.learn(learnt(examples, settings.meaning_file))
    for line in answers(messages, understanding, lang):
        click.echo(line)


def answers(messages: Iterable[bytes], understanding: Understanding, lang: str) -> Iterator[str]:
    """One line of JSON for each message, in order, whatever stands in it. Never raises."""
    for message in messages:
        found = understanding.understand(message.decode("utf-8", errors="replace").strip(), lang)
        answer = {
            "suggests": found.suggests,
            "confidence": found.confidence,
            "safety": found.safety,
        }
        yield json.dumps(answer)
