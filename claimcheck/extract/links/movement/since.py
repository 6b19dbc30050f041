"""Changes "since then": the base is what the sentence before tells of the time that "then" means.

"In 2021 it had 41,300 visitors. Since then their number has doubled: last year 62,700 came."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.apposed import figures_of_sentence_before
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.movement.changes import CHANGES, are_levels, is_goal, tells_change
from claimcheck.extract.links.movement.concluded import is_level, is_near, names_nothing_new
from claimcheck.extract.links.movement.levels import YEARS
from claimcheck.extract.links.phrasing.leads import ends_in, unhedged
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import DATE, MULTIPLE, Skeleton, sign_of
from claimcheck.extract.links.stated import direction_of, link_if_fitting

_FULL = 3  # figures of a change with both its levels
_FARTHEST = 160  # letters from the change to the level that it led to


def find_since(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """A change link for each change since the time of the sentence before, with the level of that and its own.

    known: the links already found, of which those of a change with both levels are left as they are.
    """
    if len(skeleton.figures) < _FULL:
        return
    full = {id(link.roles["change"][0]) for link in known if link.kind == "change" and len(link.roles) == _FULL}
    for at, change in skeleton.figures.items():
        if id(change) in full or sign_of(change) not in (*CHANGES, MULTIPLE) or isinstance(change.value, tuple):
            continue
        told = lexicon.phrases["since-that"].search(skeleton.low, *_clause(at, skeleton))
        if told is None or not (change.role == "change" or tells_change(at, skeleton, lexicon)):
            continue
        direction = direction_of(at, skeleton, lexicon)
        base, to = _before(told.start(), skeleton), _reached(at, skeleton, lexicon)
        if not direction or base is None or to is None or any(is_goal(each, skeleton, lexicon) for each in (base, to)):
            continue
        start, _ = _clause(at, skeleton)
        if not names_nothing_new((start, at), (skeleton.sentence(base)[0], start), skeleton, lexicon):
            continue  # "the grant was 75,000. Since then prices have doubled; it asks for 110,000"
        levels = skeleton.figures[to], skeleton.figures[base]
        if not _are_of_one_thing(*levels, lexicon) or not is_near(change, *levels):
            continue
        share_unit(levels)
        link = link_if_fitting("change", {"change": change, "to": levels[0], "from": levels[1]}, direction)
        if link is not None:
            link.scope = YEARS
            yield link


def _clause(at: int, skeleton: Skeleton) -> tuple[int, int]:
    """What is told round a change, behind a semicolon before it."""
    start, end = skeleton.sentence(at)
    return max(start, skeleton.low.rfind(";", start, at) + 1), end


def _before(start: int, skeleton: Skeleton) -> int | None:
    """The only level of the sentence before, or before a semicolon, that stands with a date."""
    first, _ = skeleton.sentence(start)
    if ";" in skeleton.low[first:start]:
        places = [place for place in skeleton.before(start) if place in skeleton.figures]
    else:
        places = figures_of_sentence_before(first, skeleton)
    levels = [place for place in places if is_level(skeleton.figures[place])]
    if len(levels) != 1:
        return None
    span = (first, start) if ";" in skeleton.low[first:start] else skeleton.sentence(levels[0])
    return levels[0] if DATE in skeleton.low[slice(*span)] else None


def _reached(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> int | None:
    """The only level behind a change in its sentence: the one that it led to, or that of a clause of its own."""
    levels = [place for place in skeleton.after(at + 1)[0] if is_level(skeleton.figures[place])]
    if len(levels) != 1 or levels[0] - at > _FARTHEST:
        return None
    words = skeleton.low[at + 1:levels[0]]
    led = ends_in("reached-level", unhedged(words.strip(), lexicon), lexicon)
    broken = lexicon.phrases["break"].search(words) is not None
    return levels[0] if (led and not broken) or any(mark in words for mark in ":;") else None


def _are_of_one_thing(to: QuantityDraft, base: QuantityDraft, lexicon: LinkLexicon) -> bool:
    """True for levels of one thing, one of which may be told in other words ("visits", "people came")."""
    if are_levels(to, base):
        return True
    noun = (to.noun or "").rpartition(" ")[2].lower()
    named = noun and to.noun != base.noun and not lexicon.phrases["any-noun"].fullmatch(noun)
    return not named and are_levels(replace(to, metric=base.metric, noun=base.noun), base)
