"""Reads the ages of people that stand in brackets behind their names: "Mayor Anna Berg (47)"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.extract.drafts import BlockDrafts, QuantityDraft

_AGE = re.compile(r"1[89]|[2-9]\d|10\d")
_BRACKETED = re.compile(r"\(\d+\)")


def read_ages_in_brackets(block: BlockDrafts) -> None:
    """Makes an age of each refused number in brackets right behind the name of somebody with a title.

    Behind other names it may count goals, seats or points, and so may all brackets of a paragraph that has such.
    """
    names = tuple(person.name for person in block.people)
    ages = [draft for draft in block.refused if names and _is_age(block.text, draft.start, draft.end, names)]
    if not ages or len(ages) < len(_BRACKETED.findall(block.text)):
        return
    for draft in ages:
        block.add_figure(_age(block.text, draft.start, draft.end))


def _is_age(text: str, start: int, end: int, names: tuple[str, ...]) -> bool:
    if _AGE.fullmatch(text, start, end) is None or text[start - 2 : start] != " (" or text[end : end + 1] != ")":
        return False
    return text.endswith(names, 0, start - 2)


def _age(text: str, start: int, end: int) -> QuantityDraft:
    value = Decimal(text[start:end])
    return QuantityDraft(
        start, end, value, "year_of_age", end, start, end, last_place=Decimal(1),
        round_place=Decimal(10) if value % 10 == 0 else Decimal(1),
    )
