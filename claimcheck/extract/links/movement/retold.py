"""Changes whose levels the sentence next to theirs tells: "It was 9.4% in May. In June it was 9.1%, 0.3 points lower".

A pronoun ties the two sentences, and nothing but the change itself is told of where it is measured from.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.extract.links.movement.anchors import beside
from claimcheck.extract.links.movement.changes import are_levels, is_base
from claimcheck.extract.links.movement.levels import is_closed
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, DATE, FIGURES, POINT, STOP, Skeleton, sign_of

_STEM = 4  # letters by which a word is known again
_SOUGHT = 40  # letters behind a change, or from the start of a sentence
_MARKS = re.compile(rf"[{FIGURES}{DATE},;:.()]")


def is_retold(at: int, levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a change and two levels, the second of which is the base, of which two neighbouring sentences tell."""
    own, told = skeleton.sentence(at), {skeleton.sentence(place) for place in levels}
    if own in told:
        return any(told(at, levels, skeleton, lexicon) for told in (_is_told_behind, _is_told_ahead))
    if len(told) > 1 or any(place != at for place in (*skeleton.before(at), *skeleton.after(at)[0])):
        return False
    (levelled,) = told
    if not _starts_with_pronoun(max(own, levelled)[0], skeleton, lexicon) or _words_behind(at, skeleton):
        return False
    # "Prices rose by 12%. They reached 448 in May, after 430 in April": a change told first may be that of a year
    return _are_ordered(levels, skeleton, lexicon) and (levelled < own or _are_of_years(levels, skeleton))


def _are_of_years(levels: tuple[int, int], skeleton: Skeleton) -> bool:
    """True for the levels of two years that follow each other."""
    to, base = (skeleton.figures[place].period for place in levels)
    years = to is not None and base is not None and to.sort == base.sort == "year"
    return years and to is not None and base is not None and to.start.year == base.start.year + 1


def _is_told_behind(at: int, levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a distance from what the sentence before tells, set off by a comma from the level that it leads to."""
    to, base = levels
    start, _ = skeleton.sentence(at)
    if not base < start <= to < at or sign_of(skeleton.figures[at]) not in (AMOUNT, POINT):
        return False
    if not are_levels(skeleton.figures[to], skeleton.figures[base]):
        return False
    lead = unhedged(skeleton.low[to + 1:at].strip(), lexicon)
    compared = lexicon.phrases["compared-by"].fullmatch(_words_behind(at, skeleton))
    tied = lead == "," or (lead[:1] == "," and lexicon.phrases["drawn-tie"].fullmatch(lead[1:].strip()))
    return bool(tied) and compared is not None and has_pronoun(start, to, skeleton, lexicon)


def _is_told_ahead(at: int, levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a distance of what the sentence before tells, with its base: "That is 90 more than in May (310)"."""
    to, base = levels
    start, _ = skeleton.sentence(at)
    lead = unhedged(skeleton.low[start:at].strip(), lexicon)
    set_out = to < start and at < base and lexicon.phrases["told-again"].fullmatch(lead) is not None
    return set_out and skeleton.after(at + 1)[0][:1] == [base] and is_base(base, skeleton, lexicon)


def _words_behind(at: int, skeleton: Skeleton) -> str:
    """The words from a figure to the end of its sentence."""
    return skeleton.low[at + 1:skeleton.sentence(at)[1]].strip(" .")[:_SOUGHT]


def _starts_with_pronoun(start: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    return lexicon.phrases["told-again"].match(skeleton.low[start:start + _SOUGHT].lstrip()) is not None


def has_pronoun(start: int, end: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a sentence whose subject is one, be it behind a time: "In June it was"."""
    lead = _MARKS.sub(" ", skeleton.low[start:end]).replace(STOP, " ")
    return lexicon.phrases["told-again"].search(lead) is not None


def are_of_one_thing(to: int, base: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a level and an earlier one behind it of one name, or of names of one stem ("earnings", "had earned").

    Or where a pronoun stands for what the first is of, and nothing but a time is told behind the second.
    """
    level, earlier = skeleton.figures[to], skeleton.figures[base]
    if are_levels(level, earlier):
        return True
    if not are_levels(replace(level, metric=earlier.metric), earlier):
        return False
    stems = ({word[:_STEM] for word in (each.metric or "").lower().split()} for each in (level, earlier))
    if set.intersection(*stems):
        return True
    start = max(skeleton.sentence(base)[0], skeleton.low.rfind(";", 0, base) + 1)
    return has_pronoun(start, base, skeleton, lexicon) and is_closed(base, skeleton, lexicon)


def _are_ordered(levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where words or times tell that the second of two levels of one thing is the earlier one."""
    to, base = (skeleton.figures[place] for place in levels)
    if not are_levels(to, base):
        return False
    if to.period is not None and base.period is not None and base.period.start < to.period.start:
        return True
    told = (any(lexicon.phrases["earlier-time"].search(words) for words in beside(place, skeleton)) for place in levels)
    later, earlier = told
    return not later and (earlier or is_base(levels[1], skeleton, lexicon))
