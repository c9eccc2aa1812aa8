"""A change of an agreed time leaves the house in the guest's language, where that is safe."""

import pytest

from tests.builders.cases import MONDAY, OnePolicy, a_policy
from tests.cases.appointments.test_rearranging import TEN, Desk, a_desk
from tests.notify.test_errands import Postbag
from tests.webhouse import the_words
from webchat.cases.appointments.holding import Holding, Next
from webchat.cases.words import ReplyBy
from webchat.notify.errands import Errands
from webchat.notify.letters import Letters
from webchat.notify.ways_out import NotSetUp, Parcel


def carried(desk: Desk) -> Parcel:
    """The one email that goes out, in words of each language as they ship."""
    bag = Postbag()
    errands = Errands(
        cases=desk.store,
        policies=OnePolicy(a_policy()),
        letters=Letters(lambda lang: lambda english: the_words().of(lang).one(english).text),
        mail=bag,
        texts=NotSetUp(),
        mail_of=lambda staff_id: "",
        delivered=lambda message, delivery: None,
        not_sent=lambda charity, case, message: None,
    )
    for errand in [one for one in desk.store.errands.values() if one.kind == "send_message"]:
        errands.run(errand)
    (parcel,) = bag.parcels
    return parcel


def a_guest(lang: str = "en", safe: bool | None = True) -> Desk:
    return a_desk(reply_by=ReplyBy.EMAIL, contact="jo@example.org", safe_to_contact=safe, lang=lang)


def test_a_moved_time_says_both_times_why_and_what_can_be_done() -> None:
    desk = a_guest()
    desk.move()
    parcel = carried(desk)
    assert parcel.subject == "An update from The Kind Place"
    assert "Tuesday 24 November 2026 at 10am is moved." in parcel.body
    assert "The new time is Tuesday 24 November 2026 at 11am." in parcel.body
    assert "Sam is ill." in parcel.body
    assert "choose another time or cancel it" in parcel.body
    assert "Our full reply" not in parcel.body


def test_a_cancelled_time_says_how_to_ask_for_another() -> None:
    desk = a_guest()
    desk.cancel()
    assert "You can ask for another time" in carried(desk).body


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "We expect to begin at about 10:15am."),
        ("pl", "Prawdopodobnie zaczniemy około 10:15."),
        ("ar", "نتوقع أن نبدأ حوالي الساعة"),
    ],
)
def test_running_late_is_told_in_the_language_of_the_guest(lang: str, words: str) -> None:
    desk = a_guest(lang)
    desk.late(15)
    assert words in carried(desk).body


def test_what_comes_next_is_told() -> None:
    desk = a_guest()
    then = Next(contact_on=MONDAY.date().replace(day=27))
    Holding(desk.staff).held(desk.booking.casework.store.members("kind-place")[0], desk.case.id, desk.seen,
                             TEN, then, TEN)  # fmt: skip
    assert "We will contact you by Friday 27 November 2026." in carried(desk).body


@pytest.mark.parametrize("safe", [None, False])
def test_where_it_is_not_said_to_be_safe_only_that_there_is_an_update(safe: bool | None) -> None:
    desk = a_guest(safe=safe)
    desk.move()
    body = carried(desk).body
    assert "You have an update" in body
    assert "appointment" not in body
    assert "ill" not in body
