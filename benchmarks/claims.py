"""How fast claims are checked: python -m benchmarks.claims prints claims a second, and what ten times as many cost.

The corpus is made up, and repeats as news does: few subjects are told of by many reports and many by few (Zipf's law),
reports give several figures of one subject, round them, hedge them, tie some of them together, and one fact in twenty
is told in two ways.

It is harder on the check than a stream of wire copies would be: no report copies another, so that of 10,000 claims
some 6,500 state a fact of their own, and of 100,000 half of them; nine readings in ten are told once only. More claims
make larger facts, with more readings that conflict, and more figures without a period that may belong to them.
"""

from __future__ import annotations

import gc
import random
import time
import tracemalloc
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from claimcheck.check import check_claims
from claimcheck.model.claim import Claim, Relation, Resolution
from claimcheck.model.finding import CheckResult
from claimcheck.model.mention import Hedge, QuantityMention, Role, Trend
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import packs_of
from claimcheck.resolve.measures import to_measure
from claimcheck.resolve.precision import read_quantity


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured, in which unit, and the power of ten of its figures."""

    name: str
    unit: str
    size: int


FIGURES = 10  # of one report
CLAIMS_A_SUBJECT = 40  # on average
CONFLICTS = 0.05  # of all facts are told in two ways
DISSENT = 0.2  # of the reports of such a fact
NO_PERIOD = 0.05  # of all figures
NO_SUBJECT = 0.03
TRADE = 0.3  # of the reports give exports, imports and their sum
STORIES = 100  # about each subject, each told by a few reports
METRICS = tuple(
    Metric(*each) for each in (
        ("exports", "USD", 9), ("imports", "USD", 9), ("turnover", "USD", 10), ("revenue", "USD", 8),
        ("budget", "USD", 7), ("population", "count", 6), ("visitors", "count", 5), ("staff", "count", 4),
        ("schools", "count", 2), ("output of rice", "tonne", 5), ("length of roads", "kilometer", 3),
        ("unemployment rate", "percent", 1),
    )
)
PERIODS = tuple(Period.year(year) for year in range(2014, 2024)) + tuple(
    Period.months(2024, 3 * quarter + 1, 3, "quarter") for quarter in range(4)
)
HEDGES: tuple[Hedge, ...] = ("", "", "", "", "", "", "about", "below", "above")
WORDS = tuple(f"word {number}" for number in range(2_000))  # of which sentences use a few


@dataclass(frozen=True, slots=True)
class Figure:
    """What a report says of one metric: a number of so many digits, hedged or not."""

    metric: str
    unit: str
    value: Decimal
    last_place: Decimal
    hedge: Hedge = ""
    role: Role = "level"
    trend: Trend = ""


def corpus(claims: int, seed: int = 1) -> Resolution:
    """So many claims with the relations between them."""
    chance = random.Random(seed)
    subjects = max(claims // CLAIMS_A_SUBJECT, 1)
    weights = list(accumulate(1 / rank for rank in range(1, subjects + 1)))
    told: list[Claim] = []
    relations: list[Relation] = []
    for number in range(claims // FIGURES):
        subject = bisect(weights, chance.random() * weights[-1])
        report = list(_report(f"report-{number:06}.txt", subject, chance))
        told.extend(report)
        relations.extend(_relations(report))
    return Resolution(claims=tuple(told), relations=tuple(relations))


def one_fact(witnesses: int) -> Resolution:
    """One fact that so many reports tell, one in a hundred of them in another way."""
    chance = random.Random(witnesses)
    told = []
    for number in range(witnesses):
        value = Decimal(3660 if number % 100 else 3360).scaleb(7)
        figure = _rounded(METRICS[0], value, chance.choice((3, 4)), "")
        told.append(_claim(f"report-{number:06}.txt", 1, "Town 1", PERIODS[0], figure, str(number // 3), chance))
    return Resolution(claims=tuple(told))


def _report(path: str, subject: int, chance: random.Random) -> Iterator[Claim]:
    """The figures of one report: levels of a few metrics in two periods, and a change."""
    trade = METRICS[:3] if chance.random() < TRADE else ()
    metrics = [*trade, *chance.sample(METRICS[3:], FIGURES // 2 - len(trade))]
    periods = chance.sample(PERIODS, 2)
    story = f"{subject} {chance.randrange(STORIES)}"
    for line, (metric, period) in enumerate([(metric, period) for period in periods for metric in metrics], 1):
        figure = _change(subject, metric, period) if line == FIGURES else _level(subject, metric, period, chance)
        yield _claim(
            path, line, None if chance.random() < NO_SUBJECT else f"Town {subject}",
            None if chance.random() < NO_PERIOD else period, figure, story, chance,
        )


def _level(subject: int, metric: Metric, period: Period, chance: random.Random) -> Figure:
    truth = _truth(subject, metric, period)
    in_two_ways = random.Random(f"two ways {subject} {metric.name} {period.iso}").random() < CONFLICTS
    if in_two_ways and chance.random() < DISSENT:
        truth = truth * Decimal("1.3")
    return _rounded(metric, truth, chance.choice((2, 3, 3, 4)), chance.choice(HEDGES))


def _change(subject: int, metric: Metric, period: Period) -> Figure:
    before, after = (_truth(subject, metric, each) for each in (period.shifted_years(-1), period))
    change = (100 * (after / before - 1)).quantize(Decimal("0.1"))
    trend: Trend = "up" if change > 0 else "down"
    return Figure(metric.name, "percent", abs(change), Decimal("0.1"), role="change", trend=trend)


def _truth(subject: int, metric: Metric, period: Period) -> Decimal:
    """What the figure is; turnover is exports and imports."""
    if metric.name == "turnover":
        return sum((_truth(subject, part, period) for part in METRICS[:2]), Decimal(0))
    chance = random.Random(f"{metric.name} {period.iso} {subject}")
    return Decimal(chance.randint(10_000, 99_999)).scaleb(metric.size - 4)


def _rounded(metric: Metric, truth: Decimal, digits: int, hedge: Hedge) -> Figure:
    place = Decimal(1).scaleb(truth.adjusted() - digits + 1)
    return Figure(metric.name, metric.unit, (truth / place).quantize(Decimal(1)) * place, place, hedge)


def _claim(
    path: str, line: int, subject: str | None, period: Period | None, figure: Figure, story: str, chance: random.Random
) -> Claim:
    """The claim that resolution makes of such a figure."""
    text, start = f"{figure.value:f} {figure.unit}", 120 * line
    mention = QuantityMention(
        start=start, end=start + len(text), text=text, value=figure.value, unit=figure.unit, hedge=figure.hedge,
        last_place=figure.last_place, round_place=figure.last_place,
    )
    reading, measure = to_measure(read_quantity(mention), mention.unit, mention.noun)
    base = period.shifted_years(-1) if period and figure.role == "change" else None
    return Claim.model_validate({
        "path": path, "start": start, "end": mention.end, "line": line, "column": 10, "text": text,
        "subject": subject, "period": period, "sure": subject is not None and period is not None,
        "metric": figure.metric, "phrase": figure.metric, "value": figure.value, "unit": figure.unit,
        "measure": measure, "hedge": figure.hedge, "role": figure.role, "base": base, "reading": reading,
        "trend": figure.trend, "story": frozenset({story, f"of {story}"}), "known": True, "language": "en",
        "context": frozenset(chance.sample(WORDS, 6)),
    })


def _relations(report: Sequence[Claim]) -> Iterator[Relation]:
    """The totals that a text states in so many words."""
    for period in {claim.period for claim in report if claim.period}:
        trade = {claim.metric: claim for claim in report if claim.period == period and claim.role == "level"}
        if {"exports", "imports", "turnover"} <= trade.keys():
            whole, parts = trade["turnover"], (trade["exports"], trade["imports"])
            yield Relation(
                kind="total", roles={"whole": (whole,), "part": parts}, path=whole.path, start=parts[0].start,
                end=whole.end,
            )


def seconds(resolution: Resolution, rules: Sequence[RuleSpec], runs: int = 3) -> float:
    """The shortest processor time of some runs of the check."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        check_claims(resolution, rules)
        times.append(time.process_time() - start)
    return min(times)


