"""Two levels of one thing that two neighbouring sentences tell: "It sold 142 boats in May. In April it had sold 131".

The second sentence goes on about what the first told, and sets its figure in an earlier time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft
from claimcheck.extract.links.fitting.fits import alike_levels, is_stretch_of_time
from claimcheck.extract.links.fitting.lends import share_unit
from claimcheck.extract.links.movement.anchors import beside
from claimcheck.extract.links.movement.changes import is_goal
from claimcheck.extract.links.movement.levels import is_plain, lag_in
from claimcheck.extract.links.movement.retold import are_of_one_thing, has_pronoun
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import Skeleton
from claimcheck.extract.links.stated import link_of
from claimcheck.model.letters import CAPITALS

_NAME = re.compile(rf"\b[{CAPITALS}][\w’'-]+")
_LONGEST = 160  # letters from one level to the other


def find_levels_apart(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """Links "levels" for a figure and the one of the sentence before it, or before a semicolon, of a later time.

    known: links already found; what is a base in one of them is none here.
    """
    if len(skeleton.figures) <= 1:
        return
    taken = {id(draft) for link in known if link.kind in ("levels", "change", "difference", "total")
             for role, drafts in link.roles.items() if role != "to" for draft in drafts}
    for base, figure in skeleton.figures.items():
        start = _start_of_clause(base, skeleton)
        if start is None or id(figure) in taken or not is_plain(figure) or is_goal(base, skeleton, lexicon):
            continue
        to = _level_before(base, start, skeleton, lexicon)
        if to is not None and id(skeleton.figures[to]) not in taken:
            share_unit([skeleton.figures[to], figure])
            link = link_of("levels", {"to": skeleton.figures[to], "from": figure})
            link.scope = next((lag for words in beside(base, skeleton) if (lag := lag_in(words, lexicon))), "")
            yield link


def _start_of_clause(at: int, skeleton: Skeleton) -> int | None:
    """Where the sentence or the clause behind a semicolon begins whose first figure stands at a place."""
    before, (start, _) = skeleton.before(at), skeleton.sentence(at)
    if not before:
        return start if start > 0 else None
    parted = skeleton.low.rfind(";", before[-1], at)
    return parted + 1 if parted >= 0 else None


def _level_before(base: int, start: int, skeleton: Skeleton, lexicon: LinkLexicon) -> int | None:
    """The only figure before the clause of a base that may be the later level of what it is of."""
    figure = skeleton.figures[base]
    like = [place for place in skeleton.before(start - 1) if alike_levels(skeleton.figures[place], figure)
            and not is_stretch_of_time(skeleton.figures[place].unit)]
    if len(like) != 1 or base - like[0] > _LONGEST:
        return None
    (to,) = like
    level = skeleton.figures[to]
    if not (is_plain(level) and are_of_one_thing(to, base, skeleton, lexicon)) or is_goal(to, skeleton, lexicon):
        return None
    if not _is_earlier(base, to, skeleton, lexicon) or _is_apart(base, start, to, skeleton, lexicon):
        return None
    named = level.metric is not None and level.metric == figure.metric
    return to if named or has_pronoun(start, base, skeleton, lexicon) else None


def _is_earlier(base: int, to: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure that words, or the times of both, set before another one."""
    first, last = skeleton.figures[base].period, skeleton.figures[to].period
    if first is not None and last is not None and (first.sort != last.sort or first.start >= last.start):
        return False
    told = [any(lexicon.phrases["earlier-time"].search(words) for words in beside(place, skeleton))
            for place in (base, to)]
    return told == [True, False] or (not told[1] and first is not None and last is not None)


def _is_apart(base: int, start: int, to: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure of whose clause words make it one of something else, as a name that is new there does."""
    clause = skeleton.told(start, base)
    if any(lexicon.phrases[each].search(clause) for each in ("other-statement", "old-mark")):
        return True
    told = set(_NAME.findall(skeleton.text[skeleton.sentence(to)[0]:to]))
    return any(name not in told and name.lower() not in lexicon.function_words
               for name in _NAME.findall(skeleton.text[start:base]))
