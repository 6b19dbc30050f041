"""Changes told with one level, and the other one told right beside them: "fell 8% to 190; the year before it was 200".

The other level stands with the first as the words tell ("from 55 patients in January to 76 in June"), or alone behind a
semicolon or in the sentence next to it, where words set it in the time that the change is measured from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import FITS, Figures, size
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.movement.anchors import anchor_behind, anchor_of, are_one_time, beside
from claimcheck.extract.links.movement.changes import are_levels, is_base, is_goal
from claimcheck.extract.links.movement.earlier import is_earlier
from claimcheck.extract.links.movement.levels import OTHER, YEARS
from claimcheck.extract.links.movement.moves import is_of_another, is_of_other_time
from claimcheck.extract.links.movement.retold import are_of_one_thing
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import STOP, Skeleton
from claimcheck.extract.links.stated import link_of, read_points

_PARTIAL = 2  # figures of a change and its one level
_APART = 160  # letters from a change to the level it is measured from
_OTHER_END = {"to": "from", "from": "to"}


def find_fuller(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """The changes of one level among the known links, each with the other level where this leaves no doubt."""
    places = {id(figure): at for at, figure in skeleton.figures.items()}
    whole = {frozenset(map(id, (link.roles["to"][0], link.roles["from"][0])))
             for link in known if link.kind == "change" and len(link.roles) > _PARTIAL}
    pairs = [link for link in known if link.kind == "levels"
             and frozenset(map(id, (link.roles["to"][0], link.roles["from"][0]))) not in whole]
    moved = {id(level) for link in known if link.kind == "change" for level in link.roles.get("to", ())}
    for link in known:
        if link.kind != "change" or len(link.roles) != _PARTIAL or link.scope in (OTHER, YEARS) or not link.direction:
            continue
        ((role, (level,)),) = ((role, drafts) for role, drafts in link.roles.items() if role != "change")
        (change,) = link.roles["change"]
        at = places[id(change)]
        other = _of_pair(role, level, pairs)
        if other is not None and role == "to" and _is_of_other_time(places[id(other)], at, skeleton, lexicon):
            continue
        other = other or _base_apart(role, places[id(level)], at, skeleton, lexicon)
        if id(other) in moved:
            continue  # "268 million, up 9%; in the first quarter it had been 218 million, up 6%"
        if other is None or not isinstance(change, QuantityDraft) or not isinstance(level, QuantityDraft):
            continue
        figures: Figures = {"change": change, role: level, _OTHER_END[role]: other}
        if (size(figures["to"]) < size(figures["from"])) != (link.direction == "down"):
            continue
        read_points(figures, lexicon)
        if FITS["change"](figures):
            share_unit([level, other])
            yield link_of("change", figures, link.direction)


def _of_pair(role: str, level: Draft, pairs: Sequence[LinkDraft]) -> QuantityDraft | None:
    """The figure that the words make the other one of two levels."""
    others = [link.roles[_OTHER_END[role]][0] for link in pairs if link.roles[role][0] is level]
    return others[0] if len(others) == 1 and isinstance(others[0], QuantityDraft) else None


def _base_apart(role: str, level: int, change: int, skeleton: Skeleton, lexicon: LinkLexicon) -> QuantityDraft | None:
    """The level of an earlier time that stands alone behind the change and its level, or in the sentence before."""
    if role != "to" or is_earlier(level, skeleton, lexicon) or is_of_another(change, skeleton, lexicon):
        return None
    for base in _alone(level, change, skeleton):
        if abs(base - change) > _APART or is_goal(base, skeleton, lexicon) or not _is_set_before(
            base, max(level, change), skeleton, lexicon
        ):
            continue
        if not _is_of_other_time(base, change, skeleton, lexicon) and _are_levels(level, base, skeleton, lexicon):
            return skeleton.figures[base]
    return None


def _are_levels(level: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for levels of one thing, of which the later one may stand behind the earlier one."""
    if level < base:
        return are_of_one_thing(level, base, skeleton, lexicon)
    return are_levels(skeleton.figures[level], skeleton.figures[base])


def _is_of_other_time(base: int, change: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a base of another time than a change is measured from ("up 2 to 12 in 2023; in 2019 it was 8")."""
    if is_of_other_time(skeleton.figures[base], skeleton.figures[change]):
        return True  # "up 2% from May. The previous high was 41, in October"
    measured, told = anchor_behind(change, skeleton, lexicon), anchor_of(base, skeleton, lexicon)
    if measured is None and any(lexicon.phrases["same-time"].search(words) for words in beside(base, skeleton)):
        return False  # "in the same month of 2023"
    if any(lexicon.phrases["apart"].search(words) for words in beside(base, skeleton)):
        return True
    if told is None:
        return False
    if measured is None:
        return any(char.isdigit() for char in told.date)  # "a year before" is measured from no other time
    return not are_one_time(measured, told)


def _is_set_before(base: int, last: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level that its own words set in an earlier time, or, right behind a change, make its base."""
    between = skeleton.low[last + 1:base]
    if STOP not in between and ";" not in between and base > last:
        return is_base(base, skeleton, lexicon) and between.lstrip()[:1] == ","
    words = [*beside(base, skeleton)]
    return any(lexicon.phrases["earlier-time"].search(each) for each in words)


def _alone(level: int, change: int, skeleton: Skeleton) -> Iterator[int]:
    """The one other figure behind a change and its level in their sentence, and the one figure of either next to it."""
    start, end = skeleton.sentence(change)
    own = [*skeleton.before(change), *skeleton.after(change)[0]]
    if set(own) - {level, change}:
        others = [place for place in own if place not in (level, change)]
        if len(others) == 1 and others[0] > max(level, change):
            yield others[0]
        return
    for there in (end + 1, start - 1):
        if 0 <= there < len(skeleton.low):
            first, _ = skeleton.sentence(there)
            found = skeleton.after(first)[0]
            if len(found) == 1:
                yield found[0]
