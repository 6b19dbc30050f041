"""Parts counted out of a whole, without the share that they make: "84 of the 210 nurses want to leave".

The words tie the two: a number "of" another one, the numbers behind "of the 210 nurses", those "of them", and a bare
number that begins the sentence behind one thing counted ("They visited 96 clinics. Fifty-seven passed").
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.leads import words_before
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, DATE, STOP, Skeleton, is_aside, sign_of

_FEWEST = 2  # figures of a quota
_REACH = 45  # letters between a part and its whole, or from "of" to a whole
_LEAD = 24  # letters from the begin of a sentence to a bare part
_BEHIND = 24  # letters behind a part that may tell that it is "of them"
_APART = ",;:()–—"
_BARE_OPENER = " \"“”'‘’"


def find_quotas(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """A link for each part and the whole that the words count it out of; not complete where this was at another time.
    """
    if len(skeleton.figures) < _FEWEST:
        return
    for at, part in skeleton.figures.items():
        if not _is_plain(part):
            continue
        whole = _whole_of(at, skeleton, lexicon)
        if whole is not None and _may_be_of(part, whole):
            start, end = sorted((part, whole), key=lambda draft: draft.start)
            roles: dict[str, list[Draft]] = {"part": [part], "whole": [whole]}
            span = skeleton.sentence(at)
            now = lexicon.phrases["earlier-time"].search(skeleton.low, *span) is None
            yield LinkDraft(start.start, end.end, "quota", roles, complete=now)


def _whole_of(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> QuantityDraft | None:
    """What the words count a part out of."""
    following, _ = skeleton.after(at + 1)
    if following and following[0] in skeleton.figures and _is_out_of(at, following[0], skeleton, lexicon):
        return skeleton.figures[following[0]]
    before = skeleton.before(at)
    behind = skeleton.low[at + 1 : at + 1 + _BEHIND].lstrip()
    lead = skeleton.low[before[-1] + 1 if before else skeleton.sentence(at)[0] : at].rstrip()
    if lexicon.phrases["part-of-part"].match(behind) or lexicon.phrases["of-them"].ends(lead):
        return skeleton.figures[before[-1]] if len(before) == 1 else None if before else _before(at, skeleton, lexicon)
    if before and skeleton.figures[at].noun is None and _opens_of_them(before[0], skeleton, lexicon):
        return _before(before[0], skeleton, lexicon)
    for place in before:
        if _is_named_first(place, skeleton, lexicon) and place == before[0]:
            return skeleton.figures[place]
    return _before(at, skeleton, lexicon) if not before and _begins(at, skeleton, lexicon) else None


def _opens_of_them(place: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a part that begins its sentence as one "of these", where bare numbers behind it are parts as well."""
    start, _ = skeleton.sentence(place)
    return lexicon.phrases["of-these"].fullmatch(skeleton.low[start:place].strip(f"{_BARE_OPENER},")) is not None


def _is_out_of(part: int, whole: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a number "of" another one, whoever the whole belongs to ("nine of the team's 12 goals")."""
    between = skeleton.low[part + 1 : whole].strip()
    if len(between) > _REACH or any(mark in between for mark in (*_APART, DATE, STOP)):
        return False
    if lexicon.phrases["list-joint"].search(between):
        return False
    return lexicon.phrases["counted-of"].match(between) is not None


def _is_named_first(place: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a whole that its sentence begins with ("Of the town's 61,300 voters, 33,102 went")."""
    start, _ = skeleton.sentence(place)
    words = skeleton.low[max(start, place - _REACH) : place].strip(_BARE_OPENER)
    if start < place - _REACH or any(mark in words for mark in (*_APART, DATE)):
        return False
    return lexicon.phrases["counted-of"].match(words) is not None


def _before(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> QuantityDraft | None:
    """The only number of things that the sentence before tells, be it with how it moved, or where ("in 14 valleys")."""
    start, _ = skeleton.sentence(at)
    if start <= 0:
        return None
    places = [place for place in skeleton.before(start - 1) if skeleton.figures[place].role != "change"]
    counts = [skeleton.figures[place] for place in places if skeleton.figures[place].noun is not None]
    if not counts or len(counts) != len(places) or is_aside(skeleton.text, places[0]):
        return None
    first, *others = places
    where = all(lexicon.phrases["limit"].ends(words_before(place, skeleton)) for place in others)
    return skeleton.figures[first] if where else None


def _begins(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a bare number that begins a sentence and does something there: "Fifty-seven met every standard"."""
    figure = skeleton.figures[at]
    start, end = skeleton.sentence(at)
    lead, behind = skeleton.low[start:at].strip(_BARE_OPENER), skeleton.low[at + 1 : end].lstrip()
    if figure.noun is not None or figure.unit != "count" or at - start > _LEAD or not behind[:1].isalpha():
        return False
    if lexicon.phrases["more-of-another"].match(behind):
        return False
    return not lead or lexicon.phrases["quota-lead"].fullmatch(lead) is not None


def _is_plain(figure: QuantityDraft) -> bool:
    """True for one number of several things, or an amount, that neither moved nor is told for each of others."""
    if sign_of(figure) != AMOUNT or isinstance(figure.value, tuple) or figure.hedge:
        return False
    return figure.value > 1 and figure.role in (None, "level") and "_per_" not in figure.unit


def _may_be_of(part: QuantityDraft, whole: QuantityDraft) -> bool:
    """True for a smaller number of the things counted, or of a sum in one unit."""
    if not _is_plain(whole) or isinstance(part.value, tuple) or isinstance(whole.value, tuple):
        return False
    if whole.unit == "count":
        alike = part.unit == "count" and (None in (part.noun, whole.noun) or part.noun == whole.noun)
    else:
        alike = part.unit == whole.unit
    return alike and part.value < whole.value
