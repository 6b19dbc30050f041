"""The rows of the consistency table: which of them are shown, in which order, and what a cell says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Fact, Mark
from claimcheck.model.in_words import as_name, own_span
from claimcheck.model.interval import Interval
from claimcheck.model.mention import Hedge
from claimcheck.model.period import Period
from claimcheck.model.period_words import time_words

RowChoice = Literal["conflicts", "shared", "all"]
ROW_CHOICES: tuple[RowChoice, ...] = ("conflicts", "shared", "all")
MARKS: tuple[Mark, ...] = ("conflicts", "agrees", "cannot tell", "said once")  # in the order of the rows
_HEDGES: dict[Hedge, str] = {
    "about": "about", "below": "nearly", "above": "over", "under": "under",
    "at-least": "at least", "at-most": "at most",
}


@dataclass(frozen=True, slots=True)
class Rows:
    """Which facts have a row.

    choice: those that conflict; "shared", also those that several reports tell; or all. metric, place: only facts whose
    metric, or whose subject or place, has these words; empty for no such limit.
    """

    choice: RowChoice = "shared"
    metric: str = ""
    place: str = ""

    def of(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """The facts that are shown: conflicts first, then what most reports tell."""
        return tuple(sorted((fact for fact in facts if self._shows(fact)), key=_order))

    def _shows(self, fact: Fact) -> bool:
        chosen = fact.mark == "conflicts" or self.choice == "all" or (self.choice == "shared" and len(fact.cells) > 1)
        return chosen and _holds([fact.metric], self.metric) and (not self.place or _holds(_places(fact), self.place))


def columns_of(rows: Sequence[Fact], paths: Sequence[str]) -> list[str]:
    """The reports that say something of the facts shown, in their order."""
    telling = {path for fact in rows for path in fact.cells}
    return [path for path in paths if path in telling]


def fact_name(fact: Fact) -> str:
    """A fact in words: "exports, Nghe An, 2023"."""
    return ", ".join(part for part in (fact.metric, as_name(fact.subject), time_of(fact)) if part)


def time_of(fact: Fact) -> str:
    """The period of a fact in words; "" where it is unknown."""
    return time_words(Period.parse(fact.period)) if fact.period else ""


def said(claim: Claim) -> str:
    """The wording of a figure on one line, with its hedge, which stands outside the quotation.

    >>> said(Claim(text="36.6 billion USD", hedge="below"))
    'nearly 36.6 billion USD'
    """
    return " ".join([*([hedge_of(claim)] if claim.hedge else []), claim.words])


def hedge_of(claim: Claim) -> str:
    """The word for the hedge of a figure; empty for none."""
    return _HEDGES.get(claim.hedge, "")


def saying(claims: Iterable[Claim]) -> str:
    """What one report says of a fact: each wording once."""
    return "; ".join(dict.fromkeys(map(said, claims)))


def meaning(claim: Claim) -> str:
    """The values that a figure may have, read as widely as is fair; empty for what is no figure."""
    return "" if claim.reading is None else _in_words(claim.unit, claim.measure, claim.reading.lenient)


@lru_cache(maxsize=8192)  # the page of many reports tells one figure again and again, whenever they change
def _in_words(unit: str | None, measure: str | None, values: Interval) -> str:
    return own_span(Claim(unit=unit, measure=measure), values)


def _order(fact: Fact) -> tuple[int, int, str, str, str]:
    return MARKS.index(fact.mark), -len(fact.cells), fact.metric, fact.subject, fact.period


def _places(fact: Fact) -> list[str]:
    claims = [claim for cell in fact.cells.values() for claim in cell]
    return [fact.subject, *(name for claim in claims for name in (claim.subject, claim.place) if name)]


def _holds(names: Iterable[str], words: str) -> bool:
    wanted = _plain(words)
    return any(wanted in _plain(name) for name in names)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())
