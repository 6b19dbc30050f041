"""The figures that may be the total and the number of an average, each with what tells for it.

That are the words that it shares with the sentence of the amount for each, and where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.check.comparing.anchors import is_telling
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence, stem_of_word
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.parts.apiece import UNHELD, Apiece
from claimcheck.check.parts.quotients import GIVEN, Weighed, are_close, is_amount, name_of, of_words
from claimcheck.model.claim import Claim

_TOLD = 1.0  # that the words tell of a number of things which the sentence does not name
_BEHIND, _TOTAL_BEHIND = 1.0, 2.0  # taken from a number and a total that the sentence gives behind the amount
_NAMED = 1.0  # for a number of the very things that the amount is for
_JUST_BEFORE, REPEATED = 0.7, 2.0  # for a figure of the sentences before, and for a number given in these as well
_LAST_BEFORE = 0.3  # for a total besides, which is the last amount in its unit there


class TotalsAndNumbers:
    """The totals and numbers of all stories.

    people: the nouns that stand for the head of a population; apiece: the amounts told for each, by their reports.
    """

    def __init__(
        self, stories: Stories, evidence: Evidence, people: frozenset[str], apiece: Mapping[str, Sequence[Claim]]
    ) -> None:
        self._stories = stories
        self._evidence = evidence
        self._people = people
        self._apiece = apiece
        self._tried: dict[tuple[int, str], tuple[list[Weighed], list[Weighed]]] = {}

    def of(self, average: Apiece) -> tuple[list[Weighed], list[Weighed]]:
        """The figures that may be the total, and those that may be the number, each with what tells for it."""
        key = id(average.each), average.thing
        if key not in self._tried:
            self._tried[key] = self._weighed(average)
        return self._tried[key]

    def _weighed(self, average: Apiece) -> tuple[list[Weighed], list[Weighed]]:
        levels = [
            each for path in self._stories.near(average.each.path)
            for each in self._stories.figures_that(is_amount, path) if each.status not in UNHELD
            if not (average.is_beside(each) and any(each is told for told in self._apiece.get(each.path, ())))
        ]
        numbers = ((self._of_number(average, each), each) for each in levels
                   if average.may_be_number(each, self._people))
        return (
            [(self._of_total(average, each), each) for each in levels if average.may_be_total(each)],
            [(told, each) for told, each in numbers if told is not None],
        )

    def _of_total(self, average: Apiece, total: Claim) -> float:
        each = average.each
        named = _NAMED * bool(noun_of(each))
        if in_one_sentence(total, each):  # "each stall paid 300 euros, and the fair took 29,500 at the gate"
            return GIVEN + named if total.start < each.start else -_TOTAL_BEHIND
        words = of_words(total, average.words, self._evidence, each.path)
        last = _LAST_BEFORE * self._is_last_before(total, each)
        if total.path == each.path and total.start > each.start:
            words -= _TOTAL_BEHIND
        return words + _JUST_BEFORE * _is_just_before(total, each) + last + named

    def _is_last_before(self, total: Claim, each: Claim) -> bool:
        """True for the last amount in its unit before the sentence of an amount."""
        if not _is_just_before(total, each):
            return False
        after = (other for other in self._stories.figures(each.path) if total.start < other.start < each.start)
        return not any(other.measure == total.measure and not in_one_sentence(other, each) for other in after)

    def _of_number(self, average: Apiece, number: Claim) -> float | None:
        """What tells for a number; None where it is of things that neither the words nor the figures tie to it."""
        each = average.each
        named = _NAMED * average.is_named(number)
        if in_one_sentence(number, each):
            return GIVEN + named - _BEHIND * (number.start > each.start)
        words = average.words.union(map(stem_of_word, [average.thing.rpartition("_")[2]]))
        told = of_words(number, words, self._evidence, each.path)
        told += _JUST_BEFORE * _is_just_before(number, each)
        repeated = self.of_repeated(average, number)
        meant = repeated or told >= _TOLD or average.names_number(number)
        return max(told, repeated) + named if meant else None

    def of_repeated(self, average: Apiece, number: Claim) -> float:
        """What it tells of a number that the sentence of an amount, or one just before it, gives the same."""
        each = average.each
        own = [own for own in self._stories.figures(each.path) if is_one_number(own, number)]
        if any(in_one_sentence(each, known) for known in own):
            return GIVEN
        return REPEATED if any(_is_just_before(known, each) for known in own) else 0.0


def _is_just_before(claim: Claim, each: Claim) -> bool:
    return are_close(claim, each) and claim.start < each.start


def is_one_number(own: Claim, number: Claim) -> bool:
    """True for one amount of things or of a unit that another report gives as well."""
    if (own.measure, own.value) != (number.measure, number.value) or not is_telling(own):
        return False
    return noun_of(own) in ("", noun_of(number)) or not name_of(own).isdisjoint(name_of(number))
