"""The handbook: the manual pages of all rules as one generated Markdown file."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.workshop.explain import explain_rule

HANDBOOK = Path("docs/rules.md")

_HEAD = """\
# The rules

<!-- Generated from rules/contradictions/ by `claimcheck handbook`. Change the rules, not this page. -->

Each finding below is what claimcheck says about the example above it.
"""


def handbook(packs: Packs) -> str:
    """The handbook of the rules in these packs, as Markdown."""
    rules = packs.select(RuleSpec)
    contents = [f"- [{rule.id}](#{rule.id}): {rule.what.strip()}" for rule in rules]
    pages = ["#" + explain_rule(rule, packs) for rule in rules]
    return "\n".join([_HEAD, *contents, "", "\n".join(pages)])


def is_fresh(packs: Packs, path: Path = HANDBOOK) -> bool:
    """Whether the file holds the handbook of these packs; raises InputError when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8") == handbook(packs)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
