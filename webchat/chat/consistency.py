"""Whether what the files of a project name exists, and whether its rules can be walked one way only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from webchat.chat.faults import Fault
from webchat.chat.load_domain import Domain
from webchat.chat.project import BUILT_IN, DEACTIVATE, NOT_UNDERSTOOD, Loop, MappingType, Rule, SlotMapping


def consistency_faults(domain: Domain, rules: Iterable[Rule], examples: Mapping[str, Fault]) -> list[Fault]:
    """Every name that leads nowhere and every rule that Rasa and we would not walk alike."""
    known = list(rules)
    return [
        *_slots(domain),
        *_forms(domain, known),
        *_rules(domain, known),
        *_clashes(known),
        *_examples(domain, examples),
    ]


def _at(place: Fault, what: str) -> Fault:
    return Fault(place.file, place.line, what)


def _slots(domain: Domain) -> Iterator[Fault]:
    for slot in domain.slots.values():
        for mapping in slot.mappings:
            yield from _mapping(domain, slot.name, mapping)


def _mapping(domain: Domain, slot: str, mapping: SlotMapping) -> Iterator[Fault]:
    if mapping.type is MappingType.FROM_ENTITY and mapping.entity not in domain.entities:
        yield _at(mapping.at, f"{slot}: no entity '{mapping.entity}'")
    for intent in (*mapping.intents, *mapping.not_intents):
        if intent not in domain.intents and intent != NOT_UNDERSTOOD:
            yield _at(mapping.at, f"{slot}: no intent '{intent}'")
    for condition in mapping.conditions:
        if condition.form is not None and condition.form not in domain.forms:
            yield _at(mapping.at, f"{slot}: no form '{condition.form}'")
        if condition.asked is not None and condition.asked not in domain.slots:
            yield _at(mapping.at, f"{slot}: no slot '{condition.asked}'")


def _forms(domain: Domain, rules: list[Rule]) -> Iterator[Fault]:
    followed = {rule.steps[0].action for rule in rules if rule.intent is None and rule.steps}
    for form in domain.forms.values():
        if form.name not in followed:
            yield _at(form.at, f"{form.name}: no rule follows it, so its answers would be thrown away")
        for slot in form.required_slots:
            if slot not in domain.slots:
                yield _at(form.at, f"{form.name}: no slot '{slot}'")
        for intent in form.ignored_intents:
            if intent not in domain.intents:
                yield _at(form.at, f"{form.name}: no intent '{intent}'")


def _rules(domain: Domain, rules: list[Rule]) -> Iterator[Fault]:
    actions = domain.actions.keys() | domain.responses.keys() | domain.forms.keys() | BUILT_IN
    for rule in rules:
        loops = [rule.loop, *(step.then for step in rule.steps)]
        if rule.intent is not None and rule.intent not in domain.intents and rule.intent != NOT_UNDERSTOOD:
            yield _at(rule.at, f"{rule.name}: no intent '{rule.intent}'")
        for step in rule.steps:
            if step.action not in actions:
                yield _at(rule.at, f"{rule.name}: no action, form or response '{step.action}'")
            if step.action in domain.responses and not step.action.startswith("utter_"):
                yield _at(rule.at, f"{rule.name}: Rasa says only a response whose name starts with 'utter_'")
        for loop in loops:
            if isinstance(loop, str) and loop not in domain.forms:
                yield _at(rule.at, f"{rule.name}: no form '{loop}'")
        for step in rule.steps if rule.intent is not None else ():
            if step.action in domain.forms and step.then != step.action:
                yield _at(rule.at, f"{rule.name}: say 'active_loop: {step.action}' after the form")
        if rule.intent is None:
            yield from _follows_a_form(domain, rule)
        elif isinstance(rule.loop, str) and rule.steps:
            yield from _inside_a_form(rule, rule.loop)


def _follows_a_form(domain: Domain, rule: Rule) -> Iterator[Fault]:
    first = rule.steps[0] if rule.steps else None
    if first is None or first.action not in domain.forms or rule.loop != first.action:
        yield _at(rule.at, f"{rule.name}: a rule without an intent must follow a form, under its condition")
    elif first.then is not Loop.NONE:
        yield _at(rule.at, f"{rule.name}: must say 'active_loop: null' after the form")
    elif len(rule.steps) == 1:
        yield _at(rule.at, f"{rule.name}: has nothing to do after the form")


def _inside_a_form(rule: Rule, form: str) -> Iterator[Fault]:
    """Rasa keeps the form shut to the next answer unless the rule runs it again or leaves it."""
    if rule.steps[0].action == form:
        yield _at(rule.at, f"{rule.name}: the form has just passed this on, so it cannot come first")
    last = rule.steps[-1]
    if last.then == form and last.action != form:
        yield _at(rule.at, f"{rule.name}: end by running '{form}', or leave it with {DEACTIVATE} and null")
    if any(step.action == DEACTIVATE and step.then is not Loop.NONE for step in rule.steps):
        yield _at(rule.at, f"{rule.name}: say 'active_loop: null' after {DEACTIVATE}")


def _clashes(rules: list[Rule]) -> Iterator[Fault]:
    seen: dict[tuple[str | None, object], Rule] = {}
    for rule in rules:
        key = (rule.intent, rule.loop)
        if key in seen:
            first = seen[key]
            where = f"{first.at.file}:{first.at.line}"
            yield _at(rule.at, f"{rule.name}: '{first.name}' ({where}) already says what happens then")
        seen.setdefault(key, rule)


def _examples(domain: Domain, examples: Mapping[str, Fault]) -> Iterator[Fault]:
    for place in examples.values():
        if place.what not in domain.intents:
            yield _at(place, f"no intent '{place.what}'")
