"""Places in an order: against other places, moves, those named ahead, and rows of tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import counted
from claimcheck.packs.schema.rules import RuleSpec

_SIZE = re.compile(r"(\d+) ")  # of what is ranked: "119 countries"
_MOST_TABLES = 20  # rows with one figure that a place is looked up in, so that the cost stays linear


def check_moves(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for moves by another number of places than lie between the place left and the place reached."""
    for relation in ledger.relations_of("move"):
        move, left, reached = (relation.roles[role][0] for role in ("move", "from", "to"))
        steps = abs(_value(reached) - _value(left))
        if move.reading is None:
            continue
        claims = (move, left, reached)
        if move.reading.lenient.contains(steps):
            yield _verdict(rule, claims, f"{steps} places lie between")
            continue
        yield _finding(
            rule, claims, f"{quote(move)}: from {left.text} to {reached.text} is {counted(steps, 'place')}.",
            f"From {quote(left)} to {quote(reached)} is {counted(steps, 'place')}, not {quote(move)}.",
        )


def check_named_ahead(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for places with more named ahead of them than there are places ahead, or with less than they have.

    The rule's `more` key lists metrics of which more is better. A table that gives another place bears witness in the
    same finding.
    """
    places = {_place(rank): found for rank, found in _told_by_tables(ledger)}
    for relation in ledger.relations_of("ahead"):
        rank, names, own = (relation.roles[role][0] for role in ("rank", "ahead", "own"))
        if relation.direction == "below" and own.metric in rule.when.get("more", ()):
            yield _finding(rule, (own, names), f"{quote(names)} is named ahead of {quote(own)}, which is more.",
                           f"By {own.metric} who has more is ahead, yet {quote(own)} is put behind {quote(names)}.")
            continue
        if _value(names) < _value(rank):
            yield _verdict(rule, (rank, names), f"{names.value} named ahead leave room for that place")
            continue
        tables = [row.roles["rank"][0] for row in _against(rank, places.get(_place(rank), []))]
        yield _finding(
            rule, (rank, names, *tables),
            f"{quote(rank)}, but {names.value} {'is' if names.value == 1 else 'are'} named ahead: {quote(names)}.",
            f"With {names.value} ahead, each with a figure beyond that of {quote(relation.roles['own'][0])}, the place "
            f"can be {_value(names) + 1} at best, not {_value(rank)}.",
        )


def check_tables(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for places that a table gives as others: the row is known by its name and by one of its figures.

    Too many named ahead of the place bear witness in the same finding.
    """
    named = {_place(relation.roles["rank"][0]): relation.roles["ahead"][0] for relation in ledger.relations_of("ahead")}
    for rank, rows in _told_by_tables(ledger):
        against = _against(rank, rows)
        if not against:
            told = (row.roles["rank"][0] for row in rows)
            yield _verdict(rule, (rank, *told), f"the table says so of {rows[0].scope}")
            continue
        row, names = against[0], named.get(_place(rank))
        more = () if names is None or _value(names) < _value(rank) else (names,)
        tables = tuple(each.roles["rank"][0] for each in against)
        yield _finding(
            rule, (rank, *tables, *more),
            f"{quote(rank)}, but in the table {row.scope} is in place {_value(tables[0])}.",
            f"The text puts {row.scope} at {_value(rank)} ({quote(rank)}), the table at {_value(tables[0])} "
            f"({quote(tables[0])}); both give the same figure for it.",
        )


def _told_by_tables(ledger: Ledger) -> Iterator[tuple[Claim, list[Relation]]]:
    """The places told in prose with the rows of tables about the same."""
    rows = _Rows.of(ledger)
    for standing in ledger.relations_of("standing"):
        found = rows.that_fit(standing) if standing.complete else []
        if found:
            yield standing.roles["rank"][0], found


def _against(rank: Claim, rows: list[Relation]) -> list[Relation]:
    return [row for row in rows if _value(row.roles["rank"][0]) != _value(rank)]


def _place(claim: Claim) -> tuple[str, int]:
    return claim.path, claim.start


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of all tables, by each figure that stands in one row of its report only."""

    by_figure: dict[object, list[Relation]]

    @classmethod
    def of(cls, ledger: Ledger) -> _Rows:
        told: dict[tuple[str, object], list[Relation]] = defaultdict(list)
        for row in ledger.relations_of("row"):
            for figure in {claim.value for claim in row.roles["figure"]}:
                told[row.path, figure].append(row)
        by_figure: dict[object, list[Relation]] = defaultdict(list)
        for (_, value), rows in told.items():
            if len(rows) == 1:
                by_figure[value].append(rows[0])
        return cls(by_figure)

    def that_fit(self, standing: Relation) -> list[Relation]:
        """One row of each table: named before the place, with a figure beside it; none where two would do."""
        names = f"\n{standing.scope.lower()}\n"
        fit: dict[str, dict[str, Relation]] = defaultdict(dict)
        for figure in {claim.value for claim in standing.roles.get("figure", ())}:
            for row in self.by_figure.get(figure, ())[:_MOST_TABLES]:
                if row.scope.lower() in names:
                    fit[row.path][row.scope] = row
        return [row for rows in fit.values() if len(rows) == 1 for row in rows.values()]


def check_ranks(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for one thing at two places of one order, and for places behind the last.

    An order is one where subject, measure, scope and year are the same.
    """
    groups: dict[object, dict[int, Claim]] = defaultdict(dict)
    for standing in ledger.relations_of("standing"):
        rank = standing.roles["rank"][0]
        size = _SIZE.match(rank.place or "")
        if size and _value(rank) > int(size[1]):
            yield _finding(rule, (rank,), f"{quote(rank)}, but only {rank.place} are ranked.",
                           f"Among {rank.place} there is no place {_value(rank)}.")
        if rank.subject and rank.metric and rank.place and rank.period:
            key = (rank.subject.lower(), rank.metric, rank.place, rank.period)
            groups[key].setdefault(_value(rank), rank)
    for told in groups.values():
        ranks = [told[value] for value in sorted(told)]
        if len(ranks) == 1:
            yield _verdict(rule, (ranks[0],), "one place")
        for one, other in combinations(ranks, 2):
            yield _finding(
                rule, (one, other), f"{one.subject}, {one.period}: {quote(one)} against {quote(other)}.",
                f"Both places are of {one.subject} in {one.period}, by {one.metric}, in one order ({one.place}): "
                f"{quote(one)} and {quote(other)}.",
            )


def _value(claim: Claim) -> int:
    assert claim.value is not None
    assert not isinstance(claim.value, tuple)
    return int(claim.value)


def _verdict(rule: RuleSpec, claims: tuple[Claim, ...], reason: str) -> Verdict:
    return Verdict(rule=rule.id, kind=rule.kind, verdict="agrees", claims=claims, reason=reason)


def _finding(rule: RuleSpec, claims: tuple[Claim, ...], message: str, explanation: str) -> Finding:
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity_of(rule, claims, lenient=True), message=message,
        explanation=explanation, claims=tuple(sorted(claims, key=lambda claim: (claim.path, claim.start))),
    )
