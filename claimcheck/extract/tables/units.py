"""What words above a column, or around a table, say of its figures: unit, scale, period; and the words left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.dates import DateLexicon, find_candidates, read_candidates
from claimcheck.extract.tables.lexicon import TableLexicon

_TOKEN = re.compile(r"[A-Za-z]{1,3}\$|[$€£¥₫₹₩%]|['’]?000['’]?s?\b|[^\W\d_]+(?:['’-][^\W\d_]+)*|/")
_THOUSANDS = "000"
_LONGEST_UNIT = 3
_LONGEST_SIGN = 8  # characters of a unit with its scale: "US$ MM"
_LONGEST_HEAD = 200
_MOST_KNOWN = 20_000  # heads that are kept in mind


@dataclass(frozen=True, slots=True)
class Head:
    """What some words of a table say: scale and unit of the figures, their period (ISO), and the words left over.

    dated: they name a time, be it a full one or not ("31 December").
    """

    unit: str | None = None
    scale: Decimal | None = None
    period: str | None = None
    words: str = ""
    dated: bool = False


class HeadReader:
    """Reads the words of tables, each but once. dates: the words of time of the document's language."""

    def __init__(self, lexicon: TableLexicon, dates: DateLexicon) -> None:
        self._lexicon = lexicon
        self._dates = dates
        self._known: dict[str, Head] = {}

    def read(self, text: str) -> Head:
        """What a text says; nothing for one that is too long to be a head."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = self._known[text] = self._read(text) if 0 < len(text) <= _LONGEST_HEAD else Head()
        return found

    def is_small(self, word: str) -> bool:
        """True for a word that says nothing of what is measured."""
        return word.lower() in self._lexicon.small

    def _read(self, text: str) -> Head:
        drafts = read_candidates(find_candidates(text, self._dates), self._dates)
        periods = {draft.period.iso for draft in drafts if draft.period is not None}
        rest = text
        for draft in drafts:
            rest = rest[: draft.start] + " " * (draft.end - draft.start) + rest[draft.end :]
        tokens = _TOKEN.findall(rest)
        if len(rest) > _LONGEST_SIGN and rest.isupper():  # a head in capitals writes mm as MM
            tokens = [token if token in self._lexicon.signs else token.lower() for token in tokens]
        unit, scale, left = self._measured(tokens)
        small = self._lexicon.small
        words = " ".join(word for word in left if word.lower() not in small or (len(word) == 1 and word.isupper()))
        return Head(unit, scale, periods.pop() if len(periods) == 1 else None, words, bool(drafts))

    def _measured(self, tokens: list[str]) -> tuple[str | None, Decimal | None, list[str]]:
        """The unit and the scale among some words, and the other words; a rate by a further unit is no unit."""
        units: list[str] = []
        scale: Decimal | None = None
        left: list[str] = []
        at = 0
        while at < len(tokens):
            factor = self._scale_of(tokens[at], after_unit=bool(units) and not left)
            size, unit = self._unit_at(tokens, at)
            if factor is not None and (unit is None or units):  # "mm" alone is a length, "$ mm" millions
                scale, at = factor * (scale or 1), at + 1
            elif unit:
                units.append(unit)
                at += size
            else:
                left.append(tokens[at])
                at += 1
        rate = "/" in tokens or any(token.lower() in self._lexicon.per for token in tokens)
        alike = len(set(units)) == 1 and not rate
        return (units[0] if alike else None), (None if rate else scale), [word for word in left if word != "/"]

    def _scale_of(self, token: str, *, after_unit: bool) -> Decimal | None:
        """What a word multiplies by; a letter alone ("$m") only behind a sign of money."""
        if _THOUSANDS in token:
            return Decimal(1000)
        return self._lexicon.scales.get(token.lower()) if len(token) > 1 or after_unit else None

    def _unit_at(self, tokens: list[str], at: int) -> tuple[int, str | None]:
        is_unit = tokens[at].lower() in self._lexicon.first_of_units
        for size in range(min(_LONGEST_UNIT, len(tokens) - at), 0, -1) if is_unit else ():
            phrase = " ".join(tokens[at : at + size])
            unit = self._lexicon.signs.get(phrase) or self._lexicon.units.get(phrase.lower())
            if unit is not None:
                return size, unit
        return 0, None


def of_table(heads: Iterator[Head]) -> Head:
    """What the words around a table say of all its figures: the first unit and scale that any of them gives."""
    unit: str | None = None
    scale: Decimal | None = None
    for head in heads:
        unit, scale = unit or head.unit, scale or head.scale
    return Head(unit, scale)
