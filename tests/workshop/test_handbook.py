from __future__ import annotations

from pathlib import Path

from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import packs_of
from claimcheck.workshop.handbook import handbook, is_fresh

PAGE = Path(__file__).parent.parent.parent / "docs" / "rules.md"


def test_the_handbook_is_fresh() -> None:
    assert is_fresh(packs_of(), PAGE), "run `claimcheck handbook`"


def test_every_rule_has_its_page_and_every_bad_example_its_finding() -> None:
    text = handbook(packs_of())
    for rule in packs_of().select(RuleSpec):
        assert f"\n## {rule.id}\n" in text
    assert "(no finding)" not in text
