"""What a charity ought to mend in its own policy, as `webchat packs check` lists it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from webchat.cases.owed import Asked, owed
from webchat.cases.policy import Policy
from webchat.cases.words import Channel, Kind, PromiseName, ReplyBy
from webchat.packs.bank_holidays import LAST_CHECKED_YEAR
from webchat.packs.charity import Charity
from webchat.packs.charity_settings import fit_to_go_live
from webchat.packs.wording import finding_words, kind_words


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: a code, the clause it is about (or empty), and what is needed to say it."""

    code: str
    ref: str = ""
    what: str = ""

    def __str__(self) -> str:
        return finding_words(self.code, ref=self.ref, what=self.what)


def findings(charity: Charity, today: date) -> list[Finding]:
    """Everything found in a charity's policy and settings on a day."""
    return [
        *_review(charity.policy, today),
        *_without_time(charity, today),
        *(Finding("gap", gap.ref, gap.what) for gap in charity.pack.gaps),
        *(Finding("not_fit_to_go_live", what=missing) for missing in fit_to_go_live(charity.settings)),
        *_bank_holidays(today),
    ]


def _review(policy: Policy, today: date) -> Iterator[Finding]:
    if policy.review_due is None:
        yield Finding("no_review_date")
    elif policy.review_due < today:
        yield Finding("review_passed", what=policy.review_says)


def _without_time(charity: Charity, today: date) -> Iterator[Finding]:
    """Each kind of message whose writer cannot be told a date, by the rule of policy-facts A3 itself."""
    for name in (PromiseName.ACKNOWLEDGE, PromiseName.REPLY, PromiseName.OUTCOME):
        kinds = [kind for kind in Kind if name in _undated(charity, kind, today)]
        if kinds:
            told = ", ".join(kind_words(kind.value) for kind in kinds)
            yield Finding(f"no_time_{name.value}", what=told)


def _undated(charity: Charity, kind: Kind, today: date) -> set[PromiseName]:
    at = datetime.combine(today, time(12), UTC)
    listed = owed(charity.policy, Asked(kind, Channel.WEBCHAT, ReplyBy.EMAIL, at), charity.calendar)
    silent = {one.name for one in listed if one.due is None}
    if all(one.name is not PromiseName.ACKNOWLEDGE for one in listed):
        silent.add(PromiseName.ACKNOWLEDGE)
    return silent


def _bank_holidays(today: date) -> Iterator[Finding]:
    if today.year + 1 > LAST_CHECKED_YEAR:
        yield Finding("bank_holidays_unknown", what=str(today.year + 1))
