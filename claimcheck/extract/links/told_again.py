"""Changes whose levels stand in another sentence or another paragraph, whatever the words.

Three things show which levels are meant: the report tells two levels of one thing at two times, and their sentences
share words with the change, or the change points back to them; the change names one of its levels, and the sentence
next to it gives the only other figure in that unit, for the other time; or the only two levels near are of its times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.anchors import anchor_behind, anchor_of, are_one_time, source_between
from claimcheck.extract.links.changes import CHANGES, ends_in, is_base, is_goal, tells_change, unhedged
from claimcheck.extract.links.cohesion import points_back
from claimcheck.extract.links.dated_changes import Pair, dated_levels_of, is_in_unit, is_of_other_place, name_of
from claimcheck.extract.links.fits import FITS, alike, share_unit, size
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.moves import is_of_another
from claimcheck.extract.links.skeleton import DATE, FRACTION, MULTIPLE, PERCENT, STOP, Skeleton, sign_of
from claimcheck.extract.links.stated import direction_of, link_of, read_points

_FULL = 3
_RATES = (PERCENT, FRACTION, MULTIPLE)
_FARTHEST = 6  # times that one level may be the other
_NEAR = 70
_POSSESSIVE_DATE = re.compile(rf"{DATE}(?:['’]s)? ?")


def find_told_again(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """The changes that no known link gives both levels, each with the only two levels that it may be between."""
    places = {id(figure): at for at, figure in skeleton.figures.items()}
    told = {id(link.roles["change"][0]): link for link in known if link.kind == "change"}
    for at, change in skeleton.figures.items():
        link = told.get(id(change))
        if not _may_be_open(at, link, skeleton, lexicon) or _is_told_elsewhere(change, told):
            continue
        direction = direction_of(at, skeleton, lexicon)
        if not direction or is_of_another(at, skeleton, lexicon):
            continue
        pairs = list(_pairs(known, places, sign_of(change) in _RATES))
        fitting = [pair for pair in pairs if at not in pair and _belongs(at, pair, link, skeleton, lexicon)]
        pair = fitting[0] if len({_values(each, skeleton) for each in fitting}) == 1 else None
        if not fitting:
            pair = _completed(at, skeleton, lexicon) or dated_levels_of(at, skeleton, lexicon)
        if pair is not None:
            figures = {"change": change, "to": skeleton.figures[pair[0]], "from": skeleton.figures[pair[1]]}
            read_points(figures, lexicon)
            if FITS["change"](figures):
                share_unit([figures["to"], figures["from"]])
                yield link_of("change", figures, direction)


def _pairs(known: Sequence[LinkDraft], places: dict[int, int], is_rate: bool) -> Iterator[Pair]:
    """The places of two levels of one thing that known links tell together, but for those told with such a change."""
    for link in known:
        own = link.roles.get("change", ())
        if own and (sign_of(own[0]) in _RATES) == is_rate:  # type: ignore[arg-type]
            continue
        if link.kind in ("levels", "movement", "change") and "to" in link.roles and "from" in link.roles:
            to, base = (places.get(id(link.roles[role][0])) for role in ("to", "from"))
            if to is not None and base is not None:
                yield to, base


def _values(pair: Pair, skeleton: Skeleton) -> tuple[object, ...]:
    return tuple(skeleton.figures[place].value for place in pair)


def _may_be_open(at: int, link: LinkDraft | None, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure that tells how far something moved, and of which both levels are not known."""
    figure = skeleton.figures[at]
    if isinstance(figure.value, tuple) or not size(figure) or (link is not None and len(link.roles) == _FULL):
        return False
    if sign_of(figure) not in (*CHANGES, MULTIPLE) or is_base(at, skeleton, lexicon):
        return False
    if link is not None or (figure.role == "change" and figure.trend) or tells_change(at, skeleton, lexicon):
        start, end = skeleton.sentence(at)
        return lexicon.phrases["apart"].regex.search(source_between(start, end, skeleton)) is None
    return False


def _is_told_elsewhere(change: QuantityDraft, told: dict[int, LinkDraft]) -> bool:
    """True for a change that another link tells with a level: it may be said again without."""
    others = (link.roles["change"][0] for key, link in told.items() if key != id(change) and len(link.roles) > 1)
    return any(isinstance(other, QuantityDraft) and _rate(other) == _rate(change) for other in others)


def _rate(change: QuantityDraft) -> object:
    """How far a change goes; a fifth is 20 percent."""
    if sign_of(change) == FRACTION and isinstance(change.value, Decimal) and change.unit != "percent":
        return change.value * 100
    return change.value


