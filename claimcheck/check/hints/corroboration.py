"""Corroboration: what another report of the story gives in place of a figure, so that everything comes out.

A relation that a single report states and that does not hold shows that one of its figures is wrong, but not which. A
sister report that gives the same thing with a value that makes the relation hold tells an editor where to look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import log

from claimcheck.check.comparing.anchors import is_telling
from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import in_order
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding

_ENOUGH = 1.0  # log odds of the words that two figures share; that everything comes out tells more
_SAME_AMOUNT = 1.5  # what it tells of a figure that an amount of the finding stands in its sentence
_FEWEST_DIGITS = 2  # of an amount that another report gives as well
_TELLING = 2.0  # log odds against chance from which on an equal amount needs no words
_ROUNDED = Fraction(1, 100)  # of a figure, by which "just under" or "some" may round it

Fits = Callable[[Claim, Claim], bool]


def corroborated(finding: Finding, figures: Iterable[Claim], fits: Fits, ledger: Ledger) -> Finding:
    """The finding with the figure of a sister report that would make it come out, else with those that say the same.

    figures: those of the finding that may be wrong; fits: whether everything comes out with the second figure in place
    of the first, which is one of them.
    """
    if ledger.trial or len({claim.path for claim in finding.claims}) > 1:
        return finding
    found = [
        (-score, other.path, other.start, other)
        for claim in figures for score, other in _like(claim, finding, ledger)
        if fits(claim, other) and not _is_told_of_another(claim, other, finding)
    ]
    if found:
        *_, witness = min(found, key=lambda each: each[:-1])
        return with_witnesses(finding, [witness], f"With {quote(witness)} it comes out.")
    told = list(_restated(finding, ledger))
    words = f"The other report says the same: {', '.join(map(quote, told))}."
    return with_witnesses(finding, told, words) if told else finding


def _is_told_of_another(claim: Claim, other: Claim, finding: Finding) -> bool:
    """True where a figure says what another one of the finding says, and so nothing of the one it would replace."""
    others = (each for each in finding.claims if each is not claim and each.kind == other.kind)
    return any(_is_same_amount(each, other) for each in others)


def with_witnesses(finding: Finding, witnesses: Sequence[Claim], words: str) -> Finding:
    """A finding that quotes further figures, and says in words why."""
    return finding.model_copy(update={
        "claims": in_order((*finding.claims, *witnesses)),
        "explanation": f"{finding.explanation}\n{words}",
    })


def _restated(finding: Finding, ledger: Ledger) -> Iterator[Claim]:
    """The figures of the closest sister report that gives some of the figures of a finding as well."""
    for path in ledger.stories.near(finding.claims[0].path)[1:]:
        told = [
            other for claim in finding.claims if is_telling(claim)
            for other in ledger.stories.figures(path)
            if _is_same_amount(claim, other) and (
                (claim.measure != "percent" and _against_chance(claim, path, ledger) >= _TELLING)
                or ledger.evidence.of_words(claim, other)[0] >= _ENOUGH
            )
        ]
        if told:
            yield from {id(each): each for each in told}.values()
            return


def _is_same_amount(claim: Claim, other: Claim) -> bool:
    """True for an equal amount, or for one that a hedge rounds a little."""
    if other.measure != claim.measure or not isinstance(other.value, Decimal) or not isinstance(claim.value, Decimal):
        return False
    if (other.role == "change") != (claim.role == "change"):
        return False
    if other.unit == claim.unit and other.value == claim.value:
        return True
    if not other.hedge or other.reading is None or claim.reading is None or not claim.value:
        return False
    near = other.unit == claim.unit and abs(Fraction(other.value) / Fraction(claim.value) - 1) <= _ROUNDED
    return near and not other.reading.lenient.is_disjoint(claim.reading.strict)


def _against_chance(claim: Claim, path: str, ledger: Ledger) -> float:
    """What it tells that a report gives an amount, by its digits and by how many amounts in its measure are there."""
    many = max(ledger.stories.many_of(path, claim.measure), 1)
    return log(9 * 10 ** (len(digits_of(claim)) - 1)) - log(many) - ledger.stories.doubt(claim.path, path)


def _gives(path: str, claim: Claim, ledger: Ledger) -> bool:
    """True for a report that gives the amount of a figure in its unit."""
    return any(each.value == claim.value and each.measure == claim.measure for each in ledger.stories.figures(path))


def _like(claim: Claim, finding: Finding, ledger: Ledger) -> Iterator[tuple[float, Claim]]:
    """The figures of sister reports that the words, or amounts told with them, show to be of the same thing."""
    if claim.reading is None:
        return
    told = ledger.stories.as_told(claim)
    for path in ledger.stories.near(claim.path)[1:]:
        if len(digits_of(claim)) >= _FEWEST_DIGITS and _gives(path, claim, ledger):
            continue  # who gives the amount itself tells something else by others
        doubt = 0.0 if ledger.stories.is_handful else ledger.stories.doubt(claim.path, path)
        for other in ledger.stories.figures(path):
            if other.measure != claim.measure or other.reading is None or not are_alike(other.status, claim.status):
                continue
            if not other.reading.strict.is_disjoint(claim.reading.strict):
                continue
            if ledger.evidence.at_most(told, other) + _SAME_AMOUNT - doubt < _ENOUGH:
                continue  # whatever words and amounts tell
            score, shared = ledger.evidence.of_words(told, other)
            if score + _SAME_AMOUNT - doubt < (_ENOUGH if shared else _SAME_AMOUNT):
                continue
            score += _SAME_AMOUNT * any(
                (near.measure, near.value) == (each.measure, each.value) and is_telling(near)
                for near in ledger.stories.beside(other) for each in finding.claims
            )
            if score - doubt >= (_ENOUGH if shared else _SAME_AMOUNT):
                yield score, other
