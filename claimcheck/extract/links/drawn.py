"""Figures drawn from the only two before them: "nine of the 12 goals came late, a share of 75%", "240 beds, 15 fewer".

What the units of the three leave open is told by the words right beside the figure: a share or a change, a gap, so much
for each, or all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.division.drawn_averages import find_average, find_product
from claimcheck.extract.links.division.wholes import is_whole
from claimcheck.extract.links.fitting.apposed import Drawn, between_rates, drawn_at, figures_of_sentence_before
from claimcheck.extract.links.fitting.fits import alike, is_bare, may_be_gap, size
from claimcheck.extract.links.fitting.lends import lend_scale, share_unit
from claimcheck.extract.links.movement.anchors import beside
from claimcheck.extract.links.movement.changes import are_near, is_base
from claimcheck.extract.links.movement.concluded import are_other_growths
from claimcheck.extract.links.movement.earlier import earlier_of
from claimcheck.extract.links.movement.movers import names_another
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, FRACTION, PERCENT, POINT, Skeleton, sign_of
from claimcheck.extract.links.stated import HEARTS, link_if_fitting, may_be_points, read_points

_PER = "_per_"
_MARKS = ",;:(–—"
_FOR_EACH = ("apiece", "to-each")  # words beside an amount that make it a rate
_MOVED = ("changed", "up", "down")  # words beside a figure by which something moved
_HUNDRED = 100
_FARTHEST = Decimal(2)  # times that a share may miss what it should be
_HEARTS = {"ratio": ("ratio", "total"), **{kind: (heart,) for kind, heart in HEARTS.items() if kind != "ratio"}}
_FULL = {"share": 3, "change": 3, "difference": 3, "ratio": 3, "total": 2}  # figures of a link that tells all
_NEVER = 9


def find_drawn(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """The links of figures drawn from two others that no known link is about."""
    told = {id(draft) for link in known if len(link.roles) >= _FULL.get(link.kind, _NEVER)
            for role in _HEARTS.get(link.kind, ()) for draft in link.roles.get(role, ())}
    for at, figure in skeleton.figures.items():
        if id(figure) in told or isinstance(figure.value, tuple) or not size(figure):
            continue
        drawn = between_rates(at, skeleton, lexicon) or drawn_at(at, skeleton, lexicon)
        link = None if drawn is None else _link(drawn)
        if link is not None:
            yield link


def _link(drawn: Drawn) -> LinkDraft | None:
    sign = sign_of(drawn.figure)
    one, other = map(sign_of, drawn.figures)
    if (one, other) == (AMOUNT, AMOUNT) and sign in (PERCENT, FRACTION):
        moved = any(map(drawn.says, _MOVED)) or _is_set_off_from_more(drawn) or _is_by(drawn)
        moved = moved and not _follows(drawn, "share-sign")
        return _moved(drawn) if moved else _share(drawn)
    if (one, other) == (PERCENT, PERCENT) and (sign == POINT or may_be_points(drawn.figure, drawn.lexicon)):
        return _gap(drawn)
    if sign == AMOUNT and (one, other) == (AMOUNT, AMOUNT):
        return find_average(drawn) or find_product(drawn) or (_gap(drawn) if drawn.says("drawn-gap") else None)
    if sign == AMOUNT and one in (PERCENT, FRACTION) and other == AMOUNT:
        return _part(drawn)
    return None


def _share(drawn: Drawn) -> LinkDraft | None:
    """A share of two amounts of one unit; without words that draw it, only of one that is "of" the other."""
    one, other = drawn.figures
    part, whole = sorted((one, other), key=size)
    if not alike(one, other) or _PER in one.unit or size(part) == size(whole) or _is_step_to_level(drawn):
        return None
    if not _is_of(drawn) and (not drawn.lead or _follows(drawn, "of-total")):
        return None  # "320 of them men and 410 women, or 56% of the total": neither of the two is the total
    made = _HUNDRED * size(part) / size(whole)
    in_reach = made / _FARTHEST <= size(drawn.figure) <= made * _FARTHEST
    if not in_reach or drawn.says("goal") or _is_made_otherwise(drawn) or _is_of_sum(drawn):
        return None
    share_unit([part, whole])
    return link_if_fitting("share", {"share": drawn.figure, "part": part, "whole": whole})


def _is_step_to_level(drawn: Drawn) -> bool:
    """True for what something moved by and the level it reached: "fell by 1,200 to 38,800, or 4.2% of all who work"."""
    one, other = drawn.premises
    words = unhedged(drawn.skeleton.low[one + 1:other].strip(), drawn.lexicon)
    return drawn.lexicon.phrases["reached-level"].fullmatch(words) is not None


def _is_of_sum(drawn: Drawn) -> bool:
    """True for the share that a sum has: "her 40 and the gifts of others come to 85 million, or half of all"."""
    one, other = drawn.premises
    return drawn.lexicon.phrases["sum-told"].search(drawn.skeleton.low[one + 1:other]) is not None


def _is_by(drawn: Drawn) -> bool:
    """True for "from 72 to 86 million, that is by 20 per cent"."""
    words = drawn.lexicon.phrases
    return words["by"].ends(drawn.lead) and words["drawn-tie"].match(drawn.lead) is not None


def _follows(drawn: Drawn, words: str) -> bool:
    """True where such words stand right behind the figure: "so 86% of the energy was recovered" is no change."""
    known = drawn.lexicon.signs.get(words) or drawn.lexicon.phrases[words]
    return known.match(drawn.skeleton.low[drawn.at + 1:].lstrip()) is not None


def _is_set_off_from_more(drawn: Drawn) -> bool:
    """True for "280 million, or 22 percent, more and 18 months later"."""
    behind = drawn.skeleton.low[drawn.at + 1:].lstrip()
    if not drawn.lead or not behind.startswith(","):
        return False
    return drawn.lexicon.phrases["changed"].match(behind[1:].lstrip()) is not None


def _is_of(drawn: Drawn) -> bool:
    """True for a number of things "of" another one, whoever they belong to: "nine of the team's 12 goals"."""
    (one, other), (part, whole) = drawn.premises, drawn.figures
    between = drawn.skeleton.low[one + 1:other].strip()
    of = drawn.lexicon.phrases["out-of"].match(between)
    apart = any(mark in between for mark in _MARKS) or drawn.lexicon.phrases["list-joint"].search(between)
    return of is not None and size(part) < size(whole) and not apart


def _is_made_otherwise(drawn: Drawn) -> bool:
    """True for a percentage by which one of the amounts is more or less than the other, or that it is of both."""
    one, other = map(size, drawn.figures)
    told = abs(size(drawn.figure))
    step = (drawn.figure.last_place or Decimal(1)) / 2
    made = [abs(one - other) / base for base in (one, other)] + [part / (one + other) for part in (one, other)]
    return any(abs(_HUNDRED * each - told) <= step for each in made)


def _is_gap_of_others(drawn: Drawn) -> bool:
    """True for the distance between other figures of its sentence and that before: "3,800, then 3,933 and 4,031"."""
    skeleton = drawn.skeleton
    start, _ = skeleton.sentence(drawn.at)
    places = [*figures_of_sentence_before(start, skeleton), *skeleton.before(drawn.at)]
    figures = [skeleton.figures[place] for place in places]
    sizes = [size(figure) for figure in figures if alike(figure, drawn.figure)]
    return any(abs(one - other) == size(drawn.figure) for one, other in combinations(sizes, 2))


def _is_completed_behind(drawn: Drawn) -> bool:
    """True where a number behind makes up what two levels leave: "of 93, 89 shrank, 3 remained and 1 grew"."""
    places, _ = drawn.skeleton.after(drawn.at + 1)
    high, low = sorted(map(size, drawn.figures), reverse=True)
    left = high - low - size(drawn.figure)
    figures = [drawn.skeleton.figures[place] for place in places]
    numbers = [figure for figure in figures if not isinstance(figure.value, tuple) and alike(figure, drawn.figure)]
    return any(size(number) == left for number in numbers)


def _part(drawn: Drawn) -> LinkDraft | None:
    """What a share of an amount comes to: "a quarter of the 840 members, 210 people, voted"."""
    share, whole = drawn.figures
    between = drawn.skeleton.low[drawn.premises[0] + 1:drawn.premises[1]].strip()
    of = drawn.lexicon.phrases["share-sign"].match(between)
    if any(mark in between for mark in _MARKS) or any(map(drawn.says, _FOR_EACH)):
        return None  # "a tenth of the rise goes to the staff: 380,000 euros, or 500 for each"
    same = drawn.figure.unit == whole.unit and (
        drawn.figure.noun in (None, whole.noun)
        or drawn.lexicon.phrases["drawn-people"].fullmatch(drawn.figure.noun or "") is not None
    )
    if of is None or not (same or is_bare(drawn.figure)) or size(drawn.figure) >= size(whole):
        return None
    if not drawn.lead and drawn.tail and not drawn.says("drawn-sum"):
        return None
    return link_if_fitting("share", {"share": share, "whole": whole, "part": drawn.figure})


def _moved(drawn: Drawn) -> LinkDraft | None:
    """A change in per cent between two levels, of which words, times or the direction tell which is the base."""
    one, other = drawn.premises
    direction = _direction(drawn)
    if drawn.skeleton.sentence(other) != drawn.skeleton.sentence(drawn.at) and names_another(
        drawn.at, drawn.premises, drawn.skeleton, drawn.lexicon
    ):
        return None
    if not direction or drawn.goals or drawn.lexicon.phrases["goal"].search(drawn.tail):
        return None
    if not (are_near(*drawn.figures) and alike(*drawn.figures)):
        return None
    base = _base(drawn, direction)
    if base is None:
        return None
    to = drawn.skeleton.figures[other if base == one else one]
    share_unit(drawn.figures)
    levels = {"to": to, "from": drawn.skeleton.figures[base]}
    return link_if_fitting("change", {"change": drawn.figure, **levels}, direction)


def _direction(drawn: Drawn) -> str:
    if drawn.figure.trend:
        return drawn.figure.trend
    up, down = drawn.says("up"), drawn.says("down")
    told = earlier_of(drawn.premises, drawn.skeleton, drawn.lexicon) if _is_by(drawn) else []
    if len(told) == 1:  # it went the way that the levels did
        last = next(place for place in drawn.premises if place not in told)
        up = size(drawn.skeleton.figures[last]) > size(drawn.skeleton.figures[told[0]])
        down = not up
    return "" if up == down else "up" if up else "down"


def _base(drawn: Drawn, direction: str) -> int | None:
    """The level that a change is measured from; None where words and direction do not agree on one."""
    skeleton, lexicon = drawn.skeleton, drawn.lexicon
    low, high = sorted(drawn.premises, key=lambda place: size(skeleton.figures[place]))
    meant = low if direction == "up" else high
    told = earlier_of(drawn.premises, skeleton, lexicon)
    periods = [skeleton.figures[place].period for place in drawn.premises]
    first, last = periods
    if not told and lexicon.phrases["by-now"].search([*beside(drawn.premises[1], skeleton)][-1]):
        told = [drawn.premises[0]]  # "it cost 2.40 in spring and is now sold for 3.00"
    if not told and first is not None and last is not None and first.start != last.start:
        told = [drawn.premises[0] if first.start < last.start else drawn.premises[1]]
    if size(skeleton.figures[low]) == size(skeleton.figures[high]):
        return None
    tied = lexicon.phrases["drawn-tie"].search(drawn.lead) is not None  # else the two may be of two things
    return meant if told == [meant] or (not told and tied) else None


def _gap(drawn: Drawn) -> LinkDraft | None:
    """The distance between two levels of one thing, or two rates."""
    high, low = sorted(drawn.figures, key=size, reverse=True)
    rates = high.unit == low.unit == "percent"
    if rates and are_other_growths(drawn.at, drawn.premises, drawn.skeleton, drawn.lexicon):
        return None
    in_whole = is_whole(drawn.premises[1], drawn.skeleton, drawn.lexicon) or _is_of_which(drawn)
    if in_whole and not drawn.says("drawn-left"):
        return None
    if drawn.lead and drawn.figure.trend and _are_listed(drawn) and _base(drawn, drawn.figure.trend) is None:
        return None
    if _is_told_of_another(drawn) or (_are_of_two_times(drawn) and drawn.says("made-result")):
        return None  # "Sales rose to 38 million from 29 million. It made a loss of 6 million"
    tied = drawn.says("changed") or (drawn.goes_on and any(map(drawn.says, _MOVED)))
    if _is_gap_of_others(drawn) or (not tied and _are_apart(drawn)) or _is_completed_behind(drawn):
        return None
    lend_scale(drawn.figure, high, low)
    if not rates and not (alike(high, low) and alike(drawn.figure, high) and may_be_gap(drawn.figure, high, low)):
        return None
    of_goal = drawn.lexicon.phrases["goal"].search(drawn.tail) is not None
    if (of_goal and not drawn.lies_beyond_goal(_direction(drawn))) or size(drawn.figure) >= size(high):
        return None
    figures = {"minuend": high, "subtrahend": low, "difference": drawn.figure}
    if rates:
        read_points(figures, drawn.lexicon)
        direction = _direction(drawn)
        if direction and not drawn.says("drawn-lead-over"):
            to, base = (high, low) if direction == "up" else (low, high)
            return link_if_fitting("change", {"change": drawn.figure, "to": to, "from": base}, direction)
    else:
        share_unit(list(figures.values()))
    return link_if_fitting("difference", figures)


def _are_of_two_times(drawn: Drawn) -> bool:
    """True for two levels of which words or times make one the base of the other."""
    first, last = (figure.period for figure in drawn.figures)
    if first is not None and last is not None and first.start != last.start:
        return True
    return any(is_base(place, drawn.skeleton, drawn.lexicon) for place in drawn.premises)


def _is_told_of_another(drawn: Drawn) -> bool:
    """True for a gap behind a statement of its own: "from 65% to 77%, and women gained most: 15 points"."""
    between = unhedged(drawn.skeleton.low[drawn.premises[1] + 1:drawn.at].rstrip(), drawn.lexicon)
    between = between.removesuffix(drawn.lead).rstrip(f"{_MARKS} ")
    joint = drawn.lexicon.phrases["next-statement"].search(between)
    start = max(joint.end() if joint else 0, between.find(";") + 1)
    return bool(start) and bool(between[start:].strip())


def _are_listed(drawn: Drawn) -> bool:
    """True for two figures that "and" joins: a rise may be that of the last ("care 141 and schools 96, up 11")."""
    one, other = drawn.premises
    return drawn.lexicon.phrases["list-joint"].search(drawn.skeleton.low[one + 1:other]) is not None


def _is_of_which(drawn: Drawn) -> bool:
    """True for a part told behind its whole: "2.8 million tonnes, of which 0.4 million for cattle; a surplus of"."""
    one, other = drawn.premises
    return drawn.lexicon.phrases["of-them"].ends(unhedged(drawn.skeleton.low[one + 1:other].rstrip(), drawn.lexicon))


def _are_apart(drawn: Drawn) -> bool:
    """True for figures of two sentences."""
    one, other = map(drawn.skeleton.sentence, drawn.premises)
    return one != other
