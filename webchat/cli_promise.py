"""The command that asks what would be promised: one request typed, or one a line."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

import click

from webchat import cli
from webchat.cases.promises.promise import Promise
from webchat.cases.words import POLICY_KINDS, Channel, ReplyBy
from webchat.chat.project_words import counted, in_words, open_renderer
from webchat.cli_words import say
from webchat.packs.charity import Packs
from webchat.packs.foretell import foretell, foretold

_WORDS = (POLICY_KINDS, Channel, ReplyBy)
_KINDS, _CHANNELS, _WAYS = (", ".join(one.value for one in words) for words in _WORDS)


@cli.main.command("promise")
@click.argument("charity")
@click.option("--kind", default="question", help=_KINDS)
@click.option("--stage", default=1, help="1, 2, or 3 for the appeal")
@click.option("--channel", default="webchat", help=_CHANNELS)
@click.option("--reply-by", default="email", help=_WAYS)
@click.option("--received", default="", help="an instant such as 2026-12-23T10:00:00+00:00; now if not given")
@click.option("--json", "as_json", is_flag=True, help="print JSON, an error too")
def promise(
    charity: str, kind: str, stage: int, channel: str, reply_by: str, received: str, as_json: bool
) -> None:
    """Show what CHARITY would promise, without opening a case.

    With "-" as CHARITY: read requests, one JSON object a line, and answer every line with one line of JSON.
    An empty line is answered too, so that answers and lines stay in step.

    \b
    A request:
      {"charity": "ruils", "kind": "question", "channel": "webchat",
       "reply_by": "email", "received": "2026-12-23T10:00:00+00:00"}
      "stage" may be left out; it is then 1.
    An answer:
      {"charity": "ruils", "promises": [...]}  or  {"error": "<code>"}
    A promise:
      promise, due_on, value, unit, ref, counted, and due_at where
      there is a date. due_on is null where no time can be told: the
      policy sets none, or it counts from a time that is not agreed yet.
      So the "wait" of RUILS has a value (10, minute) and no due_on
      while there is no agreed time.
    The codes of what went wrong:
      empty_line, not_utf8, not_json, not_an_object, missing_<field>,
      unknown_field, unknown_charity, unknown_kind, unknown_channel,
      unknown_reply_by, unknown_stage, stage_needs_complaint,
      bad_received, received_without_offset, beyond_known_bank_holidays
    """
    settings = cli.settings_here()
    packs, renderer = cli.packs_here(settings), open_renderer(settings.actions_dir, settings.locales_dir)

    def answered(request: object) -> dict[str, object]:
        return foretell(packs, request, told)

    def told(one: Promise, slug: str) -> str:
        return counted(renderer, one, packs.policy(slug).name, cli.now())

    if charity == "-":
        for line in answers(click.get_binary_stream("stdin"), answered):
            click.echo(line)
        return
    asked = {
        "charity": charity,
        "kind": kind,
        "stage": stage,
        "channel": channel,
        "reply_by": reply_by,
        "received": received or cli.now().isoformat(),
    }
    answer = answered(asked)
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
        raise SystemExit(int("error" in answer))
    if "error" in answer:
        raise click.ClickException(_in_words(str(answer["error"]), asked, packs))
    for one in foretold(packs, asked):
        click.echo(in_words(renderer, one, packs.policy(charity), one.starts_at or cli.now()) + "\n")


def answers(lines: Iterable[bytes], answered: Callable[[object], Mapping[str, object]]) -> Iterator[str]:
    """One line of JSON for each line, in order, whatever stands on it. Never raises."""
    return (json.dumps(_answer(line, answered), ensure_ascii=False) for line in lines)


def _answer(line: bytes, answered: Callable[[object], Mapping[str, object]]) -> Mapping[str, object]:
    if not line.strip():
        return {"error": "empty_line"}
    try:
        request = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return {"error": "not_utf8"}
    # A number of a million digits is a ValueError too, and brackets without end a RecursionError.
    except (ValueError, RecursionError):
        return {"error": "not_json"}
    return answered(request)


def _in_words(code: str, asked: Mapping[str, object], packs: Packs) -> str:
    known = {"charities": ", ".join(packs), "kinds": _KINDS, "channels": _CHANNELS, "ways": _WAYS}
    return say(code, **{name: str(value) for name, value in asked.items()}, **known)
