"""Places behind the first few of a ranking."""

from __future__ import annotations

import pytest

from claimcheck import check
from claimcheck.model.finding import Finding

TOLD = "Orla was among the top ten fishing ports of the country in 2023."


def _found(factory: pytest.TempPathFactory, *texts: str) -> list[Finding]:
    folder = factory.mktemp("reports")
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return [each for each in check([folder]).findings if each.rule == "place-outside-the-top"]


@pytest.mark.parametrize("other", [
    "Orla ranked 12th among the fishing ports of the country in 2023.",
    "In 2023 Orla was 11th among the country's fishing ports of the country.",
    "In 2023 Orla came 25th of the fishing ports of the country.",
])
def test_behind_the_first_ten(tmp_path_factory: pytest.TempPathFactory, other: str) -> None:
    finding, = _found(tmp_path_factory, TOLD, other)
    assert finding.kind == "rank"
    assert finding.claims[0].text == "ten"


@pytest.mark.parametrize("other", [
    "Orla ranked tenth among the fishing ports of the country in 2023.",
    "Orla ranked 12th among the fishing ports of the country in 2022.",
    "Orla ranked 12th among the fishing ports in the world in 2023.",
    "Marra ranked 12th among the fishing ports of the country in 2023.",
    "Orla ranked 12th among the wind farms of the country in 2023.",
    "Orla ranked 12th among the fishing ports of the country.",
    "Orla was not 12th among the fishing ports of the country in 2023.",
    "Orla could be 12th among the fishing ports of the country in 2023.",
    "Orla celebrated its 12th harbour fair of the fishing ports of the country in 2023.",
])
def test_may_be_true(tmp_path_factory: pytest.TempPathFactory, other: str) -> None:
    assert not _found(tmp_path_factory, TOLD, other)
