"""Links about time, as reading a whole report finds them."""

from __future__ import annotations

import pytest

from claimcheck.model.mention import Link
from claimcheck.pipeline import extract_document, packs_of, read_texts

HEAD = "ORLA, 12 September 2023 - "


def links(text: str, kind: str) -> list[Link]:
    (document,) = read_texts([text], packs_of())
    return [link for link in extract_document(document).links if link.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "The 12-day voyage lasted from 6 May to 20 May 2023.",
        "The 12-day voyage lasted from 6 May to 20 May.",
        "Duration: 40 months (March 2019 to June 2022).",
        "The fair lasted from 3 to 14 March 2023, a total of ten days.",
        "He led the union for 12 years, from 1998 to 2006.",
    ],
)
def test_a_length_is_tied_to_its_days(text: str) -> None:
    (link,) = links(text, "duration")
    assert set(link.roles) == {"length", "span"}


@pytest.mark.parametrize(
    "text",
    [
        "The two-week course, one of several offered from 3 May to 28 June 2023, costs 40 euros.",
        "The four-day week was tried from 3 June to 12 December 2022.",
        "The first four days of the fair, from 3 to 9 July 2023, were wet.",
        "It was open on five days from 4 to 17 May 2023.",
        "He spent 12 days in hospital. From 6 May to 20 May 2023 he was away.",
    ],
)
def test_other_lengths_are_left_alone(text: str) -> None:
    assert links(text, "duration") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Berg, 54, left.", "Anna Berg"),
        ("The 54-year-old chemist Anna Berg left.", "Anna Berg"),
        ("Chemist Anna Berg left.\nThe 54-year-old took a boat.", "Chemist Anna Berg"),
    ],
)
def test_an_age_belongs_to_a_full_name(text: str, name: str) -> None:
    (link,) = links(HEAD + text, "age")
    assert (link.scope, link.when) == (name, "2023-09-12")


def test_an_age_of_one_among_two_or_of_another_year_belongs_to_nobody() -> None:
    assert links(HEAD + "Anna Berg met Per Holm.\nThe 54-year-old took a boat.", "age") == []
    assert links(HEAD + "In 1998 the 29-year-old chemist Anna Berg left.", "age") == []


def test_an_age_in_an_undated_report_has_no_time() -> None:
    (link,) = links("Anna Berg, 54, left.", "age")
    assert (link.scope, link.when) == ("Anna Berg", "")


def test_a_birth_is_tied_to_the_name_before_it() -> None:
    (link,) = links("Chemist Anna Berg has a boat. She was born in Orla in 1969.", "birth")
    assert link.scope == "Chemist Anna Berg"
    assert links("Anna Berg met Per Holm. She was born in Orla in 1969.", "birth") == []


def test_an_anniversary_beside_a_founding_takes_its_year() -> None:
    (link,) = links(HEAD + "The company is keeping its 60th anniversary. It was founded in 1953.", "anniversary")
    assert set(link.roles) == {"anniversary", "date"}
    other = "The club, founded in 1953, marked the 75th anniversary of the end of the war."
    assert links(HEAD + other, "anniversary") == []
