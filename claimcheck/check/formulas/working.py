"""Puts the figures of one relation into a formula, and judges whether they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from claimcheck.check.comparing.evidence import in_one_sentence
from claimcheck.check.formulas.cases import Case, is_signed
from claimcheck.check.formulas.formula import Formula
from claimcheck.check.formulas.misfits import finding_of
from claimcheck.check.formulas.relation_rule import RelationRule, Roles
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.alike import full, like
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict, VerdictKind
from claimcheck.model.interval import Interval

_UNHELD = ("denied", "hypothetical")
_COARSELY = Fraction(1, 40)  # of a level, within which it is rounded where it stands beside another level
_FEWER_PLACES = 100  # times as coarse
_BESIDE = 160  # letters between two figures that a writer rounds alike
_SET_AGAINST = (("to", "from"), ("part", "whole"), ("total", "base"))  # roles of two figures that make a third
_UNWORDED = Finding(rule="", kind="", severity="note", message="", explanation="", claims=())
_VERDICT = Verdict(rule="", kind="", verdict="agrees", claims=(), reason="")


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
    return finding_of(ready, case, severity, direction, lenient=lenient)


def may_hold_for(ready: RelationRule, roles: Roles, direction: str) -> bool:
    """True when the formula may hold for figures read at face value."""
    return any(_may_hold(ready.formula, case, lenient=False) for case in _cases(roles, direction))


def _cases(roles: Roles, direction: str) -> list[Case]:
    signs = {"up": (1,), "down": (-1,)}.get(direction, (1, -1)) if is_signed(roles) else (1,)
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


def _may_hold(formula: Formula, case: Case, *, lenient: bool) -> bool:
    return formula.may_hold(case.values(lenient=lenient))


def _verdict(ready: RelationRule, case: Case, verdict: VerdictKind, reason: str) -> Verdict:
    return full(_VERDICT, {
        "rule": ready.rule.id, "kind": ready.rule.kind, "verdict": verdict, "claims": case.claims, "reason": reason,
    })
