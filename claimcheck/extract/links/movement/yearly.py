"""Rates that are told by the year: no two levels further apart than a year are measured by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import Skeleton

_BY_THE_YEAR = "percent_per_year"
_NEAR = 60  # letters before a rate that may say that it is one by the year


def without_yearly(links: Sequence[LinkDraft], skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The links without the changes that set a rate by the year against two levels of years that may lie far apart."""
    places: dict[int, int] = {}
    for link in links:
        if link.kind == "change" and len(link.roles) > 2:
            places = places or {id(figure): at for at, figure in skeleton.figures.items()}
            at = places.get(id(link.roles["change"][0]))
            if at is not None and _is_yearly(at, skeleton, lexicon):
                continue
        yield link


def _is_yearly(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where words right behind a rate say "a year", or those right before it "an average annual increase of"."""
    low = skeleton.low
    if skeleton.figures[at].unit == _BY_THE_YEAR:
        return True
    if lexicon.phrases["each-year"].match(low, at + 2):
        return True
    found = list(lexicon.phrases["yearly-rate"].found_in(low, max(0, at - _NEAR), at))
    return bool(found) and not low[found[-1].end():at].strip()
