"""Who is among the first few of a ranking has no place behind them: "among the top ten" against "12th"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

_MOST_ALIKE = 40  # places of one name in one year that are compared with each other, so that the cost stays linear
_FEWEST_SHARED = 2
_STEM = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """A place, or the number of the first few; words are those around it, names those in capitals."""

    claim: Claim
    place: int
    words: frozenset[str]
    names: frozenset[str]


def check_tops(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for places behind the first few among whom a report counts somebody; verdicts for those within."""
    tops: dict[object, list[Standing]] = defaultdict(list)
    places: dict[object, list[Standing]] = defaultdict(list)
    for relation in ledger.relations_of("top"):
        name, years, scopes, _, _, said = relation.scope.split("\n")
        if years and " " not in years and (standing := standing_of(relation, said)) is not None:
            (places if relation.direction != "0" else tops)[name, years, scopes].append(standing)
    for key, claimed in tops.items():
        for top, place in product(claimed[:_MOST_ALIKE], places.get(key, ())[:_MOST_ALIKE]):
            if _is_one_ranking(top, place):
                yield _judge(rule, top, place)


def standing_of(relation: Relation, said: str) -> Standing | None:
    """The place of a relation with the words around it; None for one whose own words are not known."""
    words = frozenset(word.lower()[:_STEM] for word in said.split())
    names = frozenset(word.lower()[:_STEM] for word in said.split() if word.isupper())
    if relation.direction == "0":
        claim = relation.roles["rank"][0]
        return None if not isinstance(claim.value, Decimal) else Standing(claim, int(claim.value), words, names)
    if relation.words is None:
        return None
    place = int(relation.direction)
    return Standing(Claim(kind="ordinal", **relation.words.model_dump(), value=Decimal(place)), place, words, names)


def _is_one_ranking(top: Standing, place: Standing) -> bool:
    """True when enough words are shared, and not each side names something that the other does not."""
    apart = (top.names - place.words) and (place.names - top.words)
    return not apart and len(top.words & place.words) >= _FEWEST_SHARED


def _judge(rule: RuleSpec, top: Standing, place: Standing) -> Finding | Verdict:
    claims = in_order((top.claim, place.claim))
    if place.place <= top.place:
        return agreed(rule, claims, "the place is among them")
    return finding_of(
        rule, claims,
        message=f"{quote(place.claim)} is not among the first {top.place} ({quote(top.claim)}).",
        explanation=f"One report counts it among the first {top.place} of a ranking, another puts it at place "
        f"{place.place} of the same.",
    )
