"""Wholes shared out in the sentence behind them, in any words, where something else tells that no part is left out.

"Output was 84 tonnes. The three farms gave 40, 31 and 11 tonnes": as many parts as a number before them counts. Or the
words close the list: "No other party won a seat". A number read as part of a name ("Reform 12") is a part here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, QuantityDraft
from claimcheck.extract.links.addition.closure import MOST, is_closed
from claimcheck.extract.links.addition.enumerated import LONGEST_LABEL
from claimcheck.extract.links.addition.items import Item, is_beside, start_of_sentence
from claimcheck.extract.links.fitting.fits import is_bare, size
from claimcheck.extract.links.fitting.lends import share_place
from claimcheck.extract.links.movement.bases import have_moved
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, STOP, Skeleton, sign_of

_FEWEST = 2
_LONGEST_NAME = 7  # words that name a part
_WORDS_OF_SIZE = 2  # between a count and the size of the things counted: "kilns of"
_SENTENCES = 2  # behind the one of the whole, in which the parts may stand
_NEAR, _FAR = 20, 200  # figures before a whole that may be its like, and behind it that may be its parts
_JOINER = 6  # characters of a sign or conjunction, with its space
_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_ALONE_BEHIND = re.compile(r"[^()\d]{0,12}\)")
_JOINED = re.compile(r"(?:[,;:(–—]| -)\s?\Z")
_ITEM_END = re.compile(r"\s?(?:[,;.]|$)")
_BEHIND = 12  # letters behind a number in a name, in which a conjunction ends it


def find_shared_out(
    block: BlockDrafts, skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]
) -> Iterator[LinkDraft]:
    """A total for each whole with the parts behind it; numbers in names become figures of the block."""
    items = _items(block, lexicon)
    if len(items) <= _FEWEST:
        return
    stops = [skeleton.origins[at] for at, sign in enumerate(skeleton.text) if sign == STOP]
    items = [item for item in items if not _is_year_before(item, stops, block)]
    told = {id(draft) for link in known if _is_told(link) for role, drafts in link.roles.items()
            for draft in drafts if link.kind == "total" or role != "part"}
    parts_told = {id(draft) for link in known if link.kind == "total" for draft in link.roles["part"]}
    for number, whole in enumerate(items):
        if whole.figure is None or not _may_be_whole(whole.figure):
            continue
        if id(whole.figure) in told or id(whole.figure) in parts_told:
            continue
        before = next((item for item in items[max(0, number - _NEAR) : number][::-1] if not _is_how_many(item)), None)
        if before is not None and _is_one_of_list(before, whole.figure, stops):
            continue  # it follows its like ("apples take up 84 hectares, pears 62, plums 27"): no whole
        parts = _parts_of(whole, items[number + 1 : number + _FAR], stops, block, lexicon)
        figures = [part.figure for part in parts]
        if len(parts) < _FEWEST or not told.isdisjoint(map(id, figures)) or have_moved(whole.figure, figures, known):
            continue
        if _is_like_parts(whole, parts, block, lexicon) or _are_aside_and_next(parts, block, lexicon):
            continue
        if number and _is_size_of(items[number - 1], whole, block):
            continue
        if is_closed(block, (start_of_sentence(whole, stops), parts, whole), items, stops, lexicon):
            drafts = [_figure_of(part, whole.figure, block) for part in parts]
            share_place([whole.figure, *drafts])
            told |= {id(whole.figure), *map(id, drafts)}
            for part, draft in zip(parts, drafts, strict=True):
                part.figure = draft
            yield LinkDraft(whole.start, parts[-1].end, "total", {"whole": [whole.figure], "part": list(drafts)})


def _is_told(link: LinkDraft) -> bool:
    """True for a link that tells what its whole is shared out to, as one of some of its parts does not."""
    return link.kind == "share" or (link.kind == "total" and link.complete)


def _is_how_many(item: Item) -> bool:
    """True for a few things counted ("two kilns of 12 metres"): the number says how many figures there are."""
    return item.figure is not None and bool(item.figure.noun) and item.figure.unit == "count" and item.value <= MOST


def _is_size_of(count: Item, size_told: Item, block: BlockDrafts) -> bool:
    """True for the size of several things counted right before it: "two kilns of 12 metres"."""
    words = block.text[count.end:size_told.start]
    return _is_how_many(count) and "," not in words and len(words.split()) <= _WORDS_OF_SIZE


def _is_one_of_list(before: Item, figure: QuantityDraft, stops: Sequence[int]) -> bool:
    """True for a figure that follows, in its sentence, one in its unit, or any whose unit it may share."""
    if bisect_right(stops, before.start) != bisect_right(stops, figure.start):
        return False
    return is_bare(figure) or (before.figure is not None and before.figure.unit == figure.unit != "count")


def _is_like_parts(whole: Item, parts: Sequence[Item], block: BlockDrafts, lexicon: LinkLexicon) -> bool:
    """True for a figure that begins a list of its like: "ewes number 2,460, wethers 815, rams 94 and lambs 1,730"."""
    first, *others = (block.text[one.end:other.start] for one, other in pairwise((whole, *parts)))
    label = first.rpartition(",")[2].split()
    if (first.strip() == "," or lexicon.joins(first.lower())) and _is_without_noun(whole):
        return True  # "in 41, 29 and 11 patients"
    if lexicon.phrases["apposed-lead"].fullmatch(" ".join(label)):
        return False  # "96 lamps, with 41 on the quay"
    return first.count(",") == 1 and 0 < len(label) <= _LONGEST_NAME and all(
        len(_without_joint(other.strip(" ,").lower(), lexicon).split()) <= _LONGEST_NAME for other in others
    )


def _is_without_noun(item: Item) -> bool:
    """True for a count with no noun of its own behind it, be it lent one."""
    return item.figure is not None and item.figure.unit == "count" and item.figure.full_end == item.figure.number_end


def _are_aside_and_next(parts: Sequence[Item], block: BlockDrafts, lexicon: LinkLexicon) -> bool:
    """True for one part and the next item of the list of the whole: "64 sheds lost, 41 of them barns, and 27 hurt"."""
    if len(parts) != _FEWEST:
        return False
    of_them = lexicon.phrases["of-them"].match(block.text[parts[0].end:parts[1].start].lower().lstrip())
    between = block.text[parts[0].end:parts[1].start].rpartition(",")
    return of_them is not None and bool(between[1]) and lexicon.joins(between[2])


def _without_joint(words: str, lexicon: LinkLexicon) -> str:
    """Words without the conjunction that they begin with."""
    joint = lexicon.phrases["joint"].match(words)
    return words[joint.end():] if joint else words


def _items(block: BlockDrafts, lexicon: LinkLexicon) -> list[Item]:
    items = [
        Item(figure.start, figure.end, size(figure), figure) for figure in block.quantities
        if not isinstance(figure.value, tuple)
    ]
    for refused in block.refused:
        found = list(_NUMERAL.finditer(block.text, refused.start, refused.end))
        if len(found) == 1 and _ends_item(block.text[found[0].end():][:_BEHIND], lexicon):
            value = Decimal(found[0][0].replace(",", ""))
            items.append(Item(found[0].start(), found[0].end(), value, None))
    return sorted(items, key=lambda item: item.start)


def _ends_item(behind: str, lexicon: LinkLexicon) -> bool:
    return bool(_ITEM_END.match(behind) or lexicon.phrases["joint"].match(behind.lstrip().lower()))


def _may_be_whole(figure: QuantityDraft) -> bool:
    plain = sign_of(figure) == AMOUNT and not isinstance(figure.value, tuple) and "_per_" not in figure.unit
    moved = bool(figure.trend) and is_bare(figure)
    return plain and figure.role in (None, "level") and not moved and (size(figure) > MOST or bool(figure.noun))


def _parts_of(
    whole: Item, behind: Sequence[Item], stops: Sequence[int], block: BlockDrafts, lexicon: LinkLexicon
) -> list[Item]:
    """The first run of figures behind a whole that are in its unit and stand one after another.

    None in a sentence that tells a larger one before them: "the average was 524; girls had 531 and boys 517".
    """
    own = bisect_right(stops, whole.start)
    parts: list[Item] = []
    beyond: set[int] = set()
    for item in behind:
        sentence = bisect_right(stops, item.start)
        if sentence - own > _SENTENCES or (parts and sentence != bisect_right(stops, parts[0].start)):
            break
        if _is_part(item, whole, _is_joined(item, (whole, *parts)[-1], block, lexicon)):
            if parts and item.start - parts[-1].end > LONGEST_LABEL:
                break
            if sentence in beyond:
                return []
            parts.append(item)
        elif not parts and _is_beyond(item, whole):
            beyond.add(sentence)
        elif parts and not is_beside(item, block) and not _is_broken(item, whole):
            break
    parts = _without_their_own_parts(parts, whole)
    return parts if len(parts) <= MOST else []


def _is_beyond(item: Item, whole: Item) -> bool:
    """True for a larger number of what a whole counts, which therefore is none."""
    one, other = item.figure, whole.figure
    if one is None or other is None or item.value <= whole.value or sign_of(one) != AMOUNT:
        return False
    return one.unit == other.unit and one.noun in (None, other.noun)


def _without_their_own_parts(parts: list[Item], whole: Item) -> list[Item]:
    """The parts up to one that those behind it make up: "286 answered; 201 were for it, 85 against"."""
    if sum(part.value for part in parts) <= whole.value:
        return parts  # "nine medals, four gold, two silver and two bronze"
    for number, part in enumerate(parts[:-2]):
        if part.value == sum(other.value for other in parts[number + 1:]):
            return parts[:number + 1]
    return parts


def _is_broken(item: Item, whole: Item) -> bool:
    """True for a number with decimals behind a whole of things counted one by one: "201 for it even at 4.60"."""
    assert whole.figure is not None
    return whole.figure.unit == "count" and whole.figure.scale == 1 and item.value % 1 != 0


def _is_year_before(item: Item, stops: Sequence[int], block: BlockDrafts) -> bool:
    """True for a figure alone in brackets behind a change: "98 tonnes, 4% more than in 2022 (94 tonnes)"."""
    if not is_beside(item, block) or item.figure is None or not _ALONE_BEHIND.match(block.text, item.figure.full_end):
        return False
    sentence = bisect_right(stops, item.start)
    start = stops[sentence - 1] if sentence else 0
    return any(other.trend for other in block.figures_between(start, item.start))


def _is_joined(item: Item, before: Item, block: BlockDrafts, lexicon: LinkLexicon) -> bool:
    """True for an item of a list that nothing but a sign or a conjunction leads."""
    between = block.text[max(before.end, item.start - _JOINER):item.start]
    return bool(_JOINED.search(between)) or lexicon.phrases["joint"].ends(between.rstrip().lower())


def _is_part(item: Item, whole: Item, joined: bool) -> bool:
    if whole.figure is None or not 0 < item.value < whole.value or _is_broken(item, whole):
        return False
    if item.figure is None:
        return whole.figure.unit == "count"
    cut = joined and item.figure.role == "change"  # "wants to cut 240 posts, 90 in Orla and 150 in Marra"
    plain = sign_of(item.figure) == AMOUNT and (cut or item.figure.role in (None, "level"))
    same = item.figure.unit == whole.figure.unit
    beside = joined and not is_bare(whole.figure)
    if item.figure.unit == "count" and item.figure.noun and item.value <= MOST and not beside:
        return item.figure.noun == whole.figure.noun
    return plain and (same or is_bare(item.figure))


def _figure_of(item: Item, whole: QuantityDraft, block: BlockDrafts) -> QuantityDraft:
    """The figure of a part, in the unit of the whole; digits read as part of a name become one."""
    if item.figure is not None:
        if is_bare(item.figure):
            item.figure.unit, item.figure.noun = whole.unit, whole.noun
        return item.figure
    figure = QuantityDraft(
        item.start, item.end, item.value, whole.unit, item.end, item.start, item.end, noun=whole.noun,
        last_place=Decimal(1), round_place=Decimal(1), role="level",
    )
    block.add_figure(figure)
    return figure
