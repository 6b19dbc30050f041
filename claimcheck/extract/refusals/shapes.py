"""How refused numbers are written: one test for each shape.

A test takes the text and the words of a refusal, and yields the stretches that have the shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from functools import lru_cache

from claimcheck.extract.refusals.lexicon import Refusal
from claimcheck.model.letters import any_of
from claimcheck.packs.schema.refusals import RefusalShape

Span = tuple[int, int]

_ADDRESS = re.compile(
    r"(?<!\S)[(<\"“]?(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\d{1,3}(?:\.\d{1,3}){3}(?![\d.]))", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w.,+])\+?\(?\d{1,5}\)?(?:[ ./-]?\(?\d{2,5}\)?){1,5}(?![\w%])")
_CLOCK = re.compile(
    r"(?<![\w.,:/-])(?:(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|h(?:[0-5]\d)?|(?:\.[0-5]\d)?)|\d{3,4})"
    r"(?![\d:]|[.,]\d|m(?:in)?(?![^\W\d_]))"
)
_HOUR = re.compile(r"\d[:h]")
_TIME_WORD = re.compile(r"[ \xa0-]?((?:[^\W\d_]\.){2}|[^\W\d_]+(?:['’][^\W\d_]+)?)?")
_SCORE = re.compile(r"(?<![\w.,:/$€£+–-])(\d{1,3})(?: ?[-–] ?)(\d{1,3})(?![\w%:/]|[.,]\d|[-–]\d)")
_VOTE = r"(?<![\w.,:/$€£+–-])\d{{1,3}} (?:([^\W\d_]+) )?(?:{}|-|–) \d{{1,3}}(?![\w%:/]|[.,]\d)"
_DRAWN_BEHIND = re.compile(r"(?: [^\W\d_]+)?[,;:(–—][^.!?\n]{0,60}\d")  # "60 votes to 48, a majority of 12"
_RACE = re.compile(r"(?<![\w.,:/$€£+–-])(\d{1,2}[, ]?\d{3}|\d{2,3})[ -]?([^\W\d_]+)(?: ([^\W\d_]+))?")
_TIME_BEHIND = re.compile(r":? (?:\d{1,2}:)?\d{1,2}[:.]\d\d(?!\d| ?[^\W\d_])")
_VERSION = re.compile(r"(?<![\w.,])v?\d+\.\d+\.\d+(?![\w.,]\d|\w)")
_INDEX_BASE = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[-/–]\d{2,4})? ?= ?(100)(?![\w%]|[.,]\d)")
_LIST_MARK = re.compile(r"(?:^|(?<=\n))[ \t]*(\(?\d{1,2}[.)])(?=\s+\S)|(?<=[\s,;:])(\d{1,2}\))(?=\s)")
_NAME = re.compile(
    r"(?<![\w$€£.,-])(?:[A-Z][A-Za-z]{0,7}-\d{1,4}[A-Za-z]?(?![\w.,]\d|\w)|[A-MO-QS-Z]\d{1,3}(?![\w%]|[.,]\d))"
)
_NUMBER = re.compile(r"(?<![\d_.,$€£+-])\d{1,5}[A-Za-z]?(?![\w%]|[.,:]\d|[-–]\d)")
_LABEL = re.compile(r"([^\W\d_]+\.?)[ \xa0]?$")
_DIGITS = re.compile(r"\d+")
_OWNED = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 80
_LONGEST_BRACKET = 300
_FEWEST_OF_PHONE = 7  # digits


# Shapes that stand only beside a word of their refusal.
_BESIDE_WORDS: frozenset[RefusalShape] = frozenset(("score", "vote", "labelled", "labelled-capital", "race", "time"))


def find_shape(shape: RefusalShape, text: str, words: Set[str], refusal: Refusal) -> Iterator[Span]:
    """The stretches of a text of these words (`telling.words_in`) that a refusal claims."""
    beside = shape in _BESIDE_WORDS and not refusal.telling.may_stand_in(words)
    if beside and (shape != "time" or _HOUR.search(text) is None):  # an hour may be told by its mark alone
        return iter(())
    return _SHAPES[shape](text, refusal)


def _addresses(text: str, refusal: Refusal) -> Iterator[Span]:
    if "@" not in text and "//" not in text and not _has_dotted(text) and "www." not in text.lower():
        return
    for match in _ADDRESS.finditer(text):
        stretch = match.group().rstrip(".,;:)>\"”")
        if any(char.isdigit() for char in stretch):
            yield match.start(), match.start() + len(stretch)


def _phones(text: str, refusal: Refusal) -> Iterator[Span]:
    if sum(end - start for start, end in _runs_of_digits(text)) < _FEWEST_OF_PHONE:
        return
    for match in _PHONE.finditer(text):
        digits = sum(char.isdigit() for char in match.group())
        marked = match.group()[0] == "+" or match.group().startswith(("0", "(0"))
        called = not refusal.words.isdisjoint(_WORD.findall(text[max(0, match.start() - 40) : match.start()].lower()))
        if digits >= _FEWEST_OF_PHONE and (called or (marked and digits >= 9)):
            yield match.span()


def _times(text: str, refusal: Refusal) -> Iterator[Span]:
    for match in _at_numbers(_CLOCK, text):
        clock = match.group()
        word = _TIME_WORD.match(text, match.end())
        named = word is not None and word[1] is not None and word[1].lower() in refusal.words
        if named and word is not None and (len(clock) > 2 or word[1].lower() not in refusal.after):
            yield match.start(), word.end()
        elif ":" in clock or ("h" in clock and len(clock) > 3):
            yield match.span()


def _scores(text: str, refusal: Refusal) -> Iterator[Span]:
    if "-" not in text and "–" not in text:
        return
    for match in _at_numbers(_SCORE, text):
        near = _WORD.findall(text[max(0, match.start() - _NEAR) : match.end() + _NEAR // 2].lower())
        following = _WORD.match(text, match.end() + 1)
        bare = following is None or following.group().lower() in refusal.after or following.group()[0].isupper()
        if bare and not refusal.words.isdisjoint(near):
            yield match.span()


def _votes(text: str, refusal: Refusal) -> Iterator[Span]:
    for match in _at_numbers(_vote(refusal.after), text):
        before = _WORD.findall(text[max(0, match.start() - 25) : match.start()].lower())[-2:]
        if match[1] is None:
            is_vote = not refusal.words.isdisjoint(before)
        else:
            is_vote = match[1].lower() in refusal.words and not _DRAWN_BEHIND.match(text, match.end())
        if is_vote:
            yield match.span()


@lru_cache(maxsize=8)
def _vote(joints: frozenset[str]) -> re.Pattern[str]:
    return re.compile(_VOTE.format(any_of(joints)))


def _races(text: str, refusal: Refusal) -> Iterator[Span]:
    """The lengths of races that stand beside a word of races, or before a time, with that time."""
    for match in _at_numbers(_RACE, text):
        length, unit, following = match.groups()
        if length not in refusal.words or unit.lower() not in refusal.words:
            continue
        before = _OWNED.findall(text[max(0, match.start() - 20) : match.start()].lower().replace("’", "'"))[-2:]
        time = _TIME_BEHIND.match(text, match.end(2))
        if time or not refusal.after.isdisjoint([*before, (following or "").lower()]):
            yield match.start(), time.end() if time else match.end(2)


def _versions(text: str, refusal: Refusal) -> Iterator[Span]:
    return (match.span() for match in _VERSION.finditer(text)) if _has_dotted(text) else iter(())


def _index_bases(text: str, refusal: Refusal) -> Iterator[Span]:
    return (match.span(1) for match in _INDEX_BASE.finditer(text)) if "=" in text else iter(())


def _list_marks(text: str, refusal: Refusal) -> Iterator[Span]:
    if ")" not in text and "\n" not in text and not text.lstrip(" \t")[:2].strip("(")[:1].isdigit():
        return
    for match in _LIST_MARK.finditer(text):
        inline = match[2] is not None
        floor = max(0, match.start() - _LONGEST_BRACKET)
        open_bracket = text.rfind("(", floor, match.start()) > text.rfind(")", floor, match.start())
        if not (inline and open_bracket):
            yield match.span(2 if inline else 1)


def _labelled(text: str, refusal: Refusal) -> Iterator[Span]:
    return (span for span, _ in _labels(text, refusal))


def _labelled_capital(text: str, refusal: Refusal) -> Iterator[Span]:
    return (span for span, label in _labels(text, refusal) if label[0].isupper())


def _labels(text: str, refusal: Refusal) -> Iterator[tuple[Span, str]]:
    """Numbers right after one of the words, each with that word."""
    for span, label in _labelled_numbers(text):
        if label.lower() not in refusal.words:
            continue
        following = _WORD.match(text, span[1] + 1)
        if not (following and following.group().lower() in refusal.after):
            yield span, label


@lru_cache(maxsize=1)  # the shapes of labels are looked for one after the other in the same text
def _labelled_numbers(text: str) -> tuple[tuple[Span, str], ...]:
    """The numbers right after a word, each with that word."""
    found: list[tuple[Span, str]] = []
    for match in _at_numbers(_NUMBER, text):
        number = match.start()
        # a label holds no blank but the one behind it
        label = _LABEL.search(text, max(0, number - 25, text.rfind(" ", 0, max(0, number - 1)) + 1), number)
        if label is not None:
            found.append((match.span(), label[1]))
    return tuple(found)


def _at_numbers(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that can only start where a run of digits does, faster than by `finditer`."""
    end = 0
    for start, _ in _runs_of_digits(text):
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


