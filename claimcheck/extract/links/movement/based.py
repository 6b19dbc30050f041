"""Changes whose words tell their base in full: "12% more than in 2019, the last quiet year, when 572 came".

Such words leave no doubt what a change is measured from, so that it may also have gone the other way than they say.
The level that it leads to is the only one of its sort before it in its sentence, or in the sentence before one that
goes on about it: "It flew 412 missions. That is twice as many as in 2023, when there were 275".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.apposed import figures_of_sentence_before
from claimcheck.extract.links.fitting.fits import FITS, alike_levels, is_stretch_of_time, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.movement.changes import CHANGES, are_near, is_base, is_goal, tells_change
from claimcheck.extract.links.movement.concluded import is_level, is_near
from claimcheck.extract.links.phrasing.leads import unhedged
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
    is_aside,
    sign_of,
)
from claimcheck.extract.links.stated import direction_of, link_if_fitting, link_of, read_points

_FULL = 3  # figures of a change with both its levels
_APART = 160  # letters between a change and its base
_WORDS_OF_VERB = 3  # "when it had sold"
_LEAD = 40  # letters from the start of a sentence
_BEHIND = 60  # letters behind a base that may limit it
_STEM = 4  # letters by which a noun is known again
_WORD = re.compile(r"[^\W\d_]+")
_END_OF_CLAUSE = re.compile(r"[,;:.()]")


def find_based(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A link for each change whose base words tell in full, and that no known link gives both levels."""
    if len(skeleton.figures) < _FULL:
        return
    full = {id(draft) for link in known if len(link.roles) >= _FULL and link.kind in ("change", "difference", "share")
            for role in ("change", "difference", "share") for draft in link.roles.get(role, ())}
    for at, change in skeleton.figures.items():
        if id(change) in full or isinstance(change.value, tuple) or not _tells_change(at, skeleton, lexicon):
            continue
        base = _base(at, skeleton, lexicon) or _base_ahead(at, skeleton, lexicon)
        to = None if base is None else _level(at, base, skeleton, lexicon)
        link = None if base is None or to is None else _link(at, to, base, skeleton, lexicon)
        if link is not None:
            yield link


