"""Totals that no other amount of a report can be taken for, as they are told beside a number of the things meant."""

from __future__ import annotations

from claimcheck.check.comparing.evidence import in_one_sentence
from claimcheck.check.comparing.objections import have_two_owners
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.parts.apiece import Apiece
from claimcheck.check.parts.quotients import is_amount, size_of, stems_in
from claimcheck.model.claim import Claim
from claimcheck.model.measure import dimension_of

_MANY_KINDS = ("money", "any", "time")  # of which a report tells amounts of many things
_COUNT = "count"


def is_only_total(stories: Stories, average: Apiece, total: Claim, number: Claim) -> bool:
    """True for the only amount of its kind that another report gives, beside a number of what an amount is for."""
    each = average.each
    if total.path == each.path or not in_one_sentence(total, number) or number.hedge or not average.is_named(number):
        return False
    if average.over == _COUNT or dimension_of(average.over) in _MANY_KINDS or have_two_owners(each, number):
        return False
    if not _is_unlimited(average, total, number):
        return False
    like = (other for other in stories.figures_that(is_amount, total.path) if other.measure == total.measure)
    return all(other.value == total.value or size_of(other) <= size_of(each) for other in like)


def _is_unlimited(average: Apiece, total: Claim, number: Claim) -> bool:
    """False for an amount that may be one of but some of the things: "in the mountains each hive gave 40 kg"."""
    said = (*average.each.story, *total.context, *number.context, *total.story)
    return average.limits <= stems_in(" ".join(said))
