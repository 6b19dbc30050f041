"""Wordings in the small language of link patterns, as regular expressions over the small letters of a skeleton."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import partial
from itertools import groupby

from claimcheck.extract.links.phrasing.choices import Choice, Wording, rarest
from claimcheck.extract.links.phrasing.edges import Edges, endings_of, openings_of
from claimcheck.extract.links.phrasing.skeleton import (
    AMOUNT,
    DATE,
    FIGURES,
    FRACTION,
    MULTIPLE,
    PERCENT,
    POINT,
    STOP,
)

CLASSES = {
    "any": FIGURES,
    "percent": PERCENT,
    "point": POINT,
    "amount": AMOUNT,
    "multiple": MULTIPLE,
    "level": PERCENT + AMOUNT,
    "share": PERCENT + FRACTION,
    "fraction": FRACTION,
    "rate": PERCENT + POINT + MULTIPLE,
}
_WORDS = r"[\w'’%-]+(?: [\w'’%-]+)*"
PIECE = re.compile(
    r"\{(?P<role>\w+)(?::(?P<cls>\w+))?\}|<(?P<phrase>[\w-]+)>|(?P<paren><\(|\)>)|(?P<gap>\.\.\.|~)"
    rf"|[\[(](?P<choice>{_WORDS}(?:\|{_WORDS})*)(?:(?P<optional>\])|\))"
    rf"|(?P<mark>[\[\]()|])|(?P<words>{_WORDS})|(?P<sign>[^\s\w])"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(_WORDS)
_NEAR_WORD, _FAR_WORD = f"[^{FIGURES}{STOP};]", f"[^{FIGURES}{STOP}]"
_SHORT, _LONG = 40, 110
_DEEPEST = 5
_BREAK = "break"
_DEPTH = {"(": 1, "[": 1, ")": -1, "]": -1}
_MARKS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}


class Phrases:
    """The phrases of a language by name, and the expressions of what is made of them."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._phrases = phrases
        self._known: dict[str, str] = {}
        self._telling: dict[str, Sequence[Set[str]]] = {}
        self._openings: dict[str, Edges] = {}
        self._endings: dict[str, Edges] = {}
        words = "|".join(re.escape(word) for word in phrases.get(_BREAK, ()))
        self._guard = rf"(?!(?<!\w)(?:{words})(?!\w))" if words else ""

    def either(self, wordings: Iterable[str], depth: int = 0) -> str:
        """The expression of any of the wordings, tried in their order; of none, one that never matches."""
        parts = [self._run(plain, run, depth) for plain, run in _runs(wordings)]
        return f"(?:{'|'.join(parts)})" if parts else "(?!)"

    def longest(self, wordings: Iterable[str]) -> str:
        """The expression of any of the wordings, longer ones first."""
        return self.either(_longest_first(wordings))

    def _run(self, plain: bool, run: Sequence[str], depth: int = 0) -> str:
        """The expression of any of some plain wordings, or of one that is not plain."""
        return plain_words(run) if plain else self.expression(run[0], depth)

    def expression(self, source: str, depth: int = 0) -> str:
        """The expression of a wording; raises ValueError, with the reason, when it is not well formed."""
        if depth > _DEEPEST:
            raise ValueError(f"phrases that hold each other: {source!r}")
        pieces = list(PIECE.finditer(source))
        check_brackets(pieces, source)
        return " ?".join(self.piece(piece, depth) for piece in pieces)

    def piece(self, piece: re.Match[str], depth: int = 0) -> str:
        """The expression of one piece of a wording."""
        if piece["role"]:
            return sign_set(piece)
        if piece["phrase"]:
            return self._phrase(piece["phrase"], depth)
        if piece["paren"]:
            return re.escape(piece["paren"].strip("<>"))
        if piece["gap"]:
            # a short gap does not reach over a conjunction, where another statement begins
            short = f"(?:{self._guard}{_NEAR_WORD}){{0,{_SHORT}}}?"
            return short if piece["gap"] == "~" else f"{_FAR_WORD}{{0,{_LONG}}}?"
        if piece["choice"]:
            choice = plain_words(piece["choice"].split("|"))
            return f"(?:{choice})?" if piece["optional"] else choice
        if piece["mark"]:
            return _MARKS[piece["mark"]]
        if piece["words"]:
            return plain_words([piece["words"]])
        return re.escape(piece["sign"])

    def wording(self, wordings: Sequence[str]) -> Wording:
        """Any of the wordings, longer ones first."""
        return Wording([
            Choice(self._run(plain, run), (), partial(self._telling_of_all, run), partial(self._openings_of_any, run),
                   partial(self._endings_of_any, run))
            for plain, run in _runs(_longest_first(wordings))
        ])

    def choice(self, expression: str, pieces: Sequence[re.Match[str]]) -> Choice:
        """A well-formed wording, from its pieces, in an expression that may let blanks stand around it."""
        return Choice(
            expression, needs_of(pieces), partial(self.telling, pieces),
            partial(openings_of, pieces, self._openings_of_phrase, sign_set),
            partial(endings_of, pieces, self._endings_of_phrase, sign_set),
        )

    def telling(self, pieces: Iterable[re.Match[str]]) -> Sequence[Set[str]]:
        """Sets of words, of each of which any text that fits a well-formed wording holds one."""
        known = [
            [words for piece in outside if (words := self._telling_of_piece(piece))]
            + [words for group in groups for words in self.telling(group)]
            for outside, groups in _parted(pieces)
        ]
        if len(known) > 1:
            return [frozenset().union(*map(rarest, known))] if all(known) else ()
        return known[0]

    def _telling_of_piece(self, piece: re.Match[str]) -> Set[str]:
        name = piece["phrase"]
        if name and name not in self._telling:
            self._telling[name] = self._telling_of_any(self._phrases[name])
        if name:
            return next(iter(self._telling[name]), frozenset())
        choice = "" if piece["optional"] else piece["choice"] or piece["words"] or ""
        words = [max(_LETTERS.findall(each.lower()), key=len, default="") for each in choice.split("|")]
        return set(words) if all(words) else set()

    def _telling_of_all(self, run: Sequence[str]) -> Sequence[Set[str]]:
        """The same of any of some plain wordings, or of one that is not plain."""
        return self._telling_of_any(run) if len(run) > 1 else self.telling(PIECE.finditer(run[0]))

    def _telling_of_any(self, wordings: Iterable[str]) -> Sequence[Set[str]]:
        known = [self.telling(PIECE.finditer(wording)) for wording in wordings]
        return [frozenset().union(*map(rarest, known))] if all(known) else ()

    def _openings_of_any(self, wordings: Iterable[str]) -> Edges:
        return _joined(openings_of(PIECE.finditer(each), self._openings_of_phrase, sign_set) for each in wordings)

    def _openings_of_phrase(self, name: str) -> Edges:
        if name not in self._openings:
            self._openings[name] = self._openings_of_any(self._phrases[name])
        return self._openings[name]

    def _endings_of_any(self, wordings: Iterable[str]) -> Edges:
        return _joined(endings_of(PIECE.finditer(each), self._endings_of_phrase, sign_set) for each in wordings)

    def _endings_of_phrase(self, name: str) -> Edges:
        if name not in self._endings:
            self._endings[name] = self._endings_of_any(self._phrases[name])
        return self._endings[name]

    def _phrase(self, name: str, depth: int) -> str:
        if name not in self._phrases:
            raise ValueError(f"unknown phrase <{name}>")
        if name not in self._known:
            self._known[name] = self.either(self._phrases[name], depth + 1)
        return self._known[name]


