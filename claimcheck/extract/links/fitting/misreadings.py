"""Figures that fit a pattern of words, while the words round them show that they are no two of one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from claimcheck.extract.links.division.means import opens_with_mean_of
from claimcheck.extract.links.division.wholes import is_whole
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.phrasing.leads import unhedged, words_before
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import DATE, FIGURES, PERCENT, STOP, Skeleton, is_aside
from claimcheck.model.mention import LinkKind

# Roles of the two figures that a third sets in relation.
_PAIRED = ("to", "from", "part", "whole", "minuend", "subtrahend")
# Roles of the part and of its share, by the kinds of link that have both.
_PORTIONS = {"share": ("part", "share"), "goal": ("value", "percent")}
_BRACKETS_BEHIND = re.compile(rf"(?: [^\W\d_]+){{0,3}} ?\( ?(?:{DATE} ?:? ?)?")  # behind an amount and what it is of
_MOST_LISTED = 12  # figures of a list before the two that a gap may be of
_NAMES = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][\w'’-]+")
_ALONE = re.compile(rf"\([{FIGURES}]\)")


def is_of_others(kind: LinkKind, places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the words round the figures of a pattern show that they are no two levels of one thing."""
    if kind in _REFUSED and _REFUSED[kind](places, skeleton, lexicon):
        return True
    if "from" in places and "to" in places and is_whole(places["to"], skeleton, lexicon):
        return True
    if any(_is_of_before(part, share, skeleton) or _is_of_share(part, skeleton, lexicon)
           for part, share in _portion(kind, places)):
        return True
    return _are_listed(places, skeleton) or _has_aside_for_whole(kind, places, skeleton)


