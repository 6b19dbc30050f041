"""A rule on stated relations, made ready: its formula, the figures it is about, and the sentence that reports it.

Keys of `when`:
    relation   the kind of link
    formula    what must hold, see `claimcheck.check.formula`
    where      conditions, all of which must be met: "change: percent", "to: not percent", "from: as to" (one measure),
               "share: percent|dimensionless" (the latter for a fraction or multiple in words), "change: multiple"
               ("doubled"; "fell by a third" is none), "whole: none" (the text gives no such figure), "complete",
               "partial"
    unless     a formula: when it may hold, another rule speaks of the relation
    says       the message; {role} quotes the figures of a role, {computed} is the right side of the formula, and
               {move} is "a rise" or "a fall"
    hint       added to the message when the formula `meant` may hold
    meant      see hint
    reading    "strict" when a conflict of strict readings is enough for a warning, as for a sum of many rounded
               figures, whose roundings do not all go one way
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.check.formula import Formula, parse_formula
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim, Relation
from claimcheck.packs.schema.rules import RuleSpec

_MULTIPLE = "multiple"
_TIMES = "dimensionless"  # the unit of "a third" and "doubled", which are measured in per cent
_KEYS = ("relation", "formula", "where", "unless", "says", "hint", "meant", "reading")


@dataclass(frozen=True, slots=True)
class RelationRule:
    """The keys of a rule on relations, parsed."""

    rule: RuleSpec
    relation: str
    formula: Formula
    where: tuple[str, ...]
    unless: Formula | None
    says: str
    hint: str
    meant: Formula | None
    strict: bool

    def why_not(self, relation: Relation) -> str | None:
        """Why the rule says nothing about a relation; None when it does."""
        if relation.kind != self.relation:
            return f"not a {self.relation}"
        for condition in self.where:
            if not _meets(relation, condition):
                return f"not {condition}"
        missing = [name for name in self.formula.names if not relation.roles.get(name)]
        return f"no figure for {' and '.join(missing)}" if missing else None


def ready(rule: RuleSpec) -> RelationRule:
    """The parsed rule; raises InputError naming the key that is wrong."""
    return _ready(_Key(rule))


@dataclass(frozen=True, slots=True)
class _Key:
    """A rule as a key of the cache: two rules of one name and file are one."""

    rule: RuleSpec

    def __hash__(self) -> int:
        return hash((self.rule.id, self.rule.file))


@lru_cache(maxsize=256)
def _ready(key: _Key) -> RelationRule:
    rule = key.rule
    unknown = [name for name in rule.when if name not in _KEYS]
    if unknown:
        raise InputError(rule.file, f"unknown; known: {', '.join(_KEYS)}", entry=rule.id, key=f"when.{unknown[0]}")
    for name in ("relation", "formula", "says"):
        if name not in rule.when:
            raise InputError(rule.file, "is missing", entry=rule.id, key=f"when.{name}")
    where = rule.when.get("where", ())
    formula = _formula(rule, "formula")
    assert formula is not None
    return RelationRule(
        rule=rule,
        relation=str(rule.when["relation"]),
        formula=formula,
        where=(where,) if isinstance(where, str) else tuple(where),
        unless=_formula(rule, "unless"),
        says=str(rule.when["says"]),
        hint=str(rule.when.get("hint", "")),
        meant=_formula(rule, "meant"),
        strict=rule.when.get("reading") == "strict",
    )


def _formula(rule: RuleSpec, key: str) -> Formula | None:
    if key not in rule.when:
        return None
    try:
        return parse_formula(str(rule.when[key]))
    except ValueError as error:
        raise InputError(rule.file, str(error), entry=rule.id, key=f"when.{key}") from None


def _meets(relation: Relation, condition: str) -> bool:
    if condition in ("complete", "partial"):
        return relation.complete == (condition == "complete")
    role, _, wanted = (part.strip() for part in condition.partition(":"))
    claims = relation.roles.get(role, ())
    if wanted == "none":
        return not claims
    if wanted.startswith("as "):
        return {claim.measure for claim in claims} == {claim.measure for claim in relation.roles.get(wanted[3:], ())}
    if wanted.startswith("not "):
        return bool(claims) and not _all(claims, wanted[4:])
    return bool(claims) and _all(claims, wanted)


def _all(claims: Sequence[Claim], wanted: str) -> bool:
    if wanted == _MULTIPLE:
        return all(claim.form == _MULTIPLE for claim in claims)
    measures = {word.strip() for word in wanted.split("|")}
    return all((_TIMES if is_multiple(claim) else claim.measure) in measures for claim in claims)


def is_multiple(claim: Claim) -> bool:
    """True for "doubled" and "three times", which tell a ratio; "by a third" tells a change in per cent."""
    return claim.unit == _TIMES and claim.form == _MULTIPLE
