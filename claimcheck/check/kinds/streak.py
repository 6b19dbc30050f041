"""The method "streak": the third rise in a row needs three rises, one after the other.

Levels of the same thing are looked up in the periods before; periods of which no report says anything are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.kinds.direction import is_beyond
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.records.series import is_same_amount
from claimcheck.check.wording import quote, told
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec

_MONTHS = {"month": 1, "quarter": 3}
_WORDS = {"up": ("rise", "lower"), "down": ("fall", "higher")}


def check_streak(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """One outcome for each streak of which two periods that follow each other are known."""
    for relation in ledger.relations_of("streak"):
        value = relation.roles["value"][0]
        count, _, sort = relation.scope.partition(" ")
        if len(relation.roles["value"]) > 1:
            yield from _told_in_full(rule, relation, int(count))
            continue
        if value.reading is None:
            continue
        series = _series(value, int(count), ledger) if value.period and value.period.sort == (sort or "year") else []
        steps = [(later, earlier) for later, earlier in pairwise(series) if later and earlier]
        if not steps and sort in ("", "year"):
            steps = _listed(value, int(count), ledger)
        if steps:
            yield _judge(rule, relation, value, steps)


def _told_in_full(rule: RuleSpec, relation: Relation, count: int) -> Iterator[Finding | Verdict]:
    """The outcome for a streak that the text gives the levels of, the oldest first."""
    levels = [level for level in relation.roles["value"] if level.reading is not None]
    steps = [((later,), (earlier,)) for earlier, later in pairwise(levels[-count - 1:])]
    if steps and len({level.measure for level in levels}) == 1:
        yield _judge(rule, relation, levels[-1], steps[::-1])


def _series(value: Claim, count: int, ledger: Ledger) -> list[Sequence[Claim]]:
    """The levels of the last periods, the newest first: one period more than there are steps."""
    series: list[Sequence[Claim]] = [(value,)]
    period = value.period
    for _ in range(count):
        period = _before(period) if period else None
        levels = ledger.level(value, period) if period else ()
        series.append([claim for claim in levels if claim.measure == value.measure])
    return series


def _listed(value: Claim, count: int, ledger: Ledger) -> list[tuple[Sequence[Claim], Sequence[Claim]]]:
    """The steps in the list of years of the story that gives the level again."""
    near = set(ledger.stories.near(value.path))
    for relation in ledger.relations_of("series") if near else ():
        dated = {
            period.start.year: each for each in relation.roles["value"]
            if relation.path in near and (period := ledger.marks.period_of(each)) and period.sort == "year"
        }
        last = next((year for year, each in dated.items() if each is not value and is_same_amount(each, value)), 0)
        years = [year for year in range(last, last - count, -1) if {year, year - 1} <= dated.keys()]
        if years:
            return [((dated[year],), (dated[year - 1],)) for year in years]
    return []


def _before(period: Period) -> Period | None:
    """The period of the same sort just before."""
    if period.sort == "year":
        return period.shifted_years(-1)
    months = _MONTHS.get(period.sort)
    if months is None:
        return None
    first = period.start.year * 12 + period.start.month - 1 - months
    return Period.months(first // 12, first % 12 + 1, months, period.sort)


def _judge(
    rule: RuleSpec, relation: Relation, value: Claim, steps: Sequence[tuple[Sequence[Claim], Sequence[Claim]]]
) -> Finding | Verdict:
    for later, earlier in steps:
        if all(_is_broken(to, base, relation.direction) for to in later for base in earlier):
            return _finding(rule, relation, value, (later[0], earlier[0]))
    known = {id(claim): claim for step in steps for claims in step for claim in claims}
    return agreed(rule, tuple(known.values()), "no step that is known goes the other way")


def _is_broken(to: Claim, base: Claim, direction: str) -> bool:
    return is_beyond(reading_of(to).lenient, reading_of(base).lenient, direction)


def _finding(rule: RuleSpec, relation: Relation, value: Claim, step: tuple[Claim, Claim]) -> Finding:
    to, base = step
    noun, side = _WORDS[relation.direction]
    known = {id(claim): claim for claim in (value, to, base)}
    claims = in_order(known.values())
    count = relation.scope.split()[0]
    return finding_of(
        rule, claims,
        message=f"{quote(value)} is called {noun} number {count} in a row, yet {quote(to)}{_of(to)} is {side} "
        f"than {quote(base)}{_of(base)}.",
        explanation=f"{told(to)};\n{told(base)}.\n"
        f"A streak of {count} needs a {noun} in each of {count} steps; this step is none.",
    )


def _of(claim: Claim) -> str:
    return f" of {claim.period}" if claim.period else ""
