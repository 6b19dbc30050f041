"""Claims named by their place or in the words of the report."""

from __future__ import annotations

import pytest

from claimcheck import InputError, Report, check
from claimcheck.model.pointing import claim_named

TEXTS = {
    "south/port.txt": "Fish landings in Ca Mau reached 612,000 tonnes in 2022.\n"
                      "Ca Mau exported shrimp worth 1.1 billion USD and crab worth 85 million USD in 2022.",
    "north/port.txt": "In 2022 nearly 1.1 billion USD of shrimp was shipped from Ca Mau.",
}


@pytest.fixture(scope="module")
def report() -> Report:
    return check(texts=TEXTS)


@pytest.mark.parametrize(("name", "path", "text"), [
    ("south/port.txt:1:37", "south/port.txt", "612,000 tonnes"),
    ("south/port.txt:1", "south/port.txt", "612,000 tonnes"),
    ("north/port.txt:1", "north/port.txt", "1.1 billion USD"),
    ("reports/south/port.txt:1", "south/port.txt", "612,000 tonnes"),
    ("612,000 tonnes", "south/port.txt", "612,000 tonnes"),
    ("“612,000”", "south/port.txt", "612,000 tonnes"),
    ("Crab worth 85 million usd", "south/port.txt", "85 million USD"),
    ('south/port.txt:"1.1 billion USD"', "south/port.txt", "1.1 billion USD"),
    ("nearly 1.1 billion USD", "north/port.txt", "1.1 billion USD"),
])
def test_a_name_finds_its_claim(report: Report, name: str, path: str, text: str) -> None:
    claim = claim_named(report, name)
    assert (claim.path, claim.text) == (path, text)


@pytest.mark.parametrize(("name", "told"), [
    ("1.1 billion USD", "may be any of 2 claims"),
    ("south/port.txt:2", "“85 million USD” (south/port.txt:2:61)"),
    ("port.txt:2", "may be any of 2"),
    ("south/port.txt:1:1", "no claim stands there; near it: “612,000 tonnes”"),
    ("south/port.txt:9", "no claim on that line"),
    ("99 tonnes", "no claim reads so"),
    ("12,000 tonnes", "no claim reads so"),
    ("2022", "is no claim: a date or period"),
    ("''", "names no claim"),
])
def test_a_name_that_fits_none_or_several_is_answered_with_what_there_is(report: Report, name: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        claim_named(report, name)
    assert told in str(caught.value)
