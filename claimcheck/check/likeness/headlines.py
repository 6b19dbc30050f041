"""Headlines: a figure of the headings over a report that is one of its text, but for swapped digits or one digit off.

A headline repeats what the text below it tells. Where the text gives its number nowhere, in whatever digits, and just
one figure so near to it, one of the two is a misprint. Numbers of few digits, and those of which one digit is off, must
share a word besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.evidence import Evidence
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.model.claim import Claim
from claimcheck.model.slips import is_misprint, swapped_over

_FEWEST_DIGITS = 3  # of a number that its digits alone tell, and of one with a digit off


def misprinted_headlines(stories: Stories, evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Each figure of a headline that the text misses, with the one figure of the text that it is a misprint of."""
    for path in stories.paths:
        told = stories.figures(path)
        headlines = [claim for claim in told if claim.headline]
        text = [claim for claim in told if not claim.headline] if headlines else []
        for claim in headlines:
            if _is_plain(claim) and not any(_bears_out(each, claim) for each in text):
                near = [each for each in text if _is_misprint_of(claim, each, evidence)]
                if len({each.value for each in near}) == 1:
                    yield claim, near[0]


def _is_plain(claim: Claim) -> bool:
    return isinstance(claim.value, Decimal) and not claim.hedge


def _bears_out(claim: Claim, headline: Claim) -> bool:
    """True for the number of a headline, told more exactly or of other things."""
    if claim.value == headline.value:
        return True
    return claim.measure == headline.measure and not reading_of(claim).strict.is_disjoint(reading_of(headline).lenient)


def _is_misprint_of(headline: Claim, claim: Claim, evidence: Evidence) -> bool:
    """True for two figures of one sort that one slip of the pen makes of each other."""
    if not _is_plain(claim) or claim.measure != headline.measure or role_of(claim) != role_of(headline):
        return False
    assert isinstance(headline.value, Decimal)
    assert isinstance(claim.value, Decimal)
    if claim.unit != headline.unit or not is_misprint(headline.value, claim.value):
        return False
    many = len(digits_of(headline)) >= _FEWEST_DIGITS
    if swapped_over(headline.value, claim.value) == 1:
        return many or bool(evidence.of_words(headline, claim)[1])
    return many and bool(evidence.of_words(headline, claim)[1])
