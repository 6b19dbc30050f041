"""Quotients: two figures that were meant to make a third, told elsewhere, when one is divided by the other.

A share is a part of a whole, and an average a total for a number of things. What the words tell for two figures is
added up as logarithms of odds; what is told being a misprint of what they make tells for them as well, and other pairs
for which as much speaks tell against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import chain, combinations
from math import log

from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.evidence import Evidence, stem_of_word
from claimcheck.check.comparing.slips import as_rounded, as_told, digits_of
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import chance_of_misprint, is_misprint

GIVEN = 3.0  # log odds for a figure that the sentence of what is told gives
_ENOUGH = 4.0  # log odds; on the reports of a dozen fields that were tried, nothing told of other things reached it
_RIVAL = 1.0  # log odds by which the best pair may lead, and others still be meant
_ONE_RESULT = 0.02  # of what is made, within which two pairs make the same
_BESIDE_NAME = 0.6  # of what a word counts that stands near a figure, and is no part of its name
_ONE_SENTENCE, _ONE_PARAGRAPH = 1.0, 0.5  # what it tells that two figures stand together
_BARE = 100  # from which on a number without a unit may be in the unit of another
_HUNDRED = 100
_LARGE = 1000  # from which on few numbers of things lie within one bound
_TELLING_DIGITS = 2  # of a figure that another report gives without its unit, or more exactly
_MOST_IN_ROW = 4  # amounts beside one that it may be one of several with
_NEXT = 300  # characters between figures of neighbouring sentences

Weighed = tuple[float, Claim]  # a figure, and what tells for it


@dataclass(frozen=True, slots=True)
class Quotient:
    """Two figures of which the first is divided by the second, what tells for them, and about what they make."""

    over: Claim
    under: Claim
    score: float
    made: float


def best_missed(told: Claim, quotients: Iterable[Quotient]) -> Quotient | None:
    """The quotient that was meant by what is told, of those that miss it; None where others may be, or none."""
    ranked = sorted(quotients, key=lambda each: -each.score)
    if not ranked:
        return None
    best = ranked[0]
    rivals = sum(
        each.score > best.score - _RIVAL and abs(each.made - best.made) > _ONE_RESULT * best.made for each in ranked
    )
    return best if best.score + of_misprint(told, best.made) - log(1 + rivals) >= _ENOUGH else None


def divided(over: Claim, under: Claim) -> Interval:
    """What one figure divided by another makes, both as written."""
    assert over.reading is not None
    assert under.reading is not None
    return over.reading.strict / under.reading.strict


def is_amount(claim: Claim) -> bool:
    """True for a plain amount, neither a share nor a rate."""
    plain = role_of(claim) == "level" and isinstance(claim.value, Decimal) and claim.value > 0
    return plain and claim.measure != "percent" and "_per_" not in (claim.measure or "")


def size_of(claim: Claim) -> Decimal:
    """The value of a figure in its unit; 0 for one between two ends."""
    return claim.value if isinstance(claim.value, Decimal) else Decimal(0)


def of_misprint(told: Claim, made: float) -> float:
    """What it tells that a figure is a misprint of what it should be."""
    if not isinstance(told.value, Decimal) or told.form != "digits":
        return 0.0
    true = next((each for each in (as_told(told, made), as_rounded(told, made)) if is_misprint(told.value, each)), None)
    return 0.0 if true is None else -log(chance_of_misprint(told.value, true))


def of_words(claim: Claim, words: frozenset[str], evidence: Evidence, path: str) -> float:
    """What it tells that the words around a figure are among some; its name tells more than what stands beside it."""
    near = evidence.own(claim) & words
    name = near & name_of(claim)
    return evidence.weight(name, path) + _BESIDE_NAME * evidence.weight(near - name, path)


def of_place(over: Claim, under: Claim) -> float:
    """What it tells that two figures stand together."""
    if over.path == under.path and over.sentence == under.sentence:
        return _ONE_SENTENCE
    return _ONE_PARAGRAPH * are_close(over, under)


def are_close(one: Claim, other: Claim) -> bool:
    """True for figures of neighbouring sentences."""
    return one.path == other.path and abs(one.start - other.start) < _NEXT


def name_of(claim: Claim) -> frozenset[str]:
    """How the words begin that name a figure."""
    return stems_in(f"{claim.phrase or ''} {claim.noun or ''} {claim.metric or ''}")


@lru_cache(maxsize=65536)
def stems_in(text: str) -> frozenset[str]:
    """How the words of a text begin, but for the shortest."""
    return frozenset(stem_of_word(word) for word in text.casefold().replace("-", " ").split() if len(word) > 2)


def percentage_of(part: Claim, whole: Claim, *, lenient: bool = False) -> Interval:
    """How much of a whole a part is; of two figures of which one leaves out the unit, both are in that of the other."""
    assert part.reading is not None
    assert whole.reading is not None
    if lenient:
        one, other = part.reading.lenient, whole.reading.lenient
    else:
        one, other = part.reading.strict, whole.reading.strict
    if part.measure != whole.measure and lacks_unit(part):
        one = one.scale(measure_of(whole.unit or "").factor)
    elif part.measure != whole.measure:
        other = other.scale(measure_of(part.unit or "").factor)
    return (one / other).scale(_HUNDRED)


def tell_share(figures: Iterable[Claim], share: Claim, part: Claim | None) -> bool:
    """True where some figures tell the very share that another report does, in one sentence with the same amount."""
    if part is None:
        return False
    same = [each for each in figures if each.value in (share.value, part.value)]
    shares = {each.sentence for each in same if (each.measure, each.value) == (share.measure, share.value)}
    return any(each.sentence in shares and is_amount(each) and each.value == part.value for each in same)


def lacks_unit(level: Claim) -> bool:
    """True for a number so large that it may be in the unit of a figure beside it."""
    return level.unit == "count" and level.noun is None and size_of(level) >= _BARE


def sums_with(level: Claim, levels: Sequence[Claim]) -> Iterator[Interval]:
    """What an amount in a unit makes with one or two others that are told beside it, wherever it is told."""
    alike = [each for each in levels if each.measure == level.measure != "count" and each.reading is not None]
    for own in (each for each in alike if each.value == level.value):
        near = [each for each in alike if each.value != own.value and are_close(own, each)][:_MOST_IN_ROW]
        for row in chain(combinations(near, 1), combinations(near, 2)):
            read = [each.reading.strict for each in (own, *row) if each.reading is not None]
            yield sum(read[1:], read[0])


def with_echoes(given: Claim, levels: Sequence[Claim]) -> list[Weighed]:
    """A figure that a clause gives, and as what lists give it without its unit, or other reports exactly so or finer.
    """
    digits = digits_of(given)
    if given.hedge and given.unit == "count" and len(digits) < _TELLING_DIGITS:
        within = [level for level in levels if _is_within_bound(level, given)]
        return [(GIVEN, each) for each in (given, *(within if len({each.value for each in within}) == 1 else ()))]
    told = levels if len(digits) >= _TELLING_DIGITS else ()
    echoes = [level for level in told
              if _lists(level, given) or _is_exacter(level, given) or _restates(level, given)]
    return [(GIVEN, each) for each in (given, *echoes)]


def _lists(level: Claim, given: Claim) -> bool:
    """True for the digits of a figure without its unit."""
    return lacks_unit(level) and level.measure != given.measure and digits_of(level) == digits_of(given)


def _restates(level: Claim, given: Claim) -> bool:
    """True for what another report gives to the last digit."""
    same = (level.measure, level.value) == (given.measure, given.value)
    return same and level.path != given.path and not level.hedge and not given.hedge


def _is_within_bound(level: Claim, given: Claim) -> bool:
    """True for what another report tells exactly of what one only bounds: "more than half a million", "512,400"."""
    if level.path == given.path or level.measure != given.measure or level.hedge or size_of(level) < _LARGE:
        return False
    assert given.reading is not None
    assert level.reading is not None
    return not given.reading.strict.is_disjoint(level.reading.strict)


def _is_exacter(level: Claim, given: Claim) -> bool:
    """True for what another report gives to more digits, be the unit left out: "48.6 million" for "49 million"."""
    if level.path == given.path or len(digits_of(level)) <= len(digits_of(given)):
        return False
    one_unit = level.measure == given.measure or lacks_unit(given) or lacks_unit(level)
    return one_unit and not _in_own_unit(level).is_disjoint(_in_own_unit(given))


def _in_own_unit(claim: Claim) -> Interval:
    assert claim.reading is not None
    return claim.reading.strict.scale(1 / measure_of(claim.unit or "count").factor)
