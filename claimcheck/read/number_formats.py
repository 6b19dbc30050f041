"""Numbers of a spreadsheet as they show: 0.234 in a cell that is formatted as "0.0%" is 23.4%.

Of a format code, what a reader sees is followed: its sections, decimals, grouping, scaling, percent signs, brackets and
words; colours and padding are not.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

Value = int | float | str | bool | dt.datetime | dt.date | dt.time | dt.timedelta

# the codes that every workbook knows by number
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: '#,##0;(#,##0);"-"', 42: '"$"#,##0;"$"(#,##0);"$-"', 43: '#,##0.00;(#,##0.00);"-"',
    44: '"$"#,##0.00;"$"(#,##0.00);"$-"', 48: "##0.0E+0",
}
GENERAL = "General"
_DIGITS = Context(prec=60, rounding=ROUND_HALF_UP)
_SHOWN_DIGITS = 10  # that a cell without a format shows at most
_MOST_PLACES = 30
_PLAIN = 10**15
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|\[(?P<condition>[<>=]+[-0-9.]+)\]|\[[^\]]*\]"
    r"|(?P<number>[0#?][0#?,]*(?:\.[0#?]*)?(?P<power>E[+-][0#?]+)?|\.[0#?]+)(?P<scale>,*)|(?P<other>.)",
    re.DOTALL,
)
_FRACTION = re.compile(r"[?#0]\s*/\s*[?#0-9]")
_COMPARE = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b, "<>": lambda a, b: a != b,
}


class Section(NamedTuple):
    """One of the up to four parts of a format code.

    before, after: what stands around the number; places: its decimals, or None where no number shows; grouped: with
    thousands separators; scale: what the value is multiplied by; power: in powers of ten; condition: when it holds.
    """

    before: str
    after: str
    places: int | None
    grouped: bool
    scale: Decimal
    power: bool
    condition: tuple[str, Decimal] | None


_WHOLE = Section("", "", 0, False, Decimal(1), False, None)


def show_value(value: Value, code: str = GENERAL) -> str:
    """A value as a cell with this format code shows it.

    >>> show_value(0.234, "0.0%"), show_value(-1234567.0, '#,##0,;(#,##0,)'), show_value(12.0)
    ('23.4%', '(1,235)', '12')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        if 0 < value < _PLAIN and value == value // 1:
            section = _WHOLE if code == GENERAL else _section_of_whole(code)
            if section is not None:
                digits = f"{int(value):,}" if section.grouped else str(int(value))
                return f"{section.before}{digits}{section.after}".strip()
        return _number(Decimal(repr(value)), code)
    return _moment(value, code)


@lru_cache(maxsize=512)
def _section_of_whole(code: str) -> Section | None:
    """The section that shows whole numbers above zero as they are, but for grouping; None where there is none."""
    sections = _sections(code)
    first = sections[0] if sections and not any(section.condition for section in sections) else None
    plain = first is not None and first.places == 0 and first.scale == 1 and not first.power
    return first if plain else None


def _number(value: Decimal, code: str) -> str:
    if not value.is_finite():
        return ""
    sections = _sections(code)
    section, signed = _section_for(value, sections)
    if section is None:
        return _general(value)
    if section.places is None:
        return (section.before + section.after).strip()
    scaled = abs(value) * section.scale
    digits = f"{scaled:.{section.places}E}" if section.power else _rounded(scaled, section)
    minus = "-" if signed and any(character in "123456789" for character in digits) else ""
    return f"{minus}{section.before}{digits}{section.after}".strip()


def _rounded(value: Decimal, section: Section) -> str:
    places = section.places or 0
    exact = value.quantize(Decimal(1).scaleb(-places), context=_DIGITS) if value.adjusted() < 40 else value
    return f"{exact:,f}" if section.grouped else f"{exact:f}"


def _general(value: Decimal) -> str:
    """As a cell without a format shows it: with no more digits than fit."""
    if value == value.to_integral_value() and value.adjusted() < _SHOWN_DIGITS + 5:
        return f"{value:.0f}"
    rounded = Context(prec=_SHOWN_DIGITS, rounding=ROUND_HALF_UP).plus(value).normalize()
    return f"{rounded:f}" if -10 < rounded.adjusted() < 20 else f"{rounded:E}"


def _section_for(value: Decimal, sections: tuple[Section, ...]) -> tuple[Section | None, bool]:
    """The section that shows a number, and whether its minus sign shows before it."""
    if not sections:
        return None, False
    if any(section.condition for section in sections):
        for section in sections:
            if section.condition is None or _COMPARE[section.condition[0]](value, section.condition[1]):
                return section, value < 0
        return None, False
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], value < 0


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code that show numbers; none where it shows them as they are."""
    if not code or code.casefold() in ("general", "@", "standard") or _FRACTION.search(code):
        return ()
    parts = re.findall(r'(?:"[^"]*"?|\\.|[_*].|[^;"\\_*]|[_*\\]$)*(?:;|$)', code)
    sections = [_section(part.removesuffix(";")) for part in parts[:3]]
    while len(sections) > 1 and not parts[len(sections) - 1]:
        sections.pop()
    return () if any("General" in part for part in parts[:1]) else tuple(sections)


def _section(part: str) -> Section:
    before: list[str] = []
    after: list[str] = []
    number: re.Match[str] | None = None
    condition = None
    percents = 0
    for match in _TOKEN.finditer(part):
        sign, limit = _condition(match["condition"])
        if limit is not None:
            condition = sign, limit
        elif match["number"] and number is None:
            number = match
        else:
            words = next((match[name] for name in ("quoted", "escaped", "currency", "other") if match[name]), "")
            percents += words == "%" and match["other"] is not None
            (after if number else before).append(words)
    written = number["number"] if number else ""
    digits, _, decimals = written.partition("E")[0].partition(".")
    trailing = len(digits) - len(digits.rstrip(",")) if not decimals else 0
    scale = Decimal(100) ** percents / Decimal(1000) ** ((len(number["scale"]) if number else 0) + trailing)
    return Section(
        "".join(before), "".join(after), min(len(decimals), _MOST_PLACES) if number else None,
        "," in digits.rstrip(","), scale, bool(number and number["power"]), condition,
    )


def _condition(text: str | None) -> tuple[str, Decimal | None]:
    match = re.fullmatch(r"([<>=]{1,2})(-?[0-9]{1,20}(?:\.[0-9]{1,20})?)", text or "")
    return (match[1], Decimal(match[2])) if match and match[1] in _COMPARE else ("", None)


def _moment(value: dt.datetime | dt.date | dt.time | dt.timedelta, code: str) -> str:
    """A date or time, with no more of it than its cell shows; days in ISO form."""
    if isinstance(value, dt.timedelta):
        hours, seconds = divmod(round(value.total_seconds()), 3600)
        return f"{hours}:{seconds // 60:02}"
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    shown = set(re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.lower()))
    if "y" in shown and "d" not in shown:
        return f"{value:%B %Y}" if "m" in shown else f"{value:%Y}"
    time = isinstance(value, dt.datetime) and (value.hour or value.minute) and ("h" in shown or not code)
    return f"{value:%Y-%m-%d %H:%M}" if time else f"{value:%Y-%m-%d}"
