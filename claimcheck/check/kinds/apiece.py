"""The method "apiece": an amount for each thing, set against the total and the number that reports of its story give.

Neither need stand near the amount. The number is found as the same number of the same things, or as the only one of
the things that the amount is for; the total stands beside the number, or shares words with the amount. Whatever total
and number of the story yield the amount clears it. Keys of `when`:
    people   the nouns that stand for the head of a population ("23 cases per 100,000 people")
    common   words that tell nothing of an amount for each or of its total
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import islice

from claimcheck.check.comparable import are_alike, are_of_two_times, role_of
from claimcheck.check.corroboration import corroborated
from claimcheck.check.evidence import in_one_sentence
from claimcheck.check.ledger import Ledger
from claimcheck.check.severity import severity_of
from claimcheck.check.slips import digits_of, is_slip_of
from claimcheck.check.stories import Stories, few_of_each, is_same_number, is_telling, noun_of, stem_of, stems_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim, Relation
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.in_words import amount
from claimcheck.model.interval import Interval
from claimcheck.model.measure import measure_of
from claimcheck.model.slips import is_misprint
from claimcheck.packs.schema.rules import RuleSpec

_PER = "_per_"
_UNHELD = ("denied", "hypothetical")
_MOST_TRIED = 60  # pairs of a total and a number for one amount
_NEAR = 400  # characters between a number and its total
_WORDS, _WORDS_ANYWHERE = 2, 3
_CLOSE = 2  # anchors that two reports share
_JUST_BEFORE = 150  # characters
_ONE = "1"  # the digits of a power of ten
_FARTHEST = 2  # times that an amount may miss what it should be, where no slip explains it
_PLACES = 2  # after the point, in what a total makes for each


@dataclass(frozen=True, slots=True)
class _Split:
    """A total and the number of things that it is for; what that makes for each."""

    total: Claim
    number: Claim
    times: int

    def each(self, *, lenient: bool) -> Interval:
        """The total divided by the number."""
        total, number = self.total.reading, self.number.reading
        assert total is not None
        assert number is not None
        one, other = (total.lenient, number.lenient) if lenient else (total.strict, number.strict)
        return (one / other).scale(self.times)

    def is_near(self) -> bool:
        """True when the total stands beside the number."""
        a, b = self.total, self.number
        return a.path == b.path and a.line == b.line and abs(a.start - b.start) < _NEAR


def check_apiece(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """At most one finding for each amount that is told for one thing of many."""
    for relation in few_of_each(ledger.relations_of("each")):
        each = relation.roles["each"][0]
        if each.reading is None or each.status in _UNHELD or not isinstance(each.value, Decimal):
            continue
        splits = list(islice(_splits(rule, relation, ledger.stories), _MOST_TRIED))
        fitting = next((split for split in splits if _fits(each, split)), None)
        if fitting is not None:
            yield Verdict(rule=rule.id, kind=rule.kind, verdict="agrees", claims=_in_order(each, fitting),
                          reason="the total divided by the number")
            continue
        wrong = [split for split in splits if _is_meant(rule, relation, split, ledger.stories)]
        if len({(split.total.value, split.number.value) for split in wrong}) == 1:
            fits = partial(_is_made, wrong[0])
            yield corroborated(_finding(rule, each, wrong[0]), (each,), fits, ledger)


def _is_made(split: _Split, _: Claim, other: Claim) -> bool:
    return other.reading is not None and not other.reading.strict.is_disjoint(split.each(lenient=False))


def _splits(rule: RuleSpec, relation: Relation, stories: Stories) -> Iterator[_Split]:
    """The totals and numbers in the story of an amount that it may come from."""
    each = relation.roles["each"][0]
    over, _, under = (each.measure or "").partition(_PER)
    told = [claim for claim in stories.told_by(each.path) if _is_level(claim) and claim is not each]
    totals = [claim for claim in told if claim.measure == over and (over != "count" or _is_counted(each, claim))]
    times = int(under) if under.isdigit() else 1
    for number in told if totals else ():
        if _is_for(rule, number, under) if under else _is_anchored(rule, relation, number, stories):
            yield from (_Split(total, number, times) for total in totals if total is not number)


def _is_anchored(rule: RuleSpec, relation: Relation, number: Claim, stories: Stories) -> bool:
    """True for a number of things in the sentence of an amount, or that its words name, or that two reports give."""
    each = relation.roles["each"][0]
    if relation.scope and not relation.roles.get("base") and _is_for(rule, number, relation.scope):
        return True
    if number.measure != "count" or not noun_of(number) or not is_telling(number):
        return False
    if any(is_same_number(base, number) for base in relation.roles.get("base", ())):
        return True
    return each.path != number.path and any(is_same_number(own, number) for own in stories.figures(each.path))


def _is_for(rule: RuleSpec, claim: Claim, under: str) -> bool:
    """True for a figure that may count the things which the unit of an amount names."""
    if not isinstance(claim.value, Decimal) or claim.value <= 1:
        return False
    if under.isdigit() or under in rule.when.get("people", ()):
        return claim.measure == "count" and noun_of(claim) in rule.when.get("people", ())
    return claim.measure == under or (claim.measure == "count" and noun_of(claim) == under.rpartition("_")[2])


def _is_counted(each: Claim, total: Claim) -> bool:
    """True for a number of the things of which an amount tells how many fall to each."""
    noun = noun_of(each)
    return bool(noun) and noun == noun_of(total)


def _is_level(claim: Claim) -> bool:
    return role_of(claim) == "level" and isinstance(claim.value, Decimal) and claim.status not in _UNHELD


def _fits(each: Claim, split: _Split) -> bool:
    assert each.reading is not None
    near = split.is_near() or _PER in (each.measure or "")
    return near and not each.reading.lenient.is_disjoint(split.each(lenient=True))


def _is_meant(rule: RuleSpec, relation: Relation, split: _Split, stories: Stories) -> bool:
    """True when nothing else can be meant by an amount than what this total makes for each."""
    each = relation.roles["each"][0]
    if _is_told_in_one_breath(each, split, stories) or _is_misprinted(each, split):
        return True
    if are_of_two_times(each, split.total) or not (split.is_near() or _PER in (each.measure or "")):
        return False
    common = _common(rule)
    words = _words(each, split.total, split.number) - common
    own = any(is_same_number(base, split.number) for base in relation.roles.get("base", ()))
    telling = digits_of(split.number) != _ONE  # a power of ten only moves the point
    if telling and is_slip_of(each, split.each(lenient=False)) and (words or own or _follows(each, split, stories)):
        return True
    if each.path == split.total.path or not are_alike(each.status, split.total.status):
        return False
    if own and each.measure != "count" and each.value == split.total.value and each.measure == split.total.measure:
        return True
    if not (relation.complete or _is_of_name(each, split.total, common)):
        return False
    if not _is_sole(split, stories) or not _is_in_reach(each, split):
        return False
    if split.is_near():
        return own or len(words) + (stories.closeness(each.path, split.total.path) >= _CLOSE) >= _WORDS
    may_be_part = (_times_apart(each.reading.strict, split.each(lenient=False)) or 0) >= 1 if each.reading else True
    near = _words(each, split.number, split.number) - common
    return not may_be_part and len(words) >= _WORDS_ANYWHERE and len(near) >= _WORDS


def _is_told_in_one_breath(each: Claim, split: _Split, stories: Stories) -> bool:
    """True for a sentence that gives the total, the number and the amount for each, and no other figure like them."""
    if not (in_one_sentence(each, split.total) and in_one_sentence(each, split.number)):
        return False
    if split.total.start > each.start:
        return False  # "each stall paid 300 euros, and the fair took 29,500 at the gate"
    own = {id(each), id(split.total), id(split.number)}
    others = [claim for claim in stories.figures(each.path) if in_one_sentence(claim, each) and id(claim) not in own]
    return _is_in_reach(each, split) and not any(
        claim.measure in (each.measure, split.total.measure, split.number.measure) for claim in others
    )


def _is_misprinted(each: Claim, split: _Split) -> bool:
    """True for an amount with one digit off what total and number close before it make."""
    close = all(
        claim.path == each.path and 0 < each.start - claim.start < _NEAR for claim in (split.total, split.number)
    )
    if not close or not isinstance(each.value, Decimal) or each.form != "digits" or each.unit is None:
        return False
    made = (split.each(lenient=False).middle or 0) / measure_of(each.unit.partition(_PER)[0]).factor
    exponent = each.value.as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    return is_misprint(each.value, Decimal(f"{float(made):.{places}f}"))


def _common(rule: RuleSpec) -> frozenset[str]:
    return frozenset(map(stem_of, rule.when.get("common", ())))


def _follows(each: Claim, split: _Split, stories: Stories) -> bool:
    """True for an amount told just after the number: "they cost so much apiece"."""
    return any(own.line == each.line and 0 < each.start - own.start < _JUST_BEFORE and is_same_number(own, split.number)
               for own in stories.figures(each.path))


def _is_of_name(each: Claim, total: Claim, common: frozenset[str]) -> bool:
    """True for a rate and a total of one name ("average wage", "wages paid"): further words set them apart no more."""
    return _PER in (each.measure or "") and bool((stems_of(each, own=True) & stems_of(total, own=True)) - common)


def _words(each: Claim, other: Claim, number: Claim) -> frozenset[str]:
    """The words that two figures share, apart from the noun that is counted."""
    return (stems_of(each) & stems_of(other)) - {stem_of(noun_of(number))}


def _is_sole(split: _Split, stories: Stories) -> bool:
    """True when the sentence of the total has no other amount in its unit."""
    return not any(other.measure == split.total.measure and noun_of(other) == noun_of(split.total)
                   for other in stories.beside(split.total))


def _times_apart(one: Interval, other: Interval) -> Fraction | None:
    """How many times as large one amount is as another, by their middles; None for amounts without ends."""
    mine, yours = one.middle, other.middle
    return mine / yours if mine is not None and yours else None


def _is_in_reach(each: Claim, split: _Split) -> bool:
    assert each.reading is not None
    apart = _times_apart(each.reading.strict, split.each(lenient=False))
    return apart is not None and Fraction(1, _FARTHEST) <= apart <= _FARTHEST


def _in_order(each: Claim, split: _Split) -> tuple[Claim, ...]:
    return tuple(sorted((each, split.total, split.number), key=lambda claim: (claim.path, claim.start)))


def _finding(rule: RuleSpec, each: Claim, split: _Split) -> Finding:
    claims = _in_order(each, split)
    made = f"{quote(split.total)} for {quote(split.number)} makes {_made(each, split)}"
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity_of(rule, claims, lenient=True), claims=claims,
        message=f"{made}, not {quote(each)}.",
        explanation=f"{made}; {quote(each)} is given for each of them.",
    )


def _made(each: Claim, split: _Split) -> str:
    """What a total makes for each, in the unit of the amount that is given."""
    computed = split.each(lenient=False)
    low, high = (Fraction(end or 0) for end in (computed.low, computed.high))
    unit = each.unit or ""
    each_one = "" if _PER in unit else " each"
    return f"about {amount(round((low + high) / 2 / measure_of(unit).factor, _PLACES), unit)}{each_one}"
