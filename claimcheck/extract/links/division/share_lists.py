"""Shares of one whole, told one after the other in a sentence; the last of them may be all that is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import FIGURES, PERCENT, Skeleton, sign_of

_FEWEST = 3  # shares of a list that words do not close
_NEAR_WORDS = 16  # letters beside a share that tell what it is of, or who gave it
_HUNDRED = 100
_REST_NEAR = (Decimal("0.85"), Decimal("1.15"))  # of a whole, to which a share and one drawn from it come


def find_share_lists(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Shares of one whole listed in one sentence: "Of the output, coal supplied 47%, gas 29% and wind 16%"."""
    rest = list(_shares_with_rest(skeleton, lexicon))
    yield from rest
    if rest or len(skeleton.figures) < _FEWEST:
        return
    for found in lexicon.signs["of-all"].found_in(skeleton.low):
        places, stop = skeleton.after(found.end())
        shares = [skeleton.figures[place] for place in places]
        if len(shares) < _FEWEST or any(sign_of(share) != PERCENT for share in shares):
            continue
        span = skeleton.low[found.end():stop]
        if "(" in span or not lexicon.signs["composition"].search(span):
            continue
        yield LinkDraft(shares[0].start, shares[-1].end, "total", {"part": list(shares)}, complete=False)
        return
    yield from _closed_shares(skeleton, lexicon)


def _shares_with_rest(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Shares of which the last is called all that is left: "80% came on time, the remaining 20% late"."""
    for last, figure in skeleton.figures.items():
        before = skeleton.before(last)
        shares = [skeleton.figures[place] for place in (*before, last)]
        if not before or not all(map(_is_plain_share, shares)) or figure.hedge:
            continue
        lead = unhedged(skeleton.low[before[-1] + 1:last].strip(), lexicon)
        behind = skeleton.low[last + 1:skeleton.sentence(last)[1]]
        own = lexicon.phrases["share-sign"].match(behind.lstrip()) or any(sign in behind for sign in FIGURES)
        left = lexicon.phrases["the-rest"].ends(lead)
        drawn = lexicon.phrases["so-many"].ends(lead) and len(before) == 1 and _is_near(shares)
        near = skeleton.low[before[0]:before[0] + _NEAR_WORDS]
        if not own and (left or drawn) and lexicon.phrases["share-sign"].search(near):
            yield LinkDraft(shares[0].start, figure.end, "total", {"part": list(shares)})
            return


def _is_plain_share(figure: QuantityDraft) -> bool:
    single = not isinstance(figure.value, tuple) and not figure.trend and figure.role not in ("change", "rank")
    return sign_of(figure) == PERCENT and single


def _is_near(shares: Sequence[QuantityDraft]) -> bool:
    """True for shares that come near a whole."""
    together = sum(map(size, shares)) / _HUNDRED
    return _REST_NEAR[0] <= together <= _REST_NEAR[1]


def _closed_shares(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """Shares of which the first is "of" something and the last of all others: "coal 47% of it, gas 29%, others 34%".

    Or the first is told to make up so much of it ("coal accounts for 47% of it, gas for 29% and wind for 34%"). Each
    stands right behind its part: "price was named by 47% of them, taste by 60%" are answers.
    """
    for first in skeleton.figures:
        places, stop = skeleton.after(first)
        shares = [skeleton.figures[place] for place in places]
        if len(shares) < _FEWEST or skeleton.before(first) or _opens_sentence(skeleton, first):
            continue
        if "(" in skeleton.low[first:stop]:
            continue
        plain = all(sign_of(share) == PERCENT and not share.trend and share.role != "change" for share in shares)
        of = lexicon.phrases["share-sign"].match(skeleton.low[first + 1 : stop].lstrip())
        led = not any(lexicon.phrases["given-by"].ends(skeleton.low[max(0, at - _NEAR_WORDS) : at].rstrip())
                      for at in places) and not skeleton.low[places[-1] + 1 : stop].strip(" .")
        if plain and of and led and _is_divided(places, skeleton, lexicon):
            yield LinkDraft(shares[0].start, shares[-1].end, "total", {"part": list(shares)}, complete=False)


def _is_divided(places: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where words call the last share that of all others, or tell that the first is a part of a composition."""
    if lexicon.phrases["all-others"].search(skeleton.low, places[-2], places[-1]):
        return True
    before = unhedged(skeleton.low[skeleton.sentence(places[0])[0]:places[0]].rstrip(), lexicon)
    return lexicon.signs["composition"].ends(before)


def _opens_sentence(skeleton: Skeleton, place: int) -> bool:
    start, _ = skeleton.sentence(place)
    return not skeleton.low[start:place].strip()
