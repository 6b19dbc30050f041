"""Wordings in the small language of link patterns, as regular expressions over the small letters of a skeleton.

An expression is compiled when it is first tried: most texts hold no words of most relations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache, partial
from itertools import groupby

from claimcheck.extract.links.endings import Endings, endings_of, last_of
from claimcheck.extract.links.skeleton import (
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
_MARKS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}


class Wording:
    """An expression that is compiled when it is first needed.

    needs: what any text that it fits must hold; find_telling: finds sets of words, of each of which it must hold one;
    find_endings: finds what it must end with.
    """

    def __init__(
        self, expression: str, needs: Sequence[str] = (), find_telling: Callable[[], Sequence[Set[str]]] = tuple,
        find_endings: Callable[[], Endings] = lambda: None,
    ) -> None:
        self.expression = expression
        self.needs = needs
        self._find_telling = find_telling
        self._find_endings = find_endings

    def ends(self, text: str) -> bool:
        """Whether a text ends with what fits."""
        if self.endings is not None and last_of(text) not in self.endings:
            return False
        return self.may_stand(text, 0, len(text)) and any(m.end() == len(text) for m in self.regex.finditer(text))

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """All that fits in a text, searched for where a quick look tells that something may."""
        return self.regex.finditer(text) if self.may_stand(text, 0, len(text)) else iter(())

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first that fits in a stretch of a text, searched for where a quick look tells that something may."""
        end = len(text) if end is None else end
        return self.regex.search(text, start, end) if self.may_stand(text, start, end) else None

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """A quick look whether a stretch of a text holds what the expression needs."""
        for need in self.needs:  # loops cost less than generators here, where wordings are tried by the thousand
            if text.find(need, start, end) < 0:
                return False
        if not self.telling:
            return True
        words = _words_of(text) if (start, end) == (0, len(text)) else _LETTERS.findall(text, start, end)
        return not any(known.isdisjoint(words) for known in self.telling)

    @cached_property
    def telling(self) -> Sequence[Set[str]]:
        """Sets of words, of each of which any text that it fits holds one."""
        return self._find_telling()

    @cached_property
    def endings(self) -> Endings:
        """What any text that it fits ends with."""
        return self._find_endings()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression; it expects small letters."""
        return re.compile(self.expression)


@lru_cache(maxsize=16)
def _words_of(text: str) -> frozenset[str]:
    """The words of a text, in which wordings by the dozen are looked for one after the other."""
    return frozenset(_LETTERS.findall(text))


class Phrases:
    """The phrases of a language by name, and the expressions of what is made of them."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._phrases = phrases
        self._known: dict[str, str] = {}
        self._telling: dict[str, Sequence[Set[str]]] = {}
        self._endings: dict[str, Endings] = {}
        words = "|".join(re.escape(word) for word in phrases.get(_BREAK, ()))
        self._guard = rf"(?!(?<!\w)(?:{words})(?!\w))" if words else ""

    def either(self, wordings: Iterable[str], depth: int = 0) -> str:
        """The expression of any of the wordings, tried in their order; of none, one that never matches."""
        parts: list[str] = []
        for plain, run in groupby(wordings, key=lambda wording: _PLAIN.fullmatch(wording) is not None):
            if plain:
                parts.append(plain_words(run))
            else:
                parts.extend(self.expression(wording, depth) for wording in run)
        return f"(?:{'|'.join(parts)})" if parts else "(?!)"

    def longest(self, wordings: Iterable[str]) -> str:
        """The expression of any of the wordings, longer ones first."""
        return self.either(sorted(wordings, key=lambda wording: (-len(wording), wording)))

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
        """The expression of any of the wordings, longer ones first, and the words that tell them."""
        telling, endings = partial(self._telling_of_any, wordings), partial(self._endings_of_any, wordings)
        return Wording(self.longest(wordings), find_telling=telling, find_endings=endings)

    def telling(self, pieces: Iterable[re.Match[str]]) -> list[Set[str]]:
        """Sets of words, of each of which any text that fits a well-formed wording holds one."""
        known = (self._telling_of_piece(piece) for piece in outside_brackets(pieces))
        return [words for words in known if words]

    def _telling_of_piece(self, piece: re.Match[str]) -> Set[str]:
        name = piece["phrase"]
        if name and name not in self._telling:
            self._telling[name] = self._telling_of_any(self._phrases[name])
        if name:
            return next(iter(self._telling[name]), frozenset())
        choice = "" if piece["optional"] else piece["choice"] or piece["words"] or ""
        words = [max(_LETTERS.findall(each.lower()), key=len, default="") for each in choice.split("|")]
        return set(words) if all(words) else set()

    def _telling_of_any(self, wordings: Iterable[str]) -> Sequence[Set[str]]:
        known = [self.telling(PIECE.finditer(wording)) for wording in wordings]
        # of words that must all be there the longer ones are rarer, and tell more
        rare = (max(sets, key=lambda words: min(map(len, words))) for sets in known)
        return [frozenset().union(*rare)] if all(known) else ()

    def _endings_of_any(self, wordings: Iterable[str]) -> Endings:
        known = [endings_of(PIECE.finditer(wording), self._endings_of_phrase, sign_set) for wording in wordings]
        return None if any(each is None for each in known) else frozenset[str]().union(*(each or () for each in known))

    def _endings_of_phrase(self, name: str) -> Endings:
        if name not in self._endings:
            self._endings[name] = self._endings_of_any(self._phrases[name])
        return self._endings[name]

    def _phrase(self, name: str, depth: int) -> str:
        if name not in self._phrases:
            raise ValueError(f"unknown phrase <{name}>")
        if name not in self._known:
            self._known[name] = self.either(self._phrases[name], depth + 1)
        return self._known[name]


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
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(piece["mark"] or "", 0)
        if depth == 0 and piece["mark"] == "|":
            return []
        if depth == 0:
            held.append(piece)
    return held


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
