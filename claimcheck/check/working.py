"""Puts the figures of one relation into a formula, and words the result with its working."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor, log10

from claimcheck.check.formula import Formula
from claimcheck.check.relation_rule import RelationRule
from claimcheck.check.severity import severity_of
from claimcheck.check.sums import sum_in_numbers
from claimcheck.check.wording import quote, span
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Severity, Verdict, VerdictKind
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of

Roles = Mapping[str, Sequence[Claim]]

_UNHELD = ("denied", "hypothetical")
_DIGITS = 2  # so many digits of the width of an interval are shown
_SLIPS = (10, 100, 1_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Case:
    """One choice of figures for the names of a formula; `sign` is -1 where a change is downwards."""

    roles: Roles
    sign: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All figures in the order of their places."""
        claims = {id(claim): claim for claims in self.roles.values() for claim in claims}
        return tuple(sorted(claims.values(), key=lambda claim: (claim.path, claim.start, claim.end)))

    def values(self, *, lenient: bool) -> dict[str, list[Interval]]:
        """The readings of the figures by role, a downward change as a negative number."""
        found: dict[str, list[Interval]] = {}
        for role, claims in self.roles.items():
            readings = [claim.reading for claim in claims if claim.reading is not None]
            sign = self.sign if role == "change" else 1
            found[role] = [(reading.lenient if lenient else reading.strict).scale(sign) for reading in readings]
        return found


def judge(ready: RelationRule, relation: Relation, *, stated: bool = True) -> Iterator[Finding | Verdict]:
    """What a rule has to say about one relation that it applies to.

    stated: whether the text itself ties the figures together, so that it does not matter how surely their subjects and
    periods are known.
    """
    for roles in _choices(ready.formula, relation.roles):
        yield _judge_case(ready, roles, relation.direction, stated=stated)


def _choices(formula: Formula, roles: Roles) -> Iterator[Roles]:
    """One set of figures for each figure of a name that stands alone in the formula."""
    several = next((name for name in formula.single if len(roles[name]) > 1), None)
    used = {name: roles[name] for name in formula.names}
    if several is None:
        yield used
        return
    for claim in used[several]:
        yield from _choices(formula, {**used, several: (claim,)})


def _judge_case(ready: RelationRule, roles: Roles, direction: str, *, stated: bool) -> Finding | Verdict:
    signs = {"up": (1,), "down": (-1,)}.get(direction, (1, -1)) if _is_signed(roles) else (1,)
    cases = [Case(roles, sign) for sign in signs]
    case = cases[0]
    unread = [claim for claim in case.claims if claim.reading is None or claim.status in _UNHELD]
    if unread:
        return _verdict(ready, case, "cannot-tell", f"{quote(unread[0])} is {unread[0].status} or gives no amount")
    if ready.unless is not None and any(_may_hold(ready.unless, case, lenient=True) for case in cases):
        return _verdict(ready, case, "cannot-tell", "the figures fit another reading of the sentence")
    for lenient in (True, False):
        if not any(_may_hold(ready.formula, case, lenient=lenient) for case in cases):
            weighed = () if stated else case.claims
            severity = severity_of(ready.rule, weighed, lenient=lenient or ready.strict)
            if severity == "error" and not lenient:
                severity = "warning"
            return _finding(ready, case, severity, lenient=lenient)
    return _verdict(ready, case, "agrees", f"{ready.formula.text} holds")


def _is_signed(roles: Roles) -> bool:
    """True when the change has a direction; "halved" and "doubled" tell it by their size."""
    return "change" in roles and all(claim.unit != "dimensionless" for claim in roles["change"])


def _may_hold(formula: Formula, case: Case, *, lenient: bool) -> bool:
    return formula.may_hold(case.values(lenient=lenient))


def _verdict(ready: RelationRule, case: Case, verdict: VerdictKind, reason: str) -> Verdict:
    return Verdict(rule=ready.rule.id, kind=ready.rule.kind, verdict=verdict, claims=case.claims, reason=reason)


