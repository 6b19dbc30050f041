"""Ordinals, and numbers that are refused."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.refusals import scan_refusals
from claimcheck.packs.schema.refusals import OrdinalWords, RefusalSpec
from claimcheck.workshop.runners import refusals as runner
from tests.cost import assert_at_most
from tests.extract import lexicons

SPECS = [entry for entry in lexicons.packs() if isinstance(entry, RefusalSpec)]
ORDINALS = [entry for entry in lexicons.packs() if isinstance(entry, OrdinalWords)]


@pytest.mark.parametrize("entry", SPECS, ids=lambda entry: f"{entry.language}-{entry.id}")
def test_examples_of_refusals(entry: RefusalSpec) -> None:
    assert runner.run_refusal(entry, lexicons.packs()) == []


@pytest.mark.parametrize("entry", ORDINALS, ids=lambda entry: entry.language)
def test_examples_of_ordinals(entry: OrdinalWords) -> None:
    assert runner.run_ordinals(entry, lexicons.packs()) == []


def test_taken_spans_are_left_alone() -> None:
    text = "in room 304 at 9:30"
    assert [text[d.start : d.end] for d in scan_refusals(text, [(3, 11)], lexicons.refusals())[1]] == ["9:30"]


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose 12.5% to 31.4 billion USD", "15 to 20 people died",
        "33-35 billion euros", "Norway (12), Kenya (9)",
        "5 million of them", "It won 3 of 4 lots", "a gain of 2.5 points", "No 5% rise",
    ],
)
def test_what_is_a_quantity(text: str) -> None:
    assert scan_refusals(text, (), lexicons.refusals()) == ([], [])


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="12 0/-.,:()'+ahpmGMTNo.th\n", max_size=80))
def test_drafts_lie_inside_the_text_and_apart(text: str) -> None:
    ordinals, refused = scan_refusals(text, (), lexicons.refusals())
    spans = sorted((draft.start, draft.end) for draft in [*ordinals, *refused])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_cost_grows_with_the_text() -> None:
    text, lexicon = "1 1 1 1 1 1 won 2-1 on 0912 345 678 at 9:30 ", lexicons.refusals()
    assert_at_most(5, lambda: scan_refusals(text * 1200, (), lexicon), lambda: scan_refusals(text * 300, (), lexicon))
