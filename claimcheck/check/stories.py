"""Stories: which reports tell of one matter, as the rare names, figures and days that they share show.

Nothing is found by the wording of a report: an equal figure of several digits, an equal number of one sort of things,
or a name that few reports print is an anchor. What two figures are worth to each other is weighed by those who ask.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from claimcheck.check.slips import digits_of
from claimcheck.model.claim import Claim, Relation

_MOST_REPORTS = 6  # that share an anchor; what more of them share is no sign of one story
_MOST_SISTERS = 8
_MOST_OF_REPORT = 40  # so that the cost stays linear
_TELLING_DIGITS, _DIGITS_WITH_NOUN = 3, 2
_MANY = 100  # things are no number that another report gives by chance
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
STEM = 5  # "Chile" and "Chilean" begin alike
_DAY, _MONTH_AND_DAY = len("2024-05-31"), len("05-31")
_SHORT = 3  # letters of a word that keeps its s
_SENTENCE = 400  # characters between two figures of one sentence, at most

_Key = tuple[object, ...]


def few_of_each(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The first relations of each report, as many as are tried on the figures of its story."""
    seen: Counter[str] = Counter()
    for relation in relations:
        seen[relation.path] += 1
        if seen[relation.path] <= _MOST_OF_REPORT:
            yield relation


@dataclass(frozen=True)
class Stories:
    """The reports of all claims, tied by what they share."""

    claims: Sequence[Claim]

    def sisters(self, path: str) -> list[str]:
        """The other reports that share an anchor with one, those that share most first."""
        shared = self._shared.get(path, Counter())
        return sorted(shared, key=lambda other: (-shared[other], other))[:_MOST_SISTERS]

    def closeness(self, path: str, other: str) -> int:
        """How many anchors two reports share."""
        return self._shared.get(path, Counter())[other]

    def figures(self, path: str) -> list[Claim]:
        """The figures of a report in the order of its text."""
        return self._figures.get(path, [])

    def told_by(self, path: str) -> Iterator[Claim]:
        """The figures of a report and of its sisters."""
        for each in (path, *self.sisters(path)):
            yield from self.figures(each)

    def beside(self, claim: Claim) -> list[Claim]:
        """The figures that stand in one sentence with a figure, without it."""
        near = self._lines.get((claim.path, claim.line), ())
        return [other for other in near if other is not claim and _is_beside(claim, other)]

    @cached_property
    def _figures(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if claim.kind == "quantity" and claim.reading is not None:
                found[claim.path].append(claim)
        for figures in found.values():
            figures.sort(key=lambda claim: claim.start)
        return found

    @cached_property
    def _lines(self) -> dict[tuple[str, int], list[Claim]]:
        found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for figures in self._figures.values():
            for claim in figures:
                found[claim.path, claim.line].append(claim)
        return found

    @cached_property
    def _shared(self) -> dict[str, Counter[str]]:
        paths: dict[_Key, set[str]] = defaultdict(set)
        for claim in self.claims:
            for anchor in _anchors(claim):
                paths[anchor].add(claim.path)
        shared: dict[str, Counter[str]] = defaultdict(Counter)
        for reports in paths.values():
            if 1 < len(reports) <= _MOST_REPORTS:
                for one, other in combinations(sorted(reports), 2):
                    shared[one][other] += 1
                    shared[other][one] += 1
        return shared


def _anchors(claim: Claim) -> Iterator[_Key]:
    """What may tie the report of a claim to another one."""
    for name in claim.story:
        yield "name", name
    if claim.kind == "date" and claim.identifier is not None and len(claim.identifier) == _DAY:
        yield "day", claim.identifier[-_MONTH_AND_DAY:]  # of any year, for "21 December"
    if claim.kind == "quantity" and isinstance(claim.value, Decimal) and is_telling(claim):
        yield "figure", claim.measure, claim.value


def is_telling(claim: Claim) -> bool:
    """True for a figure that another report will hardly give by chance."""
    digits = len(digits_of(claim))
    if claim.noun and isinstance(claim.value, Decimal) and claim.value >= _MANY:
        return True
    if claim.unit == "count" and claim.noun is None and isinstance(claim.value, Decimal):
        digits = 0 if _FIRST_YEAR <= claim.value <= _LAST_YEAR else digits
    return digits >= (_DIGITS_WITH_NOUN if claim.noun or claim.measure != "count" else _TELLING_DIGITS)


def noun_of(claim: Claim) -> str:
    """The counted noun that heads a figure ("registered jobseekers": "jobseeker"); "" for an amount in a unit."""
    return (claim.noun or "").rpartition(" ")[2].casefold()


def is_same_number(a: Claim, b: Claim) -> bool:
    """True for one number of one sort of things."""
    if a.measure != b.measure or a.value != b.value or not isinstance(a.value, Decimal):
        return False
    return is_telling(a) and (noun_of(a) == noun_of(b) or bool(stems_of(a, own=True) & stems_of(b, own=True)))


def stems_of(claim: Claim, *, own: bool = False) -> frozenset[str]:
    """How the words of a figure's name begin, and with them those of its sentence unless only its own are asked for."""
    named = {*(claim.metric or "").replace("-", " ").split(), *(claim.phrase or "").casefold().split(),
             *(claim.noun or "").casefold().split()}
    words = named if own else named | claim.context
    return frozenset(stem_of(word) for word in words if len(word) > 2)


def stem_of(word: str) -> str:
    """How a word begins, whatever its number.

    >>> stem_of("roads"), stem_of("road"), stem_of("schools"), stem_of("bus")
    ('road', 'road', 'schoo', 'bus')
    """
    return (word.removesuffix("s") if len(word) > _SHORT else word)[:STEM]


def _is_beside(a: Claim, b: Claim) -> bool:
    """True for figures of one sentence: they see the same words, but for their own units."""
    if abs(a.start - b.start) > _SENTENCE:
        return False
    shared = len(a.context & b.context)
    return 2 * shared >= max(len(a.context), len(b.context), 1)
