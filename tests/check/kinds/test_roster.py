"""Equal lists of names, one of which differs: when they are of one thing, and when not."""

from __future__ import annotations

import pytest

from claimcheck import check
from claimcheck.model.finding import Finding, Verdict

RULE = "name-differs-in-equal-lists"
TOLD = "The Orla choir sang in {} on its voyage, Captain Jan Finch said on 3 May 2024."


def _found(tmp_path_factory: pytest.TempPathFactory, *texts: str) -> tuple[list[Finding], list[Verdict]]:
    folder = tmp_path_factory.mktemp("reports")
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    report = check([folder])
    return ([finding for finding in report.findings if finding.rule == RULE],
            [verdict for verdict in report.verdicts if verdict.rule == RULE])


def _of(factory: pytest.TempPathFactory, mine: str, theirs: str) -> tuple[list[Finding], list[Verdict]]:
    return _found(factory, TOLD.format(mine), TOLD.format(theirs))


def test_one_name_differs(tmp_path_factory: pytest.TempPathFactory) -> None:
    findings, _ = _of(tmp_path_factory, "Oslo, Bergen, Bodo and Hamar", "Bodo, Bergen, Oslo and Molde")
    finding, = findings
    assert finding.severity == "warning"
    assert [claim.text for claim in finding.claims] == ["Oslo, Bergen, Bodo and Hamar", "Bodo, Bergen, Oslo and Molde"]
    assert "Hamar" in finding.message
    assert "Molde" in finding.message


def test_names_easily_taken_for_each_other(tmp_path_factory: pytest.TempPathFactory) -> None:
    (finding,), _ = _of(tmp_path_factory, "Kenya, Ghana, Chad and Niger", "Kenya, Ghana, Chad and Nigeria")
    assert "easily taken" in finding.explanation


def test_the_same_names_agree_in_any_order_and_spelling(tmp_path_factory: pytest.TempPathFactory) -> None:
    mine, theirs = "Oslo, Bergen, Bodo and Ho Chi Minh City", "Bodo, Oslo, Saigon and Bergen"
    findings, verdicts = _of(tmp_path_factory, mine, theirs)
    assert not findings
    assert [verdict.verdict for verdict in verdicts] == ["agrees"]


@pytest.mark.parametrize("theirs", [
    "Oslo, Bergen, Alta and Molde",  # two differ
    "Oslo, Bergen, Bodo, Hamar and Alta",  # one more
    "Oslo, Bergen, Bodo and Hamar Town",  # one by two names
])
def test_other_lists(tmp_path_factory: pytest.TempPathFactory, theirs: str) -> None:
    assert not _of(tmp_path_factory, "Oslo, Bergen, Bodo and Hamar", theirs)[0]


@pytest.mark.parametrize("other", [
    "The Orla choir sang in Oslo, Bergen, Bodo and Molde on its second voyage, Captain Jan Finch said on 3 May 2024.",
    "The Orla choir sang in Oslo, Bergen, Bodo and Molde on its voyage, Captain Jan Finch said on 3 May 2021.",
    "The Orla choir will sing in Oslo, Bergen, Bodo and Molde on its voyage, Captain Jan Finch said on 3 May 2024.",
    "The Marra choir sang in Oslo, Bergen, Bodo and Molde on its voyage, Captain Ada Brook said on 3 May 2024.",
    "Ships lay idle in Oslo, Bergen, Bodo and Molde for want of crews.",
    "The Orla choir sang in Oslo, Bergen, Bodo and Molde on its voyage, Captain Jan Finch said on 3 May 2024. "
    "It had left out Hamar for want of a hall.",
])
def test_lists_of_two_things(tmp_path_factory: pytest.TempPathFactory, other: str) -> None:
    findings, _ = _found(tmp_path_factory, TOLD.format("Oslo, Bergen, Bodo and Hamar"), other)
    knows_both = "left out" in other
    assert bool(findings) == knows_both  # leaving out with intent is only shown when both reports name both
