"""A date that was agreed leaves the house in the guest's language (Help & Care 17.3)."""

from dataclasses import replace

import pytest

from tests.builders.appeals import AGREED_ON, CHARLIE, Appeal
from tests.builders.cases import OnePolicy, a_policy
from tests.notify.test_errands import Postbag
from tests.webhouse import the_words
from webchat.cases.complaints.hearing import Hearing
from webchat.cases.moves import Moved
from webchat.cases.words import Agreed, ReplyBy
from webchat.notify.errands import Errands
from webchat.notify.letters import Letters
from webchat.notify.ways_out import NotSetUp, Parcel


def carried(lang: str, safe: bool) -> Parcel:
    """The email that says which date was agreed."""
    appeal = Appeal(reply_by=ReplyBy.EMAIL, contact="jo@example.org", safe_to_contact=safe)
    appeal.work.move(appeal.case, Moved(replace(appeal.case, lang=lang)))
    before = {*appeal.store.errands}
    Hearing(appeal.work).agree(CHARLIE, appeal.id, AGREED_ON, Agreed.CALL, None, appeal.at)
    bag = Postbag()
    errands = Errands(
        cases=appeal.store,
        policies=OnePolicy(a_policy()),
        letters=Letters(lambda lang: lambda english: the_words().of(lang).one(english).text),
        mail=bag,
        texts=NotSetUp(),
        mail_of=lambda staff_id: "",
        delivered=lambda message, delivery: None,
        not_sent=lambda charity, case, message: None,
    )
    for key, errand in appeal.store.errands.items():
        if key not in before and errand.kind == "send_message":
            errands.run(errand)
    (parcel,) = bag.parcels
    return parcel


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "We agreed a date with you. We will tell you what we decided by Friday 15 January 2027."),
        ("pl", "Data jest uzgodniona z Tobą."),
        ("ar", "اتفقنا معك على تاريخ."),
    ],
)
def test_it_is_told_as_agreed_where_that_is_safe(lang: str, words: str) -> None:
    body = carried(lang, safe=True).body
    assert words in body
    assert "Our full reply" not in body


def test_where_it_is_not_safe_nothing_of_it_is_told() -> None:
    body = carried("en", safe=False).body
    assert "January" not in body
    assert "agreed" not in body
