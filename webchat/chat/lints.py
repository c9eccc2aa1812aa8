"""What a project must also keep to, though Rasa would take it; each lint was learnt from a run gone wrong.

Each gives its faults by file and line, with the remedy. `project_lints` runs those that need no more than
the project.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rasa_sdk.forms import FormValidationAction

from webchat.chat.faults import Fault
from webchat.chat.project import DEACTIVATE, NOT_UNDERSTOOD, Loop, MappingType, Project, Rule, SlotMapping

# Names that the engine itself speaks and follows (engine.py); without them a guest would meet silence.
_OWN_RESPONSES = ("utter_action_failed", "utter_default")
_OWN_INTENTS = (NOT_UNDERSTOOD, "talk_to_person", "greet")


def project_lints(project: Project) -> list[Fault]:
    """Every lint that needs nothing but the project."""
    lints = (
        every_intent_has_a_rule,
        no_rule_contradicts_another,
        the_engine_finds_its_own_names,
        every_form_is_interrupted_alike,
        free_text_excludes_commands_and_choices,
        stopping_clears_the_slots,
        every_required_slot_has_a_question,
        every_payload_exists,
    )
    return sorted(fault for lint in lints for fault in lint(project))


def every_intent_has_a_rule(project: Project) -> Iterator[Fault]:
    """Where no rule fits Rasa forgets the message; so one must fit inside every form and outside."""
    for intent, place in project.intents.items():
        rules = [rule for rule in project.rules if rule.intent == intent]
        missing = [
            form or "no form" for form in (None, *project.forms) if not any(_fits(r, form) for r in rules)
        ]
        if missing:
            yield _at(place, f"{intent}: no rule fits in {', '.join(missing)}; add one without a condition")


def no_rule_contradicts_another(project: Project) -> Iterator[Fault]:
    """Real Rasa will not train on a rule for "no journey open" beside one for any, with the same intent.

    The action asks whether a journey is open (`tracker.active_loop_name`), and does as it must.
    """
    anywhere = {rule.intent for rule in project.rules if rule.intent and rule.loop is Loop.ANY}
    for rule in project.rules:
        if rule.intent in anywhere and rule.loop is Loop.NONE:
            yield _at(rule.at, f"{rule.name}: another rule for '{rule.intent}' has no condition; join them")


def the_engine_finds_its_own_names(project: Project) -> Iterator[Fault]:
    """The few names that our engine uses by itself."""
    for response in _OWN_RESPONSES:
        if response not in project.responses:
            yield Fault("domain", 1, f"{response}: is missing; it is said when something goes wrong")
    for intent in _OWN_INTENTS:
        if intent not in project.intents:
            yield Fault("domain", 1, f"{intent}: is missing from intents")


def every_form_is_interrupted_alike(project: Project) -> Iterator[Fault]:
    """A command that one form heeds and another takes for an answer is a trap (rasa.md 2.5, 4)."""
    commands = dict.fromkeys(intent for form in project.forms.values() for intent in form.ignored_intents)
    for form in project.forms.values():
        for intent in commands:
            if intent not in form.ignored_intents:
                yield _at(form.at, f"{form.name}: add '{intent}' to ignored_intents, as in the other forms")
        if NOT_UNDERSTOOD in form.ignored_intents:
            yield _at(form.at, f"{form.name}: take '{NOT_UNDERSTOOD}' out; most free text is not understood")


def free_text_excludes_commands_and_choices(project: Project) -> Iterator[Fault]:
    """Otherwise real Rasa keeps "cancel", or a button's payload, as the guest's words."""
    picked = {button.intent for response in project.responses.values() for button in response.buttons}
    for slot in project.slots.values():
        for mapping in slot.mappings:
            if mapping.type is not MappingType.FROM_TEXT or mapping.intents:
                continue
            for form in (None, *project.forms):
                if mapping.applies_in(form):
                    yield from _free_text(project, slot.name, mapping, form, picked)


def _free_text(
    project: Project, slot: str, mapping: SlotMapping, form: str | None, picked: set[str]
) -> Iterator[Fault]:
    ignored = project.forms[form].ignored_intents if form else ()
    missing = picked - {*mapping.not_intents, *ignored}
    if missing:
        yield _at(mapping.at, f"{slot}: add to not_intent: {', '.join(sorted(missing))}")
    if NOT_UNDERSTOOD in mapping.not_intents:
        yield _at(mapping.at, f"{slot}: take '{NOT_UNDERSTOOD}' out of not_intent; most free text is")


def stopping_clears_the_slots(project: Project) -> Iterator[Fault]:
    """Leaving a form keeps its slots, in Rasa and here, so an action must clear them before it is left."""
    for rule in project.rules:
        actions = [step.action for step in rule.steps]
        if DEACTIVATE in actions:
            before = actions[: actions.index(DEACTIVATE)]
            if not any(action in project.actions for action in before):
                yield _at(rule.at, f"{rule.name}: run an action that clears the slots before {DEACTIVATE}")


def every_required_slot_has_a_question(project: Project) -> Iterator[Fault]:
    """A slot that nothing asks for would leave the guest before an empty page."""
    for form in project.forms.values():
        for slot in form.required_slots:
            if project.question_for(form.name, slot) is None:
                yield _at(form.at, f"{form.name}: write utter_ask_{form.name}_{slot}")


def every_payload_exists(project: Project) -> Iterator[Fault]:
    """A button must carry an intent and entities of the domain, or Rasa takes its payload for typed words."""
    for response in project.responses.values():
        for button in response.buttons:
            if button.intent not in project.intents:
                yield _at(button.at, f"{response.name}: no intent '{button.intent}'")
            for entity in button.entities:
                if entity not in project.entities:
                    yield _at(button.at, f"{response.name}: no entity '{entity}'")


def every_form_slot_is_validated(
    project: Project, validations: Iterable[type[FormValidationAction]]
) -> Iterator[Fault]:
    """A slot without a validate_ method is kept unchecked; one that is not listed cannot be asked for."""
    by_form = {_form_of(validation): validation for validation in validations}
    for form in project.forms.values():
        validation = by_form.get(form.name)
        if validation is None:
            yield _at(form.at, f"{form.name}: no FormValidationAction named validate_{form.name}")
            continue
        for slot in form.required_slots:
            if not callable(getattr(validation, f"validate_{slot.replace('-', '_')}", None)):
                yield _at(form.at, f"{form.name}: {validation.__name__} has no validate_{slot}")
        for slot in project.slots:
            if f"validate_{slot}" in vars(validation) and slot not in form.required_slots:
                yield _at(form.at, f"{form.name}: {validation.__name__} validates '{slot}'; list it here too")


def selective_domain_is_never_set(root: Path) -> Iterator[Fault]:
    """With it Rasa 3.6 never sends the domain again and a guest's sending is lost (rasa.md 1.6)."""
    for path in sorted(root.rglob("*.yml")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if "enable_selective_domain" in line.split("#")[0]:
                yield Fault(path.relative_to(root).as_posix(), number, "take enable_selective_domain out")


def _form_of(validation: type[FormValidationAction]) -> str:
    """The form a class is for; `name` needs no state, so no constructor is called."""
    return str(validation.form_name(object.__new__(validation)))


def _fits(rule: Rule, form: str | None) -> bool:
    return rule.loop is Loop.ANY or (form is None if rule.loop is Loop.NONE else rule.loop == form)


def _at(place: Fault, what: str) -> Fault:
    return Fault(place.file, place.line, what)
