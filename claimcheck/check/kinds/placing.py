"""The method "placing": one name, two places of one ranking, told in two reports of a story.

The sentences show that it is one ranking: they share words, each names nothing that the other does not, and both rank
by the same. The rule's `apart` key lists words for one of several rankings of an event ("women", "relay").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.check.kinds.top import Standing, standing_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.finding import Finding
from claimcheck.packs.schema.rules import RuleSpec

_MOST = 40  # places of one name that are compared with each other, so that the cost stays linear
_FEWEST = 2  # words shared


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of somebody, with the years of its sentence, its scopes, what it is ranked by, and what stands behind."""

    name: str
    standing: Standing
    years: str
    scopes: frozenset[str]
    measure: frozenset[str]
    behind: frozenset[str]


def check_placings(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for names that two reports put at two places."""
    by_name: dict[str, list[_Place]] = defaultdict(list)
    for relation in ledger.relations_of("top"):
        name, years, scopes, measure, behind, said = relation.scope.split("\n")
        if relation.direction != "0" and " " not in years and (standing := standing_of(relation, said)) is not None:
            place = _Place(name, standing, years, *(frozenset(line.split()) for line in (scopes, measure, behind)))
            by_name[name.partition(" of ")[0].rpartition(" ")[2]].append(place)
    apart = frozenset(rule.when.get("apart", ()))
    for places in by_name.values():
        told: set[tuple[str, int, int]] = set()
        for at, one in enumerate(places[:_MOST]):
            for other in places[at + 1 : _MOST]:
                key = (one.name, one.standing.place, other.standing.place)
                if key not in told and _differ(one, other, apart, places, ledger):
                    told.add(key)
                    yield _finding(rule, one, other)


def _differ(one: _Place, other: _Place, apart: frozenset[str], places: list[_Place], ledger: Ledger) -> bool:
    a, b = one.standing, other.standing
    if a.place == b.place or not _is_one_name(one.name, other.name):
        return False
    if not ledger.stories.are_sisters(a.claim.path, b.claim.path):
        return False
    known = {(each.claim.path, each.place, each.words & apart) for each in (place.standing for place in places)}
    if (a.claim.path, b.place, b.words & apart) in known or (b.claim.path, a.place, a.words & apart) in known:
        return False
    return _is_one_ranking(one, other, apart)


def _is_one_name(mine: str, yours: str) -> bool:
    """True for a name with and without where it is from or what stands before it: "kiptoo of kenya", "anna berg"."""
    short, long = sorted((each.partition(" of ")[0] for each in (mine, yours)), key=len)
    return short == long or long.endswith(f" {short}")


def _is_one_ranking(one: _Place, other: _Place, apart: frozenset[str]) -> bool:
    a, b = one.standing, other.standing
    if (one.years and other.years and one.years != other.years) or one.measure != other.measure:
        return False
    if (one.scopes and other.scopes and one.scopes != other.scopes) or (a.words & apart) != (b.words & apart):
        return False
    if one.behind - other.behind and other.behind - one.behind:
        return False
    if (a.names - b.words) and (b.names - a.words):
        return False
    shared = a.words & b.words
    ties = len(shared) + len(one.scopes & other.scopes) + bool(one.years and other.years)
    return bool(shared) and ties >= _FEWEST and 2 * len(shared) >= min(len(a.words), len(b.words))


def _finding(rule: RuleSpec, one: _Place, other: _Place) -> Finding:
    name = min(one.name, other.name, key=len)
    claims = in_order((one.standing.claim, other.standing.claim))
    return finding_of(
        rule, claims,
        message=f"{name.title()} has two places in one ranking: {quote(claims[0])} against {quote(claims[1])}.",
        explanation=f"Both reports tell of one ranking; one puts {name.title()} at {quote(claims[0])}, the other at "
        f"{quote(claims[1])}. The list of results settles it.",
    )
