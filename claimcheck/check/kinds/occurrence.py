"""What happens once has one day.

Relations of the kind "occurrence" carry the event as "sort: words", names in capitals. Two are one event when their
sort is the same, nearly all words of the shorter are in the longer, and enough of them tell it from other events.
Other sentences are held against each other by all their words; the keys of the rule are those of `event_words.Telling`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.check.comparing.another import are_two_events
from claimcheck.check.comparing.dating import BESIDE, Lengths, are_told_apart, days_of_one_event, lengths_between
from claimcheck.check.comparing.event_words import Telling, are_of_two_people, are_of_two_sides
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, in_order
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.slips import swaps_of
from claimcheck.packs.schema.rules import RuleSpec

_MOST_ALIKE = 40  # events under one word that are compared with each other, so that the cost stays linear

_IN_FIGURES = re.compile(r"\d[/.-]\d")
_RETURNING = ("staged", "hold")  # sorts of events that come back
_FARTHEST_APART = 62  # days between two dates of one edition of an event that comes back


@dataclass(frozen=True, slots=True)
class _Event:
    """An event with the claim of its day."""

    sort: str
    words: frozenset[str]
    names: frozenset[str]
    day: Claim


def check_occurrences(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for one event that two reports date to different days; verdicts for those they date alike."""
    events = [event for relation in ledger.relations_of("occurrence")
              for event in _event(relation.scope, relation.roles.get("date", ()))]
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, event in enumerate(events):
        for word in event.words:
            by_word[event.sort, word].append(at)
    pairs = {
        (first, second)
        for same in by_word.values()
        if len(same) <= _MOST_ALIKE
        for place, first in enumerate(same)
        for second in same[place + 1 :]
    }
    words, lengths = Telling.of_rule(rule), lengths_between(ledger)
    told = set()
    for first, second in sorted(pairs):
        a, b = events[first], events[second]
        if a.day.path == b.day.path or not (_is_one_event(a, b) and _is_one_edition(a, b)):
            continue
        told.add(frozenset((a.day, b.day)))
        of_days = _is_day(a.day) and _is_day(b.day)
        if (of_days or _is_one_thing(a, b, ledger, words)) and not _are_two(a.day, b.day, ledger, words, lengths):
            yield _judge(rule, a.day, b.day, a.words & b.words, sure=of_days)
    for one, other in days_of_one_event(ledger, words):
        if frozenset((one, other)) not in told and not _are_two(one, other, ledger, words, lengths):
            yield _judge(rule, one, other, one.near & other.near, sure=False)


def _are_two(a: Claim, b: Claim, ledger: Ledger, words: Telling, lengths: Lengths) -> bool:
    """True where something in the sentences of two days tells that they are of two events."""
    if are_of_two_sides(a, b, words) or are_of_two_people(a, b, words) or are_told_apart(a, b, lengths):
        return True
    return ledger.evidence.of_company(a, b) < BESIDE and are_two_events(a, b, words.more)


def _event(scope: str, days: Sequence[Claim]) -> Iterator[_Event]:
    sort, _, words = scope.partition(": ")
    for day in days:
        if day.identifier is not None:
            names = frozenset(word.lower() for word in words.split() if word.isupper())
            yield _Event(sort, frozenset(words.lower().split()), names, day)


def _is_one_event(a: _Event, b: _Event) -> bool:
    """True when the words leave no second reading: enough shared, of which one is a name, and little left over."""
    shared = a.words & b.words
    named = shared & (a.names | b.names)
    fewest = min(len(a.words), len(b.words))
    enough = len(shared) >= 3 or (len(shared) == 2 and fewest <= 2)
    apart = (a.names - b.words) and (b.names - a.words)  # each names something that the other does not
    nearly = 4 * len(shared) - (bool(a.words - b.words) and bool(b.words - a.words)) >= 3 * fewest
    return enough and bool(named) and not apart and nearly


def _is_day(claim: Claim) -> bool:
    """True for a date that names a day, with or without its year."""
    return len(str(claim.identifier)) >= len("2024-05-31")


def _is_one_thing(a: _Event, b: _Event, ledger: Ledger, words: Telling) -> bool:
    """True for what happened in two months or years to one thing, of which no report names a part or another one.

    A word that only one report has may be that of a part ("the tower of the church"), unless the years have digits
    swapped, which chance seldom makes; names say where it is.
    """
    if not ledger.stories.are_sisters(a.day.path, b.day.path) or words.variants & (a.words ^ b.words):
        return False
    more = (a.words ^ b.words) - a.names - b.names
    years = [str(event.day.identifier)[: len("2024")] for event in (a, b)]
    return years[1] in swaps_of(years[0]) or not more


def _is_one_edition(a: _Event, b: _Event) -> bool:
    """False for events that come back, where the dates lie too far apart for one and the same."""
    if a.sort not in _RETURNING or a.day.date is None or b.day.date is None:
        return True
    return abs((a.day.date - b.day.date).days) <= _FARTHEST_APART


def _judge(rule: RuleSpec, a: Claim, b: Claim, words: frozenset[str], *, sure: bool = True) -> Finding | Verdict:
    first, second = in_order((a, b))
    if not _differ(first, second):
        return agreed(rule, (first, second), "one day")
    told = f", with the words “{' '.join(sorted(words))}”" if words else ""
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity_of(rule, (first, second), lenient=True, sure=sure),
        message=f"One event has two dates: {quote(first)} against {quote(second)}.",
        explanation=f"Both reports tell of one event{told}; one dates it {quote(first)}, "
        f"the other {quote(second)}. The organiser's own record settles it.",
        claims=(first, second),
        hint=_swap(first, second),
    )


def _swap(first: Claim, second: Claim) -> str | None:
    """A hint where the two days are one with day and month swapped, and one of them is written in figures."""
    mine, theirs = first.date, second.date
    if mine is None or theirs is None or not any(_IN_FIGURES.search(claim.text) for claim in (first, second)):
        return None
    if (mine.year, mine.month, mine.day) != (theirs.year, theirs.day, theirs.month):
        return None
    return f"{quote(first)} and {quote(second)} would be one day if one had day and month swapped."


def _differ(first: Claim, second: Claim) -> bool:
    """True when the days differ; a year, or a day of a month, that only one of them gives is no difference."""
    mine, theirs = str(first.identifier), str(second.identifier)
    told = min(len(mine), len(theirs))
    if mine.startswith("XXXX") or theirs.startswith("XXXX"):
        return mine[4:told] != theirs[4:told]
    return mine[:told] != theirs[:told]
