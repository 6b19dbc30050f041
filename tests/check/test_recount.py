"""Small counts one apart, in reports of one matter."""

from claimcheck import check

COST = "The new pumps on the Halden dyke cost 12.4 million euros, Ida Strom of Norvek said on Tuesday."


def rules_of(*texts: str) -> set[str]:
    return {finding.rule for finding in check(texts=list(texts)).findings}


def test_a_count_one_apart_is_found() -> None:
    assert "count-differs-in-story" in rules_of(
        f"{COST} The five new pumps run day and night.", f"{COST} The four new pumps run at night.")


def test_counts_further_apart_are_of_two_things() -> None:
    assert "count-differs-in-story" not in rules_of(
        f"{COST} The five new pumps run day and night.", f"{COST} The nine new pumps run at night.")


def test_a_report_that_counts_twice_is_left_alone() -> None:
    assert "count-differs-in-story" not in rules_of(
        f"{COST} The five new pumps run day and night.",
        f"{COST} The four new pumps run at night, the two old pumps by day.")
