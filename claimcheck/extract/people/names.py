"""Finds the name of a person at a given word, or before it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.people.lexicon import PeopleLexicon
from claimcheck.extract.people.words import Word

_LONGEST = 6
_MOST_HONORIFICS = 6
_REACH, _LONG = 12, 4  # words around a name, and letters of one that headings give a capital


def name_from(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    """The end of the name that starts at the given word; the same word when there is none."""
    stop = last = at
    if _is_addressed(words, at, lexicon):
        stop = last = at + 1
    while stop < len(words) and stop - at < _LONGEST:
        word = words[stop]
        if stop > at and not _joins(words[stop - 1]):
            break
        if _is_part(word, lexicon) or (stop > at and (
                _is_tied(words, stop, lexicon) or is_inner(words, stop, lexicon))):
            last = stop + 1
            if word.is_possessive:
                break
        elif word.key not in lexicon.particles or word.gap not in ("space", "tight"):
            break
        stop += 1
    if last == at or (last == at + 1 and words[at].key in lexicon.body_words):
        return at
    return at if _is_rank(words, at, lexicon) or words[last - 1].key in lexicon.things else last


def name_before(words: Sequence[Word], stop: int, floor: int, lexicon: PeopleLexicon) -> int:
    """The start of the name that ends before the given word; the same word when there is none."""
    first = stop
    if stop > floor and words[stop - 1].key in lexicon.things:
        return stop
    while first > floor and stop - first < _LONGEST and (first == stop or _joins(words[first - 1])):
        word = words[first - 1]
        if not _is_part(word, lexicon) and word.key not in lexicon.particles \
                and not (first - 1 > floor and (
                    _is_tied(words, first - 1, lexicon) or is_inner(words, first - 1, lexicon))):
            break
        first -= 1
    if stop > first > floor and _joins(words[first - 1]) and _is_addressed(words, first - 1, lexicon):
        first -= 1
    while first < stop and (not words[first].text[0].isupper() or lexicon.honorifics.match(words, first)):
        first += lexicon.honorifics.match(words, first) or 1
    return first


def honorifics_before(words: Sequence[Word], at: int, floor: int, lexicon: PeopleLexicon) -> int:
    """The start of the forms of address that stand right before the given word."""
    first = at
    for _ in range(_MOST_HONORIFICS):
        back = next((n for n in (3, 2, 1) if first - n >= floor and lexicon.honorifics.match(words, first - n) == n), 0)
        if not back or words[first - 1].gap not in ("space", "stop"):
            break
        first -= back
    return first


def honorifics_from(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    """The end of the forms of address that start at the given word."""
    stop = at
    for _ in range(_MOST_HONORIFICS):
        length = lexicon.honorifics.match(words, stop) if stop < len(words) else 0
        if not length:
            break
        if words[stop + length - 1].gap not in ("space", "stop"):
            break
        stop += length
    return stop


def styles_before(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> list[tuple[int, int]]:
    """The titles among the forms of address right before the given word: "Prof. Dr." as two stretches of words."""
    found = []
    first = honorifics_before(words, at, 0, lexicon)
    while first < at:
        length = lexicon.honorifics.match(words, first) or 1
        if lexicon.styles.match(words, first) == length:
            found.append((first, first + length))
        first += length
    return found


def plain_name(words: Sequence[Word], first: int, stop: int, text: str) -> str:
    """The name as written, without a possessive ending."""
    end = words[stop - 1].end
    name = text[words[first].start : end]
    return name[:-2] if name.endswith(("'s", "’s")) else name


def is_name_like(word: Word, lexicon: PeopleLexicon) -> bool:
    """A capitalised word that may be the name of a place or company inside a title."""
    capital = word.text[0].isupper() and not word.is_possessive
    return capital and word.key not in lexicon.not_names and not lexicon.honorifics.match([word], 0)


def is_inner(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> bool:
    """True for "An" in "Hoi An" and "The" in "Nguyen The Hung", where not every word of the sentence has a capital."""
    if words[at].key not in lexicon.also_names or not words[at].is_capital or not at:
        return False
    before = words[at - 1]
    return before.gap == "space" and _is_part(before, lexicon) and _is_running(words, at)


def opens_name(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> bool:
    """True for "To" in "General Secretary To Lam": a capital before another, where not every word has one."""
    if words[at].key not in lexicon.also_names or not words[at].is_capital or not 0 < at < len(words) - 1:
        return False
    follows = words[at].gap == "space" and words[at - 1].gap == "space" and _is_part(words[at + 1], lexicon)
    return follows and _is_running(words, at)


def _is_running(words: Sequence[Word], at: int) -> bool:
    """True unless the words around have capitals throughout, as in a heading."""
    around = words[max(0, at - _REACH) : at + _REACH]
    return any(word.text[0].islower() and len(word.text) >= _LONG for word in around)


def _is_rank(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> bool:
    """True where a title begins, perhaps with what modifies it: "Associate Professor"."""
    start = at + lexicon.modifiers.match(words, at)
    return start < len(words) and lexicon.ranks.match(words, start) > 0


def _is_part(word: Word, lexicon: PeopleLexicon) -> bool:
    initial = len(word.text) == 1 and word.text.isupper()
    capital = word.is_capital or initial
    return capital and word.key not in lexicon.not_names and word.key not in lexicon.exact_words


def _is_addressed(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> bool:
    """True for "To" in "Ms. To Thi Lan": after a form of address or a rank it is a name like any other."""
    if at < len(words) and opens_name(words, at, lexicon) and any(
            lexicon.ranks.match(words, at - n) == n for n in (1, 2, 3) if at >= n):
        return True
    if not 0 < at < len(words) - 1 or words[at].key not in lexicon.not_names or words[at].gap != "space":
        return False
    capitals = words[at].text[0].isupper() and words[at + 1].is_capital and words[at - 1].gap in ("space", "stop")
    return capitals and any(lexicon.honorifics.match(words, at - n) == n for n in (1, 2) if at >= n)


def _is_tied(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> bool:
    """True for the end of "Joon-ho": small letters after a hyphen."""
    before, word = words[at - 1], words[at]
    return before.gap == "tight" and before.text[0].isupper() and word.key not in lexicon.not_names


def _joins(word: Word) -> bool:
    initial = len(word.text) == 1 and word.gap == "stop"
    return word.gap in ("space", "tight") or initial
