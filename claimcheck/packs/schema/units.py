"""Units of measure and currencies: their signs in any language, and their words in each."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from claimcheck.packs.entry import Entry
from claimcheck.packs.schema.numbers import NumberExample


class UnitSpec(Entry):
    """A unit of measure by the name that pint gives it, with the signs for it that are the same in all languages.

    symbols: case matters. glued: signs that count only directly after the digits ("100m"), too short to be safe alone.
    apart: those of the symbols that count only behind a space ("12 s", but not "the 1990s").
    part: a sign that means it in an amount told in parts, right behind one of the signs `behind` and its number or with
    a number and one of the signs `ahead` behind it: the "m" of "2h 14m" and of "3m 20s".
    near: words that, not far away, give signs of another unit this sense ("F" is farad near "capacitor").
    equals: an equality that must hold, "1000 meter".
    """

    table: ClassVar[str] = "unit"

    id: str
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    part: str = ""
    behind: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    equals: str

    @property
    def key(self) -> str:
        return self.id


class CurrencySpec(Entry):
    """A currency by its ISO 4217 code, with the signs for it before or after the amount.

    glued: signs that count only directly before the digits, such as those that plain text writes for others ("PS27").
    large: signs that also begin other names, and count only before a sum with a scale or grouped digits ("R5 billion",
    but not the road "R5"); those of one letter directly before it.
    """

    table: ClassVar[str] = "currency"

    code: str = Field(pattern=r"^[A-Z]{3}$")
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    large: tuple[str, ...] = ()
    example: str

    @property
    def key(self) -> str:
        return self.code


class UnitWords(Entry):
    """What a language calls a unit or a currency.

    id: names further words for a unit that has some already, as an entry of another pack needs it; else the unit does.
    large: the unit that the same words mean after a scale word ("pounds" in "two million pounds").
    near: words that, a few words away, let the same words mean the unit `large` without a scale word ("spent 900
        pounds"), if none of `unless` stands there too ("weighs"), and no "of" behind them ("sold 900 pounds of plums").
    only_large: the words mean the unit only after a scale word or a number in the thousands ("won", "real").
    """

    table: ClassVar[str] = "unit_words"

    id: str = ""
    unit: str
    words: tuple[str, ...] = Field(min_length=1)
    large: str | None = None
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    only_large: bool = False
    examples: tuple[NumberExample, ...] = Field(min_length=1)

    @property
    def key(self) -> str:
        return self.id or self.unit
