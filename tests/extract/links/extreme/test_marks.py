"""Marks: times run, days of the year and dated amounts, each with its year."""

from __future__ import annotations

import pytest

from claimcheck import pipeline
from claimcheck.extract import extract_relations

PACKS = pipeline.packs_of()
LEXICONS = pipeline.lexicons_of(PACKS)


def _marks(text: str) -> list[tuple[str, str, str]]:
    """What each mark of a text is written as, its sort, and its size and year."""
    (document,) = pipeline.read_texts({"a.txt": text}, PACKS)
    return [
        (text[link.start : link.end], link.direction, link.when)
        for link in extract_relations(document, LEXICONS).links if link.kind == "mark"
    ]


@pytest.mark.parametrize(("text", "mark"), [
    ("2022 Ada Kone 2:23:58", ("2:23:58", "time", "8638|2022")),
    ("She won in 15:58.4 and wept.", ("15:58.4", "time", "958.4|")),
    ("In 2019 she rowed it in 3 hours, 7 minutes and 19 seconds.",
     ("3 hours, 7 minutes and 19 seconds", "time", "11239|2019")),
    ("Early years: 2011 (21 March), 2020 (30 March).", ("30 March", "day", "89|2020")),
    ("Latest days of frost: 2008: 4 February; 1961: 22 January.", ("4 February", "day", "35|2008")),
    ("The first stork came on 27 March 2024.", ("27 March 2024", "day", "86|2024")),
    ("2018 - Members paid 1.37 million francs to the guild.", ("1.37 million francs", "amount", "|2018")),
])
def test_marks_are_told_with_their_years(text: str, mark: tuple[str, str, str]) -> None:
    assert mark in _marks(text)


@pytest.mark.parametrize("text", [
    "The doors open at 10:30 and close at 18:00.", "The score was 3:1.", "On Sunday it rained.",
    "In March 2024 it rained.",
])
def test_times_of_day_and_longer_periods_are_no_marks(text: str) -> None:
    assert not _marks(text)
