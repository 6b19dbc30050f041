"""Entries of lists that can be put in an order: rows of tables, items, and names with a figure each in running text.

"1. Ada Kone 14:52", "- Orla: 6.1", "Orla (58 points) leads Feld (55) and Brask (51)". All of one list bear one mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import is_bare
from claimcheck.extract.ranking.lexicon import RankingLexicon, RankingWords
from claimcheck.extract.tokens import split_sentences
from claimcheck.model.letters import CAPITALS

_FEWEST = 3
_LONGEST_LABEL, _LONGEST_ITEM = 48, 160
_LEVELS = (None, "level", "ratio", "share")
NAME = re.compile(rf"(?<!\w)[{CAPITALS}][\w’'.&-]*(?: (?:(?:of|de|and|the|la|du) )?[{CAPITALS}][\w’'&-]*){{0,4}}")
_OWN = re.compile(r"['’]s?$")
_CELL = re.compile(r"[^|\t]+")
_NUMBERED = re.compile(rf"\s*(\d{{1,2}})[.)]\s+(?=[{CAPITALS}])")
_INLINE = re.compile(rf"(?:^|[:;,.]\s)\s*(\d{{1,2}})[.)] (?=[{CAPITALS}])")
_LABEL = re.compile(rf"(?:[-•*–]\s*)?([{CAPITALS}][^:(|\d,;–]*)")
TIME = re.compile(r"(?<![\d:])\d{1,2}[:.]\d{2}(?:[:.]\d{1,2})?(?:\.\d+)?(?![\d:])")
_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Entry:
    """One thing of a list, from `start` to `end`: its name, its place where the list is numbered, and its figures.

    value: digits that were read as part of a name ("Orla 511"), where it has no figure.
    """

    start: int
    end: int
    label: str
    number: str = ""
    time: str = ""
    value: str = ""
    figures: list[QuantityDraft] = field(default_factory=list)


def find_entries(blocks: Sequence[BlockDrafts], at: int, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """One link for each entry in the block: scope is the name, when "number|time", direction the mark of its list."""
    block, words = blocks[at], lexicon.of("place")
    mark = f"{blocks[_first(blocks, at)].offset}"
    if block.kind == "row":
        entries = _row(block, words)
    elif block.kind == "item":
        entries = _item(block, words)
    else:
        entries, mark = _inline(block, words), f"{block.offset}"
    for entry in entries:
        roles: dict[str, list[Draft]] = {"figure": [*entry.figures]} if entry.figures else {}
        yield LinkDraft(entry.start, entry.end, kind="entry", roles=roles, scope=entry.label, direction=mark,
                        when=f"{entry.number}|{entry.time}|{entry.value}")


def names_in(text: str, start: int, end: int) -> list[str]:
    """The names of a stretch of text without possessive endings, each once, the last first."""
    names = [_OWN.sub("", name[0]) for name in NAME.finditer(text, start, end)]
    return list(dict.fromkeys(reversed(names)))


def _first(blocks: Sequence[BlockDrafts], at: int) -> int:
    """Where the run of rows or items begins that a block is in."""
    kind = blocks[at].kind
    while at > 0 and blocks[at - 1].kind == kind:
        at -= 1
    return at


def _row(block: BlockDrafts, words: RankingWords) -> list[Entry]:
    cells = [cell for cell in _CELL.finditer(block.text) if cell[0].strip()]
    named = [cell for cell in cells[:2] if _LETTER.search(cell[0])]
    if not named or len(cells) < len(named) + 1:
        return []
    label = named[0][0].strip()
    start = named[0].start() + len(named[0][0]) - len(named[0][0].lstrip())
    figures = [draft for draft in _plain(block) if draft.start >= named[0].end()]
    number = cells[0][0].strip(" .") if named[0] is not cells[0] else ""
    times = TIME.findall(block.text, named[0].end())
    entry = Entry(start, len(block.text.rstrip(" |")), label, number if number.isdigit() else "", "".join(times[-1:]))
    entry.figures = figures
    return [entry] if (figures or times) and _is_name(label, words) else []


def _item(block: BlockDrafts, words: RankingWords) -> list[Entry]:
    text = block.text
    numbered = _NUMBERED.match(text)
    label = _LABEL.match(text, numbered.end() if numbered else 0)
    if label is None or len(text) > _LONGEST_ITEM or not _is_name(label[1].strip(), words):
        return []
    figures = [draft for draft in _plain(block) if draft.start >= label.end()]
    times = TIME.findall(text, label.end())
    if not figures and not times and numbered is None:
        return []
    end = figures[0].full_end if figures and numbered is None else len(text.rstrip())
    return [Entry(label.start(1) if numbered is None else numbered.start(1), end, label[1].strip(),
                  numbered[1] if numbered else "", "".join(times[-1:]), figures=figures)]


def _inline(block: BlockDrafts, words: RankingWords) -> list[Entry]:
    text = block.text
    numbers = list(_INLINE.finditer(text))
    if len(numbers) >= _FEWEST and [int(each[1]) for each in numbers] == list(range(1, len(numbers) + 1)):
        ends = [each.start() for each in numbers[1:]] + [len(text)]
        return [entry for each, end in zip(numbers, ends, strict=True) for entry in _numbered(text, each, end, words)]
    figures = _numbers(block)
    plain = {id(figure) for figure in _plain(block)}
    starts = [first for first, *_ in figures]
    sentences: list[list[Entry]] = []
    for start, end in split_sentences(text, frozenset()) if len(figures) >= _FEWEST else ():
        at, found = start, []
        for first, last, figure, value in figures[bisect_left(starts, start):bisect_left(starts, end)]:
            name = _name_of(text, at, (first, last), end)
            if name is not None and _is_name(name[0], words) and (figure is None or id(figure) in plain):
                found.append(Entry(min(name.start(), first), max(last, name.end()), name[0], value=value,
                                   figures=[] if figure is None else [figure]))
            at = last if name is None or name.end() <= first else name.end()
        sentences.append(found)
    return _list_of(sentences)


def _list_of(sentences: Sequence[Sequence[Entry]]) -> list[Entry]:
    """The list of the sentence that has one alone, else that of all of them: "Orla has 6,100 farms. Feld has 5,400."""
    fullest = _of_one_unit(max(sentences, key=len, default=()))
    if len(fullest) >= _FEWEST:
        return fullest
    found = _of_one_unit([entry for entries in sentences for entry in entries])
    return found if len(found) >= _FEWEST else []


