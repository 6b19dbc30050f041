"""Parts and wholes: no part of an amount is larger than the whole, and parts that cover a whole make it up.

Only amounts that add up and are never negative; the rules list them. Keys of `when`:
    scope    what the part is a part of: "period" (eleven months and the year), "place" (a province and the nation),
             "facet" (women among the staff), "metric" (exports in trade)
    adds     the metrics of which this holds, by the names that rules on metrics give them; for the scope "metric" pairs
             such as "exports in foreign-trade"
    facets   the facets that make a part of a figure without them
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice, permutations

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.parts.amounts import Apart
from claimcheck.check.wording import fact_name, quote
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import span
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec

_TWO_YEARS = 2
_DAYS = {"day": 1, "week": 7}
_MUCH_LONGER = 3  # times that a period must be longer than the days told of
_OPENING = 80  # characters from those days to the figure

Holds = Callable[[Claim, Claim], bool]  # whether the first is a part of the second

_MOST_PAIRS = 2000  # of a part and a whole that one set of figures is tried on, so that the cost stays linear


def check_nesting(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each part with the whole that it is a part of."""
    scope = scope_of(rule)
    holds = _HOLDS[scope](rule)
    for claims in additive_sets(rule, ledger, scope):
        if scope == "period":
            claims = [claim for claim in claims if not _is_of_days(claim, ledger)]
        yield from _weigh(rule, claims, holds)


def _is_of_days(claim: Claim, ledger: Ledger) -> bool:
    """True for a figure before which its sentence tells how few days it was, of a longer time that a heading told.

    "Festival 2024. In five days 86,000 came": not in all of 2024.
    """
    period = claim.period
    if period is None or period.end is None:
        return False
    days = (period.end - period.start).days
    return any(
        each.unit in _DAYS and isinstance(each.value, Decimal) and 0 < claim.start - each.start < _OPENING
        and 1 < each.value * _DAYS[each.unit] < days / _MUCH_LONGER for each in ledger.stories.beside(claim)
    )


def scope_of(rule: RuleSpec) -> Apart:
    """What sets parts and wholes apart; raises InputError for a scope that is none."""
    found = next((scope for scope in _HOLDS if scope == rule.when.get("scope", "period")), None)
    if found is None:
        raise InputError(rule.file, f"one of {', '.join(_HOLDS)}", entry=rule.id, key="when.scope")
    return found


def additive_sets(rule: RuleSpec, ledger: Ledger, apart: Apart) -> Iterator[list[Claim]]:
    """The sets of levels of the metrics that the rule lists, which differ in nothing but the scope."""
    adds = frozenset(name for pair in rule.when.get("adds", ()) for name in str(pair).split(" in "))
    yield from ledger.amounts.sets(apart, adds)


def _weigh(rule: RuleSpec, claims: Sequence[Claim], holds: Holds) -> Iterator[Finding | Verdict]:
    """The outcomes of one set of figures; of several parts that exceed one whole the first is told."""
    told: set[int] = set()
    for part, whole in islice(permutations(claims, 2), _MOST_PAIRS):
        if not are_alike(part.status, whole.status) or not holds(part, whole):
            continue
        if not exceeds(part, whole):
            yield agreed(rule, (part, whole), f"{quote(part)} may be part of {quote(whole)}")
        elif id(part) not in told:
            told.add(id(part))
            yield _finding(rule, part, whole)


def exceeds(part: Claim, whole: Claim) -> bool:
    """True when even the least that the part may be is more than the most that the whole may be."""
    low, high = reading_of(part).lenient.low, reading_of(whole).lenient.high
    return low is not None and high is not None and low > high


def _finding(rule: RuleSpec, part: Claim, whole: Claim) -> Finding:
    claims = in_order((part, whole))
    return finding_of(
        rule, claims,
        message=f"{quote(part)} ({fact_name(part)}) is more than {quote(whole)} ({fact_name(whole)}), "
        "of which it is a part.",
        explanation=f"{quote(part)} means {span(reading_of(part).lenient, part.measure)}: {fact_name(part)}.\n"
        f"{quote(whole)} means {span(reading_of(whole).lenient, whole.measure)}: {fact_name(whole)}.\n"
        "The first is contained in the second, and neither can be negative, so it cannot be the larger one.",
    )


def lies_within(part: Period | None, whole: Period | None) -> bool:
    """True for a period that lies in another and is shorter.

    >>> lies_within(Period.parse("2023-H1"), Period.parse("2023"))
    True
    >>> lies_within(Period.parse("2023"), Period.parse("2023/2024"))
    False
    """
    if part is None or whole is None or part.end is None or whole.end is None or part.sort == "as-of":
        return False
    if _may_be_split(whole):
        return False
    return whole.sort != "as-of" and whole.contains(part) and (part.start, part.end) != (whole.start, whole.end)


def _may_be_split(whole: Period) -> bool:
    """True for what two years tell, "2023/24": most often twelve months of both, which begin nobody tells when."""
    if whole.end is None or whole.start.month != 1 or whole.end.month != 1 or whole.start.day != 1:
        return False
    return whole.end.day == 1 and whole.end.year - whole.start.year == _TWO_YEARS


def is_part_in_time(part: Claim, whole: Claim) -> bool:
    """True for a figure of a shorter period within that of another; not for one counted up to its day from long before.
    """
    return not part.as_of and lies_within(part.period, whole.period)


def _periods(_: RuleSpec) -> Holds:
    return is_part_in_time


def _places(_: RuleSpec) -> Holds:
    return lambda part, whole: part.within is not None and part.within == whole.subject


def _facets(rule: RuleSpec) -> Holds:
    parts = frozenset(str(facet) for facet in rule.when.get("facets", ()))
    return lambda part, whole: (
        set(part.facets) > set(whole.facets) and set(part.facets) - set(whole.facets) <= parts
    )


def _metrics(rule: RuleSpec) -> Holds:
    pairs = {tuple(str(pair).split(" in ")) for pair in rule.when.get("adds", ())}
    return lambda part, whole: (part.metric, whole.metric) in pairs


_HOLDS: dict[Apart, Callable[[RuleSpec], Holds]] = {
    "period": _periods, "place": _places, "facet": _facets, "metric": _metrics,
}
