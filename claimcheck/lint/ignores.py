"""Findings that a comment in a report takes out, and the comments that do not what their writers hoped for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.lint.selection import no_such_rule, rules_called
from claimcheck.model.finding import Finding
from claimcheck.model.ignore import Ignore
from claimcheck.model.silence import Notice, Silenced, Topic
from claimcheck.packs.schema.rules import RuleSpec

_FORM = "write: claimcheck: ignore RULE because REASON"


@dataclass(frozen=True, slots=True)
class Ignores:
    """The comments of some reports. `valid`: those that silence something, with the rules they mean; `notices`: what is
    wrong with the others.
    """

    valid: tuple[tuple[Ignore, frozenset[str]], ...]
    notices: tuple[Notice, ...]


def read_ignores(ignores: Sequence[Ignore], rules: Sequence[RuleSpec]) -> Ignores:
    """Which of the comments may silence findings: those with a reason, and with names that mean rules."""
    valid: list[tuple[Ignore, frozenset[str]]] = []
    notices: list[Notice] = []
    for ignore in ignores:
        faults = list(_faults(ignore, rules))
        notices += faults
        if not faults:
            valid.append((ignore, frozenset().union(*(rules_called(name, rules) for name in ignore.rules))))
    return Ignores(tuple(valid), tuple(notices))


def hide_ignored(
    findings: Sequence[Finding], ignores: Ignores, wanted: frozenset[str]
) -> tuple[tuple[Finding, ...], tuple[Silenced, ...], tuple[Notice, ...]]:
    """The findings that no comment is about, those that one is, and a notice for each comment that silenced none.

    A comment is about a finding of a rule that it names when one of the finding's claims stands in its stretch.
    `wanted`: the rules of this run; a comment on others is not called unused.
    """
    told: list[Finding] = []
    hidden: list[Silenced] = []
    used: set[int] = set()
    for finding in findings:
        about = [at for at, (ignore, rules) in enumerate(ignores.valid) if _is_about(ignore, rules, finding)]
        used.update(about)
        if about:
            hidden.append(Silenced(finding=finding, by="comment", reason=ignores.valid[about[0]][0].reason))
        else:
            told.append(finding)
    unused = (
        _notice("ignore-unused", ignore, f"no finding of {', '.join(ignore.rules)} here in this run")
        for at, (ignore, rules) in enumerate(ignores.valid)
        if at not in used and rules <= wanted
    )
    return tuple(told), tuple(hidden), tuple(unused)


def _is_about(ignore: Ignore, rules: frozenset[str], finding: Finding) -> bool:
    return finding.rule in rules and any(
        ignore.covers(claim.path, claim.start, claim.end) for claim in finding.claims
    )


def _faults(ignore: Ignore, rules: Sequence[RuleSpec]) -> Iterator[Notice]:
    if not ignore.rules:
        yield _notice("ignore-unreadable", ignore, f"not understood; {_FORM}")
    elif not ignore.reason:
        yield _notice("ignore-without-reason", ignore, f"silences nothing without a reason; {_FORM}")
    for name in ignore.rules:
        if not rules_called(name, rules):
            yield _notice("ignore-of-no-rule", ignore, no_such_rule(name, rules))


def _notice(topic: Topic, ignore: Ignore, message: str) -> Notice:
    if ignore.part:
        return Notice(topic=topic, path=ignore.path, message=f"{ignore.part}: {message}")
    return Notice(topic=topic, path=ignore.path, message=message, line=ignore.line, column=ignore.column)