def _numbers(block: BlockDrafts) -> list[tuple[int, int, QuantityDraft | None, str]]:
    """The figures of a block and the digits that were read as part of a name ("Orla 511"), in their order."""
    found: list[tuple[int, int, QuantityDraft | None, str]] = [
        (figure.start, figure.full_end, figure, "") for figure in block.quantities
    ]
    for refused in block.refused:
        digits = _DIGITS.fullmatch(block.text, refused.start, refused.end)
        if digits:
            found.append((refused.start, refused.end, None, digits[0].replace(",", "")))
    return sorted(found, key=lambda each: each[0])


def _numbered(text: str, number: re.Match[str], end: int, words: RankingWords) -> Iterator[Entry]:
    label = _LABEL.match(text, number.end(), end)
    if label is not None and _is_name(label[1].strip(), words):
        times = TIME.findall(text, label.end(), end)
        yield Entry(number.start(1), label.end(1), label[1].strip(), number[1], "".join(times[:1]))


def _name_of(text: str, at: int, number: tuple[int, int], end: int) -> re.Match[str] | None:
    """The last name before a figure; the one right behind a figure that opens its sentence ("With 54,300, Orla")."""
    names = list(NAME.finditer(text, at, number[0]))
    if len(names) == 1 and names[0][0] == text[at : number[0]].strip():
        after = NAME.search(text, number[1], end)
        return after if after and not text[number[1] : after.start()].strip(" ,") else names[0]
    return names[-1] if names else None


def _plain(block: BlockDrafts) -> list[QuantityDraft]:
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


def _is_name(label: str, words: RankingWords) -> bool:
    """True for what may be the name of a thing, not of all of them ("Total") nor a time ("January")."""
    name = label.strip()
    if not 1 < len(name) <= _LONGEST_LABEL or words.find("article").fullmatch(name):
        return False
    return words.find("of").match(name) is None
