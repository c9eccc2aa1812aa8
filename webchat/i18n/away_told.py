"""What a guest is told while whoever has their case is away: when they are back, another way to us."""

from datetime import date

from webchat.cases.promises.policy import WhileAway
from webchat.cases.words import AnotherWay
from webchat.i18n.told import Told, a_date

_OTHER_WAY = {AnotherWay.NUMBER: "beside_away_number", AnotherWay.URGENT: "beside_away_urgent"}
_NOT_TOLD = {AnotherWay.NUMBER: "beside_away_no_number", AnotherWay.URGENT: "beside_away_no_urgent"}


def back_on(name: str, back: date) -> Told:
    """That they are away, and when they are back."""
    return Told("beside_away", {"name": name, "date": a_date(back)})


def other_way(rule: WhileAway | None, number: str) -> tuple[Told, ...]:
    """Another way to reach the charity, where its policy asks for one; honest where we know of none.

    ACSOS, Contact by email; RUILS, Target 2. `number` is from the charity's settings, or empty.
    """
    if rule is None:
        return ()
    if not number:
        return (Told(_NOT_TOLD[rule.gives]),)
    return (Told(_OTHER_WAY[rule.gives], {"number": number}),)
