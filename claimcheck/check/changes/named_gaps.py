"""Named gaps: a gap between two that its sentence names, and the one level that the story tells of each.

Whom a level is of, the boards of the story tell, else the subject of the level. Where each of the two has a single
level of one kind, and a word or the thing counted ties them to the gap, their difference is the gap: no slip of the pen
need show that. Any pair of figures that fits the gap clears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product

from claimcheck.check.changes.gaps import Gaps, MissedGap, made_by
from claimcheck.check.comparing.comparable import role_of
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence, stem_of_word
from claimcheck.check.comparing.slips import amount_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.check.ordering.board import Board, stems
from claimcheck.check.ordering.boards import Boards
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.letters import fold

_FARTHEST = 5  # times that a gap may be what the levels make
_TWO = 2
_MOST_BESIDE = 12  # figures of a sentence
_SHORTEST = 3  # letters of a word of a name

Pair = tuple[Claim, Claim]
Names = tuple[frozenset[str], frozenset[str]]


class NamedGaps:
    """The levels of all stories, to be set against the gaps between two that are named."""

    def __init__(
        self, stories: Stories, evidence: Evidence, boards: Boards, gaps: Gaps, told: Iterable[Relation]
    ) -> None:
        self._stories, self._evidence, self._boards, self._gaps = stories, evidence, boards, gaps
        self._apart = frozenset(id(claim) for gap in told for claim in gap.roles["difference"])

    def missed_by(self, relation: Relation) -> MissedGap | None:
        """The two levels that a gap lies between and that do not make it; None where they are not known, or do."""
        gap = relation.roles["difference"][0]
        names = _names_of(relation, gap) if isinstance(gap.value, Decimal) and gap.reading is not None else None
        if names is None:
            return None
        pairs = [*self._on_boards(names, gap), *self._by_subject(names, gap)]
        sides = {(amount_of(one), amount_of(other)): (one, other) for one, other in pairs}
        if len(sides) != 1 or any(_fits(gap, *pair) for pair in pairs):
            return None
        more, less = _in_order(*next(iter(sides.values())))
        if not _is_meant(gap, more, less) or not self._is_of_gap(relation, names, (more, less)):
            return None
        if self._gaps.is_borne_out(gap, of_named=relation.complete) or self._is_told_beside(gap):
            return None
        return MissedGap(gap, more, less, made_by(gap, more, less), 0.0)

    def _is_told_beside(self, gap: Claim) -> bool:
        """True where the sentence of a gap has two figures that make it: "106 in all, 14 more than Orla (92)"."""
        own = [level for level in self._stories.figures(gap.path) if level is not gap and in_one_sentence(level, gap)
               and level.measure == gap.measure and level.reading is not None and amount_of(level)]
        return any(_fits(gap, *pair) for pair in combinations(own[:_MOST_BESIDE], _TWO))

    def _on_boards(self, names: Names, gap: Claim) -> Iterator[Pair]:
        """The figures of both in the lists and sentences that give one for each of several."""
        for board in self._boards.of_two(gap.path):
            entries = [_entry_of(name, board) for name in names]
            for column in board.columns if None not in entries else ():
                one, other = (board.figure_of(board.entries[at], column) for at in entries if at is not None)
                if one is not None and other is not None and all(self._is_side(each, gap) for each in (one, other)):
                    yield self._stories.as_told(one), self._stories.as_told(other)

    def _by_subject(self, names: Names, gap: Claim) -> Iterator[Pair]:
        """The levels that are told of both, each by itself."""
        told: tuple[list[Claim], list[Claim]] = [], []
        for path in self._stories.near(gap.path):
            for level in self._stories.figures(path):
                if self._is_side(level, gap) and not in_one_sentence(level, gap):
                    of = [bool(name & _whose(level)) for name in names]
                    if sum(of) == 1:
                        told[of.index(True)].append(level)
        yield from ((one, other) for one, other in product(*told) if self._are_alike(one, other, names))

    def _are_alike(self, one: Claim, other: Claim, names: Names) -> bool:
        """True for two levels of one kind: they count one thing, or are called alike, or share a word."""
        if one.noun and other.noun:
            return stem_of_word(one.noun) == stem_of_word(other.noun)
        if one.metric is not None and one.metric == other.metric:
            return True
        of_sort = stems(one.subject or "") & stems(other.subject or "")  # "the Orla tower", "the Feld tower"
        return bool((self._evidence.of_words(one, other)[1] | of_sort) - names[0] - names[1])

    def _is_of_gap(self, relation: Relation, names: Names, pair: Pair) -> bool:
        """True for two levels that a word of the gap's sentence, or what both count, ties to the gap.

        What the clause of the gap gives in capitals limits it, and the levels must tell of it as well.
        """
        gap = relation.roles["difference"][0]
        words, _, told = relation.direction.partition("\n")
        said, named = words.split(), names[0].union(names[1], stems(fold(told), _SHORTEST))
        own, *others = (self._evidence.own(each) - named for each in (gap, *pair))
        around, *about = (frozenset(map(stem_of_word, each.context)) for each in (gap, *pair))
        limits = stems(fold(" ".join(word for word in said if word[0].isupper())), _SHORTEST) - named
        if any(limits - words for words in about):
            return False
        if gap.noun and all(stem_of_word(gap.noun) in words for words in (around, *about)):
            return True
        is_another = bool(stems(" ".join(said), _SHORTEST) - named.union(*others, *about))
        if is_another and (others[0] & others[1]) - around - own:
            return False  # "a doctor earns 870 more in Orla than in Feld", where the levels are those of nurses
        counted = {stem_of_word(each.noun or "") for each in (gap, *pair)}
        alike = len(counted) == 1 and counted != {""}
        return alike or any(self._evidence.of_words(gap, each)[1] - named for each in pair)

    def _is_side(self, level: Claim, gap: Claim) -> bool:
        """True for a plain level in the measure of a gap, of things that may be those of the gap."""
        if role_of(level) != "level" or level.trend or level.hedge or level.reading is None or id(level) in self._apart:
            return False
        if level.measure != gap.measure or not amount_of(level) or level.status != gap.status:
            return False
        return not (gap.noun and level.noun) or stem_of_word(gap.noun) == stem_of_word(level.noun)


def _whose(level: Claim) -> frozenset[str]:
    """How the words begin of whom a level is told of; where nobody knows, those of its sentence."""
    return stems(level.subject, _SHORTEST) if level.subject else frozenset(map(stem_of_word, level.context))


def _is_meant(gap: Claim, more: Claim, less: Claim) -> bool:
    """True for a gap of about the size of what two levels of its time make."""
    told, made = Fraction(amount_of(gap)), amount_of(more) - amount_of(less)
    if not made or not Fraction(1, _FARTHEST) <= told / made <= _FARTHEST or told >= amount_of(more):
        return False
    if gap.period is not None and gap.period.sort != "day" and None in (more.period, less.period):
        return False  # "in 2019 it was 14 more"
    return not any(are_of_two_times(one, other) for one, other in ((gap, more), (gap, less), (more, less)))


def _names_of(relation: Relation, gap: Claim) -> Names | None:
    """How the words of the two names begin that are set against each other, without those that both have."""
    told = [stems(fold(name), _SHORTEST) for name in relation.direction.split("\n")[1:]]
    if len(told) == 1 and gap.subject and not told[0] & stems(gap.subject, _SHORTEST):
        told.insert(0, stems(gap.subject, _SHORTEST))
    if len(told) != _TWO:
        return None
    one, other = told[0] - told[1], told[1] - told[0]
    return (one, other) if one and other else None


def _entry_of(name: frozenset[str], board: Board) -> int | None:
    """Which entry of a board has a name, where a single one has."""
    found = [at for at, entry in enumerate(board.entries) if name & stems(entry.label, _SHORTEST)]
    return found[0] if len(found) == 1 else None


def _in_order(one: Claim, other: Claim) -> Pair:
    return (one, other) if amount_of(one) >= amount_of(other) else (other, one)


def _fits(gap: Claim, one: Claim, other: Claim) -> bool:
    """True for two levels whose difference may be a gap, be they rounded."""
    more, less = _in_order(one, other)
    told, most, least = (each.reading.lenient for each in (gap, more, less) if each.reading is not None)
    return not (most - least).is_disjoint(told)
