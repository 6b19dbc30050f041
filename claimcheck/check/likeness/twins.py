"""Twins: two figures under different or open names that what is known of them shows to be one.

This is the documented exception to "unknown never equals unknown" for figures whose names, subjects or periods leave
their meeting open. Two figures of different reports are twins when they are one figure of one story that was garbled
(see `check.garbled`), or when

- both are plain levels in one measure, and nothing stated of them is opposed: their subjects, places, periods, statuses
  and trends, known metrics of different names, and the nouns of counts;
- no other figure of either report could be meant: neither report gives the value of the other one, and each figure is
  the only one of its measure and head noun;
- they are of one metric in one story, be it told with the verb or without, and their sentences share many words, or
  one word where each is the only amount in its unit that its report gives.

Such a meeting is never sure, so that a conflict of twins is a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from claimcheck.check.comparing.accounts import reading_of
from claimcheck.check.comparing.comparable import OTHER_SPAN, WORLDS_APART, are_alike, are_apart_by, is_amount
from claimcheck.check.comparing.days import Days
from claimcheck.check.comparing.evidence import Evidence
from claimcheck.check.comparing.objections import (
    OF_VERBS,
    are_set_apart,
    have_two_owners,
    head_of,
    is_named_within,
    may_have_one_owner,
)
from claimcheck.check.comparing.slips import slip_between
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_issues, are_told_at_two_times, is_foretold, is_told_on_its_day
from claimcheck.check.likeness.garbled import are_garbled
from claimcheck.check.likeness.lookalikes import SHARED_NAMES, Lookalikes
from claimcheck.model.claim import Claim

_WORDS = 3  # that two sentences share
_WORDS_OF_NAME = 2
_FARTHEST = Decimal("1.5")  # times that one of two such figures may be the other

_Key = tuple[object, ...]


@dataclass(slots=True)
class _Census:
    """How often a report gives figures of one measure and head noun, and which values in one measure; by report."""

    reports: dict[str, list[Claim]]
    stories: Stories
    evidence: Evidence
    days: Days
    counted: dict[str, tuple[Counter[_Key], set[_Key]]] = field(default_factory=dict)

    def alike(self, claim: Claim) -> int:
        """How many figures of its report share measure and head noun with a figure, with itself."""
        return self._of(claim.path)[0][(claim.measure, head_of(claim))]

    def gives(self, path: str, like: Claim) -> bool:
        """True when a report gives the value of a figure, be it in more or fewer digits."""
        if self.stories.prints(path, like):
            return True
        return any(
            claim.measure == like.measure and claim.metric == like.metric
            and not reading_of(claim).lenient.is_disjoint(reading_of(like).lenient)
            for claim in self.reports[path] if claim.metric is not None
        )

    def is_sole(self, claim: Claim) -> bool:
        """True when a figure is the only amount of its measure that its report gives."""
        return sum(measure == claim.measure for measure, *_ in self._of(claim.path)[1]) == 1

    def _of(self, path: str) -> tuple[Counter[_Key], set[_Key]]:
        if path not in self.counted:
            told = self.reports[path]
            heads: Counter[_Key] = Counter((claim.measure, head_of(claim)) for claim in told)
            self.counted[path] = heads, {(claim.measure, claim.unit, claim.value) for claim in told}
        return self.counted[path]


def twins_among(
    figures: Sequence[Claim], stories: Stories, evidence: Evidence, days: Days
) -> Iterator[tuple[Claim, Claim]]:
    """All pairs of twins among the figures of stories that cannot both hold, each in the order of the figures."""
    lookalikes = Lookalikes(figures, stories)
    census = _Census(lookalikes.reports, stories, evidence, days)
    for a, b in lookalikes.pairs():
        if _are_twins(a, b, census):
            yield a, b


def _are_twins(a: Claim, b: Claim, census: _Census) -> bool:
    share_names = len(a.story & b.story) >= SHARED_NAMES or _are_told_at_once(a, b, census.stories)
    if not share_names and not census.stories.are_sisters(a.path, b.path):
        return False
    apart = are_told_at_two_times(a, b)
    if are_of_two_issues(a, b) or (apart and not is_told_on_its_day(a, b)):
        return False
    if are_garbled(a, b, census.stories, census.evidence):
        return True
    if apart or not share_names or _are_opposed(a, b) or are_set_apart(a, b):
        return False
    if any(census.gives(other.path, each) for each, other in ((a, b), (b, a))):
        return False
    if not (is_amount(a) and is_amount(b)) or have_two_owners(a, b):
        return False
    if _are_of_one_day(a, b, census):
        return True
    return max(census.alike(a), census.alike(b)) == 1 and _bear_witness(a, b, census)


def _are_told_at_once(a: Claim, b: Claim, stories: Stories) -> bool:
    """True for figures of one stated time that have one owner, or of reports so close that they are one story."""
    if a.period is None or a.period != b.period:
        return False
    owned = None not in (a.subject, b.subject) and may_have_one_owner(a, b)
    return owned or not stories.doubt(a.path, b.path)


def _are_of_one_day(a: Claim, b: Claim, census: _Census) -> bool:
    """True for numbers of one sort of things that two sentences tell of one day, in the words of one name and more."""
    days = census.days.beside(a)
    if len(days) != 1 or days != census.days.beside(b) or a.noun is None or a.noun != b.noun:
        return False
    if a.marks != b.marks or not is_named_within(a, b):
        return False
    return census.evidence.told_of_both(a, b) >= _WORDS_OF_NAME


def _are_opposed(a: Claim, b: Claim) -> bool:
    """True when something stated of one figure speaks against the other."""
    if a.trend and b.trend and a.trend != b.trend:
        return True
    if not are_alike(a.status, b.status) or is_foretold(a, b) or are_apart_by(WORLDS_APART, a, b):
        return True
    if a.period and b.period and a.period != b.period:
        return True
    if head_of(a) != head_of(b) and (a.measure == "count" or (a.known and b.known)):
        return True
    return a.metric == b.metric and set(a.facets) != set(b.facets)


def _bear_witness(a: Claim, b: Claim, census: _Census) -> bool:
    if not may_have_one_owner(a, b):
        return False  # by inference, or they would be opposed
    stated = a.timeless or None not in (a.period, b.period)
    if not stated and are_apart_by(OTHER_SPAN, a, b) and slip_between(a, b) is None:
        return False  # what was bought, and what is left of it
    shared = len(a.context & b.context)
    if a.metric != b.metric:
        return shared >= _WORDS and _are_nested(a, b)
    if a.metric is None:
        return False
    sole = a.measure != "count" and census.is_sole(a) and census.is_sole(b)
    return shared >= (1 if sole else _WORDS)


def _are_nested(a: Claim, b: Claim) -> bool:
    """True for two plans of one name, one of which has its verb as well ("12 new trade offices are to be opened")."""
    few, many = sorted((set((claim.metric or "").split()) for claim in (a, b)), key=len)
    told = few < many and len(few) >= _WORDS_OF_NAME and len(many - few) == 1 and a.facets == b.facets
    if "outcome" in (a.status, b.status):
        return False
    small, large = sorted(claim.value for claim in (a, b) if isinstance(claim.value, Decimal))
    return told and next(iter(many - few)).endswith(OF_VERBS) and large <= _FARTHEST * small
