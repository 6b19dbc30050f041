"""Garbled figures: two figures of one story that are one, with two digits swapped or at another scale.

Their names need not agree. Chance seldom brings two figures of one measure so near to each other, the less often the
more digits they have; the words that they share speak for one thing, and each pair of figures that the two reports give
makes a coincidence likelier. All is added up as logarithms of odds.
"""

from __future__ import annotations

from decimal import Decimal
from math import log

from claimcheck.check.comparable import are_alike, are_of_two_times, role_of
from claimcheck.check.evidence import Evidence
from claimcheck.check.objections import are_named_apart, are_set_apart, have_two_names
from claimcheck.check.slips import digits_of, slip_between
from claimcheck.check.stories import Stories
from claimcheck.model.claim import Claim
from claimcheck.model.slips import POWERS, significant_digits, swapped_over

_ENOUGH = 2.8  # log odds
_MORE_THAN_ENOUGH = 6.5  # log odds with which few words are enough
_MANY_WORDS = 3  # that two figures share, and that tell as much in the shortest of texts
_PLAIN, _SOME = 4.0, 1.0  # log odds by which words alone tell of one thing, or hint at it
_FEWEST_DIGITS, _FEWEST_OF_SHARE, _MANY_DIGITS = 2, 3, 4
_FORMS = ("digits", "words")


def are_garbled(a: Claim, b: Claim, stories: Stories, evidence: Evidence) -> bool:
    """True for two figures of one story that are one figure, garbled in one of the reports."""
    chance = _chance_of_slip(a, b) if stories.are_sisters(a.path, b.path) else None
    if chance is None:
        return False
    if stories.bears_out(a.path, b) or stories.bears_out(b.path, a) or are_set_apart(a, b) or _have_moved(a, b):
        return False
    if stories.revises(a.path) or stories.revises(b.path):
        return False  # digits may have changed places by a revision
    pairs = stories.many_of(a.path, a.measure) * stories.many_of(b.path, a.measure)
    words, _ = evidence.of_words(a, b)
    score = words - log(chance) - log(max(pairs, 1)) - stories.doubt(a.path, b.path)
    if words < _least_words(a, b, evidence):
        told = _are_of_one_time(a, b) and words >= _SOME and not are_named_apart(a, b)
        return told and score >= _MORE_THAN_ENOUGH
    return score >= _ENOUGH


def _are_of_one_time(a: Claim, b: Claim) -> bool:
    """False for figures of two times, or one planned and one done, unless these change nothing."""
    return (a.timeless and b.timeless) or (not are_of_two_times(a, b) and are_alike(a.status, b.status))


def _have_moved(a: Claim, b: Claim) -> bool:
    """True where the words of one figure tell that it rose or fell, and the other one may be what it was before."""
    if a.reading is None or b.reading is None or bool(a.trend) == bool(b.trend):
        return False
    after, before = (a, b) if a.trend else (b, a)
    assert after.reading is not None
    assert before.reading is not None
    now, then = after.reading.strict.middle, before.reading.strict.middle
    return now is not None and then is not None and after.trend == ("down" if now < then else "up")


def _least_words(a: Claim, b: Claim, evidence: Evidence) -> float:
    """How much words have to tell: a lot against other names, times or statuses, something where digits are few."""
    if not _are_of_one_time(a, b):
        return _PLAIN
    if have_two_names(a, b) and evidence.told_of_both(a, b) < _MANY_WORDS:
        return _PLAIN
    if len(digits_of(a)) > _FEWEST_DIGITS:
        return 0.0
    if a.language == b.language:
        return _SOME if evidence.told_of_both(a, b) else _PLAIN
    return 0.0


def _chance_of_slip(a: Claim, b: Claim) -> float | None:
    """How often chance makes two figures differ by swapped digits or by scale; None where they do not differ so."""
    if not isinstance(a.value, Decimal) or not isinstance(b.value, Decimal) or {a.form, b.form} - set(_FORMS):
        return None
    if role_of(a) != role_of(b):
        return None
    digits = len(digits_of(a))
    if digits < (_FEWEST_OF_SHARE if role_of(a) == "share" else _FEWEST_DIGITS):
        return None
    numbers = 9 * 10 ** (digits - 1)
    if significant_digits(a.value) == significant_digits(b.value):
        return len(POWERS) / numbers if slip_between(a, b) is not None else None
    apart = swapped_over(a.value, b.value) if a.unit == b.unit else 0
    return (digits - 1) / numbers if apart == 1 or (apart and digits >= _MANY_DIGITS) else None
