"""Tells a name from the title given to it where their capitals run together: "elected Anna Berg Deputy Mayor"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.people.lexicon import PeopleLexicon
from claimcheck.extract.people.names import honorifics_from, is_name_like, name_from
from claimcheck.extract.people.words import Word

_MOST_ADDRESSES = 3


def past_appointed(words: Sequence[Word], first: int, rank: int, stop: int, lexicon: PeopleLexicon) -> int:
    """Where the title begins behind the name in "elected Anna Berg Deputy Mayor", whose capitals all run together.

    No name may follow, which the title would be of, and the verb must have its object: nobody "was elected Anna Berg".
    """
    runs_on = words[stop - 1].gap == "space" and stop < len(words) and is_name_like(words[stop], lexicon)
    verb = next((at for at in range(rank - 1, max(0, first - _MOST_ADDRESSES), -1)
                 if words[at - 1].text[0].islower() and is_appointed(words, at, lexicon)), None)
    if runs_on or verb is None:
        return first
    name = honorifics_from(words, verb, lexicon)
    start = _qualified_from(words, name, rank, lexicon)
    is_name = start - name >= (2 if name == verb else 1) and lexicon.places.match(words, name) < start - name
    known = any(lexicon.bodies.match(words, at) for at in range(name, start))
    return start if is_name and not known and name_from(words, name, lexicon) >= start else first


def _qualified_from(words: Sequence[Word], floor: int, rank: int, lexicon: PeopleLexicon) -> int:
    """Where the words begin that modify a rank: "Permanent Deputy"."""
    start = rank
    while length := next((n for n in (1, 2, 3) if start - n >= floor and n in (
            lexicon.modifiers.match(words, start - n), lexicon.bodies.match(words, start - n))), 0):
        start -= length
    return start


def is_appointed(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> bool:
    """True right behind "elected" and the like, unless the word before makes it "was elected"."""
    if at == 0 or words[at - 1].gap != "space" or words[at - 1].key not in lexicon.appointing:
        return False
    return at == 1 or words[at - 2].key not in lexicon.passives
