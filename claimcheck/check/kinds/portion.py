"""The method "portion": a share set against the part, the whole or the share that another report of its story gives.

Three anchors are known: the same whole in both reports, with a part that the words of the share name; the same part,
with a whole that the words name; and two shares of one whole with one predicate. Words count by how they begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial

from claimcheck.check.comparable import role_of
from claimcheck.check.corroboration import corroborated
from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.shares import Pair
from claimcheck.check.slips import digits_of, is_telling_slip
from claimcheck.check.stories import Stories, few_of_each, is_same_number, noun_of, stem_of, stems_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import amount
from claimcheck.model.interval import Interval
from claimcheck.packs.schema.rules import RuleSpec

_UNHELD = ("denied", "hypothetical")
_HUNDRED = 100
_WORDS = 2
_CLOSE = 2  # anchors that two reports share
_LINES = 4  # of a list, from the whole to the part
_LONG = 3
_SCALES = (1_000, 1_000_000, 1_000_000_000)
_TELLING_DIGITS = 2
_SHARE = "share"  # in the name of an amount: it was taken from the share told before, and tells nothing of the amount


@dataclass(frozen=True, slots=True)
class _Test:
    """A share, and what another report makes it: part and whole, or another share."""

    share: Claim
    computed: Interval
    claims: tuple[Claim, ...]

    def fits(self) -> bool:
        """True when the share may be what it should be, or what is left ("14% outside a hospital")."""
        assert self.share.reading is not None
        told = self.share.reading.lenient
        return not (told.is_disjoint(self.computed) and told.is_disjoint(Interval.point(_HUNDRED) - self.computed))


def check_portions(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for shares that the figures of another report of their story belie."""
    stories = ledger.stories
    portions = [each for each in few_of_each(ledger.relations_of("portion")) if _is_sound(each)]
    by_path: dict[str, list[Relation]] = {}
    for portion in portions:
        by_path.setdefault(portion.path, []).append(portion)
    for portion in portions:
        for test in (*_by_whole(portion, stories), *_by_part(portion, stories), *_by_share(portion, by_path, stories)):
            yield _judge(rule, test)
    for portion in portions:
        missed = ledger.shares.missed_by(portion)
        if missed is not None:
            yield _corroborated(_judge(rule, _test_of(portion, missed)), portion, missed, ledger)


def _test_of(portion: Relation, pair: Pair) -> _Test:
    (share,) = portion.roles["share"]
    return _Test(share, _percentage(pair.part, pair.whole), (share, pair.part, pair.whole))


def _corroborated(outcome: Finding | Verdict, portion: Relation, pair: Pair, ledger: Ledger) -> Finding | Verdict:
    """A finding with the share that another report tells, where that fits."""
    if isinstance(outcome, Verdict):
        return outcome
    made = _percentage(pair.part, pair.whole)
    return corroborated(outcome, portion.roles["share"], partial(_is_within, made), ledger)


def _is_within(made: Interval, _: Claim, other: Claim) -> bool:
    return other.reading is not None and not other.reading.strict.is_disjoint(made)


def _is_sound(portion: Relation) -> bool:
    (share,) = portion.roles["share"]
    return share.reading is not None and share.measure == "percent" and share.status not in _UNHELD


def _by_whole(portion: Relation, stories: Stories) -> Iterator[_Test]:
    """The same whole in another report, and the one part of it that the words of the share name."""
    (share,) = portion.roles["share"]
    wholes = portion.roles.get("whole", ())
    if len(wholes) != 1 or wholes[0].path != share.path:
        return
    words = _words_of(portion)
    for path in stories.sisters(share.path):
        for whole in stories.figures(path):
            if _is_level(whole) and (is_same_number(whole, wholes[0]) or _is_scaled(whole, wholes[0])):
                listed = _around(whole, stories)
                if any(_size(each) > _size(whole) for each in listed):
                    continue  # the parts may be those of the larger one
                parts = [each for each in listed if _size(each) < _size(whole)]
                named = _named(parts, words - stems_of(whole, own=True) - {stem_of(noun_of(wholes[0]))}, stories)
                if len(named) == 1:
                    yield _Test(share, _percentage(named[0], whole), (share, named[0], whole))


def _by_part(portion: Relation, stories: Stories) -> Iterator[_Test]:
    """The same part in another report, and the one whole around it that the words of the share name."""
    (share,) = portion.roles["share"]
    if portion.roles.get("whole") or len(portion.roles.get("part", ())) != 1:
        return
    own = portion.roles["part"][0]
    words = _words_of(portion)
    for path in stories.sisters(share.path):
        for part in stories.figures(path):
            if _is_level(part) and part.value == own.value and _is_telling(part) and _is_in_unit(part, own):
                wholes = [each for each in _around(part, stories) if _size(each) > _size(part)]
                least = 1 if stories.closeness(path, share.path) >= _CLOSE else _WORDS
                named = _named(wholes, words - stems_of(part, own=True), stories, least)
                if len(named) == 1:
                    yield _Test(share, _percentage(part, named[0]), (share, part, named[0]))


