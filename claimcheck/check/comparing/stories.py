"""Stories: which reports tell of one matter, as the rare names, figures and days that they share show.

Nothing is found by the wording of a report: an equal figure of several digits, an equal number of one sort of things,
a day or a name that few reports print is an anchor. What two figures are worth to each other others weigh.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Literal

from claimcheck.check.comparing.anchors import Anchor, anchor_of
from claimcheck.check.comparing.days import day_of, is_day
from claimcheck.check.comparing.slips import digits_of, is_bare
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.ends import top_of

_MOST_REPORTS = 10  # that share an anchor; what more of them share is no sign of one story
_MOST_SISTERS = 8
_CLOSE, _MOST_NEAR = 2, 3  # anchors that reports of one story share, and how many of these are searched
_HANDFUL = 4  # reports that are checked alone are of one matter
_DOUBTS = (3.5, 1.0)  # log odds against one story, by the anchors that two reports share
_DOUBTS_OF_MANY = (6.0, 4.0, 2.0)  # the same where they are two of many
_MOST_OF_REPORT = 40  # so that the cost stays linear
_SENTENCE = 400  # characters between two figures of one sentence, at most

_PER = "_per_"
_TELLING_DIGITS = 2  # of an amount that may be a rate whose unit is left out
_START = attrgetter("start")
_ASKED = itemgetter("path", "story", "kind", "reading", "status", "measure", "unit", "noun", "value")  # as anchors ask

_Key = tuple[object, ...]
_Field = Literal["measure", "value", "line"]


def few_of_each(relations: Iterable[Relation]) -> Iterator[Relation]:
    """The first relations of each report, as many as are tried on the figures of its story."""
    seen: Counter[str] = Counter()
    for relation in relations:
        seen[relation.path] += 1
        if seen[relation.path] <= _MOST_OF_REPORT:
            yield relation


@dataclass(frozen=True, slots=True)
class _Told:
    """What the claims tell of each report: its figures in the order of its text, those called revised, and its anchors.

    Anchors are what may tie it to another: the names of its story, which its claims share, and days and amounts.
    """

    figures: dict[str, list[Claim]]
    revised: dict[str, list[Claim]]
    anchors: dict[str, set[Anchor]]

    @classmethod
    def by(cls, claims: Iterable[Claim]) -> _Told:
        """All of it in one pass, since to look at each of many claims once more takes long."""
        figures: dict[str, list[Claim]] = defaultdict(list)
        revised: dict[str, list[Claim]] = defaultdict(list)
        anchors: dict[str, set[Anchor]] = defaultdict(set)
        path, names, of_report = None, None, set[Anchor]()  # of the claim before
        for claim in claims:
            told, story, kind, reading, status, *amount = _ASKED(vars(claim))
            if told != path:
                path, names, of_report = told, None, anchors[told]
            if story is not names and story != names:
                names = story
                of_report.update([("name", name) for name in story])
            if kind != "quantity":
                if is_day(claim):
                    of_report.add(("day", day_of(claim)))
            else:
                if anchor := anchor_of(*amount):
                    of_report.add(anchor)
                if reading is not None:
                    figures[told].append(claim)
                if status == "revised":
                    revised[told].append(claim)
        for several in figures.values():
            several.sort(key=_START)
        return cls(figures, dict(revised), anchors)


class Stories:
    """The reports of all claims, tied by what they share."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._sisters: dict[str, list[str]] = {}
        self._near: dict[str, Sequence[str]] = {}
        self._shared: dict[str, Counter[str]] = {}
        self._readings: dict[str, Mapping[_Key, Sequence[Claim]]] = {}
        self._apart: dict[tuple[str, str, str | None], int] = {}
        self._passed: dict[tuple[Callable[[Claim], bool], str], list[Claim]] = {}
        self._sorted: dict[tuple[str, _Field], dict[object, list[Claim]]] = {}

    def sisters(self, path: str) -> list[str]:
        """The other reports that share an anchor with one, those that share most first; all others of a handful."""
        if path not in self._sisters:
            shared = self._shared_with(path)
            if self.is_handful:
                shared = shared + Counter(self._told.figures.keys() - {path})
            self._sisters[path] = _closest(shared)[:_MOST_SISTERS]
        return self._sisters[path]

    @cached_property
    def is_handful(self) -> bool:
        """True for so few reports that all are taken for one story."""
        return len(self._told.figures) <= _HANDFUL

    def are_sisters(self, path: str, other: str) -> bool:
        """True for two reports of one story."""
        return path != other and (self.is_handful or self.closeness(path, other) > 0)

    def all_sisters(self, path: str) -> Set[str]:
        """The other reports with figures that are of one story with a report, however many."""
        return self._told.figures.keys() - {path} if self.is_handful else self._shared_with(path).keys()

    def near(self, path: str) -> Sequence[str]:
        """A report and those that surely tell its story, the closest first."""
        if path not in self._near:
            shared = self._shared_with(path)
            close = self.sisters(path) if self.is_handful else _closest(
                {other: anchors for other, anchors in shared.items() if anchors >= _CLOSE})
            self._near[path] = (path, *close[:_MOST_NEAR])
        return self._near[path]

    def many_of(self, path: str, measure: str | None) -> int:
        """How many figures in one measure a report gives."""
        return len(self._figures_with("measure", measure, path))

    def many_apart(self, path: str, other: str, measure: str | None) -> int:
        """How many figures in one measure a report gives that another one does not."""
        key = path, other, measure
        if key not in self._apart:
            given = self._figures_with("measure", measure, path)
            few = len(given) <= _MOST_OF_REPORT
            self._apart[key] = sum(not self.bears_out(other, claim) for claim in given) if few else len(given)
        return self._apart[key]

    def closeness(self, path: str, other: str) -> int:
        """How many anchors two reports share."""
        return self._shared_with(path).get(other, 0)

    def doubt(self, path: str, other: str) -> float:
        """What speaks against two reports' telling one story, in log odds."""
        doubts = _DOUBTS if self.is_handful else _DOUBTS_OF_MANY
        shared = self.closeness(path, other)
        return doubts[shared] if shared < len(doubts) else 0.0

    @property
    def paths(self) -> Iterable[str]:
        """The reports that give figures, in their order."""
        return self._told.figures.keys()

    def figures(self, path: str) -> list[Claim]:
        """The figures of a report in the order of its text."""
        return self._told.figures.get(path, [])

    def figures_that(self, pass_test: Callable[[Claim], bool], path: str) -> list[Claim]:
        """The figures of a report that pass a test, in the order of its text; each is put to a test once."""
        key = pass_test, path
        if key not in self._passed:
            self._passed[key] = list(filter(pass_test, self.figures(path)))
        return self._passed[key]

    def as_told(self, claim: Claim) -> Claim:
        """The figure that the text gives at the place of a cell, with the words around it; any other claim itself."""
        if claim.context:
            return claim
        return next((each for each in self.figures(claim.path) if each.start == claim.start), claim)

    def told_by(self, path: str) -> Iterator[Claim]:
        """The figures of a report and of its sisters."""
        for each in (path, *self.sisters(path)):
            yield from self.figures(each)

    def reading_alike(self, path: str, like: Claim) -> Claim | None:
        """The figure of a report that is read as another is, in the same measure; the last of several."""
        if like.reading is None:
            return None
        if path not in self._readings:
            found: dict[_Key, list[Claim]] = defaultdict(list)
            for claim in self.figures(path):
                found[_key_of(claim)].append(claim)
            self._readings[path] = found
        alike = self._readings[path].get(_key_of(like), ())
        return next((claim for claim in reversed(alike) if claim.reading == like.reading), None)

    def bears_out(self, path: str, like: Claim) -> bool:
        """True when a report gives the amount of a figure, in more digits or without its unit, of whatever thing."""
        equal = self._figures_with("value", like.value, path)
        if equal and any(is_bare(each) or _is_in_unit_of(each, like) or _may_be_rate(each, like) for each in equal):
            return True
        if not like.hedge or like.reading is None:
            return False
        meant = like.reading.strict  # a more exact amount may lie within it
        return any(
            _is_in_unit_of(claim, like) and claim.reading is not None and not claim.reading.strict.is_disjoint(meant)
            for claim in self._figures_with("measure", like.measure, path)
        )

    def tells_both(self, a: Claim, b: Claim) -> bool:
        """True where a report of one story gives both of two figures, so that they are two."""
        return any(self.bears_out(path, a) and self.bears_out(path, b) for path in self.near(a.path))

    def prints(self, path: str, like: Claim) -> bool:
        """True when a report gives the number of a figure in whatever unit, but for another thing that rules know."""
        return any(
            each.measure != like.measure or each.metric == like.metric or not (each.known and like.known)
            for each in self._figures_with("value", like.value, path)
        )

    def revises(self, path: str) -> bool:
        """True when a report calls some of its figures revised."""
        return path in self._told.revised

    @property
    def has_revisions(self) -> bool:
        """True when any report calls some of its figures revised."""
        return bool(self._told.revised)

    def revised_by(self, path: str) -> Sequence[Claim]:
        """The figures that a report calls revised."""
        return self._told.revised.get(path, ())

    def beside(self, claim: Claim) -> list[Claim]:
        """The figures that stand in one sentence with a figure, without it."""
        near = self._figures_with("line", claim.line, claim.path)
        return [other for other in near if other is not claim and _is_beside(claim, other)]

    def _figures_with(self, name: _Field, value: object, path: str) -> Sequence[Claim]:
        """The figures of a report that have something in common."""
        if (path, name) not in self._sorted:
            found: dict[object, list[Claim]] = defaultdict(list)
            for claim in self.figures(path):
                found[getattr(claim, name)].append(claim)
            self._sorted[path, name] = found
        return self._sorted[path, name].get(value, ())

    def _shared_with(self, path: str) -> Counter[str]:
        """How many anchors each other report shares with one."""
        if path not in self._shared:
            told = [reports for reports in self._sharing.get(path, ()) if 1 < len(reports) <= _MOST_REPORTS]
            shared = Counter(chain.from_iterable(told))
            del shared[path]
            self._shared[path] = shared
        return self._shared[path]

    @cached_property
    def _told(self) -> _Told:
        return _Told.by(self._claims)

    @cached_property
    def _sharing(self) -> dict[str, list[list[str]]]:
        """For each anchor of a report, the reports that give it."""
        reports: dict[Anchor, list[str]] = defaultdict(list)
        for path, anchors in self._told.anchors.items():
            for anchor in anchors:
                reports[anchor].append(path)
        return {path: [reports[anchor] for anchor in anchors] for path, anchors in self._told.anchors.items()}


