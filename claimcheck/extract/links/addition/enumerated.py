"""Parts told one after the other in the sentence of their whole, which leave nothing of it untold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from claimcheck.extract.drafts import BlockDrafts, DateDraft, QuantityDraft
from claimcheck.extract.links.addition.items import (
    FEWEST,
    Item,
    end_of_list,
    end_of_sentence,
    is_enclosed,
    opening,
    start_of_sentence,
)
from claimcheck.extract.links.fitting.fits import is_bare
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.model.measure import measure_of

LONGEST_LABEL = 70  # letters between two parts
# How close parts come to a whole that they follow, in one sentence; of two parts, or of parts in the next sentence.
_NEAR_ENUMERATED = (Decimal("0.9"), Decimal("1.15"))
_NEAR_PAIR = (Decimal("0.93"), Decimal("1.1"))
_NOT_ADDED = ("meter", "kelvin", "dimensionless")  # base units of what stands side by side: lengths, degrees
_YEAR = re.compile(r"\A\d{4}\Z")
_SET_OFF = re.compile(r"(?P<words>(?: [\w'’-]+){0,6})(?:,| –| —| -| \(|:)\s?(?P<label>[\w ’'-]{0,60}?)\s?")


def is_enumerated(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, stops: Sequence[int], lexicon: LinkLexicon
) -> bool:
    """True for parts told alike, the last joined on, right behind a whole that they nearly come to.

    "340 jobs, 120 in Brod, 150 in Lany and 90 in Senec"; three or more may be all that the next sentence tells.
    """
    assert whole.figure is not None
    end = end_of_sentence(block, parts[-1], stops)
    together = sum((part.value for part in parts), Decimal(0))
    inside = bisect_right(stops, whole.start) == bisect_right(stops, parts[0].start)
    several = len(parts) > FEWEST
    near = _NEAR_ENUMERATED if inside and several else _NEAR_PAIR
    if not inside and not (several and end_of_sentence(block, whole, stops) == start_of_sentence(parts[0], stops)):
        return False
    least = near[0] * whole.value if inside else whole.value  # a sentence of its own may tell but some of all
    close = least <= together <= near[1] * whole.value
    if not close and not (inside and several and abs(together - whole.value) <= 1):
        return False
    joint = block.text[parts[-2].end:parts[-1].start].lower()
    joined = lexicon.joins(joint) or is_enclosed(block, parts)
    if not joined or _tells_of_more(block, parts, whole, stops, lexicon):
        return False
    if not _add_up(block, parts, whole, end_of_list(block, parts, end), lexicon):
        return False
    if not _are_told_alike(block, parts, lexicon):
        return False
    if inside:
        return _are_right_behind(block, parts, whole, lexicon)
    spans = (start_of_sentence(whole, stops), whole.end), (start_of_sentence(parts[0], stops), end)
    return _fill_sentence(block, parts, whole, spans, lexicon)


def _tells_of_more(
    block: BlockDrafts, parts: Sequence[Item], whole: Item, stops: Sequence[int], lexicon: LinkLexicon
) -> bool:
    """True where words from the sentence of a whole on say that parts are but some of it, or that there is a rest."""
    end = end_of_sentence(block, parts[-1], stops)
    behind = block.text[parts[0].end:end_of_list(block, parts, end)].lower().lstrip()
    own = lexicon.phrases["of-them"].match(behind)  # "96 lamps, 41 of them on the quay and 61 in the streets"
    before = block.text[start_of_sentence(whole, stops):parts[0].start].lower()
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
        or lexicon.phrases["of-all-of-them"].fullmatch(opening(block, whole, stops).lower()) is not None
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
    if figure.unit == "count" and figure.noun is None and not is_enclosed(block, parts):
        return lexicon.phrases["either-or"].search(block.text[parts[0].start:end].lower()) is not None
    times = block.dates_between(parts[0].start + 1, end)
    if times and (len(parts) == FEWEST or any(_is_year(date) for date in times)):
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
        own = lexicon.phrases["of-them"].match(behind)
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
