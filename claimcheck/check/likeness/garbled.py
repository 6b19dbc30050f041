"""Garbled figures: two figures of one story that are one, with two digits swapped, one digit off, or at another scale.

Their names need not agree. Chance seldom brings two figures of one measure so near to each other, the less often the
more digits they have; the words that they share speak for one thing, and each pair of figures that the two reports give
makes a coincidence likelier, but for the figures that both give. All is added up as logarithms of odds. A lead is what
the words of the two figures tell more than those of any other pair that one of them makes.
"""

from __future__ import annotations

from decimal import Decimal
from math import log

from claimcheck.check.comparing.comparable import are_alike, role_of
from claimcheck.check.comparing.evidence import MOST_COMPANY, Evidence, in_one_sentence, stem_of_word
from claimcheck.check.comparing.objections import (
    are_named_apart,
    are_set_apart,
    has_owner_unsaid,
    have_two_heads,
    have_two_names,
    have_two_owners,
    head_of,
    is_named_within,
    may_have_one_owner,
)
from claimcheck.check.comparing.slips import amount_of, are_of_two_units, digits_of, slip_between
from claimcheck.check.comparing.stems import stem_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_days, are_of_two_times
from claimcheck.check.parts.doubts import is_proved
from claimcheck.model.claim import Claim
from claimcheck.model.slips import (
    POWERS,
    chance_of_misprint,
    is_misprint,
    is_power_apart,
    significant_digits,
    swapped_over,
)

_ENOUGH, _PLENTY, _RARE = 2.7, 5.0, 6.2  # log odds; with plenty the names may be two, and the things where it is rare
_ENOUGH_FOR_DIGIT = 4.5  # of one digit that is off
_DRIFT, _ENOUGH_IN_DRIFT = Decimal("1.05"), 6.5  # times by which a figure may have grown, and what is asked then
_ENOUGH_FOR_SWAP = 1.0  # of two neighbouring digits swapped, where nothing speaks for two figures
_BEHIND, _FRONT, _LEAD = -1.0, 1.0, 2.0  # how far others may be meant, and two names or one digit must lead
_MANY_WORDS = 3  # that two figures share, and that tell as much in the shortest of texts
_PLAIN, _SOME = 4.0, 1.0  # log odds by which words alone tell of one thing, or hint at it
_HINT = 2.0  # what amounts beside figures of two things must tell where digits are swapped
_MUCH = 3.0  # what amounts beside two figures must tell against what sets them apart, and where digits are few
_AHEAD = frozenset({"forecast", "plan", "target"})  # what reports call one and the same thing that is to come
_FEWEST_DIGITS, _FEWEST_OF_SHARE, _FEWEST_OF_SWAP, _MANY_DIGITS = 2, 3, 3, 4
_FAR_SLIP = 1_000  # times by which figures of which one is rounded must differ
_WORDS_OF_NAME = 2
_LARGE = 10_000  # what may be told in thousands or millions
_FORMS = ("digits", "words")
_TIMES_FOR_PERCENT = {"multiple", "digits"}  # "2.5 times" for "up 2.5%"


def are_garbled(a: Claim, b: Claim, stories: Stories, evidence: Evidence) -> bool:
    """True for two figures of one story that are one figure, garbled in one of the reports.

    Not where each of them comes out by itself, which is asked last since it takes longest to tell.
    """
    return _seem_garbled(a, b, stories, evidence) and not (is_proved(a, stories) and is_proved(b, stories))


