"""Totals: a whole, words that open a list, and the parts that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import is_bare, is_stretch_of_time, size
from claimcheck.extract.links.fitting.lends import share_place, share_scale, share_unit
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon, Opener
from claimcheck.extract.links.phrasing.skeleton import (
    AMOUNT,
    FIGURES,
    FRACTION,
    PERCENT,
    STOP,
    Skeleton,
    is_aside,
    sign_of,
)
from claimcheck.model.slips import swapped_over

# How close a list must come to its whole to be read as complete where the words leave it open.
_NEAR = (Decimal("0.93"), Decimal("1.07"))
_NEAR_OF_MANY = (Decimal("0.88"), Decimal("1.1"))
_PLAUSIBLE = (Decimal("0.5"), Decimal("1.6"))
_FEWEST_LIKELY_PARTS = 3
_VERB, _BREAKS = 2, frozenset(f",;:()–—{STOP}")  # words with a verb, and signs that keep two parts apart
_PAIR = 2
_FEWEST_FIGURES = 3  # a whole and two parts
_LONGEST_OPENER = 16  # letters of words such as "of these"


def find_totals(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """The lists of parts that a whole opens, each whole with its first list."""
    if len(skeleton.figures) < _FEWEST_FIGURES:
        return
    wholes: set[int] = set()
    for opener in lexicon.openers:
        for found in opener.words.found_in(skeleton.low):
            link = _list_of(skeleton, found.span(), opener, lexicon)
            if link is not None and link.start not in wholes:
                wholes.add(link.start)
                yield link


def _list_of(
    skeleton: Skeleton, span: tuple[int, int], opener: Opener, lexicon: LinkLexicon
) -> LinkDraft | None:
    """The list after an opener, of the amount before it, or of the one before a number that only counts the parts."""
    at = span[1]
    if is_aside(skeleton.text, span[0]):
        return None  # "brings 90 (2024: 85), taxes 40, fees 31": what brackets open ends with them
    before = _amounts_before(skeleton, span) or _amounts_meant(skeleton, span, opener, lexicon)
    if before and _is_label_of_next(skeleton, before[-1], span):
        return None
    if opener.complete == "stated" and _tells_more(skeleton, at, before):
        return None
    whole = _whole_of(before)
    link = None if whole is None else _list_after(skeleton, at, whole, opener, lexicon)
    whole = _whole_of(before[:-1])
    if link is None and whole is not None and before[-1].unit == "count" and not is_bare(before[-1]):
        link = _list_after(skeleton, at, whole, opener, lexicon)
        if link is not None and len(link.roles["part"]) != size(before[-1]):
            return None
    if link is not None and _is_shared(skeleton, at, link.roles["whole"][0]):
        link.complete = False
    return link


def _is_label_of_next(skeleton: Skeleton, last: QuantityDraft, span: tuple[int, int]) -> bool:
    """True for the colon of a label behind a semicolon: "hurt: 40; missing: 9, of whom two children"."""
    between = skeleton.source[last.end:skeleton.origins[span[0]]]
    return skeleton.low[span[0]:span[1]].strip() == ":" and ";" in between


def _is_shared(skeleton: Skeleton, at: int, whole: Draft) -> bool:
    """True for a whole of which a share alone is divided: "Half of the 90 beds are taken: 30 by men, 15 by women"."""
    before = [skeleton.figures[place] for place in skeleton.before(at)]
    shares = [figure for figure in before if figure.start < whole.start and sign_of(figure) in (PERCENT, FRACTION)]
    return any(figure.role in ("share", None) and not _BREAKS & set(skeleton.source[figure.end:whole.start])
               for figure in shares)


def _tells_more(skeleton: Skeleton, at: int, amounts: Sequence[QuantityDraft]) -> bool:
    """True where a rate or a share stands between the last amount and the opener, which may be divided instead."""
    before = skeleton.before(at)
    return bool(amounts and before) and skeleton.figures[before[-1]] is not amounts[-1]


def _amounts_before(skeleton: Skeleton, span: tuple[int, int]) -> list[QuantityDraft]:
    """The amounts in the sentence before an opener; in the one that it follows, for an opener that begins its own."""
    first, at = span
    start = skeleton.low.rfind(STOP, 0, at)
    begins = not skeleton.low[start + 1:first].strip()
    if start >= 0 and begins and at - start <= _LONGEST_OPENER and not skeleton.before(at):
        at = start
    before = [skeleton.figures[place] for place in skeleton.before(at)]
    return [figure for figure in before if sign_of(figure) == AMOUNT and figure.role not in ("change", "rank")]


def _amounts_meant(
    skeleton: Skeleton, span: tuple[int, int], opener: Opener, lexicon: LinkLexicon
) -> list[QuantityDraft]:
    """The amounts of the sentence before that of an opener that speaks of them: "They are divided as follows:"."""
    start = skeleton.low.rfind(STOP, 0, span[0])
    if opener.complete != "stated" or start < 0 or skeleton.before(span[0]):
        return []
    lead = skeleton.low[start + 1:span[1]]
    if lexicon.phrases["opens-list"].search(lead) is None or lexicon.phrases["partial-set"].search(lead):
        return []
    told = [skeleton.figures[place] for place in skeleton.before(start)]
    amounts = [figure for figure in told if sign_of(figure) == AMOUNT and figure.role not in ("change", "rank")]
    anaphor = lexicon.phrases["told-before"].search(lead) is not None
    return [figure for figure in amounts if anaphor or (figure.noun and f" {figure.noun}" in lead)]


def _whole_of(amounts: Sequence[QuantityDraft]) -> QuantityDraft | None:
    """The figure that the list divides: the only one of its unit in the sentence before the opener."""
    if not amounts:
        return None
    whole = amounts[-1]
    rivals = [figure for figure in amounts[:-1] if figure.unit == whole.unit or is_bare(whole)]
    if rivals and (whole.unit == "count" or any(size(rival) > size(whole) for rival in rivals)):
        return None
    return whole


def _list_after(
    skeleton: Skeleton, at: int, whole: QuantityDraft, opener: Opener, lexicon: LinkLexicon
) -> LinkDraft | None:
    places, end = skeleton.after(at)
    stop = next(_breaks(skeleton, at, end, lexicon), end)
    fitting = [
        place for place in places
        if place < stop and _is_part(skeleton.figures[place], whole) and not _is_of_part(skeleton, place, lexicon)
        and not _is_in_word(skeleton, place) and not _is_known(skeleton, place, lexicon)
    ]
    fitting = [place for place in fitting if not _is_object(place, fitting, skeleton, lexicon)]
    fitting = [place for place in fitting if not _is_out_of_next(place, fitting, skeleton, lexicon)]
    beside = [place for place in fitting if is_aside(skeleton.text, place)]
    # "roads (40), schools (30)": where every part stands in parentheses, none of them is an aside
    parts = [skeleton.figures[place] for place in fitting if place not in beside or len(beside) == len(fitting)]
    again = len(parts) > 1 and _is_counted_again(at, parts, skeleton, lexicon)
    again = again or _is_one_aside(skeleton, at, beside, fitting)
    if len(parts) < 2 or again or _opens_with_share(skeleton, places, fitting):
        return None
    span = skeleton.low[at:stop]
    told = max(span.rfind(sign) for sign in FIGURES)
    found = lexicon.signs["rest"].search(span)
    nothing = found is not None and lexicon.phrases["nothing-else"].match(span, found.start()) is not None
    untold = lexicon.phrases["rest-untold"].search(span, told + 1) is not None
    if found is not None and not nothing and (untold or ";" in span[told:found.start()]):
        return None  # "; the rest were in hostels", "with the balance going to roads": nobody says how many
    share_scale(whole, parts)
    words = skeleton.told(at, stop) if len(parts) == _PAIR else ""
    apart, sorts = (lexicon.phrases[name].search(words) is not None for name in ("either-or", "two-sorts"))
    closed = lexicon.joins(skeleton.low[fitting[-2] + 1:fitting[-1]])
    complete = _is_complete(opener, parts, whole, closed=closed, rest=apart or found is not None, sorts=sorts)
    complete = complete and lexicon.phrases["lone-part"].search(span) is None
    doubtful = whole.unit == "count" or opener.complete != "partial" or any(is_bare(part) for part in parts)
    if not complete and doubtful and any(size(part) > size(whole) for part in parts):
        return None  # a part beyond its whole may as well mean that the list is about something else
    share_unit([whole, *parts])
    share_place([whole, *parts])
    return LinkDraft(
        whole.start, parts[-1].end, "total", {"whole": [whole], "part": list(parts)}, complete=complete
    )


def _is_one_aside(skeleton: Skeleton, at: int, beside: Sequence[int], fitting: Sequence[int]) -> bool:
    """True for a list in parentheses behind more words: "that is 4.75 a kilo (a year earlier: 136.5 million, 4.55)"."""
    if len(beside) != len(fitting) or len(beside) < _PAIR:
        return False
    opened = skeleton.text.rfind("(", at, beside[0])
    return ")" not in skeleton.text[beside[0]:beside[1]] and bool(skeleton.text[at:max(opened, at)].strip())


def _is_counted_again(at: int, parts: Sequence[QuantityDraft], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where one part has parts of its own, or counts several times.

    "Of these 620 started, 590 finished and 30 gave up", "of them each of the four clubs gets 90, the rest 240".
    """
    inner = [skeleton.figures[place] for place in skeleton.after(at)[0] if place in skeleton.figures]
    summed = sum(size(part) for part in parts)
    if any(figure.start < parts[0].start and sign_of(figure) == AMOUNT and size(figure) == summed for figure in inner):
        return True
    last = max(place for place, figure in skeleton.figures.items() if figure is parts[-1])
    return lexicon.phrases["each-of-the"].search(skeleton.told(at, last)) is not None


