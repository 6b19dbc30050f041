"""Lists of years or days that say when a number of things happened: "won it four times: in 2009, 2014, 2019 and 2022".

Or when those before a thing in its order did: "their fifth title, after those of 2009, 2014, 2019 and 2022".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, DateDraft, Draft, LinkDraft, ListDraft, OrdinalDraft, QuantityDraft
from claimcheck.extract.links.addition.listings import may_count_names
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.tokens import sentence_around

_FEWEST = 2  # dates of a list
_FARTHEST = 2  # dates more or fewer than things; a greater gap means that the list is of something else
_REACH = 60  # characters from a thing to its list
_ONE_DATE = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d-\d\d|-WXX-\d)?")
_CLOSED = re.compile(r"\s*(?:[.;)]|$)")
_DAY = re.compile(r"(?<![\w.,])\d{1,2}(?!\d)")
_DAYS_BEFORE = re.compile(r"(?<![\w.,])(?:\d{1,2}[^\W\d_]{0,2}, )+\Z")  # that share the month of the date behind them
_DAY_BEHIND = re.compile(r"(?P<joint>\W{1,2}(?:[^\W\d_]+ )?)(?P<day>\d{1,2})(?=,? |[.;)]|$)")
_LAST_DAY = 31
_MOST_BETWEEN = 6  # words between a number of things and the mark that opens the list of their dates

Span = tuple[int, int, int]  # where a date starts and ends, and the length of its value, which tells what it is: a year


def may_list_dates(block: BlockDrafts) -> bool:
    """False for a block that holds no list of dates."""
    return bool(block.dates) and bool(block.quantities or block.ordinals)


def find_dated_lists(block: BlockDrafts, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """A link for each list that closes its sentence or its brackets; the list is added to the drafts of the block.

    Fewer dates than things are told only where the things come one at a time: two films may be of one year.
    """
    for dates in _lists(block, lexicon):
        start, end = dates[0][0], dates[-1][1]
        first, _ = sentence_around(block.text, start)
        before = block.text[first:start].lower()
        names = tuple(block.text[date[0] : date[1]] for date in dates)
        count = _counted(block, start, len(names), lexicon)
        ordinal = None if count is not None else _placed(block, (first, start), before, lexicon)
        told: Draft | None = count or ordinal
        if told is None or (ordinal is not None and abs(ordinal.value - 1 - len(names)) > _FARTHEST):
            continue
        listed = ListDraft(start, end, names)
        block.lists.append(listed)
        kind, role = ("listing", "count") if ordinal is None else ("sequel", "ordinal")
        yield LinkDraft(told.start, end, kind=kind, roles={role: [told], "list": [listed]})  # type: ignore[arg-type]


def _lists(block: BlockDrafts, lexicon: LinkLexicon) -> Iterator[Sequence[Span]]:
    """The runs of years, or of days, that only marks and joints part, each up to where its sentence or bracket ends."""
    joint = lexicon.phrases["date-joint"]
    run: list[Span] = []
    for dates in (*(_dates_of(date, block, lexicon) for date in block.dates), ()):
        goes_on = dates and run and dates[0][2] == run[-1][2] and joint.fullmatch(
            block.text[run[-1][1] : dates[0][0]].strip().lower())
        if goes_on:
            run += dates
            continue
        if len(run) >= _FEWEST and _CLOSED.match(block.text, run[-1][1]) and _is_joined(block, run, lexicon):
            yield run
        run = list(dates)


def _dates_of(date: DateDraft, block: BlockDrafts, lexicon: LinkLexicon) -> Sequence[Span]:
    """A date, or each day of several that share its month: "2, 9 and 14 November", "May 2, 9 and 14"; none for a span.
    """
    first, _, last = date.value.partition("/")
    if not _ONE_DATE.fullmatch(first):
        return ()
    told = [(found.start() + date.start, found.end() + date.start)
            for found in _DAY.finditer(block.text[date.start : date.end])]
    shape = len(first)
    if last:
        between = block.text[told[0][1] : told[1][0]] if len(told) == _FEWEST else ""
        if lexicon.phrases["date-joint"].fullmatch(between.strip().lower()) is None:
            return ()
        spans = [(*told[0], shape), (told[1][0], date.end, shape)]
    else:
        spans = [(date.start, date.end, shape)]
    if not told:
        return spans
    before = _DAYS_BEFORE.search(block.text, max(0, date.start - _REACH), date.start)
    if before and told[0][0] == date.start:
        spans[:0] = [(each.start(), each.end(), shape) for each in _DAY.finditer(block.text, *before.span())]
    if told[-1][1] == date.end:
        spans += _behind(date.end, shape, block, lexicon)
    days = [int(found[0]) for start, end, _ in spans if (found := _DAY.search(block.text[start:end]))]
    rising = all(one < other <= _LAST_DAY for one, other in pairwise(days))
    return spans if rising and len(days) == len(spans) else ()


def _behind(at: int, shape: int, block: BlockDrafts, lexicon: LinkLexicon) -> Sequence[Span]:
    """The bare numbers behind the day of a date that go on with its month, up to where a sentence or bracket ends."""
    found: list[Span] = []
    while (day := _DAY_BEHIND.match(block.text, at)) is not None:
        if lexicon.phrases["date-joint"].fullmatch(day["joint"].strip().lower()) is None:
            break
        found.append((*day.span("day"), shape))
        at = day.end()
    return found if _CLOSED.match(block.text, at) else ()


def _is_joined(block: BlockDrafts, run: Sequence[Span], lexicon: LinkLexicon) -> bool:
    """True for a list whose last two are joined by a word, or that stands in brackets."""
    last = block.text[run[-2][1] : run[-1][0]].strip(" ,").lower()
    return bool(last) or block.text[: run[0][0]].endswith("(")


def _counted(block: BlockDrafts, start: int, dates: int, lexicon: LinkLexicon) -> QuantityDraft | None:
    """The number of things before a list that tells when they were."""
    first, _ = sentence_around(block.text, start)
    if lexicon.phrases["dates-anaphor"].fullmatch(block.text[first:start].strip().lower()):
        return _counted_before(block, first, dates, lexicon)
    near = [figure for figure in block.figures_between(max(0, start - _REACH), start) if figure.end <= start]
    if not near or not _may_count_dates(near[-1], lexicon):
        return None
    count = near[-1]
    between = block.text[min(count.full_end, start) : start].strip().lower()
    once = lexicon.phrases["comes-once"].fullmatch((count.noun or "").rpartition(" ")[2]) is not None
    led = _led_by(between, lexicon, once=once)
    return count if led and abs(size(count) - dates) <= _FARTHEST and (once or size(count) <= dates) else None


def _counted_before(block: BlockDrafts, end: int, dates: int, lexicon: LinkLexicon) -> QuantityDraft | None:
    """The only number of the sentence before, of things that come one at a time: "on five evenings. The dates are"."""
    start, _ = sentence_around(block.text, max(0, end - 2))
    told = [figure for figure in block.figures_between(start, end) if figure.unit == "count"]
    if len(told) != 1 or not _may_count_dates(told[0], lexicon) or abs(size(told[0]) - dates) > _FARTHEST:
        return None
    once = lexicon.phrases["comes-once"].fullmatch((told[0].noun or "").rpartition(" ")[2]) is not None
    return told[0] if once or size(told[0]) <= dates else None


def _led_by(between: str, lexicon: LinkLexicon, *, once: bool) -> bool:
    """True for the words from a number of things to the list of their dates: ":", "this autumn: on"."""
    openers = [lexicon.phrases[name] for name in ("dates-opener", "list-opener")[: 1 if once else 2]]
    if any(opener.fullmatch(between) for opener in openers):
        return True
    plain = not any(sign.isdigit() or sign in ".;" for sign in between)
    told = plain and len(between.split()) <= _MOST_BETWEEN and lexicon.phrases["partial-list"].search(between) is None
    return told and any(opener.ends(between) for opener in openers)


def _may_count_dates(figure: QuantityDraft, lexicon: LinkLexicon) -> bool:
    """True for a small number of things none of which takes up several days."""
    stretch = lexicon.phrases["holds-days"].fullmatch((figure.noun or "").rpartition(" ")[2]) is not None
    return may_count_names(figure) and not stretch


def _placed(block: BlockDrafts, span: tuple[int, int], before: str, lexicon: LinkLexicon) -> OrdinalDraft | None:
    """The last ordinal of a sentence, before words that tell of those before it: "the fourth, after those of"."""
    led = lexicon.phrases["earlier-ones"].ends(before.rstrip())
    ordinals = [ordinal for ordinal in block.ordinals if span[0] <= ordinal.start < span[1]]
    return ordinals[-1] if led and ordinals and ordinals[-1].value > 1 else None
