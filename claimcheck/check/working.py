"""Puts the figures of one relation into a formula, and words the result with its working."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter

from claimcheck.check.evidence import in_one_sentence
from claimcheck.check.formula import Formula
from claimcheck.check.relation_rule import RelationRule, Roles, is_multiple
from claimcheck.check.severity import severity_of
from claimcheck.check.sums import Sum, sum_in_numbers, sum_of_printed, words_of
from claimcheck.check.wording import quote, sentence
from claimcheck.model.alike import full, like
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Severity, Verdict, VerdictKind
from claimcheck.model.in_words import DIGITS_SHOWN, for_the_eye, in_own_unit, own_span, span
from claimcheck.model.interval import Interval, Reading
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import power_between

_PLACE = attrgetter("path", "start", "end")
_UNHELD = ("denied", "hypothetical")
_MOST_DIGITS = 6
_UNNAMED = ("first", "second", "minuend", "subtrahend", "difference", "value", "ratio", "base")
_COARSELY = Fraction(1, 40)  # of a level, within which it is rounded where it stands beside another level
_FEWER_PLACES = 100  # times as coarse
_BESIDE = 160  # letters between two figures that a writer rounds alike
_SET_AGAINST = (("to", "from"), ("part", "whole"), ("total", "base"))  # roles of two figures that make a third
_UNWORDED = Finding(rule="", kind="", severity="note", message="", explanation="", claims=())
_VERDICT = Verdict(rule="", kind="", verdict="agrees", claims=(), reason="")
_MOVES = {"up": "a rise", "down": "a fall"}


@dataclass(frozen=True, slots=True)
class Case:
    """One choice of figures for the names of a formula; `sign` is -1 where a change is downwards."""

    roles: Roles
    sign: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All figures in the order of their places."""
        claims = {id(claim): claim for claims in self.roles.values() for claim in claims}
        return tuple(sorted(claims.values(), key=_PLACE))

    def values(self, *, lenient: bool) -> dict[str, list[Interval]]:
        """The readings of the figures by role, a downward change as a negative number."""
        found: dict[str, list[Interval]] = {}
        for role, claims in self.roles.items():
            readings = [_reading_as(role, claim, claim.reading) for claim in claims if claim.reading is not None]
            sign = self.sign if role == "change" else 1
            found[role] = [(reading.lenient if lenient else reading.strict).scale(sign) for reading in readings]
        return found


def _reading_as(role: str, claim: Claim, reading: Reading) -> Reading:
    """The reading of a figure in its role: an average of counted things is rounded, though a count is exact."""
    value = reading.strict.low
    if role != "ratio" or not reading.strict.is_point or value is None or claim.unit is None:
        return reading
    one = measure_of(claim.unit).factor
    widest = Interval.of(value - one, value + one, low_open=True, high_open=True)
    return Reading(Interval.around(value, one / 2), reading.lenient.hull(widest))


def judge(
    ready: RelationRule, relation: Relation, *, worded: bool = True
) -> Iterator[Finding | Verdict]:
    """What a rule has to say about one relation that the text states and that it applies to.

    worded: False where nobody will read what is found.
    """
    for roles in _choices(ready.formula, relation.roles):
        yield judge_case(ready, roles, relation.direction, stated=True, worded=worded)


def _choices(formula: Formula, roles: Roles) -> Iterator[Roles]:
    """One set of figures for each figure of a name that stands alone in the formula."""
    several = next((name for name in formula.single if len(roles[name]) > 1), None)
    used = {name: roles[name] for name in formula.names}
    if several is None:
        yield used
        return
    for claim in used[several]:
        yield from _choices(formula, {**used, several: (claim,)})


def judge_case(
    ready: RelationRule, roles: Roles, direction: str, *, stated: bool, worded: bool
) -> Finding | Verdict:
    """As `judge`, for the names of the formula, with one figure of each that stands alone in it.

    stated: whether the text itself ties the figures together, so that it does not matter how surely their subjects and
    periods are known.
    """
    cases = _cases(roles, direction)
    case = cases[0]
    unclear = _why_unclear(ready, cases)
    if unclear is not None:
        return _verdict(ready, case, "cannot-tell", unclear)
    lenient = _misfit(ready, cases, likely=not worded)
    if lenient is None:
        return _verdict(ready, case, "agrees", f"{ready.formula.text} holds")
    plain = lenient or (ready.strict and not _is_partly_rounded(case.claims)) or _is_beyond_rounding(ready, cases)
    severity = severity_of(ready.rule, () if stated else case.claims, lenient=plain)
    if severity == "error" and not lenient:
        severity = "warning"
    if not worded:
        told = {"rule": ready.rule.id, "kind": ready.rule.kind, "severity": severity, "claims": case.claims}
        return like(_UNWORDED, told)
    return _finding(ready, case, severity, direction, lenient=lenient)


def may_hold_for(ready: RelationRule, roles: Roles, direction: str) -> bool:
    """True when the formula may hold for figures read at face value."""
    return any(_may_hold(ready.formula, case, lenient=False) for case in _cases(roles, direction))


