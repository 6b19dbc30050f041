"""Which of two levels is the earlier one, and whether they are told of the change before them, over the same time."""

from __future__ import annotations

from claimcheck.extract.links.movement.anchors import beside
from claimcheck.extract.links.movement.changes import is_base
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import MULTIPLE, Skeleton, sign_of


def is_earlier(place: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level that words set in an earlier time: "from", "a year ago it was", "used to be"."""
    if is_base(place, skeleton, lexicon):
        return True
    return any(lexicon.phrases["earlier-time"].search(words) is not None for words in beside(place, skeleton))


def earlier_of(levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> list[int]:
    """Those of two levels that words set in an earlier time; the one that they call a base, if they do so of one.

    Of "last year" and "the year before" the latter alone.
    """
    bases = [place for place in levels if is_base(place, skeleton, lexicon)]
    if len(bases) == 1:
        return bases
    told = [place for place in levels if is_earlier(place, skeleton, lexicon)]
    if len(told) == len(levels):
        before = [place for place in levels if is_of_time_before(place, skeleton, lexicon)]
        return before if len(before) == 1 else told
    return told


def is_of_time_before(place: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level of a time before that of another: "the year before it was", and not "last year it was"."""
    return any(map(lexicon.phrases["time-before-that"].search, beside(place, skeleton)))


def told_in(at: int, skeleton: Skeleton) -> tuple[int, int]:
    """The sentence round a change; of a multiple what stands behind it ("Trade between the two towns doubled")."""
    start, end = skeleton.sentence(at)
    return (at if sign_of(skeleton.figures[at]) == MULTIPLE else start), end


def is_apart(place: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the sentence of a level, or what it tells behind a multiple, is of another time or sort."""
    start = max(told_in(at, skeleton)[0], skeleton.sentence(place)[0])
    span = (start, skeleton.sentence(place)[1]) if start < place else skeleton.sentence(place)
    return lexicon.phrases["apart"].search(skeleton.told(*span)) is not None


def goes_on(at: int, levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for levels behind a rate that are told of the same: "since 2019, when it stood at", "tripled, with 512".

    Only a multiple may be told so without a word that points back, and only where its levels name nothing else.
    """
    first = min(levels)
    between = skeleton.low[at + 1:first]
    if at > first or lexicon.phrases["when-it"].search(between):
        return at < first
    if sign_of(skeleton.figures[at]) != MULTIPLE or lexicon.phrases["tells-another"].search(between):
        return False
    subject = skeleton.low[skeleton.sentence(at)[0]:at]
    nouns = {noun.rpartition(" ")[2].lower() for place in levels if (noun := skeleton.figures[place].noun)}
    return all(noun in subject or lexicon.phrases["any-noun"].fullmatch(noun) for noun in nouns)


def is_over_longer_time(at: int, levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a change over years, beside levels of which words set the base no further back than the last time.

    "Trade has doubled in ten years: last year it was 1.8 billion, up from 1.5 billion the year before".
    """
    base = levels[1]
    between = skeleton.told(at, min(levels))
    if not lexicon.phrases["over-years"].search(between) and not lexicon.phrases["since-when"].search(between):
        return False
    if lexicon.phrases["when-it"].search(between):
        return False
    measured, based = skeleton.figures[at].base, skeleton.figures[base].period
    return measured is None or based is None or not measured.overlaps(based)
