"""Two levels of one thing in two sentences, set in two years: "It was 41% in 2023. The rate was 38% in 2020"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.cohesion import points_back
from claimcheck.extract.links.fits import alike, size
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.skeleton import Skeleton, sign_of
from claimcheck.extract.links.stated import link_of

_TIMES = ("year", "month", "week", "day", "hour", "minute", "second")
_FARTHEST = 6  # times that one level may be the other


def find_dated_levels(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """Links "levels" for figures of two years in neighbouring sentences, the second of which speaks of "the rate"."""
    told = {id(draft) for link in known if link.kind in ("levels", "change", "difference") and len(link.roles) > 1
            for drafts in link.roles.values() for draft in drafts}
    for at, later in skeleton.figures.items():
        start, _ = skeleton.sentence(at)
        if start == 0 or not _is_dated(later) or id(later) in told or not points_back(at, skeleton, lexicon):
            continue
        for place in skeleton.before(start - 1):
            other = skeleton.figures.get(place)
            if other is None or not _is_dated(other) or not alike(later, other) or sign_of(later) != sign_of(other):
                continue
            assert later.period is not None
            assert other.period is not None
            small, large = sorted((abs(size(later)), abs(size(other))))
            if later.period.start != other.period.start and small > 0 and large <= _FARTHEST * small:
                to, base = (later, other) if later.period.start > other.period.start else (other, later)
                yield link_of("levels", {"to": to, "from": base})


def _is_dated(figure: QuantityDraft) -> bool:
    if isinstance(figure.value, tuple) or figure.trend or figure.role not in (None, "level", "share", "ratio"):
        return False
    return figure.period is not None and figure.period.sort == "year" and figure.unit not in _TIMES
