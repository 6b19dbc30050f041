"""Claims become findings: which facts the reports tell differently, and what could not be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, starmap
from operator import attrgetter, itemgetter
from typing import Any

from claimcheck.check.echoes import merge_copies
from claimcheck.check.facts import facts_of
from claimcheck.check.kinds import method_of
from claimcheck.check.ledger import Ledger
from claimcheck.collector import collector_at_rest
from claimcheck.model.alike import all_full, full
from claimcheck.model.claim import Claim, Resolution, Unresolved
from claimcheck.model.finding import SEVERITIES, CheckResult, Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

_place: Callable[[Claim], tuple[str, int, int]] = attrgetter("path", "start", "end")
_TOLD = itemgetter("path", "start", "end", "text")
_FEWEST_OF_SUM = 3  # figures
_CONFLICT = Verdict(rule="", kind="", verdict="conflicts", claims=(), reason="")
_UNRESOLVED = Unresolved(path="", start=0, end=0, text="", reason="")


def check_claims(resolution: Resolution, rules: Iterable[RuleSpec]) -> CheckResult:
    """Runs every rule over what the reports state.

    Gives findings and verdicts in an order that does not depend on the order of reports or rules, the rows of the
    consistency table, and the claims that met no other, with the reason. Raises InputError for a rule whose method
    does not exist.
    """
    with collector_at_rest():
        return _check(Ledger(resolution.claims, resolution.relations), rules)


def _check(ledger: Ledger, rules: Iterable[RuleSpec]) -> CheckResult:
    results = [result for rule in rules for result in method_of(rule)(rule, ledger)]
    findings = merge_copies(_distinct_findings(result for result in results if isinstance(result, Finding)))
    return CheckResult(
        findings=findings,
        verdicts=_distinct_verdicts(results),
        facts=tuple(facts_of(ledger, findings)),
        not_compared=tuple(_not_compared(ledger)),
    )


def _distinct_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, gravest first.

    Of those on the same claims only the first is kept, and of sums of one kind one of which holds all claims of the
    other; one that sets the same values of the same thing against each other, as copies of a report do, is told once,
    and its claims are repeats.
    """
    ranked = sorted(findings, key=lambda found: (-SEVERITIES.index(found.severity), _places(found.claims), found.rule))
    kept: dict[object, Finding] = {}
    by_places: set[object] = set()
    sums: dict[object, list[frozenset[object]]] = defaultdict(list)
    for finding in ranked:
        places = frozenset(_places(finding.claims))
        alike = [sums[finding.kind, place] for place in places] if len(places) >= _FEWEST_OF_SUM else []
        if places in by_places or any(places < other or other < places for others in alike for other in others):
            continue
        by_places.add(places)
        for others in alike:
            others.append(places)
        values = _values(finding) or places
        kept[values] = _with_repeats(kept[values], finding) if values in kept else finding
    return tuple(kept.values())


def _values(finding: Finding) -> object:
    """What a finding sets against each other; None when that is not several figures of which some are compared.

    Two figures of one report are not: a copy of it would have to repeat both.
    """
    claims = finding.claims
    if len(claims) < 2 or any(claim.reading is None or claim.metric is None for claim in claims):
        return None
    if len(claims) == 2 and claims[0].path == claims[1].path:
        return None
    told = frozenset((claim.metric, claim.facets, claim.measure, claim.reading) for claim in claims)
    return finding.kind, finding.severity == "note", told


def _with_repeats(finding: Finding, copy: Finding) -> Finding:
    known = {*_places(finding.claims), *_places(finding.repeats)}
    further = [claim for claim in (*copy.claims, *copy.repeats) if _places([claim])[0] not in known]
    return finding.model_copy(update={"repeats": (*finding.repeats, *further)})


def _distinct_verdicts(results: Iterable[Finding | Verdict]) -> tuple[Verdict, ...]:
    """The verdicts, and one for each finding, each set of claims once for each rule."""
    verdicts = (result if isinstance(result, Verdict) else _of_finding(result) for result in results)
    kept = {(verdict.rule, tuple(sorted(_places(verdict.claims)))): verdict for verdict in verdicts}
    return tuple([kept[key] for key in sorted(kept)])


def _of_finding(finding: Finding) -> Verdict:
    return full(_CONFLICT, {
        "rule": finding.rule, "kind": finding.kind, "verdict": "conflicts", "claims": finding.claims,
        "reason": finding.message,
    })


def _not_compared(ledger: Ledger) -> Iterator[Unresolved]:
    """The figures that met no other, and why."""
    alone = (
        (claim, reason) for (_, subject, time), group in ledger.groups.by_key.items()
        if (reason := _why_alone(group, subject, time)) for claim in group
    )
    unfit = ((claim, reason) for claim, reason in ledger.unfit if claim.kind == "quantity")
    return all_full(_UNRESOLVED, starmap(_unresolved, chain(alone, unfit)))


def _why_alone(group: Sequence[Claim], subject: str | None, time: int | None) -> str | None:
    """Why the figures of one group, of one subject in one period, met no other."""
    if subject is None or time is None:
        gaps = [name for name, value in (("subject", subject), ("period", time)) if value is None]
        return f"the {' and the '.join(gaps)} of the figure is not known"
    path = group[0].path
    if len(group) == 1 or (group[-1].path == path and all(claim.path == path for claim in group)):
        return "only one report says it"
    return None


def _unresolved(claim: Claim, reason: str) -> dict[str, Any]:
    path, start, end, text = _TOLD(vars(claim))
    return {"path": path, "start": start, "end": end, "text": text, "reason": reason, "part": ""}


def _places(claims: Iterable[Claim]) -> tuple[tuple[str, int, int], ...]:
    return tuple(map(_place, claims))
