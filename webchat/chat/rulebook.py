"""Which action comes next: Rasa's RulePolicy over the rules that we walk (rasa.md 3, steps 4 and 6)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from webchat.chat.project import FALLBACK, LISTEN, Loop, Project
from webchat.chat.tracker import Tracker


@dataclass(frozen=True, slots=True)
class _Next:
    """What a rule says after its first actions, if the active form has been as `loops` demand all along."""

    loops: tuple[str | Loop, ...]
    action: str
    weight: int

    def holds(self, loops: list[str | None]) -> bool:
        latest = loops[-len(self.loops) :]
        return all(_fits(want, have) for want, have in zip(self.loops, latest, strict=True))


class Rulebook:
    """The rules of a project as two tables, made once: after an intent, and after a form that has ended."""

    def __init__(self, project: Project) -> None:
        self._after_intent: dict[tuple[str, tuple[str, ...]], list[_Next]] = defaultdict(list)
        self._after_form: dict[tuple[str, ...], list[_Next]] = defaultdict(list)
        self._longest = 0
        for rule in project.rules:
            actions = tuple(step.action for step in rule.steps)
            thens = tuple(step.then for step in rule.steps)
            for done in range(len(actions) + 1):
                following = actions[done] if done < len(actions) else LISTEN
                if rule.intent is not None:
                    loops = (rule.loop, *thens[:done])
                    self._after_intent[rule.intent, actions[:done]].append(_next(loops, following))
                elif done > 0:
                    self._after_form[actions[:done]].append(_next(thens[:done], following))
                    self._longest = max(self._longest, done)

    def knows(self, intent: str) -> bool:
        """Whether any rule starts with this intent."""
        return (intent, ()) in self._after_intent

    def next_action(self, tracker: Tracker) -> str:
        """The next action of this turn; LISTEN ends it, FALLBACK where no rule fits."""
        form = tracker.form
        if form is not None and not tracker.passed_on:
            return LISTEN if tracker.last_action == form else form
        best = self._best(tracker)
        if best is None:
            return FALLBACK
        if best.action == LISTEN and form is not None and not isinstance(best.loops[-1], str):
            return form
        if best.action == form and tracker.just_passed_on:
            return FALLBACK
        return best.action

    def _best(self, tracker: Tracker) -> _Next | None:
        done = tuple(tracker.done)
        said = self._after_intent.get((tracker.intent, done), ())
        found = [each for each in said if each.holds(tracker.loops)]
        for length in range(min(len(done), self._longest), 0, -1):
            found += [e for e in self._after_form.get(done[-length:], ()) if e.holds(tracker.loops)]
        return max(found, key=lambda each: each.weight, default=None)


def _next(loops: tuple[str | Loop, ...], action: str) -> _Next:
    """The longest match wins, as in Rasa: more steps first, then more said about the form."""
    said = sum(loop is not Loop.ANY for loop in loops)
    return _Next(loops, action, 100 * len(loops) + said)


def _fits(want: str | Loop, have: str | None) -> bool:
    if want is Loop.ANY:
        return True
    return have is None if want is Loop.NONE else want == have
