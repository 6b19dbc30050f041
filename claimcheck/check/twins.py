"""Twins: two figures under different or open names that what is known of them shows to be one.

This is the documented exception to "unknown never equals unknown" for figures whose names, subjects or periods leave
their meeting open. Two figures of different reports are twins when

- both are plain levels in one measure, and nothing stated of them is opposed: their subjects, places, periods, statuses
  and trends, known metrics of different names, and the nouns of counts;
- no other figure of either report could be meant: neither report gives the value of the other one, and each figure is
  the only one of its measure and head noun (or one of few, where the digits bear witness);
- they bear witness to one another: their digits are swapped, or the same at another scale, and their sentences share
  words (more of them where the subjects that were inferred differ), or they are of one known metric in one story;
  or they are of one metric in one story, and their sentences share many words, or one word where each is the only
  amount in its unit that its report gives.

Days of one date in two years are no opposed periods where the digits bear witness: the year may have been left out.
Such a meeting is never sure, so that a conflict of twins is a warning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from claimcheck.check.accounts import reading_of
from claimcheck.check.comparable import are_alike, role_of
from claimcheck.check.slips import are_swapped, digits_of, same_digits
from claimcheck.model.claim import Claim

_MOST_IN_BUCKET = 12  # figures with the same digits that are tried on each other
_WORDS_WITH_DIGITS = 2  # that two sentences share, where the digits bear witness as well
_WORDS_ALONE = 3
_SHARED_NAMES = 2
_FEW = 3  # figures of one head noun of which the digits single out one
_STEM = 5  # "Chile" and "Chilean" begin alike

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Census:
    """How often a report gives figures of one measure and head noun, and which values in one measure."""

    heads: dict[_Key, int]
    values: dict[_Key, set[object]]


def twins_among(figures: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """All pairs of twins that cannot both hold, each in the order of the figures."""
    levels = [claim for claim in figures if role_of(claim) == "level" and isinstance(claim.value, Decimal)]
    census = _census(levels)
    seen: set[tuple[int, int]] = set()
    for bucket in _buckets(levels):
        for a, b in combinations(bucket, 2):
            if a.path != b.path and (id(a), id(b)) not in seen and _are_twins(a, b, census):
                seen.add((id(a), id(b)))
                yield a, b


def _census(levels: Sequence[Claim]) -> _Census:
    heads: dict[_Key, int] = defaultdict(int)
    values: dict[_Key, set[object]] = defaultdict(set)
    for claim in levels:
        heads[(claim.path, claim.measure, head_of(claim))] += 1
        values[(claim.path, claim.measure)].add(claim.value)
    return _Census(heads, values)


def _buckets(levels: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Figures that may be twins: of the same digits in any order, of the same digits, or of one metric."""
    found: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in levels:
        digits = digits_of(claim)
        if len(digits) > 1:
            found[("same", claim.measure, digits)].append(claim)
            found[("swapped", claim.measure, "".join(sorted(digits.replace("0", ""))))].append(claim)
        found[("metric", claim.measure, claim.metric)].append(claim)
    yield from (bucket for bucket in found.values() if 1 < len(bucket) <= _MOST_IN_BUCKET)


def head_of(claim: Claim) -> str:
    """The head noun of a figure's metric."""
    return (claim.metric or "").rpartition(" ")[2]


def _are_twins(a: Claim, b: Claim, census: _Census) -> bool:
    if not reading_of(a).lenient.is_disjoint(reading_of(b).lenient):
        return False
    return not _are_opposed(a, b) and _is_only_one(a, b, census) and _bear_witness(a, b, census)


def _are_opposed(a: Claim, b: Claim) -> bool:
    """True when something stated of one figure speaks against the other."""
    if a.trend and b.trend and a.trend != b.trend:
        return True
    if not are_alike(a.status, b.status) and not same_digits(a, b):
        return True
    if a.period and b.period and a.period != b.period and not (_are_garbled(a, b) and _fall_on_one_date(a, b)):
        return True
    if head_of(a) != head_of(b) and (a.measure == "count" or (a.known and b.known)):
        return True
    if a.metric == b.metric and set(a.facets) != set(b.facets):
        return True
    return any(
        one and other and one != other and _is_stated(one, a) and _is_stated(other, b)
        for one, other in ((a.subject, b.subject), (a.place, b.place), (a.place, b.subject), (a.subject, b.place))
    )


def _fall_on_one_date(a: Claim, b: Claim) -> bool:
    """True for the same day of two years: where the writer left the year out, it may have been filled in wrongly."""
    if a.period is None or b.period is None or {a.period.sort, b.period.sort} - {"day", "as-of"}:
        return False
    return (a.period.start.month, a.period.start.day) == (b.period.start.month, b.period.start.day)


def _is_stated(name: str, claim: Claim) -> bool:
    """True when the sentence of the figure uses the name, or a word that begins like it."""
    stems = {word[:_STEM] for word in claim.context}
    return any(word[:_STEM] in stems for word in name.casefold().split())


def _is_only_one(a: Claim, b: Claim, census: _Census) -> bool:
    if b.value in census.values[(a.path, a.measure)] or a.value in census.values[(b.path, b.measure)]:
        return False
    most = _FEW if _are_garbled(a, b) else 1
    return all(census.heads[(claim.path, claim.measure, head_of(claim))] <= most for claim in (a, b))


def _are_garbled(a: Claim, b: Claim) -> bool:
    """True when the digits of one figure are those of the other, two of them swapped or all at another scale."""
    return are_swapped(a, b) or same_digits(a, b)


def _bear_witness(a: Claim, b: Claim, census: _Census) -> bool:
    shared = len(a.context & b.context)
    one_story = len(a.story & b.story) >= _SHARED_NAMES
    apart = None not in (a.subject, b.subject) and a.subject != b.subject  # by inference, or they would be opposed
    if _are_garbled(a, b):
        translated = a.language != b.language and a.subject is not None and a.subject == b.subject
        by_name = a.known and a.metric == b.metric
        if apart:
            return shared >= _WORDS_ALONE
        return shared >= _WORDS_WITH_DIGITS or (one_story and (translated or by_name))
    if a.metric != b.metric or apart or not one_story:
        return False
    sole = all(len(census.values[(claim.path, claim.measure)]) == 1 for claim in (a, b)) and a.measure != "count"
    return shared >= (1 if sole else _WORDS_ALONE)
