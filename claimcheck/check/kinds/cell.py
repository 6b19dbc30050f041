"""The method "cell": a figure of the text against the cell of a table that it tells of. See `check.cells`.

What other methods find of two figures is not told again.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from claimcheck.check.ledger import Ledger
from claimcheck.check.ordering.cells import Cells, Telling
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.finding import Finding
from claimcheck.packs.schema.rules import RuleSpec

_OF_TABLES = ("column", "entry", "footing")  # relations between the cells of one table


def check_cells(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for figures that a table of their story gives as others."""
    if not ledger.boards:
        return
    weighed = (conflict for each in ledger.weighed for conflict in each.conflicts)
    told = {frozenset((id(each.first), id(each.second))) for each in chain(weighed, ledger.twins)}
    in_tables = {
        (claim.path, claim.start) for kind in _OF_TABLES for relation in ledger.relations_of(kind)
        for claims in relation.roles.values() for claim in claims
    }
    figures = [claim for claim in ledger.claims_of("quantity") if (claim.path, claim.start) not in in_tables]
    for found in Cells(ledger.stories, ledger.boards).belied(figures):
        if frozenset((id(found.told), id(found.cell))) not in told:
            yield _finding(rule, found)


def _finding(rule: RuleSpec, found: Telling) -> Finding:
    claims = in_order((found.told, found.cell))
    return finding_of(
        rule, claims, sure=False,
        message=f"The table has {quote(found.cell)} for {found.entry.label}, not {quote(found.told)}.",
        explanation="The sentence names that row, and its words or its unit that column.",
    )
