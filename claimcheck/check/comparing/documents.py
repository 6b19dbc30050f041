"""Documents: how much tells that two citations with different numbers, in two reports of a story, mean one document.

A swap of digits tells most; a day that both give, a name, and the words that the sentences share tell the rest. Whoever
issues documents issues several a day, so a day alone does not do. The same is weighed for events with two ordinals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.comparing.stories import Stories
from claimcheck.model.claim import Claim
from claimcheck.model.slips import places_apart, swaps_of

_LONG_SWAP, _SHORT_SWAP, _ONE_DIGIT, _NO_SLIP = 3.0, 1.5, 1.0, -0.5  # log odds: what a slip in the number tells
_LONG = 3  # digits of a number
_ONE_DAY, _ONE_NAME = 2.0, 2.0
_WORD, _MOST_OF_WORDS = 0.5, 2.0  # what a word that both share tells
_ALONE = 0.5  # that neither report cites another document like it
_ONE_SERIES = 0.5  # that both numbers bear the same marks beside their digits
_SHORTEST = 4  # letters of a telling word
_MOST_OF_A_DAY = 18  # documents of one sort that a body issues on one day
_FEWEST_WORDS = 2  # that bear out a short number, of which chance makes a slip now and then


def told_of_one(
    numbers: tuple[str, str], a: Claim, b: Claim, stories: Stories, others: Sequence[Claim], *, one_day: bool
) -> float:
    """How much tells that two citations mean one document, in log odds; 0 where nothing but numbers and names does.

    numbers: what tells the citations apart. others: all citations of documents of that type in both reports.
    one_day: whether their sentences name one day.
    """
    name = frozenset(re.findall(r"[^\W\d_]+", a.title or "")) if a.title == b.title else frozenset[str]()
    shared = _words(a, name) & _words(b, name)
    slip = _of_slip(*numbers)
    few = slip == _SHORT_SWAP and len(shared) < _FEWEST_WORDS and not name and not _is_of_one_sequence(numbers, a, b)
    if few or abs(int(numbers[0]) - int(numbers[1])) <= 1 or not (shared or one_day or slip >= _LONG_SWAP):
        return 0.0  # documents that are issued one after the other bear such numbers
    score = slip + _ONE_DAY * one_day + _ONE_NAME * (len(name) > 1) + min(_WORD * len(shared), _MOST_OF_WORDS)
    score += _ALONE * _are_alone(a, b, others) + _ONE_SERIES * any(map(str.isalpha, (a.identifier or "").split("/")))
    return score - (0.0 if stories.is_handful else stories.doubt(a.path, b.path))


def told_of_one_event(a: Claim, b: Claim, stories: Stories) -> float:
    """How much tells that two ordinals count one event of one day, in log odds: the words that the sentences share.

    0 where the names share no word, where something sets one of the two apart, or where no slip makes one ordinal of
    the other.
    """
    names = [_words_of(claim.title or "") for claim in (a, b)]
    own = [name - names[0] & names[1] for name in names]
    one, other = a.identifier or "", b.identifier or ""
    slip = other in swaps_of(one) or len(places_apart(one, other)) == 1 or abs(int(one) - int(other)) <= 1
    if not (slip and names[0] & names[1]) or all(own) or a.marks != b.marks:
        return 0.0
    score = _ONE_DAY + min(_WORD * len(_words(a, frozenset()) & _words(b, frozenset())), _MOST_OF_WORDS)
    return score - (0.0 if stories.is_handful else stories.doubt(a.path, b.path))


def _is_of_one_sequence(numbers: tuple[str, str], a: Claim, b: Claim) -> bool:
    """True for numbers far apart that a body of the whole nation is said to have come to on one day.

    A council of a province passes many papers in one sitting.
    """
    one_day = a.date is not None and a.date == b.date
    marked = a.place is None and a.sure and b.sure and any(map(str.isalpha, (a.identifier or "").split("/")))
    return one_day and marked and abs(int(numbers[0]) - int(numbers[1])) >= _MOST_OF_A_DAY


def _of_slip(one: str, other: str) -> float:
    """What it tells how two numbers differ."""
    if other in swaps_of(one):
        return _LONG_SWAP if len(one) >= _LONG else _SHORT_SWAP
    return _ONE_DIGIT if len(places_apart(one, other)) == 1 else _NO_SLIP


def _words(claim: Claim, name: frozenset[str]) -> frozenset[str]:
    """How the telling words of a citation's title and sentence begin, but for its type and those of a name."""
    around = {stem_of_word(word) for word in claim.context - name if len(word) >= _SHORTEST}
    return (_words_of(claim.title or "", name) | around) - {stem_of_word(claim.type or "")}


def _words_of(title: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """How the telling words of a title begin."""
    words = (word for word in re.findall(r"[^\W\d_]+", title) if word not in without)
    return frozenset(stem_of_word(word) for word in words if len(word) >= _SHORTEST)


def _are_alone(a: Claim, b: Claim, others: Sequence[Claim]) -> bool:
    """True where the reports of two citations cite no other document of their sort that both do not know."""
    cited = {path: {each.identifier for each in others if each.path == path} for path in (a.path, b.path)}
    return cited[a.path] - cited[b.path] == {a.identifier} and cited[b.path] - cited[a.path] == {b.identifier}
