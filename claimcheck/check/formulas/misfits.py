"""Words the finding that figures do not fit a formula, with its working."""

from __future__ import annotations

from claimcheck.check.formulas.cases import Case, is_signed
from claimcheck.check.formulas.formula import Formula
from claimcheck.check.formulas.relation_rule import RelationRule
from claimcheck.check.formulas.sums import Sum, sum_in_numbers, sum_of_printed, words_of
from claimcheck.check.wording import quote, sentence
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.in_words import DIGITS_SHOWN, for_the_eye, in_own_unit, own_span, span
from claimcheck.model.interval import Interval
from claimcheck.model.slips import power_between

_MOST_DIGITS = 6
_UNNAMED = ("first", "second", "minuend", "subtrahend", "difference", "value", "ratio", "base")
_MOVES = {"up": "a rise", "down": "a fall"}


def finding_of(ready: RelationRule, case: Case, severity: Severity, direction: str, *, lenient: bool) -> Finding:
    """The finding that figures miss a rule; lenient: even as widely as is fair."""
    left, right = ready.formula.sides(case.values(lenient=lenient))
    measure, left, right = _in_own_unit(case.roles[ready.formula.names[0]][0], left, right)
    words = {role: " + ".join(map(words_of, claims)) for role, claims in case.roles.items()}
    left, right = apart_for_the_eye(left, right)
    falls = "change" in case.roles and _is_below_zero(right)
    if is_signed(case.roles) and direction == ("up" if falls else "down"):
        words["change"] = f"{_MOVES[direction]} of {words['change']}"
    done = sum_of_printed(ready.formula, case.roles)
    computed = _about(done, case, right) or span(-right if falls else right, measure).removeprefix("exactly ")
    known = done.in_full(done.left) if done else span(left, measure)
    message = ready.says.format(**words, known=known, computed=computed, move=_MOVES["down" if falls else "up"])
    if ready.meant is not None and _is_meant(ready.meant, case):
        message += f" {ready.hint}"
    return Finding(
        rule=ready.rule.id,
        kind=ready.rule.kind,
        severity=severity,
        message=sentence(message),
        explanation=_explanation(ready, case, (left, right), measure, lenient=lenient),
        claims=case.claims,
    )


def _is_below_zero(change: Interval) -> bool:
    """True for what fell, or fell more likely than it rose."""
    return change.high is not None and (change.high <= 0 or (change.low is not None and change.low + change.high < 0))


def _about(done: Sum | None, case: Case, right: Interval) -> str | None:
    """The result of the sum with the figures as printed; None where some of them tell no more than a bound."""
    if done is None or right.low is None or right.high is None:
        return None
    hedged = any(claim.hedge for claim in case.claims if claim is not done.lead)
    return f"about {done.result}" if hedged or done.is_rounded else done.result


def _is_meant(meant: Formula, case: Case) -> bool:
    """True when the figures as printed meet a formula as nearly as the one on its left side is told."""
    done = sum_of_printed(meant, case.roles)
    if done is None or done.lead.reading is None:
        return False
    told = done.lead.reading.strict
    return told.contains(done.right) or told.contains(-done.right)


def _in_own_unit(claim: Claim, left: Interval, right: Interval) -> tuple[str | None, Interval, Interval]:
    """Both sides in the unit in which the text gives the figure of the left side."""
    (unit, left), (_, right) = in_own_unit(claim, left), in_own_unit(claim, right)
    return unit, left, right


def _explanation(
    ready: RelationRule, case: Case, sides: tuple[Interval, Interval], measure: str | None, *, lenient: bool
) -> str:
    left, right = sides
    values = case.values(lenient=lenient)
    lines = [
        _meaning(role, claim, value)
        for role, claims in case.roles.items()
        for claim, value in zip(claims, values[role], strict=True)
    ]
    lines.extend(sum_in_numbers(ready.formula, case.roles))
    known, result = ready.formula.written({role: list(map(words_of, claims)) for role, claims in case.roles.items()})
    told_already = len(case.claims) == 2 and len({claim.unit for claim in case.claims}) == 1
    if not (told_already or (left.is_point and right.is_point)):
        widely = "Read as widely as is fair" if lenient else "At face value"
        told = {name: _with_ends(side, measure, touching=_touch(left, right))
                for name, side in ((known, left), (result, right))}
        lines.append(f"{widely}, {result} is {told[result]}, while {known} is {told[known]}.")
    slip = power_between(left, right) if ready.formula.comparison == "==" else None
    if slip:
        lines.append(f"The two sides are a factor of {slip:,} apart.")
    return "\n".join(lines)


def _meaning(role: str, claim: Claim, value: Interval) -> str:
    """What one figure means, with its part in the relation where that has a plain name."""
    name = "" if role in _UNNAMED else f"{role}: "
    if claim.kind == "list":
        return f"{name}{quote(claim)} holds {own_span(claim, value).removeprefix('exactly ')}"
    if value.high is not None and value.high <= 0 and role == "change":
        return f"{name}{quote(claim)} means a fall of {own_span(claim, -value)}"
    return f"{name}{quote(claim)} means {own_span(claim, value)}"


def _with_ends(side: Interval, measure: str | None, *, touching: bool) -> str:
    """A side in words; that it leaves out its ends is said where that decides."""
    return span(side, measure) + (" (ends excluded)" if touching and (side.low_open or side.high_open) else "")


def _touch(left: Interval, right: Interval) -> bool:
    """True for sides that share an end which at least one of them excludes."""
    return any(one.low is not None and one.low == other.high for one, other in ((left, right), (right, left)))


def apart_for_the_eye(left: Interval, right: Interval) -> tuple[Interval, Interval]:
    """Two intervals that share no number, with their ends rounded so far that this can still be seen."""
    for digits in range(DIGITS_SHOWN, _MOST_DIGITS):
        rounded = for_the_eye(left, digits), for_the_eye(right, digits)
        if rounded[0].is_disjoint(rounded[1]) and not _touch(*rounded):
            return rounded
    return left, right
