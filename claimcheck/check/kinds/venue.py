"""A named event is held in one place.

Relations of the kind "venue" carry the event, the sort of place and its name. Two are one event when their names are
nearly the same, and when a number, a year or the days of the reports show that they are one edition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, undecided
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec

_MOST_ALIKE = 40  # events under one word that are compared with each other, so that the cost stays linear
_FEWEST_SHARED = 2
_SAME_TIME = 62  # days within which two reports tell of one edition


@dataclass(frozen=True, slots=True)
class _Venue:
    """An event in its place; `claim` quotes the place, `day` is that of the report where it is known."""

    event: frozenset[str]
    sort: str
    name: str
    edition: str
    when: str
    claim: Claim
    day: Period | None


def check_venues(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for events that two reports place in two towns or buildings; verdicts for those placed alike."""
    told = [relation for relation in ledger.relations_of("venue") if relation.words]
    stories = {claim.path: claim.story for claim in ledger.claims} if told else {}
    days = _days(ledger)
    venues = [_venue(relation, stories, days) for relation in told]
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, venue in enumerate(venues):
        for word in venue.event:
            by_word[venue.sort, word].append(at)
    pairs = {pair for alike in by_word.values() for pair in combinations(alike[:_MOST_ALIKE], 2)}
    for first, second in sorted(pairs):
        a, b = venues[first], venues[second]
        if a.claim.path != b.claim.path and _is_one_event(a, b) and _is_one_edition(a, b):
            yield from _judge(rule, a, b)


def _days(ledger: Ledger) -> dict[str, Period]:
    """The first day that each report names in full."""
    found: dict[str, Period] = {}
    for claim in ledger.claims_of("date"):
        if claim.period is not None and claim.date is not None:
            found.setdefault(claim.path, claim.period)
    return found


def _venue(relation: Relation, stories: Mapping[str, frozenset[str]], days: Mapping[str, Period]) -> _Venue:
    assert relation.words is not None
    event, sort, name = relation.scope.split(";")
    claim = Claim(
        kind="reference", **relation.words.model_dump(), type="event", title=event.lower(), place=name, sure=False,
        story=stories.get(relation.path, frozenset()),
    )
    words = frozenset(event.split())
    return _Venue(words, sort, name, relation.direction, relation.when, claim, days.get(relation.path))


def _is_one_event(a: _Venue, b: _Venue) -> bool:
    return len(a.event & b.event) >= _FEWEST_SHARED and (a.event <= b.event or b.event <= a.event)


def _is_one_edition(a: _Venue, b: _Venue) -> bool:
    """True where a number, a date or the days of the reports tell of one edition, and nothing of two."""
    if a.edition and b.edition:
        return a.edition == b.edition
    if a.when and b.when:
        mine, theirs = Period.parse(a.when), Period.parse(b.when)
        return mine.overlaps(theirs) or abs((mine.start - theirs.start).days) <= _SAME_TIME
    if a.day is None or b.day is None:
        return False
    return abs((a.day.start - b.day.start).days) <= _SAME_TIME


def _judge(rule: RuleSpec, a: _Venue, b: _Venue) -> Iterator[Finding | Verdict]:
    first, second = sorted((a, b), key=lambda each: (each.claim.path, each.claim.start))
    claims = (first.claim, second.claim)
    if first.name == second.name:
        yield agreed(rule, claims, "one place")
    elif _knows(a, b.name) or _knows(b, a.name) or _is_part(a.name, b.name) or _is_part(b.name, a.name):
        yield undecided(rule, claims, "one place may lie in the other, or be the same by another name")
    else:
        event = " ".join(sorted(word.title() for word in a.event & b.event))
        yield finding_of(
            rule, claims,
            message=f"One event has two places: {quote(claims[0])} against {quote(claims[1])}.",
            explanation=f"Both reports tell of one event ({event}); one puts it in {quote(claims[0])}, the other in "
            f"{quote(claims[1])}. The organiser's programme settles it.",
        )


def _knows(venue: _Venue, name: str) -> bool:
    """True when a report names the place of the other too, and so may tell how the two go together."""
    return all(word in venue.claim.story for word in name.split() if len(word) > 2)


def _is_part(one: str, other: str) -> bool:
    return set(one.split()) <= set(other.split()) or one.replace(" ", "") == other.replace(" ", "")