def _seem_garbled(a: Claim, b: Claim, stories: Stories, evidence: Evidence) -> bool:
    chance = _chance_of_slip(a, b) if stories.are_sisters(a.path, b.path) else None
    if chance is None or are_of_two_days(a, b):
        return False
    if stories.bears_out(a.path, b) or stories.bears_out(b.path, a) or _have_moved(a, b) or stories.tells_both(a, b):
        return False
    pairs = stories.many_apart(a.path, b.path, a.measure) * stories.many_apart(b.path, a.path, a.measure)
    slip = -log(chance) - log(max(pairs, 1)) - stories.doubt(a.path, b.path)
    if _are_swapped(a, b) and _is_plainly_garbled(a, b, slip, evidence):
        return True
    if stories.revises(a.path) or stories.revises(b.path):
        return False  # digits may have changed places by a revision
    most = evidence.at_most(a, b)
    if most + slip < _ENOUGH and (
            most + MOST_COMPANY + slip < _ENOUGH or most + evidence.of_company(a, b) + slip < _ENOUGH):
        return False  # before anybody asks for the words of both stories
    told, shared = evidence.of_words(a, b)
    few = len(digits_of(a)) <= _FEWEST_DIGITS
    if a.language == b.language:
        if few and shared and shared <= _names_in(a, b):
            return False  # one name goes with many a small number
        if not told and None not in (a.metric, b.metric) and a.metric != b.metric:
            return False  # amounts beside two figures show one setting, but not one thing
        if have_two_owners(a, b) or has_owner_unsaid(a, b):
            return False
    apart = are_set_apart(a, b)
    if not apart and _is_told(a, b, (told, 0.0, slip), stories, evidence):
        return True  # without the amounts beside them, which take longer to look up
    company = evidence.of_company(a, b)
    if company < _MUCH and (apart or few):
        return False  # so few digits are met again too easily
    return company > 0 and _is_told(a, b, (told, company, slip), stories, evidence)


def _are_swapped(a: Claim, b: Claim) -> bool:
    """True for numbers of three digits or more in one unit, in which two neighbouring digits change places.

    Two figures of two things come so near by chance in one of some hundred stories: words need not speak for one thing.
    """
    if a.unit != b.unit or a.hedge or b.hedge or len(digits_of(a)) < _FEWEST_OF_SWAP:
        return False
    return isinstance(a.value, Decimal) and isinstance(b.value, Decimal) and swapped_over(a.value, b.value) == 1


def _is_plainly_garbled(a: Claim, b: Claim, slip: float, evidence: Evidence) -> bool:
    """True for swapped digits where nothing speaks for two figures: names, times, or a revision."""
    if have_two_owners(a, b) or has_owner_unsaid(a, b) or _are_of_two_metrics(a, b):
        return False
    if any(evidence.is_revised(each, each.path) for each in (a, b)):
        return False
    words = evidence.of_words(a, b)[0]
    if words < _PLAIN and not _may_be_of_one_time(a, b):
        return False
    if have_two_heads(a, b) and (not words or have_two_names(a, b)):
        return slip >= _RARE or evidence.of_company(a, b) >= _HINT
    silent = not words and a.language == b.language
    return words + slip >= (_ENOUGH if silent else _ENOUGH_FOR_SWAP)


def _are_of_two_metrics(a: Claim, b: Claim) -> bool:
    """True for two metrics that rules know, neither of which is the other told more closely, and for two facets."""
    if a.facets and b.facets and set(a.facets).isdisjoint(b.facets):
        return True
    return a.known and b.known and head_of(a) != head_of(b) and not is_named_within(a, b)


def _is_told(
    a: Claim, b: Claim, odds: tuple[float, float, float], stories: Stories, evidence: Evidence
) -> bool:
    """True where words, the amounts beside two figures, and the slip between them tell enough of one thing."""
    told, company, slip = odds
    words = told + company
    score = words + slip
    if _is_digit_off(a, b):
        if not (_may_be_of_one_time(a, b) and may_have_one_owner(a, b)):
            return False
        enough, lead = (_ENOUGH_IN_DRIFT, _LEAD) if _may_have_drifted(a, b) else (_ENOUGH_FOR_DIGIT, _BEHIND)
        return score >= enough and _lead(a, b, words, stories, evidence) >= lead
    alike = company >= _SOME or not are_named_apart(a, b) or _share_name(a, b)
    if score >= _PLENTY and words >= _SOME and alike and (_are_of_one_time(a, b) or _is_same_noun(a, b)):
        return True
    if score < _ENOUGH:
        return False
    lead = _lead(a, b, words, stories, evidence)
    if score >= _PLENTY and words >= _SOME and lead >= _FRONT and _are_of_one_time(a, b) and not have_two_heads(a, b):
        return True
    return words >= _least_words(a, b, evidence) and (score >= _PLENTY or lead >= _BEHIND)


def _names_in(a: Claim, b: Claim) -> frozenset[str]:
    """How the rare names of the reports of two figures begin."""
    return frozenset(stem_of_word(word) for name in (*a.story, *b.story) for word in name.split())


