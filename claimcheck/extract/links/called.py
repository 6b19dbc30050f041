"""Superlatives without a figure: "the wettest October since 2008", "Harvest falls to lowest since 2010"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain

from claimcheck.extract.drafts import BlockDrafts, LinkDraft
from claimcheck.extract.links.lexicon import LinkLexicon, SuperlativeWords
from claimcheck.extract.links.skeleton import Skeleton, build_skeleton
from claimcheck.extract.links.superlatives import is_measured
from claimcheck.model.letters import fold

_WORD = re.compile(r"[^\W\d_]{4,}")
_CLAUSE_END = re.compile(r"[,;:()–—]| - ")
_LIMIT = re.compile(r"(?i)\b(?:since|from|after|before) $")
_DATELINE = re.compile(r"^[^a-z]*(?:\w+ )?[^a-z]* [-–—] ")
_LEAD = 12  # letters before a date that may hold "since"
_REACH = 80


def find_called(block: BlockDrafts, lexicon: LinkLexicon, today: dt.date | None) -> Iterator[LinkDraft]:
    """A link for each superlative over time in a sentence without a figure that it could mean.

    `scope` holds what limits it ("since 2008") and, on a line of their own, the words of its sentence; `when` is the
    year that it speaks of, that of the report and the one before where it names none, "" where nobody knows; a link is
    not complete where it compares a part of the year only with its like.
    """
    low = block.text.lower()
    told_here = [words for words in lexicon.superlatives if block.kind != "row" and any(
        wording.may_stand(low, 0, len(low)) for wording in (words.marks, words.words))]
    if not told_here:
        return
    skeleton = build_skeleton(block, lexicon.abbreviations)
    told: set[int] = set()
    for words in told_here:
        marks = list(words.marks.found_in(skeleton.low))
        for found in chain(marks, words.words.found_in(skeleton.low)):
            start, end = skeleton.sentence(found.start())
            if start in told or any(is_measured(skeleton.figures.get(at)) for at in skeleton.after(start)[0]):
                continue
            scope = _scope(skeleton, found, end, words)
            if scope or found in marks or words.records.regex.fullmatch(found[0]):
                told.add(start)
                yield _link(block, skeleton, found, (start, end), scope, words, today)


def _scope(skeleton: Skeleton, found: re.Match[str], end: int, words: SuperlativeWords) -> str:
    """The words from the first that limits a superlative over time, to the end of the clause."""
    scope = words.scopes.regex.search(skeleton.low, found.start(), min(end, found.end() + _REACH))
    if scope is None:
        return ""
    cut = _CLAUSE_END.search(skeleton.text, scope.end(), end)
    return " ".join(_source(skeleton, scope.start(), cut.start() if cut else end).split()).rstrip(".!?")


def _source(skeleton: Skeleton, start: int, end: int) -> str:
    stop = skeleton.origins[end] if end < len(skeleton.origins) else len(skeleton.source)
    return skeleton.source[skeleton.origins[start] : stop]


def _link(
    block: BlockDrafts, skeleton: Skeleton, found: re.Match[str], sentence: tuple[int, int], scope: str,
    words: SuperlativeWords, today: dt.date | None,
) -> LinkDraft:
    said = _source(skeleton, *sentence)
    first = skeleton.origins[found.start()]
    last = first + len(_source(skeleton, found.start(), found.end()).rstrip(" .,;:!?\n"))
    body = _DATELINE.sub("", said)
    end = skeleton.origins[sentence[0]] + len(said)
    dates = [date for date in block.dates if end - len(body) <= date.start < end and date.period is not None]
    limits = {date.period.start.year for date in dates
              if date.period and _LIMIT.search(block.text[max(0, date.start - _LEAD) : date.start])}
    years = {date.period.start.year for date in dates if date.period} - limits
    open_years = f"{today.year - 1}/{today.year}" if today and not years else ""
    year = f"{years.pop()}" if len(years) == 1 else open_years
    telling = " ".join(dict.fromkeys(fold(word) for word in _WORD.findall(body)))
    return LinkDraft(
        first, last, kind="record", roles={}, direction=words.direction, scope=f"{scope}\n{telling}", when=year,
        complete=words.parts.regex.search(body.lower()) is None,
    )
