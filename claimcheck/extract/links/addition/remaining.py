"""Totals whose parts run over several sentences, up to one that words call all the rest: "The remaining 1.2 million".

What the rest closes are the amounts in its unit since the whole, which stands in a sentence before them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.apposed import figures_of_sentence_before
from claimcheck.extract.links.fitting.fits import is_bare, is_stretch_of_time, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.movement.earlier import is_earlier, is_of_time_before
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, DATE, Skeleton, is_aside, sign_of

_FEWEST = 3  # parts, the rest among them
_SENTENCES = 3  # with figures, before that of the rest
_BEFORE = 40  # letters before a figure that may call it the rest
_NEAR = (Decimal("0.88"), Decimal("1.15"))
_MOST_LEFT = Decimal("0.6")  # of a whole; what leaves more of it are rather changes ("bought 310, sold 190")


def find_remaining(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A total link for each rest that no known total or remainder holds, with its whole and the other parts."""
    told = {id(each) for link in known if link.kind in ("total", "remainder")
            for role in ("whole", "part", "rest") for each in link.roles.get(role, ())}
    for at, rest in skeleton.figures.items():
        if id(rest) in told or not _is_part(rest):
            continue
        if lexicon.phrases["all-the-rest"].ends(unhedged(skeleton.low[max(0, at - _BEFORE):at].rstrip(), lexicon)):
            yield from _closed_by(at, skeleton, lexicon)


def _closed_by(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    places = [*skeleton.before(at), at]
    first = skeleton.sentence(at)[0]
    for _ in range(_SENTENCES):
        earlier = figures_of_sentence_before(first, skeleton)
        if not earlier:
            return
        wholes = _wholes_of(places, earlier, skeleton, lexicon)
        if not wholes:  # "Of the 150 flats 88 are let and 37 sold. The other 25 are empty"
            places = [*earlier[1:], *places]
            wholes = _wholes_of(places, earlier[:1], skeleton, lexicon)
        if len(wholes) == 1:
            yield from _link(wholes[0], places, skeleton, lexicon)
        if wholes:
            return
        places, first = [earlier[0], *places], skeleton.sentence(earlier[0])[0]


def _wholes_of(
    places: Sequence[int], earlier: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon
) -> Sequence[int]:
    """Those of some earlier figures that the figures at some places may make up."""
    parts = _parts_at(places, skeleton)
    dated = bool(places) and DATE in skeleton.low[skeleton.sentence(places[0])[0]:places[-1]]
    return [place for place in earlier if len(parts) >= _FEWEST and _may_be_whole(skeleton.figures[place], parts)
            and not (is_earlier if dated else is_of_time_before)(place, skeleton, lexicon)]


def _parts_at(places: Sequence[int], skeleton: Skeleton) -> Sequence[QuantityDraft]:
    return [skeleton.figures[place] for place in places if not is_stretch_of_time(skeleton.figures[place].unit)]


def _link(whole_at: int, places: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The total of a whole and its parts, unless some stand in brackets, or are parts of others."""
    asides = any(is_aside(skeleton.text, place) for place in places)
    told = skeleton.low[places[0] + 1:places[-1]].lstrip()
    own = lexicon.phrases["of-them"].match(told)  # of the whole: "It has 96 beds. The second floor holds 38 of them"
    if asides or lexicon.phrases["parts-of-parts"].search(told[own.end() if own else 0:]):
        return
    whole, parts = skeleton.figures[whole_at], _parts_at(places, skeleton)
    share_unit([whole, *parts])
    yield LinkDraft(whole.start, parts[-1].end, "total", {"whole": [whole], "part": [*parts]})


def _may_be_whole(whole: QuantityDraft, parts: Sequence[QuantityDraft]) -> bool:
    """True for an amount that parts in its unit nearly make up, each of them less than it."""
    units = {each.unit for each in (whole, *parts) if not is_bare(each)}
    nouns = {each.noun for each in parts if each.noun is not None} - {whole.noun}
    if len(units) > 1 or not _is_plain(whole) or not all(map(_is_part, parts)) or nouns:
        return False
    together = sum((size(part) for part in parts), Decimal(0))
    near = _NEAR[0] * size(whole) <= together <= _NEAR[1] * size(whole) and size(parts[-1]) <= _MOST_LEFT * size(whole)
    return near and all(size(part) < size(whole) for part in parts)


def _is_part(figure: QuantityDraft) -> bool:
    return _is_plain(figure) and not figure.trend and figure.role in (None, "level")


def _is_plain(figure: QuantityDraft) -> bool:
    """True for an amount; a whole may be what has come or gone: "It adds 96 beds. The second floor holds 38"."""
    plain = sign_of(figure) == AMOUNT and not isinstance(figure.value, tuple) and not figure.hedge
    return plain and figure.role in (None, "level", "change") and size(figure) > 0 and "_per_" not in figure.unit
