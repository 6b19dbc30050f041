"""Sentences that call their one figure the highest or lowest, or say that it passed a mark for the first time.

"The museum set a new record with 52,300 visitors", "exports topped 5 billion dollars for the first time": nothing but
the sentence ties the words to the figure, so it must be the only one that they can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.extreme.superlatives import is_measured, is_of_any_part
from claimcheck.extract.links.fitting.fits import is_stretch_of_time
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon, SuperlativeWords
from claimcheck.extract.links.phrasing.skeleton import DATE, STOP, Skeleton

_LONGEST_SCOPE = 120
_CLAUSE_END = re.compile(f"[,;:()–—{STOP}]| - ")
_DATE = re.compile(f" ?{DATE}")
_AGE = "year_of_age"


def find_peaks(skeleton: Skeleton, lexicon: LinkLexicon, links: Sequence[LinkDraft]) -> Iterator[LinkDraft]:
    """One link for each such sentence whose figure no other superlative is tied to."""
    tied = {id(figure) for link in links if link.kind == "superlative" for figure in link.roles["value"]}
    for words in lexicon.superlatives:
        for found in words.firsts.found_in(skeleton.low):
            link = _first_time(skeleton, found, words, lexicon)
            if link is not None and id(link.roles["value"][0]) not in tied:
                tied.add(id(link.roles["value"][0]))
                yield link
        for found in words.marks.found_in(skeleton.low):
            places = _levels(skeleton, found)
            if len(places) == 1 and id(skeleton.figures[places[0]]) not in tied:
                figure = skeleton.figures[places[0]]
                tied.add(id(figure))
                yield _link(skeleton, found, [figure], None, words, _scope(skeleton, found, words, places))


def _levels(skeleton: Skeleton, found: re.Match[str]) -> list[int]:
    """The places of the figures of a sentence that a superlative may mean."""
    start, end = skeleton.sentence(found.start())
    return [at for at in skeleton.after(start)[0] if at < end and _may_peak(skeleton.figures.get(at))]


def _may_peak(figure: QuantityDraft | None) -> bool:
    if figure is None or figure.unit == _AGE or is_stretch_of_time(figure.unit):
        return False
    return is_measured(figure)


def _first_time(
    skeleton: Skeleton, found: re.Match[str], words: SuperlativeWords, lexicon: LinkLexicon
) -> LinkDraft | None:
    """The mark that was passed, and the figure that passed it, where the sentence has one of the same unit."""
    start, _ = skeleton.sentence(found.start())
    places = _levels(skeleton, found)
    passed = [at for at in places if words.passing.search(skeleton.low, start, at)]
    if len(passed) != 1:
        return None
    mark = skeleton.figures[passed[0]]
    if passed[0] < found.start() and _is_broken(skeleton.low[passed[0] : found.start()], lexicon):
        return None
    others = [skeleton.figures[at] for at in places if at != passed[0]]
    reached = [figure for figure in others if figure.unit == mark.unit and figure.start < mark.start]
    if others and len(reached) != 1:
        return None
    scope = words.scopes.match(skeleton.low, min(found.end() + 1, len(skeleton.low)))
    limits = _scope(skeleton, found, words, places) if scope else ""
    return _link(skeleton, found, reached or [mark], mark, words, limits)


def _is_broken(between: str, lexicon: LinkLexicon) -> bool:
    """True for "above 5 billion, and those of rice for the first time"."""
    return any(lexicon.phrases[name].search(between) for name in ("list-joint", "other-statement"))


def _scope(skeleton: Skeleton, found: re.Match[str], words: SuperlativeWords, places: Sequence[int]) -> str:
    """The words that limit the superlative, inside its own or behind them up to the end of the clause or a figure."""
    cut = _CLAUSE_END.search(skeleton.text, found.end(), min(len(skeleton.text), found.end() + _LONGEST_SCOPE))
    ends = [cut.start() if cut else len(skeleton.text), *(at for at in places if at >= found.end())]
    end = min(ends)
    inner = words.spans.search(skeleton.low, found.start(), found.end())
    # the time of the figure itself limits nothing
    behind = words.times.match(skeleton.low, found.end() + 1) or _DATE.match(skeleton.low, found.end())
    scope = inner or words.scopes.search(skeleton.low, behind.end() if behind else found.end(), end)
    if scope is None:
        return ""
    lead = words.leads.search(skeleton.low, found.end(), end)
    end = lead.start() if lead and lead.start() > scope.start() else end
    return " ".join(skeleton.written(scope.start(), end).split()).rstrip(".!?")


def _link(
    skeleton: Skeleton, found: re.Match[str], value: Sequence[QuantityDraft], passed: QuantityDraft | None,
    words: SuperlativeWords, scope: str,
) -> LinkDraft:
    first, last = skeleton.origins[found.start()], skeleton.origins[found.end() - 1] + 1
    figures = [*value, *([passed] if passed is not None else [])]
    roles = {"value": [*value]} if passed is None else {"value": [*value], "passed": [passed]}
    start, end = min(first, *(each.start for each in figures)), max(last, *(each.end for each in figures))
    whole = is_of_any_part(skeleton, found, words)
    return LinkDraft(start, end, "superlative", roles, words.direction, scope, complete=whole)  # type: ignore[arg-type]
