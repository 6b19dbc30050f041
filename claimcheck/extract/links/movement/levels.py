"""Two levels of one thing at two times, and changes with one such level: what reports tell of one change in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.division.wholes import is_whole
from claimcheck.extract.links.fitting.fits import alike_levels, is_bare, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.movement.anchors import compared_with
from claimcheck.extract.links.movement.changes import (
    CHANGES,
    are_levels,
    are_near,
    is_base,
    is_goal,
    is_set_off,
    tells_change,
)
from claimcheck.extract.links.movement.earlier import is_of_time_before
from claimcheck.extract.links.phrasing.leads import ends_in, unhedged, words_before
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import (
    AMOUNT,
    DATE,
    FIGURES,
    FRACTION,
    MULTIPLE,
    PERCENT,
    POINT,
    STOP,
    Skeleton,
    is_aside,
    sign_of,
)
from claimcheck.extract.links.stated import direction_of, link_of, read_points

_APART = 140  # letters between the two figures
_FARTHEST = 3  # times that one of the levels of two years may be the other
_NEAR = 60  # letters between a change and the level that it leads to
_LAGS = ("year", "season", "quarter", "month", "week", "day")
_LONGEST_LAG = 60
_FULL = 3  # figures of a change with both its levels
YEARS = "years"  # several of them
OTHER = "other"  # what a change is measured from, where that is no time


def find_levels(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """Links "levels" for neighbouring figures of which the words call one the base of the other.

    known: links already found; the figures of a difference are no two times of one thing.
    """
    barred = {id(part) for link in known if link.kind in ("difference", "total", "share") for part in _parts(link)}
    places = list(skeleton.figures)
    for at, one in enumerate(places):
        for other in places[at + 1:at + 3]:
            figures = skeleton.figures[one], skeleton.figures[other]
            if any(id(figure) in barred or not is_plain(figure) for figure in figures) or not alike_levels(*figures):
                continue
            if not are_near(*figures) or not _stand_together(one, other, skeleton, lexicon):
                continue
            if _is_converted(one, other, skeleton) or _has_second_aside(other, skeleton, lexicon):
                continue
            ordered = _ordered(one, other, skeleton, lexicon)
            if ordered is None or is_whole(ordered[0], skeleton, lexicon):
                continue
            to, base = (skeleton.figures[place] for place in ordered)
            moved = ordered == (other, one)
            if _fit(to, base, moved) and not any(is_goal(place, skeleton, lexicon) for place in ordered):
                share_unit([to, base])
                yield _with_lag(link_of("levels", {"to": to, "from": base}), other, skeleton, lexicon)
                break


def _is_converted(one: int, other: int, skeleton: Skeleton) -> bool:
    """True for a bare number with a sum of money or a measure in brackets behind it ("1.3 billion ($1.7 billion)")."""
    lends = is_bare(skeleton.figures[one]) and not is_bare(skeleton.figures[other])
    return lends and skeleton.low[one + 1:other].strip() == "("


def _has_second_aside(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for the first of two bases in one pair of brackets: "312 (Q1: 287; a year ago: 298)"."""
    following, _ = skeleton.after(at + 1)
    if not following or not is_aside(skeleton.text, at) or ")" in skeleton.low[at:following[0]]:
        return False
    words = skeleton.low[at + 1:following[0]].strip()
    return words[:1] in (";", ",") and lexicon.phrases["when"].fullmatch(words.strip(" ;,:")) is not None


def find_partial_changes(
    skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]
) -> Iterator[LinkDraft]:
    """Changes with the one level that the sentence gives beside them; and those without, where words tell their time.

    known: links already found. Each link tells in `scope` over what time the words measure the change.
    """
    told = {id(part) for link in known for role in ("change", "difference") for part in link.roles.get(role, ())}
    told |= {id(part) for link in known if link.kind == "levels" for part in _parts(link)}
    for at, change in skeleton.figures.items():
        if id(change) in told or sign_of(change) not in (*CHANGES, MULTIPLE) or isinstance(change.value, tuple):
            continue
        if not (change.role == "change" or any(says(at, skeleton, lexicon) for says in (tells_change, _is_more))):
            continue
        direction = direction_of(at, skeleton, lexicon)
        if direction:
            beside = {} if sign_of(change) == MULTIPLE else _level_beside(at, skeleton, lexicon)
            figures = {"change": change, **beside}
            read_points(figures, lexicon)
            link = _with_lag(link_of("change", figures, direction), at, skeleton, lexicon)
            if link.scope or len(figures) > 1 or sign_of(change) == POINT:
                yield link


