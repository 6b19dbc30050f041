"""Units that a label tells before its colon: "Revenue (€ million): 340.2", "Area in hectares: 310 (2022: 305)"."""

from __future__ import annotations

import re

from claimcheck.extract.drafts import BlockDrafts, QuantityDraft
from claimcheck.extract.tables.units import HeadReader

_LABEL = re.compile(
    r"^[^\n:]{2,60}?(?:\((?P<brackets>[^()\n:]{1,30})\)|,(?P<comma>[^,\n:]{1,24})|\sin(?P<words>\s[^,\n:]{1,24}))\s?:",
    re.MULTILINE,
)
_BARE = "count"


def may_have_labels(block: BlockDrafts) -> bool:
    """A quick look whether any figure of a block may stand behind a label."""
    return ":" in block.text and any(_is_bare(figure) for figure in block.quantities)


def read_labels(block: BlockDrafts, reader: HeadReader) -> None:
    """Gives the bare figures of a line the unit and the scale that its label tells of them."""
    for label in _LABEL.finditer(block.text):
        head = reader.read((label["brackets"] or label["comma"] or label["words"]).strip())
        if head.words or not (head.unit or head.scale):
            continue
        line_end = block.text.find("\n", label.end())
        for figure in block.quantities:
            if label.end() <= figure.start < (line_end if line_end >= 0 else len(block.text)) and _is_bare(figure):
                if head.scale is not None:
                    figure.scale_up(head.scale)
                figure.unit = head.unit or figure.unit


def _is_bare(figure: QuantityDraft) -> bool:
    bare = figure.unit == _BARE and figure.noun is None and figure.role is None and figure.form == "digits"
    return bare and figure.scale == 1 and not isinstance(figure.value, tuple)
