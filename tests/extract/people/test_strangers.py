"""A name of one word needs a title, or somebody in the report who bears it in full."""

from __future__ import annotations

import pytest

from claimcheck import extract


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Otto Berg, Vice Rector, came.\n\nMr. Berg left early.", ["Otto Berg", "Berg"]),
        ("The hall was full.\n\nMr. Tam", []),
        ("They gave Don Giovanni again.", []),
        ("Mr. Otto Berg came. Mr Holm did not.", ["Otto Berg"]),
        ("Dr Berg came.", ["Berg"]),
    ],
)
def test_strangers_are_left_out(text: str, names: list[str]) -> None:
    assert [mention.name for mention in extract(text) if mention.kind == "person"] == names
