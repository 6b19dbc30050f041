"""A number of things is how many their complete list names, wherever that stands: "eight inns", and a table of nine.

A list of names is complete where the words around it do not call it partial, a table where its rows add up to its
total. The words around the list, or the head over the names in a table, must have all words of the counted things, and
the two must share more than those: a further word, or one of the listed names. A list of nations needs no word for
them (the rule's key `nations` has some), but must share two others. A number that is off by more than one is
of other things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of, in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.letters import fold
from claimcheck.packs.schema.rules import RuleSpec

_FEWEST, _MOST = 3, 30
_FARTHEST = 1
_FEWEST_OF_SORT = 2  # words that a list shares with a number of things that only its names show it to be of
_REACH = 60  # characters between a number and the list that it opens
_CELL, _SUM = "|", "sum"
_ASIDE = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Inventory:
    """A complete list: how many things it names, what they are called, and the words told with them.

    direct: no preposition leads to it; "trips to Peru, Chile and Brazil" lists no trips. sorts: how the words begin for
    what all its names are, be they nations.
    """

    claims: Sequence[Claim]
    size: int
    direct: bool
    called: frozenset[str]
    told: frozenset[str]
    sorts: frozenset[str] = frozenset()

    @property
    def path(self) -> str:
        return self.claims[0].path


def check_inventories(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for numbers of things that a complete list of them in the story has one more or one fewer of."""
    nations = _stems(" ".join(map(str, rule.when.get("nations", ()))))
    for listed in (*_of_names(ledger, nations), *_of_rows(ledger)):
        figures = [claim for path in ledger.stories.near(listed.path) for claim in ledger.stories.figures(path)]
        counts = [claim for claim in figures if _counts(claim, listed)]
        if any(claim.value == listed.size for claim in counts):
            continue
        yield from (_finding(rule, claim, listed) for claim in counts if _is_off(claim, listed))


def _of_names(ledger: Ledger, nations: frozenset[str]) -> Iterator[_Inventory]:
    """The lists of names that no number before them counts."""
    counted = {claim.start for relation in ledger.relations_of("listing") for claim in relation.roles.get("list", ())}
    for relation in ledger.relations_of("enumeration"):
        claim = relation.roles["list"][0]
        if claim.start not in counted and not any(map(str.isdigit, _ASIDE.sub("", claim.text))):
            _, first, own, _ = relation.scope.split(";")
            called = _stems(f"{first} {own}")
            told = called | _stems(" ".join(claim.items))
            sorts = nations if claim.noun else frozenset[str]()
            yield _Inventory((claim,), len(claim.items), relation.complete, called, told, sorts)


def _of_rows(ledger: Ledger) -> Iterator[_Inventory]:
    """The tables whose rows add up to their total."""
    heads = {
        (claim.path, claim.start): relation.scope
        for relation in ledger.relations_of("series") for claim in relation.roles["value"]
        if relation.scope.startswith(_CELL)
    }
    for relation in ledger.relations_of("footing"):
        rows = relation.roles.get("part", ())
        if not relation.scope.startswith(_SUM) or not _is_column(rows):
            continue
        head = heads.get((rows[0].path, rows[0].start))
        if head is not None:
            yield _Inventory(rows, len(rows), True, _stems(head.split(_CELL)[1]), _stems(head))


def _is_column(rows: Sequence[Claim]) -> bool:
    """True for figures that stand below one another without a gap."""
    return len(rows) >= _FEWEST and [row.line for row in rows] == list(range(rows[0].line, rows[0].line + len(rows)))


def _counts(claim: Claim, listed: _Inventory) -> bool:
    """True for a plain number of what a list names."""
    if claim.noun is None or not isinstance(claim.value, Decimal) or not (claim.unit or "").startswith("count"):
        return False
    if claim.hedge or claim.trend or role_of(claim) not in ("level", "ratio"):
        return False
    opens = _opens(claim, listed)
    if (claim.marks and not opens) or (opens and not listed.direct):
        return False
    return bool(noun_of(claim)) and _stems(claim.noun) <= listed.called | listed.sorts


def _opens(claim: Claim, listed: _Inventory) -> bool:
    """True for a number right before a list: "six islands every week: ..."."""
    first = listed.claims[0]
    return claim.path == first.path and claim.line == first.line and 0 < first.start - claim.end <= _REACH


def _is_off(claim: Claim, listed: _Inventory) -> bool:
    """True for a number that the list misses narrowly, and that words, or a listed name, tie to it."""
    assert isinstance(claim.value, Decimal)
    assert claim.noun is not None
    if not _FEWEST <= claim.value <= _MOST or abs(claim.value - listed.size) > _FARTHEST:
        return False
    shared = (_stems(" ".join(claim.context)) & listed.told) - _stems(claim.noun)
    return len(shared) >= (1 if _stems(claim.noun) <= listed.called else _FEWEST_OF_SORT)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem_of_word(word) for word in fold(words).split() if word.isalpha())


def _finding(rule: RuleSpec, count: Claim, listed: _Inventory) -> Finding:
    claims = in_order((count, *listed.claims))
    return finding_of(
        rule, claims, sure=False,
        message=f"{quote(count)}, yet the list that begins with {quote(listed.claims[0])} has {listed.size}.",
        explanation=f"The list is given in full, and the words around it and around {quote(count)} tell of one thing.",
    )