def _cases(roles: Roles, direction: str) -> list[Case]:
    signs = {"up": (1,), "down": (-1,)}.get(direction, (1, -1)) if _is_signed(roles) else (1,)
    return [Case(roles, sign) for sign in signs]


def _why_unclear(ready: RelationRule, cases: Sequence[Case]) -> str | None:
    """Why nothing can be said of the figures; None when something can."""
    for claim in cases[0].claims:
        if claim.reading is None or claim.status in _UNHELD:
            return f"{quote(claim)} is {claim.status} or gives no amount"
    if ready.unless is not None and any(_may_hold(ready.unless, case, lenient=True) for case in cases):
        return "the figures fit another reading of the sentence"
    return None


def _misfit(ready: RelationRule, cases: Sequence[Case], *, likely: bool) -> bool | None:
    """None when the formula may hold; else whether it fails for the lenient readings too: if likely, asked first."""
    if likely and not any(_may_hold(ready.formula, case, lenient=True) for case in cases):
        return True
    if any(_may_hold(ready.formula, case, lenient=False) for case in cases):
        return None  # a lenient reading covers the strict one, so that it may hold as well
    return not any(_may_hold(ready.formula, case, lenient=True) for case in cases)


def _is_beyond_rounding(ready: RelationRule, cases: Sequence[Case]) -> bool:
    """True for two figures told together, without a hedge, that miss a third even if each is rounded coarsely."""
    roles = cases[0].roles
    pair = next((pair for pair in _SET_AGAINST if all(len(roles.get(role, ())) == 1 for role in pair)), ())
    if not pair or any(claim.hedge for claim in cases[0].claims):
        return False
    if not _are_told_together(*(roles[role][0] for role in pair)):
        return False
    return not any(ready.formula.may_hold(_coarse(case, pair)) for case in cases)


def _are_told_together(one: Claim, other: Claim) -> bool:
    """True for figures of one sentence, or of two that stand next to each other."""
    return in_one_sentence(one, other) or (one.path == other.path and abs(one.start - other.start) < _BESIDE)


def _coarse(case: Case, pair: Sequence[str]) -> dict[str, list[Interval]]:
    """The widest readings of the figures, each within the roundings that a writer may make beside another figure.

    Other figures than levels may be of one digit.
    """
    found = case.values(lenient=True)
    for role in pair:
        (claim,), (wide,) = case.roles[role], found[role]
        strict = claim.reading.strict if claim.reading is not None else None
        middle = strict.middle if strict is not None else None
        if strict is not None and middle is not None:
            near = Interval.around(middle, abs(middle) * _COARSELY)
            found[role] = [wide.meet(near if pair == _SET_AGAINST[0] else near.hull(strict)) or wide]
    return found


def _is_partly_rounded(claims: Sequence[Claim]) -> bool:
    """True for whole numbers of which one is told to far fewer places: "by 1,234 to 20,000"."""
    places = [
        Decimal(10) ** max(int(claim.value.normalize().as_tuple().exponent), 0) for claim in claims
        if isinstance(claim.value, Decimal) and claim.value and claim.reading is not None
        and claim.reading.strict.is_point
    ]
    return bool(places) and max(places) >= _FEWER_PLACES * min(places)


def _is_signed(roles: Roles) -> bool:
    """True when the change has a direction; "halved" and "doubled" tell it by their size."""
    return "change" in roles and not any(is_multiple(claim) for claim in roles["change"])


def _may_hold(formula: Formula, case: Case, *, lenient: bool) -> bool:
    return formula.may_hold(case.values(lenient=lenient))


def _verdict(ready: RelationRule, case: Case, verdict: VerdictKind, reason: str) -> Verdict:
    return full(_VERDICT, {
        "rule": ready.rule.id, "kind": ready.rule.kind, "verdict": verdict, "claims": case.claims, "reason": reason,
    })


def _finding(ready: RelationRule, case: Case, severity: Severity, direction: str, *, lenient: bool) -> Finding:
    left, right = ready.formula.sides(case.values(lenient=lenient))
    measure, left, right = _in_own_unit(case.roles[ready.formula.names[0]][0], left, right)
    words = {role: " + ".join(map(words_of, claims)) for role, claims in case.roles.items()}
    left, right = apart_for_the_eye(left, right)
    falls = "change" in case.roles and right.high is not None and right.high <= 0
    if _is_signed(case.roles) and direction == ("up" if falls else "down"):
        words["change"] = f"{_MOVES[direction]} of {words['change']}"
    done = sum_of_printed(ready.formula, case.roles)
    computed = _about(done, case, right) or span(-right if falls else right, measure).removeprefix("exactly ")
    known = done.in_full(done.left) if done else span(left, measure)
    message = ready.says.format(**words, known=known, computed=computed, move=_MOVES["down" if falls else "up"])
    if ready.meant is not None and _is_meant(ready.meant, case):
        message += f" {ready.hint}"
    return Finding(
        rule=ready.rule.id, kind=ready.rule.kind, severity=severity,
        message=sentence(message),
        explanation=_explanation(ready, case, (left, right), measure, lenient=lenient),
        claims=case.claims,
    )


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
