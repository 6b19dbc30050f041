"""Numbers of things against the complete list of them elsewhere: which lists a number may be of."""

from __future__ import annotations

import pytest

from claimcheck.pipeline import check_texts, packs_of

PACKS = packs_of()
RULE = "count-contradicts-list-of-story"
MINUTES = (
    "Minutes of the Orrin Railway\n\nThe board decided that the following small halts close in December: "
    "Marra, Elmwater, Low Fen, Glassport and Tarn."
)
TABLE = """Huts of the Alpine Club of Orrin, summer 2024

| Hut | Beds |
|---|---|
| Marra | 24 |
| High Tarn | 40 |
| Low Fen | 18 |
| Kestrel | 32 |
| All | {total} |
"""


def found(*reports: str) -> list[str]:
    result = check_texts({f"{at}.txt": report for at, report in enumerate(reports)}, PACKS)
    return [finding.rule for finding in result.findings if finding.rule == RULE]


@pytest.mark.parametrize(("told", "expected"), [
    ("The Orrin Railway decided to stop no train at four small halts.", 1),
    ("The Orrin Railway decided to stop no train at five small halts.", 0),
    ("The Orrin Railway decided to stop no train at two small halts.", 0),
    ("The Orrin Railway decided to stop no train at four other small halts.", 0),
    ("The Orrin Railway decided to stop no train at about four small halts.", 0),
    ("The Orrin Railway decided to close four small shops.", 0),
    ("Four small halts.", 0),
])
def test_a_number_is_of_a_list_that_has_its_words(told: str, expected: int) -> None:
    assert len(found(MINUTES, told)) == expected


@pytest.mark.parametrize(("total", "expected"), [(114, 1), (133, 0)])
def test_a_table_is_complete_where_its_rows_add_up(total: int, expected: int) -> None:
    assert len(found(TABLE.format(total=total), "The Alpine Club of Orrin has five huts.")) == expected


def test_a_story_that_gives_the_number_of_the_list_speaks_of_two_things() -> None:
    petition = "The Orrin Railway decided to stop no train at four small halts. Five small halts lose all trains."
    assert found(MINUTES, petition) == []
