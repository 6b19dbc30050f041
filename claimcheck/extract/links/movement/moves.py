"""Changes told over two or three sentences, in any words: how far a thing moved, and the two levels near by.

Whatever stands between them, a change and the only two levels of its unit near it belong together when the change is
what came of the levels but for one digit, or two that changed places, and nothing measures it from anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import alike_levels, may_be_gap, size
from claimcheck.extract.links.fitting.lends import lend_scale, share_unit
from claimcheck.extract.links.movement.anchors import anchor_behind, anchor_of, are_one_time, compared_with, is_of_next
from claimcheck.extract.links.movement.changes import (
    CHANGES,
    is_apposed,
    is_base,
    is_goal,
    is_reached_in_aside,
    tells_change,
)
from claimcheck.extract.links.movement.concluded import are_other_growths, names_nothing_new
from claimcheck.extract.links.movement.earlier import earlier_of, goes_on, is_apart, is_over_longer_time, told_in
from claimcheck.extract.links.movement.near_levels import BEHIND, RATES, levels_of, may_have_levels, windows
from claimcheck.extract.links.movement.retold import is_retold
from claimcheck.extract.links.phrasing.leads import ends_in, unhedged, words_before
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import (
    AMOUNT,
    DATE,
    FRACTION,
    MULTIPLE,
    PERCENT,
    POINT,
    STOP,
    Skeleton,
    sign_of,
)
from claimcheck.extract.links.stated import direction_of, link_of, read_points
from claimcheck.model.slips import is_misprint, significant_digits

_FULL = 3
_DIGITS_OF_RATE = 3  # that chance does not make alike
_FEW_DIGITS = 2  # of an amount that is no count: the difference of two such is often near another
_FARTHEST = 4  # times that one level may be the other
_MOST_FIGURES = 60  # of a window; a longer list tells no story


def find_moves(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """The changes that no known link gives both levels, each with the only two levels of its unit near it."""
    if len(skeleton.figures) < _FULL:
        return
    barred = {id(draft) for link in known if _is_told(link) for drafts in link.roles.values() for draft in drafts}
    for at, change in skeleton.figures.items():
        if id(change) in barred or not may_have_levels(at, skeleton, lexicon) or not _is_change(at, skeleton, lexicon):
            continue
        direction = direction_of(at, skeleton, lexicon)
        if not direction or is_of_another(at, skeleton, lexicon):
            continue
        for window in windows(at, skeleton):
            levels = levels_of(at, window, skeleton, lexicon)
            if len(levels) > len(("to", "from")) or len(window) > _MOST_FIGURES:
                break
            ahead = bool(levels) and levels[0] > skeleton.sentence(at)[1]
            link = _move(at, levels, direction, skeleton, lexicon, needs_time=ahead)
            if link is not None and not any(id(draft) in barred for drafts in link.roles.values() for draft in drafts):
                yield link
                break


def _is_told(link: LinkDraft) -> bool:
    """True for a link that leaves no place for its figures in a change between other levels."""
    if link.kind == "change":
        return len(link.roles) == _FULL
    return link.kind in ("difference", "total", "share", "ratio", "conversion")


def _is_change(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    figure = skeleton.figures[at]
    moved = figure.role == "change" and bool(figure.trend)
    if isinstance(figure.value, tuple) or not size(figure) or sign_of(figure) == MULTIPLE:
        return moved and sign_of(figure) == MULTIPLE
    if sign_of(figure) not in CHANGES or figure.hedge:
        return False
    told = moved or tells_change(at, skeleton, lexicon)
    told = told or ends_in("comes-to", unhedged(words_before(at, skeleton), lexicon), lexicon)
    return told and not is_base(at, skeleton, lexicon)


def is_of_another(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for one of several changes of a sentence, and for one measured from what is no time ("than planned")."""
    start, end = told_in(at, skeleton)
    others = [*skeleton.before(at), *skeleton.after(at + 1)[0]]
    if any(_is_rival(place, at, skeleton, lexicon) for place in others):
        return True
    if lexicon.phrases["apart"].search(skeleton.told(start, end)):
        return True
    following, _ = skeleton.after(at + 1)
    limit = min(end, following[0] if following else end, at + 1 + BEHIND)
    behind = skeleton.low[at + 1:limit]
    if lexicon.phrases["goal"].search(behind.split(",", 1)[0]):
        return True
    compared = compared_with(behind.lstrip(), lexicon)
    if compared is None:
        return False
    measured = re.split("[,;:]", compared, maxsplit=1)[0]
    if bool(following) and limit == following[0] and measured == compared:
        return False  # it is measured from the very next figure
    has_time = anchor_behind(at, skeleton, lexicon) is not None or DATE in measured
    return not (has_time or lexicon.phrases["last-time"].search(measured))


