"""Figures that the words call the highest or lowest, and what the words limit it to.

"The highest" alone says no more than that nothing beside it is higher, so it counts only with the words that it is
limited to ("since 1983", "ever"); "a record" stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon, SuperlativeWords
from claimcheck.extract.links.phrasing.skeleton import DATE, FIGURES, STOP, Skeleton

_REACH = 70
_LONGEST_SCOPE = 400
_HEAD = 55  # so far may a figure stand before the comma of ", the highest ever"
_PART_REACH, _PART_BEFORE = 40, 16
_PART_END = re.compile(f"[,;:()–—{STOP}{FIGURES}]| - ")
_LEVELS = (None, "level", "ratio")
_LARGE = 100  # a count that is worth a record; "two bridges" and "three days" stand by the way
_NEXT_WORD = re.compile(r" \w")
_CLAUSE_END = re.compile(f"[,;:()–—{STOP}]| - ")


def find_superlatives(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """One link for each superlative that a level of the same sentence can be tied to."""
    tied: set[tuple[str, int]] = set()
    for words in lexicon.superlatives:
        for found in words.words.found_in(skeleton.low):
            place = _place_of_figure(skeleton, found, words)
            place = _told_next(skeleton, found.end()) if place is None else place
            if place is None or (words.direction, place) in tied:
                continue
            scope = _scope(skeleton, found, place, words)
            if scope or words.records.fullmatch(found[0]):
                tied.add((words.direction, place))
                yield _link(skeleton, found, skeleton.figures[place], words, scope)
        for found in words.nevers.found_in(skeleton.low):
            place = _denied(skeleton, found.start())
            if place is not None and (words.direction, place) not in tied:
                tied.add((words.direction, place))
                scope = _never_scope(found, skeleton, words)
                yield _link(skeleton, found, skeleton.figures[place], words, scope)


def _place_of_figure(skeleton: Skeleton, found: re.Match[str], words: SuperlativeWords) -> int | None:
    """Where the level stands that the superlative speaks of: before it in apposition, else the next after it."""
    text = skeleton.low
    before = _nearest(skeleton, range(found.start() - 1, max(-1, found.start() - _REACH), -1))
    after = _nearest(skeleton, range(found.end(), min(len(text), found.end() + _REACH)))
    led = after is not None and (
        words.leads.search(text, found.end(), after) is not None or _counts(text, found, after, words)
    )
    if before is not None and _is_tied_before(text[before + 1:found.start()], words):
        return after if led and _qualifies_a_noun(text[found.end():after]) else before
    return after if led else None


def _counts(text: str, found: re.Match[str], after: int, words: SuperlativeWords) -> bool:
    """True for "a record 52,300 visitors", where nothing stands between."""
    return not text[found.end() : after].strip() and words.records.fullmatch(found[0]) is not None


def _told_next(skeleton: Skeleton, at: int) -> int | None:
    """The only figure of the next sentence, in a unit of measure, where the sentence of a superlative has none."""
    start, end = skeleton.sentence(at)
    if any(start <= place < end for place in skeleton.figures):
        return None
    following, _ = skeleton.after(end + 1)
    level = next((place for place in following if is_measured(skeleton.figures.get(place))), None)
    return level if level is not None and following.index(level) == 0 else None


def _denied(skeleton: Skeleton, at: int) -> int | None:
    """The figure that nothing was ever above: the last one before in the sentence, else the last of the one before."""
    start, _ = skeleton.sentence(at)
    places = (skeleton.before(start - 1) if start > 1 else []) + skeleton.before(at)
    return next((place for place in reversed(places) if is_measured(skeleton.figures.get(place))), None)


def is_measured(figure: QuantityDraft | None) -> bool:
    """True for a plain level in a unit of measure, or a large count."""
    if figure is None or figure.role not in _LEVELS or figure.trend or isinstance(figure.value, tuple):
        return False
    return figure.unit != "count" or figure.value >= _LARGE


def _never_scope(found: re.Match[str], skeleton: Skeleton, words: SuperlativeWords) -> str:
    """What the denial is limited to, inside its words ("never since 1876 has it been lower") or behind them."""
    cut = _CLAUSE_END.search(skeleton.text, found.end())
    end = cut.start() if cut else len(skeleton.text)
    scope = words.scopes.search(skeleton.low, found.start(), end)
    if scope is None:
        return ""
    last = found.end() if scope.start() < found.end() else end
    return " ".join(skeleton.written(scope.start(), last).split()).rstrip(".!?")


def _qualifies_a_noun(between: str) -> bool:
    """True for the "output of" in "record output of 12 tonnes", which belongs to the figure after it."""
    return len(between.split()) > 1 and not set(between) & set(",:()–—")


def _nearest(skeleton: Skeleton, places: range) -> int | None:
    """The nearest figure on the way if it is a level, without leaving the sentence."""
    for place in places:
        if skeleton.text[place] in STOP + ";":
            return None
        figure = skeleton.figures.get(place)
        if figure is not None:
            return place if figure.role in _LEVELS and not figure.trend else None
    return None


def _is_tied_before(between: str, words: SuperlativeWords) -> bool:
    """True for "43 degrees on Sunday, the highest" and "43 degrees was the highest"."""
    head, _, tail = between.rpartition(",")
    own_time = words.times.match(tail, 1)
    tail = tail[own_time.end():] if own_time and _NEXT_WORD.match(tail, own_time.end()) else tail
    return len(head) <= _HEAD and words.ties.fullmatch(tail.strip()) is not None and not set(head) & set(FIGURES)


def _scope(skeleton: Skeleton, found: re.Match[str], place: int, words: SuperlativeWords) -> str:
    """The words from the first that limits the superlative to the end of the clause, or to the figure."""
    longest = min(len(skeleton.text), found.end() + _LONGEST_SCOPE)
    cut = _CLAUSE_END.search(skeleton.text, found.end(), longest)
    end = cut.start() if cut else longest
    if place >= found.end():
        lead = words.leads.search(skeleton.low, found.end(), place)
        end = min(end, lead.start() if lead else place)
    start = found.end() if words.records.fullmatch(found[0]) else found.start()
    scope = words.scopes.search(skeleton.low, start, end)
    if scope is None:
        return ""
    return " ".join(skeleton.written(scope.start(), end).split()).rstrip(".!?")


def is_of_any_part(skeleton: Skeleton, found: re.Match[str], words: SuperlativeWords) -> bool:
    """False where the words compare a part of the year only with its like: "the wettest October"."""
    cut = _PART_END.search(skeleton.text, found.end(), min(len(skeleton.text), found.end() + _PART_REACH))
    end = cut.start() if cut else min(len(skeleton.text), found.end() + _PART_REACH)
    before, after = skeleton.low[max(0, found.start() - _PART_BEFORE) : found.start()], skeleton.low[found.end() : end]
    named = words.parts.search(after) or words.parts.fullmatch(before.split()[-1] if before.split() else "")
    dated = after.startswith(f" {DATE}") or before.endswith(f"{DATE} ")
    return not (named or dated or words.parts.search(found[0]))


def _link(
    skeleton: Skeleton, found: re.Match[str], figure: QuantityDraft, words: SuperlativeWords, scope: str
) -> LinkDraft:
    first, last = skeleton.origins[found.start()], skeleton.origins[found.end() - 1] + 1
    return LinkDraft(
        min(first, figure.start), max(last, figure.end), "superlative", {"value": [figure]}, words.direction, scope,
        complete=is_of_any_part(skeleton, found, words),
    )
