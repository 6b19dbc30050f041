"""One list of names is told alike by all: the stops of a tour, the members present, the cities that host the games.

Two lists are one when they are equally long and all but one name of each are the same, at least three, and when their
sentences speak of one thing. Lists that differ in more are lists of different things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, undecided
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.letters import fold
from claimcheck.model.period import Period
from claimcheck.packs.schema.rules import RuleSpec

_FEWEST_SHARED = 3
_MOST_ALIKE = 40  # lists that hold one name and are compared with each other, so that the cost stays linear
_SAME_TIME = 60  # days between two reports of one list
_TIES = 3  # words around the list and rare names of the reports that must be shared
_SLIP = 0.75  # of the letters of two names that one takes for the other
_STEM = 5
_GAP = ","  # stands in a scope where small words lie between two words


@dataclass(frozen=True, slots=True)
class _Roster:
    """A list with the stems of the words around it, `wider` those of the sentence before too; names are in capitals."""

    claim: Claim
    items: frozenset[str]
    marks: str
    first: str
    words: frozenset[str]
    names: frozenset[str]
    wider: frozenset[str]
    before: Mapping[str, frozenset[str]]
    tense: str
    when: str


def check_rosters(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for lists of one thing of which one name differs; verdicts for those that hold the same names."""
    rosters = [_roster(relation) for relation in ledger.relations_of("enumeration")]
    by_item: dict[str, list[int]] = defaultdict(list)
    for at, roster in enumerate(rosters):
        for item in roster.items:
            by_item[item].append(at)
    pairs = {
        (first, second)
        for alike in by_item.values()
        for place, first in enumerate(alike[:_MOST_ALIKE])
        for second in alike[place + 1 : _MOST_ALIKE]
    }
    for first, second in sorted(pairs):
        a, b = rosters[first], rosters[second]
        if a.claim.path != b.claim.path and len(a.items) == len(b.items) and _is_one_matter(a, b):
            yield from _judge(rule, a, b)


def _roster(relation: Relation) -> _Roster:
    claim = relation.roles["list"][0]
    marks, first, own, led = relation.scope.split(";")
    words = _stems([first, *own.split()])
    before: dict[str, frozenset[str]] = defaultdict(frozenset)
    for one, other in pairwise(word.lower()[:_STEM] for word in (first, *own.split())):
        before[other] |= {one} - {_GAP, ""}
    return _Roster(
        claim, frozenset(claim.items), marks, first[:_STEM], words,
        _stems(word for word in own.split() if word.isupper()), words | _stems(led.split()),
        before, relation.direction, relation.when,
    )


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in words if word and word != _GAP)


def _is_one_matter(a: _Roster, b: _Roster) -> bool:
    """True when the lists share enough names, and nothing around them tells of two things or two times."""
    if len(a.items & b.items) < max(_FEWEST_SHARED, len(a.items) - 1) or a.marks != b.marks:
        return False
    return not _are_apart(a, b) and _is_one_time(a, b) and _ties(a, b) >= _TIES


def _are_apart(a: _Roster, b: _Roster) -> bool:
    """True when the sentences name two things, begin with two, or tell a plan and what came of it."""
    others = a.names and b.names and not a.names & b.names
    subjects = a.first and b.first and a.first not in b.wider and b.first not in a.wider
    return bool(others or subjects) or {a.tense, b.tense} == {"plan", "past"} or _of_two_sorts(a, b)


def _of_two_sorts(a: _Roster, b: _Roster) -> bool:
    """True for one word with two others right before it: "finance committee" and "culture committee"."""
    return any(
        not (mine & theirs or mine & b.words or theirs & a.words)
        for word, mine in a.before.items() if mine and (theirs := b.before.get(word))
    )


def _is_one_time(a: _Roster, b: _Roster) -> bool:
    if a.when and b.when and not Period.parse(a.when).overlaps(Period.parse(b.when)):
        return False
    if a.claim.period is None or b.claim.period is None:
        return bool(a.when) == bool(b.when)
    return abs((a.claim.period.start - b.claim.period.start).days) <= _SAME_TIME


def _ties(a: _Roster, b: _Roster) -> int:
    """How many words around the lists, and rare names that are not listed, are shared; 0 without a word."""
    listed = {word for item in a.items | b.items for word in fold(item).split()}
    told = (a.words & b.wider) | (b.words & a.wider)
    said = {word for word in told if not any(each.startswith(word) for each in listed)}
    return len(said) + len((a.claim.story & b.claim.story) - listed) if said else 0


def _judge(rule: RuleSpec, a: _Roster, b: _Roster) -> Iterator[Finding | Verdict]:
    first, second = sorted((a, b), key=lambda each: (each.claim.path, each.claim.start))
    claims = (first.claim, second.claim)
    if a.items == b.items:
        yield agreed(rule, claims, "the same names")
        return
    (mine,), (theirs,) = first.items - second.items, second.items - first.items
    if _may_be_one(mine, theirs):
        yield undecided(rule, claims, f"{mine.title()} and {theirs.title()} may be one by two names")
    elif not _know_both(first, second, mine, theirs):
        yield _finding(rule, claims, mine, theirs)


def _may_be_one(mine: str, theirs: str) -> bool:
    """True for names of which one is part of the other, or that end alike, as those of people known by two forms do.

    >>> _may_be_one("ho chi minh", "ho chi minh city"), _may_be_one("ha noi", "hanoi"), _may_be_one("chad", "cuba")
    (True, True, False)
    """
    a, b = fold(mine).split(), fold(theirs).split()
    if set(a) <= set(b) or set(b) <= set(a) or "".join(a) == "".join(b):
        return True
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0][0] == b[0][0]


def _know_both(first: _Roster, second: _Roster, mine: str, theirs: str) -> bool:
    """True when each report names what only the other lists, and so leaves it out with intent."""
    return _names(first, theirs) and _names(second, mine)


def _names(roster: _Roster, item: str) -> bool:
    long = {word for word in fold(item).split() if len(word) > 2}
    return bool(long) and long <= roster.claim.story


def _finding(rule: RuleSpec, claims: Sequence[Claim], mine: str, theirs: str) -> Finding:
    shared = len(claims[0].items) - 1
    alike = SequenceMatcher(None, fold(mine), fold(theirs), autojunk=False).ratio() >= _SLIP
    slip = " The two names are easily taken for each other." if alike else ""
    return finding_of(
        rule, claims,
        message=f"Two lists of one thing share {shared} names and differ in one: "
        f"{mine.title()} in {quote(claims[0])} against {theirs.title()} in {quote(claims[1])}.",
        explanation=f"Both lists hold {shared + 1} names. Only the first has {mine.title()}, and only the second "
        f"{theirs.title()}.{slip}",
    )
