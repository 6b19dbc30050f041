"""The small language of link patterns, compiled to regular expressions over a skeleton.

A pattern is tried only where a figure stands, so its cost grows with the number of figures, not of words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.extract.drafts import QuantityDraft
from claimcheck.extract.links.skeleton import (
    AMOUNT,
    DATE,
    FIGURES,
    FRACTION,
    MULTIPLE,
    PERCENT,
    POINT,
    STOP,
    Skeleton,
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
_NEAR_WORD, _FAR_WORD = f"[^{FIGURES}{STOP};]", f"[^{FIGURES}{STOP}]"
_SHORT, _LONG = 40, 110
_BEFORE = 60
_PIECE = re.compile(
    r"\{(?P<role>\w+)(?::(?P<cls>\w+))?\}|<(?P<phrase>[\w-]+)>|(?P<paren><\(|\)>)|(?P<gap>\.\.\.|~)"
    r"|(?P<mark>[\[\]()|])|(?P<word>[\w'’%-]+)|(?P<sign>[^\s\w])"
)
_BREAK = "break"
_OPTIONAL_HEDGE = "[<hedge>]"
HEDGE = "hedge"  # words that may stand before any figure
_FIRST_SLOT = re.compile(r"\{(?!date\})")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: what must stand before the first figure, and the rest from that figure on.

    shape: the figures alone. Most patterns fail on it, and it is far cheaper to try.
    """

    source: str
    before: re.Pattern[str] | None
    body: re.Pattern[str]
    shape: re.Pattern[str]

    def match(self, skeleton: Skeleton, at: int) -> dict[str, QuantityDraft] | None:
        """The figures in their roles when the pattern fits at the figure that stands `at`; else None."""
        if self.shape.match(skeleton.run, skeleton.steps[at]) is None:
            return None
        found = self.body.match(skeleton.text, at)
        if found is None:
            return None
        if self.before is not None and not self.before.search(skeleton.text[max(0, at - _BEFORE):at]):
            return None
        return {
            role: skeleton.figures[found.start(role)] for role in found.re.groupindex if found.start(role) >= 0
        }


def compile_pattern(source: str, phrases: Mapping[str, tuple[str, ...]]) -> Pattern:
    """A pattern from its text; raises ValueError with the reason when it is not well formed."""
    first = _FIRST_SLOT.search(source)
    if first is None:
        raise ValueError(f"a pattern needs a figure: {source!r}")
    before = source[:first.start()].strip()
    try:
        lead = expression(f"{before} {_OPTIONAL_HEDGE}", phrases) + r" ?\Z" if before else ""
        rest = source[first.start():]
        body = re.compile(expression(rest, phrases), re.IGNORECASE)
        return Pattern(source, re.compile(lead, re.IGNORECASE) if lead else None, body, re.compile(_shape(rest)))
    except re.error as error:
        raise ValueError(f"not a pattern: {source!r} ({error})") from None


def _shape(source: str) -> str:
    """The figures of a pattern in their order, up to the first that it may leave out."""
    shape, depth = "", 0
    for piece in _PIECE.finditer(source):
        depth += {"[": 1, "(": 1, "]": -1, ")": -1}.get(piece["mark"] or "", 0)
        if piece["role"] and piece["role"] != "date":
            if depth:
                break
            shape += STOP if piece["role"] == "stop" else f"[{CLASSES[piece['cls'] or 'any']}]"
    return shape


def expression(source: str, phrases: Mapping[str, tuple[str, ...]], depth: int = 0) -> str:
    """The regular expression of a pattern, not compiled; raises ValueError for an unknown phrase or class."""
    if depth > 5:
        raise ValueError(f"phrases that hold each other: {source!r}")
    return " ?".join(_piece(piece, phrases, depth) for piece in _PIECE.finditer(source))


def _piece(piece: re.Match[str], phrases: Mapping[str, tuple[str, ...]], depth: int) -> str:
    if piece["role"]:
        return _slot(piece["role"], piece["cls"], phrases, first=depth == 0 and piece.start() == 0)
    if piece["phrase"]:
        if piece["phrase"] not in phrases:
            raise ValueError(f"unknown phrase <{piece['phrase']}>")
        return "(?:" + "|".join(expression(words, phrases, depth + 1) for words in phrases[piece["phrase"]]) + ")"
    if piece["paren"]:
        return re.escape(piece["paren"].strip("<>"))
    if piece["gap"]:
        return _gap(piece["gap"] == "~", phrases)
    if piece["mark"]:
        return {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}[piece["mark"]]
    if piece["word"]:
        return rf"(?<![\w-]){re.escape(piece['word'])}(?![\w-])"
    return re.escape(piece["sign"])


def _gap(short: bool, phrases: Mapping[str, tuple[str, ...]]) -> str:
    """Words without a figure; a short gap does not reach over a conjunction, where another statement begins."""
    if not short:
        return f"{_FAR_WORD}{{0,{_LONG}}}?"
    words = "|".join(re.escape(word) for word in phrases.get(_BREAK, ()))
    guard = rf"(?!(?<!\w)(?:{words})(?!\w))" if words else ""
    return f"(?:{guard}{_NEAR_WORD}){{0,{_SHORT}}}?"


def _slot(role: str, cls: str | None, phrases: Mapping[str, tuple[str, ...]], *, first: bool) -> str:
    if role in ("date", "stop"):
        return DATE if role == "date" else STOP
    if cls is not None and cls not in CLASSES:
        raise ValueError(f"unknown class of figure {cls!r}; known: {', '.join(CLASSES)}")
    signs = CLASSES[cls or "any"]
    sign = f"[{signs}]" if role.startswith("_") else f"(?P<{role}>[{signs}])"
    hedges = "|".join(re.escape(word) for word in phrases.get(HEDGE, ()))
    return rf"(?:(?<![\w-])(?:{hedges}) )?{sign}" if hedges and not first else sign
