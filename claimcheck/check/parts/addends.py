"""Addends: amounts told one after the other, and the whole told elsewhere that they were meant to make up and miss.

Which figure the whole is, no words need say. That a sum misses a figure by one digit, or by two that changed places in
the figure or a part, chance brings about the less often the more digits there are; that words close the list, that the
figure stands next to it or shares its words, tells too. All is added up as logarithms of odds. Whatever makes the sum
right clears it: another figure that it fits, a part told twice or elsewhere, a figure that other parts make up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from claimcheck.check.comparing.comparable import are_alike, role_of
from claimcheck.check.comparing.evidence import Evidence, in_one_sentence, stem_of_word
from claimcheck.check.comparing.objections import are_set_apart, head_of
from claimcheck.check.comparing.slips import amount_of, is_bare
from claimcheck.check.comparing.stems import noun_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.hints.rewording import written_in
from claimcheck.check.parts.amounts import is_averaged
from claimcheck.check.parts.runs import (
    MOST,
    NEAR,
    Run,
    fits,
    is_completed,
    is_enough_alone,
    is_mended,
    may_be_whole,
    of_slip,
    runs,
)
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.interval import Interval

_ENOUGH = 5.0  # log odds; on the reports of a dozen fields that were tried, no sum of other things reached it
_ENOUGH_CLOSED = 4.2  # the same where words say that there are no other parts, and digits tell nothing
_CLOSED = 3.0  # what it tells that words close the list
_BESIDE = 1.5  # what it tells that the figure stands next to the parts
_ONE_NOUN = 1.5  # what it tells that all count the same things
_AT_ONE_END = 2.0  # what speaks against taking the first or last of a list for the whole of the others
_OTHER_NOUN, _OTHER_STATUS = 2.0, 1.5  # what speaks against a count of other things, and a plan, as the whole
_WORDLESS = 2.0  # what speaks against a whole of another report that shares no word with any part
_NEXT = 250  # characters between a figure and the list beside it

_Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Missed:
    """A whole, the parts that miss it, what these come to, and whether words say that there are no others.

    slipped: whether the whole misses the sum by a slip of the pen.
    """

    whole: Claim
    parts: tuple[Claim, ...]
    made: Interval
    closed: bool
    slipped: bool
    score: float

    def comes_out_with(self, part: Claim, other: Claim) -> bool:
        """True when another figure in place of a part makes the parts come to the whole."""
        if self.whole.reading is None or part.reading is None or other.reading is None:
            return False
        middle = (self.made.middle or 0) - (part.reading.strict.middle or 0) + (other.reading.strict.middle or 0)
        return self.whole.reading.strict.contains(middle)


class Addends:
    """The figures of all stories, to be taken for wholes."""

    def __init__(self, stories: Stories, evidence: Evidence, columns: Sequence[Relation]) -> None:
        self._stories = stories
        self._evidence = evidence
        self._levels: dict[str, dict[str | None, list[tuple[float, Claim]]]] = {}
        self._cells: dict[_Place, Claim] = {
            (cell.path, cell.start): cell for column in columns for cell in column.roles["value"]
        }

    def missed_by(
        self, told: Sequence[Claim], *, closed: bool, tabled: bool = False, counted: bool = False, paired: bool = False,
        split: bool = False,
    ) -> Missed | None:
        """The whole that some amounts were meant to make up and miss; None where nothing tells enough.

        closed: whether words say that there are no others; counted: whether these only tell how many there are, which
        may be things that do not add up, so that digits must tell for the whole; tabled: whether they stand below
        each other, where a total has a line of its own; paired: whether they are two figures of one sentence, whose
        whole must be of their very thing and time; split: whether these two share out what stands right before them.
        """
        parts = [self._cells.get((part.path, part.start), part) for part in told]
        if len(parts) > MOST or (not closed and _are_reckoned(parts)) or any(map(is_averaged, parts)):
            return None
        if tabled and _are_of_several_sorts(parts):
            return None
        places = {(part.path, part.start) for part in parts}
        found: list[Missed] = []
        for run in runs(parts, closed=closed, tabled=tabled, paired=paired):
            levels = [each for each in self._levels_like(run) if (each[1].path, each[1].start) not in places]
            least, most = float(run.size) / NEAR[1], float(run.size) / NEAR[0]
            near = [level for size, level in levels if least <= size <= most]
            if any(fits(run, level) for level in near):
                if run.rest and closed:
                    continue  # all of a closed list are parts, so that some of them fit a figure by chance
                return None
            found += self._candidates(run, [each for each in run.rest if _is_level(each)] or near, levels, split=split)
        meant = [each for each in found if each.slipped or not counted]
        meant = [each for each in meant if not paired or _are_of_one_thing(each) or (split and _follow(each))]
        return max(meant, key=lambda each: each.score, default=None)

    def _levels_like(self, run: Run) -> list[tuple[float, Claim]]:
        """The levels of a story in the measure of a run, with about how much each is."""
        found: list[tuple[float, Claim]] = []
        for path in self._stories.near(run.parts[0].path):
            if path not in self._levels:
                self._levels[path] = defaultdict(list)
                for level in filter(_is_level, self._stories.figures(path)):
                    self._levels[path][level.measure].append((float(amount_of(level)), level))
            found += self._levels[path].get(run.measure, ())
        return found

    def _candidates(
        self, run: Run, wholes: Sequence[Claim], levels: Sequence[tuple[float, Claim]], *, split: bool
    ) -> Iterator[Missed]:
        for whole in wholes:
            if not may_be_whole(whole, run) or is_mended(whole, run):
                continue
            slip = of_slip(whole, run)
            told = slip or is_enough_alone(whole, run)
            score = slip + self._of_words(whole, run, levels, split=split) if told else 0.0
            if score >= (_ENOUGH if slip else _ENOUGH_CLOSED) and (run.closed or not is_completed(whole, run, levels)):
                yield Missed(whole, run.parts, run.made, run.closed, slip > 0, score)

    def _of_words(
        self, whole: Claim, run: Run, levels: Sequence[tuple[float, Claim]], *, split: bool
    ) -> float:
        """What tells that a figure is the whole of some parts, whatever its digits; split: see `missed_by`."""
        first, last = run.parts[0], run.parts[-1]
        ends = ((whole.end, first.start), (last.end, whole.start)) if whole.path == first.path else ()
        follow = bool(ends) and 0 < first.start - whole.end < _NEXT
        beside = in_one_sentence(whole, first) or any(
            0 < end - start < _NEXT and not any(
                start <= other.start < end and other.path == whole.path for _, other in levels if other is not whole)
            for start, end in ends
        )
        words = max(self._evidence.of_words(whole, part)[0] for part in run.parts)
        one_noun = bool(noun_of(whole)) and all(noun_of(part) == noun_of(whole) for part in run.parts)
        against = self._stories.doubt(whole.path, first.path) if whole.path != first.path else 0.0
        against += _WORDLESS * (whole.path != first.path and not words and not one_noun)
        if not (split or follow):  # the lines of a plan may be told as what is: "Next year it has 80. Schools get 40"
            against += _OTHER_STATUS * any(not are_alike(whole.status, part.status) for part in run.parts)
        against += _AT_ONE_END * bool(run.rest)
        against += _OTHER_NOUN * any(self._is_cell_of_others(part, noun_of(whole)) for part in run.parts)
        return _CLOSED * run.closed + _BESIDE * beside + _ONE_NOUN * one_noun + words - against

    def _is_cell_of_others(self, part: Claim, noun: str) -> bool:
        """True for a bare number of a column, none of whose words names the things that a noun tells of."""
        if not noun or not is_bare(part) or (part.path, part.start) not in self._cells:
            return False
        return stem_of_word(noun.split()[-1]) not in self._evidence.own(part)


def _are_of_one_thing(missed: Missed) -> bool:
    """True for a whole that is told before its two parts, and of their noun, report and time."""
    whole = missed.whole
    noun = noun_of(whole) or head_of(whole)
    if not missed.slipped or not noun or all(are_set_apart(part, whole) for part in missed.parts):
        return False
    return all(
        part.path == whole.path and part.start > whole.start and part.period == whole.period
        and noun in (noun_of(part), head_of(part)) for part in missed.parts
    )


def _follow(missed: Missed) -> bool:
    """True for two parts right behind a whole, the first of no other things: "of the patients 210 were children"."""
    whole, first = missed.whole, missed.parts[0]
    beside = whole.path == first.path and 0 < first.start - whole.end < _NEXT and whole.line == first.line
    alike = noun_of(first) in ("", noun_of(whole))
    return missed.slipped and beside and alike and not in_one_sentence(whole, first)


def _are_reckoned(parts: Sequence[Claim]) -> bool:
    """True where one figure of a list is the sum or the difference of two others, or the last that of all others.

    These are no parts of one whole.
    """
    *others, last = [amount_of(part) for part in parts]
    sizes = {*others, last}
    return last == sum(others) or any(one + other in sizes for one, other in combinations(sizes, 2))


def _are_of_several_sorts(parts: Sequence[Claim]) -> bool:
    """True for a column of figures some of which have more decimals than others, as of degrees and millimetres."""
    written = [written_in(part) for part in parts]
    return len({None if each is None else each.decimals for each in written}) > 1


def _is_level(claim: Claim) -> bool:
    plain = role_of(claim) == "level" and isinstance(claim.value, Decimal) and claim.value > 0
    return plain and claim.reading is not None
