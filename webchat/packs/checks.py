"""What a charity ought to mend in its own policy, as `webchat packs check` lists it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from webchat.cases.promises.owed import Asked, owed
from webchat.cases.promises.policy import Policy
from webchat.cases.words import POLICY_KINDS, Channel, Kind, PromiseName, ReplyBy
from webchat.packs.bank_holidays import next_year_is_checked
from webchat.packs.charity import Charity
from webchat.packs.charity_settings import fit_to_go_live
from webchat.packs.directory import DAYS_GOOD
from webchat.packs.number_findings import number_findings
from webchat.packs.wording import finding_words, kinds_words

_REPLY_BY = ReplyBy.CODE
# What anybody who writes or calls wants to be told, whether or not the policy speaks of it.
_ALWAYS_WANTED: Mapping[Channel, tuple[PromiseName, ...]] = {
    Channel.WEBCHAT: (PromiseName.ACKNOWLEDGE,),
    Channel.ANSWERPHONE: (PromiseName.CONTACT,),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: a code, the clause it is about (or empty), and what is needed to say it."""

    code: str
    ref: str = ""
    what: str = ""

    def __str__(self) -> str:
        return finding_words(self.code, ref=self.ref, what=self.what, days=str(DAYS_GOOD))


def findings(charity: Charity, today: date) -> list[Finding]:
    """Everything found in a charity's policy and settings on a day."""
    return [
        *_review(charity.policy, today),
        *_without_time(charity, today),
        *(Finding("gap", gap.ref, gap.what) for gap in charity.pack.gaps),
        *(Finding(f"no_{missing}") for missing in fit_to_go_live(charity.settings)),
        *_other_way(charity),
        *(Finding(code, what=what) for code, what in number_findings(charity, today) if what),
        *_bank_holidays(today),
    ]


def _other_way(charity: Charity) -> Iterator[Finding]:
    rule = charity.policy.while_away
    if rule and not charity.other_way:
        yield Finding(f"no_other_{rule.gives.value}", rule.ref)


def review_passed(policy: Policy, today: date) -> str:
    """When the policy was due for review, as it says it, if that has passed; staff see it, guests do not."""
    passed = policy.review_due is not None and policy.review_due < today
    return policy.review_says if passed else ""


def _review(policy: Policy, today: date) -> Iterator[Finding]:
    if policy.review_due is None:
        yield Finding("no_review_date")
    elif review_passed(policy, today):
        yield Finding("review_passed", what=review_passed(policy, today))


def _without_time(charity: Charity, today: date) -> Iterator[Finding]:
    """Each kind of message whose writer cannot be told a date, by the rule of policy-facts A3 itself."""
    noon = _noon(today)
    by_chat = {
        kind: _undated(charity, Asked(kind, Channel.WEBCHAT, _REPLY_BY, noon)) for kind in POLICY_KINDS
    }
    by_call = {
        kind: _undated(charity, Asked(kind, Channel.ANSWERPHONE, _REPLY_BY, noon)) for kind in POLICY_KINDS
    }
    for name in (PromiseName.ACKNOWLEDGE, PromiseName.CONTACT, PromiseName.REPLY, PromiseName.OUTCOME):
        undated = by_call if name is PromiseName.CONTACT else by_chat
        kinds = [kind for kind in POLICY_KINDS if name in undated[kind]]
        if kinds:
            yield Finding(f"no_time_{name.value}", what=kinds_words([kind.value for kind in kinds]))
    appeal = Asked(Kind.COMPLAINT, Channel.WEBCHAT, _REPLY_BY, _noon(today), stage=3)
    if charity.policy.stages == appeal.stage and PromiseName.OUTCOME in _undated(charity, appeal):
        yield Finding("no_time_appeal")


def _undated(charity: Charity, asked: Asked) -> set[PromiseName]:
    listed = owed(charity.policy, asked, charity.calendar)
    unspoken = set(_ALWAYS_WANTED[asked.channel]) - {one.name for one in listed}
    return unspoken | {one.name for one in listed if one.due is None}


def _noon(today: date) -> datetime:
    return datetime.combine(today, time(12), UTC)


def _bank_holidays(today: date) -> Iterator[Finding]:
    if not next_year_is_checked(today):
        yield Finding("bank_holidays_unknown", what=str(today.year + 1))
