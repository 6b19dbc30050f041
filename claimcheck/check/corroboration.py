"""Corroboration: what another report of the story gives in place of a figure, so that everything comes out.

A relation that a single report states and that does not hold shows that one of its figures is wrong, but not which. A
sister report that gives the same thing with a value that makes the relation hold tells an editor where to look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimcheck.check.comparable import are_alike
from claimcheck.check.ledger import Ledger
from claimcheck.check.stories import is_telling
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding

_ENOUGH = 1.0  # log odds of the words that two figures share; that everything comes out tells more
_SAME_AMOUNT = 1.5  # what it tells of a figure that an amount of the finding stands in its sentence

Fits = Callable[[Claim, Claim], bool]


def corroborated(finding: Finding, figures: Iterable[Claim], fits: Fits, ledger: Ledger) -> Finding:
    """The finding with the figure of a sister report that would make it come out, where there is one.

    figures: those of the finding that may be wrong; fits: whether everything comes out with the second figure in place
    of the first, which is one of them.
    """
    if ledger.trial or len({claim.path for claim in finding.claims}) > 1:
        return finding
    found = [
        (-score, other.path, other.start, other)
        for claim in figures for score, other in _like(claim, finding, ledger) if fits(claim, other)
    ]
    if not found:
        return finding
    *_, witness = min(found, key=lambda each: each[:-1])
    return finding.model_copy(update={
        "claims": tuple(sorted((*finding.claims, witness), key=lambda claim: (claim.path, claim.start))),
        "explanation": f"{finding.explanation}\nWith {quote(witness)} it comes out.",
    })


def _like(claim: Claim, finding: Finding, ledger: Ledger) -> Iterator[tuple[float, Claim]]:
    """The figures of sister reports that the words, or amounts told with them, show to be of the same thing."""
    if claim.reading is None:
        return
    for path in ledger.stories.near(claim.path)[1:]:
        for other in ledger.stories.figures(path):
            if other.measure != claim.measure or other.reading is None or not are_alike(other.status, claim.status):
                continue
            if other.reading.strict.is_disjoint(claim.reading.strict):
                score, shared = ledger.evidence.of_words(claim, other)
                score += _SAME_AMOUNT * any(
                    (near.measure, near.value) == (each.measure, each.value) and is_telling(near)
                    for near in ledger.stories.beside(other) for each in finding.claims
                )
                doubt = 0.0 if ledger.stories.is_handful else ledger.stories.doubt(claim.path, path)
                if score - doubt >= (_ENOUGH if shared else _SAME_AMOUNT):
                    yield score, other
