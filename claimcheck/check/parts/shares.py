"""Shares: a share told in one place, and the part and the whole told in others that it does not fit.

The words of the share's clause name the part, or the whole behind "of". A figure whose own words are among them may be
meant; how rare these words are in the story tells how likely it is (see `check.evidence`). A part or a whole that the
clause itself gives is meant for certain, and figures that words or sums tie are part and whole of one another (see
`check.wholes`). Whatever figures near the share make it right clear it: the words may have tied the wrong ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from math import log

from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.check.parts.candidates import (
    OTHER_TIME,
    Candidates,
    ShareWords,
    is_in_reach,
    is_of_list,
    is_right,
    may_be_pair,
)
from claimcheck.check.parts.parts_and_wholes import COVERED, FEWEST, NEAR, PartsAndWholes
from claimcheck.check.parts.quotas import Quotas
from claimcheck.check.parts.quotients import (
    Quotient,
    are_close,
    best_missed,
    is_amount,
    of_misprint,
    of_place,
    percentage_of,
    size_of,
    sums_with,
    tell_share,
)
from claimcheck.check.parts.wholes import Wholes
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.measure import dimension_of

_LEAST = 1.2  # that the words tell of a part, and of a whole, where the clause gives neither
_TIED_ALONE = 2.0  # that an amount is the only one which may be the whole of a part that the clause gives
_TIED_BESIDE = 1.5  # that another share of the sentence is of this whole
_LEAST_TIED = 0.4  # the same of one of two figures that are part and whole of one another
_LEAST_OF_GIVEN = 1.3  # that the words, or a tie, tell of the part of a whole that the clause gives
_NO_CHANCE = 1.5  # what a slip must tell of a pair that no words tie
_JUST_BEFORE = 0.7  # what it tells of a whole that it stands in the sentences before
_HUNDRED = 100


class Shares:
    """The levels of all stories, to be taken for the parts and wholes of shares.

    gaps: the figures called a lead, a margin or what is left, of which nothing is a share; portions: all shares;
    stated: the shares whose sentences themselves give part and whole.
    """

    def __init__(
        self, stories: Stories, evidence: Evidence, wholes: Wholes, gaps: Iterable[Relation], quotas: Quotas,
        portions: Iterable[Relation] = (), stated: Iterable[Relation] = (),
    ) -> None:
        self._stories = stories
        self._evidence = evidence
        self._meant = PartsAndWholes(evidence)
        self._wholes = wholes
        self._quotas = quotas
        self._told: dict[tuple[str, int], list[Relation]] = defaultdict(list)  # the shares of each sentence
        for portion in portions:
            (share,) = portion.roles["share"]
            self._told[share.path, share.sentence].append(portion)
        self._stated = frozenset(
            id(share) for relation in stated if relation.roles.get("part") and relation.roles.get("whole")
            for share in relation.roles["share"]
        )
        self._gaps = frozenset(id(claim) for gap in gaps for claim in gap.roles["difference"])

    def missed_by(self, portion: Relation) -> Quotient | None:
        """The part and the whole that a share was meant to be of and does not fit; None where others may be."""
        (share,) = portion.roles["share"]
        if id(share) in self._stated:
            return None
        levels = [each for path in self._stories.near(share.path)
                  for each in self._stories.figures_that(is_amount, path)]
        told = self._meant.of(portion, levels)
        ends = told.parts and told.wholes
        given = told.part or told.whole or not portion.complete
        counted = None if given else self._quotas.missed_by(share, told.words)
        if counted is not None and self._is_of_other(share, counted):
            counted = None
        if not (ends or counted) or self._comes_out(told, levels):
            return None
        best = best_missed(share, self._pairs(told)) if ends else None
        if best is None or self._may_be_rest(told, best) or (told.part is None and self._is_of_other(share, best)):
            return counted
        return None if self._is_of_several(share, best, levels) else best

    def _is_of_several(self, share: Claim, pair: Quotient, levels: Sequence[Claim]) -> bool:
        """True where the whole is one of two or three told in a row, of which together the part is this share."""
        assert share.reading is not None
        assert pair.over.reading is not None
        told, over = share.reading.strict, pair.over.reading.strict
        if pair.over.measure != pair.under.measure:
            return False
        beside = [each for each in levels if each.value != pair.over.value]
        return any(not told.is_disjoint((over / sum_).scale(_HUNDRED)) for sum_ in sums_with(pair.under, beside))

    def _is_of_other(self, share: Claim, pair: Quotient) -> bool:
        """True for a part and a whole of which the report of the share gives the share itself, as another figure."""
        made = percentage_of(pair.over, pair.under)
        others = (each for each in self._stories.figures(share.path) if each is not share and each.measure == "percent")
        return any(each.reading is not None and not each.reading.strict.is_disjoint(made) for each in others
                   if each.role != "change" and each.value != share.value)

    def _comes_out(self, told: Candidates, levels: Sequence[Claim]) -> bool:
        """True when figures that are named, or stand near the share, make it right."""
        assert told.share.reading is not None
        own = [each for each in self._stories.figures_that(_may_be_whole, told.share.path) if size_of(each) >= FEWEST]
        near = [level for level in own if abs(level.start - told.share.start) < NEAR]
        parts, wholes = [each for _, each in told.parts], [each for _, each in told.wholes]
        if told.part is not None:
            told_of = [*own, *self._told_as_parts(told, levels)]
            right = any(is_right(told.share, *pair) for pair in product(parts, told_of))
            return right or is_of_list(told.share, told.part, own) or self._wholes.is_of_others(told.part, told.share)
        parts = [each for _, each in self._meant.named(levels, told.words.part, told.share)]
        if told.whole is not None:
            return self._is_made(told.share, product([*parts, *near], wholes))
        return self._is_made(told.share, chain(product(parts, [*wholes, *near]), product(near, wholes)))

    def _told_as_parts(self, told: Candidates, levels: Sequence[Claim]) -> list[Claim]:
        """The figures of reports that tell this share of this part too, and what others call parts of a whole."""
        near = self._stories.near(told.share.path)
        alike = {path for path in near if tell_share(self._stories.figures(path), told.share, told.part)}
        wholes = [whole for _, whole in told.wholes]
        others = (level for level in levels if level.path != told.share.path and size_of(level) >= FEWEST)
        return [level for level in others
                if level.path in alike or any(self._wholes.of(level, whole) for whole in wholes)]

    def _may_be_rest(self, told: Candidates, pair: Quotient) -> bool:
        """True for a share that is what a part leaves of a whole, as words may say which the part does not have."""
        if told.part is not None or (told.share.form != "digits" and told.words.part <= self._evidence.own(pair.over)):
            return False
        return is_right(told.share, pair.over, pair.under, rest=True)

    def _is_made(self, share: Claim, pairs: Iterable[tuple[Claim, Claim]]) -> bool:
        """True when one of some pairs of figures makes a share right, and may be a part and its whole."""
        return any(is_right(share, *pair) and not self._wholes.are_parts(*pair) for pair in pairs)

    def _pairs(self, told: Candidates) -> Iterator[Quotient]:
        share = told.share
        pairs = [
            pair for pair in product(told.parts, told.wholes)
            if id(pair[1][1]) not in self._gaps
            and may_be_pair(pair[0][1], pair[1][1]) and is_in_reach(share, pair[0][1], pair[1][1])
            and _may_meet(share, pair[0][1], pair[1][1])
        ]
        earlier = sum(_stands_before(whole, part) for (_, part), (_, whole) in pairs)
        for (one, part), (other, whole) in pairs:
            made = float(percentage_of(part, whole).middle or 0)
            slip = told.part is not None and _stands_before(whole, part) and _is_slip(share, made, earlier)
            tied = self._tied(told, part, whole)
            if tied is not None and (slip or _is_enough(told, one, other, tied)):
                before = _JUST_BEFORE * (are_close(whole, share) and whole.start < share.start)
                yield Quotient(part, whole, one + other + tied + of_place(part, whole) + before, made)

    def _tied(self, told: Candidates, part: Claim, whole: Claim) -> float | None:
        """What tells that two figures are part and whole, besides the words; None where they cannot be."""
        if self._wholes.are_parts(part, whole):
            return None
        if part is not told.part and self._wholes.speaks_against(part, whole):
            return None
        tied = self._wholes.of(part, whole)
        if told.part is not None:
            tied = max(tied, self._wholes.of_shares(told.part, whole), _TIED_ALONE * self._is_only_whole(told, whole))
        elif not tied:
            tied = _TIED_BESIDE * self._is_whole_beside(told.share, part, whole)
        lone = (told.part is not None and part is not told.part) or (told.whole is not None and whole is not told.whole)
        return None if lone and not tied else tied

    def _is_only_whole(self, told: Candidates, whole: Claim) -> bool:
        """True for the only larger amount in the unit of a given part, told just before it, where none is named."""
        part = told.part
        if part is None or told.words.whole or told.words.limits.startswith(OTHER_TIME):
            return False
        if part.measure == "count" or dimension_of(part.measure or "") == "money":
            return False  # "paid 2.4 million in tax, or 28 per cent"
        if part.measure != whole.measure or whole.start > part.start or not are_close(whole, part):
            return False
        like = (each for each in self._stories.figures_that(is_amount, part.path) if each.measure == part.measure)
        return all(each.value == whole.value or size_of(each) <= size_of(part) for each in like)

    def _is_whole_beside(self, share: Claim, part: Claim, whole: Claim) -> bool:
        """True where another share of the sentence is the one of its own part, told beside this one, of a whole."""
        for portion in self._told[share.path, share.sentence]:
            (other,) = portion.roles["share"]
            if other is share or other.reading is None or "whole" in portion.roles:
                continue
            near = [each for each in self._stories.figures_that(is_amount, part.path)
                    if each is not part and are_close(each, part) and is_right(other, each, whole)]
            if any(True for _ in self._meant.named(near, ShareWords.of(portion).part, other, least=COVERED)):
                return True
        return False


def _stands_before(whole: Claim, part: Claim) -> bool:
    """True for a figure that a report gives earlier than a part, of the same things or in the same sentence."""
    alike = in_one_sentence(whole, part) or not part.noun or whole.noun == part.noun
    return whole.path == part.path and whole.start < part.start and alike


def _is_slip(share: Claim, made: float, tried: int) -> bool:
    """True for a share that a slip of the pen keeps from what a pair makes, and chance one of those tried hardly."""
    return of_misprint(share, made) - log(tried) >= _NO_CHANCE


def _is_enough(told: Candidates, one: float, other: float, tied: float) -> bool:
    """True when words, or what ties the two, tell of both a part and a whole."""
    if told.whole:
        return one + tied >= _LEAST_OF_GIVEN
    if told.part:
        if told.words.whole and not other:
            return False  # "6.4% of the establishment": of something else
        return other + tied >= _LEAST_TIED
    return min(one, other) >= (_LEAST_TIED if tied else _LEAST)


def _may_be_whole(claim: Claim) -> bool:
    """True for an amount of whatever role: what was "raised" is a whole as well."""
    return is_amount(claim) or (claim.role == "change" and claim.measure != "percent")


def _may_meet(share: Claim, part: Claim, whole: Claim) -> bool:
    """False for figures of two times, and where one was done and the other is planned, unless they stand together."""
    apart = are_of_two_times(part, whole) or are_of_two_times(share, part)
    together = are_close(part, whole) and share.status == part.status
    return not apart and (together or are_alike(part.status, whole.status))
