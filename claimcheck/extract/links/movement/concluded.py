"""Changes that a sentence of their own draws from the two levels told just before: "Visitor numbers have thus tripled".

The sentence gives no other figure, and says that it draws a conclusion, or goes on about what was told; of the levels
words or times tell that they are of two times. Which of them is the earlier one follows from the way that the change
went, so that nothing is said here of a change that went the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.apposed import figures_of_sentence_before
from claimcheck.extract.links.fitting.fits import alike_levels, is_stretch_of_time, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.movement.anchors import anchor_of, beside
from claimcheck.extract.links.movement.changes import are_levels, are_near, is_base, is_goal, tells_change
from claimcheck.extract.links.movement.earlier import is_earlier
from claimcheck.extract.links.movement.movers import OF_CHANGE, names, names_another
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, DATE, FRACTION, MULTIPLE, PERCENT, Skeleton, sign_of
from claimcheck.extract.links.stated import direction_of, link_if_fitting
from claimcheck.model.slips import is_misprint

_LEVELS = 2
_FARTHEST = Decimal(4)  # times that a change may miss what two levels make
_STEM = 4  # letters by which a word is known again
_HUNDRED = 100
_WORD = re.compile(r"[^\W\d_]+")


def find_concluded(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A change link for each sentence that draws a change from the two levels before it."""
    if len(skeleton.figures) <= _LEVELS:
        return
    full = {id(link.roles["change"][0]) for link in known
            if link.kind == "change" and {"to", "from"} <= set(link.roles)}
    for at, change in skeleton.figures.items():
        if id(change) in full or isinstance(change.value, tuple):
            continue
        definite = _is_definite(at, skeleton, lexicon)
        if not definite and not (_is_alone(at, skeleton) and _may_conclude(at, skeleton, lexicon)):
            continue
        direction, levels = direction_of(at, skeleton, lexicon), _levels_before(at, skeleton, lexicon)
        if not direction or levels is None or not (definite or _is_of(at, levels, skeleton, lexicon)):
            continue
        low, high = sorted(levels, key=lambda place: size(skeleton.figures[place]))
        last, first = (high, low) if direction == "up" else (low, high)
        to, base = skeleton.figures[last], skeleton.figures[first]
        turned = is_earlier(last, skeleton, lexicon) and base.period is None
        called_alike = are_levels(to, base) or (definite and is_slip(change, to, base))
        if called_alike and is_near(change, to, base) and not turned:
            share_unit([to, base, *([change] if sign_of(change) == AMOUNT else [])])
            if definite and lexicon.phrases["change-verb"].ends(skeleton.told(at, at + 1).strip()):
                change.noun = to.noun  # "the rise of 7,500 makes up for it": a verb is no noun
            link = link_if_fitting("change", {"change": change, "to": to, "from": base}, direction)
            if link is not None:
                yield link


