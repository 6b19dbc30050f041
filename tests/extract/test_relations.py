"""Mentions without links: the same ones as with them, but for what only a link can lend."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model.mention import AnyMention, ListMention, OrdinalMention
from claimcheck.pipeline import extract_document, extract_text, packs_of, read_texts
from tests.corpora import FIXTURES

TEXTS = sorted(path for path in FIXTURES.rglob("*.txt"))


def _unlent(mentions: tuple[AnyMention, ...]) -> list[dict[str, object]]:
    lent = {"unit", "noun", "value", "last_place", "round_place", "trend"}
    return [mention.model_dump(exclude=lent if mention.kind == "quantity" else None) for mention in mentions]


@pytest.mark.parametrize("path", TEXTS[::4], ids=str)
def test_links_add_no_mention(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    with_links = extract_document(read_texts([text], packs_of())[0])
    cells = {(cell.start, cell.end) for cell in with_links.cells}
    without = [mention for mention in extract_text(text) if (mention.start, mention.end) not in cells]
    told = [mention for mention in with_links.mentions if (mention.start, mention.end) not in cells]
    assert _unlent(tuple(without)) == _unlent(tuple(told))


def test_a_place_in_a_ranking_is_told_without_links() -> None:
    (place,) = [
        mention for mention in extract_text("Orla ranked 21st among the provinces by average income.")
        if isinstance(mention, OrdinalMention)
    ]
    assert (place.value, place.subject, place.metric) == (21, "Orla", "average income")


def test_the_names_that_a_number_counts_are_told_without_links() -> None:
    (names,) = [
        mention for mention in extract_text("Three towns took part: Aldar, Brenik and Castola.")
        if isinstance(mention, ListMention)
    ]
    assert names.items == ("Aldar", "Brenik", "Castola")


def test_an_anniversary_is_told_without_links() -> None:
    mentions = extract_text("In 2024 the Ferry Club kept its centenary.")
    assert [mention.value for mention in mentions if isinstance(mention, OrdinalMention)] == [100]
