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
from claimcheck.extract.links.movement.earlier import is_earlier
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, Skeleton, is_aside, sign_of

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
        parts = [skeleton.figures[place] for place in places if not is_stretch_of_time(skeleton.figures[place].unit)]
        wholes = [place for place in earlier if len(parts) >= _FEWEST and _may_be_whole(skeleton.figures[place], parts)
                  and not is_earlier(place, skeleton, lexicon)]
        if len(wholes) == 1:
            whole, told = skeleton.figures[wholes[0]], skeleton.low[places[0]:at]
            asides = any(is_aside(skeleton.text, place) for place in places)
            if not asides and not lexicon.phrases["parts-of-parts"].search(told):
                share_unit([whole, *parts])
                yield LinkDraft(whole.start, parts[-1].end, "total", {"whole": [whole], "part": [*parts]})
            return
        places, first = [*earlier, *places], skeleton.sentence(earlier[0])[0]


def _may_be_whole(whole: QuantityDraft, parts: Sequence[QuantityDraft]) -> bool:
    """True for an amount that parts in its unit nearly make up, each of them less than it."""
    units = {each.unit for each in (whole, *parts) if not is_bare(each)}
    nouns = {each.noun for each in parts if each.noun is not None} - {whole.noun}
    if len(units) > 1 or not _is_part(whole) or not all(map(_is_part, parts)) or nouns:
        return False
    together = sum((size(part) for part in parts), Decimal(0))
    near = _NEAR[0] * size(whole) <= together <= _NEAR[1] * size(whole) and size(parts[-1]) <= _MOST_LEFT * size(whole)
    return near and all(size(part) < size(whole) for part in parts)


def _is_part(figure: QuantityDraft) -> bool:
    plain = sign_of(figure) == AMOUNT and not isinstance(figure.value, tuple) and not figure.hedge and not figure.trend
    return plain and figure.role in (None, "level") and size(figure) > 0 and "_per_" not in figure.unit