def _lead(a: Claim, b: Claim, words: float, stories: Stories, evidence: Evidence) -> float:
    """By how much the words of two figures tell more than those of one of them and any like it of the other report."""
    others = [
        evidence.of_words(each, other)[0] + evidence.of_company(each, other)
        for each, rival in ((a, b), (b, a)) for other in stories.figures(rival.path)
        if other is not rival and other.measure == rival.measure and role_of(other) == role_of(rival)
        and not _is_past_of(other, rival)
    ]
    return words - max(others, default=0.0)


def _is_past_of(other: Claim, claim: Claim) -> bool:
    """True for a figure of an earlier time with which a sentence compares its own ("up from the 377 of 2022")."""
    if not in_one_sentence(other, claim) or other.period is None or claim.period is None:
        return False
    return other.period.start < claim.period.start and not other.period.overlaps(claim.period)


def _share_name(a: Claim, b: Claim) -> bool:
    """True for names with more than one word in common that names nobody ("cut flower exports", "flower exports")."""
    names = [{stem_of(word) for word in (claim.metric or "").replace("-", " ").split()} for claim in (a, b)]
    return len((names[0] & names[1]) - set(map(stem_of, (*a.story, *b.story)))) >= _WORDS_OF_NAME


def _is_same_noun(a: Claim, b: Claim) -> bool:
    """True for numbers of one sort of things."""
    return a.noun is not None and a.noun == b.noun


def _are_of_one_time(a: Claim, b: Claim) -> bool:
    """False for figures of two times, or one planned and one done, unless these change nothing."""
    alike = are_alike(a.status, b.status) or {a.status, b.status} <= _AHEAD
    return (a.timeless and b.timeless) or (not are_of_two_times(a, b) and alike)


def _may_be_of_one_time(a: Claim, b: Claim) -> bool:
    """False besides for a figure of a month and one of its year: one of both need not be told."""
    return _are_of_one_time(a, b) and (None in (a.period, b.period) or a.period == b.period)


def _may_have_drifted(a: Claim, b: Claim) -> bool:
    """True for numbers of one unit so close that one may have grown into the other, which changes its last digits."""
    assert isinstance(a.value, Decimal)
    assert isinstance(b.value, Decimal)
    small, large = sorted((abs(a.value), abs(b.value)))
    return large <= _DRIFT * small


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
    if not isinstance(a.value, Decimal) or not isinstance(b.value, Decimal) or role_of(a) != role_of(b):
        return None
    digits = len(digits_of(a))
    if digits < (_FEWEST_OF_SHARE if role_of(a) == "share" else _FEWEST_DIGITS):
        return None
    numbers = 9 * 10 ** (digits - 1)
    if {a.form, b.form} == _TIMES_FOR_PERCENT:
        return 1 / numbers if a.value == b.value else None
    if {a.form, b.form} - set(_FORMS):
        return None
    slip = slip_between(a, b)
    if significant_digits(a.value) == significant_digits(b.value) or (slip is not None and slip >= _FAR_SLIP):
        scaled = slip is not None or is_power_apart(amount_of(a), amount_of(b)) or are_of_two_units(a, b)
        return len(POWERS) / numbers if scaled and not _lacks_scale(a, b) and not _lacks_scale(b, a) else None
    if _is_digit_off(a, b):
        return chance_of_misprint(a.value, b.value) if digits >= _FEWEST_OF_SHARE else None
    apart = swapped_over(a.value, b.value) if a.unit == b.unit else 0
    return (digits - 1) / numbers if apart == 1 or (apart and digits >= _MANY_DIGITS) else None


def _lacks_scale(a: Claim, b: Claim) -> bool:
    """True for a small number that is not said to be of the same things as a large one: its scale may be left out."""
    if not isinstance(a.value, Decimal) or not isinstance(b.value, Decimal):
        return False
    if _is_same_noun(a, b) or (a.language != b.language and len(digits_of(a)) > _FEWEST_DIGITS):
        return False
    return a.unit == b.unit == "count" and a.value < _LARGE <= b.value


def _is_digit_off(a: Claim, b: Claim) -> bool:
    """True for numbers that differ in one digit."""
    if a.unit != b.unit or not isinstance(a.value, Decimal) or not isinstance(b.value, Decimal):
        return False
    return is_misprint(a.value, b.value) and swapped_over(a.value, b.value) == 0
