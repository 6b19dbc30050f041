"""Tables for tests, their cells between bars."""

from __future__ import annotations

from claimcheck.extract.tables import compile_tables
from claimcheck.extract.tables.grid import Grid, grid_of
from claimcheck.pipeline import packs_of
from claimcheck.read.delimited import read_delimited
from claimcheck.read.furniture import Furniture

LEXICON = compile_tables(packs_of(), ["en"])


def table(rows: str) -> Grid:
    """A table whose labels are set in by the blanks before them."""
    read = read_delimited(rows.strip("\n").replace(" | ", "|") + "\n", Furniture([]))
    return grid_of(read.tables[0], read.reading)