def _is_definite(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a sentence that opens with a change told of before: "The rise of 12 tonnes is due to the thaw".

    Right behind it nothing says of what it is, or since when: "The rise of 12 tonnes in oats", "since 2019".
    """
    figure, (start, end) = skeleton.figures[at], skeleton.sentence(at)
    if sign_of(figure) not in (PERCENT, FRACTION, AMOUNT) or is_stretch_of_time(figure.unit) or skeleton.before(at):
        return False
    lead, behind = skeleton.low[start:at].strip(), skeleton.low[at + 1:end].strip()
    opened = unhedged(lead, lexicon)
    if lexicon.phrases["definite-lead"].fullmatch(opened):
        named = lexicon.phrases["change-word"].match(behind)
        behind = behind[named.end():].strip() if named else ""
    elif not lexicon.phrases["definite-change"].fullmatch(opened):
        return False
    return bool(behind) and lexicon.phrases["limits-change"].match(behind) is None


def _is_alone(at: int, skeleton: Skeleton) -> bool:
    """True for the only figure of a sentence, which tells how far something moved."""
    if sign_of(skeleton.figures[at]) not in (PERCENT, FRACTION, MULTIPLE):
        return False
    return not skeleton.before(at) and skeleton.after(at)[0] == [at]


def _may_conclude(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where the sentence draws its change from what stands before, and measures it from nothing else."""
    start, end = skeleton.sentence(at)
    moved = sign_of(skeleton.figures[at]) == MULTIPLE or bool(skeleton.figures[at].trend)
    moved = moved or tells_change(at, skeleton, lexicon)
    sentence = lexicon.phrases["since-that"].regex.sub(" ", skeleton.told(start, end).strip())
    if not moved or DATE in skeleton.low[start:end] or is_goal(at, skeleton, lexicon):
        return False
    return not any(lexicon.phrases[each].search(sentence) for each in ("own-base", "apart", "earlier-time"))


def _levels_before(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> tuple[int, int] | None:
    """The only two levels of one thing, at two times, that the one or two sentences before give."""
    start, _ = skeleton.sentence(at)
    own = figures_of_sentence_before(start, skeleton)
    if not own:
        return None
    first, _ = skeleton.sentence(own[0])
    before = figures_of_sentence_before(first, skeleton)
    for places in (own, [*before, *own]):
        amounts = [place for place in places if is_level(skeleton.figures[place])]
        if len(amounts) > _LEVELS:
            return None
        if len(amounts) == _LEVELS:
            one, other = amounts
            return (one, other) if _are_of_two_times(one, other, skeleton, lexicon) else None
    return None


def is_level(figure: QuantityDraft) -> bool:
    """True for one plain amount that is no stretch of time."""
    plain = sign_of(figure) == AMOUNT and not isinstance(figure.value, tuple) and size(figure) > 0
    return plain and figure.role in (None, "level", "ratio") and not is_stretch_of_time(figure.unit)


def _are_of_two_times(one: int, other: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    figures = skeleton.figures[one], skeleton.figures[other]
    if not (are_near(*figures) and alike_levels(*figures)) or size(figures[0]) == size(figures[1]):
        return False
    first, last = (figure.period for figure in figures)
    if first is not None or last is not None:
        return first is None or last is None or not first.overlaps(last)
    dates = [anchor.date for place in (one, other) if (anchor := anchor_of(place, skeleton, lexicon)) and anchor.date]
    if len(set(dates)) == _LEVELS:
        return True
    now = lexicon.phrases["by-now"]
    return any(is_earlier(place, skeleton, lexicon) or any(map(now.search, beside(place, skeleton)))
               for place in (one, other))


def _is_of(at: int, levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where a sentence draws a conclusion, and names nothing but what the levels are of."""
    start, end = skeleton.sentence(at)
    sentence = skeleton.told(start, end).strip()
    if names_another(at, levels, skeleton, lexicon):
        return False
    if lexicon.phrases["drawn-tie"].match(sentence):
        return True
    if not any(lexicon.phrases[each].search(sentence) for each in ("concludes", "since-that")):
        return False
    return names_nothing_new((start, at), (skeleton.sentence(levels[0])[0], start), skeleton, lexicon)


def names_nothing_new(
    lead: tuple[int, int], before: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon
) -> bool:
    """True where the words that lead to a change say nothing of what moved but what was told before."""
    told = skeleton.told(*before)
    words = lexicon.phrases["since-that"].regex.sub(" ", skeleton.told(*lead)).split()
    return all(len(word) >= _STEM and word[:_STEM] in told for word in words if names(word, lexicon))


def are_other_growths(at: int, levels: Sequence[int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for rates of growth by which points of something else do not lie apart.

    "Inflation slowed to 4.8% from 5.6%, and core inflation fell by 0.4 points", "and is 1.1 points below last May".
    """
    if not any(skeleton.figures[place].role == "change" for place in levels):
        return False
    last, (start, _), (_, end) = max(levels), skeleton.sentence(min(levels)), skeleton.sentence(at)
    if at < last:
        return any(skeleton.figures[place].trend for place in levels) and not is_base(last, skeleton, lexicon)
    lead, told = skeleton.low[last + 1:at], skeleton.low[start:last]
    for phrase in OF_CHANGE:
        lead = lexicon.phrases[phrase].regex.sub(" ", lead)
    new = any(names(word, lexicon) and word[:_STEM] not in told for word in _WORD.findall(lead))
    return new or lexicon.phrases["own-base"].search(skeleton.low[at + 1:end]) is not None


def is_slip(change: QuantityDraft, to: QuantityDraft, base: QuantityDraft) -> bool:
    """True for a change that is what came of two levels but for a digit, or two that changed places."""
    moved = abs(size(to) - size(base))
    return is_misprint(size(change), (
        moved if sign_of(change) == AMOUNT else (_HUNDRED * moved / abs(size(base))).quantize(size(change))
    ))


def is_near(change: QuantityDraft, to: QuantityDraft, base: QuantityDraft) -> bool:
    """True for a change that may have been meant to lie between two levels."""
    told = size(change) if sign_of(change) in (PERCENT, AMOUNT) else _HUNDRED * size(change)
    made = abs(size(to) - size(base)) * (1 if sign_of(change) == AMOUNT else _HUNDRED / size(base))
    if sign_of(change) == MULTIPLE:
        made = _HUNDRED * size(to) / size(base)
    return made / _FARTHEST <= told <= made * _FARTHEST
