"""The figures that may be the part and the whole of a share: those that its clause gives, or that its words name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from claimcheck.check.comparing.evidence import Evidence, in_one_sentence, stem_of_word
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.parts.candidates import Candidates, ShareWords
from claimcheck.check.parts.quotients import GIVEN, Weighed, is_amount, of_words, size_of, with_echoes
from claimcheck.model.claim import Claim, Relation

NEAR = 400  # characters around a share; figures there may be meant, whatever their names
FEWEST = 10  # smaller numbers stand for anything
COVERED = 0.5  # of what the words tell that name a part, so much of which a figure must share
_TELLING = 2  # digits of a part that is in a unit


class PartsAndWholes:
    """The parts and wholes that shares name; evidence: how rare words are in a story."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def of(self, portion: Relation, levels: Sequence[Claim]) -> Candidates:
        """The figures that may be the part and the whole of a share: those given, else those that its words name."""
        (share,) = portion.roles["share"]
        words = ShareWords.of(portion)
        part = next((each for each in portion.roles.get("part", ()) if _is_part(each)), None)
        given = portion.roles.get("whole", ())
        whole = given[0] if len(given) == 1 and is_amount(given[0]) else None
        elsewhere = [level for level in levels if not in_one_sentence(share, level)]
        parts = [] if part is None else with_echoes(part, elsewhere)
        if whole is not None:
            wholes = with_echoes(whole, elsewhere)
        elif part is not None:
            before = [level for level in levels if _is_before(level, part)]
            wholes = [(self._named_by(each, words.whole, share), each) for each in (*elsewhere, *before)]
        else:
            wholes = list(self.named(elsewhere, words.whole, share))
        if part is None:
            named = [*self.named(elsewhere, words.part, share, least=COVERED),
                     *self._named_otherwise(elsewhere, words.part, share, wholes)]
            parts = [(told, each) for told, each in named if _tells(each)
                     and (portion.complete or words.part <= self._evidence.own(each))]
        return Candidates(share, words, part, whole, parts, wholes)

    def named(
        self, levels: Sequence[Claim], words: frozenset[str], share: Claim, least: float = 0.0
    ) -> Iterator[Weighed]:
        """The levels whose own words are among some, no less than the least share of them, with how much these tell."""
        names = frozenset(map(stem_of_word, share.story))
        all_ = least * self._evidence.weight(words, share.path)
        for level in levels:
            near = self._evidence.own(level) & words
            if near - names and self._evidence.weight(near, share.path) >= all_:
                yield self._named_by(level, words, share), level

    def _named_otherwise(
        self, levels: Sequence[Claim], words: frozenset[str], share: Claim, wholes: Sequence[Weighed]
    ) -> Iterator[Weighed]:
        """The levels of another report, which may use other words, that stand beside the whole there.

        They need no more than the least share of what those of the words tell that any level bears.
        """
        others = [level for level in levels if level.path != share.path]
        borne = words.intersection(chain.from_iterable(map(self._evidence.own, others)))
        if borne == words or not borne:
            return
        all_ = COVERED * self._evidence.weight(words, share.path)
        for told, level in self.named(others, borne, share, least=COVERED):
            short = self._evidence.weight(self._evidence.own(level) & words, share.path) < all_
            if short and any(weight >= GIVEN and _is_beside(level, whole) for weight, whole in wholes):
                yield told, level

    def _named_by(self, level: Claim, words: frozenset[str], share: Claim) -> float:
        return of_words(level, words, self._evidence, share.path)


def _is_beside(part: Claim, whole: Claim) -> bool:
    return part.path == whole.path and abs(part.start - whole.start) < NEAR and size_of(part) < size_of(whole)


def _is_part(claim: Claim) -> bool:
    return is_amount(claim) and _tells(claim)


def _tells(claim: Claim) -> bool:
    """False for a number so small that it stands for anything."""
    return size_of(claim) >= FEWEST or (claim.measure != "count" and len(digits_of(claim)) >= _TELLING)


def _is_before(level: Claim, part: Claim) -> bool:
    return in_one_sentence(level, part) and level.start < part.start
