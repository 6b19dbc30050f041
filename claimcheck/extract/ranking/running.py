"""Lists of names with a figure each in running text: "Orla (58 points) leads Feld (55) and Brask (51)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, QuantityDraft
from claimcheck.extract.links.fitting.fits import is_bare
from claimcheck.extract.ranking.lexicon import RankingWords
from claimcheck.extract.tokens import split_sentences
from claimcheck.model.letters import CAPITALS

_FEWEST, _PAIR = 3, 2
_FAR = 5  # times that the figures of one list may lie apart from the next
_LONGEST_LABEL = 48
_LEVELS = (None, "level", "ratio", "share")
_INLINE = re.compile(rf"(?:^|[:;,.]\s)\s*(\d{{1,2}})[.)]? (?=[{CAPITALS}])")
_ASIDE = re.compile(r"(?<=\w) \([^()\d]+\)[ ,:–-]*\Z")  # from a name to its figure
_HAS_OWN = re.compile(r"[ :–-]*\d")  # "Orla 31%, Feld 27%": a list that begins with its first name
LABEL = re.compile(rf"(?:[-•*–]\s*)?([{CAPITALS}][^:(|\d,;–]*)")
TIME = re.compile(r"(?<![\d:])\d{1,2}[:.]\d{2}(?:[:.]\d{1,2})?(?:\.\d+)?(?![\d:])")
_NAME_BEHIND = r"(?: [a-z]+){1,3} (?P<name>NAME)"
DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?")


@dataclass(slots=True)
class Entry:
    """One thing of a list, from `start` to `end`: its name, its place where the list is numbered, and its figures.

    value: digits that were read as part of a name ("Orla 511"), where it has no figure; run: which list of its block.
    """

    start: int
    end: int
    label: str
    number: str = ""
    time: str = ""
    value: str = ""
    run: int = 0
    figures: list[QuantityDraft] = field(default_factory=list)


def list_in_text(block: BlockDrafts, words: RankingWords) -> list[Entry]:
    """The entries of a numbered list, or of names with a figure each; two of these are a pair, one is nothing."""
    text = block.text
    numbers = numbers_in(text)
    if len(numbers) >= _FEWEST:
        ends = [each.start() for each in numbers[1:]] + [len(text)]
        found = [entry for each, end in zip(numbers, ends, strict=True) for entry in _numbered(block, each, end, words)]
        return _in_runs(found)
    figures = _numbers(block)
    plain = {id(figure) for figure in plain_figures(block)}
    starts = [first for first, *_ in figures]
    sentences: list[list[Entry]] = []
    for start, end in split_sentences(text) if len(figures) >= _PAIR else ():
        at, found = start, []
        for first, last, figure, value in figures[bisect_left(starts, start):bisect_left(starts, end)]:
            name = _name_of(text, at, (first, last), end, words)
            label = "" if name is None else _without_lead(name[0], words)
            named = is_name(label, words) and not words.find("open").fullmatch(label)
            heads = text.startswith(":", last)  # "Thefts per 10,000 homes: Orla 31"
            if name is not None and named and not heads and (figure is None or id(figure) in plain):
                found.append(Entry(min(name.start(), first), max(last, name.end()), label, value=value,
                                   figures=[] if figure is None else [figure]))
            at = last if name is None or name.end() <= first else name.end()
        sentences.append(found)
    return _list_of(sentences)


def numbers_in(text: str) -> list[re.Match[str]]:
    """The numbers of numbered lists in running text; none where they do not count up from one."""
    numbers = list(_INLINE.finditer(text))
    places = [int(each[1]) for each in numbers]
    counts = places[:1] == [1] and all(one < other or other == 1 for one, other in pairwise(places))
    return numbers if counts else []


def _in_runs(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each list of them with a number of its own."""
    run = 0
    for entry in entries:
        run += entry.number == "1"
        entry.run = run
    return [*entries]


def _list_of(sentences: Sequence[Sequence[Entry]]) -> list[Entry]:
    """The list of the sentence that has one alone, else that of all of them: "Orla has 6,100 farms. Feld has 5,400."""
    at = max(range(len(sentences)), key=lambda each: len(sentences[each]), default=0)
    fullest = _of_one_unit(sentences[at]) if sentences else []
    if len(fullest) >= _FEWEST:
        before = _going_on(fullest, sentences[:at][::-1], most=_PAIR)
        return sorted([*before, *fullest], key=lambda entry: entry.start) + _left_over(fullest, sentences)
    told = {entry.label: entry for entries in reversed(sentences) for entry in reversed(entries)}  # each told first
    found = _of_one_unit(sorted(told.values(), key=lambda entry: entry.start))
    return found if len(found) >= _PAIR else []


def _left_over(told: Sequence[Entry], sentences: Sequence[Sequence[Entry]]) -> list[Entry]:
    """The only entries of the sentences behind a list that go on with it: "... and Feld 5,400. Brask had 5,100."""
    behind = [entries for entries in sentences if len(entries) == 1 and entries[0].start > told[-1].end]
    return _going_on(told, behind, most=1)


