"""The method "footing": what a table works out from its own figures must come out.

Three verdicts. It comes out to the last digit: agrees. It misses by what roundings explain: a note, but as grave as the
rule allows in a table all of whose other sums come out. It misses by more: a finding where the layout leaves no doubt
that the figure is worked out so, else nothing can be told.

Keys of `when`:
    ways    the ways of working out that the rule is about: "sum", "difference", "growth", "ratio", "average"; or "part"
            for what is part of a figure and may not exceed it
    says    the message; {whole} quotes the figure, {computed} is what it should be, {parts} says from what
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial

from claimcheck.check.hints.corroboration import corroborated
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, undecided
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.errors import InputError
from claimcheck.model.alike import like
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.ends import are_same
from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.interval import decimal_text
from claimcheck.model.measure import measure_of
from claimcheck.packs.schema.rules import RuleSpec

_PARTS_FOR_ONE_STEP = 12
_MOST_QUOTED = 12
_AGREES = Verdict(rule="", kind="total", verdict="agrees", claims=(), reason="")
_EXACT, _ALONE, _PART = "exact", "alone", "part"
_KEYS = ("ways", "says")
_DIGITS = re.compile(r"[0-9][0-9, ]*(?:\.(?P<decimals>[0-9]+))?")


def check_footing(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """The findings and verdicts on what tables work out; raises InputError for a rule that is not sound."""
    ways, says = _ready(rule)
    for relation in ledger.relations_of("footing"):
        way, _, factor = relation.scope.partition(" ")
        if way in ways and way == _PART:
            yield _outcome_of_part(rule, says, relation)
        elif way in ways:
            meant = _meant(relation, way, Decimal(factor or 1))
            if meant is not None:
                yield _corroborated(_outcome(rule, says, relation, way, meant), relation, meant, ledger)


def _corroborated(outcome: Finding | Verdict, relation: Relation, meant: Fraction, ledger: Ledger) -> Finding | Verdict:
    """A finding with the figure of another report that is what the table makes it."""
    if isinstance(outcome, Verdict):
        return outcome
    whole = relation.roles["whole"][0]
    factor = measure_of(whole.unit).factor if whole.unit else Fraction(1)
    return corroborated(outcome, (whole,), partial(_is_about, meant * factor), ledger)


def _is_about(meant: Fraction, _: Claim, other: Claim) -> bool:
    return other.reading is not None and other.reading.strict.contains(meant)


def _ready(rule: RuleSpec) -> tuple[tuple[str, ...], str]:
    unknown = [name for name in rule.when if name not in _KEYS]
    missing = [name for name in _KEYS if name not in rule.when]
    for name in (*unknown, *missing):
        raise InputError(rule.file, "is missing" if name in missing else "unknown", entry=rule.id, key=f"when.{name}")
    ways = rule.when["ways"]
    return ((ways,) if isinstance(ways, str) else tuple(ways)), str(rule.when["says"])


def _meant(relation: Relation, way: str, factor: Decimal) -> Fraction | None:
    """What the figure should be; None where it cannot be told."""
    if way == "sum":
        total = sum((_value(claim) for claim in relation.roles.get("part", ())), Decimal(0))
        total -= sum((_value(claim) for claim in relation.roles.get("less", ())), Decimal(0))
        return Fraction(-total if relation.direction == "turned" else total)
    if way == "average":
        pairs = list(zip(relation.roles["part"], relation.roles["weight"], strict=True))
        weights = sum((_value(weight) for _, weight in pairs), Decimal(0))
        return Fraction(sum((_value(each) * _value(weight) for each, weight in pairs), Decimal(0))) / Fraction(
            weights) if weights else None
    top, base = (Fraction(_value(relation.roles[role][0])) for role in ("top", "base"))
    if way == "difference":
        return top - base
    if not base:
        return None
    shown = Fraction(_value(relation.roles["whole"][0]))
    if way == "ratio":
        return Fraction(factor) * top / base
    growths = (Fraction(factor) * (top - base) / each for each in (abs(base), base))
    return min(growths, key=lambda growth: abs(growth - shown))


def _value(claim: Claim) -> Decimal:
    assert isinstance(claim.value, Decimal)
    return claim.value


def _outcome_of_part(rule: RuleSpec, says: str, relation: Relation) -> Finding | Verdict:
    whole, part = relation.roles["whole"][0], relation.roles["part"][0]
    if _value(part) - _value(whole) > _step(whole):
        severity = severity_of(rule, (), lenient=True)
        return _finding(rule, says, relation, _PART, Fraction(_value(part)), severity)
    reason = f"{_written(part)} is no more than {_written(whole)}"
    return agreed(rule, (whole, part), reason)


def _outcome(rule: RuleSpec, says: str, relation: Relation, way: str, meant: Fraction) -> Finding | Verdict:
    whole = relation.roles["whole"][0]
    shown = Fraction(_value(whole))
    gap = Fraction(0) if are_same(shown, meant) else abs(shown - meant)
    if not gap or (way != "sum" and 2 * gap <= _slack(relation, way)):
        claims = _claims(relation) if way == "sum" else (whole,)
        return like(_AGREES, {
            "rule": rule.id, "kind": rule.kind, "claims": claims, "reason": _working(relation, way),
        })
    rounded = way == "sum" and _is_rounding(relation, gap)
    if rounded and relation.when != _EXACT:
        return _finding(rule, says, relation, way, meant, "note")
    if not relation.complete and not rounded:
        reason = "the layout does not show that these are all its parts"
        return undecided(rule, _claims(relation), reason)
    severity = severity_of(rule, (), lenient=True, sure=relation.direction != _ALONE and not rounded)
    return _finding(rule, says, relation, way, meant, severity)


def _step(claim: Claim) -> Fraction:
    """One unit of the last place of a figure, in its own unit."""
    strict = claim.reading.strict if claim.reading is not None else None
    if strict is None or strict.high is None or strict.low is None:
        return Fraction(0)
    factor = measure_of(claim.unit).factor if claim.unit else 1
    return strict.high - strict.low if factor == 1 else (strict.high - strict.low) / factor


def _is_rounding(relation: Relation, gap: Fraction) -> bool:
    parts = [claim for role in ("part", "less") for claim in relation.roles.get(role, ()) if _value(claim)]
    steps = [_step(claim) for claim in (relation.roles["whole"][0], *parts)]
    return 2 * gap <= sum(steps) and gap <= max(steps) * (1 + len(parts) // _PARTS_FOR_ONE_STEP)


def _slack(relation: Relation, way: str) -> Fraction:
    """Twice what roundings of the figures may come to in one that is worked out from them."""
    whole = relation.roles["whole"][0]
    if way == "average":
        return _step(whole) * Fraction(3, 2)
    top, base = (relation.roles[role][0] for role in ("top", "base"))
    if way == "difference":
        return _step(whole) + _step(top) + _step(base)
    low = abs(Fraction(_value(base)))
    factor = Fraction(relation.scope.partition(" ")[2])
    return _step(whole) + factor * (_step(top) + _step(base) * abs(Fraction(_value(top))) / low) / low


def _claims(relation: Relation) -> tuple[Claim, ...]:
    return tuple(claim for claims in relation.roles.values() for claim in claims)


def _finding(
    rule: RuleSpec, says: str, relation: Relation, way: str, meant: Fraction, severity: Severity
) -> Finding:
    whole = relation.roles["whole"][0]
    computed = _as_written(meant if way in ("sum", "difference") else _rounded(meant, _step(whole)), whole)
    message = says.format(whole=quote(whole), computed=computed, parts=_working(relation, way))
    claims = _claims(relation)
    shown = claims if len(claims) <= _MOST_QUOTED else claims[:_MOST_QUOTED]
    lines = [f"{quote(claim)} is read as {decimal_text(Fraction(_value(claim)))}." for claim in shown]
    if len(claims) > len(shown):
        lines.append(f"Further figures: {len(claims) - len(shown)}.")
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity, message=message, explanation="\n".join(lines), claims=claims,
    )


def _as_written(value: Fraction, like: Claim) -> str:
    """A value in the way that the figure of a cell is written: without the scale that the words around it give."""
    digits = _DIGITS.search(like.text)
    places = len(digits["decimals"] or "") if digits else 0
    scale = _step(like) * 10**places or 1
    text = decimal_text(value / scale)
    whole, dot, decimals = text.partition(".")
    return f"{int(whole):,}{dot}{decimals}" if digits and "," in digits[0] and whole.strip("-") else text


def _rounded(value: Fraction, step: Fraction) -> Fraction:
    return round(value / step) * step if step else value


def _working(relation: Relation, way: str) -> str:
    if way == "sum":
        parts, less = relation.roles.get("part", ()), relation.roles.get("less", ())
        named = [f"{_written(claim)}" for claim in parts] + [f"({_written(claim)})" for claim in less]
        return " + ".join(named)
    if way == _PART:
        return quote(relation.roles["part"][0])
    if way == "average":
        return f"the average of {len(relation.roles['part'])} figures above, weighed by another column"
    top, base = (_written(relation.roles[role][0]) for role in ("top", "base"))
    return {"difference": f"{top} less {base}", "growth": f"the growth from {base} to {top}"}.get(
        way, f"the ratio of {top} to {base}")


def _written(claim: Claim) -> str:
    return claim.words