def _is_more(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for so many "more visitors than in the year before"."""
    words = lexicon.phrases["own-base"].search(skeleton.low[at + 1:at + 1 + _NEAR].split(",", 1)[0])
    return bool(skeleton.figures[at].trend) and words is not None


def mark_lags(skeleton: Skeleton, lexicon: LinkLexicon, links: Sequence[LinkDraft]) -> None:
    """Writes into the changes of a block over what time the words measure them."""
    places = {id(figure): at for at, figure in skeleton.figures.items()}
    for link in links:
        if link.kind == "change" and not link.scope and id(link.roles["change"][0]) in places:
            _with_lag(link, places[id(link.roles["change"][0])], skeleton, lexicon)


def _parts(link: LinkDraft) -> Iterator[object]:
    for role, drafts in link.roles.items():
        if role not in ("whole", "total"):
            yield from drafts


def is_plain(figure: QuantityDraft) -> bool:
    """True for one figure that may be a level."""
    return figure.role in (None, "level", "share", "ratio") and not isinstance(figure.value, tuple)


def _stand_together(one: int, other: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    between = skeleton.low[one + 1:other]
    if len(between) > _APART or STOP in between:
        return False
    return lexicon.phrases["other-statement"].search(between) is None


def _ordered(one: int, other: int, skeleton: Skeleton, lexicon: LinkLexicon) -> tuple[int, int] | None:
    """The later and the earlier of two places; None when the words do not tell which is which."""
    before_one = unhedged(words_before(one, skeleton), lexicon)
    between = unhedged(skeleton.low[one + 1:other].strip(), lexicon)
    if any(skeleton.figures.get(at) for at in range(one + 1, other)):
        between = words_before(other, skeleton)
    if ends_in("earlier-level", before_one, lexicon) and ends_in("reached-level", between, lexicon):
        return other, one
    if ends_in("moved-to", between, lexicon):
        return other, one
    if not are_levels(skeleton.figures[one], skeleton.figures[other]):
        return None  # only what moved to the other may be told under another name
    if not is_base(other, skeleton, lexicon) or is_base(one, skeleton, lexicon):
        return None
    return (one, other) if is_closed(other, skeleton, lexicon) else None


def is_closed(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where nothing but a time follows a base, so that it is of no other thing ("against 9 for France")."""
    behind = skeleton.low[at + 1:at + 1 + _LONGEST_LAG].lstrip()
    if not behind or behind[0] in f".,;:)({STOP}" or skeleton.figures.get(at + 2) is not None:
        return True
    return any(lexicon.phrases[phrase].match(behind) for phrase in ("when", "lag"))


def _fit(to: QuantityDraft, base: QuantityDraft, moved: bool) -> bool:
    """True for levels of one thing; one that moved to the other may be told under another name ("the list")."""
    return are_levels(to, base) or (moved and are_levels(replace(to, metric=None, noun=base.noun), base))


def _level_beside(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> dict[str, QuantityDraft]:
    """The level that a change leads to or starts from, right after it; else that right before a comma."""
    change = skeleton.figures[at]
    following, _ = skeleton.after(at + 1)
    if following and following[0] - at <= _NEAR:
        words = unhedged(skeleton.low[at + 1:following[0]].strip(), lexicon)
        level = skeleton.figures[following[0]]
        parted = ";" in words or lexicon.phrases["break"].search(words) is not None
        if _may_be_level(level, change, lexicon) and not parted:
            if ends_in("reached-level", words, lexicon):
                return {"to": level}
            if ends_in("earlier-level", words, lexicon):
                return {"from": level}
    if before := _before_in_brackets(at, skeleton, lexicon):
        return before
    places = skeleton.before(at)[-2:]
    for preceding in places[-1:]:
        level, part = skeleton.figures[preceding], skeleton.figures[places[0]]
        if is_of_time_before(preceding, skeleton, lexicon):
            continue  # "A year earlier it had been 96 tonnes, so it grew by 5 percent"
        if _may_be_level(level, change, lexicon) and is_set_off(preceding, at, skeleton, lexicon):
            whole = change.metric is not None and level.metric != change.metric == part.metric
            return {"to": part if whole else level}  # "left 26 of its 61 boats in port, 4 more than in May"
    return {}


def _before_in_brackets(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> dict[str, QuantityDraft]:
    """The level and that of the year before, alone in brackets behind it: "profit 38 million (32), up 18%"."""
    change, places = skeleton.figures[at], skeleton.before(at)[-2:]
    if len(places) <= 1 or not is_set_off(places[1], at, skeleton, lexicon):
        return {}
    to, base = (skeleton.figures[place] for place in places)
    bare = skeleton.low[places[0] + 1:places[1]].strip() == "(" and skeleton.low[places[1] + 1:at].lstrip()[:1] == ")"
    if not bare or not is_bare(base) or not all(_may_be_level(each, change, lexicon) for each in (to, base)):
        return {}
    told = size(to) / to.scale
    near = base.scale == 1 and told / _FARTHEST <= size(base) <= told * _FARTHEST
    if not near or (told > size(base)) != (direction_of(at, skeleton, lexicon) == "up"):
        return {}  # "38 million (1,200), up 18%": of something else
    base.scale_up(to.scale)
    share_unit([to, base])
    return {"to": to, "from": base}


def _may_be_level(level: QuantityDraft, change: QuantityDraft, lexicon: LinkLexicon) -> bool:
    if not is_plain(level) or level.trend:
        return False
    points = change.noun is not None and lexicon.phrases["points"].fullmatch(change.noun.lower()) is not None
    if sign_of(change) == POINT or (points and sign_of(level) == PERCENT):
        return sign_of(level) == PERCENT
    if sign_of(change) in (PERCENT, FRACTION):
        return sign_of(level) == AMOUNT
    return sign_of(level) == AMOUNT and alike_levels(level, change)


def _with_lag(link: LinkDraft, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> LinkDraft:
    """The link with what the words beside a figure measure from: a sort of time ("year"), or something else.

    "" where they do not tell it, or tell a date.
    """
    following, end = skeleton.after(at + 1)
    behind = skeleton.told(at + 1, following[0] if following else end)[:2 * _LONGEST_LAG]
    before = skeleton.told(skeleton.sentence(at)[0], at)
    compared = [found.end() for found in lexicon.phrases["compared-before"].found_in(before)]
    words = behind if not compared or link.kind == "levels" else before[compared[-1]:]
    if link.kind == "change" and len(link.roles) < _FULL and _is_over_years(before, at, skeleton, lexicon):
        link.scope = YEARS
    elif link.kind == "change" and len(link.roles) < _FULL and _is_of_goal(behind, lexicon):
        link.scope = OTHER
    elif lexicon.phrases["lag"].search(words):
        link.scope = lag_in(words, lexicon)
    elif link.kind == "change" and len(link.roles) < _FULL and (compared or _is_of_another(at, skeleton, lexicon)):
        link.scope = OTHER
    return link


def lag_in(words: str, lexicon: LinkLexicon) -> str:
    """The sort of time that words set a figure back by; "" for none."""
    if not lexicon.phrases["lag"].search(words):
        return ""
    return next((sort for sort in _LAGS if lexicon.phrases[f"lag-{sort}"].search(words)), "")


def _is_over_years(before: str, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure that several years brought, as words before it in its sentence or right behind it say."""
    _, end = skeleton.after(at + 1)
    behind = skeleton.told(at + 1, end)[:_LONGEST_LAG].split(",", 1)[0]
    told = (before.rpartition(";")[2], behind.split(";", 1)[0])
    return any(lexicon.phrases["over-years"].search(words) for words in told)


def _is_of_goal(behind: str, lexicon: LinkLexicon) -> bool:
    """True for what is measured from a hope, a plan or a forecast: "12 percent more than it had hoped a year ago"."""
    clause = behind.split(",", 1)[0].split(STOP, 1)[0]
    compared = lexicon.phrases["than-what"].match(clause.lstrip())
    return compared is not None and lexicon.phrases["goal"].search(clause) is not None


def _is_of_another(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure measured from something that is no known time ("3 percent more than its rival")."""
    behind = skeleton.low[at + 1:at + 1 + _LONGEST_LAG].split(STOP, 1)[0].lstrip()
    compared = compared_with(behind, lexicon)
    if compared is None or compared.lstrip()[:1] in tuple(FIGURES):
        return False  # "by 3 percent, to more than 500": a bound, and nothing to measure from
    if lexicon.phrases["since-when"].match(behind):
        return True
    return skeleton.figures[at].base is None or DATE not in compared[:_NEAR]
