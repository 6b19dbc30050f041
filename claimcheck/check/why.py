"""Why two claims met or did not: facet by facet, by the code that compares them in a run.

Each facet is put to `comparable.compare` alone: on two figures that are made alike in all other respects. What that
says of the facet is what it says in a run, and no second notion of likeness can grow here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.check.comparing.accounts import conflicts_among, reading_of
from claimcheck.check.comparing.comparable import Meeting, compare, is_told_alike, role_of, why_unfit
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Comparison, ComparisonVerdict, Facet, FacetMark
from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.in_words import span
from claimcheck.model.period import Period
from claimcheck.model.period_words import time_words

_STAND_IN = "?"  # for what neither figure tells
_KIND_NAMES = {"quantity": "figure", "list": "list of names", "ordinal": "place in an order"}


@dataclass(frozen=True, slots=True)
class _Respect:
    """A respect in which figures are compared: its field, its words, and what stands in where nothing is known."""

    name: str
    field: str
    words: Callable[[Claim], str]
    neutral: object
    means_none: bool = False  # nothing told is itself a value: no facet is the whole


_RESPECTS = (
    _Respect("metric", "metric", lambda claim: claim.metric or "", _STAND_IN),
    _Respect("qualified as", "facets", lambda claim: ", ".join(claim.facets), (), means_none=True),
    _Respect("measured in", "measure", lambda claim: (claim.measure or "").replace("_", " "), _STAND_IN),
    _Respect("role", "role", role_of, "level"),
    _Respect("occasion", "scene", lambda claim: ", ".join(sorted(claim.scene)), frozenset()),
    _Respect("subject", "subject", lambda claim: claim.subject or "", _STAND_IN),
    _Respect("place", "place", lambda claim: claim.place or "", None),
    _Respect("period", "period", lambda claim: time_words(claim.period) if claim.period else "", Period.year(2000)),
    _Respect("measured from", "base", lambda claim: time_words(claim.base) if claim.base else "", None),
    _Respect("trend", "trend", lambda claim: claim.trend, ""),
    _Respect("status", "status", lambda claim: claim.status, "outcome"),
)
_OTHER_FIELDS = ("person", "titles", "type", "identifier", "issuer", "title", "event", "date", "weekday", "subject",
                 "place", "period", "value")


def explain_pair(
    first: Claim, second: Claim, findings: Iterable[Finding], verdicts: Iterable[Verdict], claims: Iterable[Claim]
) -> Comparison:
    """What a run made of two claims, given its findings, its verdicts and all its claims."""
    figures = first.kind == second.kind == "quantity"
    outcome = _told(first, second, findings, verdicts) or (
        _judged(first, second, claims) if figures else _Outcome("not-compared", _never_met(first, second)))
    facets = tuple(_facets(first, second) if figures else _other_facets(first, second))
    return Comparison(claims=(first, second), facets=facets, verdict=outcome.verdict, reason=outcome.reason,
                      rule=outcome.rule, severity=outcome.severity)


@dataclass(frozen=True, slots=True)
class _Outcome:
    verdict: ComparisonVerdict
    reason: str
    rule: str = ""
    severity: Severity | None = None


def _told(
    first: Claim, second: Claim, findings: Iterable[Finding], verdicts: Iterable[Verdict]
) -> _Outcome | None:
    """What a rule said of both; a conflict before all else. The two may be two of many that it spoke of."""
    spots = {_spot(first), _spot(second)}
    if len(spots) == 1:
        return _Outcome("not-compared", "the two are one claim")
    for finding in findings:
        if spots <= {_spot(claim) for claim in (*finding.claims, *finding.repeats)} and not _is_echo(finding, spots):
            return _Outcome("conflicts", finding.message, finding.rule, finding.severity)
    told = [each for each in verdicts if spots <= {_spot(claim) for claim in each.claims}]
    open_ = [each for each in told if each.verdict == "cannot-tell"]
    if open_ and first.kind == second.kind == "quantity" and isinstance(apart := compare(first, second), str):
        open_ = [each.model_copy(update={"reason": f"{apart}; {each.reason}"}) for each in open_]
    clear = [each for each in told if each.verdict == "agrees"] or open_
    return _Outcome(clear[0].verdict, clear[0].reason, clear[0].rule) if clear else None


def _is_echo(finding: Finding, spots: set[tuple[str, int, int]]) -> bool:
    """True for two claims of a finding that say the same, so that they are not what conflicts."""
    told = [claim for claim in (*finding.claims, *finding.repeats) if _spot(claim) in spots]
    one, other = told[0], told[-1]
    return one.kind == "quantity" and one.metric == other.metric and one.reading == other.reading


def _judged(first: Claim, second: Claim, claims: Iterable[Claim]) -> _Outcome:
    """What `compare` says of two figures that no rule spoke of."""
    met = compare(first, second)
    if isinstance(met, str):
        return _Outcome("not-compared", met)
    if not reading_of(first).strict.is_disjoint(reading_of(second).strict):
        return _Outcome("agrees", "the figures share a possible value")
    if not any(True for _ in conflicts_among((first, second))):
        return _Outcome("cannot-tell", "the figures differ, but too little is known of them")
    for one in (first, second):
        rival = _rival(one, claims)
        if rival is not None:
            return _Outcome("cannot-tell", (
                f"{one.path} also says {quote(rival)} under that name, so that it may mean two things by it"))
    return _Outcome("cannot-tell", "the figures differ, but a nearer pair of figures was compared in their stead")


def _rival(claim: Claim, claims: Iterable[Claim]) -> Claim | None:
    """Another value that the same report gives under the same name."""
    return next((
        other for other in claims
        if other.path == claim.path and why_unfit(other) is None and is_told_alike(claim, other)
        and reading_of(other).strict.is_disjoint(reading_of(claim).strict)
    ), None)


def _never_met(first: Claim, second: Claim) -> str:
    if first.kind != second.kind:
        return f"a {_kind(first)} is not compared with a {_kind(second)}"
    return f"no rule set these two {_kind(first)}s against each other"


def _kind(claim: Claim) -> str:
    return _KIND_NAMES.get(claim.kind, claim.kind)


def _facets(first: Claim, second: Claim) -> Iterator[Facet]:
    """The respects in which anything is known of either figure."""
    for respect in _RESPECTS:
        words = respect.words(first), respect.words(second)
        if any(words):
            yield Facet(name=respect.name, first=words[0], second=words[1], mark=_mark(first, second, respect))
    if first.reading is None or second.reading is None:
        return
    for name, one, other in (
        ("at face value", first.reading.strict, second.reading.strict),
        ("at its widest", first.reading.lenient, second.reading.lenient),
    ):
        comparable = first.measure == second.measure
        mark: FacetMark = "same" if one == other else "differs" if one.is_disjoint(other) else "alike"
        yield Facet(name=name, first=span(one, first.measure), second=span(other, second.measure),
                    mark=mark if comparable else "differs")
    sure = ["stated" if claim.sure else "in part inferred" for claim in (first, second)]
    yield Facet(name="how sure", first=sure[0], second=sure[1], mark="same" if sure[0] == sure[1] else "alike")


def _mark(first: Claim, second: Claim, respect: _Respect) -> FacetMark:
    """What `compare` makes of two figures that may differ in this respect only."""
    one, other = getattr(first, respect.field), getattr(second, respect.field)
    if one == other:
        return "same" if one or respect.means_none or respect.name == "role" else "unknown"
    if not (one and other) and not respect.means_none and respect.field != "role":
        return "unknown"
    verdict = compare(_levelled(first, first, respect), _levelled(second, first, respect))
    return "alike" if isinstance(verdict, Meeting) else "differs"


def _levelled(claim: Claim, lead: Claim, but: _Respect) -> Claim:
    """The figure with what is known of the lead in all respects but one, in a report of its own."""
    told: dict[str, Any] = {each.field: getattr(lead, each.field) or each.neutral for each in _RESPECTS}
    told[but.field] = getattr(claim, but.field)
    path = f"{claim.path}:{claim.start}:{claim.end}"
    return claim.model_copy(update={**told, "path": path, "sure": True, "telling": True})


def _other_facets(first: Claim, second: Claim) -> Iterator[Facet]:
    """For claims that are not two figures: what is read of each, the same or not."""
    yield Facet(name="kind", first=_kind(first), second=_kind(second),
                mark="same" if first.kind == second.kind else "differs")
    for field in _OTHER_FIELDS:
        one, other = _words(getattr(first, field)), _words(getattr(second, field))
        if one or other:
            mark: FacetMark = "same" if one == other else "differs" if one and other else "unknown"
            yield Facet(name=field, first=one, second=other, mark=mark)


def _words(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else str(value)


def _spot(claim: Claim) -> tuple[str, int, int]:
    return claim.path, claim.start, claim.end