def _finding(ready: RelationRule, case: Case, severity: Severity, *, lenient: bool) -> Finding:
    left, right = ready.formula.sides(case.values(lenient=lenient))
    measure, left, right = _in_own_unit(case.roles[ready.formula.names[0]][0], left, right)
    words = {role: " + ".join(" ".join(claim.text.split()) for claim in claims) for role, claims in case.roles.items()}
    falls = "change" in case.roles and right.high is not None and right.high <= 0
    message = ready.says.format(
        **words,
        computed=span(for_the_eye(-right if falls else right), measure),
        move="a fall" if falls else "a rise",
    )
    if ready.meant is not None and _may_hold(ready.meant, case, lenient=lenient):
        message += f" {ready.hint}"
    return Finding(
        rule=ready.rule.id,
        kind=ready.rule.kind,
        severity=severity,
        message=message,
        explanation=_explanation(ready, case, (left, right), measure, lenient=lenient),
        claims=case.claims,
    )


def _in_own_unit(claim: Claim, left: Interval, right: Interval) -> tuple[str | None, Interval, Interval]:
    """Both sides in the unit in which the text gives the figure of the left side."""
    measure = None if claim.unit is None else measure_of(claim.unit)
    if measure is None or measure.base != claim.measure or claim.measure == "percent":
        return claim.measure, left, right
    left, right = (side.shift(-measure.offset).scale(1 / measure.factor) for side in (left, right))
    return claim.unit, left, right


def _explanation(
    ready: RelationRule, case: Case, sides: tuple[Interval, Interval], measure: str | None, *, lenient: bool
) -> str:
    left, right = sides
    values = case.values(lenient=lenient)
    lines = [
        f"{role}: {quote(claim)} means {_own_span(claim, value)}"
        for role, claims in case.roles.items()
        for claim, value in zip(claims, values[role], strict=True)
    ]
    lines.extend(sum_in_numbers(ready.formula, case.roles))
    known, _, result = (part.strip() for part in ready.formula.text.partition(ready.formula.comparison))
    widely = "Read as widely as is fair" if lenient else "At face value"
    lines.append(
        f"{widely}, {result} is {span(for_the_eye(right), measure)}, "
        f"but {known} is {span(for_the_eye(left), measure)}."
    )
    slip = _slip(left, right) if ready.formula.comparison == "==" else None
    if slip:
        lines.append(f"The two sides are a factor of {slip:,} apart.")
    return "\n".join(lines)


def _own_span(claim: Claim, value: Interval) -> str:
    """The reading of a figure in the unit in which the text gives it."""
    measure, own, _ = _in_own_unit(claim, value, value)
    return span(for_the_eye(own), measure)


def _slip(left: Interval, right: Interval) -> int | None:
    """The power of ten by which the sides differ, when both are narrow enough for that to mean something."""
    if not (_is_narrow(left) and _is_narrow(right)):
        return None
    return next(
        (factor for factor in _SLIPS
         if not left.scale(factor).is_disjoint(right) or not right.scale(factor).is_disjoint(left)),
        None,
    )


def _is_narrow(interval: Interval) -> bool:
    low, high = interval.low, interval.high
    return low is not None and high is not None and low > 0 and high < 2 * low


def for_the_eye(interval: Interval) -> Interval:
    """An interval with its ends rounded outwards to a few digits of its width; a single number stays as it is."""
    low, high = interval.low, interval.high
    width = abs(low or high or Fraction(0)) if low is None or high is None else high - low
    if width == 0:
        return interval
    step = Fraction(10) ** (floor(log10(width)) - _DIGITS + 1)
    return Interval(
        None if low is None else floor(low / step) * step,
        None if high is None else -floor(-high / step) * step,
        interval.low_open,
        interval.high_open,
    )
