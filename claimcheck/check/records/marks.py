"""Marks: the figures, times run and days of the year that may be an extreme, and the lists in which they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import log

from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.slips import amount_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.records.series import Series, is_same_amount
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading

TIME, DAY = "time run", "day of the year"  # measures of marks that are no amounts
TEMPERATURES = ("degree", "kelvin", "degree_Celsius")
_DAYS = 365
_HANDFUL = 4  # reports that are of one story
_NEXT = 60  # characters from one figure of a list to the next
_GAP = 1  # lines from one mark of a list to the next
_LEVELS = ("level", "share", "ratio")
_FARTHEST, _FARTHEST_OF_HEAT = Fraction(2), Fraction(5, 4)  # times that an amount may be another one
_CLOSEST = 3.0
_FARTHEST_DAYS = 75  # that a day may lie from another


class Marks:
    """The marks of all reports."""

    def __init__(self, relations: Sequence[Relation], series: Series, stories: Stories) -> None:
        self._series, self._stories = series, stories
        self._told: dict[str, list[Claim]] = defaultdict(list)
        self._years: dict[int, Period] = {}
        self._names: dict[tuple[str, int], frozenset[str]] = {}
        for relation in relations:
            size, _, year = relation.when.partition("|")
            if relation.direction == "amount":
                for claim in relation.roles.get("value", ()):
                    self._years[id(claim)] = Period.year(int(year))
            else:
                mark = _told(relation, Decimal(size), year)
                self._told[relation.path].append(mark)
                self._names[mark.path, mark.start] = frozenset(relation.scope.partition("\n")[2].split())

    def near(self, path: str) -> Sequence[str]:
        """The report and those of its story, be it that they give no figures but times or days."""
        near = self._stories.near(path)
        handful = self._stories.is_handful and len(self._told) <= _HANDFUL
        return tuple(dict.fromkeys((*near, *self._told))) if handful else near

    def like(self, own: Claim, path: str) -> Iterator[Claim]:
        """The marks of a report that are changes, or levels, as one is."""
        change = role_of(own) == "change"
        for each in (*self._told.get(path, ()), *self._stories.figures(path)):
            if is_level(each, change=change):
                yield each

    def others(self, path: str) -> Sequence[Claim]:
        """The times run and the days of the year that a report gives."""
        return self._told.get(path, ())

    def names_of(self, mark: Claim) -> frozenset[str]:
        """The names of places and events in the sentence of a time run or a day of the year."""
        return self._names.get((mark.path, mark.start), frozenset())

    def period_of(self, mark: Claim) -> Period | None:
        """When a mark was reached: the year of its line, where that begins with one."""
        return self._years.get(id(mark), mark.period)

    def beside(self, mark: Claim) -> Iterator[tuple[str, Sequence[Claim]]]:
        """The lists in which a mark stands, each with what it is headed by; the mark is among them."""
        if mark.measure in (TIME, DAY):
            yield "", self._run(mark)
            return
        yield from self._series.with_claim(mark)
        values = self._in_line(mark)
        if len({str(each.period) for each in values}) > 1:
            yield "", values

    def head_of(self, mark: Claim) -> str:
        """What stands over the lists that hold a mark."""
        return " ".join(head for head, _ in self._series.with_claim(mark))

    def _in_line(self, mark: Claim) -> Sequence[Claim]:
        """The figures of one unit and thing that stand one after the other around a figure."""
        line = [each for each in self._stories.figures(mark.path) if each.line == mark.line]
        at = next((at for at, each in enumerate(line) if each is mark), 0)
        first, last = at, at + 1
        while first > 0 and _follow(line[first - 1], line[first], mark):
            first -= 1
        while last < len(line) and _follow(line[last - 1], line[last], mark):
            last += 1
        return line[first:last]

    def _run(self, mark: Claim) -> Sequence[Claim]:
        """The marks of one sort in the lines around one."""
        run: list[Claim] = []
        for each in self._told[mark.path]:
            if each.measure != mark.measure:
                continue
            if run and each.line - run[-1].line > _GAP:
                if any(known is mark for known in run):
                    return run
                run = []
            run.append(each)
        return run


def is_level(claim: Claim, *, change: bool = False) -> bool:
    """True for a plain figure; change: also for one that its words take for a change ("did not fall below")."""
    fit = role_of(claim) in _LEVELS or (change and role_of(claim) == "change")
    return fit and isinstance(claim.value, Decimal) and claim.status == "outcome"


def are_of_one_theme(figure: Claim, theme: Sequence[str]) -> bool:
    """True for a figure in the measure of a theme, which is its first word."""
    return figure.measure == theme[0] or (theme[0] in TEMPERATURES and figure.measure in TEMPERATURES)


def are_of_one_measure(a: Claim, b: Claim) -> bool:
    """True for marks that can be set against each other; degrees are those of one scale."""
    return a.measure == b.measure or {a.measure, b.measure} <= set(TEMPERATURES)


def is_twin(mark: Claim, own: Claim) -> bool:
    """True for a mark that is of the same size as another, be it in a list that leaves out its unit."""
    if {mark.measure, own.measure} & {TIME, DAY}:
        return mark.measure == own.measure and mark.value == own.value
    if mark.measure == own.measure and amount_of(mark) == amount_of(own) != 0:
        return True
    return is_same_amount(mark, own) or (are_of_one_measure(mark, own) and mark.value == own.value)


def size_of(mark: Claim) -> Fraction:
    """How large a mark is, in its measure."""
    if mark.reading is not None and mark.reading.strict.middle is not None:
        return mark.reading.strict.middle
    return Fraction(mark.value) if isinstance(mark.value, Decimal) else Fraction(0)


def beyond(mark: Claim, own: Claim, direction: str) -> Fraction:
    """By how much a mark lies beyond another one; what is less than nothing does not."""
    apart = size_of(mark) - size_of(own)
    if mark.measure == DAY:  # a winter has its late days in the next year
        apart = (apart + _DAYS // 2) % _DAYS - _DAYS // 2
    return -apart if direction == "lowest" else apart


def is_surely_beyond(mark: Claim, own: Claim, direction: str) -> bool:
    """True where a mark lies beyond another one, whatever their words and digits leave open."""
    if beyond(mark, own, direction) <= 0:
        return False
    if mark.reading is None or own.reading is None or mark.measure in (TIME, DAY):
        return not (mark.hedge or own.hedge)
    return mark.reading.lenient.is_disjoint(own.reading.lenient)


def are_named_alike(rival: Claim, twin: Claim, theme: Sequence[str]) -> bool:
    """True for figures of one name, of which one may be cut short: "the rate" behind "the jobless rate".

    Those in the measure of what a superlative is about need no name: "This March 143 mm fell".
    """
    names = [(claim.metric or claim.noun or "").replace("-", " ").split() for claim in (rival, twin)]
    if rival.measure == twin.measure and all(names):
        return names[0][-1] == names[1][-1]
    return bool(theme) and are_of_one_theme(rival, theme)


def is_in_reach(mark: Claim, own: Claim) -> bool:
    """True for a mark that is not so far from another one that it must be of another sort."""
    if mark.measure == DAY:
        return abs(beyond(mark, own, "")) <= _FARTHEST_DAYS
    small, large = sorted((abs(size_of(mark)), abs(size_of(own))))
    farthest = _FARTHEST_OF_HEAT if mark.measure in TEMPERATURES else _FARTHEST
    return size_of(mark) * size_of(own) > 0 and large <= farthest * small


def closeness(own: Claim, mark: Claim) -> float:
    """What it tells that two marks lie so near to each other; the nearer, the less often chance makes them."""
    apart = float(abs(beyond(mark, own, "")))
    if mark.measure == DAY:
        return log(_FARTHEST_DAYS / max(apart, 1)) / 2
    return min(max(-log(2 * apart / float(max(abs(size_of(mark)), abs(size_of(own))))), 0.0), _CLOSEST)


def _follow(one: Claim, other: Claim, mark: Claim) -> bool:
    """True for neighbours in a list of figures of one thing, each named by no more than its time."""
    if other.start - one.end > _NEXT or not is_level(one) or not is_level(other):
        return False
    if one.sentence != other.sentence and other.near - one.near:
        return False  # another list begins
    if any(each.unit != mark.unit or (each is not mark and each.noun != mark.noun) for each in (one, other)):
        return False
    return not (one.near - other.near and other.near - one.near)


def _told(relation: Relation, size: Decimal, year: str) -> Claim:
    """The claim of a mark that is no amount."""
    words = frozenset(relation.scope.split())
    place = {} if relation.words is None else relation.words.model_dump()
    measure = DAY if relation.direction == "day" else TIME
    return Claim(
        sure=False, value=size, unit=measure, measure=measure, reading=Reading.exactly(size), role="level",
        context=words, near=words, period=Period.year(int(year)) if year else None, sentence=relation.start, **place,
    )
