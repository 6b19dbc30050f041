"""The method "lead_time": by how much time somebody won, and the times that both took.

The words name the one who was beaten; the lead must be the difference of this time and another of the same report, be
it any of the story. Where it is that of none, and comes near the lead of the fastest, one of the three is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product

from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import amount
from claimcheck.model.measure import measure_of
from claimcheck.packs.schema.rules import RuleSpec

_MEASURE, _SECOND = "hour", "second"
_MINUTE = 60
_FARTHEST = 2  # times that a lead may miss what it should be
_TWO = 2
_BESIDE = 250  # characters between a lead and a time of its sentence
_FEWEST_OF_NAME = 2  # words of the name of one racer
_MOST = 60  # times of a report that are compared with each other


def check_lead_times(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each lead in time over somebody whose time a report of the story gives."""
    times: dict[str, list[Relation]] = defaultdict(list)
    for time in ledger.relations_of("time"):
        if len(times[time.path]) < _MOST and any(_last_names(time)):
            times[time.path].append(time)
    for gap in few_of_each(ledger.relations_of("gap")):
        lead = gap.roles["difference"][0]
        if lead.measure == _MEASURE and lead.reading is not None and gap.scope:
            alone = tuple(times) if ledger.stories.is_handful else ()  # a report of times may give no figure
            paths = dict.fromkeys((*ledger.stories.near(gap.path), *alone))
            outcomes = (_outcome(rule, gap, lead, times.get(path, ())) for path in paths)
            told = [outcome for outcome in outcomes if outcome is not None]
            told = told or list(_outcomes_of_record(rule, gap, lead, ledger))
            yield from sorted(told, key=lambda outcome: isinstance(outcome, Finding))[:1]  # what fits comes first


def _outcome(rule: RuleSpec, gap: Relation, lead: Claim, times: Sequence[Relation]) -> Finding | Verdict | None:
    """A finding where no two times make the lead, a verdict where some do; None where nobody named has a time."""
    named = [time for time in times if _is_named(time, gap)]
    assert lead.reading is not None
    step = lead.reading.strict.scale(1 / measure_of(_SECOND).factor)
    for one, other in product(named, times):
        if step.contains(abs(_seconds(one) - _seconds(other))) and one is not other:
            claims = (_claim(one), _claim(other), lead)
            return agreed(rule, claims, "the times make it")
    if not named:
        return None
    fastest = min(_of_one_race(named, times), key=_seconds)
    beaten = [time for time in named if _seconds(time) > _seconds(fastest)]
    made = _seconds(beaten[0]) - _seconds(fastest) if len(beaten) == 1 else Fraction(0)
    told = step.middle or Fraction(0)
    if not made or not 1 / Fraction(_FARTHEST) <= told / made <= _FARTHEST:
        return None
    return _finding(rule, lead, (fastest, beaten[0]), made)


def _of_one_race(named: Sequence[Relation], times: Sequence[Relation]) -> Sequence[Relation]:
    """The times in the paragraph of those that are named: other races have others; all where it gives no more."""
    lines = {_line(time) for time in named}
    told = [time for time in times if _line(time) in lines]
    return told if len(told) > len(named) else times


def _line(time: Relation) -> int:
    return time.words.line if time.words is not None else 0


def _outcomes_of_record(rule: RuleSpec, gap: Relation, lead: Claim, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One for a lead in the sentence of a time that it is measured from: "48 seconds faster than the old 1:08:30".

    The other time stands in that sentence, else it is the last one before; any two times of the story may make it.
    """
    beside = gap.when.split()
    marks = [mark for path in ledger.stories.near(gap.path) for mark in _marks_of(path, ledger)] if beside else []
    own = [mark for mark in marks if mark.path == gap.path]
    bases = [mark for mark in own if _of_mark(mark) in beside and abs(mark.start - gap.start) < _BESIDE]
    before = [mark for mark in own if mark.start < min((base.start for base in bases), default=0)]
    assert lead.reading is not None
    step = lead.reading.strict.scale(1 / measure_of(_SECOND).factor)
    sizes = sorted({Fraction(_of_mark(mark)) for mark in marks})
    if any(step.contains(abs(one - other)) for one, other in combinations(sizes, 2)):
        return
    pair = bases if len(bases) == _TWO else [*before[-1:], *bases]
    if len(pair) == _TWO and len(beside) <= _TWO:
        less, more = sorted(pair, key=lambda mark: Fraction(_of_mark(mark)))
        made, told = Fraction(_of_mark(more)) - Fraction(_of_mark(less)), step.middle or Fraction(0)
        if made and 1 / Fraction(_FARTHEST) <= told / made <= _FARTHEST:
            yield _finding(rule, lead, (less, more), made)


def _marks_of(path: str, ledger: Ledger) -> list[Relation]:
    """The times of a report, in the order of its text."""
    marks = (mark for mark in ledger.relations_of("mark") if mark.path == path and mark.direction == "time")
    return sorted(marks, key=lambda mark: mark.start)[:_MOST]


def _of_mark(mark: Relation) -> str:
    """The seconds of a time that was run."""
    return mark.when.partition("|")[0]


def _is_named(time: Relation, gap: Relation) -> bool:
    """True when the sentence of a lead gives the last word of a full name that stands before a time."""
    return any(name in gap.scope.split() for name in _last_names(time))


def _last_names(time: Relation) -> Iterator[str]:
    """The last words of the names of several words before a time, in small letters."""
    names = (name.casefold().split() for name in time.scope.split("\n"))
    return (name[-1] for name in names if len(name) >= _FEWEST_OF_NAME)


def _seconds(time: Relation) -> Fraction:
    """A time in seconds: "2:08:31" is 7,711."""
    total = Fraction(0)
    for part in time.when.split(":"):
        total = total * _MINUTE + Fraction(part)
    return total


def _claim(time: Relation) -> Claim:
    assert time.words is not None
    return Claim(kind="ordinal", sure=False, **dict(time.words))


def _finding(rule: RuleSpec, lead: Claim, pair: tuple[Relation, Relation], made: Fraction) -> Finding:
    fastest, beaten = map(_claim, pair)
    claims = in_order((lead, fastest, beaten))
    return finding_of(
        rule, claims, sure=False,
        message=f"{quote(beaten)} less {quote(fastest)} is {amount(made, _SECOND)}, not {quote(lead)}.",
        explanation="The lead is told over the one who took longer; no other time of the report makes it right.",
    )
