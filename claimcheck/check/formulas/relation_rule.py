"""A rule on stated relations, made ready: its formula, the figures it is about, and the sentence that reports it.

Keys of `when`:
    relation   the kind of link
    formula    what must hold, see `claimcheck.check.formulas.formula`
    where      conditions, all of which must be met: "change: percent", "to: not percent", "from: as to" (one measure),
               "share: percent|dimensionless" (the latter for a fraction or multiple in words), "change: multiple"
               ("doubled"; "fell by a third" is none), "whole: none" (the text gives no such figure), "complete",
               "partial"
    unless     a formula: when it may hold, another rule speaks of the relation
    says       the message; {role} quotes the figures of a role, {known} and {computed} are the left and the right side
               of the formula, and {move} is "a rise" or "a fall"
    hint       added to the message when the formula `meant` may hold
    meant      see hint
    reading    "strict" when a conflict of strict readings is enough for a warning, as for a sum of many rounded
               figures, whose roundings do not all go one way
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from claimcheck.check.formulas.formula import Formula, parse_formula
from claimcheck.errors import InputError
from claimcheck.model.claim import Claim, Relation
from claimcheck.packs.schema.rules import RuleSpec

_MULTIPLE = "multiple"
_TIMES = "dimensionless"  # the unit of "a third" and "doubled", which are measured in per cent
Roles = Mapping[str, Sequence[Claim]]

_KEYS = ("relation", "formula", "where", "unless", "says", "hint", "meant", "reading")


@dataclass(frozen=True, slots=True)
class Condition:
    """One of the conditions of a rule, parsed; role is "" for one on the relation itself."""

    text: str
    role: str
    wanted: str
    like: str
    measures: frozenset[str]
    negated: bool

    @classmethod
    def parse(cls, text: str) -> Condition:
        """A condition from its text, as the key `where` has it."""
        role, colon, wanted = (part.strip() for part in text.partition(":"))
        negated = wanted.startswith("not ")
        measures = frozenset(word.strip() for word in wanted.removeprefix("not ").split("|"))
        like = wanted.removeprefix("as ") if wanted.startswith("as ") else ""
        return cls(text, role if colon else "", wanted if colon else role, like, measures, negated)

    def is_met(self, roles: Roles, complete: bool) -> bool:
        """True when the figures of a relation meet the condition."""
        if not self.role and self.wanted in ("complete", "partial"):
            return complete == (self.wanted == "complete")
        claims = roles.get(self.role, ())
        if self.wanted == "none":
            return not claims
        if self.like:
            return {claim.measure for claim in claims} == {claim.measure for claim in roles.get(self.like, ())}
        return bool(claims) and self.negated != all(map(self._measures, claims))

    def _measures(self, claim: Claim) -> bool:
        if self.measures == {_MULTIPLE}:
            return claim.form == _MULTIPLE
        return (_TIMES if is_multiple(claim) else claim.measure) in self.measures


@dataclass(frozen=True, slots=True)
class RelationRule:
    """The keys of a rule on relations, parsed."""

    rule: RuleSpec
    relation: str
    formula: Formula
    where: tuple[Condition, ...]
    of_change: tuple[Condition, ...]
    unless: Formula | None
    says: str
    hint: str
    meant: Formula | None
    strict: bool
    _concerned: dict[tuple[str | None, ...], bool] = field(default_factory=dict, repr=False, compare=False)

    def may_concern(self, change: Relation) -> bool:
        """False for a change that the rule says nothing about, whatever its levels may be."""
        if change.kind != self.relation:
            return False
        told = change.roles.get("change", ())
        if len(told) != 1:
            return all(each.is_met(change.roles, change.complete) for each in self.of_change)
        (claim,) = told
        key = claim.measure, claim.form, claim.unit
        if key not in self._concerned:  # a condition asks for no more of a change than this
            self._concerned[key] = all(each.is_met(change.roles, change.complete) for each in self.of_change)
        return self._concerned[key]

    def why_not(self, relation: Relation) -> str | None:
        """Why the rule says nothing about a relation; None when it does."""
        if relation.kind != self.relation:
            return f"not a {self.relation}"
        return self.why_not_of(relation.roles, complete=relation.complete)

    def why_not_of(self, roles: Roles, *, complete: bool) -> str | None:
        """As `why_not`, for the figures of a relation of the right kind."""
        for condition in self.where:
            if not condition.is_met(roles, complete):
                return f"not {condition.text}"
        for name in self.formula.names:
            if not roles.get(name):
                return f"no figure for {' and '.join(each for each in self.formula.names if not roles.get(each))}"
        return None


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
    conditions = tuple(map(Condition.parse, (where,) if isinstance(where, str) else where))
    formula = _formula(rule, "formula")
    assert formula is not None
    return RelationRule(
        rule=rule,
        relation=str(rule.when["relation"]),
        formula=formula,
        where=conditions,
        of_change=tuple(_of_change(conditions)),
        unless=_formula(rule, "unless"),
        says=str(rule.when["says"]),
        hint=str(rule.when.get("hint", "")),
        meant=_formula(rule, "meant"),
        strict=rule.when.get("reading") == "strict",
    )


def _of_change(where: Sequence[Condition]) -> Iterator[Condition]:
    """What a change must be, whatever its levels are: also what a level must be that has the measure of the change."""
    alike = {each.like for each in where if each.role == "change"} - {""}
    for each in where:
        if each.role in ("change", *alike) and not each.like and each.wanted != "none":
            yield replace(each, role="change")


def _formula(rule: RuleSpec, key: str) -> Formula | None:
    if key not in rule.when:
        return None
    try:
        return parse_formula(str(rule.when[key]))
    except ValueError as error:
        raise InputError(rule.file, str(error), entry=rule.id, key=f"when.{key}") from None


def is_multiple(claim: Claim) -> bool:
    """True for "doubled" and "three times", which tell a ratio; "by a third" tells a change in per cent."""
    return claim.unit == _TIMES and claim.form == _MULTIPLE
