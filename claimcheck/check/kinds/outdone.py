"""The method "outdone": who is told to have more than another, against a list or pair of figures that gives less.

Names must stand in one list, or each with its figure in one passage; sorts of people or things ("more girls than boys")
with a figure each in one sentence. Whatever list or column of the story bears the words out clears them. The rule's
`plurals` key lists those that are not told from the singular by their first letters ("men=man").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.comparing.slips import is_bare
from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.kinds.superlative import years_of_reports
from claimcheck.check.ledger import Ledger
from claimcheck.check.ordering.board import Board, Column, Entry, stems
from claimcheck.check.ordering.entries_meant import is_named
from claimcheck.check.parts.quotients import size_of
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import SEVERITIES, Finding
from claimcheck.model.letters import fold
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec

_SHARE = "percent"
_TIME = "hour"  # of which who is ahead has less
_LEAST = 100  # smaller bare numbers are ages, places or games
_LEVELS = (None, "level", "share", "ratio")
_FARTHEST = 3  # times that one of two that are set against each other may be the other

_PART = re.compile(r"XXXX-(?:Q(\d)|(\d\d))")  # of a year that nobody knows
_WHOLE = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")

Pair = tuple[Claim, Claim, Claim, Claim]  # the figures of the first and the second, and what is quoted for each


def check_outdone(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for words that put one before another whose figure is beyond its own."""
    plurals = dict(each.split("=") for each in rule.when.get("plurals", ()))
    years = years_of_reports(ledger)
    told: set[frozenset[int]] = set()
    for relation in few_of_each(ledger.relations_of("outdone")):
        found = _named(relation, ledger) if relation.complete else _sorts(relation, ledger, plurals)
        shares = _tells_shares(relation, ledger)
        pairs = [pair for pair in found if not _is_long_past(pair, relation, years.get(relation.path))
                 and (not shares or pair[0].measure == _SHARE)]
        sign = -1 if relation.direction == "lowest" else 1
        gaps = [sign * (size_of(first) - size_of(second)) for first, second, *_ in pairs]
        figures = frozenset(id(figure) for figure in pairs[0][:2]) if pairs else frozenset()
        if gaps and max(gaps) < 0 and figures not in told:
            told.add(figures)
            yield _finding(rule, relation, pairs[0])


def _tells_shares(relation: Relation, ledger: Ledger) -> bool:
    """True for a sentence that goes on to say by which shares: "a poll sees Orla ahead of Feld by 52 percent to 48"."""
    return any(
        each.measure == _SHARE and each.role in _LEVELS and each.sentence <= relation.start < each.start
        for each in ledger.stories.figures(relation.path)
    )


def _named(relation: Relation, ledger: Ledger) -> Iterator[Pair]:
    """The figures of two names in each column of each list that has both, and is of what the sentence tells."""
    *names, where, said = relation.scope.split("\n", 3)
    told, limits = stems(said), stems(where) - stems(" ".join(names))
    for board in ledger.boards.of_two(relation.path):
        both = [_entry_of(name, board) for name in names]
        if both[0] is None or both[1] is None or both[0] is both[1] or not limits <= board.words:
            continue
        for column in board.columns:
            known = board.words_for(relation.path).union(*(map(stem_of_word, each.context) for each in column.values))
            if board.path != relation.path and not (told & known) - board.names:
                continue
            first, second = (board.figure_of(entry, column) if entry else None for entry in both)
            if first is not None and second is not None and _may_tell(column, first, second, relation):
                yield first, second, board.quoted(first), board.quoted(second)


def _entry_of(name: str, board: Board) -> Entry | None:
    """The only entry of a name."""
    found = [entry for entry in board.entries if is_named(entry, fold(name))]
    return found[0] if len(found) == 1 else None


def _may_tell(column: Column, first: Claim, second: Claim, relation: Relation) -> bool:
    """True for figures of a time that the sentence may tell of, large enough to be no ages or places."""
    if is_bare(first) and is_bare(second) and max(size_of(first), size_of(second)) < _LEAST and not column.words:
        return False
    return _may_be_set_beside(first, second, relation)


