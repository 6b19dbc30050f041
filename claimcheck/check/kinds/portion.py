"""The method "portion": a share set against the part, the whole or the share that its story gives elsewhere.

Part and whole are found by evidence (see `check.shares`); two shares of one whole are held against each other where
one predicate, by how its words begin, is said of both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise

from claimcheck.check.comparing.slips import is_telling_slip
from claimcheck.check.comparing.stems import is_same_number, noun_of, stem_of, stems_of
from claimcheck.check.comparing.stories import Stories, few_of_each
from claimcheck.check.hints.corroboration import corroborated
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, finding_of, in_order
from claimcheck.check.parts.quotients import Quotient, percentage_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import amount
from claimcheck.model.interval import Interval
from claimcheck.packs.schema.rules import RuleSpec

_UNHELD = ("denied", "hypothetical")
_HUNDRED = 100
_BESIDE = 12  # characters between a share and the number that stands next to it
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class _Test:
    """A share, and what another report makes it: part and whole (`of_figures`), or another share."""

    share: Claim
    computed: Interval
    claims: tuple[Claim, ...]
    of_figures: bool

    def fits(self) -> bool:
        """True when the share may be what it should be; beside another share also what is left of the whole."""
        assert self.share.reading is not None
        told = self.share.reading.lenient
        if not told.is_disjoint(self.computed):
            return True
        return not self.of_figures and not told.is_disjoint(Interval.point(_HUNDRED) - self.computed)


def check_portions(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for shares that the figures of their story belie."""
    stories = ledger.stories
    portions = [each for each in few_of_each(ledger.relations_of("portion")) if _is_sound(each)]
    by_path: dict[str, list[Relation]] = {}
    for portion in portions:
        by_path.setdefault(portion.path, []).append(portion)
    for portion in portions:
        for test in _by_share(portion, by_path, stories):
            yield _judge(rule, test)
    found = [(portion, missed) for portion in portions if (missed := ledger.shares.missed_by(portion)) is not None]
    wholes = Counter(_whole_of(portion, missed) for portion, missed in found)
    for portion, missed in found:
        alone = wholes[_whole_of(portion, missed)] == 1  # else the shares of its report are of another whole
        if alone and not _is_of_other_count(portion, missed, stories):
            yield _corroborated(_judge(rule, _test_of(portion, missed)), portion, missed, ledger)


def _whole_of(portion: Relation, pair: Quotient) -> tuple[str, str | None, Decimal | tuple[Decimal, Decimal] | None]:
    """The report of a share, and the whole that it was held against, by what it counts and how much it is."""
    return portion.path, pair.under.measure, pair.under.value


def _is_of_other_count(portion: Relation, pair: Quotient, stories: Stories) -> bool:
    """True where other shares beside numbers of the part's things do not fit the whole either.

    "Centre 35.4%, 31 seats; Greens 17.3%, 15 seats": of 80 seats neither is so much, for the shares are of votes.
    """
    (share,) = portion.roles["share"]
    noun, figures = noun_of(pair.over) or noun_of(pair.under), stories.figures(share.path)
    beside = [(one, count) for one, count in pairwise(figures) if one is not share and one.measure == "percent"
              and 0 < count.start - one.end < _BESIDE and noun and noun_of(count) == noun]
    misfits = [one for one, count in beside if one.reading is not None and count.reading is not None
               and one.reading.lenient.is_disjoint(percentage_of(count, pair.under, lenient=True))]
    return len(misfits) >= _SEVERAL


def _test_of(portion: Relation, pair: Quotient) -> _Test:
    (share,) = portion.roles["share"]
    made = percentage_of(pair.over, pair.under, lenient=True)
    return _Test(share, made, (share, pair.over, pair.under), of_figures=True)


def _corroborated(outcome: Finding | Verdict, portion: Relation, pair: Quotient, ledger: Ledger) -> Finding | Verdict:
    """A finding with the share that another report tells, where that fits."""
    if isinstance(outcome, Verdict):
        return outcome
    made = percentage_of(pair.over, pair.under, lenient=True)
    return corroborated(outcome, portion.roles["share"], partial(_is_within, made), ledger)


def _is_within(made: Interval, _: Claim, other: Claim) -> bool:
    return other.reading is not None and not other.reading.strict.is_disjoint(made)


def _is_sound(portion: Relation) -> bool:
    (share,) = portion.roles["share"]
    return share.reading is not None and share.measure == "percent" and share.status not in _UNHELD


def _by_share(portion: Relation, by_path: dict[str, list[Relation]], stories: Stories) -> Iterator[_Test]:
    """The share of the same whole in another report that has the same predicate."""
    (share,) = portion.roles["share"]
    words = _words_of(portion)
    for path in stories.sisters(share.path):
        if path < share.path:
            continue
        for other in by_path.get(path, ()):
            (theirs,) = other.roles["share"]
            common = words & _words_of(other)
            pair = _one_whole(portion.roles.get("whole", ()), other.roles.get("whole", ()))
            if pair is None or not common - stems_of(pair[0], own=True) - stems_of(pair[1], own=True):
                continue
            if _is_only(portion, common, by_path) and _is_only(other, common, by_path) and theirs.reading is not None:
                yield _Test(share, theirs.reading.lenient, (share, theirs), of_figures=False)


def _one_whole(mine: Sequence[Claim], yours: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """A whole that two shares are of: the same number, be it with digits swapped or at another scale."""
    pairs = ((one, other) for one in mine for other in yours)
    return next((pair for pair in pairs if is_same_number(*pair) or is_telling_slip(*pair)), None)


def _is_only(portion: Relation, words: frozenset[str], by_path: dict[str, list[Relation]]) -> bool:
    """True when no other share of its report is told with such words."""
    return not any(other is not portion and words & _words_of(other) for other in by_path[portion.path])


def _words_of(portion: Relation) -> frozenset[str]:
    """How the words of a share's clause begin."""
    return frozenset(map(stem_of, portion.scope.split()))


def _judge(rule: RuleSpec, test: _Test) -> Finding | Verdict:
    claims = in_order(test.claims)
    if test.fits():
        return agreed(rule, claims, "the share is that of the part")
    share, first, *rest = test.claims
    low, high = (Fraction(end or 0) for end in (test.computed.low, test.computed.high))
    about = f"about {amount(round((low + high) / 2, 1), 'percent')}"
    made = f"{quote(first)} of {quote(rest[0])} is {about}" if rest else f"the other report gives {quote(first)}"
    return finding_of(
        rule, claims,
        message=f"{quote(share)} does not fit: {made}.",
        explanation=f"{_tellers(claims)} of one share: {quote(share)} is given, yet {made}.",
    )


def _tellers(claims: Sequence[Claim]) -> str:
    return "The figures of one report tell" if len({claim.path for claim in claims}) == 1 else "Two reports tell"
