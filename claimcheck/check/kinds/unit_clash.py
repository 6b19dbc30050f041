"""The method "unit_clash": one fact with the same digits in units of two kinds: 12.4 tonnes, 12.4 cubic metres.

Figures in different units are never set against each other, for they may measure different things. The same digits,
though, tell that one number was copied, and that one of its units is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of
from claimcheck.check.wording import fact_name, quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.packs.schema.rules import RuleSpec

_FEWEST_DIGITS = 3  # that make a chance unlikely
_MOST_FIGURES = 40  # of one fact that are compared
_RELATIVE = ("percent", "percentage_point", "dimensionless")


def check_unit_clash(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """One finding for each two figures of one fact that have their digits in common and no unit."""
    for fact in ledger.groups.in_several_measures():
        for claims in _of_one_number(fact):
            yield from _clashes(rule, claims[:_MOST_FIGURES])


def _of_one_number(claims: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    """The figures in sets that share facets and digits."""
    sets: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        digits = _digits(claim)
        if digits and claim.measure not in _RELATIVE:
            sets[claim.facets, digits].append(claim)
    return iter(sets.values())


def _clashes(rule: RuleSpec, claims: Sequence[Claim]) -> Iterator[Finding]:
    told: set[frozenset[str | None]] = set()
    for one, other in combinations(claims, 2):
        units = frozenset((one.measure, other.measure))
        if one.path == other.path or len(units) == 1 or units in told or not are_alike(one.status, other.status):
            continue
        told.add(units)
        yield finding_of(
            rule, (one, other),
            message=f"{quote(one)} and {quote(other)} have the same digits, but not units of one kind.",
            explanation=f"Both state the {fact_name(one)}. One is in {_unit(one)}, the other in {_unit(other)}; "
            "neither can be turned into the other, and the digits are the same.",
        )


def _digits(claim: Claim) -> str:
    """The significant digits of a figure; "" when they are so few that two figures may share them by chance."""
    digits = digits_of(claim)
    return digits if len(digits) >= _FEWEST_DIGITS else ""


def _unit(claim: Claim) -> str:
    return (claim.unit or "no unit").replace("_", " ")
