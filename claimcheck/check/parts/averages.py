"""Averages: an amount told for each of many things, and the total and the number told elsewhere that it does not fit.

How rare the words are that total and number share with the sentence of the amount tells how likely they are meant (see
`check.evidence`), as does standing in that sentence. Whatever total and number of the story make the amount clear it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, permutations, product

from claimcheck.check.comparing.comparable import are_alike
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence
from claimcheck.check.comparing.objections import have_two_owners
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.check.parts.apiece import PER, Apiece, is_sound
from claimcheck.check.parts.only_totals import is_only_total
from claimcheck.check.parts.quotients import (
    GIVEN,
    Quotient,
    Weighed,
    are_close,
    best_missed,
    is_amount,
    lacks_unit,
    of_misprint,
    of_place,
    size_of,
)
from claimcheck.check.parts.totals_and_numbers import REPEATED, TotalsAndNumbers, is_one_number
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.interval import Interval

_LEAST = 0.8  # that the words tell of a total or a number which nothing else ties to the amount or to each other
_TOTAL_OF_ALL = 2.0  # for a total that the other report tells with what it makes for each
_ONLY_TOTAL = 1.6  # for the only total of its kind that another report tells, beside the number
_TOLD_APART = 1.0  # taken where the words may set the amount apart
_NEAR = 400  # characters around an amount; figures there may be meant, whatever their names
_MANY_DIGITS = 3  # of an amount that no two figures beside it make by chance


class Averages:
    """The amounts of all stories, to be taken for the totals and numbers of averages.

    people: the nouns that stand for the head of a population; moves: the levels told with what they were before;
    portions: the parts told with their shares.
    """

    def __init__(
        self, stories: Stories, evidence: Evidence, relations: Iterable[Relation], people: frozenset[str],
        moves: Iterable[Relation] = (), portions: Iterable[Relation] = (),
    ) -> None:
        self._stories = stories
        self._evidence = evidence
        self._people = people
        self._earlier = frozenset(id(base) for move in moves for base in move.roles.get("from", ()))
        self._parts = frozenset(id(part) for portion in portions for part in portion.roles.get("part", ()))
        self._apiece: dict[str, list[Claim]] = defaultdict(list)
        for relation in relations:
            self._apiece[relation.path].append(relation.roles["each"][0])
        self._meant = TotalsAndNumbers(stories, evidence, people, self._apiece)

    def made_by(self, relation: Relation) -> Quotient | None:
        """The total and the number that an amount for each was meant to come from, and does; None for none."""
        return self._made(Apiece.of(relation, self._people, self._evidence)) if is_sound(relation) else None

    def missed_by(self, relation: Relation) -> Quotient | None:
        """The total and the number that an amount for each was meant to come from and does not; None for none.

        Only for an amount that no others make, see `made_by`.
        """
        if not is_sound(relation):
            return None
        average = Apiece.of(relation, self._people, self._evidence)
        missed = best_missed(average.each, self._quotients(average, complete=relation.complete))
        if missed and average.is_of_part(missed, self._stories.figures_that(is_amount, missed.under.path)):
            return None
        near = (self._stories.figures_that(is_amount, path) for path in self._stories.near(average.each.path))
        if missed and average.is_of_several(missed, list(chain.from_iterable(near))):
            return None
        return missed

    def _made(self, average: Apiece) -> Quotient | None:
        """A total and a number of the story that make an amount, one of which may merely stand near it."""
        weighed, known = self._meant.of(average)
        totals, numbers = ([each for _, each in candidates] for candidates in (weighed, known))
        report = self._stories.figures_that(is_amount, average.each.path)
        around = [level for level in report if abs(level.start - average.each.start) < _NEAR]
        near = [level for level in around if not in_one_sentence(level, average.each)]
        own = [level for level in around if in_one_sentence(level, average.each) and level is not average.each]
        beside = (level for level in near
                  if level.measure == average.over and (average.over != "count" or lacks_unit(level)))
        of_sort = list(filter(average.is_of_sort, near))
        exact = of_sort if len(digits_of(average.each)) >= _MANY_DIGITS else ()
        tried = chain(product(totals, numbers), product(beside, numbers),
                      product((level for level in near if average.is_in_unit(level)), exact),
                      product([each for told, each in weighed if told], of_sort),
                      product(_whatever_named(average, report), (number for number in numbers if number in near)),
                      product(filter(lacks_unit, own), (number for number in numbers if number in own)))
        pairs = chain(_told_with(average, totals, numbers) or tried, self._told_elsewhere(average))
        return next((made for pair in pairs if (made := _made_of(average, *pair)) is not None), None)

    def _told_elsewhere(self, average: Apiece) -> Iterator[tuple[Claim, Claim]]:
        """The amounts beside the very same figure for each thing in other reports."""
        for path in self._stories.near(average.each.path)[1:]:
            for told in (other for other in self._apiece[path] if other.value == average.each.value):
                own = (each for each in self._stories.figures(path) if in_one_sentence(each, told))
                yield from permutations(filter(is_amount, own), 2)

    def _quotients(self, average: Apiece, *, complete: bool) -> Iterator[Quotient]:
        """What the totals and numbers make that may be meant, in reach of the amount or a slip away."""
        for (one, total), (other, number) in product(*self._meant.of(average)):
            if total is number or not _are_of_one_time(average, total, number) or have_two_owners(average.each, total):
                continue  # or "his captain made 688 runs ... Fenner's 41 wickets have cost 19.8 runs each"
            if id(total) in self._earlier and id(average.each) not in self._earlier:
                continue  # "revenue of 1,842 million (2023: 1,516 million)"
            if id(total) in self._parts and total.path == average.each.path and not in_one_sentence(total, number):
                continue  # "full boxes made up 489,600, or 80%"
            if self._is_of_other_number(average, total, number):
                continue
            made = average.made_by(total, number)
            beside = self._stories.beside(average.each)
            if self._is_told_of_other(average, total, number, made) or average.was(made, beside):
                continue
            whole = _TOTAL_OF_ALL * self._is_total_itself(average, total, made)
            if not whole and (self._is_made_here(average, total, made) or self._has_own(average, total)):
                continue
            only = is_only_total(self._stories, average, total, number)
            tied = whole or only or _are_tied(average, (one, total), (other, number), float(made.middle or 0))
            repeated = self._meant.of_repeated(average, number)
            meant = whole or repeated >= GIVEN or average.is_unlimited_for(total, number)
            if not (made.middle and tied and meant):
                continue
            known = repeated >= GIVEN or (repeated and in_one_sentence(total, number))
            slip = whole or (average.of_slip(number, made) if known else 0.0)
            if slip or average.is_in_reach(total, number, made):
                told = one + other + of_place(total, number) + slip + _ONLY_TOTAL * only - _TOLD_APART * (not complete)
                own = self._own(average, total), self._own(average, number)
                yield Quotient(*own, told, float(made.middle))

    def _has_own(self, average: Apiece, total: Claim) -> bool:
        """True when another report gives the total, and beside it an amount of its own for each."""
        return total.path != average.each.path and any(
            other.measure == average.each.measure and are_close(other, total) for other in self._apiece[total.path]
        )

    def _is_of_other_number(self, average: Apiece, total: Claim, number: Claim) -> bool:
        """True for a total whose sentence gives another number of the same things: "sold 40 boats for 10 million".

        The sentence of the amount may give its own as well: "it was 118,000 tonnes at 5,240 dollars a tonne".
        """
        if average.has_own_number(number, self._stories.figures_that(is_amount, average.each.path)):
            return True
        if in_one_sentence(total, number) or in_one_sentence(total, average.each) or not number.noun:
            return False
        return any(
            noun_of(each) == noun_of(number) and each is not total and size_of(each) != size_of(number)
            for each in self._stories.figures_that(is_amount, total.path) if in_one_sentence(each, total)
        )

    def _is_made_here(self, average: Apiece, total: Claim, made: Interval) -> bool:
        """True when the sentence of a total tells itself what it makes for each."""
        return any(
            each is not average.each and each.reading is not None and each.measure == average.each.measure
            and not each.reading.strict.is_disjoint(made)
            for each in self._stories.beside(total)
        )

    def _own(self, average: Apiece, number: Claim) -> Claim:
        """A total or a number as the sentence of an amount gives it, if it does."""
        return next((own for own in self._stories.figures(average.each.path)
                     if own != average.each and in_one_sentence(own, average.each) and is_one_number(own, number)),
                    number)

    def _is_total_itself(self, average: Apiece, total: Claim, made: Interval) -> bool:
        """True for a total told as the amount for each, while another report gives what it makes for each."""
        each = average.each
        if (each.measure, each.value) != (total.measure, total.value) or each.path == total.path:
            return False
        return any(
            other.reading is not None and (other.measure or "").partition(PER)[0] == average.over
            and not other.reading.strict.is_disjoint(made)
            for path in self._stories.near(each.path)[1:] for other in self._apiece[path]
        )

    def _is_told_of_other(self, average: Apiece, total: Claim, number: Claim, made: Interval) -> bool:
        """True when the report gives another such amount that total and number make, or for a sort of things beside it.

        Several amounts for several sorts of things have the total together.
        """
        for other in self._apiece[average.each.path]:
            if other == average.each or (other.measure or "").partition(PER)[0] != average.over:
                continue
            if in_one_sentence(other, average.each) and other.value not in (total.value, number.value):
                return True
            if other.reading is not None and not other.reading.strict.is_disjoint(made):
                return True
        told = (total.value, number.value)
        return any(
            average.is_of_other_sort(each) and in_one_sentence(each, average.each)
            for each in self._stories.figures(average.each.path)
            if each.value not in told and id(each) not in self._earlier
        )


def _whatever_named(average: Apiece, report: Iterable[Claim]) -> Iterator[Claim]:
    """The amounts of a report that may make one by so many digits that no chance did: "612,000 boxes", "1,522 TEU"."""
    exact = len(digits_of(average.each)) >= _MANY_DIGITS
    return (level for level in report if exact and level.measure == average.over)


def _told_with(average: Apiece, totals: Iterable[Claim], numbers: Iterable[Claim]) -> list[tuple[Claim, Claim]]:
    """The only total and the only number in the sentence of a rate, both before it: no others are meant."""
    if PER not in (average.each.measure or ""):
        return []
    over, under = ([each for each in claims if in_one_sentence(each, average.each)] for claims in (totals, numbers))
    pairs = list(product(over, under))
    return pairs if len(pairs) == 1 and all(claim.start < average.each.start for claim in pairs[0]) else []


def _are_of_one_time(average: Apiece, total: Claim, number: Claim) -> bool:
    if are_of_two_times(total, number) or any(are_of_two_times(average.each, told) for told in (total, number)):
        return False
    return are_alike(total.status, number.status)


def _made_of(average: Apiece, total: Claim, number: Claim) -> Quotient | None:
    if total is number or size_of(number) <= 1 or not average.may_fit(total, number):
        return None
    made = average.made_by(total, number)
    if made.middle is None or not average.fits(made):
        return None
    return Quotient(total, number, 0.0, float(made.middle))


def _are_tied(average: Apiece, total: Weighed, number: Weighed, made: float) -> bool:
    """False for a figure that neither words nor places nor digits tie to the amount."""
    least = min(total[0], number[0])
    if least >= _LEAST or (least >= 0 and of_misprint(average.each, made) >= GIVEN):
        return True
    return number[0] >= REPEATED and in_one_sentence(total[1], number[1])