def _sorts(relation: Relation, ledger: Ledger, plurals: Mapping[str, str]) -> Iterator[Pair]:
    """Two counts of one sentence, one of each of two sorts of people or things, in the report or one of its story."""
    nouns = [stem_of_word(plurals.get(name, name)) for name in relation.scope.split("\n")[:2]]
    for path in ledger.stories.near(relation.path):
        told: dict[int, list[list[Claim]]] = defaultdict(lambda: [[], []])
        for claim in ledger.stories.figures(path):
            stem = stem_of_word(claim.noun.rpartition(" ")[2]) if claim.unit == "count" and claim.noun else ""
            if stem in nouns and (path == relation.path or _shares_a_word(claim, relation)):
                told[claim.sentence][nouns.index(stem)].append(claim)
        for first, second in told.values():
            if len(first) == len(second) == 1 and _may_be_set_beside(first[0], second[0], relation):
                yield first[0], second[0], first[0], second[0]


def _shares_a_word(claim: Claim, relation: Relation) -> bool:
    """True for a figure whose sentence has a telling word of the relation's, beside the sorts themselves."""
    first, second, _, said = relation.scope.split("\n", 3)
    words = stems(said) - stems(f"{first} {second}", 3)
    return bool(words & set(map(stem_of_word, claim.context)))


def _may_be_set_beside(first: Claim, second: Claim, relation: Relation) -> bool:
    """True for plain levels of one measure and of a time that the sentence may tell of, neither far from the other."""
    if first.measure != second.measure or first.measure == _TIME:
        return False
    if any(each.role not in _LEVELS or each.trend for each in (first, second)):
        return False
    if any(each.status != "outcome" or not isinstance(each.value, Decimal) for each in (first, second)):
        return False
    small, large = sorted((size_of(first), size_of(second)))
    return small > 0 and large <= _FARTHEST * small and _is_of_time(first, relation) and _is_of_time(second, relation)


def _is_of_time(claim: Claim, relation: Relation) -> bool:
    """False for a figure of another time than the one that the sentence names, be it without a year ("XXXX-Q3")."""
    if not relation.when or claim.period is None or claim.period.end is None:
        return True
    if part := _PART.fullmatch(relation.when):
        month = int(part[2]) if part[2] else 3 * int(part[1]) - 2
        return claim.period.sort not in ("month", "quarter") or claim.period.start.month == month
    if not (whole := _WHOLE.fullmatch(relation.when)):
        return True
    start, end = map(date.fromisoformat, whole.groups())
    return claim.period.start < end and start < claim.period.end


def _is_long_past(pair: Pair, relation: Relation, year: Period | None) -> bool:
    """True for figures of a year long before that of the report, whose sentence tells no time."""
    if relation.when or year is None:
        return False
    return any(each.period and each.period.start.year < year.start.year - 1 for each in pair)


def _finding(rule: RuleSpec, relation: Relation, pair: Pair) -> Finding:
    first, second, mine, yours = pair
    names = relation.scope.split("\n")[:2]
    words = {} if relation.words is None else dict(relation.words)
    told = Claim(kind="ordinal", sure=False, value=Decimal(1), **words)
    claims = {(claim.path, claim.start): claim for claim in (told, mine, yours)}
    side = "less" if relation.direction != "lowest" else "more"
    return Finding(
        rule=rule.id, kind=rule.kind,
        severity=min(severity_of(rule, (first, second), lenient=True), "warning", key=SEVERITIES.index),
        claims=tuple(claims[key] for key in sorted(claims)),
        message=f"{quote(told)} is said of {names[0]} and {names[1]}, yet {quote(mine)} is {side} than {quote(yours)}.",
        explanation=f"{names[0]}: {first.text}; {names[1]}: {second.text}.",
    )
