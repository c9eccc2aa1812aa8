"""Builds everything the charities' work is done with, once, from the settings. No Flask."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from webchat.cases.appointments.booking import Booking
from webchat.cases.casework import Casework
from webchat.cases.moves import TELL_COLLEAGUE, WHO_HAS_IT
from webchat.cases.people.deciding import Deciding
from webchat.cases.people.guarding import Guarding
from webchat.cases.people.passing_on import PassingOn
from webchat.cases.people.standing_in import StandingIn
from webchat.cases.promises.clockwork import Clockwork
from webchat.cases.promises.reminding import CLOCK
from webchat.cases.read_first import ALERT
from webchat.db.actions_list import ActionsList
from webchat.db.cases import Cases
from webchat.db.conversations import Conversations
from webchat.db.database import Database
from webchat.db.decisions import Decisions
from webchat.db.desk_lists import DeskLists
from webchat.db.diaries import Diaries
from webchat.db.drafts import Drafts
from webchat.db.feeds import Feeds
from webchat.db.finding import Finding
from webchat.db.index import Index
from webchat.db.invites import Invites
from webchat.db.news import News
from webchat.db.outbox import Outbox
from webchat.db.passings import Passings
from webchat.db.records import Records
from webchat.db.sessions import Limits, Sessions
from webchat.db.staff import Staff
from webchat.db.to_do import ToDo
from webchat.formats.pico import Pico
from webchat.formats.recordings import Recordings
from webchat.formats.studio import Studio
from webchat.i18n import catalogues
from webchat.i18n.catalogues import Catalogues
from webchat.notify.alerts import Alerts
from webchat.notify.clocks import Clocks
from webchat.notify.errands import Errands
from webchat.notify.hands import Hands
from webchat.notify.letters import Letters
from webchat.notify.ways_out import way_out
from webchat.packs import Packs, load_packs
from webchat.packs.load import DEMO, SHIPPED
from webchat.private import make_folder
from webchat.settings import Settings

# design.md, Drafts: 20 idle minutes on a shared computer; security.md A9, B10.
GUESTS = Limits(timedelta(minutes=20), timedelta(hours=4))
STAFF = Limits(timedelta(minutes=30), timedelta(hours=12))
KEPT_FOR = timedelta(hours=24)  # what a guest keeps for later


def clock() -> datetime:
    """The one clock of a running house: an aware instant in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class House:
    """The parts, ready to use. `now` is the only clock below the edge."""

    settings: Settings
    charities: Packs
    database: Database
    cases: Cases
    casework: Casework
    booking: Booking
    standing_in: StandingIn
    deciding: Deciding
    passing_on: PassingOn
    news: News
    conversations: Conversations
    drafts: Drafts
    desk_lists: DeskLists
    to_do: ToDo
    index: Index
    finding: Finding
    actions: ActionsList
    records: Records
    sessions: Sessions
    staff: Staff
    invites: Invites
    feeds: Feeds
    outbox: Outbox
    errands: Errands
    studio: Studio
    words: Catalogues
    now: Callable[[], datetime]

    def close(self) -> None:
        """Let go of the database and of the voice."""
        self.studio.close()
        self.database.close()


def build(
    settings: Settings,
    now: Callable[[], datetime] = clock,
    database: Database | None = None,
    charities: Packs | None = None,
    words: Catalogues | None = None,
) -> House:
    """The house for some settings; what is given is not made again. Raises PackFaults for a bad pack."""
    make_folder(settings.home)
    if charities is None:
        demo = DEMO if settings.demo else None
        charities = load_packs([SHIPPED, settings.packs_dir], now().date(), settings.charities, demo)
    database, words = database or Database(settings.database), words or catalogues.load(settings.locales_dir)
    index = Index(database, settings.index_key)
    cases, staff = Cases(database, index), Staff(database)
    casework, diaries = Casework(cases, charities), Diaries(database)
    standing_in = StandingIn(casework, diaries)
    return House(
        settings=settings,
        charities=charities,
        database=database,
        cases=cases,
        casework=casework,
        booking=Booking(casework, diaries),
        standing_in=standing_in,
        deciding=Deciding(standing_in, Decisions(database)),
        passing_on=PassingOn(casework, Passings(database)),
        news=News(database),
        conversations=Conversations(database),
        drafts=Drafts(database),
        desk_lists=DeskLists(database),
        to_do=ToDo(database),
        index=index,
        finding=Finding(database, index),
        actions=ActionsList(database),
        records=Records(database),
        sessions=Sessions(database, GUESTS, STAFF),
        staff=staff,
        invites=Invites(database),
        feeds=Feeds(database),
        outbox=Outbox(database),
        errands=_errands(settings, charities, cases, standing_in, staff, words, now),
        studio=Studio({"en": Pico()} if settings.speech else {}, Recordings(settings.recordings_dir)),
        words=words,
        now=now,
    )


def _errands(
    settings: Settings,
    charities: Packs,
    cases: Cases,
    standing_in: StandingIn,
    staff: Staff,
    words: Catalogues,
    now: Callable[[], datetime],
) -> Errands:
    def mail_of(staff_id: str) -> str:
        account = staff.account(staff_id)
        return account.email if account and not account.stopped else ""

    def gettext_in(lang: str) -> Callable[[str], str]:
        return lambda english: words.of(lang).one(english).text

    casework = standing_in.casework
    sender = f"no-reply@{(settings.public_url or 'localhost').rpartition('//')[2].split(':')[0]}"
    sent, letters, guarding = settings.sent_dir, Letters(gettext_in), Guarding(casework)
    mail = way_out(settings.mail, sender, sent / "emails")
    texts = way_out(settings.texts, sender, sent / "texts", is_mail=False)
    alerts = Alerts(
        guarding=guarding,
        letters=letters,
        mail=mail,
        texts=texts,
        mail_of=mail_of,
        reach_of=lambda charity, guard: charities[charity].settings.safeguarding.reach(guard.value),
        alerted=lambda charity, case, guard: guarding.alerted(charity, case, guard, now()),
        shown_at=settings.public_url,
    )
    clockwork = Clockwork(casework, standing_in.in_their_place)
    clocks = Clocks(
        looks=lambda charity, case, promise, step, due: clockwork.reached(
            charity, case, promise, step, due, now()
        ),
        letters=letters,
        mail=mail,
        mail_of=mail_of,
        name_of=lambda charity: charities.policy(charity).name,
        shown_at=settings.public_url,
    )
    hands = Hands(cases, charities, letters, mail, texts, mail_of, settings.public_url)
    others = {WHO_HAS_IT: hands.tell_guest, TELL_COLLEAGUE: hands.tell_colleague}
    return Errands(
        cases=cases,
        policies=charities,
        letters=letters,
        mail=mail,
        texts=texts,
        mail_of=mail_of,
        delivered=cases.set_delivery,
        not_sent=lambda charity, case, message: casework.not_sent(charity, case, message, now()),
        shown_at=settings.public_url,
        other_way=lambda charity: charities[charity].other_way,
        others={ALERT: alerts.run, CLOCK: clocks.run, **others},
    )


def booking_from_environment() -> tuple[Booking, Callable[[], Any]]:
    """Casework with its diary, and a clock, for the action server: it is started without an app of ours."""
    house = build(Settings.read(os.environ))
    return house.booking, house.now
