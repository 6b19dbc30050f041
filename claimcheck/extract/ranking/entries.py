"""Entries of lists that can be put in an order: rows of tables, items, and names with a figure each in running text.

"1. Ada Kone 14:52", "- Orla: 6.1", "Orla (58 points) leads Feld (55) and Brask (51)". All of one list bear one mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.fits import is_bare
from claimcheck.extract.ranking.lexicon import RankingLexicon, RankingWords
from claimcheck.extract.tokens import split_sentences
from claimcheck.model.letters import CAPITALS
from claimcheck.model.mention import LinkKind

_FEWEST, _PAIR = 3, 2
_LONGEST_LABEL, _LONGEST_ITEM = 48, 160
_LEVELS = (None, "level", "ratio", "share")
NAME = re.compile(rf"(?<!\w)[{CAPITALS}][\w’'.&-]*(?: (?:(?:of|de|and|the|la|du) )?[{CAPITALS}][\w’'&-]*){{0,4}}")
_OWN = re.compile(r"['’]s?$")
_CELL = re.compile(r"[^|\t]+")
_NUMBERED = re.compile(rf"\s*(\d{{1,2}})[.)]\s+(?=[{CAPITALS}])")
_INLINE = re.compile(rf"(?:^|[:;,.]\s)\s*(\d{{1,2}})[.)] (?=[{CAPITALS}])")
_LONGEST_HEAD = 200
_LINE_KINDS = ("heading", "paragraph")
_MOST_WORDS = 4  # of a label in a line
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_LABEL = re.compile(rf"(?:[-•*–]\s*)?([{CAPITALS}][^:(|\d,;–]*)")
TIME = re.compile(r"(?<![\d:])\d{1,2}[:.]\d{2}(?:[:.]\d{1,2})?(?:\.\d+)?(?![\d:])")
_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?")
_LETTER = re.compile(r"[^\W\d_]")
_BEFORE_FIGURE = ":–—-("


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


def find_entries(
    blocks: Sequence[BlockDrafts], starts: Sequence[int], at: int, lexicon: RankingLexicon
) -> Iterator[LinkDraft]:
    """One link for each entry in the block: scope is the name, when "number|time|value", direction its mark.

    Two names in running text are no list, but a "pair".

    starts: of the runs of blocks that make lists (`starts_of_lists`). Behind the name the scope holds, in a line each,
    what stands over the list, and the words of its first row, or of its text up to its end.
    """
    block, words = blocks[at], lexicon.of("place")
    first = starts[at]
    if block.kind == "row":
        entries = _row(block, words)
    elif block.kind == "item" and len(_numbers_in(block.text)) < _FEWEST:
        entries = _item(block, words)
    elif is_line(block) and (first < at or is_line(*blocks[at + 1 : at + 2])):
        entries = _line(block, words)
    else:
        entries, first = _inline(block, words), at
    head = _head(blocks, first, entries[-1].end) if entries else ""
    kind: LinkKind = "entry" if len(entries) != _PAIR or block.kind in ("row", "item") or first < at else "pair"
    for entry in entries:
        roles: dict[str, list[Draft]] = {"figure": [*entry.figures]} if entry.figures else {}
        yield LinkDraft(entry.start, entry.end, kind=kind, roles=roles, scope=f"{entry.label}\n{head}",
                        direction=f"{blocks[first].offset}:{entry.run}",
                        when=f"{entry.number}|{entry.time}|{entry.value}")


def starts_of_lists(blocks: Sequence[BlockDrafts]) -> list[int]:
    """For each block the place of the first of the run of rows, of items, or of lines with a name and a figure."""
    starts: list[int] = []
    for at, block in enumerate(blocks):
        sort = _sort(block)
        starts.append(starts[-1] if at and sort and sort == _sort(blocks[at - 1]) else at)
    return starts


def _sort(block: BlockDrafts) -> str:
    """Which blocks make one list with this one; "" where none does."""
    return block.kind if block.kind in ("row", "item") else "line" if is_line(block) else ""


def is_line(*blocks: BlockDrafts) -> bool:
    """True for a block of one line that begins with a name and its figure: "Orla: 6.1", "Feld 5.4"."""
    for block in blocks:
        if block.kind not in _LINE_KINDS or len(block.text) > _LONGEST_ITEM or _is_sentence(block.text):
            return False
        label = _LABEL.match(block.text)
        figure = _DIGITS.search(block.text, label.end()) if label else None
        if not label or not figure or _YEAR.fullmatch(figure[0]) or len(label[1].split()) > _MOST_WORDS:
            return False
        between = block.text[label.end() : figure.start()].strip()
        return not between or between[-1] in _BEFORE_FIGURE
    return False


def _is_sentence(text: str) -> bool:
    """True for a line that ends with a stop, or holds a numbered list of its own."""
    return text.rstrip().endswith(".") or bool(_numbers_in(text))


def _head(blocks: Sequence[BlockDrafts], first: int, end: int) -> str:
    """The words over a list: the title of its report, and the last of the block before; and its own first words."""
    own = blocks[first].text
    own = "" if blocks[first].kind in ("item", "heading") else own if blocks[first].kind == "row" else own[:end]
    before = blocks[first - 1].text if first else ""
    title = blocks[0].text if blocks[0].kind == "heading" else ""
    over = " ".join(dict.fromkeys((title, before[-_LONGEST_HEAD:])))
    return f"{' '.join(over.split())}\n{' '.join(own[:_LONGEST_HEAD].split())}"


def names_in(text: str, start: int, end: int) -> list[str]:
    """The names of a stretch of text without possessive endings, each once, the last first."""
    names = [_OWN.sub("", name[0].rstrip(".")) for name in NAME.finditer(text, start, end)]
    return list(dict.fromkeys(reversed(names)))


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
    numbers = _numbers_in(text)
    if len(numbers) >= _FEWEST:
        ends = [each.start() for each in numbers[1:]] + [len(text)]
        found = [entry for each, end in zip(numbers, ends, strict=True) for entry in _numbered(block, each, end, words)]
        return _in_runs(found)
    figures = _numbers(block)
    plain = {id(figure) for figure in _plain(block)}
    starts = [first for first, *_ in figures]
    sentences: list[list[Entry]] = []
    for start, end in split_sentences(text, frozenset()) if len(figures) >= _PAIR else ():
        at, found = start, []
        for first, last, figure, value in figures[bisect_left(starts, start):bisect_left(starts, end)]:
            name = _name_of(text, at, (first, last), end)
            if name is not None and _is_name(name[0], words) and (figure is None or id(figure) in plain):
                found.append(Entry(min(name.start(), first), max(last, name.end()), name[0], value=value,
                                   figures=[] if figure is None else [figure]))
            at = last if name is None or name.end() <= first else name.end()
        sentences.append(found)
    return _list_of(sentences)


def _numbers_in(text: str) -> list[re.Match[str]]:
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
    fullest = _of_one_unit(max(sentences, key=len, default=()))
    if len(fullest) >= _FEWEST:
        return fullest
    told = {entry.label: entry for entries in reversed(sentences) for entry in reversed(entries)}  # each told first
    found = _of_one_unit(sorted(told.values(), key=lambda entry: entry.start))
    return found if len(found) >= _PAIR else []


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


def _numbered(block: BlockDrafts, number: re.Match[str], end: int, words: RankingWords) -> Iterator[Entry]:
    text = block.text
    label = _LABEL.match(text, number.end(), end)
    if label is not None and _is_name(label[1].strip(), words):
        times = TIME.findall(text, label.end(), end)
        figures = [] if times else [draft for draft in _plain(block) if label.end() <= draft.start < end]
        last = figures[0].full_end if figures else label.end(1)
        yield Entry(number.start(1), last, label[1].strip(), number[1], "".join(times[:1]), figures=figures[:1])


def _line(block: BlockDrafts, words: RankingWords) -> list[Entry]:
    """The entry of a line that begins with a name and its figure."""
    label = _LABEL.match(block.text)
    figure = _DIGITS.search(block.text, label.end()) if label else None
    if label is None or figure is None or not _is_name(label[1].strip(), words):
        return []
    figures = [draft for draft in _plain(block) if draft.start >= label.end()]
    times = TIME.findall(block.text, label.end())
    value = "" if figures or times else figure[0].replace(",", "")
    last = figures[0].full_end if figures else figure.end()
    return [Entry(label.start(1), last, label[1].strip(), time="".join(times[-1:]), value=value, figures=figures)]


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
