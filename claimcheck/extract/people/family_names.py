"""Where a name begins in a language that neither links a body to its rank nor marks where it ends.

Names there begin with one of few family names: "Giám đốc Sở Xây dựng Phan Thị Lệ".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.people.lexicon import PeopleLexicon
from claimcheck.extract.people.words import Word

_LONGEST_NAME = 5
_LONGEST_BODY = 10
_SHORTEST_NAME = 3  # of which a family name before it may be the end of a place: "Đông Hà | Lê Quang Chiến"
_JOINED = ("space", "tight")


def name_after_body(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int | None:
    """The word, at or after the given one, that a person's name begins with; None when no name follows there.

    What lies between belongs to the body: nothing, or words of which the first has a capital.
    """
    first = at
    while first < len(words) and first - at < _LONGEST_BODY and (first == 0 or words[first - 1].gap in _JOINED):
        if lexicon.honorifics.match(words, first) and words[first].text[0].islower():
            return None
        known_place = lexicon.places.match(words, first)
        stop = _capitals(words, first)
        if not known_place and words[first].key in lexicon.family_names and 2 <= stop - first <= _LONGEST_NAME:
            return first + (first == at + 1 and _ends_place(words, at, stop, lexicon))
        if first == at and words[first].text[0].islower():
            return None
        first += known_place or 1
    return None


def _ends_place(words: Sequence[Word], at: int, stop: int, lexicon: PeopleLexicon) -> bool:
    """True where a place of two words, of which the second may be a family name, stands before a name in full."""
    is_place = words[at].text[0].isupper() and not lexicon.places.match(words, at) and words[at].gap == "space"
    return is_place and words[at + 2].key in lexicon.family_names and stop - at - 2 >= _SHORTEST_NAME


def body_end(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    """The end of the body's own name that starts at the given word, after a word such as "phòng" that calls for one.

    It is told by a capital, and ends where a mark does; before a verb it is taken to have two words.
    """
    if at >= len(words) or words[at - 1].gap != "space" or words[at - 1].key not in lexicon.body_heads:
        return at
    if not words[at].text[0].isupper() or lexicon.honorifics.match(words, at):
        return at
    stop = at + 1
    while stop < len(words) and words[stop - 1].gap == "space":
        stop += 1
    if stop - at <= _LONGEST_BODY // 2:
        return stop
    return at + 2 if words[at + 1].text[0].islower() else at


def _capitals(words: Sequence[Word], at: int) -> int:
    stop = at
    while stop < len(words) and words[stop].is_capital and (stop == at or words[stop - 1].gap == "space"):
        stop += 1
    return stop
