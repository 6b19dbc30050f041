"""The method "balance": what comes in, what goes out, and what is left of one account, told near each other.

The three are known by the head nouns of their names ("operating revenue", "total costs", "a deficit"), and by having no
rival: a report gives one figure of each sort in one currency, those that come in and go out near each other, what is
left there or in another report of the story. Keys of `when`:
    in, out     head nouns of what comes in and goes out
    left, lack  head nouns of what is left, and of what is lacking
    whole       words with such a noun that take nothing away from it ("total", "operating"); any other names a part
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.check.comparing.comparable import are_alike, role_of
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.parts.quotients import lacks_unit
from claimcheck.check.wording import quote
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import span
from claimcheck.model.interval import Interval
from claimcheck.packs.schema.rules import RuleSpec

_KEYS = ("in", "out", "left", "lack", "whole")
_NEAR = 700  # characters between what comes in and what goes out

_Sorted = dict[str, list[Claim]]


@dataclass(frozen=True, slots=True)
class _Account:
    """The three figures of an account."""

    income: Claim
    outgo: Claim
    rest: Claim
    lacks: bool

    def computed(self) -> Interval:
        """What is left, or lacking, by the other two at the widest."""
        assert self.income.reading is not None
        assert self.outgo.reading is not None
        left = self.income.reading.lenient - self.outgo.reading.lenient
        return -left if self.lacks else left

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All three in the order of their places."""
        return in_order((self.income, self.outgo, self.rest))


def check_balances(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each account; raises InputError for a rule that is not sound."""
    words = _words(rule)
    sorts = _sorted(words, ledger)
    for path, told in sorts.items():
        for income, outgo in _pairs(told):
            for rest in _rests(path, income, sorts, ledger):
                sort = _sort_of(rest, words)
                yield _judge(rule, _Account(income, outgo, rest, sort == "lack"))


def _words(rule: RuleSpec) -> Mapping[str, frozenset[str]]:
    for name in rule.when:
        if name not in _KEYS:
            raise InputError(rule.file, f"unknown key; known: {', '.join(_KEYS)}", entry=rule.id, key=f"when.{name}")
    return {name: frozenset(rule.when.get(name, ())) for name in _KEYS}


def _sorted(words: Mapping[str, frozenset[str]], ledger: Ledger) -> dict[str, _Sorted]:
    """The figures of accounts by report and sort."""
    found: dict[str, _Sorted] = defaultdict(lambda: defaultdict(list))
    sorts: dict[str | None, str] = {}
    for claim in ledger.figures:
        sort = sorts.get(claim.phrase)
        if sort is None:
            sort = sorts[claim.phrase] = _sort_of(claim, words)
        if sort and role_of(claim) == "level" and isinstance(claim.value, Decimal) and claim.reading is not None:
            found[claim.path][sort].append(claim)
    return found


def _sort_of(claim: Claim, words: Mapping[str, frozenset[str]]) -> str:
    """What a figure is of an account by its name; "" for none, and for a part of one."""
    name = (claim.phrase or "").casefold().replace("-", " ").split()
    if not name or any(word not in words["whole"] for word in name[:-1]):
        return ""
    return next((sort for sort in ("in", "out", "left", "lack") if name[-1] in words[sort]), "")


def _pairs(told: _Sorted) -> Iterator[tuple[Claim, Claim]]:
    """What comes in and what goes out in each measure and time, where a report gives one figure of each."""
    for income in told.get("in", ()):
        outgoes = [outgo for outgo in told.get("out", ()) if _may_be_of_one(income, outgo)]
        incomes = [other for other in told["in"] if _may_be_of_one(income, other)]
        values = {each.value for each in incomes}
        if len(outgoes) == 1 and len(values) == 1 and abs(outgoes[0].start - income.start) < _NEAR:
            yield income, outgoes[0]


def _rests(path: str, income: Claim, sorts: Mapping[str, _Sorted], ledger: Ledger) -> list[Claim]:
    """What is left or lacking: told by the report itself, else by one of its story, and once only.

    A number without a unit may be it as well: "a surplus of 13,000; the year before a deficit of 28,000 euros".
    """
    for each in ledger.stories.near(path):
        rests = [rest for sort in ("left", "lack") for rest in sorts.get(each, {}).get(sort, ())]
        told = [rest for rest in rests if _may_be_of_one(income, rest)]
        if told:
            values = {rest.value for rest in rests if rest in told or lacks_unit(rest)}
            return told[:1] if len(values) == 1 else []
    return []


def _may_be_of_one(one: Claim, other: Claim) -> bool:
    return one.measure == other.measure and are_alike(one.status, other.status) and not are_of_two_times(one, other)


def _judge(rule: RuleSpec, account: _Account) -> Finding | Verdict:
    assert account.rest.reading is not None
    computed, claims = account.computed(), account.claims
    told = account.rest.reading.lenient
    if not told.is_disjoint(computed) or not told.is_disjoint(-computed):
        return agreed(rule, claims, "the account comes out")
    made = span(computed if computed.high is None or computed.high > 0 else -computed, account.rest.measure)
    side = "lacking" if account.lacks else "left"
    return finding_of(
        rule, claims, sure=False,
        message=f"{quote(account.income)} less {quote(account.outgo)} is {made}, not the {quote(account.rest)} {side}.",
        explanation=f"{quote(account.income)} comes in and {quote(account.outgo)} goes out, which makes {made}.",
    )
