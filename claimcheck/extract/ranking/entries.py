"""Entries of lists that can be put in an order: rows of tables, items, and names with a figure each in running text.

"1. Ada Kone 14:52", "- Orla: 6.1", "Orla (58 points) leads Feld (55) and Brask (51)". All of one list bear one mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft
from claimcheck.extract.ranking.lexicon import RankingLexicon, RankingWords
from claimcheck.extract.ranking.running import (
    DIGITS,
    LABEL,
    TIME,
    Entry,
    is_name,
    list_in_text,
    numbers_in,
    plain_figures,
)
from claimcheck.model.letters import CAPITALS
from claimcheck.model.mention import LinkKind

_FEWEST, _PAIR = 3, 2
_LONGEST_ITEM = 160
_CELL = re.compile(r"[^|\t]+")
_NUMBERED = re.compile(rf"\s*(\d{{1,2}})[.)]\s+(?=[{CAPITALS}])")
_LONGEST_HEAD = 200
_LINE_KINDS = ("heading", "paragraph")
_MOST_WORDS = 4  # of a label in a line
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_LETTER = re.compile(r"[^\W\d_]")
_BEFORE_FIGURE = ":–—-("


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
    elif block.kind == "item" and len(numbers_in(block.text)) < _FEWEST:
        entries = _item(block, words)
    elif is_line(block) and (first < at or is_line(*blocks[at + 1 : at + 2])):
        entries = _line(block, words)
    else:
        entries, first = list_in_text(block, words), at
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
        label = LABEL.match(block.text)
        figure = DIGITS.search(block.text, label.end()) if label else None
        if not label or not figure or _YEAR.fullmatch(figure[0]) or len(label[1].split()) > _MOST_WORDS:
            return False
        between = block.text[label.end() : figure.start()].strip()
        return not between or between[-1] in _BEFORE_FIGURE
    return False


def _is_sentence(text: str) -> bool:
    """True for a line that ends with a stop, or holds a numbered list of its own."""
    return text.rstrip().endswith(".") or bool(numbers_in(text))


def _head(blocks: Sequence[BlockDrafts], first: int, end: int) -> str:
    """The words over a list: the title of its report, and the last of the block before; and its own first words."""
    own = blocks[first].text
    own = "" if blocks[first].kind in ("item", "heading") else own if blocks[first].kind == "row" else own[:end]
    before = blocks[first - 1].text if first else ""
    title = blocks[0].text if blocks[0].kind == "heading" else ""
    over = " ".join(dict.fromkeys((title, before[-_LONGEST_HEAD:])))
    return f"{' '.join(over.split())}\n{' '.join(own[:_LONGEST_HEAD].split())}"


def _row(block: BlockDrafts, words: RankingWords) -> list[Entry]:
    cells = [cell for cell in _CELL.finditer(block.text) if cell[0].strip()]
    named = [cell for cell in cells[:2] if _LETTER.search(cell[0])]
    if not named or len(cells) < len(named) + 1:
        return []
    label = named[0][0].strip()
    start = named[0].start() + len(named[0][0]) - len(named[0][0].lstrip())
    figures = [draft for draft in plain_figures(block) if draft.start >= named[0].end()]
    number = cells[0][0].strip(" .") if named[0] is not cells[0] else ""
    times = TIME.findall(block.text, named[0].end())
    entry = Entry(start, len(block.text.rstrip(" |")), label, number if number.isdigit() else "", "".join(times[-1:]))
    entry.figures = figures
    return [entry] if (figures or times) and is_name(label, words) else []


def _item(block: BlockDrafts, words: RankingWords) -> list[Entry]:
    text = block.text
    numbered = _NUMBERED.match(text)
    label = LABEL.match(text, numbered.end() if numbered else 0)
    if label is None or len(text) > _LONGEST_ITEM or not is_name(label[1].strip(), words):
        return []
    figures = [draft for draft in plain_figures(block) if draft.start >= label.end()]
    times = TIME.findall(text, label.end())
    if not figures and not times and numbered is None:
        return []
    end = figures[0].full_end if figures and numbered is None else len(text.rstrip())
    return [Entry(label.start(1) if numbered is None else numbered.start(1), end, label[1].strip(),
                  numbered[1] if numbered else "", "".join(times[-1:]), figures=figures)]


def _line(block: BlockDrafts, words: RankingWords) -> list[Entry]:
    """The entry of a line that begins with a name and its figure."""
    label = LABEL.match(block.text)
    figure = DIGITS.search(block.text, label.end()) if label else None
    if label is None or figure is None or not is_name(label[1].strip(), words):
        return []
    figures = [draft for draft in plain_figures(block) if draft.start >= label.end()]
    times = TIME.findall(block.text, label.end())
    value = "" if figures or times else figure[0].replace(",", "")
    last = figures[0].full_end if figures else figure.end()
    return [Entry(label.start(1), last, label[1].strip(), time="".join(times[-1:]), value=value, figures=figures)]


