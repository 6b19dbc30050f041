"""Whether the parts told behind a whole are all of it: a count, words or the way the list is built may say so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, DateDraft, QuantityDraft
from claimcheck.extract.links.fits import is_bare
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.model.measure import measure_of

MOST = 12  # parts
_FEWEST = 2
_NEAR = (Decimal("0.85"), Decimal("1.15"))
_MOST_TOO_MUCH = Decimal("1.4")  # that parts may be beyond their whole and still be meant as its parts
LONGEST_LABEL = 70  # letters between two parts
# How close parts come to a whole that they follow, in one sentence; of two parts, or of parts in the next sentence.
_NEAR_ENUMERATED = (Decimal("0.9"), Decimal("1.15"))
_NEAR_PAIR = (Decimal("0.93"), Decimal("1.1"))
_NOT_ADDED = ("meter", "kelvin", "dimensionless")  # base units of what stands side by side: lengths, degrees
_YEAR = re.compile(r"\A\d{4}\Z")
_CUT = re.compile(r"[,;)]")
_BRACKETS, _CLOSES = frozenset("();"), re.compile(r"[^().;,\d]{0,40}\)")
_SET_OFF = re.compile(r"(?P<words>(?: [\w'’-]+){0,6})(?:,| –| —| -| \(|:)\s?(?P<label>[\w ’'-]{0,60}?)\s?")


@dataclass(slots=True)
class Item:
    """A number that may be a part: a figure, or the digits that were read as part of a name."""

    start: int
    end: int
    value: Decimal
    figure: QuantityDraft | None


def is_closed(
    block: BlockDrafts, found: tuple[int, list[Item], Item], items: Sequence[Item], stops: Sequence[int],
    lexicon: LinkLexicon,
) -> bool:
    """True where the parts come near the whole, and a count before them or words beside them say that they are all."""
    first, parts, whole = found
    together = sum((part.value for part in parts), Decimal(0))
    if whole.value < together <= _MOST_TOO_MUCH * whole.value and _are_exclusive(block, parts, whole, stops, lexicon):
        return True
    if _is_enumerated(block, parts, whole, stops, lexicon) or _end_in_rest(block, parts, whole, stops, lexicon):
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
        return (":" in between or aside) and len(parts) > _FEWEST
    return lexicon.phrases["told-out"].match(_opening(block, parts[0], stops).lower()) is not None


def _are_exclusive(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, stops: Sequence[int], lexicon: LinkLexicon
) -> bool:
    """True for parts that none can be in twice: "71 were treated for smoke, 33 for burns", "four died, 16 hurt"."""
    inside = bisect_right(stops, whole.start) == bisect_right(stops, parts[0].start)
    opening = block.text[whole.end:parts[0].start] if inside else _opening(block, parts[0], stops)
    of_all = lexicon.phrases["of-all-of-them"].fullmatch(_opening(block, whole, stops).lower())
    if inside and not of_all:
        return _are_apposed(block, parts, whole, lexicon)
    if opening.strip() and not (inside and opening.rstrip().endswith(",")):
        return False
    within = block.text[parts[0].start:block.text.find(".", parts[-1].end) + 1 or len(block.text)].lower()
    if lexicon.phrases["exclusive-set"].search(within):
        return True
    behind = [block.text[part.end:part.end + LONGEST_LABEL].lower() for part in parts[1:]]
    if all(lexicon.phrases["place-or-way"].match(words.strip()) for words in behind):
        return True
    gaps = [block.text[one.end:other.start].lower() for one, other in pairwise(parts)]
    verbs = lexicon.phrases["plain-verb"].regex
    return len(parts) > _FEWEST and verbs.search(gaps[0]) is not None and not any(
        verbs.search(gap) for gap in gaps[1:]
    ) and not verbs.search(block.text[parts[-1].end:parts[-1].end + LONGEST_LABEL].split(".")[0].lower())


def _are_apposed(block: BlockDrafts, parts: Sequence[Item], whole: Item, lexicon: LinkLexicon) -> bool:
    """True for parts right behind a whole, each with the same preposition: "26 lamps, 15 for the quay and 13 for"."""
    assert whole.figure is not None
    leads = [block.text[part.end:part.end + LONGEST_LABEL].lower().split(None, 1)[:1] for part in parts]
    alike = len(set(map(tuple, leads))) == 1 and len(leads[0]) == 1
    behind = alike and lexicon.phrases["side-or-origin"].fullmatch(leads[0][0])
    return bool(behind) and block.text[whole.figure.full_end:parts[0].start].strip() == ","


def _opening(block: BlockDrafts, part: Item, stops: Sequence[int]) -> str:
    """The words of the sentence of a part before it."""
    number = bisect_right(stops, part.start)
    return block.text[stops[number - 1] if number else 0:part.start].strip()


def _is_enumerated(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, stops: Sequence[int], lexicon: LinkLexicon
) -> bool:
    """True for parts told alike, the last joined on, right behind a whole that they nearly come to.

    "340 jobs, 120 in Brod, 150 in Lany and 90 in Senec"; three or more may be all that the next sentence tells.
    """
    assert whole.figure is not None
    end = _end_of_sentence(block, parts[-1], stops)
    together = sum((part.value for part in parts), Decimal(0))
    inside = bisect_right(stops, whole.start) == bisect_right(stops, parts[0].start)
    several = len(parts) > _FEWEST
    near = _NEAR_ENUMERATED if inside and several else _NEAR_PAIR
    if not inside and not (several and _end_of_sentence(block, whole, stops) == _start_of_sentence(parts[0], stops)):
        return False
    least = near[0] * whole.value if inside else whole.value  # a sentence of its own may tell but some of all
    close = least <= together <= near[1] * whole.value
    if not close and not (inside and several and abs(together - whole.value) <= 1):
        return False
    joint = block.text[parts[-2].end:parts[-1].start].lower()
    joined = lexicon.joins(joint) or _is_enclosed(block, parts)
    if not joined or _tells_of_more(block, parts, whole, stops, lexicon):
        return False
    if not _add_up(block, parts, whole, _end_of_list(block, parts, end), lexicon):
        return False
    if not _are_told_alike(block, parts, lexicon):
        return False
    if inside:
        return _are_right_behind(block, parts, whole, lexicon)
    spans = (_start_of_sentence(whole, stops), whole.end), (_start_of_sentence(parts[0], stops), end)
    return _fill_sentence(block, parts, whole, spans, lexicon)


def _end_in_rest(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, stops: Sequence[int], lexicon: LinkLexicon
) -> bool:
    """True for parts of the next sentence whose last is the rest: "The town pays 40,000, the county the other 35,000".
    """
    between = block.text[parts[-2].end:parts[-1].start].lower().rstrip()
    follow = _end_of_sentence(block, whole, stops) == _start_of_sentence(parts[0], stops)
    if not (follow and lexicon.joins(between) and lexicon.phrases["the-rest"].ends(between)):
        return False
    together = sum((part.value for part in parts), Decimal(0))
    named = whole.figure is not None and not is_bare(whole.figure)
    return named and _NEAR[0] * whole.value <= together <= _NEAR[1] * whole.value


def _is_enclosed(block: BlockDrafts, parts: Sequence[Item]) -> bool:
    """True for three parts or more that alone fill a pair of brackets."""
    within = block.text[parts[0].start:parts[-1].end]
    opened = is_beside(parts[0], block) and not _BRACKETS & set(within) and len(parts) > _FEWEST
    return opened and _CLOSES.match(block.text, parts[-1].end) is not None


def _tells_of_more(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, stops: Sequence[int], lexicon: LinkLexicon
) -> bool:
    """True where words from the sentence of a whole on say that parts are but some of it, or that there is a rest."""
    end = _end_of_sentence(block, parts[-1], stops)
    behind = block.text[parts[0].end:_end_of_list(block, parts, end)].lower().lstrip()
    own = lexicon.phrases["of-them"].regex.match(behind)  # "96 lamps, 41 of them on the quay and 61 in the streets"
    before = block.text[_start_of_sentence(whole, stops):parts[0].start].lower()
    lead = _lead_of(block, parts, whole)
    if lead is not None and lexicon.phrases["apposed-lead"].fullmatch(lead["label"]):
        before = before[:-len(lead["label"]) - 1]
    words = before + behind[own.end() if own else 0:]
    side = block.text[whole.end:parts[0].start].lower()  # "14 voted in favour, nine against": one side is no whole
    return (
        lexicon.signs["rest"].search(block.text[parts[-1].end:end].lower()) is not None
        or lexicon.phrases["partial-set"].search(words) is not None
        or lexicon.phrases["in-favour"].search(side) is not None
        or lexicon.phrases["list-goes-on"].search(block.text[parts[-1].end:end].lower()) is not None
        or lexicon.phrases["of-all-of-them"].fullmatch(_opening(block, whole, stops).lower()) is not None
        or any(_is_kin(figure, whole) for figure in block.figures_between(parts[-1].end + 1, end))
    )


def _lead_of(block: BlockDrafts, parts: Sequence[Item], whole: Item) -> re.Match[str] | None:
    """What stands between a whole and its first part, where a comma, a dash or the like is among it."""
    assert whole.figure is not None
    return _SET_OFF.fullmatch(block.text[whole.figure.full_end:parts[0].start].lower())


def _add_up(block: BlockDrafts, parts: Sequence[Item], whole: Item, end: int, lexicon: LinkLexicon) -> bool:
    """False for measures that do not add up, for times of their own, and for other things than the whole counts."""
    figure = whole.figure
    assert figure is not None
    if measure_of(figure.unit).base in _NOT_ADDED:
        return False
    if figure.unit == "count" and figure.noun is None and not _is_enclosed(block, parts):
        return lexicon.phrases["either-or"].search(block.text[parts[0].start:end].lower()) is not None
    times = block.dates_between(parts[0].start + 1, end)
    if times and (len(parts) == _FEWEST or any(_is_year(date) for date in times)):
        return False
    others = {part.figure.noun for part in parts if part.figure is not None} - {None, figure.noun}
    if not others or figure.noun is None:
        return True
    if lexicon.phrases["owned"].ends(block.text[:figure.full_start].rstrip()[-LONGEST_LABEL:].lower()):
        return False  # "the valley has 480 people, 310 cows and 190 sheep"
    return lexicon.phrases["covering-noun"].fullmatch(figure.noun.split()[-1].lower()) is not None


def _are_told_alike(block: BlockDrafts, parts: Sequence[Item], lexicon: LinkLexicon) -> bool:
    """False where some parts have a noun and others a preposition, or one is a gap: what is told so may overlap."""
    leads: set[str] = set()
    for part in parts:
        behind = block.text[part.end:part.end + LONGEST_LABEL].lower().lstrip()
        own = lexicon.phrases["of-them"].regex.match(behind)
        found = lexicon.phrases["place-or-way"].match(behind[own.end() if own else 0:].lstrip())
        leads.add("in" if found and lexicon.phrases["at-place"].fullmatch(found[0]) else found[0] if found else "")
        if lexicon.phrases["gap-behind"].match(behind):
            return False
    return len(leads) == 1 and lexicon.phrases["may-be-both"].fullmatch(leads.pop()) is None


def _is_year(date: DateDraft) -> bool:
    return _YEAR.search(date.value) is not None


def _are_right_behind(block: BlockDrafts, parts: Sequence[Item], whole: Item, lexicon: LinkLexicon) -> bool:
    """True where a comma or a dash sets the parts off, and they are told otherwise than the whole."""
    lead = _lead_of(block, parts, whole)
    if lead is None or (lead["label"] and not lexicon.phrases["apposed-lead"].fullmatch(lead["label"])):
        return False
    told = {word for part in parts for word in block.text[part.end:part.end + LONGEST_LABEL].lower().split()[:1]}
    return told.isdisjoint(lead["words"].split())


def _fill_sentence(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, spans: Sequence[tuple[int, int]], lexicon: LinkLexicon
) -> bool:
    """True where a sentence tells the parts alone of what a whole counts, and that before it nothing else up to it.

    spans: of the sentence of the whole up to it, and of that of the parts.
    """
    start, end = spans[-1]
    assert whole.figure is not None
    kin = [figure for span in spans for figure in block.figures_between(*span) if _is_kin(figure, whole)]
    told = sum(part.figure is not None for part in parts) + 1
    named = whole.figure.unit != "count" or whole.figure.full_end > whole.figure.end
    words = block.text[start:end].lower()
    return named and len(kin) == told and lexicon.phrases["earlier-time"].search(words) is None


def _is_kin(figure: QuantityDraft, whole: Item) -> bool:
    """True for a figure in the unit of a whole, or a bare number; not for a number of other things."""
    assert whole.figure is not None
    return is_bare(figure) or (figure.unit == whole.figure.unit and figure.noun in (None, whole.figure.noun))


def _end_of_list(block: BlockDrafts, parts: Sequence[Item], end: int) -> int:
    """Where the words of the last part end: "60 guests and 36 crew, and all of them were saved"."""
    cut = _CUT.search(block.text, parts[-1].end, end)
    return cut.start() if cut else end


def _start_of_sentence(part: Item, stops: Sequence[int]) -> int:
    number = bisect_right(stops, part.start)
    return stops[number - 1] if number else 0


def _end_of_sentence(block: BlockDrafts, part: Item, stops: Sequence[int]) -> int:
    number = bisect_right(stops, part.start)
    return stops[number] if number < len(stops) else len(block.text)


def is_beside(item: Item, block: BlockDrafts) -> bool:
    """True for a figure in brackets, which tells something of the part before it."""
    return block.text[:item.start].rstrip()[-1:] == "("