def _breaks(skeleton: Skeleton, at: int, end: int, lexicon: LinkLexicon) -> Iterator[int]:
    """Where words stand that end a list; "131 against, 22 absent" tells a part by such a word."""
    for found in lexicon.signs["break"].found_in(skeleton.low, at, end):
        before, behind = skeleton.low[at:found.start()].rstrip(), skeleton.low[found.end():end].lstrip()
        goes_on = behind.startswith((",", ";")) or lexicon.phrases["joint"].match(behind) is not None
        if not (before.endswith(tuple(FIGURES)) and goes_on) and not _leads_to_part(found, skeleton, lexicon):
            yield found.start()


def _leads_to_part(found: re.Match[str], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for words right before a number of no thing of its own: "26 to prison, while six were acquitted"."""
    if not lexicon.phrases["part-while"].fullmatch(found[0]):
        return False
    figure = skeleton.figures.get(found.end() + 1)
    return figure is not None and figure.unit == "count" and figure.noun is None and not figure.trend


def _is_object(place: int, fitting: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure that a part before it has: the last of "three had one coat, and two had had two"."""
    before = max((other for other in fitting if other < place), default=place)
    between = skeleton.low[before + 1:place]
    if lexicon.joins(between.rstrip().rpartition(" ")[2]):
        return False  # "2.6 million from the state and 0.3 million from Brussels"
    apart = not _BREAKS.isdisjoint(between) or lexicon.phrases["parts-apart"].search(between) is not None
    return len(between.split()) >= _VERB and not apart


def _is_out_of_next(place: int, fitting: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure that is a part of the next one: the 61 of "61 of 320 on the drug and 88 of 310 on placebo"."""
    behind = min((other for other in fitting if other > place), default=place)
    of = lexicon.phrases["share-sign"].fullmatch(skeleton.low[place + 1:behind].strip())
    return of is not None and size(skeleton.figures[place]) < size(skeleton.figures[behind])


def _is_part(figure: QuantityDraft, whole: QuantityDraft) -> bool:
    lends = is_bare(whole) and sign_of(figure) == AMOUNT and not is_stretch_of_time(figure.unit)
    same_unit = figure.unit == whole.unit or is_bare(figure) or lends
    rated = figure.role == "ratio" and whole.role != "ratio"  # "from 118,400 donors, 1.8 a head"
    return same_unit and not rated and figure.role not in ("change", "rank") and not figure.trend


def _opens_with_share(skeleton: Skeleton, places: Sequence[int], parts: Sequence[int]) -> bool:
    """True for a first part that is told as a share alone: "of whom a third in April; the others brought 200"."""
    before = [skeleton.figures[place] for place in places if place < parts[0] and not is_aside(skeleton.text, place)]
    return any(sign_of(figure) in (PERCENT, FRACTION) and figure.role not in ("change", "rank") for figure in before)


def _is_in_word(skeleton: Skeleton, place: int) -> bool:
    """True for a number that is one word with its noun: "two-family houses"."""
    figure = skeleton.figures[place]
    return figure.noun is not None and skeleton.source.startswith(f"-{figure.noun}", figure.end)


def _is_of_part(skeleton: Skeleton, place: int, lexicon: LinkLexicon) -> bool:
    """True for a figure that is part of a part ("five men, three of them teachers")."""
    joined = skeleton.low[place + 1:place + 1 + _LONGEST_OPENER].lstrip()
    before = skeleton.low[:place].rstrip()[-1:]
    return before == "," and lexicon.phrases["part-of-part"].match(joined) is not None


def _is_known(skeleton: Skeleton, place: int, lexicon: LinkLexicon) -> bool:
    """True for a number of things that the text has spoken of: "of the 26 who baked at night, nine left"."""
    before = skeleton.low[max(0, place - _LONGEST_OPENER):place].rstrip().rpartition(" ")[2]
    return lexicon.phrases["known-before"].fullmatch(before) is not None


def _is_complete(
    opener: Opener, parts: Sequence[QuantityDraft], whole: QuantityDraft, *, closed: bool, rest: bool, sorts: bool
) -> bool:
    """Whether the parts make up the whole: by the words, and by coming near enough to it to be meant so.

    rest: whether words say that there is nothing else; sorts: whether they are of two sorts as most things are.
    """
    together, goal = sum((size(part) for part in parts), Decimal(0)), size(whole)
    if opener.complete == "stated" and len(parts) >= _FEWEST_LIKELY_PARTS and swapped_over(together, goal):
        return True
    if rest or opener.complete == "stated":
        low, high = _PLAUSIBLE
    elif sorts or opener.complete == "near" or (
        opener.complete == "likely" and closed and len(parts) >= _FEWEST_LIKELY_PARTS
    ):
        low, high = _NEAR_OF_MANY if len(parts) > _FEWEST_LIKELY_PARTS else _NEAR
    else:
        return False
    return low * goal <= together <= high * goal
