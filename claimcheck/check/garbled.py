"""Garbled figures: of one story, with many digits the same but for their scale or two that changed places.

In one story, which rare names and figures show, chance seldom gives two figures of one measure the same three digits.
So little more is asked of their words: that they share one which is no name, or stand beside one figure that both
reports give, or lie so far apart that only a slip of scale makes them. And nothing of their words may speak against it:
a mark of one of several like figures ("each", "second"), things of two names, a part beside its whole.
"""

from __future__ import annotations

from claimcheck.check.kinship import Kinship
from claimcheck.check.slips import are_swapped, is_telling_slip, same_digits
from claimcheck.model.claim import Claim

_TIES = 3  # rare names and figures that two reports share
_STEM = 4  # "Foods", a name, and "food" begin alike
_OF_VERBS = ("ed", "ing", "built", "held", "sent", "sold", "made", "won", "bought", "given", "taken", "paid")


def are_garbled(a: Claim, b: Claim, kinship: Kinship, *, few: bool) -> bool:
    """True for two figures of one story that are one figure, garbled in one of the reports.

    few: whether each is one of few figures of its sort in its report.
    """
    if not (is_telling_slip(a, b) or (few and _are_of_rare_measure(a, b))) or kinship.ties(a, b) < _TIES:
        return False
    if kinship.gives(a.path, b) or kinship.gives(b.path, a):
        return False
    if _have_two_owners(a, b, kinship):
        return False
    if a.language != b.language:
        return kinship.stand_by_one(a, b)
    if are_set_apart(a, b):
        return False
    if few and _are_of_rare_measure(a, b):
        return True
    if are_two_things(a, b):
        return False
    return bool(shared_words(a, b)) or same_digits(a, b) or (few and kinship.stand_by_one(a, b))


def _have_two_owners(a: Claim, b: Claim, kinship: Kinship) -> bool:
    """True for figures of two places, or of two subjects that both reports name.

    A name that one report alone tells may be a source, and so may a person.
    """
    if a.place and b.place and a.place != b.place:
        return True
    if any(kinship.is_person(claim.subject or "") for claim in (a, b)):
        return False
    mine, yours = ({word.casefold() for word in (claim.subject or "").split()} for claim in (a, b))
    return bool(mine & a.story & b.story and yours & a.story & b.story) and not mine & yours


def are_set_apart(a: Claim, b: Claim) -> bool:
    """True when one sentence alone tells of one of several like figures; a large slip of scale is one all the same."""
    return bool(a.marks ^ b.marks) and a.language == b.language and not same_digits(a, b)


def shared_words(a: Claim, b: Claim) -> int:
    """How many words two sentences share that are no names of their story or its subjects."""
    owners = f"{a.subject or ''} {b.subject or ''}".casefold().split()
    names = {name[:_STEM] for name in (*a.story, *b.story, *owners)}
    return sum(word[:_STEM] not in names for word in a.context & b.context)


def _are_of_rare_measure(a: Claim, b: Claim) -> bool:
    """True for swapped digits in sums of money for each of something: a report seldom gives two."""
    return "_per_" in (a.measure or "") and are_swapped(a, b)


def are_two_things(a: Claim, b: Claim) -> bool:
    """True when each figure is of a thing that the other's sentence does not name, or one of a part of the other's.

    A figure that only a verb names ("lifted") may be of anything.
    """
    if a.metric is None or b.metric is None or a.metric == b.metric:
        return False
    only_mine, only_yours = _unsaid(a, b), _unsaid(b, a)
    if head_of(a) == head_of(b):
        return bool(only_mine or only_yours)
    return bool(only_mine and only_yours) and head_of(a).endswith(_OF_VERBS) == head_of(b).endswith(_OF_VERBS)


def head_of(claim: Claim) -> str:
    """The head noun of a figure's metric."""
    return (claim.metric or "").rpartition(" ")[2]


def _unsaid(claim: Claim, other: Claim) -> frozenset[str]:
    """How the words of a figure's name begin that the other's sentence lacks, but for names, verbs and the metric."""
    words = (claim.metric or "").replace(head_of(claim) if claim.known else "", "").split()
    nouns = frozenset(word[:_STEM] for word in words if not word.endswith(_OF_VERBS))
    if claim.known and head_of(claim) != head_of(other):
        nouns |= {word[:_STEM] for word in (claim.phrase or "").casefold().split()}
    said = (*other.context, *(other.metric or "").split(), *claim.story, *other.story)
    return nouns - {word[:_STEM] for word in said}
