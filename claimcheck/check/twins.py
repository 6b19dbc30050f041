"""Twins: two figures under different or open names that what is known of them shows to be one.

This is the documented exception to "unknown never equals unknown" for figures whose names, subjects or periods leave
their meeting open. Two figures of different reports are twins when

- both are plain levels in one measure, and nothing stated of them is opposed: their subjects, places, periods, statuses
  and trends, known metrics of different names, and the nouns of counts;
- no other figure of either report could be meant: neither report gives the value of the other one, and each figure is
  the only one of its measure and head noun (or one of few, where the digits bear witness);
- they bear witness to one another: their digits are swapped, or the same at another scale, and their sentences share
  words (more of them where the subjects that were inferred differ), or they are of one known metric in one story, or
  there are enough of the same digits in one story;
  or they are one figure of one story that was garbled (see `check.garbled`);
  or they are of one metric in one story, be it told with the verb or without, and their sentences share many words, or
  one word where each is the only amount in its unit that its report gives.

Days of one date in two years are no opposed periods where the digits bear witness: the year may have been left out.
Such a meeting is never sure, so that a conflict of twins is a warning.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, combinations

from claimcheck.check.accounts import reading_of
from claimcheck.check.comparable import are_alike, role_of
from claimcheck.check.garbled import are_garbled, are_set_apart, are_two_things, head_of, shared_words
from claimcheck.check.kinship import Kinship
from claimcheck.check.slips import are_swapped, digits_of, is_telling_slip, same_digits
from claimcheck.model.claim import Claim

_MOST_IN_BUCKET = 12  # figures with the same digits that are tried on each other
_WORDS_WITH_DIGITS = 2  # that two sentences share, where the digits bear witness as well
_WORDS_ALONE = 3
_SHARED_NAMES = 2
_WORDS_OF_NAME = 2
_OF_VERBS = ("ed", "built", "held", "sent", "sold", "made", "won", "bought", "given", "taken")
_FARTHEST = Decimal("1.5")  # times that one of two such figures may be the other
_CODE = 3  # letters of a currency
_DIGITS_ALONE, _DIGITS_OF_MONEY = 3, 4
_FEW = 3  # figures of one head noun of which the digits single out one
_STEM = 5  # "Chile" and "Chilean" begin alike

_Key = tuple[object, ...]


@dataclass(slots=True)
class _Census:
    """How often a report gives figures of one measure and head noun, and which values in one measure; by report."""

    reports: dict[str, list[Claim]]
    kinship: Kinship
    counted: dict[str, tuple[Counter[_Key], set[_Key]]] = field(default_factory=dict)

    def alike(self, claim: Claim) -> int:
        """How many figures of its report share measure and head noun with a figure, with itself."""
        return self._of(claim.path)[0][(claim.measure, head_of(claim))]

    def gives(self, path: str, like: Claim) -> bool:
        """True when a report gives the value of a figure, be it in more or fewer digits."""
        if (like.measure, like.value) in self._of(path)[1]:
            return True
        return any(
            claim.measure == like.measure and claim.metric == like.metric
            and not reading_of(claim).lenient.is_disjoint(reading_of(like).lenient)
            for claim in self.reports[path] if claim.metric is not None
        )

    def is_sole(self, claim: Claim) -> bool:
        """True when a figure is the only amount of its measure that its report gives."""
        return sum(measure == claim.measure for measure, _ in self._of(claim.path)[1]) == 1

    def _of(self, path: str) -> tuple[Counter[_Key], set[_Key]]:
        if path not in self.counted:
            told = self.reports[path]
            heads: Counter[_Key] = Counter((claim.measure, head_of(claim)) for claim in told)
            self.counted[path] = heads, {(claim.measure, claim.value) for claim in told}
        return self.counted[path]


def twins_among(figures: Sequence[Claim], people: Iterable[str] = ()) -> Iterator[tuple[Claim, Claim]]:
    """All pairs of twins that cannot both hold, each in the order of the figures; people: those whom reports name."""
    reports: dict[str, list[Claim]] = defaultdict(list)
    for claim in figures:
        if _is_amount(claim) and isinstance(claim.value, Decimal):
            reports[claim.path].append(claim)
    census = _Census(reports, Kinship(figures, people))
    seen: set[tuple[int, int]] = set()
    for bucket in _buckets(reports):
        for a, b in combinations(bucket, 2):
            if a.path != b.path and _may_bear_witness(a, b) and (id(a), id(b)) not in seen and _are_twins(a, b, census):
                seen.add((id(a), id(b)))
                yield a, b


def _is_amount(claim: Claim) -> bool:
    return role_of(claim) == "level" or (claim.role == "ratio" and "_per_" in (claim.measure or ""))


def _buckets(reports: Mapping[str, Sequence[Claim]]) -> Iterator[Sequence[Claim]]:
    """Figures that may be twins, by report: of the same digits in any order, of the same digits, or of one metric."""
    by_amount: dict[_Key, list[Claim]] = defaultdict(list)
    by_metric: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in chain.from_iterable(reports.values()):
        by_amount[claim.measure, claim.value].append(claim)
        if claim.metric:
            by_metric[claim.measure, claim.metric].append(claim)
    found: dict[_Key, list[list[Claim]]] = defaultdict(list)
    for alike in by_amount.values():
        digits = digits_of(alike[0])
        if len(digits) > 1:
            found["same", alike[0].measure, digits].append(alike)
            found["swapped", alike[0].measure, "".join(sorted(digits.replace("0", "")))].append(alike)
    for alike in by_metric.values():
        found["head", alike[0].measure, head_of(alike[0])].append(alike)
        if len(alike) <= _MOST_IN_BUCKET:
            found["metric", alike[0].measure, alike[0].metric].append(alike)
    rank = {path: number for number, path in enumerate(reports)}
    seen: set[tuple[int, ...]] = set()
    for several in found.values():
        if 1 < sum(map(len, several)) <= _MOST_IN_BUCKET and (same := tuple(map(id, several))) not in seen:
            seen.add(same)
            yield several[0] if len(several) == 1 else sorted(
                chain.from_iterable(several), key=lambda each: (rank[each.path], not each.metric, each.start, each.end)
            )


def _are_twins(a: Claim, b: Claim, census: _Census) -> bool:
    if not reading_of(a).lenient.is_disjoint(reading_of(b).lenient):
        return False
    if _are_opposed(a, b) or census.gives(a.path, b) or census.gives(b.path, a):
        return False
    most = max(census.alike(a), census.alike(b))
    are_levels = role_of(a) == role_of(b) == "level" and not _have_two_owners(a, b)
    if are_levels and most <= _fewest(a, b) and _bear_witness(a, b, census):
        return True
    return are_garbled(a, b, census.kinship, few=most <= _FEW)


def _are_opposed(a: Claim, b: Claim) -> bool:
    """True when something stated of one figure speaks against the other."""
    if a.trend and b.trend and a.trend != b.trend:
        return True
    if not are_alike(a.status, b.status) and not same_digits(a, b):
        return True
    if a.period and b.period and a.period != b.period and not (_have_like_digits(a, b) and _fall_on_one_date(a, b)):
        return True
    if head_of(a) != head_of(b) and (a.measure == "count" or (a.known and b.known)):
        return True
    return a.metric == b.metric and set(a.facets) != set(b.facets)


def _have_two_owners(a: Claim, b: Claim) -> bool:
    """True when the sentences name two subjects or places."""
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


def _fewest(a: Claim, b: Claim) -> int:
    """How many figures of one sort a report may give for one of them to be known again."""
    return _FEW if _have_like_digits(a, b) else 1


def _have_like_digits(a: Claim, b: Claim) -> bool:
    """True when the digits of one figure are those of the other, two of them swapped or all at another scale."""
    return are_swapped(a, b) or same_digits(a, b)


def _may_bear_witness(a: Claim, b: Claim) -> bool:
    """False when two figures share neither the words of their sentences nor a story: the quick look."""
    names = len(a.story & b.story)
    return names >= _SHARED_NAMES or len(a.context & b.context) >= _WORDS_WITH_DIGITS or (
        names > 0 and is_telling_slip(a, b)
    )


def _bear_witness(a: Claim, b: Claim, census: _Census) -> bool:
    shared = len(a.context & b.context)
    one_story = len(a.story & b.story) >= _SHARED_NAMES
    apart = None not in (a.subject, b.subject) and a.subject != b.subject  # by inference, or they would be opposed
    if _have_like_digits(a, b):
        known_again = shared_words(a, b)  # names alone do not tell of one thing
        if are_set_apart(a, b) or (known_again < _WORDS_WITH_DIGITS and are_two_things(a, b)):
            return False
        shared = shared if known_again else 0
        translated = a.language != b.language and a.subject is not None and a.subject == b.subject
        by_name = a.known and a.metric == b.metric
        if apart:
            return shared >= _WORDS_ALONE
        by_digits = same_digits(a, b) and len(digits_of(a)) >= _least_digits(a)
        return shared >= _WORDS_WITH_DIGITS or (one_story and (translated or by_name or by_digits))
    if apart or not one_story:
        return False
    if a.metric != b.metric:
        return shared >= _WORDS_ALONE and _are_nested(a, b)
    if a.metric is None:
        return False
    sole = a.measure != "count" and census.is_sole(a) and census.is_sole(b)
    return shared >= (1 if sole else _WORDS_ALONE)


def _are_nested(a: Claim, b: Claim) -> bool:
    """True for two plans of one name, one of which has its verb as well ("12 new trade offices are to be opened")."""
    few, many = sorted((set((claim.metric or "").split()) for claim in (a, b)), key=len)
    told = few < many and len(few) >= _WORDS_OF_NAME and len(many - few) == 1 and a.facets == b.facets
    if "outcome" in (a.status, b.status):
        return False
    small, large = sorted(claim.value for claim in (a, b) if isinstance(claim.value, Decimal))
    return told and next(iter(many - few)).endswith(_OF_VERBS) and large <= _FARTHEST * small


def _least_digits(claim: Claim) -> int:
    """With so many digits, the same at another scale, a figure of one story can be no other; round sums are many."""
    counted = claim.measure == "count" or (len(claim.measure or "") == _CODE and str(claim.measure).isupper())
    return _DIGITS_OF_MONEY if counted else _DIGITS_ALONE
