"""Patterns of links: figures in a certain order, with certain words before, between and behind them.

The words between two figures are tried on their own, so what several patterns share is compiled and tried once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from claimcheck.extract.links.phrasing.choices import Wording, rarest, words_of
from claimcheck.extract.links.phrasing.skeleton import STOP, Skeleton
from claimcheck.extract.links.phrasing.wording import PIECE, Phrases, check_brackets, sign_set
from claimcheck.model.mention import LinkKind

_BEFORE = 60
_LONGEST_HEDGE = 30


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure of a pattern, or the end of a sentence: the signs that fit, and its role ("" when it plays none)."""

    role: str
    signs: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, taken apart: what stands before the first slot, after each slot up to the next, after the last.

    direction: of the link, where the wording tells it.
    """

    source: str
    kind: LinkKind
    before: Wording | None
    slots: tuple[Slot, ...]
    between: tuple[Wording, ...]
    behind: Wording
    direction: str = ""

    @property
    def roles(self) -> int:
        """How many figures the link holds."""
        return sum(bool(slot.role) for slot in self.slots)

    def places(self, signs: Sequence[int], step: int) -> dict[str, int]:
        """The places of the figures by role, for the signs of a skeleton from a step on."""
        signs = signs[step : step + len(self.slots)]
        return {slot.role: sign for slot, sign in zip(self.slots, signs, strict=True) if slot.role}


class Patterns:
    """The patterns of a language, the fullest first, found by the signs of figures that follow one another."""

    def __init__(self, patterns: Collection[Pattern], hedges: Collection[str] = ()) -> None:
        self._by_signs: dict[tuple[str, ...], list[tuple[int, Pattern]]] = {}  # ranked, by what fits their slots
        for ranked in enumerate(sorted(patterns, key=lambda pattern: (-pattern.roles, pattern.source))):
            self._by_signs.setdefault(tuple(slot.signs for slot in ranked[1].slots), []).append(ranked)
        self._longest = max((len(pattern.slots) for pattern in patterns), default=0)
        self._fitting: dict[str, dict[str, list[tuple[int, Pattern]]]] = {}
        self.hedges = frozenset(hedge.lower() for hedge in hedges)
        self.longest_hedge = max((hedge.count(" ") + 1 for hedge in self.hedges), default=0)

    def fitting(self, run: str, step: int, words: Collection[str]) -> dict[int, Pattern]:
        """The patterns, by rank, whose figures fit the signs from a step on, and that words behind the first of them,
        up to the next, may fit."""
        signs = run[step : step + self._longest]
        if signs not in self._fitting:
            self._fitting[signs] = self._by_telling(signs)
        known = self._fitting[signs]
        return {rank: pattern for word in {"", *words} & known.keys() for rank, pattern in known[word]}

    def _by_telling(self, signs: str) -> dict[str, list[tuple[int, Pattern]]]:
        """The patterns whose figures fit some signs, by words of which one stands behind the first; "" for any."""
        told: dict[str, list[tuple[int, Pattern]]] = {}
        for fit, patterns in self._by_signs.items():
            if len(fit) > len(signs) or any(sign not in known for sign, known in zip(signs, fit, strict=False)):
                continue
            for rank, pattern in patterns:
                telling = pattern.between[0].telling if pattern.between else ()
                for word in rarest(telling) if telling else ("",):
                    told.setdefault(word, []).append((rank, pattern))
        return told


@dataclass(slots=True)
class Matcher:
    """One skeleton under search. It remembers which words it found to fit, since patterns share them."""

    skeleton: Skeleton
    hedges: frozenset[str]
    _may_fit: dict[tuple[int, int], bool] = field(default_factory=dict)
    _fits: dict[tuple[int, int], bool] = field(default_factory=dict)
    _ends: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def candidates(self, patterns: Patterns) -> list[tuple[int, int, Pattern]]:
        """The patterns that may match, each with its rank and a step that it may begin at, by rank and then by step."""
        skeleton, signs = self.skeleton, self.skeleton.signs
        found: list[tuple[int, int, Pattern]] = []
        for at, step in skeleton.steps.items():
            words = words_of(skeleton.low, at + 1, signs[step + 1]) if step + 1 < len(signs) else ()
            fitting = patterns.fitting(skeleton.run, step, words)
            found += [(rank, step, pattern) for rank, pattern in fitting.items() if self.may_match(pattern, step)]
        return sorted(found, key=itemgetter(0, 1))

    def may_match(self, pattern: Pattern, step: int) -> bool:
        """A quick look at all the words of a pattern before any is searched for: most patterns lack one of them."""
        low, signs = self.skeleton.low, self.skeleton.signs
        for at, words in enumerate(pattern.between, step):
            key = (id(words), signs[at])
            if key not in self._may_fit:
                self._may_fit[key] = words.may_stand(low, signs[at] + 1, signs[at + 1])
            if not self._may_fit[key]:
                return False
        before, first = pattern.before, signs[step]
        return before is None or before.may_stand(low, max(0, first - _BEFORE), first)

    def matches(self, pattern: Pattern, step: int) -> bool:
        """Whether the words of a pattern that may match stand around the signs from a step on."""
        signs = self.skeleton.signs[step : step + len(pattern.slots)]
        for at, (words, slot) in enumerate(zip(pattern.between, pattern.slots[1:], strict=True)):
            if not self._stand_between(words, signs[at], signs[at + 1], hedged=slot.signs != STOP):
                return False
        behind = pattern.behind
        if behind.expression and not behind.match(self.skeleton.low, signs[-1] + 1):
            return False
        return pattern.before is None or self._stands_before(pattern.before, signs[0])

    def _stand_between(self, words: Wording, first: int, last: int, *, hedged: bool) -> bool:
        key = (id(words), first)
        if key not in self._fits:
            ends = self._ends_before(last) if hedged else (last,)
            self._fits[key] = any(words.fullmatch(self.skeleton.low, first + 1, end) for end in ends)
        return self._fits[key]

    def _stands_before(self, words: Wording, at: int) -> bool:
        low, start = self.skeleton.low, max(0, at - _BEFORE)
        return any(words.search(low, start, end) for end in self._ends_before(at) if end >= start)

    def _ends_before(self, at: int) -> tuple[int, ...]:
        """Where words before a figure may end: at the figure, or before any words of hedging in front of it."""
        if at not in self._ends:
            low = self.skeleton.low
            stop = at - 1 if at and low[at - 1] == " " else at
            starts = range(max(0, stop - _LONGEST_HEDGE), stop)
            self._ends[at] = (
                at,
                *(start for start in starts if low[start:stop] in self.hedges and _opens_word(low, start)),
            )
        return self._ends[at]


def _opens_word(text: str, at: int) -> bool:
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "_-")


def compile_pattern(source: str, kind: LinkKind, phrases: Phrases, shared: dict[str, Wording]) -> Pattern:
    """A pattern from its text; wordings are taken from `shared`, or added to it.

    Raises ValueError with the reason when the pattern is not well formed.
    """
    parts: list[list[re.Match[str]]] = [[]]
    slots: list[Slot] = []
    for piece in PIECE.finditer(source):
        if piece["role"] and piece["role"] != "date":
            plays = piece["role"] != "stop" and not piece["role"].startswith("_")
            slots.append(Slot(piece["role"] if plays else "", sign_set(piece).strip("[]")))
            parts.append([])
        else:
            parts[-1].append(piece)
    if not slots:
        raise ValueError(f"a pattern needs a figure: {source!r}")
    for pieces in parts:
        check_brackets(pieces, source)

    def wording(pieces: Sequence[re.Match[str]], ending: str) -> Wording:
        expression = " ?".join(["", *(phrases.piece(piece) for piece in pieces)]) + ending
        return shared.setdefault(expression, Wording([phrases.choice(expression, pieces)]))

    return Pattern(
        source,
        kind,
        before=wording(parts[0], r" ?\Z") if parts[0] else None,
        slots=tuple(slots),
        between=tuple(wording(pieces, " ?") for pieces in parts[1:-1]),
        behind=wording(parts[-1], ""),
    )
