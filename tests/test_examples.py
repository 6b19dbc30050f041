"""Every entry of every shipped pack carries examples, and they hold."""

from __future__ import annotations

import pytest

from claimcheck.check.kinds import METHODS
from claimcheck.packs.entry import Entry
from claimcheck.packs.schema import ENTRY_TYPES
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import packs_of
from claimcheck.workshop.examples import run_entry
from claimcheck.workshop.runners import RUNNERS

PACKS = packs_of()
ENTRIES = list(PACKS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.table}:{entry.language}:{entry.key}")
def test_examples_hold(entry: Entry) -> None:
    assert [str(problem) for problem in run_entry(entry, PACKS)] == []


def test_every_type_of_entry_has_a_runner_and_every_runner_a_type() -> None:
    assert set(RUNNERS) == set(ENTRY_TYPES)


def test_every_type_of_entry_is_in_use() -> None:
    assert set(ENTRY_TYPES.values()) == {type(entry) for entry in ENTRIES}


def test_every_rule_has_a_method_and_every_method_a_rule() -> None:
    assert set(METHODS) == {rule.method for rule in PACKS.select(RuleSpec)}


def test_a_rule_lies_in_the_file_of_its_name() -> None:
    for rule in PACKS.select(RuleSpec):
        assert rule.file.endswith(f"contradictions/{rule.id}.toml")
