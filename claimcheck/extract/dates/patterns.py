"""From the patterns of date forms to regular expressions, and to the words that such an expression can start with."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SHORT, LONG = "0", "0000"  # stand for numbers of up to three digits, and for longer ones, among first words
WORD = re.compile(r"[^\W\d_]+|\d+")

_NUMERIC_SLOTS = {
    "day": r"0?[1-9]|[12]\d|3[01]",
    "mm": r"0?[1-9]|1[0-2]",
    "dd": r"0[1-9]|[12]\d|3[01]",
    "a": r"\d\d?",
    "b": r"\d\d?",
    "year": r"1[5-9]\d\d|2[01]\d\d",
    "yy": r"\d\d",
    "q": r"[1-4]",
    "h": r"[12]",
    "w": r"0?[1-9]|[1-4]\d|5[0-3]",
}
_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_DASH = r"\s*[-–—]\s*"


@dataclass(frozen=True, slots=True)
class Slots:
    """The words of each slot, lower case where case does not matter, with their meanings."""

    words: Mapping[str, dict[str, int | str]]
    cased: frozenset[str]
    day_suffixes: tuple[str, ...]

    def meaning(self, slot: str, text: str) -> int | str:
        """What the text of a slot stands for."""
        if text.isdigit():
            return int(text)
        key = " ".join(text.split())
        known = ChainMap(*(self.words[name] for name in _WORD_SLOTS[slot] if name in self.words))
        return known[key] if key in known else known[key.lower()]

    def regex(self, slot: str) -> str:
        """The expression for what fills a slot."""
        if slot in _WORD_SLOTS:
            names = _WORD_SLOTS[slot]
            parts = [self._alternatives(name) for name in names if name in self.words]
            return "|".join([*_DIGITS_TOO.get(slot, ()), *parts])
        return _NUMERIC_SLOTS[slot]

    def first_words(self, slot: str) -> set[str]:
        """The first words of what fills a slot, as `first_key` gives them."""
        number = {LONG if slot in ("year", "when") else SHORT}
        if slot not in _WORD_SLOTS:
            return number
        words = {_first_word(word) for name in _WORD_SLOTS[slot] for word in self.words.get(name, ())}
        return words | (number if slot in _DIGITS_TOO else set())

    def _alternatives(self, name: str) -> str:
        words = sorted(self.words[name], key=len, reverse=True)
        body = "|".join(_literal(word) for word in words)
        return body if name in self.cased else f"(?i:{body})"


# Slots that words fill, by the names of the word lists; and those that digits may fill too.
_WORD_SLOTS = {
    "month": ("month",),
    "weekday": ("weekday",),
    "n": ("number",),
    "ordinal": ("ordinal",),
    "unit": ("unit",),
    "units": ("units", "unit"),
    "relyear": ("relyear",),
    "when": ("relyear",),
}
_DIGITS_TOO = {"n": (r"\d{1,3}",), "when": (_NUMERIC_SLOTS["year"],)}


def expand_pattern(pattern: str, slots: Slots) -> tuple[str, set[str]]:
    """The expression of a pattern, and the words (as `first_key` gives them) that a match can start with.

    Raises KeyError for a slot that does not exist.
    """
    pieces: list[str] = []
    firsts: set[str] = set()
    started = glued = False
    for element, optional in _elements(pattern):
        if element == "-":
            pieces.append(_DASH)
            glued = True
            continue
        body = _element(element, slots)
        gap = "" if glued or not pieces else r"\s+"
        if not started:
            firsts |= _firsts(element, slots)
        if not optional:
            pieces.append((gap if started else "") + body)
        else:
            pieces.append(f"(?:{gap}{body})?" if started else f"(?:{body}\\s+)?")
        started = started or not optional
        glued = False
    return "".join(pieces) + r"(?![\w%]|[.,:]\d|/\w|[-–]\w)", firsts


def _elements(pattern: str) -> Iterator[tuple[str, bool]]:
    for element in pattern.split():
        optional = element.endswith("?") and not element.endswith(",?")
        yield element.removesuffix("?") if optional else element, optional


def _element(element: str, slots: Slots) -> str:
    comma = ""
    for ending, expression in ((",?", ",?"), (",", r"\s?,")):
        if element.endswith(ending):
            element, comma = element.removesuffix(ending), expression
            break
    alternatives = "|".join(_glued(part, slots) for part in element.split("|"))
    return f"(?:{alternatives}){comma}"


def _glued(part: str, slots: Slots) -> str:
    pieces = []
    at = 0
    for match in _SLOT.finditer(part):
        pieces.append(_text(part[at : match.start()]))
        suffix = ""
        if match[1] == "day" and slots.day_suffixes:
            suffix = f"(?i:{'|'.join(slots.day_suffixes)})?"
        pieces.append(f"(?P<{match[1]}{match[2]}>{slots.regex(match[1])}){suffix}")
        at = match.end()
    pieces.append(_text(part[at:]))
    return "".join(pieces)


def _text(text: str) -> str:
    return f"(?i:{_literal(text)})" if text else ""


def _literal(text: str) -> str:
    escaped = re.escape(text.replace("_", " ")).replace("\\ ", r"\s+").replace("\\-", "[-–]")
    return escaped.replace("'", "['’]")


def _firsts(element: str, slots: Slots) -> set[str]:
    words: set[str] = set()
    for part in element.split("|"):
        slot = _SLOT.match(part)
        words |= slots.first_words(slot[1]) if slot else {_first_word(part)}
    return words


def _first_word(text: str) -> str:
    match = WORD.search(text.replace("_", " "))
    return first_key(match.group() if match else text)


def first_key(word: str) -> str:
    """What a first word is looked up by: itself in lower case, or `SHORT` or `LONG` for a number."""
    if word[0].isdigit():
        return LONG if len(word) > 3 else SHORT
    return word.lower()
