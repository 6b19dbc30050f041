"""Addends: amounts of one unit that are told one after the other, and so may be all parts of one whole told elsewhere.

They stand in one sentence, or in several that a statement such as "There are no other mills" ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.addition.split import is_split, leave_a_rest, lend_unit_before
from claimcheck.extract.links.addition.summed import TWO_SORTS
from claimcheck.extract.links.fitting.fits import is_bare, size
from claimcheck.extract.links.movement.changes import is_base
from claimcheck.extract.links.phrasing.leads import ends_in, words_before
from claimcheck.extract.links.phrasing.page import Page, Passage, around
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, DATE, PERCENT, is_aside, sign_of

_FEWEST, _MOST = 2, 15
_FEWEST_OPEN = 3  # that no words close
_SHORT = 60  # letters of a sentence that says what a figure is of, and no more
_PASSAGES = 6  # before a statement that closes a list
_PER = "_per_"
_HUNDRED = 100
_MOST_IN_WORDS = 12  # that are told in words anywhere
_ROW = "row"
_COUNT = "count"
_COUNTED = "counted"  # the scope of a list that is only told how long it is
_PAIR = "pair"  # the scope of two amounts of one sentence that no words close
_SPLIT = "split"  # of two that share out what the sentence before tells

Spot = tuple[Passage, int]


def find_addends(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each run of amounts in a sentence, and for those of several that words here close."""
    passage = page[number]
    if passage.block.kind == _ROW:
        return  # its figures are of several columns
    for start, end in _sentences(passage):
        own = [(passage, place) for place in passage.skeleton.figures if start <= place < end]
        closed = passage.says("nothing-else", start, end) or _is_closed_behind(page, number, end)
        for run in _runs(own):
            counted = _is_as_many_as_announced(run, own)
            closed = closed or (len(run) == _FEWEST and any(passage.says(name, start, end) for name in TWO_SORTS))
            if len(run) >= (_FEWEST if closed or counted else _FEWEST_OPEN):
                lend_unit_before(start, [place for _, place in run], passage)
                yield _link(run, closed=closed or counted, scope="" if closed or not counted else _COUNTED)
            elif len(run) == _FEWEST:
                yield from _pair(run, own, (start, end))
    for run in _runs(_one_a_sentence(passage)):
        if len(run) >= _FEWEST_OPEN:
            yield _link(run, closed=passage.says("nothing-else", 0, len(passage.skeleton.low)))
    for start, end in _sentences(passage):
        if passage.says("nothing-else", start, end):
            yield from _told_before(page, number, start)


def _pair(run: Sequence[Spot], own: Sequence[Spot], sentence: tuple[int, int]) -> Iterator[LinkDraft]:
    """The link of two amounts of a sentence, unless they are of two times, or of a time that may not be that of the
    sentences before, or leave a rest.
    """
    (passage, first), (_, second) = run
    (start, end), low = sentence, passage.skeleton.low
    split = len(own) == _FEWEST and is_split(first, second, passage)
    last = low.find(",", second, end) if split else end  # "..., the mayor said on Friday"
    if DATE in low[start:last if last >= 0 else end] or leave_a_rest(first, passage):
        return
    if any(is_base(place, each.skeleton, each.lexicon) for each, place in run):
        return
    if split:
        lend_unit_before(start, [first, second], passage)
    yield _link(run, closed=False, scope=_SPLIT if split else _PAIR)


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(passage.skeleton.low):
        _, end = passage.sentence(start)
        yield start, end
        start = end + 1


def _is_as_many_as_announced(run: Sequence[Spot], own: Sequence[Spot]) -> bool:
    """True for a list behind a colon, before which the sentence tells how many there are: "two parts: roads, ..."."""
    if not run:
        return False
    passage, first = run[0]
    text = passage.skeleton.text
    announced = [place for _, place in own if place < first and ":" in text[place:first]]
    return any(
        passage.skeleton.figures[place].value == len(run) and passage.skeleton.figures[place].unit == _COUNT
        for place in announced[-1:]
    )


def _one_a_sentence(passage: Passage) -> list[Spot]:
    """The figures of a passage of short sentences that hold one each: "Oaks: 2,318. Elms: 1,940. Limes: 76"."""
    found: list[Spot] = []
    for start, end in _sentences(passage):
        own = [place for place in passage.skeleton.figures if start <= place < end]
        if len(own) > 1 or (own and end - start > _SHORT):
            return []
        found += ((passage, place) for place in own)
    return found


def _is_closed_behind(page: Page, number: int, end: int) -> bool:
    """True where the next sentence, which may open the next passage, says that there is nothing else."""
    passage = page[number]
    if end + 1 < len(passage.skeleton.low.rstrip()):
        return passage.says("nothing-else", end + 1, passage.sentence(end + 1)[1])
    following = around(page, number, 0, 1)[1:]
    return any(each.says("nothing-else", 0, each.sentence(0)[1]) for each in following)


def _told_before(page: Page, number: int, start: int) -> Iterator[LinkDraft]:
    """The amounts of each unit in the sentences before a statement that there is nothing else."""
    passage = page[number]
    before = [(each, place) for each in around(page, number, _PASSAGES, 0) for place in each.skeleton.figures
              if (each is not passage or place < start) and _is_one_in_row(each)]
    for run in _runs(before):
        if len(run) >= _FEWEST:
            yield _link(run, closed=True)


