"""Shares told beside the part and the whole that they are of: "seven in ten nurses - 147 of 210 - want to leave".

Part and whole are counted out in so many words (see `quotas`); they stand in an apposition behind the share, or the
share is a rate that they make: "turnout was 54%, with 33,102 of 61,300 voters casting a ballot".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.fitting.fits import is_share, size
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import DATE, FRACTION, PERCENT, STOP, Skeleton, sign_of
from claimcheck.extract.links.stated import link_if_fitting

_NEAR = 130  # letters between a share and the part behind it
_LONGEST_RATE = 60  # letters from the begin of a clause to the rate that it tells
_LONGEST_STEM = 6  # letters by which a noun is known again
_FARTHEST, _HUNDRED = Decimal("1.5"), 100  # times that a rate may miss what it is drawn from
_OPEN = ":(–—-"


def find_counted_shares(
    skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]
) -> Iterator[LinkDraft]:
    """A share link for each quota among the known links whose share stands beside it, and is in no other link."""
    quotas = [link for link in known if link.kind == "quota"]
    if not quotas or not any(sign_of(figure) in (PERCENT, FRACTION) for figure in skeleton.figures.values()):
        return
    taken = {id(draft) for link in known if link.kind in ("share", "change", "total")
             for role in ("share", "change", "part") for draft in link.roles.get(role, ())}
    places = {id(figure): at for at, figure in skeleton.figures.items()}
    for quota in quotas:
        part, whole = (places[id(quota.roles[role][0])] for role in ("part", "whole"))
        at = _share_of(part, whole, skeleton, lexicon)
        if at is None or id(skeleton.figures[at]) in taken or id(skeleton.figures[part]) in taken:
            continue
        figures = {"share": skeleton.figures[at], "part": skeleton.figures[part], "whole": skeleton.figures[whole]}
        link = link_if_fitting("share", figures)
        if link is not None:
            taken.add(id(skeleton.figures[at]))
            yield link


def _share_of(part: int, whole: int, skeleton: Skeleton, lexicon: LinkLexicon) -> int | None:
    """The place of the only share that a part and its whole may be told of."""
    if lexicon.phrases["counting-place"].fullmatch(_head_of(whole, skeleton)):
        return None
    _, end = skeleton.sentence(part)
    own = _shares_in(part, skeleton)
    if len(own) > 1:
        return None
    if own:
        behind = _is_set_out(own[0], part, whole, skeleton, lexicon)
        return own[0] if behind or _is_rate_of(own[0], part, whole, skeleton, lexicon) else None
    following = _shares_in(end + 1, skeleton) if end < len(skeleton.low) else []
    alone = len(following) == 1 and _is_rate_drawn(following[0], skeleton, lexicon)
    return following[0] if alone and _is_about(following[0], part, whole, skeleton) else None


def _is_about(share: int, part: int, whole: int, skeleton: Skeleton) -> bool:
    """False for a rate of a sentence of its own that is far from what part and whole make: one of something else."""
    told = size(skeleton.figures[share]) / (_HUNDRED if sign_of(skeleton.figures[share]) == PERCENT else 1)
    all_, some = (size(skeleton.figures[place]) for place in (whole, part))
    return told * all_ <= _FARTHEST * some and some <= _FARTHEST * told * all_


def _shares_in(at: int, skeleton: Skeleton) -> list[int]:
    """The places of the shares of the sentence around a place."""
    if at >= len(skeleton.low):
        return []
    places = [*skeleton.before(at), *skeleton.after(at)[0]]
    return [place for place in places if is_share(skeleton.figures[place])]


def _is_set_out(share: int, part: int, whole: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a part and whole in apposition behind a share whose words name what they count."""
    between = skeleton.low[share + 1 : part]
    words = unhedged(between.rstrip(), lexicon)
    if not share < part < whole or len(between) > _NEAR or any(sign in between for sign in (DATE, STOP)):
        return False
    if any(place in skeleton.figures for place in range(share + 1, part)):
        return False
    behind = skeleton.low[whole + 1 : skeleton.sentence(whole)[1]].lstrip()
    apposed = words[-1:] in _OPEN or (words.endswith(",") and words.count(",") == 1 and behind[:1] == ",")
    if not words or not apposed:
        return False
    names = " ".join((skeleton.low[skeleton.sentence(share)[0] : share], between))
    noun = _head_of(whole, skeleton) or _head_of(part, skeleton)
    told = skeleton.told(share, part)
    if noun[:_LONGEST_STEM] in told or lexicon.phrases["drawn-people"].fullmatch(noun):
        return True
    return lexicon.phrases["counted-rate"].search(names) is not None


def _is_rate_of(share: int, part: int, whole: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a rate that tells how many of all did something, with part and whole before or behind it."""
    if part < share < whole:
        return False
    low = skeleton.low
    if share < part:
        between = low[share + 1 : part].strip()
        with_ = lexicon.phrases["rate-with"].fullmatch(unhedged(between, lexicon)) is not None
        return with_ and _is_rate(share, skeleton.sentence(share)[0], skeleton, lexicon)
    comma = low.rfind(",", whole, share)
    return comma > 0 and _is_rate(share, comma + 1, skeleton, lexicon)


def _is_rate_drawn(share: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a sentence that tells nothing but the rate that part and whole make: "The pass rate was thus 59%"."""
    start, end = skeleton.sentence(share)
    alone = not skeleton.low[share + 1 : end].strip(" .\"”") and skeleton.before(share) == []
    return alone and _is_rate(share, start, skeleton, lexicon)


def _is_rate(share: int, start: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the words from a place on to a share call it such a rate."""
    words = unhedged(skeleton.low[start:share].strip(), lexicon)
    return len(words) <= _LONGEST_RATE and lexicon.phrases["rate-is"].fullmatch(words) is not None


def _head_of(at: int, skeleton: Skeleton) -> str:
    return (skeleton.figures[at].noun or "").lower().rpartition(" ")[2]
