"""The method "rank_column": a superlative that words give, against the column of a table that is headed by its measure.

"Orla has the second-highest turnout" is held against the column "Turnout, %" of a table in which Orla has a row, in the
same report, or in another that tells of the same year. Words behind the superlative and over the column must agree;
nothing may single out some of the rows ("of the coastal wards"), and times that are told must be the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.check.kinds.board import is_among
from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.stories import few_of_each, stem_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import SEVERITIES, Finding, Verdict
from claimcheck.model.letters import fold
from claimcheck.packs.schema.rules import RuleSpec

_MOST_COLUMNS = 40  # of one report
_MOST_REPORTS = 12  # with tables, so that all of them are looked at
_MOST_QUOTED = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a thing stands in a column: its figure, and those beyond it."""

    own: Claim
    beyond: tuple[Claim, ...]


def check_columns(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for superlatives that each column of their measure belies, verdicts for those that one bears out."""
    columns: dict[str, list[Relation]] = defaultdict(list)
    for column in ledger.relations_of("column"):
        if len(columns[column.path]) < _MOST_COLUMNS:
            columns[column.path].append(column)
    for place in few_of_each(ledger.relations_of("place")) if columns else ():
        if place.direction and place.complete:
            sisters = [path for path in ledger.stories.sisters(place.path) if path in columns]
            others = [path for path in columns if len(columns) <= _MOST_REPORTS and path != place.path]
            for path in dict.fromkeys((place.path, *sisters, *others)):
                fit = [each for each in columns.get(path, ()) if _is_of(place, each)]
                outcome = _outcome(rule, place, fit)
                if outcome is not None:
                    yield outcome
                    break


def _is_of(place: Relation, column: Relation) -> bool:
    """Whether the words behind a superlative are those over a column, and the times agree."""
    behind = place.scope.split("\n\n")[2]
    years = set(_YEAR.findall(behind))
    told = set(_YEAR.findall(column.when))
    if years and told and years != told:
        return False
    if place.path != column.path and not (told and years):
        return False  # another report may tell of another time
    head = _stems(column.direction)
    return bool(head) and _stems(behind) == head


def _stems(words: str) -> set[str]:
    return {stem_of(word) for word in _WORD.findall(words.lower())}


def _outcome(rule: RuleSpec, place: Relation, columns: Sequence[Relation]) -> Finding | Verdict | None:
    """A finding where each column belies the superlative, a verdict where one bears it out; None where none tells."""
    rank = int(place.when.partition("|")[0])
    latest = sorted(columns, key=lambda column: column.when, reverse=True)
    stands = [(column, stand) for column in latest if (stand := _stand(place, column)) is not None]
    against = [stand for column, stand in stands if _belies(stand, rank, column)]
    if not stands or place.words is None:
        return None
    told = Claim(kind="ordinal", sure=False, **dict(place.words))
    if len(against) == len(stands):
        return _finding(rule, told, rank, against[0])
    if against:
        return None
    own = stands[0][1].own
    return Verdict(rule=rule.id, kind=rule.kind, verdict="agrees", claims=(told, own), reason="the column says so too")


def _stand(place: Relation, column: Relation) -> _Stand | None:
    """Where the only thing stands that the sentence names before its place; None where it names none, or several."""
    names = place.scope.split("\n\n")[0]
    values = column.roles["value"]
    labels = column.scope.split("\n")
    rows = [value for label, value in zip(labels, values, strict=True) if is_among(fold(label), names)]
    if len(rows) != 1 or len({value.unit for value in values}) != 1:
        return None
    sign = -1 if place.direction == "lowest" else 1
    beyond = [value for value in values if sign * _size(value) > sign * _size(rows[0])]
    return _Stand(rows[0], tuple(sorted(beyond, key=lambda value: -sign * _size(value))))


def _belies(stand: _Stand, rank: int, column: Relation) -> bool:
    """Whether more things stand ahead than the place leaves room for, or fewer in a table that has them all."""
    ahead = len(stand.beyond)
    return ahead >= rank or (column.complete and ahead < rank - 1 and len(column.roles["value"]) >= rank)


def _size(claim: Claim) -> Decimal:
    return claim.value if isinstance(claim.value, Decimal) else Decimal(0)


def _finding(rule: RuleSpec, told: Claim, rank: int, stand: _Stand) -> Finding:
    ahead = len(stand.beyond)
    shown = stand.beyond[:_MOST_QUOTED] or (stand.own,)
    claims = tuple(sorted({told, stand.own, *shown}, key=lambda claim: (claim.path, claim.start)))
    figures = ", ".join(quote(claim) for claim in stand.beyond[:_MOST_QUOTED])
    return Finding(
        rule=rule.id, kind=rule.kind, claims=claims,
        severity=min(severity_of(rule, claims, lenient=True), "warning", key=SEVERITIES.index),
        message=f"{quote(told)}, but the column with {quote(stand.own)} has it in place {ahead + 1}.",
        explanation=f"Place {rank} is told. Its figure is {quote(stand.own)}; beyond it are {figures or 'none'}.",
    )
