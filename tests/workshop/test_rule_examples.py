"""The workshop must notice examples that do not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck.packs.schema.rules import Example, RuleSpec
from claimcheck.pipeline import packs_of
from claimcheck.workshop.examples import run_entry
from claimcheck.workshop.runners.rules import run

LOW = "Vietnam's exports reached 36.6 billion USD in 2023."
HIGH = "In 2023 Vietnam's exports reached 41.2 billion USD."


def _rule() -> RuleSpec:
    """The shipped rule that compares figures of one fact."""
    return next(rule for rule in packs_of().select(RuleSpec) if rule.kind == "same-fact")


def _problems(**changes: tuple[Example, ...]) -> list[str]:
    right = {
        "bad": (Example(reports=(LOW, HIGH), quotes=("36.6 billion USD", "41.2 billion USD")),),
        "good": (Example(reports=(LOW, LOW)),),
    }
    return run(_rule().model_copy(update={**right, **changes}), packs_of())


def test_examples_that_hold_are_no_problem() -> None:
    assert _problems() == []


def test_a_bad_example_must_yield_a_finding() -> None:
    (problem,) = _problems(bad=(Example(reports=(LOW, LOW)),))
    assert problem.startswith("bad example 1: no finding of ")


def test_a_bad_example_must_yield_a_finding_over_its_quotes() -> None:
    (problem,) = _problems(bad=(Example(reports=(LOW, HIGH), quotes=("36.6 billion USD", "In")),))
    assert "no finding" in problem
    assert "'In'" in problem


def test_a_quote_must_stand_once_in_the_reports() -> None:
    problems = _problems(bad=(Example(reports=(LOW, HIGH), quotes=("nowhere",)),))
    assert any("stands 0 times" in problem for problem in problems)


def test_a_good_example_must_raise_no_alarm_of_any_rule() -> None:
    (problem,) = _problems(good=(Example(reports=(LOW, HIGH)),))
    assert problem.startswith("good example 1: error of ")


def test_an_entry_of_a_type_without_a_runner_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(__import__("claimcheck.workshop.runners", fromlist=["RUNNERS"]).RUNNERS, "rule")
    (problem,) = run_entry(_rule(), packs_of())
    assert "no runner" in str(problem)


def test_a_pack_of_ones_own_is_tested_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = _rule()
    text = f"""
[[rule]]
id = "a-rule-of-mine"
kind = "same-fact"
method = "{rule.method}"
since = "0.1"
what = "w"
why = "w"
settle = "s"
limits = "l"
[[rule.bad]]
reports = ["{LOW}", "{HIGH}"]
[[rule.good]]
reports = ["{LOW}"]
"""
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    assert cli.main(["rules", "test", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "1 entry run, 0 problems\n"
    (tmp_path / "mine.toml").write_text(text.replace("41.2", "36.6"), encoding="utf-8")
    assert cli.main(["rules", "test", str(tmp_path)]) == 1
    assert "mine.toml: rule 'a-rule-of-mine': bad example 1: no finding of a-rule-of-mine" in capsys.readouterr().out
