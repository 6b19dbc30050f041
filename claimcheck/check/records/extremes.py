"""Extremes: a superlative over time, and another mark of its story that belies it.

Two things may belie it: a list in which its mark stands again, where an entry that the superlative speaks for lies
beyond it; and a mark of an earlier time that the words tie to it, the more surely where these call it an extreme
themselves. All is added up as logarithms of odds. A list in which nothing lies beyond bears the superlative out.

Keys of a rule's `when`: `apart` lists sets of words for what is not compared with others ("indoor indoors"), `classes`
those for whom is compared with her like ("woman women"); `here` words that tie a time to one that has set a record,
`elsewhere` sets of those that tell another event, or a best of somebody; `marked` words that call a mark an extreme;
`steady` metrics of which all months are compared, whichever of them the words name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.evidence import in_one_sentence
from claimcheck.check.comparing.objections import are_named_apart, have_two_owners
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.records.extents import When
from claimcheck.check.records.limits import Limits, stems_of, words_of
from claimcheck.check.records.marks import (
    DAY,
    TIME,
    are_named_alike,
    are_of_one_measure,
    beyond,
    closeness,
    is_in_reach,
    is_surely_beyond,
    is_twin,
)
from claimcheck.check.records.superlatives import Superlative, stems_in, words_in
from claimcheck.check.records.yearly import belied_by_years
from claimcheck.model.claim import Claim
from claimcheck.model.period import Period

ENOUGH_IN_LIST, ENOUGH = 5.0, 3.0  # log odds
_SAME_TIME = 1.5  # what it tells that a list gives a mark the time of the superlative
_MOST_WORDS = 4.0  # what words may tell for a list
_MARKED, _SAME_WORD = 2.0, 1.0  # that the words call a rival an extreme of its own, and that by the same word
_SAME_CLASS = 1.0
_SAME_METRIC, _SAME_SUBJECT, _SAME_PART = 1.5, 1.0, 0.5
_BESIDE = 0.5  # of what a word counts that stands in the sentence of a superlative, and not in that of its mark
_UNKNOWN_TIME = 1.0
_SET_BESIDE = 2.0  # that a rival is told in one paragraph with the mark itself, by its name
_IN_PARAGRAPH = 1.0  # what it tells that a rival stands in the paragraph of a superlative
_OTHER_FACETS, _NAMED_APART, _OTHER_NOUN, _OTHER_SPAN = 2.0, 2.0, 2.0, 1.0
_FEWEST = 3  # entries of a list that bears a superlative out
_EXTREMES = ("maximum", "minimum")


@dataclass(frozen=True, slots=True)
class Belied:
    """The mark that a superlative is said of, the same in a list, the mark that belies it, and how surely it does."""

    own: Claim
    listed: Claim | None
    rival: Claim
    score: float


class Extremes:
    """The marks of all stories, to be set against superlatives."""

    def __init__(self, ledger: Ledger, when: When) -> None:
        self._ledger, self._marks, self._evidence = ledger, ledger.marks, ledger.evidence
        self._marked = stems_in(" ".join(when["marked"]))
        self._limits = Limits(ledger, when)

    def belied(self, said: Superlative) -> Iterator[Belied]:
        """The marks that belie a superlative, with the odds."""
        for own in said.own:
            listed = [(twin, caption, values) for twin, caption, values in self._lists_with(own)]
            for twin, caption, values in listed:
                yield from self._in_list(said, own, twin, caption, values)
            if not any(self._bears_out(said, own, twin, values) for twin, _, values in listed):
                yield from self._elsewhere(said, own)
        if not said.rest and not said.extent.one_year and not said.relation.roles.get("value"):
            for own, rival in belied_by_years(said, self._ledger):
                yield Belied(own, None, rival, ENOUGH)

    def _lists_with(self, own: Claim) -> Iterator[tuple[Claim, str, Sequence[Claim]]]:
        """The lists in which the mark of a superlative stands again."""
        for path in self._marks.near(own.path):
            for twin in self._marks.like(own, path):
                if twin is not own and not _is_beside(twin, own) and is_twin(twin, own):
                    for caption, values in self._marks.beside(twin):
                        yield twin, caption, values

    def _in_list(
        self, said: Superlative, own: Claim, twin: Claim, caption: str, values: Sequence[Claim]
    ) -> Iterator[Belied]:
        for rival in values:
            if rival is twin or not is_surely_beyond(rival, twin, said.direction):
                continue
            if not self._takes_in(said, own, twin, rival):
                continue
            words = stems_in(caption) | stems_of(twin) | stems_of(rival)
            if self._limits.is_apart(said, words_of(rival) | words_in(caption)):
                continue
            if not self._limits.is_of_part(said, rival, words):
                continue
            shared = (said.words | stems_of(own)) & words
            score = min(self._evidence.weight(shared, own.path), _MOST_WORDS) + self._chance(twin)
            score += _SAME_TIME * _are_of_one_time(self._marks.period_of(twin), own.period, said.years)
            score -= self._limits.unsaid(said, words)
            yield Belied(own, twin, rival, score)

    def _takes_in(self, said: Superlative, own: Claim, twin: Claim, rival: Claim) -> bool:
        """True where a superlative speaks for an entry of the list in which its mark stands."""
        if said.extent.whole:
            return True
        listed, yours = self._marks.period_of(twin), self._marks.period_of(rival)
        if listed and own.period is None and said.years and not _is_of_years(listed, said.years):
            return False
        mine = listed or own.period
        if yours is not None:
            return said.extent.takes_in(yours, mine, said.years)
        return not said.extent.since and said.of_all

    def _bears_out(self, said: Superlative, own: Claim, twin: Claim, values: Sequence[Claim]) -> bool:
        """True for a list of several times in which nothing that a superlative speaks for lies beyond its mark."""
        earlier = [each for each in values if each is not twin and self._takes_in(said, own, twin, each)]
        return len(values) >= _FEWEST and bool(earlier) and all(
            beyond(each, twin, said.direction) <= 0 for each in earlier
        )

    def _chance(self, twin: Claim) -> float:
        """What it tells that a list has a figure of so many digits."""
        figures = self._ledger.stories.many_of(twin.path, twin.measure) or len(self._marks.others(twin.path))
        return log(9 * 10 ** (len(digits_of(twin)) - 1)) - log(max(figures, 1))

    def _elsewhere(self, said: Superlative, own: Claim) -> Iterator[Belied]:
        for path in self._marks.near(own.path):
            told = [*self._marks.like(own, path)]
            twins = [each for each in told if each is not own and is_twin(each, own)]
            lines = {twin.line for twin in twins}
            times = {each.period for each in told if each.line in lines} - {None}  # in other lines they are of others
            rivals = [each for each in told if self._is_rival(said, own, each)
                      and (each.line in lines or each.period not in times)]
            for rival in rivals:
                beside = [each for each in twins if each.line == rival.line]
                alike = [each for each in beside if self._is_dated(rival) and are_named_alike(rival, each, said.theme)]
                if alike or not beside:
                    score = self._score(said, own, rival) + _SET_BESIDE * bool(alike)
                    score += _SAME_METRIC * any(each.metric == own.metric != rival.metric for each in alike)
                    yield Belied(own, None, rival, score - log(len(rivals)))

    def _is_rival(self, said: Superlative, own: Claim, mark: Claim) -> bool:
        """True for a mark of a time that a superlative speaks for, beyond its own by not too much."""
        if mark is own or not are_of_one_measure(mark, own):
            return False
        if said.extent.one_year and not self._is_earlier_in_year(mark, own):
            return False
        if role_of(own) == "change" != role_of(mark):
            return False
        if own in said.relation.roles.get("beside", ()) and not said.words & stems_of(mark):
            return False
        if said.relation.roles.get("passed") and own.period is None and not said.years:
            return False  # the mark may be what was passed
        if in_one_sentence(mark, own) or (_are_in_one_paragraph(mark, own) and not self._is_dated(mark)):
            return False  # who writes it sees both
        if not said.extent.takes_in(self._marks.period_of(mark), own.period, said.years):
            return False
        if not (is_surely_beyond(mark, own, said.direction) or _passes(said, mark, own)) or not is_in_reach(mark, own):
            return False
        named = stems_in(mark.subject or "") & said.words
        if have_two_owners(own, mark) and not named and not self._limits.is_called(said, mark):
            return False
        if self._limits.is_of_other_event(said, own, mark):
            return False
        return not self._limits.is_apart(said, words_of(mark)) and self._limits.is_of_part(said, mark, stems_of(mark))

    def _score(self, said: Superlative, own: Claim, mark: Claim) -> float:
        words = stems_of(mark).union(*(stems_in(each.scope) for each in self._limits.called[mark.path, mark.start]))
        if mark.measure in (TIME, DAY):
            score = self._evidence.weight(words & said.words, own.path)
        else:
            score = self._evidence.of_words(own, mark)[0]
            whole = own in said.relation.roles.get("beside", ())  # of which the sentence of the superlative tells
            score += (1 if whole else _BESIDE) * self._evidence.weight((words & said.words) - stems_of(own), own.path)
            head = stems_in(self._marks.head_of(mark))
            score += self._evidence.weight(head & (said.words | stems_of(own)) - words, own.path)
            words |= head
        if words & self._marked or any(each in mark.facets for each in _EXTREMES):
            score += _MARKED + _SAME_WORD * bool(words & self._marked & stems_in(said.called.text))
        score += _SAME_CLASS * any(each & words_of(mark) and each & said.said for each in self._limits.classes)
        if own.metric == mark.metric is not None or stems_in(" ".join(said.theme[1:])) & words:
            score += _SAME_METRIC
        elif are_named_apart(own, mark):
            score -= _NAMED_APART
        score += _SAME_SUBJECT * (own.subject == mark.subject is not None) + _SAME_PART * bool(said.parts)
        score -= _OTHER_FACETS * len(set(own.facets) ^ set(mark.facets) - set(_EXTREMES))
        score -= _OTHER_NOUN * (own.measure == "count" and None not in (own.noun, mark.noun) and own.noun != mark.noun)
        score += _IN_PARAGRAPH * _are_in_one_paragraph(own, mark)
        score += closeness(own, mark)
        score -= _OTHER_SPAN * (not said.parts and _are_of_other_spans(own.period, mark.period))
        score -= self._limits.unsaid(said, words) + _UNKNOWN_TIME * (own.period is None and not said.years)
        return score - (self._ledger.stories.doubt(own.path, mark.path) if own.path != mark.path else 0.0)

    def _is_dated(self, mark: Claim) -> bool:
        """True for a mark of whole months or years, as no figure of the time told before it is."""
        period = self._marks.period_of(mark)
        return period is not None and period.sort not in ("day", "as-of")

    def _is_earlier_in_year(self, mark: Claim, own: Claim) -> bool:
        """True for a mark of a part of the year of another one that was over before that, or within its time so far."""
        theirs, mine = self._marks.period_of(mark), self._marks.period_of(own)
        if theirs is None or mine is None or theirs.end is None or mine.end is None or mine.sort == "year":
            return False
        return theirs.start.year == mine.start.year and theirs.end <= mine.end and mine.end != theirs.end

def _are_in_one_paragraph(a: Claim, b: Claim) -> bool:
    return (a.path, a.line) == (b.path, b.line)


def _is_beside(a: Claim, b: Claim) -> bool:
    """True for marks of one sentence."""
    if {a.measure, b.measure} & {TIME, DAY}:
        return a.path == b.path and a.context == b.context
    return in_one_sentence(a, b)


def _passes(said: Superlative, mark: Claim, own: Claim) -> bool:
    """True for a figure beyond the exact limit that a superlative is said to pass for the first time."""
    if not said.relation.roles.get("passed") or mark.reading is None or own.reading is None:
        return False
    return beyond(mark, own, said.direction) > 0 and mark.reading.strict.is_disjoint(own.reading.strict)


def _is_of_years(period: Period, years: Sequence[int]) -> bool:
    last = period.end.year if period.end and period.end.timetuple().tm_yday > 1 else period.start.year
    return any(period.start.year <= year <= last for year in years)


def _are_of_one_time(listed: Period | None, own: Period | None, years: Sequence[int]) -> bool:
    if listed is None:
        return False
    return listed.overlaps(own) if own is not None else _is_of_years(listed, years)


def _are_of_other_spans(a: Period | None, b: Period | None) -> bool:
    return a is not None and b is not None and (a.sort == "year") != (b.sort == "year")
