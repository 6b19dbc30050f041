"""The method "outlier": a range told in one report, and figures of another report of its story that lie outside it.

Four cases: a range one end of which a list gives as its own end, while the list goes beyond the other; a bound that is
said never to have been passed, told beside figures of the list that passes it; a figure called the most or the least of
what another report gives the range of; and a figure whose sentence shares enough words with that of the range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.check.comparable import are_alike, are_of_two_times
from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.slips import digits_of
from claimcheck.check.stories import Stories, few_of_each, stem_of, stems_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding
from claimcheck.model.slips import is_misprint
from claimcheck.packs.schema.rules import RuleSpec

_TELLING_DIGITS = 2
_FEWEST = 3  # figures of a list
_WITNESSES = 1  # further figures of the list that the sentence of a bound repeats
_WORDS, _WORDS_ALONE, _CLOSE = 3, 4, 2
_FARTHEST = Decimal("1.3")
_ROUNDED = Decimal("1.02")  # times that a figure may miss the end of a range because one was rounded
_UNHELD = ("denied", "hypothetical", "forecast", "plan")
_PER = "_per_"


def check_outliers(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for ranges and bounds that other figures of their story leave."""
    lists = _lists(ledger)
    stories = ledger.stories
    for claim in ledger.ranges:
        yield from _beyond_ends(rule, claim, lists, stories)
        yield from _of_same_words(rule, claim, stories)
    for bound in few_of_each(ledger.relations_of("bound")):
        if bound.scope:
            yield from _beyond_range(rule, bound, stories)
        else:
            yield from _beyond_bound(rule, bound, lists, stories)


def _lists(ledger: Ledger) -> dict[str, list[tuple[Claim, ...]]]:
    found: dict[str, list[tuple[Claim, ...]]] = {}
    for relation in ledger.relations_of("series"):
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
                    yield _finding(rule, claim, sizes[far], "is called the range, yet the list with its end also has")


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
                yield _finding(rule, claim, sizes[far], "is said never to have been passed, yet there is")


def _beyond_range(rule: RuleSpec, bound: Relation, stories: Stories) -> Iterator[Finding]:
    """The only range in a report of the story for what a figure is called the most or the least of."""
    (claim,) = bound.roles["value"]
    if not isinstance(claim.value, Decimal) or claim.status in _UNHELD or claim.trend:
        return
    for path in stories.sisters(claim.path):
        if stories.closeness(path, claim.path) < _CLOSE:
            continue
        ranges = [each for each in stories.figures(path) if _is_range_of(each, claim)]
        if len(ranges) == 1 and not _is_held(claim, ranges[0]) and _is_alone(claim, path, stories):
            yield _finding(rule, ranges[0], claim, "is given as the range, yet there is")


def _of_same_words(rule: RuleSpec, given: Claim, stories: Stories) -> Iterator[Finding]:
    """The figures of sister reports that are told in the words of a range of what happened, and lie outside it."""
    if given.status != "outcome" or given.role == "difference" or given.trend:
        return
    for path in stories.sisters(given.path):
        if any(each.value == given.value for each in stories.figures(path)):
            continue  # who gives the range as well tells it apart from the figure
        for claim in stories.figures(path):
            if _may_be_of(claim, given, rule) and not _is_held(claim, given) and _is_alone(claim, given.path, stories):
                yield _finding(rule, given, claim, "is given as the range, yet there is")


def _may_be_of(claim: Claim, given: Claim, rule: RuleSpec) -> bool:
    """True for a plain figure in the unit of a range and of its time, with many of its words."""
    if not isinstance(claim.value, Decimal) or claim.trend or claim.role in ("change", "difference"):
        return False
    if claim.status != "outcome" or claim.hedge or not _is_in_unit(given, claim) or are_of_two_times(given, claim):
        return False
    if claim.context & set(rule.when.get("others", ())) or given.context & set(rule.when.get("others", ())):
        return False
    if None not in (claim.subject, given.subject) and claim.subject != given.subject:
        return False
    names = {stem_of(name) for name in claim.story}
    shared = (stems_of(given) & stems_of(claim)) - names
    own = stems_of(given, own=True) & shared
    return len(shared) >= (_WORDS if own else _WORDS_ALONE)


def _is_in_unit(given: Claim, claim: Claim) -> bool:
    if given.unit is None or claim.unit is None:
        return False
    return given.unit.partition(_PER)[0] == claim.unit.partition(_PER)[0] and (claim.noun or "") == (given.noun or "")


def _is_range_of(each: Claim, claim: Claim) -> bool:
    if not isinstance(each.value, tuple) or each.status in _UNHELD or each.role == "change":
        return False
    if each.unit is None or claim.unit is None or each.unit.partition(_PER)[0] != claim.unit.partition(_PER)[0]:
        return False
    if not are_alike(each.status, claim.status) or are_of_two_times(each, claim):
        return False
    names = {stem_of(name) for name in claim.story}
    own = stems_of(claim, own=True) - names
    return bool(own) and own <= stems_of(each) and len((stems_of(each) & stems_of(claim)) - names) >= _WORDS


def _is_held(claim: Claim, given: Claim) -> bool:
    """True for a figure in a range, or so far away from it that another thing is meant."""
    assert isinstance(claim.value, Decimal)
    assert isinstance(given.value, tuple)
    low, high = given.value
    if low <= _ROUNDED * claim.value and claim.value <= _ROUNDED * high:
        return True
    return not low / _FARTHEST <= claim.value <= high * _FARTHEST


def _is_alone(claim: Claim, path: str, stories: Stories) -> bool:
    """True when the other report does not give the figure itself, for another time or thing."""
    return not any(each.value == claim.value for each in stories.figures(path))


def _size(value: Claim, like: Claim) -> Decimal | None:
    """The amount of a figure in a list in the unit of another; None where it has another unit."""
    bare = value.unit == "count" and value.noun is None
    return value.value if isinstance(value.value, Decimal) and (bare or value.unit == like.unit) else None


def _finding(rule: RuleSpec, given: Claim, outside: Claim, words: str) -> Finding:
    claims: Sequence[Claim] = sorted((given, outside), key=lambda claim: (claim.path, claim.start))
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity_of(rule, claims, lenient=True), claims=tuple(claims),
        message=f"{quote(given)} {words} {quote(outside)}.",
        explanation=f"Two reports tell of one matter, and {quote(outside)} lies outside of {quote(given)}.",
    )
