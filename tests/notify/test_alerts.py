"""Alerts: the lead at once, the deputy where nobody has read it, and never a word of the story (E13, G12)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from tests.builders.cases import MONDAY
from tests.builders.guarding import DEPUTY, LEAD, MANAGER, WORDS, guarding, store_of, told
from tests.notify.test_errands import Postbag
from webchat.cases.case import Case
from webchat.cases.people.guarding import Guarding
from webchat.cases.people.member import Member
from webchat.cases.people.sight import Guard
from webchat.notify.alerts import Alerts
from webchat.notify.letters import Letters
from webchat.notify.ways_out import Parcel, TryAgain, WayOut, WillNotGo

LEADS_PHONE, DEPUTYS_EMAIL = "07700 900101", "deputy@home.example"


@dataclass
class Away:
    """A way out that has no line just now, or never will."""

    fault: Exception

    def send(self, parcel: Parcel) -> None:
        """Fail."""
        raise self.fault


@dataclass
class Desk:
    """Whoever is told, and how; `run` runs what the outbox has due until an instant."""

    guard: Guarding = field(default_factory=guarding)
    mail: WayOut = field(default_factory=Postbag)
    texts: WayOut = field(default_factory=Postbag)
    noted: list[Guard] = field(default_factory=list)

    def run(self, until: datetime) -> None:
        """Run every alert that is due by then."""
        alerts = Alerts(
            guarding=self.guard,
            letters=Letters(lambda lang: lambda english: english),
            mail=self.mail,
            texts=self.texts,
            mail_of=lambda staff_id: f"{staff_id}@example.org",
            reach_of=lambda charity, guard: {"lead": LEADS_PHONE, "deputy": DEPUTYS_EMAIL}.get(guard, ""),
            alerted=lambda charity, case, guard: self.noted.append(guard),
            shown_at="https://chat.example.org",
        )
        store = store_of(self.guard)
        for errand in [one for one in store.errands.values() if one.kind == "alert"]:
            if errand.not_before <= until:
                alerts.run(errand, store.cases[str(errand.payload["case"])])

    @property
    def sent(self) -> list[Parcel]:
        """Every parcel that left, emails first."""
        bags = (self.mail, self.texts)
        return [one for bag in bags if isinstance(bag, Postbag) for one in bag.parcels]

    @property
    def reached(self) -> list[str]:
        """Every address and number that was told."""
        return [one.to for one in self.sent]


def a_case(desk: Desk, words: str = WORDS) -> Case:
    """A safeguarding case, as the charity opens at 10."""
    return told(desk.guard, MONDAY, words=words)


def test_the_lead_is_told_at_once_by_email_and_by_the_number_on_the_list() -> None:
    desk = Desk()
    a_case(desk)
    desk.run(MONDAY)
    assert desk.reached == ["lea@example.org", LEADS_PHONE]
    assert desk.noted == [Guard.LEAD]


def test_unread_for_a_quarter_of_an_hour_it_goes_to_the_deputy() -> None:
    desk = Desk()
    a_case(desk)
    desk.run(MONDAY + timedelta(minutes=15))
    assert desk.reached == ["lea@example.org", "deputy@home.example", "dev@example.org", LEADS_PHONE]
    assert desk.noted == [Guard.LEAD, Guard.DEPUTY]


@pytest.mark.parametrize("reader", [LEAD, DEPUTY])
def test_once_it_is_read_nobody_is_told_any_more(reader: Member) -> None:
    desk = Desk()
    case = a_case(desk)
    desk.guard.read(reader, case.id, MONDAY)
    desk.run(MONDAY + timedelta(hours=1))
    assert desk.reached == []


def test_no_alert_holds_a_word_of_the_guests_nor_what_it_is_about() -> None:
    desk = Desk()
    case = a_case(desk)
    desk.run(MONDAY + timedelta(hours=1))
    for parcel in desk.sent:
        written = f"{parcel.subject} {parcel.body}".lower()
        assert case.reference.lower() in written
        for secret in ("hit", "drunk", "safeguarding", "danger", "abuse"):
            assert secret not in written


def test_where_the_lead_is_named_the_deputy_is_told_at_once_and_the_lead_never() -> None:
    desk = Desk()
    a_case(desk, "Leanne hits me")
    desk.run(MONDAY + timedelta(days=2))
    assert desk.reached == ["deputy@home.example", "dev@example.org"]


def test_who_is_told_is_asked_only_when_it_is_sent() -> None:
    """security.md T8: named while it waits for opening, the deputy learns nothing."""
    desk = Desk()
    case = a_case(desk)
    desk.run(MONDAY)
    desk.guard.casework.say_who(LEAD, case.id, "dev", MONDAY)
    desk.run(MONDAY + timedelta(hours=1))
    assert "dev@example.org" not in desk.reached
    assert DEPUTYS_EMAIL not in desk.reached


def test_where_nobody_has_an_account_the_charitys_list_is_told() -> None:
    desk = Desk(guarding((MANAGER,)))
    a_case(desk)
    desk.run(MONDAY + timedelta(hours=1))
    assert desk.reached == ["deputy@home.example", LEADS_PHONE]


def test_what_went_by_one_way_has_reached_them() -> None:
    desk = Desk(mail=Away(TryAgain("busy")))
    a_case(desk)
    desk.run(MONDAY)
    assert (desk.reached, desk.noted) == ([LEADS_PHONE], [Guard.LEAD])


def test_what_may_go_later_is_tried_again_and_not_told_on() -> None:
    desk = Desk(mail=Away(TryAgain("busy")), texts=Away(WillNotGo("not set up")))
    a_case(desk)
    with pytest.raises(TryAgain):
        desk.run(MONDAY)
    assert desk.noted == []


def test_where_the_lead_cannot_be_reached_at_all_the_deputy_is_told_at_once() -> None:
    @dataclass
    class Picky(Postbag):
        def send(self, parcel: Parcel) -> None:
            if parcel.to == "lea@example.org":
                raise WillNotGo("no such address")
            super().send(parcel)

    desk = Desk(mail=Picky(), texts=Away(WillNotGo("not set up")))
    a_case(desk)
    desk.run(MONDAY)
    assert desk.reached == ["deputy@home.example", "dev@example.org"]
    assert desk.noted == [Guard.DEPUTY]


def test_where_nobody_can_be_reached_it_is_a_task_for_the_desk() -> None:
    desk = Desk(mail=Away(WillNotGo("not set up")), texts=Away(WillNotGo("not set up")))
    a_case(desk)
    with pytest.raises(WillNotGo):
        desk.run(MONDAY)
