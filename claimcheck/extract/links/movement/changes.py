"""Changes known by what their figures are: two levels of one thing, one of them the base, and how far these differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import FITS, alike_levels, is_bare, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.movement.movers import names_new
from claimcheck.extract.links.phrasing.leads import _after_stop, ends_in, unhedged, words_before
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import (
    AMOUNT,
    DATE,
    FRACTION,
    PERCENT,
    POINT,
    STOP,
    Skeleton,
    is_aside,
    sign_of,
)
from claimcheck.extract.links.stated import direction_of, link_of

CHANGES = (PERCENT, POINT, AMOUNT, FRACTION)

_APART = 110  # letters between two figures of one change
_SET_OFF = 60  # letters between a change and the level that it leads to
_NEAR = 40  # letters beside a level that say what it is
_WORDS_OF_VERB = 2  # "when it had sold"
_FARTHEST = 5  # times that one level may be the other
_FULL = 3  # figures that a change with both its levels has
_MOST_OTHERS = 2  # figures of other things between a level and its change
_CLOSING = ("", ".", ",", ";", ")", STOP)
_TRIPLES = ((0, 1, 2), (1, 0, 2), (2, 0, 1))  # where the change stands among the three, and then the levels


def find_changes(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """The changes among any three figures that follow one another, in whatever words, that no known link holds.

    known: the links found by their wording. Which level is the base must be told by words right before or behind it,
    or by the periods of both.
    """
    taken = {id(link.roles["change"][0]) for link in known if link.kind == "change" and len(link.roles) == _FULL}
    taken |= {id(link.roles["difference"][0]) for link in known if link.kind == "difference"}
    places = list(skeleton.figures)
    for first in range(len(places) - 2):
        three = places[first:first + 3]
        for change, one, other in _TRIPLES:
            at = three[change]
            level, other_level, moved = (skeleton.figures[three[place]] for place in (one, other, change))
            if id(moved) in taken or not _may_change(level, other_level, moved):
                continue
            if not tells_change(at, skeleton, lexicon) or not _is_one_statement(three, change, skeleton, lexicon):
                continue
            link = _change(at, (three[one], three[other]), skeleton, lexicon)
            if link is not None:
                taken.add(id(moved))
                yield link
                break
    yield from _changes_past_others(places, taken, skeleton, lexicon)


def _changes_past_others(
    places: Sequence[int], taken: set[int], skeleton: Skeleton, lexicon: LinkLexicon
) -> Iterator[LinkDraft]:
    """Changes whose base follows, and whose level a figure of something else parts from them.

    "4.6 million tonnes on 1,210 ships, 12 per cent more than the 4.1 million of the year before".
    """
    for number, (at, base) in enumerate(pairwise(places)):
        change, based = skeleton.figures[at], skeleton.figures[base]
        if number <= 1 or id(change) in taken or base - at > _SET_OFF or "," in skeleton.low[at:base]:
            continue
        before = places[max(0, number - 1 - _MOST_OTHERS):number]
        level = next((place for place in reversed(before) if are_levels(skeleton.figures[place], based)), at)
        if level in (at, places[number - 1]) or not _may_change(skeleton.figures[level], based, change):
            continue
        if not tells_change(at, skeleton, lexicon) or not is_base(base, skeleton, lexicon):
            continue
        if _is_one_phrase(level, at, skeleton, lexicon):
            link = _change(at, (level, base), skeleton, lexicon)
            if link is not None:
                yield link


def _is_one_phrase(level: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level and a change behind it that nothing but one comma parts, however many figures stand between."""
    words, comma, tail = skeleton.low[level + 1:at].rpartition(",")
    tail = unhedged(tail.strip(), lexicon)
    if not comma or len(words) > _APART or any(sign in words for sign in (",", ";", ":", "(", STOP)):
        return False
    if tail and not ends_in("changed-by", tail, lexicon):
        return False
    broken = ("other-statement", "apart", "clause-break")
    return not any(lexicon.phrases[told].search(f"{words} {tail}") for told in broken)


def without_fragments(links: Sequence[LinkDraft], fuller: Sequence[LinkDraft]) -> list[LinkDraft]:
    """The links with the fuller ones, less the changes that these tell with more figures."""
    told = {id(draft) for link in fuller for role in ("change", "difference") for draft in link.roles.get(role, ())}
    return [link for link in links if link.kind != "change" or id(link.roles["change"][0]) not in told] + list(fuller)


