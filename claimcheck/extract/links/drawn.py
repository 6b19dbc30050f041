"""Figures drawn from the only two before them: "nine of the 12 goals came late, a share of 75%", "240 beds, 15 fewer".

Words in apposition ("that is", "a share of", or nothing but a comma) say that a figure follows from those before it. What
the units of the three leave open is told by the words right beside it: a share or a change, a gap, so much for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, permutations

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.anchors import beside
from claimcheck.extract.links.changes import are_levels, are_near, is_base, is_goal, unhedged, words_before
from claimcheck.extract.links.fits import (
    FITS,
    Figures,
    alike,
    is_bare,
    is_stretch_of_time,
    may_be_average,
    may_be_gap,
    share_unit,
    size,
)
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import (
    AMOUNT,
    FIGURES,
    FRACTION,
    PERCENT,
    POINT,
    STOP,
    Skeleton,
    is_aside,
    sign_of,
)
from claimcheck.extract.links.stated import HEARTS, link_of, may_be_points, read_points
from claimcheck.extract.links.wholes import is_whole
from claimcheck.model.measure import measure_of

_PER = "_per_"
_TWO = 2
_REACH = 110  # letters between a figure and the last of those it is drawn from
_TAIL = 60  # letters behind a figure that belong to it
_MARKS = ",;:(–—"
_ENDS = f",;:().–—{STOP}{FIGURES}"
_JOINT = " and "
_HUNDRED = 100
_LONGEST_LEAD = 6  # words
_FARTHEST = Decimal(2)  # times that a share may miss what it should be
_HEARTS = {"ratio": ("ratio", "total"), **{kind: (heart,) for kind, heart in HEARTS.items() if kind != "ratio"}}
_FULL = {"share": 3, "change": 3, "difference": 3, "ratio": 3, "total": 2}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure and the two it is drawn from; `lead` are the words from the last mark to it, `tail` those behind it."""

    figure: QuantityDraft
    at: int
    lead: str
    tail: str
    premises: tuple[int, int]
    skeleton: Skeleton
    lexicon: LinkLexicon

    @property
    def figures(self) -> tuple[QuantityDraft, QuantityDraft]:
        """The two figures that it is drawn from."""
        one, other = self.premises
        return self.skeleton.figures[one], self.skeleton.figures[other]

    def says(self, phrase: str) -> bool:
        """Whether the words right beside the figure are, or hold, those of a phrase."""
        words = self.lexicon.phrases[phrase]
        return any(words.search(each) is not None for each in (self.lead, self.tail))


