"""Tables become figures with labels, periods and units, and their totals are tied to what they sum up."""

from __future__ import annotations

from claimcheck.extract.tables.labels import may_have_labels, read_labels
from claimcheck.extract.tables.lexicon import TableLexicon, compile_tables
from claimcheck.extract.tables.mentions import read_tables
from claimcheck.extract.tables.rows import complete_rows
from claimcheck.extract.tables.units import HeadReader

__all__ = [
    "HeadReader", "TableLexicon", "compile_tables", "complete_rows", "may_have_labels", "read_labels", "read_tables",
]
