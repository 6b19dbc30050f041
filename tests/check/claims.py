"""Claims built by hand for the tests of checking."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from claimcheck.model.claim import Claim, Relation
from claimcheck.model.ends import Number
from claimcheck.model.interval import Interval
from claimcheck.model.reading import Reading
from claimcheck.packs.schema.rules import Example, RuleSpec


def figure(path: str, value: Number, *, slack: Number = 0, at: int = 0, **fields: Any) -> Claim:
    """A figure of exports of Ha Giang in 2023, unless told otherwise."""
    reading = Reading(
        Interval.around(value, Fraction(slack) / 2), Interval.around(value, slack)
    )
    given = {
        "metric": "exports", "measure": "USD", "subject": "Ha Giang", "period": "2023", "role": "level",
        "phrase": "exports", "text": str(value), "start": at, "end": at + 4, "line": at // 10 + 1,
    }
    return Claim(path=path, reading=reading, **{**given, **fields})


def record(claim: Claim, scope: str = "", direction: str = "highest") -> Relation:
    """Words that call the figure a record."""
    return Relation(kind="superlative", roles={"value": (claim,)}, path=claim.path, start=claim.start,
                    end=claim.end + 10, direction=direction, scope=scope)


def rule(name: str, method: str, kind: str, **when: Any) -> RuleSpec:
    """A rule for one method."""
    example = Example(reports=("One.", "Two."))
    return RuleSpec(id=name, kind=kind, method=method, since="0.1", what="w", why="w", settle="s", limits="l",
                    when=when, bad=(example,), good=(example,))


SAME = rule("figure-contradicts-figure", "same_fact", "same-fact", slip="none")
SLIP = rule("figure-slips-in-scale", "same_fact", "unit-scale", slip="only")
RECORD = rule("record-below-earlier-figure", "superlative", "superlative", unlimited=("ever", "on record"))
RULES = (SAME, SLIP, RECORD)
