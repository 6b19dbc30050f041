"""Times as much: a multiple that sets the only two amounts of its sentence against each other.

"The tower, at 180 metres, is three times as high as the church, which measures 60": whichever stands first, the larger
of the two is so many times the smaller.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import alike, is_stretch_of_time, size
from claimcheck.extract.links.movement.changes import is_goal
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, FRACTION, MULTIPLE, Skeleton, is_aside, sign_of
from claimcheck.extract.links.stated import link_of

_TWO = 2
_PERCENT = 100
_FARTHEST = 3  # times that the multiple may miss what it should be


def find_times(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """The multiples that no known link is about, each with the two amounts that it compares."""
    told = {id(draft) for link in known for role in ("change", "share") for draft in link.roles.get(role, ())
            if len(link.roles) > _TWO}
    for at, figure in skeleton.figures.items():
        if sign_of(figure) not in (MULTIPLE, FRACTION) or id(figure) in told or isinstance(figure.value, tuple):
            continue
        phrase = lexicon.phrases["times-as-much" if sign_of(figure) == MULTIPLE else "as-much"]
        behind = skeleton.low[at + 1:].lstrip()
        if phrase.match(behind) is None or lexicon.phrases["as-much-again"].match(behind):
            continue
        link = _compared(at, figure, skeleton, lexicon)
        if link is not None:
            yield link


def _compared(at: int, times: QuantityDraft, skeleton: Skeleton, lexicon: LinkLexicon) -> LinkDraft | None:
    before = skeleton.before(at)
    behind = skeleton.after(at + 1)[0]
    places = [*before, *behind]
    if len(places) != _TWO or not before or any(is_goal(place, skeleton, lexicon) for place in places):
        return None
    if behind and _is_other_statement(skeleton.low[at:behind[0]], lexicon):
        return None
    if lexicon.phrases["drawn-apart"].search(skeleton.low[places[0]:max(at, places[1])]):
        return None
    low, high = sorted((skeleton.figures[place] for place in places), key=size)
    if not _are_of_one_sort(low, high) or any(is_aside(skeleton.text, place) for place in before):
        return None
    told = size(times) / (_PERCENT if times.unit == "percent" else 1)
    made = size(high) / size(low) if told > 1 else size(low) / size(high)
    if not made / _FARTHEST <= told <= made * _FARTHEST:
        return None
    if told < 1:
        return link_of("share", {"share": times, "part": low, "whole": high})
    return link_of("change", {"change": times, "to": high, "from": low}, "up")


def _is_other_statement(words: str, lexicon: LinkLexicon) -> bool:
    return ";" in words or lexicon.joins(words)


def _are_of_one_sort(low: QuantityDraft, high: QuantityDraft) -> bool:
    """True for two amounts in one unit; things that are counted may be of two sorts ("as many women as men")."""
    both = (low, high)
    plain = all(sign_of(each) == AMOUNT and not isinstance(each.value, tuple) and not each.trend for each in both)
    if not plain or size(low) <= 0 or is_stretch_of_time(low.unit):
        return False
    return alike(low, high) or low.unit == high.unit == "count"
