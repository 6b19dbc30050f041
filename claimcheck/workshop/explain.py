"""One rule as a manual page, with the findings that its bad examples yield; and the list of all rules."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from tabulate import tabulate

from claimcheck.errors import InputError
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.rules import Example, RuleSpec
from claimcheck.report.findings import render_finding
from claimcheck.report.look import Look
from claimcheck.report.quotable import Quotable
from claimcheck.workshop.runners.rules import check_example, example_texts

_PAGE_WIDTH = 100


def find_rule(name: str, packs: Packs) -> RuleSpec:
    """The rule of this id; raises InputError, with the nearest names, when there is none."""
    rules = {rule.id: rule for rule in packs.select(RuleSpec)}
    if name in rules:
        return rules[name]
    near = difflib.get_close_matches(name, rules, n=3, cutoff=0.4)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; claimcheck rules lists them"
    raise InputError(name, f"no such rule{hint}")


def explain_rule(rule: RuleSpec, packs: Packs) -> str:
    """The manual page of a rule, as Markdown."""
    parts = [
        f"# {rule.id}",
        f"Kind {rule.kind}, at most {_article(rule.severity)}, since {rule.since}.",
        f"**What.** {rule.what.strip()}",
        f"**Why.** {rule.why.strip()}",
    ]
    for example in rule.bad:
        parts += ["**Bad.**", _fence(_reports(example)), _fence(_findings(rule, example, packs))]
    for example in rule.good:
        parts += ["**Good.**", _fence(_reports(example))]
    parts += [f"**How to settle it.** {rule.settle.strip()}", f"**Limits.** {rule.limits.strip()}"]
    return "\n\n".join(parts) + "\n"


def list_rules(packs: Packs, width: int) -> str:
    """All rules as a table: id, kind, severity, what they find."""
    rules = packs.select(RuleSpec)
    taken = max((len(rule.id) + len(rule.kind) for rule in rules), default=0) + len("severity") + 6
    rows = [(rule.id, rule.kind, rule.severity, rule.what.strip()) for rule in rules]
    widths = [None, None, None, max(width - taken, 30)]
    return tabulate(rows, headers=["rule", "kind", "severity", "what it finds"], maxcolwidths=widths) + "\n"


def _article(severity: str) -> str:
    return f"an {severity}" if severity == "error" else f"a {severity}"


def _fence(text: str) -> str:
    return f"```\n{text}\n```"


def _reports(example: Example) -> str:
    lines = [f"{name}: {text}" for name, text in example_texts(example).items()]
    return "\n".join(lines)


def _findings(rule: RuleSpec, example: Example, packs: Packs) -> str:
    return "\n\n".join(_own_findings(rule, example, packs)) or "(no finding)"


def _own_findings(rule: RuleSpec, example: Example, packs: Packs) -> Iterator[str]:
    report = check_example(example, packs)
    for finding in report.findings:
        if finding.rule == rule.id:
            yield render_finding(finding, Quotable(report), Look(width=_PAGE_WIDTH))
