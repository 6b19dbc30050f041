"""Ages in brackets behind names: read where a title tells that it is a person, left alone where they may count."""

from __future__ import annotations

import pytest

from claimcheck import extract


def _ages(text: str) -> list[str]:
    return [each.text for each in extract(text) if each.kind == "quantity" and each.unit == "year_of_age"]


@pytest.mark.parametrize(("text", "ages"), [
    ("Mayor Ana Ruiz (47) came.", ["47"]),
    ("Mayor Ana Ruiz (47) and Governor Otto Lund (60) came.", ["47", "60"]),
    ("Ms. Ana Ruiz (47), the owner of the mill, came.", ["47"]),
    ("Captain Ana Ruiz (12) scored.", []),
    ("Captain Ana Ruiz (22) and Otto Lund (34) scored.", []),
    ("Orla Rovers (47) lead Marra Town (45).", []),
    ("Mayor Ana Ruiz (2016) came.", []),
])
def test_ages_in_brackets(text: str, ages: list[str]) -> None:
    assert _ages(text) == ages


def test_what_is_no_age_stays_refused() -> None:
    mentions = extract("Captain Ana Ruiz (22) and Otto Lund (34) scored.")
    assert [each.text for each in mentions if each.kind == "refused"] == ["22", "34"]