def _by_share(portion: Relation, by_path: dict[str, list[Relation]], stories: Stories) -> Iterator[_Test]:
    """The share of the same whole in another report that has the same predicate."""
    (share,) = portion.roles["share"]
    words = _telling(portion)
    for path in stories.sisters(share.path):
        if path < share.path:
            continue
        for other in by_path.get(path, ()):
            (theirs,) = other.roles["share"]
            common = words & _telling(other)
            pair = _one_whole(portion.roles.get("whole", ()), other.roles.get("whole", ()))
            if pair is None or not common - stems_of(pair[0], own=True) - stems_of(pair[1], own=True):
                continue
            if _is_only(portion, common, by_path) and _is_only(other, common, by_path) and theirs.reading is not None:
                yield _Test(share, theirs.reading.lenient, (share, theirs))


def _one_whole(mine: Sequence[Claim], yours: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """A whole that two shares are of: the same number, be it with digits swapped or at another scale."""
    pairs = ((one, other) for one in mine for other in yours)
    return next((pair for pair in pairs if is_same_number(*pair) or is_telling_slip(*pair)), None)


def _is_only(portion: Relation, words: frozenset[str], by_path: dict[str, list[Relation]]) -> bool:
    """True when no other share of its report is told with such words."""
    return not any(other is not portion and words & _telling(other) for other in by_path[portion.path])


def _words_of(portion: Relation) -> frozenset[str]:
    """How the words of a share's clause begin; of the shortest only those that tell something."""
    (share,) = portion.roles["share"]
    return frozenset(stem_of(word) for word in portion.scope.split() if len(word) > _LONG or word in share.context)


def _telling(portion: Relation) -> frozenset[str]:
    """The words of a share's clause that tell something of it."""
    (share,) = portion.roles["share"]
    telling = {word[:_LONG] for word in share.context}
    return frozenset(word for word in _words_of(portion) if word[:_LONG] in telling)


def _around(claim: Claim, stories: Stories) -> list[Claim]:
    """The levels in the unit of a figure that stand in its list or paragraph."""
    return [
        each for each in stories.figures(claim.path)
        if each is not claim and abs(each.line - claim.line) <= _LINES and each.measure == claim.measure
        and _is_level(each) and _SHARE not in (each.metric or "").split()
    ]


def _named(figures: Sequence[Claim], words: frozenset[str], stories: Stories, least: int = _WORDS) -> list[Claim]:
    """The figures that the words of a share name best; a label all of whose words are among these counts for more."""
    ranks: dict[int, list[Claim]] = {}
    for each in figures:
        own = stems_of(each, own=True)
        near = own if stories.beside(each) else stems_of(each)
        whole_label = bool(own) and own <= words
        ranks.setdefault(len(near & words) + whole_label, []).append(each)
    best = max(ranks, default=0)
    return ranks[best] if best >= max(least, 1) else []


def _percentage(part: Claim, whole: Claim) -> Interval:
    assert part.reading is not None
    assert whole.reading is not None
    return (part.reading.lenient / whole.reading.lenient).scale(_HUNDRED)


def _is_scaled(plain: Claim, full: Claim) -> bool:
    """True for "14,000" in a list of millions and "14 billion crowns"."""
    if not _is_in_unit(plain, full) or plain.noun is not None or len(digits_of(full)) < _TELLING_DIGITS:
        return False
    return any(_size(plain) * scale == _size(full) for scale in _SCALES)


def _is_in_unit(part: Claim, own: Claim) -> bool:
    """True for figures of one unit, or a bare number in a list whose heading has the unit."""
    return part.measure == own.measure or (part.unit == "count" and part.noun is None)


def _is_telling(claim: Claim) -> bool:
    digits = len(digits_of(claim))
    return digits > _TELLING_DIGITS or (claim.noun is not None and digits == _TELLING_DIGITS)


def _is_level(claim: Claim) -> bool:
    return role_of(claim) == "level" and isinstance(claim.value, Decimal) and claim.value > 0 and not claim.trend


def _size(claim: Claim) -> Decimal:
    return claim.value if isinstance(claim.value, Decimal) else Decimal(0)


def _judge(rule: RuleSpec, test: _Test) -> Finding | Verdict:
    claims = tuple(sorted(test.claims, key=lambda claim: (claim.path, claim.start)))
    if test.fits():
        return Verdict(rule=rule.id, kind=rule.kind, verdict="agrees", claims=claims,
                       reason="the share is that of the part")
    share, first, *rest = test.claims
    low, high = (Fraction(end or 0) for end in (test.computed.low, test.computed.high))
    about = f"about {amount(round((low + high) / 2, 1), 'percent')}"
    made = f"{quote(first)} of {quote(rest[0])} is {about}" if rest else f"the other report gives {quote(first)}"
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity_of(rule, claims, lenient=True), claims=claims,
        message=f"{quote(share)} does not fit: {made}.",
        explanation=f"Two reports tell of one share: one gives {quote(share)}, yet {made}.",
    )
