"""What is read as one: a block, or paragraphs of one sentence each, as newspapers set what others run together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from claimcheck.extract.drafts import BlockDrafts
from claimcheck.extract.tokens import split_sentences
from claimcheck.model.document import Block, Document

_SHORTEST = 40  # characters; what is shorter is a caption, a line of a list or a note
_LABEL = 40  # characters in which a label ends ("Turnover: 418.6 million.")
_MOST = 1_000  # characters that are read as one
_STOPS = (".", "!", "?", '."', ".”", ".’")


def passages_of(document: Document) -> list[BlockDrafts]:
    """The blocks of a document, paragraphs of one sentence each that follow one another run together.

    >>> one = "The ferry carried 5,200 people in May, said its owner."
    >>> other = "That is 12% more than the 4,640 of last May."
    >>> blocks = (Block(kind="paragraph", start=0, end=54), Block(kind="paragraph", start=56, end=100))
    >>> text = f"{one}\\n\\n{other}"
    >>> [len(each.text) for each in passages_of(Document(path="a.txt", text=text, reading=text, blocks=blocks))]
    [100]
    """
    return [
        BlockDrafts(text=document.reading[first.start : last.end], kind=first.kind, offset=first.start)
        for first, last in _runs(document)
    ]


def _runs(document: Document) -> Iterator[tuple[Block, Block]]:
    """The first and the last block of each run."""
    if len(document.blocks) == 1:  # nothing that it could run together with, so no need to look for its sentences
        yield document.blocks[0], document.blocks[0]
        return
    for lone, run in groupby(document.blocks, key=lambda block: _is_lone_sentence(block, document.reading)):
        blocks = list(run)
        yield from _cut(blocks) if lone else ((block, block) for block in blocks)


def _cut(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """A run in stretches that are not too long."""
    first = last = blocks[0]
    for block in blocks[1:]:
        if block.end - first.start > _MOST:
            yield first, last
            first = block
        last = block
    yield first, last


def _is_lone_sentence(block: Block, reading: str) -> bool:
    """True for a paragraph that is one sentence of prose."""
    if block.kind != "paragraph" or block.end - block.start < _SHORTEST:
        return False
    text = reading[block.start : block.end].rstrip()
    return text.endswith(_STOPS) and ":" not in text[:_LABEL] and len(split_sentences(text)) == 1