def _is_one_statement(three: Sequence[int], change: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True when no other statement stands between the figures; a conjunction may only join the two levels."""
    between = [skeleton.low[one + 1:other] for one, other in pairwise(three)]
    if any(len(words) > _APART for words in between):
        return False
    if any(lexicon.phrases[told].search(words) for told in ("other-statement", "apart") for words in between):
        return False  # "up 5% to 290 (a year ago: 277); like-for-like sales rose 4%"
    if change != len(_TRIPLES) - 1 and any(";" in words for words in between):
        return False
    if change == len(_TRIPLES) - 1 and _has_own_subject(between[1], lexicon):
        return False
    beside_change = between if change == 1 else [between[1 if change else 0]]
    if any(lexicon.phrases["list-joint"].search(words) for words in beside_change):
        return False
    stops = [words.count(STOP) for words in between]
    if stops == [0, 1]:
        new = change == len(_TRIPLES) - 1 and names_new(three[-1], three[0], skeleton, lexicon)
        return not new and lexicon.phrases["so"].match(_after_stop(between[1])) is not None
    return stops == [0, 0]


def _has_own_subject(words: str, lexicon: LinkLexicon) -> bool:
    """True for a change of which words behind a semicolon say what it is of: "82 kilns (70); orders were up 9%"."""
    _, parted, lead = words.rpartition(";")
    lead = unhedged(lead.strip(), lexicon)
    drawn = any(lexicon.phrases[phrase].fullmatch(lead) for phrase in ("changed-by", "drawn-lead"))
    return bool(parted and lead) and not drawn and not lexicon.phrases["goes-on"].match(lead)


def tells_change(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure that words right beside it call a rise or a fall."""
    figure = skeleton.figures[at]
    if isinstance(figure.value, tuple) or sign_of(figure) not in CHANGES:
        return False
    before, after = unhedged(words_before(at, skeleton), lexicon), skeleton.low[at + 1:at + 1 + _APART]
    # the words that may lead to a base are many, so they are tried last
    moved = lexicon.phrases["changed"].match(after.lstrip()) is not None
    moved = moved and lexicon.phrases["over-years"].match(skeleton.told(at + 1, at + 1 + _APART).lstrip()) is None
    moved = moved or ends_in("changed-by", before, lexicon)
    moved = moved and not ends_in("makes-up-so-much", before, lexicon)
    return moved and not ends_in("reached", before, lexicon) and not ends_in("base-lead", before, lexicon)


def _change(at: int, levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> LinkDraft | None:
    change = skeleton.figures[at]
    ordered = _ordered(at, levels, skeleton, lexicon)
    if ordered is None:
        return None
    to, base = (skeleton.figures[place] for place in ordered)
    if not _fit_change(to, base, change) or is_goal(ordered[1], skeleton, lexicon):
        return None
    if _is_from_goal(at, skeleton, lexicon):
        return None
    if is_reached_in_aside(ordered, skeleton):
        return None
    if levels[0] < at < ordered[1] and not _is_set_in_time(at, ordered[1], skeleton, lexicon):
        return None
    if has_own_base(at, ordered[1], skeleton, lexicon) and (base.period is None or change.base != base.period):
        return None
    figures = {"change": change, "to": to, "from": base}
    if not FITS["change"](figures):
        return None
    direction = direction_of(at, skeleton, lexicon)
    if not direction or (size(to) < size(base)) != (direction == "down"):
        return None  # a fall from what is less is of something else
    share_unit([to, base, *([change] if sign_of(change) == AMOUNT else [])])
    return link_of("change", figures, direction)


def _ordered(
    at: int, levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon
) -> tuple[int, int] | None:
    """The level reached and the base, as words tell them, or the periods where the change comes last; else nothing."""
    bases = [place for place in levels if is_base(place, skeleton, lexicon)]
    one, other = levels
    if len(bases) == 1:
        return (other, one) if bases[0] == one else (one, other)
    first, last = skeleton.figures[one].period, skeleton.figures[other].period
    if bases or first is None or last is None or first.start == last.start or at < other:
        return None
    return (one, other) if first.start > last.start else (other, one)


def is_reached_in_aside(ordered: tuple[int, int], skeleton: Skeleton) -> bool:
    """True for a level in brackets and a base outside: "a loss of 8 (profit of 21) after 31 for the closure".

    Nor do brackets before a level hold its base: "up 5% on 2016 (80 tonnes), and 410 tonnes in ten years, up 9%".
    """
    to, base = ordered
    reached, based = is_aside(skeleton.text, to), is_aside(skeleton.text, base)
    return reached != based and (reached or base < to)


def has_own_base(at: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where words behind a change say what it is measured from, and that is not the base itself."""
    following, end = skeleton.after(at + 1)
    if following[:1] == [base]:
        return False
    behind = skeleton.low[at + 1:following[0] if following else end].split(",", 1)[0]
    called = lexicon.phrases["called-such"].search(behind)  # "an increase of 12 is the largest since 2003"
    told = lexicon.phrases["since-that"].regex.sub(" ", behind[:called.start()] if called else behind)  # from the base
    return lexicon.phrases["own-base"].search(told) is not None


def _is_set_in_time(at: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """False where a base that a comma sets apart may be of another thing ("up 5%, against 60 by road")."""
    if "," not in skeleton.low[at:base]:
        return True
    behind = skeleton.low[base + 1:base + 1 + _NEAR].lstrip()
    if behind[:1] in _CLOSING and lexicon.phrases["base-clause"].search(skeleton.low, at, base):
        return True  # "27 percent less than in May, when it was 566 million, the bank said"
    return skeleton.figures[base].period is not None or lexicon.phrases["when"].match(behind) is not None


def is_goal(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level that was only hoped for, or is that of others ("the 6 million forecast")."""
    following, end = skeleton.after(at + 1)
    behind = skeleton.low[at + 1:following[0] if following else end].split(",", 1)[0]
    before = words_before(at, skeleton).rsplit(",", 1)[-1]
    return lexicon.phrases["goal"].search(f"{before[-_NEAR:]} {behind[:_NEAR]}") is not None


def _is_from_goal(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a gap to what was hoped for ("6 above the forecast"), which tells nothing of the levels beside it."""
    following, end = skeleton.after(at + 1)
    behind = skeleton.low[at + 1:following[0] if following else end].split(",", 1)[0].lstrip()
    compared = lexicon.phrases["than-what"].match(behind) is not None
    return compared and lexicon.phrases["goal"].search(behind) is not None


def is_base(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure that words before it call a base ("from", "against the previous"), or a time in brackets."""
    before = unhedged(words_before(at, skeleton), lexicon)
    if ends_in("base-lead", before, lexicon):
        if ends_in("prepositional-verb", before, lexicon):
            return False  # "took on 4,900"
        return not before.endswith(f"{DATE},")  # "31 fewer than in 2016, 540 in history": the comma ends the comparison
    clause = lexicon.phrases["base-clause"].search(before)
    if clause is not None:
        return len(before[clause.end():].split()) <= _WORDS_OF_VERB
    if ends_in("base-when", before, lexicon):
        return True
    behind = skeleton.low[at + 1:at + 1 + _NEAR].lstrip()
    return before.endswith("(") and lexicon.phrases["when"].match(behind) is not None


def is_set_off(level: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a change set off by a comma from the level before it ("96 tonnes, up 5 percent", "..., a rise of 5")."""
    words = unhedged(skeleton.low[level + 1:at].strip(), lexicon)
    head, comma, tail = words.rpartition(",")
    if not comma or len(words) > _SET_OFF or ";" in words or "," in head:
        return False
    tail = tail.strip()
    return (not tail or ends_in("changed-by", tail, lexicon)) and not lexicon.phrases["break"].search(tail)


def is_apposed(level: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a change that a comma, and no clause of its own ("so it fell by"), sets off from the level before it."""
    tail = unhedged(skeleton.low[level + 1:at].rpartition(",")[2].strip(), lexicon)
    told = lexicon.phrases["changed-by"].fullmatch(tail) if tail else True
    return bool(told) and is_set_off(level, at, skeleton, lexicon)


def _fit_change(to: QuantityDraft, base: QuantityDraft, change: QuantityDraft) -> bool:
    """True for two levels that the change may lie between, measured from the period of the base."""
    periods = change.base is None or base.period is None or change.base == base.period
    return periods and _may_change(to, base, change)


def _may_change(one: QuantityDraft, other: QuantityDraft, change: QuantityDraft) -> bool:
    """True for two levels that the change may lie between, whichever of them is the base; costs little."""
    signs = {PERCENT} if sign_of(change) == POINT else {AMOUNT}
    return are_levels(one, other) and {sign_of(one), sign_of(other)} <= signs


def are_levels(to: QuantityDraft, base: QuantityDraft) -> bool:
    """True for two amounts of one thing, near enough to each other to be meant so."""
    if not (are_near(to, base) and alike_levels(to, base)):
        return False
    one, other = (_metric_of(each) for each in (to, base))
    return one in other or other in one


def _metric_of(level: QuantityDraft) -> str:
    """What a level is of; "" for a bare number of which a deed alone is told: "when 8,150 were counted"."""
    return "" if level.deed and is_bare(level) else (level.metric or "").lower()


def are_near(to: QuantityDraft, base: QuantityDraft) -> bool:
    """True for two amounts or percentages near enough to each other to be levels of one thing; costs little."""
    if isinstance(to.value, tuple) or isinstance(base.value, tuple):
        return False
    small, large = sorted((abs(size(to)), abs(size(base))))
    return large <= _FARTHEST * small and sign_of(to) == sign_of(base) and sign_of(to) in (PERCENT, AMOUNT)
