from __future__ import annotations

import pytest

from claimcheck.errors import InputError
from claimcheck.lint.selection import selected_rules
from claimcheck.packs.load import load_packs
from claimcheck.packs.schema.rules import RuleSpec

RULES = load_packs().select(RuleSpec)
OF_RANGE = {rule.id for rule in RULES if rule.kind == "range"}


def test_nothing_selected_is_everything() -> None:
    assert selected_rules(RULES, (), ()) == {rule.id for rule in RULES}


def test_rules_are_meant_by_id_by_kind_and_by_its_beginning() -> None:
    assert selected_rules(RULES, ["range"], ()) == OF_RANGE
    assert selected_rules(RULES, ["figure-contradicts-figure"], ()) == {"figure-contradicts-figure"}
    assert selected_rules(RULES, ["ran"], ()) > OF_RANGE


def test_what_is_ignored_is_not_selected() -> None:
    first = min(OF_RANGE)
    assert selected_rules(RULES, ["range"], [first]) == OF_RANGE - {first}
    assert not selected_rules(RULES, ["range"], ["range"])


@pytest.mark.parametrize(("select", "ignore", "where"), [(["ranges"], [], "--select"), ([], [""], "--ignore")])
def test_a_name_that_means_nothing_is_answered_with_near_ones(select: list[str], ignore: list[str], where: str) -> None:
    with pytest.raises(InputError) as caught:
        selected_rules(RULES, select, ignore)
    assert caught.value.path == where
    assert "did you mean range" in caught.value.reason or where == "--ignore"
