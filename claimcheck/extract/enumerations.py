"""Finds lists of names that a sentence gives in full: "the tour took her to Lima, Quito, Bogota and La Paz"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.extract.drafts import BlockDrafts, LinkDraft, ListDraft
from claimcheck.extract.enumeration_words import EnumerationLexicon
from claimcheck.model.letters import fold

_FEWEST = 4
_LONGEST_NAME = 6  # words
_LONGEST = 900  # characters
_SHORT = 2  # letters of words that tell nothing
_MARKS = 2  # commas or semicolons, without which there is no list
_ASIDE = re.compile(r"\([^()]{0,80}\)")
_STOP = re.compile(r"[!?\"“”. ](?:(?<=[!?\"“”])|(?<=\.)(?=\s|$)|(?<=\S )[-–—] )")
_WORD = re.compile(r"[^\W_](?:[\w'’-]|\.(?=\w))*\.?")
_NAME_WORD = re.compile(r"[^\W\d_](?:[\w'’-]|\.(?=\w))*\.?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its brackets blanked out; `start` is where it begins in its block, `led` the sentence before."""

    start: int
    text: str
    led: str


_Item = tuple[int, int]  # where it starts and ends in its sentence


def may_enumerate(text: str) -> bool:
    """False for a text that holds no list of names."""
    return text.count(", ") >= _MARKS or text.count(";") > _MARKS


def find_enumerations(block: BlockDrafts, lexicon: EnumerationLexicon, title: str = "") -> Iterator[LinkDraft]:
    """A link for each list of four names or more; the list is added to the drafts of the block.

    `scope` holds, between semicolons, the words that tell the list from like lists, the word that the sentence begins
    with, the other words around the list, names in capitals and a comma where small words lie between, and those of the
    sentence before or, at the head of a block, of the report's title; `direction` is "plan" or
    "past" where the words tell it; `when` the one period that the sentence names; `complete` is false for names of
    places or ends of what the words before them tell ("trips to"). Lists that the words call a choice are left out.
    """
    for sentence, (first, last), listed in find_lists(block, lexicon, title):
        before, after = sentence.text[:first], sentence.text[last:]
        yield LinkDraft(
            listed.start, listed.end, kind="enumeration", roles={"list": [listed]},
            scope=_scope(sentence, before, after, lexicon), direction=_tense(f"{before} {after}", lexicon),
            when=_when(block, sentence), complete=before.rstrip().rpartition(" ")[2].lower() not in lexicon.led_by,
        )


def find_lists(
    block: BlockDrafts, lexicon: EnumerationLexicon, title: str = ""
) -> Iterator[tuple[_Sentence, _Item, ListDraft]]:
    """Adds each list of four names or more to the drafts of the block; gives its sentence, and its place there too."""
    for sentence in _sentences(block.text, title, lexicon) if may_enumerate(block.text) else ():
        items = _items(sentence.text, lexicon)
        if len(items) < _FEWEST:
            continue
        first, last = items[0][0], items[-1][1]
        if not any(lexicon.find("partial").search(part) for part in (sentence.text[:first], sentence.text[last:])):
            yield sentence, (first, last), _listed(block, sentence, items)


def _sentences(text: str, title: str, lexicon: EnumerationLexicon) -> Iterator[_Sentence]:
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), text).replace("\n", " ")
    start, led = 0, title
    for stop in (*_STOP.finditer(plain), None):
        if stop is not None and stop[0] == "." and _is_abbreviation(plain, stop.start(), lexicon):
            continue
        end = len(plain) if stop is None else stop.start()
        if end - start <= _LONGEST and may_enumerate(plain[start:end]):
            yield _Sentence(start, plain[start:end], led)
        led = plain[max(start, end - _LONGEST) : end]
        start = len(plain) if stop is None else stop.end()


def _is_abbreviation(text: str, at: int, lexicon: EnumerationLexicon) -> bool:
    first = at
    while first > 0 and text[first - 1].isalpha():
        first -= 1
    word = text[first:at]
    return word.lower() in lexicon.abbreviations or (len(word) == 1 and word.isupper())


def _items(text: str, lexicon: EnumerationLexicon) -> list[_Item]:
    """The longest run of names between commas that ends with a joint, or that follows a colon and closes the sentence.

    Between semicolons each item is what stands before its first comma.
    """
    colon = text.find(": ")
    if text.count(";") > _MARKS:
        parts = _split(text, colon + 1 if colon >= 0 else 0, len(text), ";")
        names = [_leading(text, part, lexicon) for part in parts]
        return [name for name in names if name is not None] if all(names) else []
    for joint in reversed(list(lexicon.find("joints").finditer(text))):
        last = _leading(text, (joint.end(), len(text)), lexicon)
        if last is not None:
            items = _backwards(text, colon + 1, joint.start(), lexicon)
            if len(items) + 1 >= _FEWEST:
                return _without_joint(text, items, last, lexicon)
    parts = _split(text, colon + 1, len(text), ",") if colon >= 0 else []
    whole = [_whole(text, part, lexicon) for part in parts]
    return [part for part in whole if part is not None] if all(whole) else []


def _split(text: str, start: int, end: int, mark: str) -> list[_Item]:
    cuts = [start, *(at + 1 for at in range(start, end) if text[at] == mark), end + 1]
    return [(first, last - 1) for first, last in pairwise(cuts) if text[first : last - 1].strip()]


def _backwards(text: str, start: int, end: int, lexicon: EnumerationLexicon) -> list[_Item]:
    """The names between commas that end at a place, the first of them told by its capital within its part."""
    items: list[_Item] = []
    for part in reversed(_split(text, start, end, ",")):
        item = _whole(text, part, lexicon)
        if item is None:
            first = _trailing(text, part, lexicon)
            return [first, *items] if first is not None else items
        items.insert(0, item)
    return items


