"""What labels say. The quick look at their words must never rule out what a pattern fits."""

from __future__ import annotations

import re

import pytest

from claimcheck.packs.schema.tables import TableSays, TableWords
from claimcheck.pipeline import packs_of
from tests.extract.tables.tabled import LEXICON

PHRASES = [word for spec in packs_of().select(TableWords, "en") for word in spec.words]


@pytest.mark.parametrize(
    ("label", "what"),
    [("Total boats", "total"), ("Boats, total", "total"), ("— Less: refunds", "less"), ("of which women", "within"),
     ("% change", "worked"), ("Change (+/-)", "worked"), ("Weighted average price", "mean")],
)
def test_a_label_says_so(label: str, what: TableSays) -> None:
    assert LEXICON.says(label, what)
    assert not LEXICON.says("Ferry boats", what)


@pytest.mark.parametrize("form", ["{}", "{} of boats", "Boats {}", "({}) boats", "BOATS, {}:", "9 {}s"])
def test_a_quick_look_hides_nothing_that_fits(form: str) -> None:
    for phrase in PHRASES:
        label = form.format(phrase)
        for what, expression in LEXICON.expressions.items():
            fits = re.match(expression, re.sub(r"^[\W_]+", "", label), re.IGNORECASE)
            assert LEXICON.says(label, what) == bool(fits), (label, what)