def _tells_change(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    figure = skeleton.figures[at]
    behind = skeleton.low[at + 1:at + 1 + _LEAD].lstrip()
    if sign_of(figure) in (MULTIPLE, FRACTION) and lexicon.phrases["times-as-much"].match(behind):
        return True
    moved = figure.role == "change" and bool(figure.trend)
    return sign_of(figure) in CHANGES and (moved or tells_change(at, skeleton, lexicon))


def _base(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> int | None:
    """The next figure behind a change, where the words between say that it is measured from that one."""
    following = [place for place in skeleton.after(at + 1)[0]
                 if place not in skeleton.figures or not is_stretch_of_time(skeleton.figures[place].unit)]
    if not following or following[0] not in skeleton.figures or following[0] - at > _APART:
        return None
    base = following[0]
    words = skeleton.low[at + 1:base].strip()
    measured = lexicon.phrases["based-on"].match(words)
    if measured is None or any(mark in words for mark in (";", ":", "(", STOP)) or is_goal(base, skeleton, lexicon):
        return None
    if lexicon.phrases["so-much-since"].search(words):
        return None  # "5,100 more than a year before and the most since 1998, when there were 10,200"
    if "," not in words and is_base(base, skeleton, lexicon):
        return base
    clauses = list(lexicon.phrases["base-told"].found_in(words))
    if not clauses or len(words[clauses[-1].end():].split()) > _WORDS_OF_VERB:
        return None
    time = words[measured.end() - 1:clauses[-1].start()]
    dated = DATE in time or any(lexicon.phrases[each].search(time) for each in ("earlier-time", "lag", "last-time"))
    return base if dated and not _is_limited(base, skeleton, lexicon) else None


def _base_ahead(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> int | None:
    """The base that opens the sentence of a change: "Compared with the 1.2 million of 2019 this is a drop of 5%"."""
    before = skeleton.before(at)
    if len(before) != 1 or before[0] not in skeleton.figures or not is_level(skeleton.figures[before[0]]):
        return None
    (base,), (start, _) = before, skeleton.sentence(at)
    if lexicon.phrases["base-opens"].fullmatch(unhedged(skeleton.low[start:base].strip(), lexicon)) is None:
        return None
    lead = skeleton.low[base + 1:at]
    told = lexicon.phrases["told-again"].search(lead)
    if told is None or any(word not in lexicon.function_words for word in _WORD.findall(lead[:told.start()])):
        return None
    return base


def _is_limited(base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for what a base tells of a part alone: "when 6,100 came from home", "when 430 were sold abroad"."""
    following, end = skeleton.after(base + 1)
    behind = _END_OF_CLAUSE.split(skeleton.low[base + 1:min(following[0] if following else end, base + 1 + _BEHIND)])[0]
    return lexicon.phrases["place-or-way"].search(behind) is not None


def _level(at: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> int | None:
    """The only level before a change that may be the one it leads to."""
    start, _ = skeleton.sentence(at)
    places = [place for place in skeleton.before(at) if place != base]
    if not any(is_level(skeleton.figures[place]) for place in places if place in skeleton.figures):
        lead = skeleton.low[start:at].lstrip()[:_LEAD]
        goes_on = base < at or any(lexicon.phrases[each].match(lead) for each in ("drawn-tie", "told-again"))
        places = figures_of_sentence_before(start, skeleton) if goes_on else []
    levels = [place for place in places if _may_be_level(place, base, skeleton, lexicon)
              and (place < start or ";" not in skeleton.low[place:at])]
    named = [place for place in levels if _share_noun(skeleton.figures[place], skeleton.figures[base])]
    levels = named or levels
    if len(levels) != 1 or _counts_another(base, levels[0], at, skeleton, lexicon):
        return None
    return levels[0]


def _counts_another(base: int, level: int, at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a base of things that neither the level nor the words up to the change name."""
    noun, level_noun = skeleton.figures[base].noun, skeleton.figures[level].noun
    if noun is None or noun == level_noun or any(map(lexicon.phrases["any-noun"].fullmatch, (noun, level_noun or ""))):
        return False
    stem = noun.rpartition(" ")[2].lower()[:_STEM]
    return stem not in skeleton.told(skeleton.sentence(level)[0], at)


def _may_be_level(place: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    if place not in skeleton.figures or is_aside(skeleton.text, place):
        return False
    level, earlier = skeleton.figures[place], skeleton.figures[base]
    if sign_of(level) != sign_of(earlier) or sign_of(level) not in (AMOUNT, PERCENT) or not are_near(level, earlier):
        return False
    if not (alike_levels(level, earlier) or _counts_any(level, lexicon) or _counts_any(earlier, lexicon)):
        return False
    return not is_base(place, skeleton, lexicon) and not is_goal(place, skeleton, lexicon)


def _share_noun(one: QuantityDraft, other: QuantityDraft) -> bool:
    return one.noun is not None and one.noun == other.noun


def _counts_any(figure: QuantityDraft, lexicon: LinkLexicon) -> bool:
    """True for a number of "cases" or "times", which may be told again by what they are."""
    return figure.noun is not None and lexicon.phrases["any-noun"].fullmatch(figure.noun.lower()) is not None


def _link(at: int, level: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> LinkDraft | None:
    change, to, earlier = (skeleton.figures[place] for place in (at, level, base))
    behind = skeleton.low[at + 1:at + 1 + _LEAD].lstrip()
    sign, again = sign_of(change), lexicon.phrases["as-much-again"].match(behind) is not None
    figures = {"change": change, "to": to, "from": earlier}
    read_points(figures, lexicon)
    if sign != AMOUNT and sign_of(change) != POINT and not is_near(change, to, earlier):
        return None
    share_unit([to, earlier])
    if sign == FRACTION and not again and lexicon.phrases["as-much"].match(behind):
        fits = size(to) < size(earlier)
        return link_if_fitting("share", {"share": change, "part": to, "whole": earlier}) if fits else None
    up = again or (sign == MULTIPLE and size(change) > 1)
    direction = "up" if up else direction_of(at, skeleton, lexicon)
    if alike_levels(to, earlier):
        return link_if_fitting("change", figures, direction) if direction else None
    if not _may_be_told_again(to, earlier, lexicon):
        return None
    of_one = {**figures, "from": replace(earlier, noun=to.noun)}
    return link_of("change", figures, direction) if direction and FITS["change"](of_one) else None


def _may_be_told_again(one: QuantityDraft, other: QuantityDraft, lexicon: LinkLexicon) -> bool:
    """False for things of which the other figure tells "people": "sold 212 tickets, 8% more than when 197 came"."""
    nouns = [figure.noun or "" for figure in (one, other)]
    if not any(map(lexicon.phrases["any-people"].fullmatch, nouns)):
        return True
    return all(lexicon.phrases["of-people"].fullmatch(noun.rpartition(" ")[2].lower()) for noun in nouns)