def _without_joint(text: str, items: list[_Item], last: _Item, lexicon: EnumerationLexicon) -> list[_Item]:
    """The items; of two joints at the end the first tells the last two apart: "A, B and C and D" ends in "C and D"."""
    inside = lexicon.find("joints").search(text, *items[-1])
    if inside is None:
        return [*items, last]
    return [*items[:-1], (items[-1][0], inside.start()), (inside.end(), last[1])]


def _whole(text: str, part: _Item, lexicon: EnumerationLexicon) -> _Item | None:
    """The part without articles, when it is nothing but a name."""
    words = list(_WORD.finditer(text, *part))
    while words and words[0][0] in lexicon.articles:
        words.pop(0)
    if not words or text[words[-1].end() : part[1]].strip() or text[part[0] : part[1]].count("'s "):
        return None
    return (words[0].start(), words[-1].end()) if _is_name(words, lexicon) else None


def _leading(text: str, part: _Item, lexicon: EnumerationLexicon) -> _Item | None:
    """The name that a part begins with."""
    words = list(_WORD.finditer(text, *part))
    while words and words[0][0] in lexicon.articles:
        words.pop(0)
    best: _Item | None = None
    for count in range(1, min(len(words), _LONGEST_NAME) + 1):
        word = words[count - 1]
        if count > 1 and text[words[count - 2].end() : word.start()] != " ":
            break
        if not (_may_stand_in(word[0], lexicon)):
            break
        if word[0][0].isupper():
            best = (words[0].start(), word.end())
    return best if words and words[0][0][0].isupper() else None


def _trailing(text: str, part: _Item, lexicon: EnumerationLexicon) -> _Item | None:
    """The name that a part ends with."""
    words = list(_WORD.finditer(text, *part))
    if not words or text[words[-1].end() : part[1]].strip():
        return None
    first = len(words)
    for at in range(len(words) - 1, max(-1, len(words) - _LONGEST_NAME - 1), -1):
        if at < len(words) - 1 and text[words[at].end() : words[at + 1].start()] != " ":
            break
        if words[at][0] in lexicon.articles or not _may_stand_in(words[at][0], lexicon):
            break
        if words[at][0][0].isupper():
            first = at
        elif words[at][0] in lexicon.joint_words:
            break
    return (words[first].start(), words[-1].end()) if _is_name(words[first:], lexicon) else None


def _may_stand_in(word: str, lexicon: EnumerationLexicon) -> bool:
    return word in lexicon.inner or (word[0].isupper() and _NAME_WORD.fullmatch(word) is not None)


def _is_name(words: list[re.Match[str]], lexicon: EnumerationLexicon) -> bool:
    """True for up to six words of a name, which a bare "Monday" or "On Elm Street" is not."""
    first = words[0][0] if words else ""
    if not words or (len(words) == 1 and first.lower() in lexicon.apart):
        return False
    capital = first[0].isupper() and words[-1][0][0].isupper() and first.lower() not in lexicon.small
    known = all(_may_stand_in(word[0], lexicon) or word[0] in lexicon.joint_words for word in words)
    return capital and known and len(words) <= _LONGEST_NAME


def _listed(block: BlockDrafts, sentence: _Sentence, items: list[_Item]) -> ListDraft:
    """The draft of a list, the one that another search has found where there is one."""
    start, end = sentence.start + items[0][0], sentence.start + items[-1][1]
    names = tuple(" ".join(sentence.text[first:last].split()) for first, last in items)
    for known in block.lists:
        if (known.start, known.end) == (start, end):
            return known
    block.lists.append(ListDraft(start, end, names))
    return block.lists[-1]


def _scope(sentence: _Sentence, before: str, after: str, lexicon: EnumerationLexicon) -> str:
    opening = _WORD.match(before.lstrip())
    first = _telling(opening[0], lexicon) if opening else ""
    led = sentence.led if opening is None or ":" in before else ""  # of a bare list the words before it tell more
    marks = {fold(match[0]) for pattern in (lexicon.find("apart"), lexicon.find("numbered"))
             for match in pattern.finditer(f"{led} {before} {after}")}
    own = [*_said(before[opening.end():] if opening else before, lexicon), *_said(after, lexicon)]
    return ";".join((" ".join(sorted(marks)), first, " ".join(own), " ".join(_said(sentence.led, lexicon))))


def _said(text: str, lexicon: EnumerationLexicon) -> Iterator[str]:
    """The words that say what is listed, names in capitals; a comma where words that say nothing lie between."""
    apart = False
    for word in _WORD.findall(text):
        plain = _telling(word, lexicon)
        if plain:
            yield from (",",) if apart else ()
            yield plain.upper() if word[0].isupper() else plain
        apart = not plain


def _telling(word: str, lexicon: EnumerationLexicon) -> str:
    """The word without its ending, or nothing for one that tells nothing."""
    plain = fold(word).rstrip(".").removesuffix("'s")
    return "" if len(plain) <= _SHORT or plain in lexicon.plain or plain.isdigit() else plain.removesuffix("s")


def _tense(text: str, lexicon: EnumerationLexicon) -> str:
    if lexicon.find("plans").search(text):
        return "plan"
    return "past" if lexicon.find("past").search(text) else ""


def _when(block: BlockDrafts, sentence: _Sentence) -> str:
    """The one period that a sentence names; a bare year that is no date to the reader counts too."""
    end = sentence.start + len(sentence.text)
    told: set[str] = {date.period.iso for date in block.dates_between(sentence.start, end) if date.period is not None}
    told = told or set(_YEAR.findall(sentence.text))
    return told.pop() if len(told) == 1 else ""
