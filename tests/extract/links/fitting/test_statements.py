"""Statements in the many words of reporters, and neighbours that are none."""

from __future__ import annotations

from functools import cache

import pytest

from claimcheck.model.mention import Link
from claimcheck.packs.collection import Packs
from claimcheck.pipeline import extract_document, packs_of, read_texts


@cache
def packs() -> Packs:
    return packs_of()


def statements(text: str, kind: str) -> list[tuple[str, str, dict[str, str]]]:
    extraction = extract_document(read_texts([text], packs())[0], packs())

    def told(link: Link) -> dict[str, str]:
        return {role: extraction.mentions[places[0]].text for role, places in link.roles.items()}

    return [(link.direction, link.scope, told(link)) for link in extraction.links if link.kind == kind]


@pytest.mark.parametrize(("text", "direction", "to", "base"), [
    ("Orders jumped to 45 million euros in May from 40 million euros.", "up", "45 million euros", "40 million euros"),
    ("Orders sank from 45 million euros in April to 40 million euros.", "down", "40 million euros", "45 million euros"),
    ("The toll was 6.20 euros, up from a revised 5.90 euros.", "up", "6.20 euros", "5.90 euros"),
])
def test_movements(text: str, direction: str, to: str, base: str) -> None:
    assert statements(text, "movement") == [(direction, "", {"to": to, "from": base})]


@pytest.mark.parametrize("text", [
    "The dong weakened to 25,400 per dollar from 24,800.", "Visitors fell to 120 from 12 countries.",
    "The balance rose to -3 million euros from -2 million euros.",
    "It rose. The road to 40 farms leads from 12 villages.",
])
def test_no_movements(text: str) -> None:
    assert not any("from" in roles for _, _, roles in statements(text, "movement"))


@pytest.mark.parametrize(("text", "direction"), [
    ("The drive planted 31,000 trees in 2023, well above its annual goal of 30,000 trees.", "above"),
    ("The drive planted 31,000 trees, which exceeded the plan of 30,000 trees.", "above"),
    ("The drive planted 29,000 trees, falling short of the target of 30,000 trees.", "below"),
    ("The drive planted 31,000 trees, beating its target of 30,000 trees.", "above"),
    ("The drive planted 29,000 trees, missing its target of 30,000 trees.", "below"),
])
def test_goals(text: str, direction: str) -> None:
    ((found, _, roles),) = statements(text, "goal")
    assert (found, set(roles)) == (direction, {"value", "target"})


@pytest.mark.parametrize(("text", "direction", "scope"), [
    ("Exports reached 5.6 billion USD in 2023, the third consecutive annual increase.", "up", "3 year"),
    ("Exports fell for the fourth year running, to 5.6 billion USD.", "down", "4 year"),
    ("Exports of 5.6 billion USD in May marked the second monthly drop in a row.", "down", "2 month"),
    ("Exports reached 5.6 billion USD, the fifth straight rise.", "up", "5"),
])
def test_streaks(text: str, direction: str, scope: str) -> None:
    ((found, count, _),) = statements(text, "streak")
    assert (found, count) == (direction, scope)


@pytest.mark.parametrize("text", [
    "Exports reached 5.6 billion USD, the third straight month of growth.",
    "The team won for the third year running, before 5,600 people.",
    "Exports of 5.6 billion USD and imports of 5.1 billion USD rose for the third year running.",
])
def test_no_streaks(text: str) -> None:
    assert not statements(text, "streak")


@pytest.mark.parametrize(("text", "words", "digits"), [
    ("They must pay within thirty (30) days.", "thirty", "30"), ("They sent 13 (twelve) letters.", "twelve", "13"),
    ("A fee of fifty (500) is due.", "fifty", "500"),
])
def test_numbers_written_twice(text: str, words: str, digits: str) -> None:
    assert [roles for _, _, roles in statements(text, "restatement")] == [{"words": words, "digits": digits}]


@pytest.mark.parametrize("text", [
    "Twelve (3) agreed.", "Twelve members (5) agreed.", "Twelve (10%) agreed.", "Twelve (in 2019) agreed.",
])
def test_numbers_in_brackets_that_repeat_nothing(text: str) -> None:
    assert not statements(text, "restatement")


def test_a_rate_by_the_year_is_no_change_between_two_levels() -> None:
    text = "Output grew by 4% a year from 100 million tonnes in 2015 to 122 million tonnes in 2020."
    assert [set(roles) for _, _, roles in statements(text, "compounding")] == [{"rate", "from", "to"}]
    assert not any(len(roles) > 2 for _, _, roles in statements(text, "change"))


def test_a_place_of_rounding_is_read() -> None:
    text = "The fund paid 4,123,456 dollars, rounded to the nearest hundred dollars."
    assert statements(text, "rounding") == [("", "100", {"value": "4,123,456 dollars"})]