def _joined(known: Iterable[Edges]) -> Edges:
    """All words at one edge of some wordings; None where one of them may have any."""
    edges = list(known)
    return None if any(each is None for each in edges) else frozenset[str]().union(*(each or () for each in edges))


def _longest_first(wordings: Iterable[str]) -> list[str]:
    return sorted(wordings, key=lambda wording: (-len(wording), wording))


def _runs(wordings: Iterable[str]) -> list[tuple[bool, list[str]]]:
    """The wordings in their order: those that hold nothing but words in runs of several, the others one by one."""
    runs: list[tuple[bool, list[str]]] = []
    for plain, group in groupby(wordings, key=lambda wording: _PLAIN.fullmatch(wording) is not None):
        run = list(group)
        runs += [(True, run)] if plain else [(False, [wording]) for wording in run]
    return runs


def plain_words(wordings: Iterable[str]) -> str:
    """The expression of any of some wordings that hold nothing but words, tried in their order."""
    return rf"(?<![\w-])(?:{'|'.join(re.escape(words.lower()) for words in wordings)})(?![\w-])"


def sign_set(slot: re.Match[str]) -> str:
    """The signs that may stand for a slot, as a set; raises ValueError for an unknown class."""
    if slot["role"] in ("date", "stop"):
        return DATE if slot["role"] == "date" else STOP
    if slot["cls"] is not None and slot["cls"] not in CLASSES:
        raise ValueError(f"unknown class of figure {slot['cls']!r}; known: {', '.join(CLASSES)}")
    return f"[{CLASSES[slot['cls'] or 'any']}]"


def needs_of(pieces: Iterable[re.Match[str]]) -> tuple[str, ...]:
    """The words and signs of a wording that stand outside brackets, so that nothing fits without them."""
    held = outside_brackets(pieces)
    needs = (piece["words"] or piece["sign"] or (piece["paren"] or "").strip("<>") for piece in held)
    return tuple(need.lower() for need in needs if need)


def outside_brackets(pieces: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """The pieces of a wording that every text that fits must hold; none when the wording is a choice as a whole."""
    held: list[re.Match[str]] = []
    depth = 0
    for piece in pieces:
        depth += _DEPTH.get(piece["mark"] or "", 0)
        if depth == 0 and piece["mark"] == "|":
            return []
        if depth == 0:
            held.append(piece)
    return held


_Pieces = list[re.Match[str]]


def _parted(pieces: Iterable[re.Match[str]]) -> list[tuple[_Pieces, list[_Pieces]]]:
    """Each of the choices that a wording is as a whole: the pieces outside of brackets, and those within each of the
    brackets that may not be left out."""
    choices: list[tuple[_Pieces, list[_Pieces]]] = [([], [])]
    group: _Pieces = []
    depth = 0
    for piece in pieces:
        mark = piece["mark"]
        outer, depth = depth, depth + _DEPTH.get(mark or "", 0)
        if outer and depth:
            group.append(piece)
        elif outer and mark == ")":
            choices[-1][1].append(group)
        elif depth:
            group = []
        elif mark == "|":
            choices.append(([], []))
        elif mark is None:
            choices[-1][0].append(piece)
    return choices


def check_brackets(pieces: Iterable[re.Match[str]], source: str) -> None:
    """Raises ValueError for brackets that do not pair."""
    opened: list[str] = []
    for piece in pieces:
        mark = piece["mark"]
        if mark in ("(", "["):
            opened.append(mark)
        elif mark in (")", "]") and (not opened or opened.pop() + mark not in ("()", "[]")):
            raise ValueError(f"not a pattern, for its brackets: {source!r}")
    if opened:
        raise ValueError(f"not a pattern, for its brackets: {source!r}")
