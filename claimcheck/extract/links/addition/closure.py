"""Whether the parts told behind a whole are all of it: a count, words or the way the list is built may say so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts
from claimcheck.extract.links.addition.enumerated import LONGEST_LABEL, is_enumerated
from claimcheck.extract.links.addition.items import FEWEST, Item, end_of_sentence, is_beside, opening, start_of_sentence
from claimcheck.extract.links.fitting.fits import is_bare
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.model.slips import is_misprint

MOST = 12  # parts
_NEAR = (Decimal("0.85"), Decimal("1.15"))
_FEWEST_ENCLOSED = 5
_NEAR_LABELLED = (Decimal("0.95"), Decimal("1.1"))  # no words tell that such parts are all
_LABEL = r"(?P<label>[^\W\d_][^\d(),.;:]{1,30}) "
_OPENS_LABELLED = re.compile(r"[^().;:\d]{0,40}\(" + _LABEL)
_GOES_ON_LABELLED = re.compile(r"(?:,| [^\W\d_]+) " + _LABEL)
_MOST_TOO_MUCH = Decimal("1.4")  # that parts may be beyond their whole and still be meant as its parts


def is_closed(
    block: BlockDrafts, found: tuple[int, list[Item], Item], items: Sequence[Item], stops: Sequence[int],
    lexicon: LinkLexicon,
) -> bool:
    """True where the parts come near the whole, and a count before them or words beside them say that they are all."""
    first, parts, whole = found
    together = sum((part.value for part in parts), Decimal(0))
    if whole.value < together <= _MOST_TOO_MUCH * whole.value and _are_exclusive(block, parts, whole, stops, lexicon):
        return True
    if is_enumerated(block, parts, whole, stops, lexicon) or _end_in_rest(block, parts, whole, stops, lexicon):
        return True
    if _NEAR[0] * whole.value <= together <= _NEAR[1] * whole.value and _are_enclosed(block, parts, whole, lexicon):
        return True
    if _NEAR_LABELLED[0] * whole.value <= together <= _NEAR_LABELLED[1] * whole.value \
            and _are_labelled(block, parts, whole, lexicon):
        return True
    if whole.value <= MOST or not _NEAR[0] * whole.value <= together <= _NEAR[1] * whole.value:
        return False
    if _is_told_out(block, parts, whole, stops, lexicon):
        return True
    within = block.text[whole.end:parts[-1].end].lower()
    side = block.text[whole.end:parts[0].start].lower()  # "13 voted in favour, nine against": one side is no whole
    if lexicon.phrases["partial-set"].search(within) or lexicon.phrases["in-favour"].search(side):
        return False
    counts = [
        item for item in items
        if first <= item.start < parts[0].start and item is not whole and item.figure is not None and item.figure.noun
        and item.figure.unit == "count" and item.value == len(parts)
    ]
    last = bisect_right(stops, parts[-1].start)
    end = stops[last + 1] if last + 1 < len(stops) else len(block.text)
    behind = whole.end if whole.figure is None else whole.figure.full_end  # "412 men, 398 women" are no whole and part
    closing = lexicon.phrases["closed-set"].search(block.text[behind:end].lower())
    return bool(counts) or (closing is not None and not any(
        parts[-1].end <= item.start < behind + closing.end() for item in items
    ))  # "41 for, 17 against, 6 abstentions": a figure within the words that close the list is one of it


def _is_told_out(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, stops: Sequence[int], lexicon: LinkLexicon
) -> bool:
    """True for a list behind a colon, or behind "that was", whose last two parts are joined by a conjunction."""
    between = block.text[whole.end:parts[0].start]
    joint = block.text[parts[-2].end:parts[-1].start].lower()
    told = block.text[whole.end:parts[-1].end].lower()
    if not lexicon.joins(joint) or lexicon.phrases["partial-set"].search(told):
        return False
    if bisect_right(stops, whole.start) == bisect_right(stops, parts[0].start):
        enclosed = between.endswith("(") and not set("();") & set(block.text[parts[0].start:parts[-1].end])
        aside = enclosed or all(is_beside(part, block) for part in parts)
        return (":" in between or aside) and len(parts) > FEWEST
    return lexicon.phrases["told-out"].match(opening(block, parts[0], stops).lower()) is not None


def _are_exclusive(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, stops: Sequence[int], lexicon: LinkLexicon
) -> bool:
    """True for parts that none can be in twice: "71 were treated for smoke, 33 for burns", "four died, 16 hurt"."""
    inside = bisect_right(stops, whole.start) == bisect_right(stops, parts[0].start)
    lead = block.text[whole.end:parts[0].start] if inside else opening(block, parts[0], stops)
    of_all = lexicon.phrases["of-all-of-them"].fullmatch(opening(block, whole, stops).lower())
    if inside and not of_all:
        return _are_apposed(block, parts, whole, lexicon)
    if lead.strip() and not (inside and lead.rstrip().endswith(",")):
        return False
    within = block.text[parts[0].start:block.text.find(".", parts[-1].end) + 1 or len(block.text)].lower()
    if lexicon.phrases["exclusive-set"].search(within):
        return True
    behind = [block.text[part.end:part.end + LONGEST_LABEL].lower() for part in parts[1:]]
    if all(lexicon.phrases["place-or-way"].match(words.strip()) for words in behind):
        return True
    gaps = [block.text[one.end:other.start].lower() for one, other in pairwise(parts)]
    verbs = lexicon.phrases["plain-verb"]
    return len(parts) > FEWEST and verbs.search(gaps[0]) is not None and not any(
        verbs.search(gap) for gap in gaps[1:]
    ) and not verbs.search(block.text[parts[-1].end:parts[-1].end + LONGEST_LABEL].split(".")[0].lower())


def _are_enclosed(block: BlockDrafts, parts: Sequence[Item], whole: Item, lexicon: LinkLexicon) -> bool:
    """True for people counted by sex or nation between commas right behind a whole: "All nine, six Danes and three
    Swedes, left"."""
    figures = [part.figure for part in parts if part.figure is not None and part.figure.noun]
    if whole.figure is None or len(figures) < len(parts) or whole.value < _FEWEST_ENCLOSED:
        return False
    nouns = [block.text[figure.number_end:figure.full_end].strip() for figure in figures]
    sorts = all(noun[:1].isupper() for noun in nouns) or lexicon.phrases["either-or"].fullmatch(" ".join(nouns).lower())
    joint = block.text[parts[-2].end:parts[-1].start].lower()
    told = sorts and len(set(nouns)) == len(nouns) and lexicon.joins(joint)
    led = block.text[whole.figure.full_end:parts[0].start].strip() == ","
    return bool(told) and led and block.text[figures[-1].full_end:figures[-1].full_end + 1] == ","


