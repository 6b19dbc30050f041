"""Superlatives over time, with the figures that they may be said of: "the wettest October since 2008"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from claimcheck.extract.drafts import BlockDrafts, DateDraft, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon, SuperlativeWords
from claimcheck.extract.links.phrasing.skeleton import AMOUNT, DATE, FIGURES, PERCENT, Skeleton, build_skeleton, sign_of
from claimcheck.model.letters import fold

_WORD = re.compile(r"[^\W\d_]{3,}")
_CLAUSE_END = re.compile(r"[,;:()–—]| - ")
_FIGURE = re.compile(f" ?[{FIGURES}\\d]")
_UP_TO_TIME = re.compile(f"[^{DATE},;:()]*{DATE}?")  # "a record 40 tonnes in 2023"
_DATELINE = re.compile(r"^[^a-z]*(?:\w+ )?[^a-z]* [-–—] ")
_LEAD = 60  # letters before a date that may hold "since"
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_REACH = 80
_NOT_REACHED = ("next-best", "not-yet")


def find_called(block: BlockDrafts, lexicon: LinkLexicon, today: dt.date | None) -> Iterator[LinkDraft]:
    """A link for each sentence with a superlative over time.

    Roles: `value` holds the figures of its sentence, where it has any, `beside` those of the sentences before and after
    it. `scope` holds what limits it ("since 2008") and, on lines of their own, the words of its sentence and the parts
    of the year that it names; `when` is the year that it speaks of, that of the report and the one before where it
    names none, "" where nobody knows; a link is complete where it names no part of the year.
    """
    low = block.text.lower()
    told_here = [words for words in lexicon.superlatives if block.kind != "row" and any(
        wording.may_stand(low, 0, len(low)) for wording in (words.marks, words.words, words.nevers, words.extremes))]
    if not told_here:
        return
    skeleton = build_skeleton(block, lexicon.abbreviations)
    told: set[int] = set()
    for words in told_here:
        sure = list(chain.from_iterable(
            wording.found_in(skeleton.low) for wording in (words.extremes, words.marks, words.nevers)
        ))
        for found in chain(sure, words.words.found_in(skeleton.low)):
            start, end = skeleton.sentence(found.start())
            before = skeleton.low[start : found.start()].rstrip(" -")
            if start in told or any(lexicon.phrases[phrase].ends(before) for phrase in _NOT_REACHED):
                continue
            if found in sure and _passes_figure(skeleton.low, found.end(), lexicon):
                continue
            stop = _clause_end(skeleton, found.end(), end) if found in sure else end
            scope = _scope(skeleton, found, stop, words)
            if scope or found in sure or words.records.fullmatch(found[0]):
                told.add(start)
                yield _link(block, skeleton, found, (start, end), scope, words, today, lexicon.function_words)


def _passes_figure(low: str, at: int, lexicon: LinkLexicon) -> bool:
    """True before "than 40": "never higher than 40" tells of what was before."""
    than = lexicon.phrases["than-mark"].match(low, at + (low[at : at + 1] == " "))
    return than is not None and _FIGURE.match(low, than.end()) is not None


def _scope(skeleton: Skeleton, found: re.Match[str], end: int, words: SuperlativeWords) -> tuple[int, int] | None:
    """The words from the first that limits a superlative over time, to the end of the clause."""
    start = _behind_own_time(skeleton.low, found.end(), words) if words.records.search(found[0]) else 0
    start = start or found.start()
    if words.records.fullmatch(found[0]):
        end = _clause_end(skeleton, start, end)  # "a record" needs no words to limit it, and no other clause does so
    scope = words.scopes.search(skeleton.low, start, min(end, found.end() + _REACH))
    return None if scope is None else (scope.start(), _clause_end(skeleton, scope.end(), end))


def _behind_own_time(low: str, at: int, words: SuperlativeWords) -> int:
    """Where the time of a figure itself ends in a clause; 0 where none is told."""
    last = _UP_TO_TIME.match(low, at)
    time = words.times.search(low, at, last.end() if last else at)
    return time.end() if time else 0


def _clause_end(skeleton: Skeleton, at: int, end: int) -> int:
    cut = _CLAUSE_END.search(skeleton.text, at, end)
    return cut.start() if cut else end


def _link(
    block: BlockDrafts, skeleton: Skeleton, found: re.Match[str], sentence: tuple[int, int],
    scope: tuple[int, int] | None, words: SuperlativeWords, today: dt.date | None, common: frozenset[str],
) -> LinkDraft:
    said = skeleton.written(*sentence)
    first = skeleton.origins[found.start()]
    last = first + len(skeleton.written(found.start(), found.end()).rstrip(" .,;:!?\n"))
    body = _DATELINE.sub("", said)
    end = skeleton.origins[sentence[0]] + len(said)
    dates = block.dates_between(end - len(body), end)
    limited = skeleton.written(*scope) if scope else ""
    figures = [at for at in skeleton.figures if scope and scope[0] <= at < scope[1]]
    begins = skeleton.origins[figures[0]] if figures else len(skeleton.source)
    limits = range(begins, skeleton.origins[scope[1] - 1]) if scope else range(0)
    telling = " ".join(dict.fromkeys(word for word in map(fold, _WORD.findall(body)) if word not in common))
    others = [block.text[date.start : date.end] for date in dates if _DAY.fullmatch(date.value)]
    others += [block.text[each.start : each.end] for each in block.figures_between(end - len(body), end)]
    since = words.sinces.search(limited.rstrip(" .!?\n").lower())
    parts = _parts(body, [*others, *([since[0]] if since else [])], words)
    if since and any(part[0] not in parts.split() for part in words.parts.found_in(since[0])):
        parts = ""  # "in May the lowest since March 2021": of all months
    kept = " ".join(limited.split()).rstrip(".!?")
    return LinkDraft(
        first, last, kind="record", roles=_roles(skeleton, sentence), direction=words.direction,
        scope=f"{kept}\n{telling}\n{parts}", when=_years(block.text, dates, limits, words, today), complete=not parts,
    )


def _years(
    text: str, dates: Sequence[DateDraft], limits: range, words: SuperlativeWords, today: dt.date | None
) -> str:
    """The year that a sentence speaks of: one that no word makes a limit, and that no figure among these has."""
    years = {
        date.period.start.year for date in dates
        if date.period and not words.sinces.search(text[max(0, date.start - _LEAD) : date.start].lower())
        and date.start not in limits
    }
    open_years = f"{today.year - 1}/{today.year}" if today and not years else ""
    return f"{years.pop()}" if len(years) == 1 else open_years


def _parts(body: str, others: Sequence[str], words: SuperlativeWords) -> str:
    """The parts of the year that a sentence names outside of some other words of it: "the wettest October"."""
    low = body.lower()
    for other in others:
        low = low.replace(other.lower(), " ")
    return " ".join(dict.fromkeys(found[0] for found in words.parts.found_in(low)))


def _roles(skeleton: Skeleton, sentence: tuple[int, int]) -> dict[str, list[Draft]]:
    """The figures of the sentence, and those of its neighbours."""
    start, end = sentence
    own = _figures(skeleton, skeleton.after(start)[0])
    beside = _figures(skeleton, skeleton.before(start - 1) if start > 1 else [])
    beside += _figures(skeleton, skeleton.after(end + 1)[0])
    return {role: list(figures) for role, figures in (("value", own), ("beside", beside)) if figures}


def _figures(skeleton: Skeleton, places: Sequence[int]) -> list[QuantityDraft]:
    found = (skeleton.figures.get(place) for place in places)
    return [each for each in found if each and not isinstance(each.value, tuple) and sign_of(each) in (AMOUNT, PERCENT)]
