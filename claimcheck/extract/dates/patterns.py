"""From the patterns of date forms to regular expressions, and to the words that a match can open with.

Words are told by their keys: a word is its own key, in lower case; numbers have the keys `SHORT` and `LONG`; and
"{month}" is the key of all single words that fill that slot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

SHORT, LONG = "0", "0000"  # the keys of numbers of up to three digits, and of longer ones
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
# The keys of the first words of a match, as many as are looked at; shorter ones are whole matches.
Opening = tuple[str, ...]
LOOKED_AT = 4
_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_DASH = r"\s*[-–—]\s*"


@dataclass(frozen=True, slots=True)
class Slots:
    """The words of each slot, lower case where case does not matter, with their meanings."""

    words: Mapping[str, dict[str, int | str]]
    cased: frozenset[str]
    day_suffixes: tuple[str, ...]
    _elements: dict[str, tuple[str, set[Opening]]] = field(default_factory=dict)
    _meanings: dict[str, dict[str, int | str]] = field(default_factory=dict)

    def element(self, element: str) -> tuple[str, set[Opening]]:
        """The expression of one element of a pattern, and the keys it can open with; many patterns share elements."""
        if element not in self._elements:
            self._elements[element] = _element(element, self), _openings(element, self)
        return self._elements[element]

    def meaning(self, slot: str, text: str) -> int | str:
        """What the text of a slot stands for."""
        if text.isdigit():
            return int(text)
        key = " ".join(text.split())
        if slot not in self._meanings:
            lists = [self.words[name] for name in _WORD_SLOTS[slot] if name in self.words]
            self._meanings[slot] = {word: meaning for words in reversed(lists) for word, meaning in words.items()}
        known = self._meanings[slot]
        return known[key] if key in known else known[key.lower()]

    def regex(self, slot: str) -> str:
        """The expression for what fills a slot."""
        if slot in _WORD_SLOTS:
            names = _WORD_SLOTS[slot]
            parts = [self._alternatives(name) for name in names if name in self.words]
            return "|".join([*_DIGITS_TOO.get(slot, ()), *parts])
        return _NUMERIC_SLOTS[slot]

    def openings(self, slot: str) -> set[Opening]:
        """The keys of what fills a slot."""
        number: set[Opening] = {(LONG if slot in ("year", "when") else SHORT,)}
        if slot not in _WORD_SLOTS:
            return number
        filled = set(number) if slot in _DIGITS_TOO else set()
        for name in _WORD_SLOTS[slot]:
            filled.add((f"{{{name}}}",))
            filled |= {keys for word in self.words.get(name, ()) if len(keys := keys_of(word)) > 1}
        return filled

    def by_word(self) -> dict[str, tuple[str, ...]]:
        """The keys of every single word that fills a slot, apart from itself."""
        slots: dict[str, tuple[str, ...]] = {}
        for name, words in self.words.items():
            for word in words:
                keys = keys_of(word)
                if len(keys) == 1 and f"{{{name}}}" not in slots.get(keys[0], ()):
                    slots[keys[0]] = (*slots.get(keys[0], ()), f"{{{name}}}")
        return slots

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


def expand_pattern(pattern: str, slots: Slots) -> tuple[str, set[Opening], list[set[str]]]:
    """The expression of a pattern, the keys that a match can open with, and sets of keys, of each of which it has one.

    Raises KeyError for a slot that does not exist.
    """
    pieces: list[str] = []
    openings: set[Opening] = {()}
    needs: list[set[str]] = []
    started = glued = False
    for element, optional in _elements(pattern):
        if element == "-":
            pieces.append(_DASH)
            glued = True
            continue
        body, following = slots.element(element)
        gap = "" if glued or not pieces else r"\s+"
        openings = _longer(openings, following, optional)
        if not optional:
            pieces.append((gap if started else "") + body)
        else:
            pieces.append(f"(?:{gap}{body})?" if started else f"(?:{body}\\s+)?")
        if not optional and () not in following:
            needs.append({keys[0] for keys in following})
        started = started or not optional
        glued = False
    return "".join(pieces) + r"(?![\w%]|[.,:]\d|/\w|[-–]\w)", openings, needs


def _longer(openings: set[Opening], following: set[Opening], optional: bool) -> set[Opening]:
    """Openings with what follows them, cut to as many words as are looked at."""
    short = [opening for opening in openings if len(opening) < LOOKED_AT]
    if not short:
        return openings
    longer = {(*opening, *keys)[:LOOKED_AT] for opening in short for keys in following}
    return longer | openings if optional else longer | {opening for opening in openings if len(opening) == LOOKED_AT}


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
    alternatives: list[str] = []
    for has_slot, group in groupby(element.split("|"), key=lambda part: _SLOT.search(part) is not None):
        parts = list(group)
        alternatives += [_glued(part, slots) for part in parts] if has_slot else [_text("|".join(parts))]
    return (alternatives[0] if len(alternatives) == 1 else f"(?:{'|'.join(alternatives)})") + comma


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
    """The expression of words, or of any of several with bars between them."""
    return f"(?i:{'|'.join(map(_literal, text.split('|')))})" if text else ""


def _literal(text: str) -> str:
    escaped = re.escape(text.replace("_", " ")).replace("\\ ", r"\s+").replace("\\-", "[-–]")
    return escaped.replace("'", "['’]")


def _openings(element: str, slots: Slots) -> set[Opening]:
    element = element.rstrip(",?")
    return {opening for part in element.split("|") for opening in _openings_of_part(part, slots)}


def _openings_of_part(part: str, slots: Slots) -> set[Opening]:
    openings: set[Opening] = {()}
    at = 0
    for slot in _SLOT.finditer(part):
        openings = _longer(openings, {keys_of(part[at : slot.start()])}, optional=False)
        openings = _longer(openings, slots.openings(slot[1]), optional=False)
        if slot[1] == "day":
            suffixes = {keys_of(suffix) for suffix in slots.day_suffixes}
            openings = _longer(openings, suffixes, optional=True) if suffixes else openings
        at = slot.end()
    return _longer(openings, {keys_of(part[at:])}, optional=False)


def keys_of(text: str) -> Opening:
    """The keys of the words of a text.

    >>> keys_of("the 1990s")
    ('the', '0000', 's')
    """
    return tuple(key_of_word(word) for word in WORD.findall(text.replace("_", " ")))


def key_of_word(word: str) -> str:
    """The key of a word by itself: the word in lower case, or `SHORT` or `LONG` for a number."""
    if word.isalpha():
        return word.lower()
    return LONG if len(word) > 3 else SHORT
