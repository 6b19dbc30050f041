"""Figures tied by identities between metrics: turnover is exports and imports, a surplus is their difference.

All identities of a rule are solved together for each subject, period and measure, so that figures conflict even where
no two of them do, and no one identity has all its figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.check.comparable import role_of, why_unfit
from claimcheck.check.formula import Formula, parse_formula
from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.solver.conflict import Bound, components, left_for, minimal_conflict
from claimcheck.check.solver.rows import Row, rows_of_formula
from claimcheck.check.wording import quote, span
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

_KEYS = {"formulas"}
_OUTCOMES = ("outcome", "estimate", "revised")


@dataclass(frozen=True, slots=True)
class _Scope:
    """What figures must share to be tied by an identity."""

    subject: str
    period: str
    measure: str


def check_identities(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """For each scope: the smallest sets of figures that the identities of the rule forbid, or that they agree."""
    formulas = _formulas(rule)
    rows = {formula.text: rows_of_formula(formula) for formula in formulas}
    metrics = {name for row in rows.values() for name in row.terms}
    undated = _undated(ledger, metrics)
    for scope, figures in _scopes(ledger, metrics):
        for names in components(rows):
            relations = [rows[name] for name in names]
            tied = [claim for claim in figures if any(_name(claim) in row.terms for row in relations)]
            if len({_name(claim) for claim in tied}) > 1:
                rivals = undated.get((scope.subject, scope.measure), ())
                yield from _judge(rule, scope, names, relations, tied, rivals)


def _formulas(rule: RuleSpec) -> list[Formula]:
    unknown = set(rule.when) - _KEYS
    if unknown:
        raise InputError(rule.file, f"unknown key; known: {', '.join(_KEYS)}", entry=rule.id, key=min(unknown))
    texts = rule.when.get("formulas", ())
    try:
        formulas = [parse_formula(text) for text in ([texts] if isinstance(texts, str) else texts)]
        for formula in formulas:
            rows_of_formula(formula)
    except ValueError as error:
        raise InputError(rule.file, str(error), entry=rule.id, key="when.formulas") from error
    if not formulas:
        raise InputError(rule.file, "an identity needs formulas", entry=rule.id, key="when.formulas")
    return formulas


def _name(claim: Claim) -> str:
    """The name of a claim's metric in formulas, where a hyphen would be a minus."""
    return (claim.metric or "").replace("-", "_")


def _scopes(ledger: Ledger, metrics: set[str]) -> Iterator[tuple[_Scope, list[Claim]]]:
    """The plain levels of the metrics, by what they share; one figure for each value that a metric is given."""
    scopes: dict[_Scope, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        if _name(claim) in metrics and _is_plain(claim) and claim.subject and claim.period and claim.measure:
            scopes[_Scope(claim.subject, claim.period.iso, claim.measure)].append(claim)
    for scope in sorted(scopes, key=lambda each: (each.subject, each.period, each.measure)):
        yield scope, _clear(scopes[scope])


def _undated(ledger: Ledger, metrics: set[str]) -> dict[tuple[str, str], list[Claim]]:
    """The plain levels of the metrics whose period is not known, by subject and measure."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        if _name(claim) in metrics and _is_plain(claim) and claim.subject and claim.period is None and claim.measure:
            found[(claim.subject, claim.measure)].append(claim)
    return found


def _is_plain(claim: Claim) -> bool:
    fits = why_unfit(claim) is None and role_of(claim) == "level"
    return fits and not claim.facets and claim.status in _OUTCOMES


def _clear(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those of a report that gives one metric two values: nobody knows which of them is meant."""
    told: dict[tuple[str, str], set[object]] = defaultdict(set)
    for claim in claims:
        told[(claim.path, _name(claim))].add(claim.reading)
    kept: dict[object, Claim] = {}
    for claim in sorted(claims, key=lambda each: (each.path, each.start)):
        if len(told[(claim.path, _name(claim))]) == 1:
            kept.setdefault((_name(claim), claim.reading), claim)
    return list(kept.values())


def _judge(
    rule: RuleSpec, scope: _Scope, names: Sequence[str], relations: Sequence[Row], claims: list[Claim],
    rivals: Sequence[Claim],
) -> Iterator[Finding | Verdict]:
    left = list(claims)
    found = False
    while conflict := minimal_conflict(relations, _bounds(left)):
        culprits = [left[at] for at in conflict]
        left = [claim for at, claim in enumerate(left) if at not in conflict]
        if len({_name(claim) for claim in culprits}) > 1 and not _is_cured(relations, culprits, rivals):
            found = True
            yield _finding(rule, scope, names, relations, culprits)
    if not found:
        reason = f"{'; '.join(names)} can hold" if _is_tested(relations, left) else "too few figures to test it"
        verdict = "agrees" if _is_tested(relations, left) else "cannot-tell"
        yield Verdict(rule=rule.id, kind=rule.kind, verdict=verdict, claims=tuple(left), reason=reason)


def _is_cured(relations: Sequence[Row], culprits: Sequence[Claim], rivals: Sequence[Claim]) -> bool:
    """True when another report gives one of the culprits a value with which all can hold.

    Then those two figures are in dispute, not the sum, and the rule that one fact has one value says so.
    """
    for rival in rivals:
        for at, claim in enumerate(culprits):
            disputes = rival.path != claim.path and _name(rival) == _name(claim) and rival.reading != claim.reading
            mended = [*culprits[:at], rival, *culprits[at + 1 :]]
            if disputes and not minimal_conflict(relations, _bounds(mended)):
                return True
    return False


def _bounds(claims: Sequence[Claim]) -> list[Bound]:
    readings = ((_name(claim), claim.reading) for claim in claims)
    return [Bound(name, reading.lenient) for name, reading in readings if reading]


def _is_tested(relations: Sequence[Row], claims: Sequence[Claim]) -> bool:
    """True when there are more known variables than the relations leave free."""
    variables = {name for row in relations for name in row.terms}
    known = {_name(claim) for claim in claims}
    return len(known) > len(variables) - len(relations)


def _finding(
    rule: RuleSpec, scope: _Scope, names: Sequence[str], relations: Sequence[Row], culprits: Sequence[Claim]
) -> Finding:
    claims = tuple(sorted(culprits, key=lambda claim: (claim.path, claim.start)))
    bounds = _bounds(claims)
    used = _used(relations, names, claims)
    lines = [f"{claim.metric}: {quote(claim)} means {span(bound.interval, claim.measure)}"
             for claim, bound in zip(claims, bounds, strict=True)]
    for at, claim in enumerate(claims):
        room = left_for(relations, bounds, range(len(bounds)), at)
        if room is not None:
            lines.append(f"The others leave {span(room, claim.measure)} for the {claim.metric}.")
    lines.append(f"It must hold that {' and '.join(used)}.".replace("_", "-"))
    told = ", ".join(f"{_name(claim).replace('_', ' ')} ({' '.join(claim.text.split())})" for claim in claims)
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity_of(rule, claims, lenient=True),
        message=f"{scope.subject}, {scope.period}: {told} cannot all hold.",
        explanation="\n".join(lines),
        claims=claims,
    )


def _used(relations: Sequence[Row], names: Sequence[str], claims: Sequence[Claim]) -> list[str]:
    """The formulas without which the figures could all hold."""
    by_name: Mapping[str, Row] = dict(zip(names, relations, strict=True))
    bounds = _bounds(claims)
    kept = list(names)
    for name in names:
        rest = [other for other in kept if other != name]
        if minimal_conflict([by_name[other] for other in rest], bounds):
            kept = rest
    return kept
