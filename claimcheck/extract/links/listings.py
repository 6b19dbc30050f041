"""Lists of names that say whom or what a number counts: "Five members were present: A, B, C, D and E"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import LinkDraft, ListDraft, QuantityDraft
from claimcheck.extract.links.fits import size
from claimcheck.extract.links.page import Page, Passage
from claimcheck.extract.links.skeleton import DATE, FIGURES

_MOST = 30
_REACH = 80
_FARTHEST = 2  # items more or fewer; a greater gap means that the list is of something else
_FEWEST_INSERTED = 3  # names between dashes or in parentheses; two may be any two of them
_CLOSERS = {"-": " - ", "–": "–", "—": "—", "(": ")"}
_ASIDE = re.compile(r"\([^()]*\)")
_NUMBER_OR_DATE = re.compile(f"[{FIGURES}{DATE}\\d]")
_FINAL = ".!?"


def find_listings(page: Page, number: int) -> Iterator[LinkDraft]:
    """Links of a count and the complete list of names after it in its sentence."""
    passage = page[number]
    for at, count in passage.skeleton.figures.items():
        if not may_count_names(count):
            continue
        _, end = passage.sentence(at)
        openers = passage.lexicon.phrases["list-opener"].regex
        opener = openers.search(passage.skeleton.low, at + 1, min(end, at + _REACH))
        if opener is None or _NUMBER_OR_DATE.search(passage.skeleton.text, at + 1, opener.end()):
            continue
        closer = _CLOSERS.get(passage.skeleton.text[opener.end() - 1])
        if closer is not None:
            closed = passage.skeleton.text.find(closer, opener.end(), end)
            end = end if closed < 0 else closed
        listed = _read_list(passage, opener.end(), end)
        if listed is not None and _may_be_counted(count, listed, inserted=closer is not None):
            passage.block.lists.append(listed)
            yield LinkDraft(count.start, listed.end, "listing", {"count": [count], "list": [listed]})


def _may_be_counted(count: QuantityDraft, listed: ListDraft, *, inserted: bool) -> bool:
    """True when a list is about as long as the number says; one inserted in a sentence must come closer to it."""
    apart = abs(len(listed.items) - size(count))
    return apart <= 1 and len(listed.items) >= _FEWEST_INSERTED if inserted else apart <= _FARTHEST


def may_count_names(figure: QuantityDraft) -> bool:
    """True for a number that may tell how many names a list has."""
    value = figure.value
    return (
        not isinstance(value, tuple)
        and 2 <= value <= _MOST
        and value == value.to_integral_value()
        and figure.unit == "count"
        and figure.noun is not None
        and not figure.hedge
        and figure.role in (None, "level")
    )


def _read_list(passage: Passage, start: int, end: int) -> ListDraft | None:
    """The names up to the end of the sentence; nothing where it holds more than names, or says that it is partial."""
    text = passage.skeleton.text
    if _NUMBER_OR_DATE.search(text, start, end) or passage.says("partial-list", max(0, start - _REACH), end):
        return None
    while end > start and (text[end - 1].isspace() or text[end - 1] in _FINAL):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    items = _items(text[start:end], passage)
    if items is None:
        return None
    origins = passage.skeleton.origins
    return ListDraft(origins[start], origins[end - 1] + 1, items)


def _items(words: str, passage: Passage) -> tuple[str, ...] | None:
    """The items between semicolons, else between commas and the last "and"; all must be names of one kind."""
    plain = _ASIDE.sub("", words)
    if ";" in plain:
        items = [item.split(",")[0].strip() for item in plain.split(";")]
    else:
        *firsts, last = plain.split(",")
        joined = list(passage.lexicon.phrases["list-joint"].regex.finditer(last.lower()))
        if not joined:
            return None  # a list that does not close may go on
        cut = joined[-1]
        items = [item.strip() for item in (*firsts, last[:cut.start()], last[cut.end():])]
    items = [item for item in items if item]
    sizes = {_name_length(item, passage) for item in items}
    return tuple(items) if len(items) >= 2 and None not in sizes and len(sizes) == 1 else None


def _name_length(item: str, passage: Passage) -> str | None:
    """Whether an item is one capital word or several; None when it is no name."""
    joint = passage.lexicon.phrases["name-joint"].regex
    words = [word for word in item.split() if joint.fullmatch(word.lower()) is None]
    if not words or not all(word[0].isupper() for word in words) or not item[0].isupper():
        return None
    return "word" if len(words) == 1 else "words"