def _is_rival(place: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for another change of the same sort, or a figure that may be one ("by 12 here and by 8 there")."""
    sign = sign_of(skeleton.figures[at])
    if sign_of(skeleton.figures[place]) != sign:
        return False
    if sign in (PERCENT, POINT, FRACTION):
        return True
    by = ends_in("by", unhedged(words_before(place, skeleton), lexicon), lexicon)
    return by or skeleton.figures[place].role == "change" or tells_change(place, skeleton, lexicon)


def _move(
    at: int, levels: Sequence[int], direction: str, skeleton: Skeleton, lexicon: LinkLexicon, *, needs_time: bool
) -> LinkDraft | None:
    if len(levels) != len(("to", "from")):
        return None
    (one, other), figures = levels, skeleton.figures
    if not _are_of_one_thing(figures[one], figures[other]) or any(is_goal(each, skeleton, lexicon) for each in levels):
        return None
    if _is_part_of(one, other, skeleton, lexicon):
        return None
    of_another = not needs_time and _is_told_of_another(at, other, skeleton, lexicon)
    if of_another or any(is_apart(place, at, skeleton, lexicon) for place in levels):
        return None
    if sign_of(figures[at]) == AMOUNT and not _may_be_step(figures[at], figures[one], figures[other]):
        return None
    ordered = _ordered(at, one, other, skeleton, lexicon, needs_time=needs_time)
    retold = next((pair for pair in ((one, other), (other, one)) if is_retold(at, pair, skeleton, lexicon)), None)
    if ordered is None and retold is not None:
        ordered = retold
    if ordered is None:
        low, high = sorted(levels, key=lambda place: size(figures[place]))
        if needs_time or _names_new(one, other, skeleton, lexicon):
            return None
        ordered = (high, low) if direction == "up" else (low, high)
    if skeleton.before(at)[-1:] == [ordered[1]] and is_apposed(ordered[1], at, skeleton, lexicon):
        return None  # "31 percent, down two points; the others had 24": the change leads to the level before it
    if _goes_other_way(figures[at], direction, *(figures[place] for place in ordered)):
        return None
    if is_reached_in_aside(ordered, skeleton) or is_of_next(at, ordered[1], skeleton, lexicon):
        return None
    if is_of_other_time(figures[ordered[1]], figures[at]) or are_other_growths(at, ordered, skeleton, lexicon):
        return None
    tied = ordered == retold or _are_tied(at, ordered, skeleton, lexicon)
    if not (tied or _is_slip(*(figures[place] for place in (at, *ordered)))):
        return None
    roles = {"change": figures[at], "to": figures[ordered[0]], "from": figures[ordered[1]]}
    read_points(roles, lexicon)
    lend_scale(roles["change"], roles["to"], roles["from"])
    share_unit([roles["to"], roles["from"], *([roles["change"]] if sign_of(roles["change"]) == AMOUNT else [])])
    return link_of("change", roles, direction)


def _is_part_of(one: int, other: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for "in eight of the 11 districts", but not for "812 tonnes of apples. In May it was 906"."""
    between = skeleton.low[one + 1:other].strip()
    whole = lexicon.phrases["out-of"].match(between) and not any(mark in between for mark in f",;({STOP}")
    return bool(whole) and not lexicon.phrases["part-of-part"].match(between)


def _is_told_of_another(at: int, last: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a change that its sentence sets against what it tells before: "took on 90, while the mill shed 40"."""
    return lexicon.phrases["other-statement"].search(skeleton.low, last + 1, at) is not None


def _names_new(one: int, other: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level whose sentence opens with what was not told since the other, past other figures.

    "Pellets cost 38 cents, one less than in May. Briquettes, at 37 cents, were down by 2".
    """
    start, _ = skeleton.sentence(other)
    if not any(one < place < start for place in skeleton.before(start - 1)):
        return False
    return not names_nothing_new((start, other), (skeleton.sentence(one)[0], start), skeleton, lexicon)


def _may_be_step(change: QuantityDraft, one: QuantityDraft, other: QuantityDraft) -> bool:
    """False for a change beyond both levels, or one far from what lies between: "19%, the usual 40" is no 440,000."""
    if size(change) >= max(size(one), size(other)):
        return False
    return len({change.unit, one.unit, other.unit}) > 1 or may_be_gap(change, one, other)


def _goes_other_way(change: QuantityDraft, direction: str, to: QuantityDraft, base: QuantityDraft) -> bool:
    """True for levels that make a change to the last digit, but in the other order: that was taken wrongly."""
    moved = size(to) - size(base)
    return alike_levels(change, to) and abs(moved) == size(change) and (moved > 0) != (direction == "up")


def is_of_other_time(base: QuantityDraft, change: QuantityDraft) -> bool:
    """True for a level of another time than the one that a change is measured from."""
    return base.period is not None and change.base is not None and not base.period.overlaps(change.base)


def _are_of_one_thing(one: QuantityDraft, other: QuantityDraft) -> bool:
    small, large = sorted((abs(size(one)), abs(size(other))))
    return sign_of(one) == sign_of(other) and alike_levels(one, other) and large <= _FARTHEST * small and small != large


def _are_tied(at: int, ordered: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for levels in the sentence of the change of which words set the base, and it alone, in an earlier time."""
    if len({skeleton.sentence(place) for place in (at, *ordered)}) > 1:
        return False
    rate = sign_of(skeleton.figures[at]) in RATES
    if rate and ":" not in skeleton.low[at:min(ordered)] and not goes_on(at, ordered, skeleton, lexicon):
        return False  # a rate is often told beside the levels of another thing, unless a colon opens these
    if rate and is_over_longer_time(at, ordered, skeleton, lexicon):
        return False
    if ";" in skeleton.low[at:ordered[1]] or lexicon.phrases["mark-since"].search(skeleton.low[at:ordered[1]]):
        return False
    if at < ordered[1] and not at < ordered[0] < ordered[1] and not is_base(ordered[1], skeleton, lexicon):
        return False  # the words between a change and the next figure may tell what the change is measured from
    return earlier_of(ordered, skeleton, lexicon) == [ordered[1]]


def _is_slip(change: QuantityDraft, to: QuantityDraft, base: QuantityDraft) -> bool:
    """True for a change that is what came of the levels, but for a digit or two that changed places.

    Without words that tie the three together nothing else shows that they belong together.
    """
    moved = abs(size(to) - size(base))
    if sign_of(change) == PERCENT and sign_of(to) == AMOUNT:
        rate = (100 * moved / abs(size(base))).quantize(size(change))
        return len(rate.as_tuple().digits) >= _DIGITS_OF_RATE and is_misprint(size(change), rate)
    rounded = any(len(significant_digits(size(level))) <= _FEW_DIGITS for level in (to, base))
    if rounded and sign_of(to) != PERCENT and to.unit != "count":
        return False
    return (alike_levels(change, to) or sign_of(to) == PERCENT) and is_misprint(size(change), moved)


def _ordered(
    at: int, one: int, other: int, skeleton: Skeleton, lexicon: LinkLexicon, *, needs_time: bool
) -> tuple[int, int] | None:
    """The level reached and the base where words set one of them in an earlier time, that of the change if told."""
    told = earlier_of((one, other), skeleton, lexicon)
    first, last = skeleton.figures[one].period, skeleton.figures[other].period
    if not told and first is not None and last is not None and first.start != last.start:
        told = [one if first.start < last.start else other]
    if len(told) != 1:
        return None
    base = told[0]
    to = other if base == one else one
    measured = anchor_behind(at, skeleton, lexicon)
    based = anchor_of(base, skeleton, lexicon)
    if needs_time and (measured is None or based is None):
        return None
    base_period, change_base = skeleton.figures[base].period, skeleton.figures[at].base
    if base_period is not None and change_base is not None and base_period == change_base:
        return to, base
    if measured is not None and based is not None and not are_one_time(measured, based):
        return None
    return to, base
