"""What a reader makes of a text."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.document import Block
from claimcheck.model.shifts import Shifts
from claimcheck.model.table import Table


class Parsed(NamedTuple):
    """A text with its markup blanked out, its blocks and tables, and where what is read is shorter than its source."""

    reading: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    shifts: Shifts | None = None