def _are_labelled(block: BlockDrafts, parts: Sequence[Item], whole: Item, lexicon: LinkLexicon) -> bool:
    """True for names with a number each that alone fill brackets behind a whole: "(apples 58, pears 72, plums 6)"."""
    figures = [part.figure for part in parts if part.figure is not None and not part.figure.hedge]
    if whole.figure is None or len(figures) < len(parts) or len(parts) <= FEWEST:
        return False
    labels = [_OPENS_LABELLED.fullmatch(block.text, whole.figure.full_end, parts[0].start)]
    labels += (_GOES_ON_LABELLED.fullmatch(block.text, one.number_end, other.start) for one, other in pairwise(figures))
    told = [label["label"].lower().split()[0] for label in labels if label is not None]
    closes = block.text.startswith(")", figures[-1].number_end)
    lacking = whole.value - sum(part.value for part in parts)
    slipped = is_misprint(whole.value - lacking, whole.value) or any(
        is_misprint(part.value, part.value + lacking) for part in parts
    )
    if lacking > 0 and not slipped:
        return False  # some may be left out
    return closes and len(told) == len(parts) and lexicon.function_words.isdisjoint(told)


def _are_apposed(block: BlockDrafts, parts: Sequence[Item], whole: Item, lexicon: LinkLexicon) -> bool:
    """True for parts right behind a whole, each with the same preposition: "26 lamps, 15 for the quay and 13 for"."""
    assert whole.figure is not None
    leads = [block.text[part.end:part.end + LONGEST_LABEL].lower().split(None, 1)[:1] for part in parts]
    alike = len(set(map(tuple, leads))) == 1 and len(leads[0]) == 1
    behind = alike and lexicon.phrases["side-or-origin"].fullmatch(leads[0][0])
    return bool(behind) and block.text[whole.figure.full_end:parts[0].start].strip() == ","


def _end_in_rest(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, stops: Sequence[int], lexicon: LinkLexicon
) -> bool:
    """True for parts of the next sentence whose last is the rest: "The town pays 40,000, the county the other 35,000".
    """
    between = block.text[parts[-2].end:parts[-1].start].lower().rstrip()
    follow = end_of_sentence(block, whole, stops) == start_of_sentence(parts[0], stops)
    if not (follow and lexicon.joins(between) and lexicon.phrases["the-rest"].ends(between)):
        return False
    together = sum((part.value for part in parts), Decimal(0))
    named = whole.figure is not None and not is_bare(whole.figure)
    return named and _NEAR[0] * whole.value <= together <= _NEAR[1] * whole.value
