"""Lengths of time, ages and anniversaries, with the dates that the words tie them to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from claimcheck.extract.drafts import BlockDrafts, LinkDraft
from claimcheck.extract.timing.ages import find_ages, find_births
from claimcheck.extract.timing.anniversaries import find_anniversaries
from claimcheck.extract.timing.durations import find_durations
from claimcheck.extract.timing.elapsed import find_elapsed
from claimcheck.extract.timing.lapses import find_lapses
from claimcheck.extract.timing.lexicon import TimingLexicon, compile_timing
from claimcheck.extract.timing.orders import find_orders

__all__ = ["TimingLexicon", "add_anniversaries", "compile_timing", "find_timings"]


def find_timings(
    blocks: Sequence[BlockDrafts], lexicon_of: Callable[[str], TimingLexicon], today: dt.date | None
) -> list[list[LinkDraft]]:
    """The links about time of each block of a report.

    today: the day of the report. Where neither it nor a year in the headings is known, ages and anniversaries are left
    whose own sentence names no year.
    """
    when = _when(blocks, today)
    found: list[list[LinkDraft]] = []
    for at, block in enumerate(blocks):
        lexicon = lexicon_of(block.language)
        links = [*find_durations(block, lexicon), *find_orders(block, lexicon), *find_births(blocks, at, lexicon)]
        links += find_elapsed(block, lexicon)
        links += find_lapses(block, lexicon)
        links += find_ages(blocks, at, lexicon, when)
        links += find_anniversaries(block, lexicon, when)
        found.append(links)
    return found


def add_anniversaries(
    blocks: Sequence[BlockDrafts], lexicon_of: Callable[[str], TimingLexicon], today: dt.date | None
) -> None:
    """Adds anniversaries to the blocks as `find_timings` does, but looks for no more than these."""
    when = _when(blocks, today)
    for block in blocks:
        list(find_anniversaries(block, lexicon_of(block.language), when))


def _when(blocks: Sequence[BlockDrafts], today: dt.date | None) -> str:
    """The day of a report, else the year that its headings name; "" where neither is known."""
    return today.isoformat() if today else _year_of_headings(blocks)


def _year_of_headings(blocks: Sequence[BlockDrafts]) -> str:
    """The one year that the headings name; "" when there is none, or more than one."""
    years = {
        date.period.start.year
        for block in blocks if block.kind == "heading"
        for date in block.dates if date.period is not None
    }
    return str(years.pop()) if len(years) == 1 else ""
