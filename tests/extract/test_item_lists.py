"""Numbers that count the items of a list below them."""

from __future__ import annotations

import pytest

from claimcheck.model.finding import Finding
from claimcheck.pipeline import check_texts


def _found(text: str) -> list[Finding]:
    return [each for each in check_texts([text]).findings if each.rule == "count-contradicts-list"]


@pytest.mark.parametrize("text", [
    "The board has four members:\n\n- Ann Lowe\n- Bert King\n- Carl Dean\n",
    "The plan has two aims:\n\n1. Lower the speed limit.\n2. Plant more trees.\n3. Mend the lights.\n",
    "Four towns were named on Monday:\n\n- Orla\n- Feld\n- Marra\n",
])
def test_counted_otherwise(text: str) -> None:
    finding, = _found(text)
    assert finding.kind == "count"


@pytest.mark.parametrize("text", [
    "The board has three members:\n\n- Ann Lowe\n- Bert King\n- Carl Dean\n",
    "The board has four members, among them:\n\n- Ann Lowe\n- Bert King\n- Carl Dean\n",
    "The four members agreed on the following:\n\n- more buses\n- a pool\n- a park\n",
    "In four weeks the board will visit:\n\n- Orla\n- Feld\n- Marra\n",
    "The board has some four members:\n\n- Ann Lowe\n- Bert King\n- Carl Dean\n",
    "The board has nine members:\n\n- Ann Lowe\n- Bert King\n- Carl Dean\n",
    "The board has four members.\n\n- Ann Lowe\n- Bert King\n- Carl Dean\n",
])
def test_may_be_true(text: str) -> None:
    assert not _found(text)