def find_drawn(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """The links of figures drawn from two others that no known link is about."""
    told = {id(draft) for link in known if len(link.roles) >= _FULL.get(link.kind, 9)
            for role in _HEARTS.get(link.kind, ()) for draft in link.roles.get(role, ())}
    for at, figure in skeleton.figures.items():
        if id(figure) in told or isinstance(figure.value, tuple) or not size(figure):
            continue
        drawn = _between_rates(at, skeleton, lexicon) or _drawn(at, skeleton, lexicon)
        link = None if drawn is None else _link(drawn)
        if link is not None:
            yield link


def _link(drawn: Drawn) -> LinkDraft | None:
    sign = sign_of(drawn.figure)
    one, other = map(sign_of, drawn.figures)
    if (one, other) == (AMOUNT, AMOUNT) and sign in (PERCENT, FRACTION):
        return _moved(drawn) if drawn.says("changed") or drawn.says("up") or drawn.says("down") else _share(drawn)
    if (one, other) == (PERCENT, PERCENT) and (sign == POINT or may_be_points(drawn.figure, drawn.lexicon)):
        return _gap(drawn)
    if sign == AMOUNT and (one, other) == (AMOUNT, AMOUNT):
        return _average(drawn) or _product(drawn) or (_gap(drawn) if drawn.says("drawn-gap") else None)
    if sign == AMOUNT and one in (PERCENT, FRACTION) and other == AMOUNT:
        return _part(drawn)
    return None


def _drawn(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Drawn | None:
    """The figure at a place with the two it is drawn from; None where words do not say that it is drawn from any."""
    start, _ = skeleton.sentence(at)
    before = [place for place in skeleton.before(at) if place in skeleton.figures]
    opened = before[-1] + 1 if before else start
    if before and at - opened > _REACH:
        return None
    lead = _lead(skeleton.low[opened:at], lexicon, opens=not before)
    if lead is None:
        return None
    earlier = _figures_of_sentence_before(start, skeleton) if lead and len(before) < _TWO else []
    premises = _two_of([*earlier, *before], skeleton)
    if premises is None or (earlier and not _continues(premises, skeleton)):
        return None
    between = skeleton.low[premises[0] + 1:at]
    if lexicon.phrases["drawn-apart"].search(between) or any(is_aside(skeleton.text, place) for place in premises):
        return None
    drawn = Drawn(skeleton.figures[at], at, lead, _tail(at, skeleton), premises, skeleton, lexicon)
    return None if lexicon.phrases["than-what"].regex.match(drawn.tail) else drawn


def _between_rates(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Drawn | None:
    """Points, which are told of rates alone, with the only two rates of their sentence; one may be of that before."""
    figure = skeleton.figures[at]
    if not (sign_of(figure) == POINT or may_be_points(figure, lexicon)):
        return None
    start, _ = skeleton.sentence(at)
    before = [place for place in skeleton.before(at) if place in skeleton.figures]
    behind = [place for place in skeleton.after(at + 1)[0] if place in skeleton.figures]
    opens = not before and lexicon.phrases["drawn-lead"].regex.fullmatch(skeleton.low[start:at].strip()) is not None
    rates = [*(_figures_of_sentence_before(start, skeleton) if opens else ()), *before, *behind]
    if len(rates) != _TWO or any(sign_of(skeleton.figures[place]) != PERCENT for place in rates):
        return None
    premises = _two_of(rates, skeleton)
    low, tail = skeleton.low, _tail(at, skeleton)
    lead = words_before(at, skeleton)
    drawn = premises and Drawn(figure, at, lead, tail, premises, skeleton, lexicon)
    if not drawn or not (drawn.says("drawn-gap") or drawn.says("by")) or lexicon.phrases["drawn-apart"].search(low[rates[0] + 1:rates[1]]):
        return None
    return drawn if not behind or _leads_on(low[at + 1:behind[0]], lexicon) else None


def _leads_on(words: str, lexicon: LinkLexicon) -> bool:
    """True for words between a gap and the figure behind it that begin no other statement."""
    if ";" in words or STOP in words or _JOINT in words or lexicon.phrases["goal"].search(words):
        return False
    _, comma, rest = words.partition(",")
    return not comma or lexicon.phrases["drawn-relative"].regex.match(rest.strip()) is not None


def _lead(region: str, lexicon: LinkLexicon, *, opens: bool) -> str | None:
    """The words before a figure from the mark that sets it off, if they draw it from what stands before; else None."""
    words = unhedged(region.rstrip(), lexicon)
    starts = [0] if opens else sorted(
        {place + 1 for place, char in enumerate(words) if char in _MARKS}
        | {place + len(_JOINT) for place in range(len(words)) if words.startswith(_JOINT, place)}
        | {place + len(" - ") for place in range(len(words)) if words.startswith(" - ", place)}
    )
    drawn = lexicon.phrases["drawn-lead"].regex
    for place in reversed(starts):
        lead = words[place:].strip()
        if drawn.fullmatch(lead) and lead.count(" ") < _LONGEST_LEAD:
            return lead
        if not lead and not opens and words[place - 1] in ",(:–—":
            return None if words[place - 1] == "(" and place > starts[0] else ""  # "..., and named lottery (88%)"
    return None


def _tail(at: int, skeleton: Skeleton) -> str:
    behind = skeleton.low[at + 1:at + 1 + _TAIL]
    end = min((place for place in map(behind.find, _ENDS) if place >= 0), default=len(behind))
    return behind[:end].partition(_JOINT)[0].strip()


def _figures_of_sentence_before(start: int, skeleton: Skeleton) -> list[int]:
    if start <= 0:
        return []
    return [place for place in skeleton.before(start - 1) if place in skeleton.figures]


def _two_of(places: Sequence[int], skeleton: Skeleton) -> tuple[int, int] | None:
    """The two figures among those before, but for stretches of time where there are more."""
    if len(places) > _TWO:
        places = [place for place in places if not is_stretch_of_time(skeleton.figures[place].unit)]
    if len(places) != _TWO:
        return None
    plain = all(not isinstance(skeleton.figures[place].value, tuple) and size(skeleton.figures[place]) > 0
                and skeleton.figures[place].role not in ("change", "rank") for place in places)
    return (places[0], places[1]) if plain else None


def _continues(premises: tuple[int, int], skeleton: Skeleton) -> bool:
    """True for two figures of one thing, where the first is of the sentence before."""
    one, other = (skeleton.figures[place] for place in premises)
    return skeleton.sentence(premises[0]) == skeleton.sentence(premises[1]) or are_levels(one, other)


def _share(drawn: Drawn) -> LinkDraft | None:
    """A share of two amounts of one unit; without words that draw it, only of one that is "of" the other."""
    one, other = drawn.figures
    part, whole = sorted((one, other), key=size)
    if not alike(one, other) or _PER in one.unit or size(part) == size(whole):
        return None
    if not (drawn.lead or _is_of(drawn)):
        return None
    made = _HUNDRED * size(part) / size(whole)
    if drawn.says("goal") or _is_made_otherwise(drawn) or not made / _FARTHEST <= size(drawn.figure) <= made * _FARTHEST:
        return None
    return _fitting("share", {"share": drawn.figure, "part": part, "whole": whole})


def _is_of(drawn: Drawn) -> bool:
    """True for a number of things "of" another one, whoever they belong to: "nine of the team's 12 goals"."""
    one, other = drawn.premises
    between = drawn.skeleton.low[one + 1:other].strip()
    return not any(mark in between for mark in _MARKS) and (
        drawn.lexicon.phrases["out-of"].regex.match(between) is not None and size(drawn.figures[0]) < size(drawn.figures[1])
    )


def _is_made_otherwise(drawn: Drawn) -> bool:
    """True for a percentage by which one of the amounts is more or less than the other."""
    one, other = map(size, drawn.figures)
    told = abs(size(drawn.figure))
    step = (drawn.figure.last_place or Decimal(1)) / 2
    return any(abs(_HUNDRED * abs(one - other) / base - told) <= step for base in (one, other))


def _is_gap_of_others(drawn: Drawn) -> bool:
    """True for the distance between other figures of its sentence and the one before: "3,800 now, then 3,933 and 4,031"."""
    skeleton = drawn.skeleton
    start, _ = skeleton.sentence(drawn.at)
    places = [*_figures_of_sentence_before(start, skeleton), *skeleton.before(drawn.at)]
    sizes = [size(figure) for place in places if (figure := skeleton.figures.get(place)) and alike(figure, drawn.figure)]
    return any(abs(one - other) == size(drawn.figure) for one, other in combinations(sizes, 2))


def _part(drawn: Drawn) -> LinkDraft | None:
    """What a share of an amount comes to: "a quarter of the 840 members, 210 people, voted"."""
    share, whole = drawn.figures
    between = drawn.skeleton.low[drawn.premises[0] + 1:drawn.premises[1]].strip()
    of = drawn.lexicon.phrases["share-sign"].regex.match(between)
    same = drawn.figure.unit == whole.unit and (
        drawn.figure.noun in (None, whole.noun) or drawn.lexicon.phrases["drawn-people"].regex.fullmatch(drawn.figure.noun)
    )
    if of is None or not (same or is_bare(drawn.figure)) or size(drawn.figure) >= size(whole):
        return None
    if not drawn.lead and drawn.tail and not drawn.says("drawn-sum"):
        return None
    return _fitting("share", {"share": share, "whole": whole, "part": drawn.figure})


def _moved(drawn: Drawn) -> LinkDraft | None:
    """A change in per cent between two levels, of which words, times or the direction tell which is the base."""
    one, other = drawn.premises
    direction = _direction(drawn)
    if not direction or not (are_near(*drawn.figures) and alike(*drawn.figures)) or is_goal(one, drawn.skeleton, drawn.lexicon) or is_goal(
        other, drawn.skeleton, drawn.lexicon
    ) or drawn.lexicon.phrases["goal"].search(drawn.tail):
        return None
    base = _base(drawn, direction)
    if base is None:
        return None
    to = drawn.skeleton.figures[other if base == one else one]
    share_unit(drawn.figures)
    return _fitting("change", {"change": drawn.figure, "to": to, "from": drawn.skeleton.figures[base]}, direction)


def _direction(drawn: Drawn) -> str:
    if drawn.figure.trend:
        return drawn.figure.trend
    up, down = drawn.says("up"), drawn.says("down")
    return "" if up == down else "up" if up else "down"


def _base(drawn: Drawn, direction: str) -> int | None:
    """The level that a change is measured from; None where words and direction do not agree on one."""
    skeleton, lexicon = drawn.skeleton, drawn.lexicon
    low, high = sorted(drawn.premises, key=lambda place: size(skeleton.figures[place]))
    meant = low if direction == "up" else high
    told = [place for place in drawn.premises if is_base(place, skeleton, lexicon)
            or any(lexicon.phrases["earlier-time"].search(words) for words in beside(place, skeleton))]
    periods = [skeleton.figures[place].period for place in drawn.premises]
    first, last = periods
    if not told and first is not None and last is not None and first.start != last.start:
        told = [drawn.premises[0] if first.start < last.start else drawn.premises[1]]
    return meant if told in ([meant], []) and size(skeleton.figures[low]) != size(skeleton.figures[high]) else None


def _gap(drawn: Drawn) -> LinkDraft | None:
    """The distance between two levels of one thing, or two rates."""
    high, low = sorted(drawn.figures, key=size, reverse=True)
    rates = high.unit == low.unit == "percent"
    if is_whole(drawn.premises[1], drawn.skeleton, drawn.lexicon) and not drawn.says("drawn-left"):
        return None
    if _is_gap_of_others(drawn) or (not drawn.says("changed") and _are_apart(drawn)):
        return None
    if not rates and not (alike(high, low) and alike(drawn.figure, high) and may_be_gap(drawn.figure, high, low)):
        return None
    if drawn.lexicon.phrases["goal"].search(drawn.tail) or size(drawn.figure) >= size(high):
        return None
    figures = {"minuend": high, "subtrahend": low, "difference": drawn.figure}
    if rates:
        read_points(figures, drawn.lexicon)
    else:
        share_unit(list(figures.values()))
    return _fitting("difference", figures)


def _are_apart(drawn: Drawn) -> bool:
    """True for figures of two sentences."""
    one, other = map(drawn.skeleton.sentence, drawn.premises)
    return one != other


def _average(drawn: Drawn) -> LinkDraft | None:
    """What an amount makes for each of a number of things, or by the unit of another one."""
    over, _, under = drawn.figure.unit.partition(_PER)
    if under.isdigit():
        return _rate(drawn)
    for total, base in permutations(drawn.figures):
        if under and _counts(base, under) and _measures(total, over):
            return _fitting_average(drawn.figure, total, base)
        if not under and drawn.says("each") and _may_be_number(base) and total.unit == drawn.figure.unit and (
            is_bare(total) or total.unit != "count" or total.noun == drawn.figure.noun or drawn.figure.noun is None
        ):
            return _fitting_average(drawn.figure, total, base)
    return None


def _rate(drawn: Drawn) -> LinkDraft | None:
    """How many there are for so many heads: "1,000 doctors for 500,000 people, two per 1,000"."""
    total, base = sorted(drawn.figures, key=size)
    made = size(total) / size(base) * Decimal(drawn.figure.unit.partition(_PER)[2])
    if not total.unit == base.unit == "count" or not made / _FARTHEST <= size(drawn.figure) <= made * _FARTHEST:
        return None
    return link_of("ratio", {"ratio": drawn.figure, "total": total, "base": base})


def _product(drawn: Drawn) -> LinkDraft | None:
    """What so much for each of a number of things makes in all."""
    if not (drawn.says("drawn-sum") or drawn.lead) or drawn.says("drawn-gap"):
        return None
    for ratio, base in permutations(drawn.figures):
        over, _, under = ratio.unit.partition(_PER)
        of_unit = _counts(base, under) if under else _may_be_number(base) and ratio.unit != "count"
        if of_unit and _measures(drawn.figure, over) and size(drawn.figure) > size(ratio):
            return _fitting_average(ratio, drawn.figure, base)
    return None


def _may_be_number(figure: QuantityDraft) -> bool:
    return figure.unit == "count" and figure.noun is not None and size(figure) == int(size(figure)) and size(figure) > 1


def _counts(figure: QuantityDraft, unit: str) -> bool:
    """True for an amount in a unit of this kind, or a number of the things that the unit names."""
    if figure.unit == "count":
        return figure.noun is not None and figure.noun.split()[-1].lower() == unit
    return measure_of(figure.unit).base == measure_of(unit).base


def _measures(figure: QuantityDraft, unit: str) -> bool:
    return figure.unit == unit or (figure.unit != "count" and measure_of(figure.unit).base == measure_of(unit).base)


def _fitting_average(ratio: QuantityDraft, total: QuantityDraft, base: QuantityDraft) -> LinkDraft | None:
    if _PER not in ratio.unit:
        return _fitting("ratio", {"ratio": ratio, "total": total, "base": base})
    if not may_be_average(ratio, total, base):
        return None
    return link_of("ratio", {"ratio": ratio, "total": total, "base": base})


def _fitting(kind: str, figures: Figures, direction: str = "") -> LinkDraft | None:
    return link_of(kind, figures, direction) if FITS[kind](figures) else None  # type: ignore[arg-type]
