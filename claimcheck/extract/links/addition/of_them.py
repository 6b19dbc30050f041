"""Parts of which the first is told to be "of them": "640 trees fell, 260 of them oaks, 210 beeches and 170 firs"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.addition.summed import TWO_SORTS
from claimcheck.extract.links.fitting.fits import is_bare, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, Skeleton, is_aside, sign_of
from claimcheck.model.slips import chance_of_misprint, is_misprint

_NEAR = Decimal("1.07")  # times a whole, that parts come to which are meant to be all
_NEAR_ALL = Decimal("0.2")  # of a whole, by which two parts may miss it that are all of it by what they are
_CLOSING = ("", ".", ",", ";", ")", ":")
_RAREST = 0.05  # how often chance may make a slip
_LONGEST = 40  # letters between two parts
_REACH = 20  # letters behind a part that may say that it is of the whole
_PAIR, _MOST = 2, 8
_FIGURES = 3  # a whole and two parts


def find_of_them(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """A total for each whole of things with the parts behind it, where these come near it and the last is joined on."""
    if len(skeleton.figures) < _FIGURES:
        return
    for at in skeleton.figures:
        before = skeleton.before(at)
        if not before or not _is_of_them(at, skeleton, lexicon):
            continue
        whole = skeleton.figures[before[-1]]
        places = [at, *_listed_behind(at, skeleton)]
        parts = [skeleton.figures[place] for place in places]
        near = _NEAR_ALL if _are_all(places, skeleton, lexicon) else None
        if _may_be_parts(parts, whole, near) and _is_closed(places, skeleton, lexicon):
            share_unit([whole, *parts])
            yield LinkDraft(whole.start, parts[-1].end, "total", {"whole": [whole], "part": [*parts]})


def _is_of_them(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a number behind a comma that is told to be "of them"."""
    if not skeleton.low[:at].rstrip().endswith(",") or is_aside(skeleton.text, at):
        return False
    return lexicon.phrases["of-them"].match(skeleton.low[at + 1:at + 1 + _REACH].lstrip()) is not None


def _listed_behind(at: int, skeleton: Skeleton) -> Iterator[int]:
    """The places of the figures of the sentence that follow one another closely from one on."""
    for place in skeleton.after(at + 1)[0]:
        if place - at > _LONGEST:
            return
        yield place
        at = place


def _are_all(places: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for two parts that everything is in one or the other of, where nothing limits the second."""
    first, last = skeleton.figures[places[0]], skeleton.figures[places[-1]]
    behind = skeleton.low[places[0] + 1:places[-1]].lstrip()
    told_of = lexicon.phrases["of-them"].match(behind)
    if len(places) > _PAIR or last.noun is None or told_of is None:
        return False
    if behind[told_of.end():].split()[0] in lexicon.function_words:
        return False  # "210 of them by women, 390 by men": some may be by both
    told = skeleton.source[first.start:last.full_end].lower()
    closed = skeleton.source[last.full_end:last.full_end + 1] in _CLOSING
    return closed and lexicon.phrases["either-or"].search(told) is not None


def _may_be_parts(parts: Sequence[QuantityDraft], whole: QuantityDraft, near_all: Decimal | None) -> bool:
    """True for plain numbers of things, each smaller than the whole, that come near it together.

    near_all: how near those may come, by a part of the whole, that are all of it by their sorts; None for others.
    """
    plain = all(
        sign_of(each) == AMOUNT and not isinstance(each.value, tuple) and not each.trend and not each.hedge
        and each.role in (None, "level") and (each.unit == whole.unit or is_bare(each))
        for each in (whole, *parts)
    )
    if not plain or whole.unit != "count" or not _PAIR <= len(parts) <= _MOST:
        return False
    together = sum(map(size, parts), Decimal(0))
    near = size(whole) <= together <= _NEAR * size(whole) or _is_slip(together, size(whole))
    near = near or (near_all is not None and abs(together - size(whole)) <= near_all * size(whole))
    return near and all(size(part) < size(whole) for part in parts)


def _is_slip(together: Decimal, whole: Decimal) -> bool:
    """True for a sum that is the whole but for a slip, which chance seldom makes; a few may be none of the parts."""
    return is_misprint(together, whole) and chance_of_misprint(together, whole) <= _RAREST


def _is_closed(places: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the last part is joined by a conjunction and no other "of them", and two are of two sorts."""
    gaps = [skeleton.low[one + 1:other] for one, other in pairwise(places)]
    words = skeleton.told(places[0], skeleton.sentence(places[-1])[1])
    if lexicon.phrases["list-joint"].search(gaps[-1]) is None or any(";" in gap for gap in gaps):
        return False
    if any(lexicon.phrases["of-them"].search(gap) for gap in gaps[1:]) or lexicon.signs["rest"].search(words):
        return False
    if len({_preposition(place, skeleton, lexicon) for place in places}) > 1:
        return False  # "310 of them girls, 200 in the choir": some may be both
    return len(places) > _PAIR or any(lexicon.phrases[name].search(words) is not None for name in TWO_SORTS)


def _preposition(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> str:
    """The preposition behind a part; "" for a part that a noun names."""
    behind = skeleton.low[at + 1:skeleton.sentence(at)[1]].lstrip()
    told = lexicon.phrases["of-them"].match(behind)
    found = lexicon.phrases["place-or-way"].match(behind[told.end():].lstrip() if told else behind)
    return found[0] if found else ""
