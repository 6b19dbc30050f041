"""Two levels of one thing that two neighbouring sentences tell: "It sold 142 boats in May. In April it had sold 131".

The second sentence goes on about what the first told, and sets its figure in an earlier time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.anchors import beside
from claimcheck.extract.links.changes import is_goal
from claimcheck.extract.links.fits import alike, is_stretch_of_time, share_unit
from claimcheck.extract.links.levels import is_plain, lag_in
from claimcheck.extract.links.lexicon import LinkLexicon
from claimcheck.extract.links.retold import are_of_one_thing, has_pronoun
from claimcheck.extract.links.skeleton import STOP, Skeleton
from claimcheck.extract.links.stated import link_of

_LONGEST = 160  # letters from one level to the other


def find_levels_apart(skeleton: Skeleton, lexicon: LinkLexicon, known: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """Links "levels" for a figure and the one of the sentence before it, where words set it in an earlier time.

    known: links already found; what is a base in one of them is none here.
    """
    if len(skeleton.figures) <= 1 or STOP not in skeleton.run.rstrip(STOP):
        return
    taken = {id(draft) for link in known if link.kind in ("levels", "change", "difference", "total")
             for role, drafts in link.roles.items() if role != "to" for draft in drafts}
    for base, figure in skeleton.figures.items():
        if id(figure) in taken or not _may_be_base(base, skeleton, lexicon):
            continue
        to = _level_before(base, skeleton, lexicon)
        if to is not None and id(skeleton.figures[to]) not in taken:
            share_unit([skeleton.figures[to], figure])
            link = link_of("levels", {"to": skeleton.figures[to], "from": figure})
            link.scope = next((lag for words in beside(base, skeleton) if (lag := lag_in(words, lexicon))), "")
            yield link


def _may_be_base(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for the first figure of a sentence that a verb of the past perfect or words right beside it set back."""
    if skeleton.before(at) or not is_plain(skeleton.figures[at]) or is_goal(at, skeleton, lexicon):
        return False
    return any(lexicon.phrases["earlier-time"].search(words) for words in beside(at, skeleton))


def _level_before(base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> int | None:
    """The only figure of the sentence before a base that may be the later level of what it is of."""
    start, _ = skeleton.sentence(base)
    before = skeleton.before(start - 1) if start > 0 else []
    figure = skeleton.figures[base]
    like = [place for place in before if alike(skeleton.figures[place], figure)
            and not is_stretch_of_time(skeleton.figures[place].unit)]
    if len(like) != 1 or base - like[0] > _LONGEST:
        return None
    (to,) = like
    level = skeleton.figures[to]
    if not (is_plain(level) and are_of_one_thing(to, base, skeleton, lexicon)) or is_goal(to, skeleton, lexicon):
        return None
    if any(lexicon.phrases["earlier-time"].search(words) for words in beside(to, skeleton)):
        return None
    if not _is_later(level, figure) or _is_apart(base, skeleton, lexicon):
        return None
    named = level.metric is not None and level.metric == figure.metric
    return to if named or has_pronoun(start, base, skeleton, lexicon) else None


def _is_later(level: QuantityDraft, base: QuantityDraft) -> bool:
    return level.period is None or base.period is None or level.period.start > base.period.start


def _is_apart(at: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a figure of whose sentence words make it one of something else."""
    return lexicon.phrases["other-statement"].search(skeleton.low[skeleton.sentence(at)[0]:at]) is not None
