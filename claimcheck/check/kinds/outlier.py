"""The method "outlier": a range told in one report, and figures of another report of its story that lie outside it.

Three cases: a range one end of which a list gives as its own end, while the list goes beyond the other; a bound that is
said never to have been passed, told beside figures of the list that passes it; and a figure that is told of one of
those that the range is told of, as `check.ranges` finds them. The rule's `youngest` and `oldest` keys list words that
call an age the least or the most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stories import Stories, few_of_each
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.parts.ranges import Ranges
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.model.slips import is_misprint
from claimcheck.packs.schema.rules import RuleSpec

_TELLING_DIGITS = 2
_FEWEST = 3  # figures of a list
_WITNESSES = 1  # further figures of the list that the sentence of a bound repeats


def check_outliers(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for ranges and bounds that other figures of their story leave."""
    lists = _lists(ledger)
    stories = ledger.stories
    for claim in ledger.ranges:
        yield from _beyond_ends(rule, claim, lists, stories)
    for bound in few_of_each(ledger.relations_of("bound")):
        yield from _beyond_bound(rule, bound, lists, stories)
    ranges = Ranges(
        stories, ledger.evidence, ledger.relations_of("instance"), ledger.relations_of("superlative"),
        ledger.claims_of("date"), {age: tuple(rule.when.get(age, ())) for age in ("youngest", "oldest")},
    )
    for spread in few_of_each(ledger.relations_of("spread")):
        for claim in ranges.left_by(spread):
            yield _finding(rule, spread.roles["ends"], claim, "is given as the range, yet there is")


def _lists(ledger: Ledger) -> dict[str, list[tuple[Claim, ...]]]:
    found: dict[str, list[tuple[Claim, ...]]] = {}
    for relation in (*ledger.relations_of("series"), *ledger.relations_of("column")):
        found.setdefault(relation.path, []).append(relation.roles["value"])
    return found


def _beyond_ends(
    rule: RuleSpec, claim: Claim, lists: dict[str, list[tuple[Claim, ...]]], stories: Stories
) -> Iterator[Finding]:
    """A list with one end of a range as its own, and beyond the other end a figure that is a slip away from it."""
    low, high = claim.value if isinstance(claim.value, tuple) else (Decimal(0), Decimal(0))
    counts = {each.value for each in stories.figures(claim.path) if each.measure == "count" and each.line == claim.line}
    for path in stories.sisters(claim.path):
        for values in lists.get(path, ()):
            sizes = {size: each for each in values if (size := _size(each, claim)) is not None}
            if len(sizes) < _FEWEST or (low in sizes and high in sizes):
                continue
            least, most = min(sizes), max(sizes)
            for end, own, other, far in ((high, most, low, least), (low, least, high, most)):
                inside = end == own and least < other < most
                if inside and (Decimal(len(values)) in counts or is_misprint(other, far)):
                    words = "is called the range, yet the list with its end also has"
                    yield _finding(rule, (claim,), sizes[far], words)


def _beyond_bound(
    rule: RuleSpec, bound: Relation, lists: dict[str, list[tuple[Claim, ...]]], stories: Stories
) -> Iterator[Finding]:
    """The figure of a list that passes a bound, where the bound and a figure told beside it are in the list."""
    (claim,) = bound.roles["value"]
    if not isinstance(claim.value, Decimal) or len(digits_of(claim)) < _TELLING_DIGITS:
        return
    beside = {each.value for each in stories.figures(claim.path)
              if each is not claim and each.line == claim.line and len(digits_of(each)) >= _TELLING_DIGITS}
    for path in stories.sisters(claim.path):
        for values in lists.get(path, ()):
            sizes = {size: each for each in values if (size := _size(each, claim)) is not None}
            below = bound.direction == "lowest"
            passed = [size for size in sizes if (size < claim.value if below else size > claim.value)]
            if claim.value in sizes and passed and len(beside & sizes.keys()) >= _WITNESSES:
                far = min(passed) if below else max(passed)
                yield _finding(rule, (claim,), sizes[far], "is said never to have been passed, yet there is")


def _size(value: Claim, like: Claim) -> Decimal | None:
    """The amount of a figure in a list in the unit of another; None where it has another unit."""
    bare = value.unit == "count" and value.noun is None
    return value.value if isinstance(value.value, Decimal) and (bare or value.unit == like.unit) else None


def _finding(rule: RuleSpec, given: Sequence[Claim], outside: Claim, words: str) -> Finding:
    claims = in_order((*given, outside))
    told = " to ".join(map(quote, given))
    return finding_of(
        rule, claims,
        message=f"{told} {words} {quote(outside)}.",
        explanation=f"Two reports tell of one matter, and {quote(outside)} lies outside of {told}.",
    )
