"""One event by the words of its sentence, two days: no verb need be known.

Two sentences that share nearly all their words tell of one event, unless their figures, other days or small words set
them apart. Where the days differ in one part only, the day or the month, the one is a slip of the other; so are days
with day and month swapped, in reports that share more than that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from claimcheck.check.ledger import Ledger
from claimcheck.check.stories import noun_of, stem_of
from claimcheck.model.claim import Claim

_MOST = 40  # days of one report that are compared, so that the cost stays linear
_FEWEST, _MANY = 2, 4  # words for what happened that two sentences share; those that make up for a name
_PART, _MOST_OF = (3, 5), (7, 10)  # of the words of the shorter sentence, that must be shared
_CLOSE = 2  # anchors that the reports of two days share whose day and month are swapped
_MONTH_AND_DAY = len("2024-")  # where they begin

_Figures = Mapping[tuple[str, int], list[Claim]]  # by report and sentence


def days_of_one_event(ledger: Ledger, apart: frozenset[str]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of days that two reports give to one event. apart: words of what happens again and again ("meeting")."""
    by_path: dict[str, list[Claim]] = defaultdict(list)
    given: dict[str, set[str]] = defaultdict(set)
    for claim in ledger.claims_of("date"):
        if claim.identifier is not None:
            given[claim.path].add(claim.identifier[_MONTH_AND_DAY:])
            if claim.near and not apart & claim.near:
                by_path[claim.path].append(claim)
    figures = _figures(ledger) if len(by_path) > 1 else {}
    for path in sorted(by_path):
        for other in ledger.stories.sisters(path) if len(by_path) > 1 else ():
            if path < other:
                close = ledger.stories.closeness(path, other)
                yield from _between(by_path[path][:_MOST], by_path.get(other, [])[:_MOST], given, figures, close=close)


def _between(
    mine: list[Claim], yours: list[Claim], given: Mapping[str, set[str]], figures: _Figures, *, close: int
) -> Iterator[tuple[Claim, Claim]]:
    for a in mine:
        for b in yours:
            one, other = str(a.identifier), str(b.identifier)
            if a.marks != b.marks or _is_given(a, given[b.path]) or _is_given(b, given[a.path]):
                continue
            swapped = close >= _CLOSE and _are_swapped(one, other)
            alike = _are_slips(one, other) and _is_one_event(a, b, close=close > _CLOSE)
            if swapped or (alike and _figures_agree(a, b, figures)):
                yield a, b


def _are_slips(one: str, other: str) -> bool:
    """True for days of one year that differ in the day or in the month alone, and for a month against another.

    >>> _are_slips("2024-05-06", "2024-05-16"), _are_slips("XXXX-05-06", "2024-05-16")
    (True, True)
    >>> _are_slips("2024-05-06", "2024-06"), _are_slips("2024-05-06", "2024-05")
    (True, False)
    >>> _are_slips("2024-05-06", "2024-06-07"), _are_slips("2024-05-06", "2023-05-06")
    (False, False)
    """
    year, month, *day = one.split("-")
    their_year, their_month, *their_day = other.split("-")
    if year != their_year and "XXXX" not in (year, their_year):
        return False
    return (month == their_month) != (day == their_day) if day and their_day else month != their_month


def _is_given(claim: Claim, given: set[str]) -> bool:
    """True when a report names the day or month of a claim, or a day of its month."""
    told = str(claim.identifier)[_MONTH_AND_DAY:]
    return any(each.startswith(told) or told.startswith(each) for each in given)


def _is_one_event(a: Claim, b: Claim, *, close: bool) -> bool:
    """True for sentences that share nearly all their words: a name of both reports and what happened, or much of that.

    Names are left out of what happened: one person does many things. Words of its own in each sentence may be what sets
    the two apart ("library", "children's library"), unless much is shared by them or by the reports.
    """
    names = frozenset(map(stem_of, a.story & b.story))  # those that only one report gives hang on who copied it
    mine, yours = frozenset(map(stem_of, a.near)), frozenset(map(stem_of, b.near))
    done, fewest = (mine & yours) - names, min(len(mine - names), len(yours - names))
    if len(done) < (_FEWEST if mine & yours & names else _MANY):
        return False
    if mine - yours - names and yours - mine - names and not (close and len(done) >= _MANY):
        return len(done) > _MANY and _MOST_OF[1] * len(done) >= _MOST_OF[0] * fewest
    return _PART[1] * len(done) >= _PART[0] * fewest


def _are_swapped(one: str, other: str) -> bool:
    """True for days of one year of which the one has the month of the other for its day.

    >>> _are_swapped("2023-09-05", "2023-05-09"), _are_swapped("2023-09-05", "2023-09-06")
    (True, False)
    """
    parts, theirs = one.split("-"), other.split("-")
    return parts[1:] == theirs[:0:-1] and parts[0] == theirs[0] and parts[1] != parts[2]


def _figures(ledger: Ledger) -> _Figures:
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in ledger.claims_of("quantity"):
        found[claim.path, claim.sentence].append(claim)
    return found


def _figures_agree(a: Claim, b: Claim, figures: _Figures) -> bool:
    """False where both sentences count or measure one thing, with two results: these are two events."""
    mine, yours = (_amounts(figures.get((claim.path, claim.sentence), ())) for claim in (a, b))
    return all(mine[thing] & yours[thing] for thing in mine.keys() & yours.keys())


def _amounts(figures: list[Claim] | tuple[Claim, ...]) -> dict[tuple[str | None, str], set[Decimal]]:
    found: dict[tuple[str | None, str], set[Decimal]] = defaultdict(set)
    for claim in figures:
        if isinstance(claim.value, Decimal):
            found[claim.measure, noun_of(claim)].add(claim.value)
    return found
