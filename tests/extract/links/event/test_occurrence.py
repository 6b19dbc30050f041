"""Sentences that date an event."""

from __future__ import annotations

import pytest

from claimcheck.extract.dates import compile_dates, scan_dates
from claimcheck.extract.drafts import BlockDrafts
from claimcheck.extract.links.event.occurrence import compile_occurrences, find_occurrences
from claimcheck.packs.load import load_packs


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The first tents were handed out in Marra on 3 May 2023.", ["distribute: first tent MARRA"]),
        ("The tents will be handed out in Marra on 3 May 2023.", []),
        ("The museum opened on 3 May 2023 and closed on 4 May 2023.", []),
        ("The tents were handed out in Marra by 3 May 2023.", []),
        ("It rained on 3 May 2023.", []),
        ("Sign up for the tenth Orla Classic, which starts in Marra on 3 May 2023.", ["staged: ORLA CLASSIC"]),
        ("The Marra Glass Fair, to be opened by the king on 3 May 2023.", ["staged: MARRA GLASS FAIR"]),
        ("Tickets for the Marra Glass Fair go on sale on 3 May 2023.", []),
        ("The final of the Marra Cup is held on 3 May 2023.", []),
        ("The Marra Glass Fair will be held by 3 May 2023.", []),
        ("The Summer Fair will be held on 3 May 2023.", []),
    ],
)
def test_dated_events(text: str, scopes: list[str]) -> None:
    packs = load_packs()
    block = BlockDrafts(text, "paragraph", dates=scan_dates(text, compile_dates(packs, "en"), None))
    assert [link.scope for link in find_occurrences(block, compile_occurrences(packs, "en"))] == scopes
