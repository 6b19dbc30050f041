"""Words, numbers and marks of a block, and the sentences they make up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

# One pass, the most frequent first: words with inner marks, numbers, abbreviations with inner points, "'s", marks; each
# takes the blanks behind it along. Every repeated part of a word begins with a mark, so that the cost is linear.
_TOKEN = re.compile(
    r"(?:(?P<word>(?!\b[A-Za-z]\.[A-Za-z]\.)[^\W\d_][^\W_]*(?:(?:[&/.-]|['’](?!s\b))[^\W_]+)*)"
    r"|(?P<number>\d(?:[\d.,]*\d)?)"
    r"|(?P<abbr>\b(?:[A-Za-z]\.){2,})"
    r"|(?P<own>(?<=\w)['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<line>\n)"
    r"|(?P<mark>[^\w\s]))[^\S\n]*"
)
_STOP = re.compile(r"(?:[.!?…]+[\"'”’)\]]*(?=\s|$))|\n+")


@dataclass(slots=True)
class Token:
    """A word, number or mark; `kind` is abbr, number, own (a possessive "'s"), word, line or mark."""

    start: int
    end: int
    text: str
    lower: str
    kind: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of a stretch of text, with offsets in the whole.

    >>> [token.text for token in tokenize("Nghe An's exports rose 14.3%.")]
    ['Nghe', 'An', "'s", 'exports', 'rose', '14.3', '%', '.']
    """
    found = []
    for match in find_tokens(text, start, len(text) if end is None else end):
        kind = match.lastgroup or "mark"
        first, last = match.span(kind)
        found.append(Token(first, last, match[kind], match[kind].lower(), kind))
    return found


def find_tokens(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The same as matches, for where every microsecond counts: the group that matched bears the name of the kind."""
    return list(_TOKEN.finditer(text, start, end))


def split_sentences(text: str, abbreviations: AbstractSet[str]) -> list[tuple[int, int]]:
    """Where the sentences of a block start and end; `abbreviations` are lower-case words that a point may follow.

    In doubt a sentence is not split: what follows must look like a beginning, and a single initial never ends one.

    >>> text = "PM. Pham spoke. He left at 5 p.m. on Monday."
    >>> [text[start:end] for start, end in split_sentences(text, {"pm"})]
    ['PM. Pham spoke.', 'He left at 5 p.m. on Monday.']
    """
    found = []
    start = 0
    for stop in _stops(text, abbreviations):
        if text[start:stop].strip():
            found.append(_trimmed(text, start, stop))
        start = stop
    if text[start:].strip():
        found.append(_trimmed(text, start, len(text)))
    return found


def _stops(text: str, abbreviations: AbstractSet[str]) -> Iterator[int]:
    for match in _STOP.finditer(text):
        if "\n" in match[0]:
            if _breaks_line(text, match.start(), match.end()):
                yield match.end()
        elif _begins_anew(text, match.end()) and not _is_abbreviation(text, match.start(), abbreviations):
            yield match.end()


def _breaks_line(text: str, start: int, end: int) -> bool:
    """A line break ends a sentence unless the line runs on: no stop before it and a small letter after it."""
    following = text[end:end + 1]
    return (not following.islower() and not following.isdigit()) or text[start:end].count("\n") > 1


def _begins_anew(text: str, at: int) -> bool:
    rest = text[at:at + 6].lstrip()
    return not rest or not rest[0].islower()


def _is_abbreviation(text: str, at: int, abbreviations: AbstractSet[str]) -> bool:
    if text[at] != "." or text[at:at + 2] == "..":
        return False
    word_start = at
    while word_start > 0 and (text[word_start - 1].isalpha() or text[word_start - 1] == "."):
        word_start -= 1
    word = text[word_start:at]
    before = text[word_start - 1 : word_start]
    is_unit = before.isdigit() or before == "°"  # "10.4C."
    return word.lower() in abbreviations or (len(word) == 1 and word.isupper() and not is_unit)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
