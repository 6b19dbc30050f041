"""A block in which every figure and date is one sign, so that patterns see only the words between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claimcheck.extract.drafts import BlockDrafts, DateDraft, Draft, QuantityDraft
from claimcheck.extract.tokens import split_sentences

# Signs from the private use area; a text never holds them, since it is rewritten without.
PERCENT, POINT, AMOUNT, MULTIPLE, FRACTION, DATE, STOP = (chr(0xE000 + number) for number in range(7))
FIGURES = PERCENT + POINT + AMOUNT + MULTIPLE + FRACTION
# What lies further off belongs to no relation, however long the sentence.
_LONGEST_ASIDE = 300
_LONGEST_SENTENCE = 1200
_MOST_FIGURES = 80
# "a nine-month course": a word of the sentence, no figure of a relation; but "8.74 terawatt-hours" is one.
_ATTRIBUTE = re.compile(r"\A\S*\w-[A-Za-z]+\Z|\w-[A-Za-z]*[A-Za-rt-z]\Z")
_IN_OTHER_UNIT = re.compile(r" \([\d.,]+-[A-Za-z]+\)")
_IN_ONE_UNIT = re.compile(r"\d-[A-Za-z]+ \(\Z")
_POINTS = ("percentage_point", "basis_point")
_RUN = re.compile(r"[^\s\ue000-\ue006]+|(?P<space>[\s\ue000-\ue006]+)")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The words of a block with one sign per figure; `figures` maps the place of a sign to its draft.

    `origins` gives the offset in the block of every character; `source` is the block's own text; `low` is the text in
    small letters. `run` is the signs of figures and ends of sentences alone, `signs` the place of each in the text,
    `steps` the place of each figure in the run.
    """

    source: str
    text: str
    low: str
    figures: dict[int, QuantityDraft]
    origins: list[int]
    run: str
    signs: list[int]
    steps: dict[int, int]

    def written(self, start: int, end: int) -> str:
        """The text of the block between two places."""
        return self.source[self._origin(start) : self._origin(end)]

    def told(self, start: int, end: int) -> str:
        """The same in small letters."""
        return self.written(start, end).lower()

    def _origin(self, at: int) -> int:
        return self.origins[at] if at < len(self.origins) else len(self.source)

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around a place starts and ends."""
        floor, ceiling = max(0, at - _LONGEST_SENTENCE), min(len(self.text), at + _LONGEST_SENTENCE)
        start, end = self.text.rfind(STOP, floor, at), self.text.find(STOP, at, ceiling)
        return start + 1 if start >= 0 else floor, end if end >= 0 else ceiling

    def before(self, at: int) -> list[int]:
        """The places of the figures before a place, from the start of its sentence."""
        step = bisect_left(self.signs, at)
        low = max(step - _MOST_FIGURES, bisect_left(self.signs, at - _LONGEST_SENTENCE), 0)
        return self.signs[max(low, self.run.rfind(STOP, low, step) + 1) : step]

    def after(self, at: int) -> tuple[list[int], int]:
        """The places of the figures from a place on, to the end of its sentence; and that end."""
        step = bisect_left(self.signs, at)
        high = min(step + _MOST_FIGURES, bisect_left(self.signs, at + _LONGEST_SENTENCE))
        stop = self.run.find(STOP, step, high)
        high = high if stop < 0 else stop
        end = self.signs[high] if high < len(self.signs) else len(self.text)
        return self.signs[step:high], min(end, at + _LONGEST_SENTENCE)

    def around(self, at: int) -> Iterator[QuantityDraft]:
        """The figures that may stand in the sentence of a place or in one of those next to it."""
        step = bisect_left(self.signs, at)
        near = self.signs[max(0, step - 3 * _MOST_FIGURES) : step + 2 * _MOST_FIGURES]
        return (self.figures[place] for place in near if place in self.figures)


def sign_of(quantity: QuantityDraft) -> str:
    """The sign that stands for a figure."""
    if quantity.form == "multiple":
        return MULTIPLE
    if quantity.unit in _POINTS:
        return POINT
    if quantity.form == "fraction" and quantity.unit in ("percent", "count", "ratio", "dimensionless"):
        return FRACTION
    return PERCENT if quantity.unit == "percent" else AMOUNT


def build_skeleton(block: BlockDrafts, abbreviations: frozenset[str]) -> Skeleton:
    """The skeleton of a block."""
    writer = _Writer(block.text, [end for _, end in split_sentences(block.text, abbreviations)])
    figures: dict[int, QuantityDraft] = {}
    for start, end, draft in _spans(block):
        writer.words(start)
        sign = sign_of(draft) if isinstance(draft, QuantityDraft) else DATE
        if isinstance(draft, QuantityDraft):
            figures[len(writer.origins)] = draft
        writer.sign(sign, start)
        writer.at = end
    writer.words(len(block.text))
    text = "".join(writer.parts)
    signs = [at for at, char in writer.signs if char != DATE]
    steps = {at: step for step, at in enumerate(signs) if at in figures}
    run = "".join(char for _, char in writer.signs if char != DATE)
    return Skeleton(block.text, text, small_letters(text), figures, writer.origins, run, signs, steps)


@dataclass(slots=True)
class _Writer:
    """A skeleton in the making: `at` is how far the text is copied, `stops` are the ends of its sentences."""

    text: str
    stops: list[int]
    at: int = 0
    stop: int = 0
    parts: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    signs: list[tuple[int, str]] = field(default_factory=list)

    def words(self, upto: int) -> None:
        """Copies words, with single spaces, and a sign where a sentence ends."""
        while self.stop < len(self.stops) and self.stops[self.stop] <= upto:
            end = self.stops[self.stop]
            self._copy(end)
            self.sign(STOP, end)
            self.at = max(self.at, end)
            self.stop += 1
        self._copy(upto)

    def sign(self, char: str, origin: int) -> None:
        """Writes one sign."""
        self.signs.append((len(self.origins), char))
        self.parts.append(char)
        self.origins.append(origin)

    def _copy(self, end: int) -> None:
        for match in _RUN.finditer(self.text, self.at, end):
            if match.lastgroup is None:
                self.parts.append(match[0])
                self.origins.extend(range(match.start(), match.end()))
            elif not self.parts or self.parts[-1] != " ":
                self.parts.append(" ")
                self.origins.append(match.start())


def is_aside(text: str, place: int) -> bool:
    """True for a figure in parentheses: it says something of the part before it.

    >>> is_aside("roads (40), schools", 7), is_aside("roads (40), schools", 12)
    (True, False)
    """
    start = max(0, place - _LONGEST_ASIDE)
    return text.rfind("(", start, place) > text.rfind(")", start, place)


def small_letters(text: str) -> str:
    """The text in small letters, of the same length.

    >>> small_letters("İstanbul")
    'İstanbul'
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def _is_attribute(figure: QuantityDraft, text: str) -> bool:
    """True for a figure that only describes a thing, but for one in two units: "a 3,200-metre (10,500-foot) runway".

    A hyphen within the number itself ("forty-two") makes no attribute.
    """
    if figure.number_end == figure.end or not _ATTRIBUTE.search(text[figure.start:figure.end]):
        return False
    before = text[max(0, figure.start - _LONGEST_ASIDE):figure.start]
    return _IN_OTHER_UNIT.match(text, figure.end) is None and _IN_ONE_UNIT.search(before) is None


def _spans(block: BlockDrafts) -> Iterable[tuple[int, int, Draft]]:
    """Figures and dates in the order of the text, none overlapping an earlier one."""
    figures = [figure for figure in block.quantities if not _is_attribute(figure, block.text)]
    drafts: list[QuantityDraft | DateDraft] = [*figures, *block.dates]
    drafts.sort(key=lambda draft: (draft.start, -draft.end))
    reached = 0
    for number, draft in enumerate(drafts):
        if draft.start < reached:
            continue
        start, end = draft.start, draft.end
        if isinstance(draft, QuantityDraft):
            following = drafts[number + 1].start if number + 1 < len(drafts) else len(block.text)
            end = max(end, min(draft.full_end, following))
        yield start, end, draft
        reached = end
