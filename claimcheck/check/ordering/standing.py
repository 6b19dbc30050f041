"""A standing: a place that words give, as extraction found it, taken apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from claimcheck.check.ordering.board import numbered_words, stems
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.letters import fold

SHORTEST_OF_FEW = 3  # letters: "among the men"
_COMMA = 5  # letters: ", at "


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in words, taken apart.

    loose: words that a list must be told with, else give its time or gap, or a figure that stands near.
    apposed: the figure right behind a superlative and what it is told of: "the highest price, 2.94 dollars".
    """

    path: str
    rank: int
    side: str
    time: str
    years: frozenset[str]
    names: Sequence[str]
    others: Sequence[str]
    earlier: Sequence[str]
    behind: Sequence[str]
    criterion: frozenset[str]
    among: frozenset[str]
    sentence: frozenset[str]
    is_tied: bool
    loose: frozenset[str]
    numbers: Mapping[str, str]
    figures: Sequence[Claim] = field(default=())
    near: Sequence[Claim] = field(default=())
    report: Sequence[Claim] = field(default=())
    more: Collection[str] = ()
    widest: frozenset[str] = frozenset()
    apposed: Claim | None = None

    @classmethod
    def of(
        cls, place: Relation, more: Collection[str] = (), widest: Collection[str] = (), report: Sequence[Claim] = ()
    ) -> Standing:
        """The parts of a place that extraction found.

        more: the metrics of which who has most is first; widest: words for what takes in all that a list may hold;
        report: the figures of its report.
        """
        number, time, years, loose = place.when.split("|")
        names, others, earlier, behind, criterion, among, sentence = place.scope.split("\n\n")
        figures = place.roles.get("figure", ())
        return cls(
            path=place.path, rank=int(number), side=place.direction, time=time, years=frozenset(years.split()),
            names=_lines(names), others=_lines(others), earlier=_lines(earlier), behind=_lines(behind),
            criterion=stems(criterion), among=stems(among, SHORTEST_OF_FEW), sentence=stems(sentence),
            is_tied=place.complete, loose=stems(loose),
            numbers=numbered_words(criterion),
            figures=figures if names or not place.direction else _opening(place, figures),
            near=place.roles.get("near", ()), report=report, more=more, widest=stems(" ".join(widest)),
            apposed=_apposed(place, criterion, figures) if place.direction else None,
        )


def _opening(place: Relation, figures: Sequence[Claim]) -> Sequence[Claim]:
    """The figures up to the first behind a superlative that opens its sentence: "The largest was Orla with 58"."""
    behind = min((figure.start for figure in figures if figure.start >= place.end), default=place.end)
    return [figure for figure in figures if figure.start <= behind]


def _apposed(place: Relation, criterion: str, figures: Sequence[Claim]) -> Claim | None:
    """The figure that nothing but a comma or a word of two letters parts from what a superlative is told of."""
    told = place.end + len(criterion) + _COMMA
    return next((figure for figure in figures if place.end < figure.start <= told), None)


def _lines(text: str) -> Sequence[str]:
    return [fold(line) for line in text.split("\n")] if text else ()
