"""Which figure of a sentence a date is tied to: the one beside it, the one that it labels, the one compared with it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.extract.binding.grammar.asides import in_brackets
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.when.bases import (
    ends_change,
    is_compared,
    is_compared_with,
    is_former,
    opens_base,
    owns_figure,
)

_REACH = 12  # pieces of a sentence between a figure and a date that is tied to it


def is_tied(sentence: Sentence, at: int, place: int, lexicon: BindingLexicon) -> bool:
    """A date right behind the figure ("4.5 million in 2022"), or its label ("2022: 5.2 billion")."""
    if abs(place - at) > _REACH:
        return False
    if sentence.items[at - 1].text == ":" and (place == at - 2 or (place == at - 3 and in_brackets(sentence, place))):
        before = sentence.around[place - 1]
        compared = opens_base(before, lexicon)  # "9 more than a year before: 14 were opened"
        return not (compared or lexicon.has("bound-preposition", before.head))
    gap = sentence.items[at + 1:place]
    if gap and gap[0].kind == "NP" and (len(gap) == 1 or gap[1].kind == "P"):
        gap = gap[1:]  # "60 trainees in 2021", "125 trainees this year"
    if is_compared_with(sentence, at, place, lexicon) or _is_glossed(sentence, at, place):
        return True
    if owns_figure(sentence, at, place):
        return True
    if place < at or len(gap) > 1 or any(item.kind not in "PA" for item in gap):
        return False
    if gap and ends_change(sentence, place - 2, place - 1, lexicon):
        return False
    return not any(opens_base(item, lexicon) or "since-link" in item.classes for item in gap)


def _is_glossed(sentence: Sentence, at: int, place: int) -> bool:
    """True for "11,240 (1 January)", "11,240 cars (1 January)"."""
    gap = sentence.items[at + 1:place]
    return place > at and [item.kind for item in gap][:-1] in ([], ["NP"]) and in_brackets(sentence, place)


def is_tied_elsewhere(sentence: Sentence, at: int, place: int, lexicon: BindingLexicon) -> bool:
    """True when the date belongs to another figure alone: a label, one of several dates, or a figure compared with."""
    return any(
        place < other or len(sentence.dates) > 1
        or is_compared(sentence, other, lexicon) or is_former(sentence, other)
        for other in within_reach(sentence.quantities, place)
        if other != at and not _leads_to(sentence, at, other) and is_tied(sentence, other, place, lexicon)
    ) and not _goes_on(sentence, at, place, lexicon)


def within_reach(places: Sequence[int], place: int) -> Sequence[int]:
    """Those of some places, in order, from which a date may be tied to a figure."""
    return places[bisect_left(places, place - _REACH) : bisect_right(places, place + _REACH)]


def _goes_on(sentence: Sentence, at: int, place: int, lexicon: BindingLexicon) -> bool:
    """True for the sum of "bought two boats in May for 7 million": the date stands between both that it is of."""
    return at == place + 2 and lexicon.has("figure-preposition", sentence.items[at - 1].head)


def _leads_to(sentence: Sentence, at: int, other: int) -> bool:
    """True for the change of "rose by 2 to 12 in 2023": it is of the time of the figure that it leads to."""
    draft = sentence.items[at].quantity
    moved = draft is not None and draft.role == "change" and other == at + 2
    return moved and "goal-link" in sentence.items[at + 1].classes
