"""Lists of years or days that say when a number of things happened: "won it four times: in 2009, 2014, 2019 and 2022".

Or when those before a thing in its order did: "their fifth title, after those of 2009, 2014, 2019 and 2022".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import BlockDrafts, DateDraft, Draft, LinkDraft, ListDraft, OrdinalDraft, QuantityDraft
from claimcheck.extract.links.addition.listings import may_count_names
from claimcheck.extract.links.fitting.fits import size
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.tokens import sentence_around

_FEWEST = 2  # dates of a list
_FARTHEST = 2  # dates more or fewer than things; a greater gap means that the list is of something else
_REACH = 60  # characters from a thing to its list
_ONE_DATE = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d-\d\d)?")
_CLOSED = re.compile(r"\s*(?:[.;)]|$)")


def may_list_dates(block: BlockDrafts) -> bool:
    """False for a block that holds no list of dates."""
    return len(block.dates) >= _FEWEST and bool(block.quantities or block.ordinals)


def find_dated_lists(block: BlockDrafts, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """A link for each list that closes its sentence or its brackets; the list is added to the drafts of the block.

    Fewer dates than things are told only where the things come one at a time: two films may be of one year.
    """
    for dates in _lists(block, lexicon):
        start, end = dates[0].start, dates[-1].end
        first, _ = sentence_around(block.text, start)
        before = block.text[first:start].lower()
        names = tuple(block.text[date.start : date.end] for date in dates)
        count = _counted(block, start, len(names), lexicon)
        ordinal = None if count is not None else _placed(block, (first, start), before, lexicon)
        told: Draft | None = count or ordinal
        if told is None or (ordinal is not None and abs(ordinal.value - 1 - len(names)) > _FARTHEST):
            continue
        listed = ListDraft(start, end, names)
        block.lists.append(listed)
        kind, role = ("listing", "count") if ordinal is None else ("sequel", "ordinal")
        yield LinkDraft(told.start, end, kind=kind, roles={role: [told], "list": [listed]})  # type: ignore[arg-type]


def _lists(block: BlockDrafts, lexicon: LinkLexicon) -> Iterator[Sequence[DateDraft]]:
    """The runs of years, or of days, that only marks and joints part, each up to where its sentence or bracket ends."""
    joint = lexicon.phrases["date-joint"]
    run: list[DateDraft] = []
    for date in (*block.dates, None):
        goes_on = date is not None and run and len(date.value) == len(run[-1].value) and joint.fullmatch(
            block.text[run[-1].end : date.start].strip().lower())
        if goes_on and date is not None:
            run.append(date)
            continue
        if len(run) >= _FEWEST and _CLOSED.match(block.text, run[-1].end) and _is_joined(block, run, lexicon):
            yield run
        run = [date] if date is not None and _ONE_DATE.fullmatch(date.value) else []


def _is_joined(block: BlockDrafts, run: Sequence[DateDraft], lexicon: LinkLexicon) -> bool:
    """True for a list whose last two are joined by a word, or that stands in brackets."""
    last = block.text[run[-2].end : run[-1].start].strip(" ,").lower()
    return bool(last) or block.text[: run[0].start].endswith("(")


def _counted(block: BlockDrafts, start: int, dates: int, lexicon: LinkLexicon) -> QuantityDraft | None:
    """The number of things right before a list that tells when they were."""
    near = [figure for figure in block.figures_between(max(0, start - _REACH), start) if figure.end <= start]
    if not near or not may_count_names(near[-1]):
        return None
    count = near[-1]
    between = block.text[min(count.full_end, start) : start].strip().lower()
    once = lexicon.phrases["comes-once"].fullmatch((count.noun or "").rpartition(" ")[2]) is not None
    led = lexicon.phrases["dates-opener" if once else "list-opener"].fullmatch(between)
    return count if led and abs(size(count) - dates) <= _FARTHEST and (once or size(count) <= dates) else None


def _placed(block: BlockDrafts, span: tuple[int, int], before: str, lexicon: LinkLexicon) -> OrdinalDraft | None:
    """The last ordinal of a sentence, before words that tell of those before it: "the fourth, after those of"."""
    led = lexicon.phrases["earlier-ones"].ends(before.rstrip())
    ordinals = [ordinal for ordinal in block.ordinals if span[0] <= ordinal.start < span[1]]
    return ordinals[-1] if led and ordinals and ordinals[-1].value > 1 else None
