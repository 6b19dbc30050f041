"""What bears on a conflict: its figures and whatever is tied to them, to be judged again with one of them edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.check.ledger import Ledger
from claimcheck.model.alike import like
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict

_MOST_CLAIMS = 60  # that are tied to one conflict

_SAYING = ("metric", "measure", "subject", "period", "reading")
_EDITED = ("value", "reading", "unit", "measure", "period", "trend")

Spot = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Trial:
    """One edit to try: what stands in for which claim or relation, and how the hint tells it.

    agreeing: the rules must not only fall silent but agree on the claim, since the edit changes what it is compared
    with.
    """

    claim: Claim
    instead: Claim
    hint: str
    relations: Mapping[int, Relation]
    agreeing: bool = False
    chancy: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """The claims and relations that bear on a conflict."""

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]

    def edited(self, trial: Trial) -> Ledger:
        """What the rules are given with one claim edited wherever it stands, in all copies of its text."""
        told = {field: getattr(trial.instead, field) for field in _EDITED}
        swap = {id(claim): like(claim, told) for claim in self.claims if is_print(claim, trial.claim)}
        swap[id(trial.claim)] = trial.instead
        relations = []
        for relation in self.relations:
            relation = trial.relations.get(id(relation), relation)
            if any(id(claim) in swap for several in relation.roles.values() for claim in several):
                roles = {role: tuple(swap.get(id(claim), claim) for claim in several)
                         for role, several in relation.roles.items()}
                relation = like(relation, {"roles": roles})
            relations.append(relation)
        return Ledger(tuple(swap.get(id(claim), claim) for claim in self.claims), tuple(relations), trial=True)


class Surroundings:
    """What is tied to the claims of a run: relations, verdicts, and figures of the same thing."""

    def __init__(self, ledger: Ledger, verdicts: Iterable[Verdict]) -> None:
        self._ledger = ledger
        self._relations: dict[int, list[Relation]] = defaultdict(list)
        self._company: dict[int, list[Claim]] = defaultdict(list)
        for relation in ledger.relations:
            for several in relation.roles.values():
                for claim in several:
                    self._relations[id(claim)].append(relation)
        for verdict in verdicts:
            if verdict.verdict == "agrees" and len(verdict.claims) <= _MOST_CLAIMS:
                for claim in verdict.claims:
                    self._company[id(claim)].extend(verdict.claims)

    def tell_of_another_year(self, claims: Sequence[Claim]) -> bool:
        """True when some report gives the amount of one of several figures as that of another time."""
        return any(
            each.value == claim.value and each.period != claim.period and each.period is not None
            for claim in claims if claim.metric and claim.period is not None for each in self._ledger.over_time(claim)
        )

    def of(self, group: Sequence[Finding]) -> Scene | None:
        """What bears on these findings; None when that is too much to try edits on."""
        core = {id(claim): claim for each in group for claim in (*each.claims, *each.repeats)}
        relations = {id(relation): relation for key in core for relation in self._relations.get(key, ())}
        claims = dict(core)
        for key, claim in core.items():
            near = [*self._company.get(key, ()), *(self._ledger.over_time(claim) if claim.metric else ())]
            if len(near) > _MOST_CLAIMS:
                return None
            claims.update((id(each), each) for each in near)
        for relation in relations.values():
            claims.update((id(claim), claim) for several in relation.roles.values() for claim in several)
        if len(claims) > _MOST_CLAIMS:
            return None
        ordered = sorted(claims.values(), key=spot_of)
        return Scene(tuple(ordered), tuple(sorted(relations.values(), key=lambda each: (each.path, each.start))))


def says_the_same(one: Claim, other: Claim) -> bool:
    """True for two claims that tell one amount of one thing."""
    return all(getattr(one, field) == getattr(other, field) for field in _SAYING)


def is_print(one: Claim, other: Claim) -> bool:
    """True for one figure in two copies of a text."""
    copies = one.path != other.path and bool(one.origin) and one.origin == other.origin
    return copies and one.text == other.text and says_the_same(one, other)


def spot_of(claim: Claim) -> Spot:
    """Where a claim stands, which tells it from all others."""
    return claim.path, claim.start, claim.end, claim.kind
