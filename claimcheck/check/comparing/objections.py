"""Objections: what the words of two figures of two reports say against their being one, whatever their digits."""

from __future__ import annotations

from claimcheck.check.comparing.slips import same_digits
from claimcheck.check.comparing.stems import STEM
from claimcheck.model.claim import Claim

_NAME_STEM = 4  # "Foods", a name, and "food" begin alike
OF_VERBS = "ed"  # how the names end that a verb gives a figure ("roads repaired")


def are_set_apart(a: Claim, b: Claim) -> bool:
    """True when the words name two owners, or set one figure apart from others like it."""
    if a.language != b.language:
        return False  # their words cannot meet
    return _is_one_of_several(a, b) or have_two_owners(a, b) or _are_of_two_sides(a, b)


def have_two_owners(a: Claim, b: Claim) -> bool:
    """True when the sentences name two subjects or places."""
    return any(
        one and other and not are_nested(one, other) and _is_stated(one, a) and _is_stated(other, b)
        for one, other in ((a.subject, b.subject), (a.place, b.place), (a.place, b.subject), (a.subject, b.place))
    )


def has_owner_unsaid(a: Claim, b: Claim) -> bool:
    """True when one figure has but the name right before it, which the other's sentence lacks: "Sara Lind (53.40)"."""
    return any(
        one.metric is None and one.subject is not None and not _is_stated(one.subject, other)
        for one, other in ((a, b), (b, a))
    )


def may_have_one_owner(a: Claim, b: Claim) -> bool:
    """False where the reports tell of two owners, be it outside the sentences of the figures."""
    return a.subject is None or b.subject is None or are_nested(a.subject, b.subject)


def are_nested(one: str, other: str) -> bool:
    """True for one name, alone or behind what it names ("port of Lindhaven" and "Lindhaven")."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return long == short or long.endswith(f" {short}")


def head_of(claim: Claim) -> str:
    """The head noun of a figure's metric."""
    return (claim.metric or "").rpartition(" ")[2]


def _is_stated(name: str, claim: Claim) -> bool:
    """True when the sentence of the figure uses the name, or a word that begins like it."""
    stems = {word[:STEM] for word in claim.context}
    return any(word[:STEM] in stems for word in name.casefold().split())


def _is_one_of_several(a: Claim, b: Claim) -> bool:
    """True when one sentence alone tells of one of several like figures; a large slip of scale is one all the same."""
    return bool(a.marks - b.marks - b.context or b.marks - a.marks - a.context) and not same_digits(a, b)


def _are_of_two_sides(a: Claim, b: Claim) -> bool:
    """True for figures whose words tell two sides of one thing: a fare in summer and one in winter."""
    if not a.sides or not b.sides:
        return False
    mine, yours = dict(a.sides), dict(b.sides)
    return any((group, mine[group]) not in b.sides and (group, yours[group]) not in a.sides
               for group in mine.keys() & yours.keys())


def is_named_within(a: Claim, b: Claim) -> bool:
    """True when the name of one figure has all words of the other's."""
    names = [set((claim.metric or "").split()) for claim in (a, b)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def have_two_heads(a: Claim, b: Claim) -> bool:
    """True when the nouns that the names end in are two, neither of which the other's sentence has."""
    heads = [_thing_of(claim) for claim in (a, b)]
    said = [{word[:_NAME_STEM] for word in (*claim.context, *(claim.metric or "").split())} for claim in (b, a)]
    return all(head and head not in words for head, words in zip(heads, said, strict=True))


def _thing_of(claim: Claim) -> str:
    """How the noun begins that a figure is of; nothing for a known metric alone ("length")."""
    *modifiers, head = (claim.metric or "").split() or [""]
    return (modifiers[-1] if modifiers else "")[:_NAME_STEM] if claim.known else head[:_NAME_STEM]


def have_two_names(a: Claim, b: Claim) -> bool:
    """True when each figure is of a thing that the other's sentence does not name, or one of a part of the other's."""
    if a.metric is not None and b.metric is not None and head_of(a) == head_of(b) and a.language == b.language:
        return a.metric != b.metric and bool(_unsaid(a, b) or _unsaid(b, a))
    return are_named_apart(a, b)


def are_named_apart(a: Claim, b: Claim) -> bool:
    """True when each figure is of a thing that the other's sentence does not name."""
    if a.language != b.language or a.metric is None or b.metric is None or a.metric == b.metric:
        return False
    return bool(_unsaid(a, b) and _unsaid(b, a))


def _unsaid(claim: Claim, other: Claim) -> frozenset[str]:
    """How the words of a figure's name begin that the other's sentence lacks, but for names, verbs and the metric."""
    words = (claim.metric or "").replace(head_of(claim) if claim.known else "", "").split()
    stated = frozenset(word[:_NAME_STEM] for word in claim.context)  # a form that the sentence lacks is of its verb
    nouns = stated.intersection(word[:_NAME_STEM] for word in words if not word.endswith(OF_VERBS))
    if claim.known and head_of(claim) != head_of(other):
        nouns |= {word[:_NAME_STEM] for word in (claim.phrase or "").casefold().split()}
    said = (*other.context, *(other.metric or "").split(), *claim.story, *other.story)
    return nouns - {word[:_NAME_STEM] for word in said}
