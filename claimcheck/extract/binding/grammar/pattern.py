"""What a pattern finds for one quantity, and what patterns share."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.drafts import QuantityDraft
from claimcheck.model.mention import Role


@dataclass(slots=True)
class Binding:
    """What was found for one quantity.

    anchor: place of the noun phrase that the metric came from; verb: place of the governing verb.
    same_as: place of the quantity that shares its metric, when the words refer back to it. deed: the metric tells no
    more than what somebody did. is_holder: the anchor is a name whose figure this is, not what it measures.
    """

    metric: str | None = None
    role: Role | None = None
    anchor: int | None = None
    verb: int | None = None
    same_as: int | None = None
    deed: bool = False
    is_holder: bool = False


def draft_at(sentence: Sentence, at: int) -> QuantityDraft:
    draft = sentence.items[at].quantity
    assert draft is not None
    return draft


def like_before(sentence: Sentence, at: int, before: int | None = None) -> int | None:
    """The nearest quantity to the left in the unit of this one, be other figures between; else the nearest of all.

    Among shares and points the nearest counts: any of them may be meant. before: where to begin, if not at it.
    """
    nearest = quantity_before(sentence, at if before is None else before)
    unit = draft_at(sentence, at).unit
    if unit in _RELATIVE:
        return nearest
    place = nearest
    while place is not None and draft_at(sentence, place).unit != unit:
        place = quantity_before(sentence, place)
    return nearest if place is None else place


_RELATIVE = ("percent", "percentage_point", "dimensionless")


def quantity_before(sentence: Sentence, at: int) -> int | None:
    """The nearest quantity to the left within the sentence, not across a semicolon."""
    known = bisect_left(sentence.quantities, at)
    if not known:
        return None
    last = sentence.quantities[known - 1]
    if ";" not in sentence.heads:
        return last
    return None if any(item.text == ";" for item in sentence.items[last:at]) else last