@lru_cache(maxsize=1)  # all shapes are looked for in one text after the other
def _runs_of_digits(text: str) -> list[tuple[int, int]]:
    return [run.span() for run in _DIGITS.finditer(text)]


def _has_dotted(text: str) -> bool:
    """True for a text with digits between points: "3.11.2"."""
    return text.count(".") > 1 and any(
        text[start - 1 : start] == text[end : end + 1] == "." for start, end in _runs_of_digits(text)
    )


def _names(text: str, refusal: Refusal) -> Iterator[Span]:
    before = [text[start - 1 : start] for start, _ in _runs_of_digits(text)]
    if not any(letter == "-" or letter.isupper() for letter in before):
        return
    for match in _NAME.finditer(text):
        following = _WORD.match(text, match.end() + 1)
        if not (following and following.group().lower() in refusal.after):
            yield match.span()


_SHAPES: dict[RefusalShape, Callable[[str, Refusal], Iterator[Span]]] = {
    "address": _addresses,
    "phone": _phones,
    "time": _times,
    "score": _scores,
    "vote": _votes,
    "version": _versions,
    "index-base": _index_bases,
    "list-mark": _list_marks,
    "labelled": _labelled,
    "labelled-capital": _labelled_capital,
    "name": _names,
    "race": _races,
}
