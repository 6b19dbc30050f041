"""Units that a label tells before its colon: "Revenue (€ million): 340.2", "Area in hectares: 310 (2022: 305)"."""

from __future__ import annotations

import re

from claimcheck.extract.drafts import BlockDrafts
from claimcheck.extract.tables.units import HeadReader

_LABEL = re.compile(r"^([^\n:]{3,90}?)\s?:", re.MULTILINE)
_BRACKETS = re.compile(r"\(([^()]{1,30})\)$")


def may_have_labels(block: BlockDrafts) -> bool:
    """A quick look whether any figure of a block may stand behind a label."""
    text = block.text
    return ":" in text and any(
        figure.is_number_alone and ":" in text[text.rfind("\n", 0, figure.start) + 1 : figure.start]
        for figure in block.quantities
    )


def read_labels(block: BlockDrafts, reader: HeadReader) -> None:
    """Gives the bare figures of a line the unit and the scale that its label tells of them."""
    for label in _LABEL.finditer(block.text):
        head = reader.read(_told_last(label[1], reader))
        if head.words or not (head.unit or head.scale):
            continue
        line_end = block.text.find("\n", label.end())
        for figure in block.quantities:
            inside = label.end() <= figure.start < (line_end if line_end >= 0 else len(block.text))
            if inside and figure.is_number_alone:
                if head.scale is not None:
                    figure.scale_up(head.scale)
                figure.unit = head.unit or figure.unit


def _told_last(label: str, reader: HeadReader) -> str:
    """What stands in brackets at the end of a label, behind its last comma, or behind a small word such as "in"."""
    brackets = _BRACKETS.search(label)
    if brackets is not None:
        return brackets[1]
    if "," in label:
        return label.rpartition(",")[2].strip()
    words = label.split()
    small = [at for at, word in enumerate(words) if at and reader.is_small(word)]
    return " ".join(words[small[-1] + 1:]) if small else ""
