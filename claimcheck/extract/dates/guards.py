"""Whether a stretch that has the form of a date is one: a year is no count, May no verb, a part of a name no month."""

from __future__ import annotations

import re
from itertools import islice

from claimcheck.extract.dates.lexicon import DateLexicon
from claimcheck.packs.schema.dates import DateReading

_JOINTS = "/.,:-–—'’"
_MARKS = "$€£¥₫#№@+_=%&~"
_WORD_BEFORE = re.compile(r"([^\W\d_]+\.?|\d+|[^\w\s])\s*$")
_WORD_AFTER = re.compile(r"(\s*)([^\W\d_]+|[^\w\s]|\d+|$)")
_HOURS = re.compile(r"\dh")  # the second half of a year is "2H"
_ENDS = ("", ".", "!", "?", ":", ";")
_LONGEST_ROW = 300
_ROW_CELL_YEAR = re.compile(r"\|\s*[12]\d{3}\s*(?=\|)")


def stands_free(text: str, start: int) -> bool:
    """Whether nothing before the stretch makes it part of a longer number, identifier or address."""
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum() or before in _MARKS:
        return False
    if before not in _JOINTS or start == 1:
        return True
    return not text[start - 2].isalnum() or before == "—"


def word_before(text: str, start: int) -> str:
    """The word or mark before a place, in lower case; "" at the start of the block."""
    match = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return match[1].lower() if match else ""


def word_after(text: str, end: int) -> str:
    """The word or mark after a place, as written; "" at the end of the block or of a line."""
    match = _WORD_AFTER.match(text, end)
    return match[2] if match and "\n" not in match[1] else ""


def is_date(text: str, start: int, end: int, reads: DateReading, lexicon: DateLexicon) -> bool:
    """Whether the words around a match let it be a date."""
    contexts = lexicon.contexts
    if reads == "year" and text[start:end].isdigit():
        return _is_year(text, start, end, lexicon)
    if reads == "duration":
        following = re.findall(r"[^\W\d_]+|[^\w\s]", text[end : end + 60])[:4]
        return any(word.lower() in contexts["figure"] for word in following)
    if reads == "spoken-of":
        follower = word_after(text, end).lower()
        return word_before(text, start) in contexts["before-spoken-of"] and follower not in contexts["after-spoken-of"]
    if reads == "half" and _HOURS.fullmatch(text, start, end):
        return False
    if reads == "earlier" and word_before(text, end) in contexts["ends-earlier"]:
        opens = text[:start].rstrip()[-1:] in _ENDS  # "The year before it had been 280"
        return opens or word_after(text, end).lower() not in contexts["after-earlier"]
    if reads == "shift":
        return text[end : end + 1] != ":" and not _is_length(text[start:end], word_before(text, start), lexicon)
    if text[end - 1].isdigit() and word_after(text, end).lower() in contexts["number-after"]:
        return False
    if reads in ("month", "weekday") and text[start:end].replace(" ", "").isalpha():
        return _is_name_of_day_or_month(text, start, end, lexicon)
    return True


def _is_length(match: str, before: str, lexicon: DateLexicon) -> bool:
    """Whether the word before makes a length of time of "last year": "2 năm trước", "the last year".

    A number counts years only where they come first: "125 this year" counts something else.
    """
    first = match.split()[0].lower()
    is_number = before.isdigit() or before in lexicon.slots.words.get("number", ())
    return (is_number and first in lexicon.slots.words.get("unit", ())) or before in lexicon.contexts["length"]


def _is_name_of_day_or_month(text: str, start: int, end: int, lexicon: DateLexicon) -> bool:
    before = word_before(text, start)
    if before in lexicon.contexts["repeated"]:
        return False
    in_name = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and text[end + 2 : end + 3].islower()
    ambiguous = text[start:end].lower() in lexicon.ambiguous
    if in_name:  # "in May Parliament met", but "led by Jan Berg"
        return (start == 0 and not ambiguous) or before in lexicon.contexts["before-named-month"]
    if ambiguous:
        after = word_after(text, end)
        return before in lexicon.contexts["before-month"] or after in lexicon.contexts["figure"]
    return True


def _is_year(text: str, start: int, end: int, lexicon: DateLexicon) -> bool:
    before, after = word_before(text, start), word_after(text, end)
    contexts = lexicon.contexts
    follower = after.lower()
    if before in contexts["number-before"] or follower in contexts["number-after"] or follower == "%":
        return False
    if before == "|" or (after == "|" and not before):
        return _is_year_cell(text, start)
    year = int(text[start:end])
    counted = after.islower() and follower not in contexts["after-year"]
    if before in contexts["before-year"]:
        return year >= 1800 and not (year % 100 == 0 and counted)
    if before in contexts["perhaps-before-year"] and 1990 <= year <= 2035:
        return True
    return 1900 <= year <= 2060 and not counted


def _is_year_cell(text: str, start: int) -> bool:
    """Whether a table's cell holds a year: the first cell of its row does, or several cells of the row."""
    floor, ceiling = max(0, start - _LONGEST_ROW), start + _LONGEST_ROW
    line_start = max(floor, text.rfind("\n", floor, start) + 1)
    line_end = text.find("\n", start, ceiling)
    line = text[line_start : line_end if line_end >= 0 else ceiling]
    first_cell = not text[line_start:start].strip(" |\t")
    return first_cell or sum(1 for _ in islice(_ROW_CELL_YEAR.finditer(line), 2)) > 1
