"""The first and the last day of something, told one after the other: "opens on 3 May and closes on 14 May 2024".

Two months or two years are ends as well: "begun in May 2019 and completed in March 2021".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, DateDraft, LinkDraft
from claimcheck.extract.timing.lexicon import TimingLexicon, TimingWords

_BEFORE, _BETWEEN = 40, 60
_STOP = re.compile(r"[.!?\n]\s")
_GRAINS = tuple(map(re.compile, (r"(?:\d{4}|XXXX)-\d\d-\d\d", r"\d{4}-\d\d", r"\d{4}")))


def find_orders(block: BlockDrafts, lexicon: TimingLexicon) -> Iterator[LinkDraft]:
    """A link for each two dates of one grain that words make the beginning and the end of one thing."""
    words = lexicon.of("order")
    for first, second in pairwise(block.dates):
        alike = any(grain.fullmatch(first.value) and grain.fullmatch(second.value) for grain in _GRAINS)
        if alike and are_ends(block.text, first, second, words):
            roles = {"first": [first], "last": [second]}
            yield LinkDraft(first.start, second.end, kind="order", roles=roles)  # type: ignore[arg-type]


def are_ends(text: str, first: DateDraft, second: DateDraft, words: TimingWords) -> bool:
    """True where the words around two days, those for orders, make them the beginning and the end of one thing."""
    before, between = text[max(0, first.start - _BEFORE) : first.start], text[first.end : second.start]
    if len(between) > _BETWEEN or _STOP.search(between) or words.find("bars").search(before + between):
        return False
    stop = [match.end() for match in _STOP.finditer(before)]
    before = before[stop[-1] :] if stop else before
    link = between.strip(" ,").lower()
    if words.has("introduces", " ".join(before.lower().split()[-1:])) and words.has("within", link):
        return True  # "from 3 May to 14 May"
    later = words.find("breaks")  # "closes on 2 May of the following year", or "next year" as part of the date
    behind = text[second.end : second.end + _BEFORE].lstrip(" ,")
    if later.match(behind) or later.search(text, second.start, second.end):
        return False
    return words.find("announces").search(before) is not None and words.find("closes").search(between) is not None
