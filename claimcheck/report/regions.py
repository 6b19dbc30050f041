"""Where a claim stands in a file that has lines, as programs that open the file count them."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.claim import Claim


class Region(NamedTuple):
    """A stretch of a text file: lines and columns from 1, the end column one behind the last letter."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(claim: Claim) -> Region | None:
    """The stretch that a claim takes up; None in a file of pages, sheets or footnotes, which `claim.part` names.

    >>> region(Claim(path="a.txt", line=3, column=48, text="3.1\\nbillion"))
    Region(line=3, column=48, end_line=4, end_column=8)
    >>> region(Claim(path="a.pdf", part="page 3", line=812, text="3.1"))
    """
    if claim.part:
        return None
    *above, last = claim.text.split("\n")
    end = len(last) + 1 if above else claim.column + len(last)
    return Region(claim.line, claim.column, claim.line + len(above), end)
