"""Two events, not one: what stands in the same place of two sentences and is another thing.

"Opened its new wing" and "opened its new car park" share all but what was opened; "signed with Orla Steel" and "signed
with Marra Docks" all but the partner. So the clauses of two days are aligned, and where the one has words of its own
between the same neighbours as the other, they tell of two events, unless the amounts beside both days are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.model.claim import HAPPENED, HERE, JOINT, Claim

_EDGE = "|"  # of a clause
_PARTS = (f"{JOINT}of", f"{JOINT}for")
_MOST = 4  # words that stand for one thing
_MARKS = frozenset({_EDGE, HERE, HAPPENED})


def are_two_events(a: Claim, b: Claim, more: frozenset[str]) -> bool:
    """True where the clause of each of two days names another thing, or one counts its event as one more of its sort.

    more: words for that ("second", "another").
    """
    if _is_one_more(a, b, more) or _is_one_more(b, a, more):
        return True
    mine, yours = _clause(a), _clause(b)
    aligned = SequenceMatcher(None, _small(mine), _small(yours), autojunk=False)
    for kind, first, last, start, end in aligned.get_opcodes():
        one, other = mine[first:last], yours[start:end]
        at_head = (first if one else start) == 1
        if kind == "replace" and not (at_head and _lead_to_name(one, other, mine[last])):
            if _are_other_things(one, other, a, b):
                return True
        elif kind in ("insert", "delete") and at_head and _is_part(one or other, b if one else a):
            return True
    return False


def _is_part(words: Sequence[str], other: Claim) -> bool:
    """True for what makes something else of the thing that the other sentence names: "booking for" the congress."""
    return words[-1] in _PARTS and not words[-2:][0].startswith(HAPPENED) and _are_unknown(words, other)


def _is_one_more(claim: Claim, other: Claim, more: frozenset[str]) -> bool:
    """True for "a second fire" where the other sentence counts none."""
    counted = any(word in more and (word == claim.items[-1] or _is_event(after, other))
                  for word, after in zip(claim.items, claim.items[1:], strict=False))
    return counted and more.isdisjoint((*other.items, *other.context))


def _is_event(word: str, other: Claim) -> bool:
    """True for a word for what happens, and for a thing of which the other sentence tells as well."""
    return word.startswith(HAPPENED) or (word.islower() and word in other.items)


def _lead_to_name(mine: Sequence[str], yours: Sequence[str], name: str) -> bool:
    """True for what leads to a shared name at the head of both clauses, unless it names somebody itself."""
    return name.isupper() and not (any(map(str.isupper, mine)) and any(map(str.isupper, yours)))


def _small(words: Sequence[str]) -> list[str]:
    return [word.lower() for word in words]


def _clause(claim: Claim) -> Sequence[str]:
    return (_EDGE, *claim.items, _EDGE)


def _are_other_things(mine: Sequence[str], yours: Sequence[str], a: Claim, b: Claim) -> bool:
    """True for words of which each sentence knows only its own; not for a place against a time, or whoever did it."""
    if max(len(mine), len(yours)) > _MOST or not _MARKS.isdisjoint((*mine, *yours)):
        return False
    joined = mine[0].startswith(JOINT) or yours[0].startswith(JOINT)
    return not joined and _are_unknown(mine, b) and _are_unknown(yours, a)


def _are_unknown(words: Sequence[str], to: Claim) -> bool:
    """True for words that are no mere joints, of which a sentence has none."""
    things = [stem_of_word(word.lower()) for word in words if not word.startswith(JOINT)]
    return bool(things) and frozenset(things).isdisjoint(
        stem_of_word(word.lower()) for word in (*to.context, *to.story, *to.items))