def _key_of(claim: Claim) -> _Key:
    """What figures that are read alike have in common, and few others: readings themselves are slow to look up."""
    assert claim.reading is not None
    low, high = claim.reading.lenient.low, claim.reading.lenient.high
    return claim.measure, low and top_of(low), high and top_of(high)


def _closest(shared: Mapping[str, int]) -> list[str]:
    """The reports that share so many anchors with one, those that share most first."""
    return sorted(shared, key=lambda other: (-shared[other], other))


def _is_in_unit_of(claim: Claim, like: Claim) -> bool:
    """True for a single amount in the unit of another figure."""
    return claim.unit == like.unit and claim.measure == like.measure and isinstance(claim.value, Decimal)


def _may_be_rate(claim: Claim, like: Claim) -> bool:
    """True for an amount of some digits that leaves out what it is for: "(EUR 3.57)" in a list of prices a kilo."""
    amount, per, _ = (like.unit or "").partition(_PER)
    return bool(per) and claim.unit == amount and len(digits_of(claim)) >= _TELLING_DIGITS


def _is_beside(a: Claim, b: Claim) -> bool:
    """True for figures of one sentence: they see the same words, but for their own units."""
    if abs(a.start - b.start) > _SENTENCE:
        return False
    shared = len(a.context & b.context)
    return 2 * shared >= max(len(a.context), len(b.context), 1)