def _going_on(told: Sequence[Entry], sentences: Sequence[Sequence[Entry]], most: int) -> list[Entry]:
    """The entries of sentences that go on with a list, up to the first sentence that has none or too many."""
    names = {entry.label for entry in told}
    sizes = [entry.figures[0].value for entry in told if entry.figures]
    found: list[Entry] = []
    for entry in _of_first(sentences, most):
        figure = entry.figures[0] if entry.figures else None
        if figure is None or entry.label in names or isinstance(figure.value, tuple):
            break
        alike = any(each.figures and _are_of_one_noun(figure, each.figures[0]) for each in told)
        if not alike or not any(_is_near(figure, size) for size in sizes):
            break
        names.add(entry.label)
        found.append(entry)
    return found


def _of_first(sentences: Sequence[Sequence[Entry]], most: int) -> Iterator[Entry]:
    for entries in sentences:
        if not 0 < len(entries) <= most:
            return
        yield from entries


def _numbers(block: BlockDrafts) -> list[tuple[int, int, QuantityDraft | None, str]]:
    """The figures of a block and the digits that were read as part of a name ("Orla 511"), in their order."""
    found: list[tuple[int, int, QuantityDraft | None, str]] = [
        (figure.start, figure.full_end, figure, "") for figure in block.quantities
    ]
    for refused in block.refused:
        digits = DIGITS.fullmatch(block.text, refused.start, refused.end)
        if digits:
            found.append((refused.start, refused.end, None, digits[0].replace(",", "")))
    return sorted(found, key=lambda each: each[0])


def _numbered(block: BlockDrafts, number: re.Match[str], end: int, words: RankingWords) -> Iterator[Entry]:
    text = block.text
    label = LABEL.match(text, number.end(), end)
    if label is not None and is_name(label[1].strip(), words):
        times = TIME.findall(text, label.end(), end)
        figures = [] if times else [draft for draft in plain_figures(block) if label.end() <= draft.start < end]
        last = figures[0].full_end if figures else label.end(1)
        yield Entry(number.start(1), last, label[1].strip(), number[1], "".join(times[:1]), figures=figures[:1])


def _name_of(text: str, at: int, number: tuple[int, int], end: int, words: RankingWords) -> re.Match[str] | None:
    """The last name before a figure; the one right behind a figure that opens its sentence ("With 54,300, Orla").

    Neither a month nor where another figure was names it: "Orla, which reopened in May, drew 540", "5 at Orla and 6".
    Nor does what brackets tell of a name before them ("Lund (Orla) 17"). Where no name comes before, the first behind
    does: "Of these 5,210 came from Orla, 980 from Feld".
    """
    names = list(words.names.any.finditer(text, at, number[0]))
    if all(words.find("of").fullmatch(name[0]) for name in names):
        behind = words.names.pattern(_NAME_BEHIND).match(text, number[1], end)
        return behind and words.names.any.search(text, behind.start("name"), end)
    aside = _ASIDE.search(text, at, number[0])
    if aside and any(name.end() <= aside.start() for name in names):
        names = [name for name in names if name.end() <= aside.start()]
    while len(names) > 1 and words.find("of").fullmatch(names[-1][0]):
        names.pop()
    if len(names) == 1 and names[0][0] == text[at : number[0]].strip():
        after = words.names.any.search(text, number[1], end)
        leads = after is not None and not text[number[1] : after.start()].strip(" ,")
        return after if after and leads and not _HAS_OWN.match(text, after.end(), end) else names[0]
    if not names or words.find("joint").fullmatch(text[names[-1].end() : number[0]].strip()):
        return None
    return names[-1]


def _without_lead(name: str, words: RankingWords) -> str:
    """A name at the head of a sentence without the word that leads to a place: "In Orla 540 were counted"."""
    lead = words.find("measure").match(name)
    return name[lead.end():].lstrip() if lead and name[lead.end():lead.end() + 1] == " " else name


def plain_figures(block: BlockDrafts) -> list[QuantityDraft]:
    """The figures of a block that may be those of a list: levels in digits, of what has come about."""
    return [
        draft for draft in block.quantities
        if not isinstance(draft.value, tuple) and draft.role in _LEVELS and not draft.trend and draft.form == "digits"
        and draft.status in (None, "outcome")
    ]


def _of_one_unit(entries: Sequence[Entry]) -> list[Entry]:
    """The entries whose figure is in the unit that most of them have."""
    units = [entry.figures[0].unit for entry in entries if entry.figures and not is_bare(entry.figures[0])]
    unit = max(units, key=units.count, default="count")
    return [entry for entry in entries
            if not entry.figures or entry.figures[0].unit == unit or is_bare(entry.figures[0])]


def _are_of_one_noun(a: QuantityDraft, b: QuantityDraft) -> bool:
    return a.unit == b.unit and (a.noun == b.noun or is_bare(a) or is_bare(b))


def _is_near(figure: QuantityDraft, size: object) -> bool:
    """True for a figure that is not of quite another size than one of a list."""
    return isinstance(size, Decimal) and isinstance(figure.value, Decimal) and size / _FAR < figure.value < size * _FAR


def is_name(label: str, words: RankingWords) -> bool:
    """True for what may be the name of a thing, not of all of them ("Total") nor a time ("January")."""
    name = label.strip()
    if not 1 < len(name) <= _LONGEST_LABEL or words.find("article").fullmatch(name):
        return False
    return words.find("of").match(name) is None
