"""The method "elapsed": how long something took, or came after another thing, and the days that a story gives for them.

One day stands in the sentence of the length, or right before it; the other is looked for in the whole story, by the
rare words that its sentence shares with these. Any two days of the story that lie so far apart make the length true,
and so does any year that is told of a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, in_order
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import counted
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of
from claimcheck.model.period import Period
from claimcheck.model.slips import is_misprint
from claimcheck.packs.schema.rules import RuleSpec

_HOURS = 24
_NEAR = 160  # characters behind a day in which a sentence may go on about it
_ENOUGH = 2.2  # log odds that a day is the other end of a length
_SOLE, _MISPRINT = 1.0, 3.0  # that the story has no other day; that the length is a slip of the true one
_FARTHEST = Fraction(3, 2)  # times that a length may miss the true one
_FEWEST = 2  # words that tell of both ends, unless a slip does
_END = "end"  # the direction of a length at whose end something happens
_MOST = 24  # days of a story that are tried


def check_elapsed(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """A finding for each length that lies between no two days of its story; a verdict for each that does."""
    for relation in few_of_each(ledger.relations_of("elapsed")):
        length = relation.roles["length"][0]
        days = _days_near(length.path, ledger)
        anchor = _anchor(length, days)
        if anchor is None or length.reading is None or relation.direction == "apart" or len(days) > _MOST:
            continue
        pair = next((two for two in combinations(days, 2) if _fits(length.reading.lenient, *two)), None)
        if pair is not None:
            yield agreed(rule, (length, *pair), "two days do")
        elif not _is_told_of_years(length, anchor, ledger):
            yield from _judge(rule, relation, anchor, days, ledger)


def _days_near(path: str, ledger: Ledger) -> list[Claim]:
    """The days and months of a story whose years are known, without repetitions."""
    near = ledger.stories.near(path)
    found = (claim for claim in ledger.claims_of("date") if claim.path in near and claim.period and claim.period.end)
    return list({(claim.path, claim.sentence, str(claim.period)): claim for claim in found}.values())


def _anchor(length: Claim, days: Sequence[Claim]) -> Claim | None:
    """The only day in the sentence of a length, else the last one right before it."""
    own = [day for day in days if day.path == length.path]
    here = [day for day in own if day.sentence == length.sentence and day.near]
    before = [day for day in own if day.near and 0 <= length.start - day.end <= _NEAR]
    return here[0] if len(here) == 1 else before[-1] if before and not here else None


def _fits(length: Interval, a: Claim, b: Claim) -> bool:
    assert a.period is not None
    assert b.period is not None
    return not length.is_disjoint(_between(a.period, b.period))


def _between(a: Period, b: Period) -> Interval:
    """The time between two days, or between any days of two months, in hours."""
    first, last = sorted((a, b), key=lambda period: period.start)
    longest = (_last(last) - first.start).days + 1
    shortest = max((last.start - _last(first)).days, 0)
    return Interval.of(shortest * _HOURS, longest * _HOURS)


def _last(period: Period) -> date:
    assert period.end is not None
    return period.end - timedelta(days=1)


def _is_told_of_years(length: Claim, anchor: Claim, ledger: Ledger) -> bool:
    """True for a length in years that some figure of the story is told of, counted from or to a day."""
    assert length.reading is not None
    assert anchor.period is not None
    if length.unit != "year":
        return False
    told = {each.period for each in ledger.stories.told_by(length.path) if each.period and each.period.end}
    return any(not length.reading.lenient.is_disjoint(_between(anchor.period, each)) for each in told)


def _judge(
    rule: RuleSpec, relation: Relation, anchor: Claim, days: Sequence[Claim], ledger: Ledger
) -> Iterator[Finding]:
    """A finding where one other day is the other end of a length, as the words show, and not too far from it."""
    length = relation.roles["length"][0]
    others = [day for day in days if day.period != anchor.period and _is_meant(relation, anchor, day)]
    found = sorted(((_score(length, anchor, day, ledger) + _SOLE * (len(others) == 1), day.path, day.start, day)
                    for day in others), key=lambda each: each[:-1])
    if found and found[-1][0] >= _ENOUGH and (len(found) == 1 or found[-2][0] < _ENOUGH):
        yield _finding(rule, length, anchor, found[-1][-1])


def _is_meant(relation: Relation, anchor: Claim, day: Claim) -> bool:
    """True for a day before the end of a length; for how long something took, one of what its sentence tells as well.

    What "ten months of repairs" are counted from must be told with that word.
    """
    length = relation.roles["length"][0]
    told, around = (frozenset(map(stem_of_word, claim.context)) for claim in (length, day))
    if relation.scope and stem_of_word(relation.scope) not in around:
        return False
    if relation.direction == _END:
        begins = anchor.sentence == length.sentence and anchor.end < length.start  # "launched on 4 May and back after"
        return _is_before(day, anchor) or begins
    return anchor.sentence == length.sentence and not told.isdisjoint(map(stem_of_word, day.scene))


def _is_before(day: Claim, anchor: Claim) -> bool:
    assert day.period is not None
    assert anchor.period is not None
    return day.period.start < anchor.period.start


def _score(length: Claim, anchor: Claim, day: Claim, ledger: Ledger) -> float:
    """How much tells that a day is the other end of a length, in log odds; 0 where it lies too far from that."""
    assert anchor.period is not None
    assert day.period is not None
    assert isinstance(length.value, Decimal)
    true = _in_unit(_between(anchor.period, day.period), length)
    if not true or not 1 / _FARTHEST <= Fraction(length.value) / true <= _FARTHEST:
        return 0.0
    score, told = max((ledger.evidence.of_words(each, day) for each in (length, anchor)), key=lambda each: each[0])
    slip = is_misprint(length.value, Decimal(round(true)))
    enough = len(told) >= (1 if slip else _FEWEST)
    doubt = 0.0 if day.path == length.path else ledger.stories.doubt(length.path, day.path)
    return score + _MISPRINT * slip - doubt if enough else 0.0


def _in_unit(time: Interval, length: Claim) -> Fraction:
    """The middle of some hours, in the unit of a length."""
    return (time.middle or Fraction(0)) / measure_of(length.unit or "").factor


def _finding(rule: RuleSpec, length: Claim, anchor: Claim, other: Claim) -> Finding:
    assert anchor.period is not None
    assert other.period is not None
    first, last = (anchor, other) if _is_before(anchor, other) else (other, anchor)
    true = counted(round(_in_unit(_between(anchor.period, other.period), length)), str(length.unit))
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity_of(rule, (length, first, last), lenient=True, sure=False),
        message=f"{quote(length)}: from {quote(first)} to {quote(last)} are {true}.",
        explanation=f"The words that they are told with tie {quote(length)} to {quote(first)} and {quote(last)}; no "
        "two days of the story lie so far apart.",
        claims=in_order((length, first, last)),
    )
