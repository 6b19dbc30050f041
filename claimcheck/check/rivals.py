"""Which offices one person does not hold together.

The words come from a rule: `exclusive` groups hold whatever the body ("ambassador, consul general"), `one_body` groups
only within one body that both titles name ("president, treasurer" of one union), `together` groups never ("chairman,
chief executive"). `many_bodies` lists ranks that say little by themselves, `courtesy` those by which their deputies
are politely called. A member of a group is a rank ("deputy governor"), or "rank|body" for a rank that only counts in
that body. `one_field` lists ranks held in one field or place at a time: who is minister of health is not minister of
defence. `one_department` lists ranks held in one of the `departments` of a government.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.model.office import Office
from claimcheck.packs.schema.rules import RuleSpec

_Groups = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Rivals:
    """The groups of offices of one rule; `vague` ranks say little where no body is named."""

    exclusive: _Groups
    one_body: _Groups
    together: _Groups
    vague: frozenset[str]
    courtesy: frozenset[str]
    one_field: frozenset[str]
    one_department: frozenset[str]
    departments: frozenset[str]

    @classmethod
    def of_rule(cls, rule: RuleSpec) -> Rivals:
        """The groups that the `when` of a rule lists."""
        exclusive, one_body, together = (_groups(rule, key) for key in ("exclusive", "one_body", "together"))
        vague, courtesy, one_field, one_department, departments = (
            frozenset(_as_tuple(rule.when.get(key, ())))
            for key in ("many_bodies", "courtesy", "one_field", "one_department", "departments")
        )
        return cls(exclusive, one_body, together, vague, courtesy, one_field, one_department, departments)

    def exclude(self, first: Office, second: Office) -> bool:
        """True when one person does not hold both offices at one time."""
        if first.rank == second.rank:
            polite = first.rank in self.courtesy
            higher = first.level != second.level and not polite and first.may_share_body(second)
            return higher or self._are_of_two_bodies(first, second)
        if _both_in(self.together, first, second):
            return False
        if _both_in(self.exclusive, first, second):
            return _fit(first.scope, second.scope) and _fit(first.sender, second.sender)
        return _both_in(self.one_body, first, second) and self._is_one_body(first, second)

    def exclude_anywhere(self, first: Office, second: Office) -> bool:
        """True for offices that nobody holds together, of two places: those of two people, or of one that is placed
        by the land that sends in one report and by the town in another.
        """
        if first.rank == second.rank or _both_in(self.together, first, second):
            return False
        return _both_in(self.exclusive, first, second) and _fit(first.scope, second.scope)

    def _are_of_two_bodies(self, first: Office, second: Office) -> bool:
        """True for one rank in two bodies that a group names: a council and the committee that it elects."""
        one, other = f"{first.head}|{first.body}", f"{second.head}|{second.body}"
        named = one != other and any({one, other} <= group for group in self.exclusive)
        return named and _fit(first.scope, second.scope) and _fit(first.place, second.place)

    def are_of_two_fields(self, first: Office, second: Office) -> bool:
        """True for one rank in two fields or places, of which nobody holds two unless somebody says so."""
        if first.head == second.head and first.head in self.one_department:
            return self._are_of_two_departments(first, second)
        if first.head != second.head or not (_is_in(self.one_field, first) and _is_in(self.one_field, second)):
            return False
        if first.body and second.body and set(first.body.split()).isdisjoint(second.body.split()):
            return True
        if first.body != second.body or not _fit(first.scope, second.scope):
            return False
        return _are_two(first.sender, second.sender) or _are_two(first.host, second.host)

    def _are_of_two_departments(self, first: Office, second: Office) -> bool:
        """True for two fields of government of one place, each with a department of its own."""
        mine, theirs = set(first.body.split()), set(second.body.split())
        named = bool(mine and theirs) and mine | theirs <= self.departments
        return named and mine.isdisjoint(theirs) and _fit(first.place, second.place)

    def _is_one_body(self, first: Office, second: Office) -> bool:
        """True for two posts of one union or company, or for two that leave it open but say enough by themselves."""
        if not (_fit(first.scope, second.scope) and _fit(first.place, second.place)):
            return False
        if first.body and second.body:
            return _within(first.body, second.body)
        if first.body or second.body:
            return bool(first.place) and first.place == second.place
        return bool(first.place and second.place) or not {first.rank, second.rank} <= self.vague


def _as_tuple(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _groups(rule: RuleSpec, key: str) -> _Groups:
    return tuple(frozenset(one.split(", ")) for one in _as_tuple(rule.when.get(key, ())))


def _both_in(groups: Iterable[frozenset[str]], first: Office, second: Office) -> bool:
    return any(_is_in(group, first) and _is_in(group, second) for group in groups)


def _is_in(group: frozenset[str], office: Office) -> bool:
    return office.head in group or f"{office.head}|{office.body}" in group


def _are_two(mine: str, theirs: str) -> bool:
    """True for two names of places without a word in common, of which neither stands for the other by its letters."""
    one, other = mine.split(), theirs.split()
    apart = bool(one and other) and set(one).isdisjoint(other)
    return apart and not (_stands_for(one, other) or _stands_for(other, one))


def _stands_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """True for "hcmc" beside "ho chi minh"."""
    return len(short) == 1 and len(long) > 1 and short[0].startswith("".join(word[0] for word in long))


def _fit(mine: str, theirs: str) -> bool:
    return not mine or not theirs or _within(mine, theirs)


def _within(mine: str, theirs: str) -> bool:
    """True when one says the same as the other, or the same with fewer words: "union", "dockers union"."""
    first, second = set(mine.split()), set(theirs.split())
    return first <= second or second <= first
