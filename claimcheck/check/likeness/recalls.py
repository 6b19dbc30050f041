"""Recalls: a figure that points back at one told before in its report, and is not that figure.

"The ferry left with 212 passengers. All 221 passengers were rescued": a number behind "the", "its" or "all" is one that
the reader knows. It is set against the figure of its things, or in its unit, that was told last before it, unless
anything else explains it: a figure told anywhere in the report, the sum or difference of some, a word or a limit that
makes it a number of others, a time of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.evidence import PER, in_one_sentence, stem_of_word
from claimcheck.check.comparing.objections import have_two_owners
from claimcheck.check.comparing.slips import amount_of, is_telling_slip, slip_between
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.comparing.stories import Stories, few_of_each
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.measure import measure_of

_REACH = 600  # characters from a figure back to the one that it points at
_NEXT = 250  # the same where no word but the unit ties them
_FEWER, _MORE = Fraction(3, 2), Fraction(2)  # times that a figure may be less, or more, than the one that it points at
_BEYOND = Fraction(11, 10)  # times that a figure must lie beyond the end of a range
_MOST_ADDENDS = 12  # figures of a report whose sums are tried
_TIME = "hour"
_LEVELS = ("level", "share", "ratio")


class Recalls:
    """The figures that point back, with those that they were meant to repeat."""

    def __init__(self, stories: Stories, recalls: Sequence[Relation]) -> None:
        self._stories, self._recalls = stories, recalls

    def pairs(self) -> Iterator[tuple[Claim, Claim]]:
        """The only figure that each can point at, where that is another one, and the figure itself."""
        for recall in few_of_each(self._recalls):
            claim = recall.roles["value"][0]
            told = self._told_before(claim, recall.scope) if _is_plain(claim) else None
            loose = bool(recall.scope.split("\n")[1]) or role_of(claim) == "share"
            if told is not None and _may_be_meant(told, claim, loose=loose):
                yield told, claim

    def _told_before(self, claim: Claim, scope: str) -> Claim | None:
        """The figure that one points at: the only amount of its things, or in its unit, that was told before it."""
        noun, *limited = (frozenset(map(stem_of_word, line.split())) for line in scope.split("\n"))
        limits = limited[0] | limited[1]
        figures = [each for each in self._stories.figures(claim.path) if _measure_of(each) == _measure_of(claim)]
        before = [each for each in figures if each.start < claim.start and _is_kin(each, claim, noun)]
        if len({each.reading for each in before}) != 1 or _is_explained(claim, figures):
            return None
        last = before[-1]
        is_tied = claim.measure == "count" or bool(noun)
        if claim.measure == _TIME and not noun:
            return None  # "the nine months" are a time, not how long anything took
        if claim.start - last.end > (_REACH if is_tied else _NEXT) or in_one_sentence(last, claim):
            return None
        if any(each.value == last.value and in_one_sentence(each, claim) for each in figures):
            return None  # "340 flights": "It called off 340 of the 410 flights"
        return last if (limits & _said(claim)) | _modifiers(claim) <= _said(last) else None


def _is_plain(claim: Claim) -> bool:
    return isinstance(claim.value, Decimal) and claim.value > 1


def _is_kin(told: Claim, claim: Claim, noun: frozenset[str]) -> bool:
    """True for a number of the same things, or an amount of what stands behind the unit."""
    if role_of(told) not in _LEVELS:
        return False
    return told.measure == claim.measure and noun_of(told) == noun_of(claim) and noun <= _said(told)


def _measure_of(claim: Claim) -> str:
    """What a figure is measured in, be it told for each of something."""
    return (claim.measure or "").partition(PER)[0]


def _is_explained(claim: Claim, figures: Sequence[Claim]) -> bool:
    """True where a report tells the amount elsewhere, or figures near it that make it."""
    others = [each for each in figures if each is not claim and isinstance(each.value, Decimal)]
    if any(not reading_of(each).lenient.is_disjoint(reading_of(claim).lenient) for each in others):
        return True
    near = sorted(others, key=lambda each: abs(each.start - claim.start))[:_MOST_ADDENDS]
    sizes = [amount_of(each) for each in sorted(near, key=lambda each: each.start)]
    made = {value for one, other in combinations(sizes, 2) for value in (one + other, abs(one - other))}
    made |= {sum(sizes[at:end], Fraction(0)) for at, end in combinations(range(len(sizes) + 1), 2)}
    return amount_of(claim) in made


def _may_be_meant(told: Claim, claim: Claim, *, loose: bool) -> bool:
    """True for two amounts of one time that differ by a slip, or by little; less may be some of those told before.

    loose: whether the words leave open which figure is meant, so that a slip or a range must show it.
    """
    if told.trend or told.marks or are_of_two_times(told, claim) or have_two_owners(told, claim):
        return False
    if told.period is None and claim.period is not None:
        return False  # "of the 1.2 billion pledged at a meeting in 2021"
    after = amount_of(claim) / measure_of(told.unit or "count").factor
    if isinstance(told.value, tuple):
        low, high = map(Fraction, told.value)
        return high * _BEYOND < after <= _MORE * high or low / _FEWER <= after < low / _BEYOND
    if not reading_of(told).lenient.is_disjoint(reading_of(claim).lenient):
        return False
    before = Fraction(told.value or 0)
    is_near = not loose and (before < _FEWER * after if after < before else after <= _MORE * before)
    return is_near or slip_between(told, claim) is not None or is_telling_slip(told, claim)


def _modifiers(claim: Claim) -> frozenset[str]:
    """How the words begin that limit the noun of a number ("injured people")."""
    return frozenset(map(stem_of_word, (claim.noun or "").casefold().split()[:-1]))


def _said(claim: Claim) -> frozenset[str]:
    """How the words of a figure's sentence begin, and those of its name."""
    words = (*claim.context, *(claim.noun or "").split(), *(claim.metric or "").replace("-", " ").split())
    return frozenset(stem_of_word(word.casefold()) for word in words)
