"""The method "conversion": amounts of a story turned into another currency at rates that a slip of scale keeps apart.

A rate is stated ("18.20 pesos to the dollar"), or is what an amount in two currencies comes to. Rates of one story
move by a few per cent; one that is ten or a thousand times another is a slip. A third that it agrees with clears it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from claimcheck.check.comparing.slips import amount_of
from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.model.in_words import amount
from claimcheck.model.slips import is_power_apart
from claimcheck.packs.schema.rules import RuleSpec

_PER = "_per_"
_ALIKE = Fraction(1, 4)  # by which two rates of one story may differ
_SLACK = Fraction(1, 10)  # by which a rate may miss the power of ten

_Money = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Rate:
    """How much of the first of two currencies one of the second is worth, and the figures that tell it."""

    money: _Money
    size: Fraction
    claims: tuple[Claim, ...]


def check_conversions(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """A finding for each amount in two currencies whose rate is a slip of scale away from another of its story."""
    converted = {id(each): rate for each in few_of_each(ledger.relations_of("conversion")) if (rate := _implied(each))}
    if not converted:
        return
    rates: dict[tuple[str, _Money], list[_Rate]] = defaultdict(list)
    for rate in (*converted.values(), *filter(None, map(_stated, ledger.claims_of("quantity")))):
        rates[rate.claims[0].path, rate.money].append(rate)
    for rate in converted.values():
        near = ledger.stories.near(rate.claims[0].path)
        others = [other for path in near for other in rates[path, rate.money] if other is not rate]
        if not any(abs(rate.size / other.size - 1) <= _ALIKE for other in others):
            apart = (other for other in others if is_power_apart(rate.size, other.size, slack=_SLACK))
            yield from (_finding(rule, rate, other) for other in list(apart)[:1])


def _implied(relation: Relation) -> _Rate | None:
    """The rate at which an amount in two currencies was converted, where its report states none."""
    if "rate" in relation.roles:
        return None
    told = (relation.roles["first"][0], relation.roles["second"][0])
    first, second = sorted(told, key=lambda each: str(each.measure))
    sizes = amount_of(first), amount_of(second)
    if not all(map(_is_money, (first.measure, second.measure))) or min(sizes) <= 0:
        return None
    return _Rate((str(first.measure), str(second.measure)), sizes[0] / sizes[1], (first, second))


def _stated(claim: Claim) -> _Rate | None:
    """The rate that a figure states."""
    over, _, under = (claim.measure or "").partition(_PER)
    if not (_is_money(over) and _is_money(under)):
        return None
    size = amount_of(claim)
    if size <= 0:
        return None
    return _Rate((over, under), size, (claim,)) if over < under else _Rate((under, over), 1 / size, (claim,))


def _is_money(unit: str | None) -> bool:
    """True for an ISO code."""
    return unit is not None and len(unit) == 3 and unit.isupper()


def _finding(rule: RuleSpec, rate: _Rate, other: _Rate) -> Finding:
    claims = in_order((*rate.claims, *other.claims))
    told = ", ".join(_in_words(each) for each in (rate, other))
    first, second = rate.claims
    return finding_of(
        rule, claims, sure=False,
        message=f"{quote(first)} and {quote(second)} are told as one amount, at a rate far from that of "
        f"{' and '.join(map(quote, other.claims))}.",
        explanation=f"The rates are {told}.",
    )


def _in_words(rate: _Rate) -> str:
    over, under = rate.money
    size = rate.size if rate.size >= 1 else 1 / rate.size
    one, other = (over, under) if rate.size >= 1 else (under, over)
    return f"{amount(round(size, 2), None)} {one} to the {other}"
