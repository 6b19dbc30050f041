"""Words, numbers and marks of a block, and the sentences they make up."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

# One pass, the most frequent first: words with inner marks, numbers, abbreviations with inner points, "'s", marks.
# Every repeated part of a word begins with a mark, so that the cost is linear; blanks are passed over at once.
_TOKEN = re.compile(
    r"((?=[\S\n])(?:(?!\b[A-Za-z]\.[A-Za-z]\.)[^\W\d_][^\W_]*(?:(?:[&/.-]|['’](?!s\b))[^\W_]+)*"
    r"|\d(?:[\d.,]*\d)?"
    r"|\b(?:[A-Za-z]\.){2,}"
    r"|(?<=\w)['’]s\b"
    r"|\n"
    r"|[^\w\s]))"
)
_APOSTROPHES = ("'", "’")
_PLURAL_OWN = re.compile(r"(?<=s)['’](?=\s)")
# Line breaks, or marks and what may close behind them; told apart behind the first, which one set of marks finds fast.
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"'”’)\]]*(?=\s|$))")
_LONGEST_SENTENCE = 3000


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
    found = zip(*find_tokens(text, start, len(text) if end is None else end), strict=True)
    return [Token(start, start + len(word), word, word.lower(), kind) for word, start, kind in found]


class Tokens(NamedTuple):
    """Tokens in parallel lists, for where every microsecond counts: as written, where they start, their kinds."""

    texts: list[str]
    starts: list[int]
    kinds: list[str]


def find_tokens(text: str, start: int, end: int) -> Tokens:
    """The tokens of a stretch of text, as `tokenize` gives them."""
    stretch = text[start:end]
    parts = _TOKEN.split(stretch)  # tokens, and what stands around them
    starts = list(accumulate(map(len, parts), initial=0))[1:-1:2]
    texts = parts[1::2]
    kinds = ["word" if word.isalpha() else _kind_of(word, stretch, at) for word, at in zip(texts, starts, strict=True)]
    return Tokens(texts, [start + at for at in starts], kinds)


def _kind_of(token: str, text: str, at: int) -> str:
    """The kind of a token at a place of a text that holds more than letters."""
    first = token[0]
    if first.isdecimal():
        return "number"
    if first.isalnum():
        return "abbr" if token[-1] == "." else "word"
    if first == "\n":
        return "line"
    if len(token) > 1:
        return "own"
    return "own" if token in _APOSTROPHES and _PLURAL_OWN.match(text, at) else "mark"


@lru_cache(maxsize=64)  # those who look for relations ask for the same blocks, one after the other
def split_sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a block start and end; `abbreviations` are lower-case words that a point may follow.

    In doubt a sentence is not split: what follows must look like a beginning, and a single initial never ends one.
    But what goes on for thousands of characters is no sentence, and is cut between words, so that whoever compares
    all parts of a sentence has no more to do than the text is long.

    >>> text = "PM. Pham spoke. He left at 5 p.m. on Monday."
    >>> [text[start:end] for start, end in split_sentences(text, frozenset({"pm"}))]
    ['PM. Pham spoke.', 'He left at 5 p.m. on Monday.']
    """
    found = []
    start = 0
    for stop in (*_stops(text, abbreviations), len(text)):
        for end in _cuts(text, start, stop):
            if text[start:end].strip():
                found.append(_trimmed(text, start, end))
            start = end
    return tuple(found)


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Where the sentence that holds a place of a block starts and ends; the whole block where none does.

    >>> sentence_around("He came. She left.", 11)
    (9, 18)
    """
    sentences = split_sentences(text)
    before = bisect_right(sentences, at, key=lambda sentence: sentence[0]) - 1
    return sentences[before] if before >= 0 and at < sentences[before][1] else (0, len(text))


def _cuts(text: str, start: int, stop: int) -> Iterator[int]:
    """The end of a sentence, behind the places where it is cut because it is too long for one."""
    while stop - start > _LONGEST_SENTENCE:
        space = text.find(" ", start + _LONGEST_SENTENCE, stop)
        if space < 0:
            break
        yield space
        start = space
    yield stop


def _stops(text: str, abbreviations: frozenset[str]) -> Iterator[int]:
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


def _is_abbreviation(text: str, at: int, abbreviations: frozenset[str]) -> bool:
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