def memory(resolution: Resolution, rules: Sequence[RuleSpec]) -> tuple[int, CheckResult]:
    """The most bytes that the check holds beyond the claims themselves, and what it finds."""
    tracemalloc.start()
    result = check_claims(resolution, rules)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak, result


def main(few: int = 10_000, times: int = 10) -> None:
    """Prints the figures."""
    rules = packs_of().select(RuleSpec)
    small, large = corpus(few), corpus(few * times)
    short, long = seconds(small, rules), seconds(large, rules)
    print(f"{few:>9,} claims: {few / short:>9,.0f} a second")
    print(f"{few * times:>9,} claims: {few * times / long:>9,.0f} a second, {long / short:.1f} times as long")
    (light, _), (heavy, result) = memory(small, rules), memory(large, rules)
    told = sum(fact.mark == "conflicts" for fact in result.facts)
    print(f"memory: {light / 1e6:.1f} MB and {heavy / 1e6:.1f} MB, {heavy / light:.1f} times as much")
    print(f"{len(result.facts):,} facts, {told:,} told in two ways; {len(result.findings):,} findings")
    for witnesses in (few, few * times):
        rate = witnesses / seconds(one_fact(witnesses), rules, 1)
        print(f"one fact, {witnesses:>7,} witnesses: {rate:,.0f} a second")


if __name__ == "__main__":
    main()
