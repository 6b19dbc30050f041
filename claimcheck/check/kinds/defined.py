"""The method "defined": a rate that has one meaning, set against the part and the whole that its meaning names.

A turnout is what was cast of those who might; reports give the three in three places, and no words but their names tie
them. Keys of `when`:
    rates   "names = parts / wholes", alternatives parted by bars: "turnout = votes cast|ballots issued / electors";
            words behind a hyphen tell that something else is meant: "people voted -entitled"
    unsaid  words of a rate's name that those about a share leave out ("rate")
    plain   words that may stand beside such a name and limit nothing ("overall turnout", "the total electorate")
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product

from claimcheck.check.comparing.evidence import Evidence, stem_of_word
from claimcheck.check.comparing.stories import few_of_each
from claimcheck.check.comparing.times import OUTCOMES, are_of_two_times
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.parts.candidates import OTHER_TIME, is_in_reach, is_right
from claimcheck.check.parts.quotients import Quotient, are_close, is_amount, name_of, percentage_of, size_of, stems_in
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import amount
from claimcheck.packs.schema.rules import RuleSpec

_FEWEST = 20  # smaller numbers stand for anything
_MOST_PARTS = 2  # values that the part may have: votes may be counted with those that are void and without
_BARRED = " -"


@dataclass(frozen=True, slots=True)
class _Name:
    """How the words begin that something is called, and those that it is not told with."""

    words: frozenset[str]
    barred: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Name:
        """A name as a rule writes it."""
        told, *barred = text.split(_BARRED)
        return cls(stems_in(told), stems_in(" ".join(barred)))

    def is_in(self, words: frozenset[str]) -> bool:
        """True for words that call something so."""
        return self.words <= words and self.barred.isdisjoint(words)


_Names = tuple[_Name, ...]


@dataclass(frozen=True, slots=True)
class _Rate:
    """What a rate is called, and what its part and its whole are: how the words begin of each alternative."""

    names: _Names
    parts: _Names
    wholes: _Names

    @classmethod
    def of(cls, text: str) -> _Rate:
        """A rate as a rule writes it."""
        names, _, ends = text.partition("=")
        parts, _, wholes = ends.partition("/")
        return cls(*(tuple(map(_Name.of, told.split("|"))) for told in (names, parts, wholes)))

    def words(self) -> frozenset[str]:
        """How all words of its names and ends begin."""
        return frozenset().union(*(name.words for name in (*self.names, *self.parts, *self.wholes)))


def check_defined(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """At most one outcome for each share that is called by the name of a rate."""
    rates = _rates_of(tuple(rule.when["rates"]))
    plain, unsaid = (stems_in(" ".join(rule.when.get(key, ()))) for key in ("plain", "unsaid"))
    for portion in few_of_each(ledger.relations_of("portion")):
        (share,) = portion.roles["share"]
        if "part" in portion.roles or not _is_sound(portion, share):
            continue
        told = stems_in(portion.scope.replace("\n", " "))
        called = told | name_of(share)
        rate = next((each for each in rates if any(unsaid | told >= name.words <= called for name in each.names)), None)
        around = told | stems_in(portion.when.partition("\n")[0])  # "nationally, turnout was 43 per cent"
        pair = None if rate is None else _pair_of(share, rate, around - plain, plain, ledger)
        if pair is not None:
            yield _judge(rule, share, pair)


@lru_cache(maxsize=8)
def _rates_of(texts: tuple[str, ...]) -> tuple[_Rate, ...]:
    return tuple(map(_Rate.of, texts))


def _is_sound(portion: Relation, share: Claim) -> bool:
    plain = share.reading is not None and share.measure == "percent" and share.role != "change"
    return plain and share.status in OUTCOMES and not portion.when.startswith(OTHER_TIME)


def _pair_of(
    share: Claim, rate: _Rate, told: frozenset[str], plain: frozenset[str], ledger: Ledger
) -> Quotient | None:
    """The only part and the only whole that a rate may be told of; None where others may be, or make it."""
    near = [each for path in ledger.stories.near(share.path) for each in ledger.stories.figures_that(is_amount, path)
            if size_of(each) >= _FEWEST and not are_of_two_times(share, each)]
    allowed = rate.words() | plain | frozenset(map(stem_of_word, share.story))
    wholes = [each for each in near if _is_named(each, rate.wholes, allowed, ledger.evidence)]
    shared = allowed.union(*(name_of(each) | ledger.evidence.own(each) for each in wholes))
    parts = [each for each in near if _is_named(each, rate.parts, shared, ledger.evidence)]
    wholes = _alone(parts, wholes)
    parts = [each for each in parts if each not in wholes]
    if len({size_of(each) for each in wholes}) != 1 or not 0 < len({size_of(each) for each in parts}) <= _MOST_PARTS:
        return None
    around = frozenset(map(stem_of_word, (word for each in (*parts, *wholes) for word in each.context)))
    if not told <= allowed | around:
        return None  # "turnout in the hill districts"
    pairs = [pair for pair in product(parts, wholes) if _may_be_pair(*pair)]
    right = next((pair for pair in pairs if is_right(share, *pair)), None)
    missed = next((pair for pair in pairs if is_in_reach(share, *pair)), None)
    others = (*_of_words(near, rate, ledger.evidence), *(each for each in near if are_close(each, share)))
    if right is None and any(is_right(share, each, wholes[0]) for each in others):
        return None
    over, under = right or missed or (None, None)
    if over is None or under is None:
        return None
    if right is not None:
        return _quotient(over, under)
    if _is_of_narrower(share, over, under, ledger) or _is_told_right(share, over, under, rate, ledger):
        return None
    return _quotient(over, under)


def _quotient(part: Claim, whole: Claim) -> Quotient:
    return Quotient(part, whole, 0.0, float(percentage_of(part, whole).middle or 0))


def _is_of_narrower(share: Claim, part: Claim, whole: Claim, ledger: Ledger) -> bool:
    """True where another report gives the rate that the two make, and the share as well, of some place or sort."""
    made = percentage_of(part, whole, lenient=True)
    for path in ledger.stories.near(share.path)[1:]:
        told = [each.reading.strict for each in ledger.stories.figures(path)
                if each.measure == "percent" and each.role != "change" and each.reading is not None]
        if any(not rate.is_disjoint(made) for rate in told) and share.reading is not None and any(
                not rate.is_disjoint(share.reading.lenient) for rate in told):
            return True
    return False


def _is_told_right(share: Claim, part: Claim, whole: Claim, rate: _Rate, ledger: Ledger) -> bool:
    """True where the report of a share calls the rate that the two make by the same name, so that the share is of less.

    "1,562 of 2,840 voters (turnout 55%). Turnout within the country was 56%".
    """
    made = percentage_of(part, whole)
    return any(
        each is not share and each.measure == "percent" and each.role != "change" and each.reading is not None
        and not each.reading.strict.is_disjoint(made)
        and any(name.is_in(name_of(each) | ledger.evidence.own(each)) for name in rate.names)
        for each in ledger.stories.figures(share.path)
    )


def _alone(parts: Sequence[Claim], wholes: Sequence[Claim]) -> list[Claim]:
    """The wholes among figures of which one sentence may call several either: the others, else the largest."""
    sure = [each for each in wholes if each not in parts]
    most = max(map(size_of, wholes), default=None)
    return sure or [each for each in wholes if size_of(each) == most]


def _is_named(claim: Claim, names: _Names, allowed: frozenset[str], evidence: Evidence) -> bool:
    """True for a figure that is called one of some names, and nothing besides that might limit it."""
    own = evidence.own(claim)
    return any(name.is_in(own) for name in names) and name_of(claim) <= allowed


def _of_words(near: Sequence[Claim], rate: _Rate, evidence: Evidence) -> Iterator[Claim]:
    """The figures that share a word with what the part of a rate may be called."""
    words = frozenset().union(*(part.words for part in rate.parts))
    return (each for each in near if not words.isdisjoint(evidence.own(each)))


def _may_be_pair(part: Claim, whole: Claim) -> bool:
    return part.measure == whole.measure and size_of(part) < size_of(whole) and not are_of_two_times(part, whole)


def _judge(rule: RuleSpec, share: Claim, pair: Quotient) -> Finding | Verdict:
    claims = in_order((share, pair.over, pair.under))
    made = percentage_of(pair.over, pair.under, lenient=True)
    assert share.reading is not None
    if not share.reading.lenient.is_disjoint(made):
        return agreed(rule, claims, "the rate is that of its part and its whole")
    about = f"about {amount(round(Fraction(pair.made), 1), 'percent')}"
    told = f"{quote(pair.over)} of {quote(pair.under)} is {about}"
    return finding_of(
        rule, claims,
        message=f"{quote(share)} does not fit: {told}.",
        explanation=f"By what the rate means, {told}; {quote(share)} is given.",
    )
