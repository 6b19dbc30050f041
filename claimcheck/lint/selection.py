"""Which rules a run is about: by id, by kind, or by the beginning of a kind."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from claimcheck.errors import InputError
from claimcheck.packs.schema.rules import RuleSpec


def selected_rules(rules: Sequence[RuleSpec], select: Sequence[str], ignore: Sequence[str]) -> frozenset[str]:
    """The ids of the rules that some name in `select` means (all when it is empty) and none in `ignore`.

    Raises InputError, with the nearest names, for a name that means no rule.
    """
    wanted = rules_meant(rules, select, "--select") if select else frozenset(rule.id for rule in rules)
    return wanted - rules_meant(rules, ignore, "--ignore")


def rules_meant(rules: Sequence[RuleSpec], names: Iterable[str], where: str) -> frozenset[str]:
    """The ids of the rules that the names mean; raises InputError for one that means none, saying where it stands."""
    meant: set[str] = set()
    for name in names:
        found = rules_called(name, rules)
        if not found:
            raise InputError(where, no_such_rule(name, rules))
        meant |= found
    return frozenset(meant)


def rules_called(name: str, rules: Sequence[RuleSpec]) -> frozenset[str]:
    """The ids of the rules that a name means; none, if it means none."""
    return frozenset(rule.id for rule in rules if name and (rule.id == name or rule.kind.startswith(name)))


def no_such_rule(name: str, rules: Sequence[RuleSpec]) -> str:
    """A complaint about a name that means no rule, with the nearest that do."""
    known = {known for rule in rules for known in (rule.id, rule.kind)}
    near = difflib.get_close_matches(name, sorted(known), n=3, cutoff=0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else "claimcheck rules lists them"
    return f"no rule or kind is called {name!r}; {hint}"
