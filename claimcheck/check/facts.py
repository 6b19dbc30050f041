"""The rows of the consistency table: what each report says of one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from operator import attrgetter, itemgetter
from typing import Any

from claimcheck.check.comparing.accounts import widely
from claimcheck.check.comparing.groups import Group
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.ledger import Ledger
from claimcheck.check.wording import measured
from claimcheck.model.alike import all_full
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Fact, Finding, Mark
from claimcheck.model.grid import have_common_value

_Spot = tuple[str, int, int]
_spot: Callable[[Claim], _Spot] = attrgetter("path", "start", "end")
_first: Callable[[tuple[Any, ...]], Any] = itemgetter(0)

_SETTING = itemgetter("path", "subject", "period")
_NAMED = itemgetter("metric", "phrase", "known", "facets", "role")  # what a figure is called by
_ROW = Fact(metric="", subject="", period="", mark="said once", cells={})

ONE_FACT = ("same-fact", "unit-scale", "cross-language")  # kinds that set two figures of one row against each other


def facts_of(ledger: Ledger, findings: Sequence[Finding]) -> Iterator[Fact]:
    """One row for each fact that figures state, facts that several reports tell first."""
    blamed = {
        _spot(claim) for finding in findings if finding.kind in ONE_FACT and finding.severity != "note"
        for claim in (*finding.claims, *finding.repeats)
    }
    rows = list(_rows(_told_of_one(ledger), blamed, ledger.agreeing))
    rows.sort(key=_first)
    yield from all_full(_ROW, [row for _, row in rows])


def _told_of_one(ledger: Ledger) -> Iterator[Group]:
    """The groups of a run; what is of nobody, or of no time, is of one thing only where one story tells it."""
    for (_, subject, time), claims in ledger.groups.by_key.items():
        if subject is not None and (time is not None or claims[0].timeless):
            yield claims
        else:
            yield from _by_story(claims, ledger.stories)


def _by_story(claims: Group, stories: Stories) -> Iterator[Group]:
    """Some figures by the stories that their reports tell: each report goes with the first one that is its sister."""
    told: dict[str, list[Claim]] = {}  # by the first report of each story
    stories_of: dict[str, str] = {}
    for claim in claims:
        path = claim.path
        if path not in stories_of:
            sisters = stories.all_sisters(path) & stories_of.keys() if stories_of else ()
            stories_of[path] = stories_of[min(sisters)] if sisters else path
        told.setdefault(stories_of[path], []).append(claim)
    yield from told.values()


def _rows(
    groups: Iterable[Group], blamed: Set[_Spot], agreeing: Set[int]
) -> Iterator[tuple[tuple[object, ...], dict[str, Any]]]:
    """The fields of each row, behind what it is sorted by. agreeing: the ids of groups that are known to agree."""
    days: dict[int, str] = {}  # of the periods, which the claims keep alive
    names: dict[tuple[object, ...], str] = {}
    at_fault = {path for path, *_ in blamed}
    for claims in groups:
        first = claims[0]
        known = vars(first)
        path, subject, period = _SETTING(known)
        metric = names.get(key := _NAMED(known)) or names.setdefault(key, measured(first))
        when = "" if period is None else days.get(id(period)) or days.setdefault(id(period), str(period))
        cells = {path: (first,)} if len(claims) == 1 else _by_report(claims)
        if at_fault.isdisjoint(cells) or not any(spot in blamed for spot in map(_spot, claims)):
            mark = "said once" if len(cells) == 1 else _mark(claims, agreeing)
        else:
            mark = "conflicts"
        subject = subject or ""
        row = {"metric": metric, "subject": subject, "period": when, "mark": mark, "cells": cells}
        yield (-len(cells), metric, subject, when, *cells), row


def _by_report(claims: Group) -> dict[str, tuple[Claim, ...]]:
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.path, []).append(claim)
    return {path: tuple(several) for path, several in told.items()}


def _mark(claims: Group, agreeing: Set[int]) -> Mark:
    return "agrees" if id(claims) in agreeing or have_common_value(widely(claims)) else "cannot tell"
