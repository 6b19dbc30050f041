"""Words that tell events apart, as the rule on the days of events lists them."""

from __future__ import annotations

from dataclasses import dataclass, fields

from claimcheck.model.claim import Claim
from claimcheck.packs.schema.rules import RuleSpec


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that tell events apart.

    apart: what happens again and again ("meeting"); counting: which one of several it was, which one of two reports may
    leave out ("second"); more: for one more of a sort, right before the word for it; sides: parts of a whole, of which
    the one is not the other ("northern", "southern"); ahead: of what is to come, which not all reports that tell of it
    need use ("will"); variants: of another thing of one sort ("semi", "junior"); people: of somebody else than the one
    whom the other sentence names, wherever in the sentence ("wife"); recurring: sorts of what happens again
    and again; serial: what comes out again and again ("bulletin"). Sides come in groups, of which
    two words tell two of them.
    """

    apart: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    variants: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    recurring: frozenset[str] = frozenset()
    serial: frozenset[str] = frozenset()
    sides: tuple[frozenset[str], ...] = ()

    @classmethod
    def of_rule(cls, rule: RuleSpec) -> Telling:
        """The words that the `when` of a rule lists; those of `sides` in groups ("upper, lower")."""
        sides = tuple(frozenset(group.split(", ")) for group in rule.when.get("sides", ()))
        words = {field.name: frozenset(rule.when.get(field.name, ())) for field in fields(cls) if field.name != "sides"}
        return cls(**words, sides=sides)


def are_of_two_sides(a: Claim, b: Claim, words: Telling) -> bool:
    """True where the sentences of two days tell of two parts of one thing."""
    mine, yours = a.context - b.context, b.context - a.context
    return any(not group.isdisjoint(mine) and not group.isdisjoint(yours) for group in words.sides)


def are_of_two_people(a: Claim, b: Claim, words: Telling) -> bool:
    """True where the sentence of one of two days alone tells of somebody else ("her husband")."""
    return not words.people.isdisjoint(a.context ^ b.context)