def _belongs(at: int, pair: Pair, link: LinkDraft | None, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where nothing but the pair can be meant by a change: its words and its time are those of the pair."""
    to, base = (skeleton.figures[place] for place in pair)
    change = skeleton.figures[at]
    if not is_in_unit(to, change, lexicon) or not is_in_unit(base, change, lexicon):
        return False
    for role, level in (("to", to), ("from", base)):
        own = link.roles.get(role, ()) if link is not None else ()
        if any(isinstance(each, QuantityDraft) and each.value != level.value for each in own):
            return False
    back = _is_beside(at, pair, skeleton) and points_back(at, skeleton, lexicon)
    if not _is_of_one_time(at, pair, skeleton, lexicon):
        return back and _is_over_a_year(at, pair[1], skeleton, lexicon)
    if _has_own_level(at, pair, skeleton, lexicon) or is_of_other_place(at, min(pair), skeleton):
        return False
    if back:
        return True
    if skeleton.sentence(at) in {skeleton.sentence(place) for place in pair}:
        return False
    if _tells_all(min(pair), skeleton, lexicon) and not _tells_all(at, skeleton, lexicon):
        return False
    return bool(name_of(at, skeleton, lexicon) & name_of(min(pair), skeleton, lexicon))


def _tells_all(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure whose sentence says that it is one of all things: "in all 7.1 million tonnes"."""
    return lexicon.phrases["of-all-things"].regex.search(source_between(*skeleton.sentence(at), skeleton)) is not None


def _is_over_a_year(at: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a change on the year, beside a level of a year that is told by its number."""
    measured, based = anchor_behind(at, skeleton, lexicon), anchor_of(base, skeleton, lexicon)
    return measured is not None and measured.sort == "year" and based is not None and based.date.isdigit()


def _has_own_level(at: int, pair: Pair, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the sentence of a change gives a further level, from which it may be measured."""
    start, end = skeleton.sentence(at)
    return any(
        start <= place < end and place not in (at, *pair) and alike(figure, skeleton.figures[pair[0]])
        and is_in_unit(figure, skeleton.figures[at], lexicon)
        for place, figure in skeleton.figures.items()
    )


def _is_beside(at: int, pair: Pair, skeleton: Skeleton) -> bool:
    """True where the sentence of a change follows that of its levels."""
    return max(pair) < at and skeleton.text.count(STOP, max(pair), at) == 1


def _is_of_one_time(at: int, pair: Pair, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """False for a change that is measured from another time than the earlier level."""
    change, base = skeleton.figures[at], skeleton.figures[pair[1]]
    if change.base is not None and base.period is not None:
        return change.base == base.period
    measured, based = anchor_behind(at, skeleton, lexicon), anchor_of(pair[1], skeleton, lexicon)
    if measured is None or based is None:
        return change.base is None and (measured is None or not measured.date)
    return are_one_time(measured, based)


def _completed(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Pair | None:
    """The level that the words of a change name, and the only other figure in its unit in the sentence next to it."""
    named = _named(at, skeleton, lexicon)
    if named is None:
        return None
    role, level = named
    start, end = skeleton.sentence(at)
    if role == "from" and points_back(at, skeleton, lexicon) and start > 0:
        other = _only(level, at, skeleton.before(start - 1), skeleton, lexicon)
        return (other, level) if other is not None and not is_base(other, skeleton, lexicon) else None
    if role == "to" and end + 1 < len(skeleton.low):
        other = _only(level, at, skeleton.after(end + 1)[0], skeleton, lexicon)
        if other is not None and _opens_earlier(other, skeleton, lexicon):
            return level, other
    return None


def _named(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> tuple[str, int] | None:
    """The next figure behind a change where words call it the level reached, or the base."""
    following = [place for place in skeleton.after(at + 1)[0] if place in skeleton.figures]
    if not following or following[0] - at > _NEAR:
        return None
    level = following[0]
    if not is_in_unit(skeleton.figures[level], skeleton.figures[at], lexicon):
        return None
    between = _POSSESSIVE_DATE.sub("", skeleton.low[at + 1:level])
    words = unhedged(between.strip(), lexicon)
    if ends_in("reached-level", words, lexicon):
        return "to", level
    return ("from", level) if ends_in("base-lead", words, lexicon) else None


def _only(level: int, at: int, places: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> int | None:
    """The only figure among some that may be a level of the same thing."""
    own = skeleton.figures[level]
    found = [
        place for place in places
        if place in skeleton.figures and is_in_unit(skeleton.figures[place], skeleton.figures[at], lexicon)
        and alike(skeleton.figures[place], own)
    ]
    if len(found) != 1 or is_goal(found[0], skeleton, lexicon):
        return None
    small, large = sorted((abs(size(own)), abs(size(skeleton.figures[found[0]]))))
    return found[0] if small < large <= _FARTHEST * small else None


def _opens_earlier(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a sentence that begins with an earlier time: "A year earlier 341,000 people had made the trip"."""
    start, _ = skeleton.sentence(at)
    opening = source_between(start, at, skeleton).strip()
    if len(opening) > _NEAR:
        return False
    if lexicon.phrases["apart"].regex.search(opening):
        return False
    earlier = lexicon.phrases["earlier-time"].regex
    return (earlier.search if points_back(at, skeleton, lexicon) else earlier.match)(opening) is not None
