"""One name at two places of one ranking."""

from __future__ import annotations

import pytest

from claimcheck.model.finding import Finding
from claimcheck.pipeline import check_texts


def _found(*texts: str) -> list[Finding]:
    return [each for each in check_texts(texts).findings if each.rule == "place-differs-in-story"]


@pytest.mark.parametrize(("one", "other"), [
    ("Orla came third in the index of clean harbours, behind Feld and Marra.",
     "The index of clean harbours puts Feld first, Marra second, Brask third and Orla fourth."),
    ("Silver in the relay of the islands went to Orla.", "In the relay of the islands Orla won bronze."),
    ("Brask University was ranked 45th in Asia in 2023, up from 52nd.",
     "The 2023 table puts Brask University 54th in Asia, up from 52nd."),
    ("The port of Orla ranks as the fifth busiest in the region.",
     "Orla is the region's fourth-busiest port, the report says."),
    ("The runner-up in the Glass Marathon was Ada Kone.", "Ada Kone came third in the Glass Marathon."),
])
def test_two_places(one: str, other: str) -> None:
    finding, = _found(one, other)
    assert (finding.kind, finding.severity) == ("rank", "warning")


@pytest.mark.parametrize(("one", "other"), [
    ("Silver in the women's relay of the islands went to Orla.", "In the men's relay of the islands Orla won bronze."),
    ("Orla ranks as the fifth busiest port in the region by tonnage.",
     "Orla is the fourth-busiest port of the region by number of ships."),
    ("Orla is the world's third-largest exporter of rice, the ministry said.",
     "Orla is the world's second-largest exporter of coffee, the ministry said."),
    ("Orla came third in the index of clean harbours in 2022.",
     "Orla came fourth in the index of clean harbours in 2023."),
    ("Orla came third in Asia in the index of harbours.", "Orla came 30th worldwide in the index of harbours."),
    ("Orla came third in the index of harbours.", "The second ferry of Orla in the index of harbours sank."),
])
def test_may_be_true(one: str, other: str) -> None:
    assert not _found(one, other)
