"""How old people are said to be, and when they are said to have been born."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extract.drafts import BlockDrafts, Draft, LinkDraft, OrdinalDraft, QuantityDraft
from claimcheck.extract.timing.anniversaries import mark_before
from claimcheck.extract.timing.lexicon import TimingLexicon, TimingWords
from claimcheck.extract.tokens import sentence_around

_REACH = 60  # from "born" to its date
_NAME_AFTER = 60
_BLOCKS_BACK = 2
_MOST_WORDS = 3  # before a name: "the Danish poet"
_LEAD = 16  # letters before an age that may hold "at the age of"
_YOUNGEST, _OLDEST = 10, 120
_GAP = re.compile(r"[.!?;\n]")


def find_births(blocks: Sequence[BlockDrafts], at: int, lexicon: TimingLexicon) -> Iterator[LinkDraft]:
    """A link for each date that a named person is said to be born at; its scope is the name."""
    block, words = blocks[at], lexicon.of("birth")
    for born in words.find("announces").finditer(block.text):
        date = next(iter(block.dates_between(born.end(), born.end() + _REACH + 1)), None)
        if date is None or date.period is None or _GAP.search(block.text, born.end(), date.start):
            continue
        name = _name_behind(block.text, born.start(), date.end, lexicon)
        name = name or _name_before(blocks, at, born.start(), words, lexicon)
        if name:
            yield LinkDraft(born.start(), date.end, kind="birth", roles={"date": [date]}, scope=name)


def find_ages(blocks: Sequence[BlockDrafts], at: int, lexicon: TimingLexicon, when: str) -> Iterator[LinkDraft]:
    """A link for each age of a named person; its scope is the name.

    It is that at the time of the report (`when`, "" where nobody knows, so that the link has no time either), or at
    the one that its sentence names beside the birth. A birthday tells an age as well: "her 53rd birthday".
    """
    block, words = blocks[at], lexicon.of("age")
    ages = [age for age in block.quantities if words.has("unit", age.unit) and not age.hedge]
    yield from _birthdays(blocks, at, words, lexicon, when)
    births = list(find_births(blocks, at, lexicon)) if ages else []
    for age in ages:
        if isinstance(age.value, tuple) or not _YOUNGEST <= age.value <= _OLDEST:
            continue
        time = _time_of_age(block, age, when, words, births)
        name = _name_of_age(blocks, at, age, words, lexicon) if time is not None else None
        if name:
            yield LinkDraft(age.start, age.end, kind="age", roles={"age": [age]}, scope=name, when=time or "")


def _birthdays(
    blocks: Sequence[BlockDrafts], at: int, words: TimingWords, lexicon: TimingLexicon, when: str
) -> Iterator[LinkDraft]:
    for birthday in words.find("announces").finditer(blocks[at].text):
        mark = mark_before(blocks[at], birthday, words, lexicon)
        time = _time_of_age(blocks[at], mark, when, words, ()) if mark else None
        name = _name_of_birthday(blocks, at, mark, words, lexicon) if mark and time else None
        if mark and name and time:
            yield LinkDraft(mark.start, birthday.end(), kind="age", roles={"age": [mark]}, scope=name, when=time)


def _name_of_birthday(
    blocks: Sequence[BlockDrafts], at: int, mark: OrdinalDraft, words: TimingWords, lexicon: TimingLexicon
) -> str | None:
    """Whose birthday it is: the only full name of the sentence before "his" or "her", or of the text before that."""
    text = blocks[at].text
    start, end = sentence_around(text, mark.start)
    led = text[start : mark.start].split()
    if not led or not words.has("owner", led[-1].lower()) or words.find("breaks").search(text, start, end):
        return None
    names = {name[0] for name in lexicon.name.finditer(text, start, mark.start) if " " in name[0]}
    if names:
        return names.pop() if len(names) == 1 else None
    return _sole_name(blocks, at, start, lexicon)


def _name_of_age(
    blocks: Sequence[BlockDrafts], at: int, age: QuantityDraft, words: TimingWords, lexicon: TimingLexicon
) -> str | None:
    text = blocks[at].text
    if "-" in text[age.start : age.end]:
        after = lexicon.name.search(text, age.end, min(len(text), age.end + _NAME_AFTER))
        if after and " " in after[0] and not re.search(r"[,.;:!?()\n]", text[age.end : after.start()]):
            return after[0]
        opening = text[sentence_around(text, age.start)[0] : age.start].strip()
        return _sole_person(blocks, at, age.start, words, lexicon) if words.has("pronoun", opening.lower()) else None
    for name in lexicon.name.finditer(text, max(0, age.start - 80), age.start):
        between = text[name.end() : age.start].strip()
        if " " in name[0] and (between in (",", "(") or words.find("aged").fullmatch(between.lstrip(", "))):
            return name[0]
    start, end = sentence_around(text, age.start)
    if words.has("stated", text[start : age.start].strip().lower()):
        return _sole_person(blocks, at, start, words, lexicon)
    if not words.find("introduces").search(text, max(start, age.start - _LEAD), age.start):
        return None
    if not words.find("ended").search(text, start, end):
        return None  # "at the age of 16 she joined the choir"
    names = {name[0] for name in lexicon.name.finditer(text, start, end) if " " in name[0]}
    return names.pop() if len(names) == 1 else None


def _sole_person(
    blocks: Sequence[BlockDrafts], at: int, end: int, words: TimingWords, lexicon: TimingLexicon
) -> str | None:
    """The one full name before a place, where nobody is told of since it was named: "She has a brother. He is 31"."""
    name = _sole_name(blocks, at, end, lexicon)
    since = blocks[at].text[max(blocks[at].text.rfind(name, 0, end), 0) : end] if name else ""
    return None if words.find("breaks").search(since) else name


def _name_behind(text: str, born: int, end: int, lexicon: TimingLexicon) -> str | None:
    """The full name behind the comma in "Born on 3 May 1950, the poet Marta Kowal died": none where none follows."""
    if text[sentence_around(text, born)[0] : born].strip() or text[end : end + 1] != ",":
        return None
    name = lexicon.name.search(text, end, min(len(text), end + _NAME_AFTER))
    between = text[end + 1 : name.start()] if name else ""
    near = not _GAP.search(between) and len(between.split()) <= _MOST_WORDS
    return name[0] if name and " " in name[0] and near else None


def _name_before(
    blocks: Sequence[BlockDrafts], at: int, end: int, words: TimingWords, lexicon: TimingLexicon
) -> str | None:
    """Who was born: the name right before, or the only one before where a pronoun or nothing stands."""
    text = blocks[at].text
    opening = text[sentence_around(text, end)[0] : end].strip(" ,")
    if not opening or words.has("pronoun", opening.lower()):
        return _sole_name(blocks, at, end, lexicon)
    names = list(lexicon.name.finditer(text, max(0, end - 100), end))
    if not names or text[names[-1].end() : end].strip() not in ("", ",", "("):
        return None
    name = names[-1][0].removesuffix("'s").removesuffix("’s")
    return name if " " in name else _sole_name(blocks, at, names[-1].start(), lexicon, last=name)


def _sole_name(
    blocks: Sequence[BlockDrafts], at: int, end: int, lexicon: TimingLexicon, last: str = ""
) -> str | None:
    """The one full name that the text just before a place holds; None when there are two, or none.

    last: the word that the name must end with.
    """
    texts = [block.text for block in blocks[max(0, at - _BLOCKS_BACK) : at]] + [blocks[at].text[:end]]
    for text in reversed(texts):
        names = {name[0] for name in lexicon.name.finditer(text) if " " in name[0] and name[0].endswith(last)}
        people = {name for name in names if not any(other != name and name.endswith(other) for other in names)}
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def _time_of_age(
    block: BlockDrafts, age: Draft, when: str, words: TimingWords, births: Sequence[LinkDraft]
) -> str | None:
    """The time of an age: that of the report, or the only other that its sentence names; "" where nobody knows it.

    Another time counts beside a birth, and for "at the age of". None for an age of another time that is not told.
    """
    start, end = sentence_around(block.text, age.start)
    if words.find("bars").search(block.text, start, end):
        return None
    born = {id(draft) for link in births if start <= link.start < end for draft in link.roles["date"]}
    dates = [date for date in block.dates_between(start, end) if date.period and id(date) not in born]
    years = {date.period.start.year for date in dates if date.period}
    if not years - {int(when[:4])} if when else not years:
        return when
    days = {date.value for date in dates}
    told = born or words.find("introduces").search(block.text, max(start, age.start - _LEAD), age.start)
    return days.pop() if told and len(days) == 1 else None
