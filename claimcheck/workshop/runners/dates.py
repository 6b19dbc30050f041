"""Runs the examples of the date vocabulary: every text must yield the value that stands beside it."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.extract.dates import compile_dates, scan_dates
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.dates import EXAMPLE_DAY, DateContext, DateForm, DateWords

_lexicon = lru_cache(maxsize=4)(compile_dates)


def run(entry: DateWords | DateForm | DateContext, packs: Packs) -> list[str]:
    """The problems with the examples of one entry; empty when each is read as it says."""
    lexicon = _lexicon(packs, entry.language)
    wanted = dict(entry.examples)
    if isinstance(entry, DateForm):
        wanted |= dict.fromkeys(entry.silent, "")
    problems = []
    for text, value in wanted.items():
        values = [draft.value for draft in scan_dates(text, lexicon, EXAMPLE_DAY)]
        if (value and value not in values) or (not value and values):
            problems.append(f"{text!r} is read as {values}, not {value!r}")
    return problems