def _is_no_change(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a share ("or 35 percent of the total", "of these 240 flats, 60% (144) were sold"), or another base."""
    if lexicon.phrases["share-sign"].match(skeleton.low, places["change"] + 2):
        return True
    to = places.get("to", len(skeleton.low))
    start, _ = skeleton.sentence(min(to, places["change"]))
    if to < places["change"] and lexicon.phrases["of-these"].fullmatch(skeleton.low[start:to].strip()):
        return True
    if to in skeleton.figures and skeleton.figures[to].role == "change":
        return True  # "by 9 million, from 139 million, or 7%"
    if "from" in places and "to" not in places and _is_share_of_several(places, skeleton):
        return True
    return "from" in places and _is_from_another_time(places, skeleton)


def _is_share_of_several(places: Mapping[str, int], skeleton: Skeleton) -> bool:
    """True for a share, and a number of what its people or goods come from: "1,860, or 14 percent, from 37 towns"."""
    rate, source = skeleton.figures[places["change"]], skeleton.figures[places["from"]]
    return rate.role == "share" and not rate.trend and source.unit == "count" and bool(source.noun)


def _is_no_share(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a change ("795 million litres (-2.6 percent)"), and for a whole of another time."""
    if size(skeleton.figures[places["share"]]) < 0:
        return True
    behind = skeleton.low[places["share"] + 1:].lstrip(" ,")
    if lexicon.phrases["moved-by"].match(behind):
        return True  # "is 13, or 30 percent, lower than a year ago"
    return "whole" in places and _is_former(places, skeleton, lexicon)


def _is_no_gap(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a gap of another time, or told in what the figures beside it do not count."""
    if _is_of_date(places, skeleton) or _is_of_other_sort(places, skeleton, lexicon):
        return True
    if _is_between_others(places, skeleton):
        return True
    gap, less = places["difference"], places["subtrahend"]
    if gap < less and _is_than_before(skeleton.told(gap + 1, less), lexicon):
        return True
    behind = skeleton.told(gap + 1, skeleton.sentence(gap)[1])
    told = gap == max(places.values()) and lexicon.phrases["earlier-time"].search(behind) is not None
    return told and STOP in skeleton.text[min(places.values()):gap]  # "The gap between them was 800 ten years ago"


def _is_between_others(places: Mapping[str, int], skeleton: Skeleton) -> bool:
    """True for the last two of a list whose first two make the gap: "Orr 4,120, Ash 3,980, Fry 960 and Lee 85, a lead
    of 140".
    """
    minuend, gap = places["minuend"], skeleton.figures[places["difference"]]
    listed = [skeleton.figures[place] for place in skeleton.before(minuend)[-_MOST_LISTED:]]
    peers = [figure for figure in listed if figure.unit == gap.unit and not isinstance(figure.value, tuple)]
    return any(abs(size(one) - size(other)) == size(gap) for one, other in pairwise(peers))


def _is_no_record(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a record of one named before the figure of another: "Orla had 97, Marra 81. The old record of Orla".
    """
    del lexicon
    high, low = places["high"], places["low"]
    peers = [place for place in skeleton.before(high) if skeleton.figures[place].unit == skeleton.figures[high].unit]
    if high > low or not peers:
        return False
    before, own = skeleton.written(0, peers[-1]), skeleton.written(peers[-1], high)
    names = _NAMES.findall(skeleton.written(high, low))
    return any(name in before and name not in own for name in names)


def _is_than_before(words: str, lexicon: LinkLexicon) -> bool:
    """True for "17 more than last year, at 38 points": the gap is to an earlier time, the figure of something else."""
    told = lexicon.phrases["earlier-time"].search(words)
    return told is not None and re.fullmatch(r"\s*,\s*\w+\s*", words[told.end():]) is not None


def _is_no_order(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a place by something else: "with 310 rooms the second-largest by turnover, behind the Grand (290)"."""
    size_told = lexicon.phrases["next-in-size"].search(skeleton.low, min(places.values()), max(places.values()))
    if size_told is None:
        return False
    return lexicon.phrases["by"].search(skeleton.low, size_told.end(), max(places.values())) is not None


def _is_no_rest(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for what is left of a part, and where more is left: "40 of them, the rest"."""
    rest, whole = skeleton.figures[places["rest"]], skeleton.figures[places["whole"]]
    told = skeleton.source[rest.end:rest.full_end].strip().lower()
    if told and whole.noun is not None and rest.noun != whole.noun and told != str(rest.noun).lower():
        return True  # a plural of other things: "47 of the 120 bicycles; 12 guards are left"
    behind = skeleton.low[places["rest"]:skeleton.sentence(places["rest"])[1]]
    own = lexicon.phrases["part-of-part"].match(skeleton.low, places["whole"] + 1)
    return own is not None or lexicon.signs["rest"].search(behind) is not None


def _is_mean_of_others(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for an average in the sentence behind a range that tells of more: "The average in Denmark was 48"."""
    span, value = places["range"], places["value"]
    apart = span < value and STOP in skeleton.text[span:value]
    before = skeleton.told(skeleton.sentence(value)[0], value).strip()
    mean = apart and lexicon.phrases["mean-told"].match(before) is not None
    return mean and not opens_with_mean_of(span, value, skeleton, lexicon)


def _is_of_more(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a total of more or less than so much for each: "14 trams at 3 million each, a total of 50 with spares".

    So is what the number of another time would make: "9% more than the 420 hectares of last year, with a yield of 3".
    """
    base = places["base"]
    if skeleton.before(base) and lexicon.phrases["base-lead"].ends(unhedged(words_before(base, skeleton), lexicon)):
        return True
    first, last = min(places.values()), max(places.values())
    words = skeleton.told(first, skeleton.sentence(last)[1])
    if lexicon.phrases["more-than-all"].search(words):
        return True
    behind = skeleton.told(places["total"] + 1, skeleton.sentence(last)[1])
    return last == places["total"] and lexicon.phrases["with-more"].search(behind) is not None


_REFUSED: Mapping[str, Callable[[Mapping[str, int], Skeleton, LinkLexicon], bool]] = {
    "change": _is_no_change, "share": _is_no_share, "difference": _is_no_gap, "outranking": _is_no_order,
    "remainder": _is_no_rest, "range": _is_mean_of_others, "ratio": _is_of_more, "beaten": _is_no_record,
}


def _is_from_another_time(places: Mapping[str, int], skeleton: Skeleton) -> bool:
    """True for a change measured from another time than that of its level: "310 (2021: 295), 40 more than in 2019"."""
    measured, base = skeleton.figures[places["change"]].base, skeleton.figures[places["from"]].period
    return measured is not None and base is not None and not measured.overlaps(base)


def _is_former(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for what a part and its share were before: "260 shares, or 6.4% of the stock, from 370 shares, or 9.2%"."""
    words = skeleton.low[places["share"] + 1:places["whole"]].strip()
    return "," in words and lexicon.phrases["base-lead"].ends(words)


def _portion(kind: LinkKind, places: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """The places of a part and of its share, where a link has both."""
    part, share = _PORTIONS.get(kind, ("", ""))
    if part in places and share in places:
        yield places[part], places[share]


def _is_of_before(part: int, share: int, skeleton: Skeleton) -> bool:
    """True for what an amount was before, in brackets behind it: "a fee of 230 crowns a pupil (210 crowns), 15% of"."""
    *_, amount = skeleton.before(part) or [-1]
    if amount not in skeleton.figures or not part < share or ")" not in skeleton.low[part:share]:
        return False
    one_unit = skeleton.figures[amount].unit.partition("_per_")[0] == skeleton.figures[part].unit
    return one_unit and _BRACKETS_BEHIND.fullmatch(skeleton.low[amount + 1:part]) is not None


def _is_of_share(part: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for the whole of a share told before: the 50 of "92% of the goal of 50 and 115% of the first one of 40"."""
    *_, share = skeleton.before(part) or [-1]
    of = lexicon.phrases["share-sign"]
    return skeleton.text[share] == PERCENT and of.match(skeleton.low, share + 2) is not None


def _is_of_date(places: Mapping[str, int], skeleton: Skeleton) -> bool:
    """True for a gap to a date, and a figure behind the comma that follows it: "475, 25 fewer than in 2018, 480 in"."""
    gap = places["difference"]
    return any(skeleton.text[gap + 1:place].rstrip().endswith(f"{DATE},") for place in places.values() if place > gap)


def _is_of_other_sort(places: Mapping[str, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a gap told in what the figures beside it do not count: "by five wickets, making 286"."""
    noun = skeleton.figures[places["difference"]].noun
    return noun is not None and lexicon.phrases["other-gap"].fullmatch(noun.lower()) is not None


def _are_listed(places: Mapping[str, int], skeleton: Skeleton) -> bool:
    """True for two levels that each stand alone in brackets behind a name: "Germans (4,200), Poles (2,900)"."""
    levels = [places[role] for role in _PAIRED if role in places and skeleton.text[places[role]] != PERCENT]
    return len(levels) > 1 and all(_ALONE.search(skeleton.low[max(0, at - 1):at + 2]) for at in levels)


def _has_aside_for_whole(kind: LinkKind, places: Mapping[str, int], skeleton: Skeleton) -> bool:
    """True for a share of what brackets in the sentence before tell: "480 adults (210 men). Of them, 61 smoke"."""
    whole = places.get("whole")
    if kind != "share" or whole is None:
        return False
    return STOP in skeleton.text[whole:max(places.values())] and is_aside(skeleton.text, whole)
