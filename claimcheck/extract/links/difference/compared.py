"""Compared: the two names that a gap lies between: "Orla sold 320 more tickets than Feld"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.links.phrasing.page import Passage
from claimcheck.model.letters import CAPITALS

_NAME = re.compile(rf"(?<![\w’'-])[{CAPITALS}][\w’-]*(?: (?:of )?[{CAPITALS}][\w’-]*)*")
_NEXT_NAME = re.compile(rf"(?:,? [a-z’'-]+){{0,4}},? (?={_NAME.pattern})")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_WORD = re.compile(r"[^\W\d_]+")
_TWO = 2
_CLAUSE_END = re.compile(r"[,;:()–—\ue006]")
_SCOPE = re.compile(r" ?(?:[a-z’-]+ (?=[a-z]))?[a-z’-]+")
_FAR = 60  # letters behind a figure in which it is said what it is more than
_ASIDES = ("earlier-time", "lag", "gap-of-part")  # a gap of another time, or in a part of what is told of both


@dataclass(frozen=True, slots=True)
class Compared:
    """The two names that a gap lies between, the words that say in what, and whether its own clause names both."""

    names: list[str]
    words: str
    stated: bool


def compared_at(at: int, passage: Passage) -> Compared | None:
    """Whom a gap sets against each other; None where its sentence names nobody, or is of another time or a part."""
    start, end = passage.sentence(at)
    low, phrases = passage.skeleton.low, passage.lexicon.phrases
    stop = _CLAUSE_END.search(passage.skeleton.text, at, end)
    if any(passage.says(aside, start, stop.start() if stop else end) for aside in _ASIDES) or _is_score(at, passage):
        return None
    before = list(_names(start, at, passage))
    between = phrases["gap-between"].search(low[start:end])
    if between is not None:
        names = [name for _, name in _names(start + between.end(), end, passage)][:_TWO]
        return Compared(names, _said(start, at, passage), True) if len(names) == _TWO else None
    other, upto = _other_behind(at, passage)
    if other is None and before and phrases["gap-led-to"].ends(low[start:at].rstrip()):
        (place, other), before = before[-1], before[:-1]
        if not phrases["gap-verb"].search(low[start:place]):
            return None  # "Orla leads by 64": who is behind is not named
    if other is None:
        return None
    stated = [name for place, name in before if not phrases["led-up-to"].ends(low[start:place].rstrip())]
    names = [*(stated or _of_sentence_before(start, other, passage))[-1:], other]
    return Compared(names, _said(start, upto, passage), bool(stated))


def is_compared_with_name(at: int, passage: Passage) -> bool:
    """True for an amount that is so much more, taller or warmer than somebody or something with a name, or a gap
    between two.
    """
    low, phrases = passage.skeleton.low, passage.lexicon.phrases
    behind = low[at + 1:_behind(at, passage)].strip()
    if phrases["gap-named"].match(behind):
        return _other_behind(at, passage)[0] is not None
    before = low[passage.sentence(at)[0]:at].rstrip()
    return phrases["gap-reached"].ends(before) and phrases["gap-between"].search(before) is not None


def _behind(at: int, passage: Passage) -> int:
    return min(passage.sentence(at)[1], at + _FAR)


def _is_score(at: int, passage: Passage) -> bool:
    """True for the points or goals by which one beat another in a game."""
    noun, start = passage.skeleton.figures[at].noun or "", passage.sentence(at)[0]
    return passage.lexicon.phrases["of-game"].fullmatch(noun) is not None and passage.says("beats", start, at)


def _said(start: int, upto: int, passage: Passage) -> str:
    """The words of a clause that are neither common ones nor call a gap a gap.

    Its names stand in capitals, and so does what limits it: "212 votes more in the old town", "in swimming".
    """
    stop = _CLAUSE_END.search(passage.skeleton.text, upto, passage.sentence(upto)[1])
    end = stop.start() if stop else passage.sentence(upto)[1]
    low, phrases = passage.skeleton.low[start:end], passage.lexicon.phrases
    words, first = list(passage.skeleton.text[start:end]), len(low) - len(low.lstrip())
    words[first:first + 1] = low[first:first + 1]
    for found in phrases["gap-scope"].found_in(low):
        scope = _SCOPE.match(passage.skeleton.text[start:end], found.end())
        if scope is not None and not phrases["gap-occasion"].search(scope[0]):
            words[scope.start():scope.end()] = scope[0].title()
    for phrase in ("gap-verb", "gap-against", "gap-between", "gap-named"):
        for found in phrases[phrase].found_in(low):
            words[found.start():found.end()] = " " * (found.end() - found.start())
    common = passage.lexicon.function_words
    return " ".join(word for word in _WORD.findall("".join(words)) if word.lower() not in common)


def _of_sentence_before(start: int, other: str, passage: Passage) -> list[str]:
    """The first name of the sentence before one, of whom a sentence without a subject of its own may go on."""
    if start <= 0:
        return []
    first, last = passage.sentence(start - 1)
    phrases, low = passage.lexicon.phrases, passage.skeleton.low
    told = [name for place, name in _names(first, last, passage)
            if not phrases["led-up-to"].ends(low[first:place].rstrip())]
    return told[:1] if told[:1] != [other] else []


def _other_behind(at: int, passage: Passage) -> tuple[str | None, int]:
    """The first name behind the words that set a gap against another ("320 more tickets than Feld"), and its end."""
    text, end = passage.skeleton.text, passage.sentence(at)[1]
    against = passage.lexicon.phrases["gap-against"].search(passage.skeleton.low[at + 1:_behind(at, passage)])
    if against is None:
        return None, at
    lead = _NEXT_NAME.match(text, at + 1 + against.end(), end)
    name = _NAME.match(text, lead.end(), end) if lead else None
    return (_POSSESSIVE.sub("", name[0]), name.end()) if name else (None, at)


def _names(start: int, end: int, passage: Passage) -> Iterator[tuple[int, str]]:
    """The names of a stretch and where they stand; a first word that has little meaning is none."""
    for found in _NAME.finditer(passage.skeleton.text, start, end):
        first, _, rest = found[0].partition(" ")
        name = rest if first.lower() in passage.lexicon.function_words else found[0]
        if name:
            yield found.start(), _POSSESSIVE.sub("", name)
