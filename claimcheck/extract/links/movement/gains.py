"""Moves told twice, by an amount and in per cent, with the level that they lead to: "up 260, or 5 percent, to 5,460".

The amount and the level tell what the rate is measured from, so that the three must fit though nobody tells the base.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.apposed import figures_of_sentence_before, lead_of
from claimcheck.extract.links.fitting.fits import alike, is_stretch_of_time, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.movement.changes import is_base, is_goal, tells_change
from claimcheck.extract.links.phrasing.leads import ends_in, unhedged, words_before
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, PERCENT, STOP, Skeleton, sign_of
from claimcheck.extract.links.stated import direction_of, link_of

_APART = 70  # letters between amount and rate
_BEHIND = 60  # letters behind a figure that tell what it is measured from
_FARTHEST = Decimal(3)  # times that a rate may miss what amount and level make
_MOST = Decimal("0.6")  # of the level that something rose to, by which it may have risen
_HUNDRED = 100
_PLAIN = (None, "level")
_MOVED = {"up": "gained", "down": "lost"}


def find_gains(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A link for each rate with its amount and the level, unless a known link gives the rate both its levels."""
    full = {id(link.roles["change"][0]) for link in known
            if link.kind == "change" and {"to", "from"} <= set(link.roles)}
    places = list(skeleton.figures)
    for three in zip(places, places[1:], places[2:], strict=False):
        link = _closing(three, skeleton, lexicon)
        if link is not None and id(link.roles["rate"][0]) not in full:
            yield link
    for one, other in pairwise(places):
        signs = sign_of(skeleton.figures[one]), sign_of(skeleton.figures[other])
        if set(signs) != {AMOUNT, PERCENT} or other - one > _APART or not _are_one_move(one, other, skeleton, lexicon):
            continue
        step, rate = (skeleton.figures[at] for at in ((one, other) if signs[0] == AMOUNT else (other, one)))
        direction = next((told for at in (one, other) if (told := direction_of(at, skeleton, lexicon))), "")
        to = _level(one, other, step, skeleton, lexicon)
        if to is None or direction not in _MOVED or id(rate) in full or not _is_near(rate, step, to, direction):
            continue
        share_unit([step, to])
        yield link_of("gain", {"rate": rate, _MOVED[direction]: step, "to": to}, direction)


def _closing(three: tuple[int, int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> LinkDraft | None:
    """The link of a rate told behind the level: "fell by 600 to 13,900 tonnes, a decrease of 4.1%"."""
    one, at, last = three
    step, to, rate = (skeleton.figures[place] for place in three)
    if [sign_of(each) for each in (step, to, rate)] != [AMOUNT, AMOUNT, PERCENT] or last - at > _APART:
        return None
    reached = unhedged(skeleton.low[one + 1:at].strip(), lexicon)
    lead = lead_of(skeleton.low[at + 1:last], lexicon, opens=False)
    if not lead or not lexicon.phrases["reached-level"].fullmatch(reached) or STOP in skeleton.low[one:last]:
        return None
    direction = direction_of(one, skeleton, lexicon)
    behind = _behind(last, skeleton)
    other = any(lexicon.phrases[each].search(behind) for each in ("own-base", "goal"))
    share = lexicon.phrases["share-sign"].match(behind) is not None
    if other or share or direction not in _MOVED or direction_of(last, skeleton, lexicon) not in ("", direction):
        return None
    if not (_may_move(step) and _may_move(rate) and alike(to, step) and _is_near(rate, step, to, direction)):
        return None
    if not (tells_change(last, skeleton, lexicon) or lexicon.phrases["drawn-tie"].match(lead)):
        return None
    share_unit([step, to])
    return link_of("gain", {"rate": rate, _MOVED[direction]: step, "to": to}, direction)


def _are_one_move(one: int, other: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for two figures that words tell of one rise or fall, measured from one time."""
    if not (_may_move(skeleton.figures[one]) and _may_move(skeleton.figures[other])):
        return False
    between = skeleton.low[one + 1 : other]
    words = unhedged(between.rstrip(), lexicon).strip()
    tied = words == "(" or lexicon.phrases["drawn-tie"].fullmatch(words) or lead_of(between, lexicon, opens=False)
    if STOP in between or not tied:
        return False
    moved = any(tells_change(at, skeleton, lexicon) for at in (one, other))
    moved = moved or ends_in("by", unhedged(words_before(one, skeleton), lexicon), lexicon)
    behind = _behind(other, skeleton)
    twice = lexicon.phrases["own-base"].search(between) and lexicon.phrases["own-base"].search(behind)
    is_share = any(lexicon.phrases["share-sign"].match(words) for words in (behind, _behind(one, skeleton)))
    return moved and not twice and not is_share


def _behind(at: int, skeleton: Skeleton) -> str:
    following, end = skeleton.after(at + 1)
    return skeleton.low[at + 1 : min(following[0] if following else end, at + _BEHIND)].lstrip(" )")


def _level(one: int, other: int, step: QuantityDraft, skeleton: Skeleton, lexicon: LinkLexicon) -> QuantityDraft | None:
    """The level that a move leads to: that behind "to", else the only one before it."""
    following, _ = skeleton.after(other + 1)
    if following and following[0] in skeleton.figures:
        words = unhedged(skeleton.low[other + 1 : following[0]].strip(" ,)"), lexicon)
        if lexicon.phrases["reached-level"].fullmatch(words):
            return _if_level(following[0], step, skeleton, lexicon)
        if sign_of(skeleton.figures[following[0]]) == AMOUNT and is_base(following[0], skeleton, lexicon):
            return None
    start, _ = skeleton.sentence(one)
    before = skeleton.before(one)
    if before and lead_of(skeleton.low[before[-1] + 1 : one], lexicon, opens=False) is None:
        return None  # "the school has 5,460 pupils; girls are up 260"
    if not before and lexicon.phrases["drawn-lead"].match(skeleton.low[start:one].strip()):
        before = figures_of_sentence_before(start, skeleton)
    return _if_level(before[0], step, skeleton, lexicon) if len(before) == 1 else None


def _if_level(at: int, step: QuantityDraft, skeleton: Skeleton, lexicon: LinkLexicon) -> QuantityDraft | None:
    level = skeleton.figures[at]
    plain = sign_of(level) == AMOUNT and not isinstance(level.value, tuple) and level.role in _PLAIN
    if not plain or is_base(at, skeleton, lexicon) or is_goal(at, skeleton, lexicon):
        return None
    return level if alike(level, step) and size(level) > 0 else None


def _may_move(figure: QuantityDraft) -> bool:
    if isinstance(figure.value, tuple) or size(figure) <= 0 or "_per_" in figure.unit:
        return False
    return not is_stretch_of_time(figure.unit)


def _is_near(rate: QuantityDraft, step: QuantityDraft, to: QuantityDraft, direction: str) -> bool:
    """True for a rate that amount and level may have been meant to make, and not one of the level itself."""
    base = size(to) - size(step) if direction == "up" else size(to) + size(step)
    if base <= 0 or size(step) > _MOST * size(to):
        return False
    made = _HUNDRED * size(step) / base
    return made / _FARTHEST <= size(rate) <= made * _FARTHEST
