"""Figures tied by identities between metrics: turnover is exports and imports, a surplus is their difference.

All identities of a rule are solved together for each subject, period and measure, so that figures conflict even where
no two of them do, and no one identity has all its figures. Where figures are multiplied or divided, percentages and
counts join those of one further measure: a margin is profit by revenue.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.check.formulas.formula import Formula, parse_formula
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import in_order
from claimcheck.check.severity import severity_of
from claimcheck.check.solver.conflict import Bound, components, left_for, minimal_conflict
from claimcheck.check.solver.rows import Constraint, Product, constraints_of_formula, names_of
from claimcheck.check.wording import quote
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import span
from claimcheck.packs.schema.rules import RuleSpec

_KEYS = {"formulas"}
_PURE = ("percent", "count", "dimensionless")  # measures that say nothing of what is counted or shared
_OUTCOMES = ("outcome", "estimate", "revised")


Relations = Mapping[str, Sequence[Constraint]]  # by the text of their formula


class _Scope(NamedTuple):
    """What figures must share to be tied by an identity."""

    subject: str
    period: str
    measure: str


def check_identities(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """For each scope: the smallest sets of figures that the identities of the rule forbid, or that they agree."""
    formulas = _formulas(rule)
    relations = {formula.text: constraints_of_formula(formula) for formula in formulas}
    for names in components(relations):
        tied = {name: relations[name] for name in names}
        metrics = names_of(_all(tied))
        if ledger.groups.are_alone(metrics):
            continue
        dated, undated = _by_scope(ledger, metrics)
        for scope, figures in _scopes(dated, is_mixed=any(isinstance(each, Product) for each in _all(tied))):
            if len({_name(claim) for claim in figures}) > 1:
                rivals = undated.get((scope.subject, scope.measure), ())
                yield from _judge(rule, scope, tied, figures, rivals)


def _formulas(rule: RuleSpec) -> list[Formula]:
    unknown = set(rule.when) - _KEYS
    if unknown:
        raise InputError(rule.file, f"unknown key; known: {', '.join(_KEYS)}", entry=rule.id, key=min(unknown))
    texts = rule.when.get("formulas", ())
    try:
        formulas = [parse_formula(text) for text in ([texts] if isinstance(texts, str) else texts)]
        for formula in formulas:
            constraints_of_formula(formula)
    except ValueError as error:
        raise InputError(rule.file, str(error), entry=rule.id, key="when.formulas") from error
    if not formulas:
        raise InputError(rule.file, "an identity needs formulas", entry=rule.id, key="when.formulas")
    return formulas


def _name(claim: Claim) -> str:
    """The name of a claim's metric in formulas, where a hyphen would be a minus."""
    return (claim.metric or "").replace("-", "_")


def _all(relations: Relations) -> list[Constraint]:
    return [constraint for several in relations.values() for constraint in several]


def _by_scope(
    ledger: Ledger, metrics: set[str]
) -> tuple[dict[_Scope, list[Claim]], dict[tuple[str, str], list[Claim]]]:
    """The plain levels of several metrics by what they share, and those of no known period by subject and measure."""
    dated: dict[_Scope, list[Claim]] = defaultdict(list)
    undated: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for group in ledger.groups.plain_levels(metrics):
        first = group[0]
        if first.subject and first.measure:
            outcomes = [claim for claim in group if claim.status in _OUTCOMES]
            if first.period is None:
                undated[first.subject, first.measure].extend(outcomes)
            else:
                dated[_Scope(first.subject, first.period.iso, first.measure)].extend(outcomes)
    return dated, undated


def _scopes(scopes: dict[_Scope, list[Claim]], *, is_mixed: bool) -> Iterator[tuple[_Scope, list[Claim]]]:
    """The scopes in which several metrics are told, in their order; one figure for each value that a metric is given.

    is_mixed: whether percentages and counts belong to the figures of every other measure.
    """
    if is_mixed:
        scopes = _mixed(scopes)
    several = [scope for scope, claims in scopes.items() if len({claim.metric for claim in claims}) > 1]
    for scope in sorted(several):
        yield scope, _clear(scopes[scope])


def _mixed(scopes: Mapping[_Scope, list[Claim]]) -> dict[_Scope, list[Claim]]:
    """The figures of each measure with the percentages and counts of its scope; these alone where it has no others."""
    pure: dict[_Scope, list[Claim]] = defaultdict(list)
    for scope, claims in scopes.items():
        if scope.measure in _PURE:
            pure[scope._replace(measure="")].extend(claims)
    mixed = {
        scope: [*claims, *pure.get(scope._replace(measure=""), ())]
        for scope, claims in scopes.items() if scope.measure not in _PURE
    }
    taken = {scope._replace(measure="") for scope in mixed}
    return {**mixed, **{scope: claims for scope, claims in pure.items() if scope not in taken}}


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
    rule: RuleSpec, scope: _Scope, tied: Relations, claims: list[Claim], rivals: Sequence[Claim]
) -> Iterator[Finding | Verdict]:
    relations, left = _all(tied), list(claims)
    found = False
    while conflict := minimal_conflict(relations, _bounds(left)):
        culprits = [left[at] for at in conflict]
        left = [claim for at, claim in enumerate(left) if at not in conflict]
        if len({_name(claim) for claim in culprits}) > 1 and not _is_cured(relations, culprits, rivals):
            found = True
            yield _finding(rule, scope, tied, culprits)
    if not found:
        reason = f"{'; '.join(tied)} can hold" if _is_tested(relations, left) else "too few figures to test it"
        verdict = "agrees" if _is_tested(relations, left) else "cannot-tell"
        yield Verdict(rule=rule.id, kind=rule.kind, verdict=verdict, claims=tuple(left), reason=reason)


def _is_cured(relations: Sequence[Constraint], culprits: Sequence[Claim], rivals: Sequence[Claim]) -> bool:
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


def _is_tested(relations: Sequence[Constraint], claims: Sequence[Claim]) -> bool:
    """True when there are more known variables than the relations leave free."""
    known = {_name(claim) for claim in claims}
    return len(known) > len(names_of(relations)) - len(relations)


def _finding(rule: RuleSpec, scope: _Scope, tied: Relations, culprits: Sequence[Claim]) -> Finding:
    claims = in_order(culprits)
    bounds = _bounds(claims)
    used = _used(tied, bounds)
    lines = [f"{claim.metric}: {quote(claim)} means {span(bound.interval, claim.measure)}"
             for claim, bound in zip(claims, bounds, strict=True)]
    for at, claim in enumerate(claims):
        room = left_for(_all(tied), bounds, range(len(bounds)), at)
        if room is not None:
            lines.append(f"The others leave {span(room, claim.measure)} for the {claim.metric}.")
    lines.append(f"It must hold that {' and '.join(used)}.".replace("_", "-"))
    told = ", ".join(f"{_name(claim).replace('_', ' ')} ({claim.words})" for claim in claims)
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity_of(rule, claims, lenient=True),
        message=f"{scope.subject}, {scope.period}: {told} cannot all hold.",
        explanation="\n".join(lines),
        claims=claims,
    )


def _used(tied: Relations, bounds: Sequence[Bound]) -> list[str]:
    """The formulas without which the figures could all hold."""
    kept = dict(tied)
    for name in tied:
        rest = {other: kept[other] for other in kept if other != name}
        if minimal_conflict(_all(rest), bounds):
            kept = rest
    return list(kept)
