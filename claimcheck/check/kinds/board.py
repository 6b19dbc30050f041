"""The method "rank_list": a place that words give, against the lists and tables in which the thing stands.

How a board is chosen and what it says is told in `check.standings`. More things beyond than there are places ahead
belie the place, be the board complete or not; too few do so only on a board that is numbered or has a total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.kinds.ranking import has_too_many_ahead
from claimcheck.check.ledger import Ledger
from claimcheck.check.ordering.standings import Misfit, misfit_of
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import SEVERITIES, Finding
from claimcheck.packs.schema.rules import RuleSpec

_NEAR = 160  # letters between two places of one thing


def check_lists(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for places that a list of the same story gives as others.

    The rule's `more` key lists metrics of which who has most is first, where no superlative tells the side; `widest`
    the words for what takes in all that a list may hold ("of the country").
    """
    more, widest = (frozenset(map(str, rule.when.get(key, ()))) for key in ("more", "widest"))
    told = {(each.path, each.start) for each in ledger.relations_of("ahead") if has_too_many_ahead(each)}
    places = [*few_of_each(ledger.relations_of("place"))] if ledger.boards else []
    for place in places:
        misfit = None if (place.path, place.start) in told else misfit_of(place, ledger.boards, more, widest)
        if misfit is not None and not _is_told_beside(place, places, misfit.rank):
            yield _finding(rule, place, misfit)


def _is_told_beside(place: Relation, places: Sequence[Relation], rank: int) -> bool:
    """True where the words beside a place give the one of the list: "second after an hour, she finished third"."""
    return any(
        each.path == place.path and abs(each.start - place.start) < _NEAR
        and each.when.partition("|")[0] == str(rank) and each.scope.partition("\n")[0] == place.scope.partition("\n")[0]
        for each in places
    )


def _finding(rule: RuleSpec, place: Relation, misfit: Misfit) -> Finding:
    number = place.when.partition("|")[0]
    words = {} if place.words is None else dict(place.words)
    told = Claim(kind="ordinal", sure=False, value=Decimal(number), **words)
    own = misfit.own
    claims = {(claim.path, claim.start): claim for claim in (told, own, *misfit.others)}
    ahead = ", ".join(quote(each) for each in misfit.others)
    return Finding(
        rule=rule.id, kind=rule.kind,
        severity=min(severity_of(rule, claims.values(), lenient=True), "warning", key=SEVERITIES.index),
        claims=tuple(claims[key] for key in sorted(claims)),
        message=f"{quote(told)} is said of {misfit.label}, but the list has it in place {misfit.rank}.",
        explanation=f"The list has {quote(own)}" + (f", and {ahead}." if ahead else "."),
    )