def _before_steps(spots: Sequence[Spot]) -> Sequence[Spot]:
    """The figures before the first that something lies ahead or has moved by: "9 and 5, ahead of plan by 2 and 1"."""
    steps = (at for at, (passage, place) in enumerate(spots)
             if ends_in("by", words_before(place, passage.skeleton), passage.lexicon))
    return spots[: next(steps, len(spots))]


def _is_one_in_row(passage: Passage) -> bool:
    return passage.block.kind != _ROW or len(passage.skeleton.figures) == 1


def _runs(spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """The plain amounts among some figures, those of each unit and noun with the bare numbers that may share it."""
    inner = [spot for spot in spots if _is_plain(spot) and not is_aside(spot[0].skeleton.text, spot[1])]
    inner = [spot for spot in _before_steps(inner) if not (_may_be_percent(spot) or _is_shared_out(spot))]
    if any(map(_is_part_of_another, inner)) or any(map(_is_result_of_others, inner)) or _is_flow(inner):
        return  # "142 people, of whom 23 women; youth: 48", "received 2,905, closed 2,790, pending 1,115"
    if _opens_with_all(spots) or any(map(_is_score, inner)):
        return
    kinds: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in inner:
        if not is_bare(_figure(spot)):
            kinds[_figure(spot).unit, _figure(spot).noun or ""].append(spot)
    bare = [spot for spot in inner if is_bare(_figure(spot))]
    for run in kinds.values() or [bare]:
        joined = [spot for spot in inner if spot in run or (len(kinds) == 1 and spot in bare)]
        if len(joined) <= _MOST:
            yield joined


def _link(run: Sequence[Spot], *, closed: bool, scope: str = "") -> LinkDraft:
    figures = [_figure(spot) for spot in run]
    own = [figure for (passage, _), figure in zip(run, figures, strict=True) if passage is run[-1][0]]
    return LinkDraft(own[0].start, own[-1].end, "addends", {"part": list(figures)}, scope=scope, complete=closed)


def _figure(spot: Spot) -> QuantityDraft:
    return spot[0].skeleton.figures[spot[1]]


def _is_flow(spots: Sequence[Spot]) -> bool:
    """True for figures of what came in and of what went out."""
    told = {
        phrase for passage, place in spots for phrase in ("comes-in", "goes-out")
        if passage.lexicon.phrases[phrase].search(words_before(place, passage.skeleton))
    }
    return len(told) > 1


def _is_part_of_another(spot: Spot) -> bool:
    """True for a figure of which the words say that it is a part of the one before: "142 people, of whom 23"."""
    passage, place = spot
    words = words_before(place, passage.skeleton)
    return passage.lexicon.phrases["part-of-part"].ends(words) and bool(passage.skeleton.before(place))


def _is_shared_out(spot: Spot) -> bool:
    """True for a whole beside its parts: "Of the 90 craftsmen, 52 came", "52 of the 90 craftsmen came"."""
    passage, place = spot
    start = max((*passage.skeleton.before(place), passage.sentence(place)[0] - 1)) + 1
    opening = passage.skeleton.low[start:place].strip()
    return passage.lexicon.phrases["of-all-of-them"].fullmatch(opening) is not None


def _is_result_of_others(spot: Spot) -> bool:
    """True for a figure that those before it make: "21 opened and 9 closed, giving 318"."""
    passage, place = spot
    return passage.lexicon.phrases["result-of-list"].ends(words_before(place, passage.skeleton))


def _is_score(spot: Spot) -> bool:
    """True for the second number of "187 for 5 in 20 overs", "43 off 41 balls"."""
    passage, place = spot
    before = passage.skeleton.before(place)
    between = passage.skeleton.low[before[-1] + 1:place].strip() if before else ""
    return any(passage.lexicon.phrases[name].fullmatch(between) for name in ("score-joint", "over-so-many"))


def _opens_with_all(spots: Sequence[Spot]) -> bool:
    """True for a figure that all behind it make up: "58 turned up; 41 for Orla, 14 for Feld and three for others"."""
    sizes = [size(_figure(spot)) for spot in spots if sign_of(_figure(spot)) == AMOUNT]
    return len(sizes) > _FEWEST_OPEN and 2 * sizes[0] == sum(sizes)


def _may_be_percent(spot: Spot) -> bool:
    """True for a bare number behind a percentage, whose unit it may leave out: "57 percent, then Sund with 55"."""
    skeleton = spot[0].skeleton
    return (
        is_bare(_figure(spot)) and size(_figure(spot)) <= _HUNDRED
        and any(skeleton.text[place] == PERCENT for place in skeleton.before(spot[1]))
    )


def _is_plain(spot: Spot) -> bool:
    figure = _figure(spot)
    return (
        sign_of(figure) == AMOUNT and figure.role in (None, "level") and not isinstance(figure.value, tuple)
        and not figure.hedge and not figure.trend and _PER not in figure.unit
        and (figure.form == "digits" or (_opens_sentence(spot) and size(figure) > _MOST_IN_WORDS))
    )


def _opens_sentence(spot: Spot) -> bool:
    """True for a figure that begins its sentence, where any number may stand in words."""
    passage, place = spot
    return not passage.skeleton.low[passage.sentence(place)[0]:place].strip()
