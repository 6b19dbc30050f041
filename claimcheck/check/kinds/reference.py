"""One document has one number and one date, and one event has one place in its series.

The rule's `compare` key says which of these it checks: "dates", "numbers" or "ordinals"; `deeds` lists sets of words,
parted by commas, for what is done to a document on different days ("signed").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from claimcheck.check.comparing.times import are_of_two_times
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, in_order, undecided
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.slips import places_apart, swaps_of
from claimcheck.packs.schema.rules import RuleSpec

_MOST_OF_ONE_ISSUER = 40  # documents of one issuer and year that are compared with each other
_NOT_FIRST = 10  # number of a paper that does not open a year
_CENTURIES = ("19", "20")  # how years begin
_LETTERS = re.compile(r"[^\W\d_]+")
_Result = Iterator[Finding | Verdict]


def check_references(rule: RuleSpec, ledger: Ledger) -> _Result:
    """Findings for citations of one thing that differ in date or number; verdicts for those that agree."""
    cited = [claim for claim in ledger.claims_of("reference") if claim.identifier]
    yield from _COMPARISONS[str(rule.when["compare"])](rule, cited)


def _compare_dates(rule: RuleSpec, cited: Sequence[Claim]) -> _Result:
    """One number, two dates. Numbers that start anew each year need more: the same year, or the same title."""
    for claims in _grouped(cited, lambda claim: (claim.type, claim.identifier) if claim.period else None):
        one_each = list({(str(claim.period), claim.place): claim for claim in reversed(claims)}.values())[::-1]
        conflicts = [pair for pair in combinations(one_each, 2) if are_of_two_times(*pair)]
        for a, b in conflicts:
            if of_two_places(a, b):
                yield _cannot_tell(rule, a, b, "bodies of two places number their documents alike")
            elif _are_of_two_deeds(rule, a, b):
                yield _cannot_tell(rule, a, b, "the dates are of two deeds")
            elif _is_one_document(a, b):
                yield _finding(rule, a, b, claims, "one number with two dates", "the text of the document")
            else:
                yield _cannot_tell(rule, a, b, "numbers start anew each year, so these may be two documents")
        if not conflicts and len(claims) > 1 and not any(of_two_places(*pair) for pair in combinations(one_each, 2)):
            yield _agrees(rule, claims, "number and date are the same")


def of_two_places(a: Claim, b: Claim) -> bool:
    """True for documents of two places, whose bodies have the same mark in their numbers."""
    return a.place is not None and b.place is not None and a.place != b.place


def _are_of_two_deeds(rule: RuleSpec, a: Claim, b: Claim) -> bool:
    """True for a law that parliament passed on one day and the president signed on another."""
    mine, yours = (_deeds_of(rule, claim) for claim in (a, b))
    return bool(mine) and bool(yours) and mine.isdisjoint(yours)


def _deeds_of(rule: RuleSpec, claim: Claim) -> set[str]:
    """The sets of words of which a citation has one."""
    told = f" {' '.join(_LETTERS.findall(claim.text.lower()))} "
    return {deed for deed in rule.when.get("deeds", ()) if any(f" {word} " in told for word in deed.split(", "))}


def _is_one_document(a: Claim, b: Claim) -> bool:
    assert a.period is not None
    assert b.period is not None
    if a.title and b.title and (a.title == b.title or _ends_with(a.title, b.title) or _ends_with(b.title, a.title)):
        return True
    if a.period.start.year == b.period.start.year:
        return "/" in (a.identifier or "") or a.title is None or b.title is None
    return _namesyear_of(a) or _are_of_one_calendar_day(a, b)


def _are_of_one_calendar_day(a: Claim, b: Claim) -> bool:
    """True for one number with one day of two years, told by two reports: the slip is in the year.

    Only the first papers of a year come out on the same day year after year.
    """
    first = number_of(a).split("/")[0]
    if a.path == b.path or a.date is None or b.date is None or not first.isdigit():
        return False
    written = all(str(claim.date.year) in claim.text for claim in (a, b) if claim.date)  # and not "this year"
    return written and int(first) >= _NOT_FIRST and (a.date.month, a.date.day) == (b.date.month, b.date.day)


def _ends_with(long: str, short: str) -> bool:
    """True for "education circular" and "circular", whose first word is lost at the head of a sentence."""
    return long.endswith(f" {short}")


def _namesyear_of(claim: Claim) -> bool:
    """True when the number itself names a year, so that it belongs to one document for good."""
    parts = (claim.identifier or "").split("/")
    return any(len(part) == 4 and part.isdigit() and part[:2] in ("19", "20") for part in parts[1:])


def _compare_numbers(rule: RuleSpec, cited: Sequence[Claim]) -> _Result:
    """One type and issuer, and one day or year; two numbers that differ as a slip of the pen makes them differ."""
    for claims in _grouped(cited, lambda claim: (claim.type, issuer_of(claim), year_of(claim))):
        first_of = {(claim.identifier, claim.date): claim for claim in reversed(claims)}
        paths: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            paths[number_of(claim)].add(claim.path)
        for a, b in combinations(list(first_of.values())[::-1][:_MOST_OF_ONE_ISSUER], 2):
            if not paths[number_of(a)] & paths[number_of(b)] and is_slip(a, b):
                yield _finding(rule, a, b, claims, "one document with two numbers", "the document itself")


def is_slip(a: Claim, b: Claim) -> bool:
    """True for numbers with two digits swapped, or with one title, of documents that nothing else tells apart."""
    if (a.date and b.date and a.date != b.date) or number_of(a) == number_of(b):
        return False
    mine, theirs = topic_of(a), topic_of(b)
    if of_two_places(a, b):
        return False
    if min(len(mine), len(theirs)) >= 2 and not mine & theirs:
        return False
    one_day = a.date is not None and a.date == b.date
    one, other = numbers_apart(a, b)
    if _swapped(one, other):
        return (one_day and bool(issuer_of(a))) or year_of(a) is not None
    return (one_day and _same_long_title(a, b)) or (
        year_of(a) is not None and len(mine & theirs) >= 3 and (mine <= theirs or theirs <= mine)
        and _one_digit(one, other)
    )


def topic_of(claim: Claim) -> frozenset[str]:
    """The words of a title that tell one document from another."""
    return frozenset(word for word in re.findall(r"\w+", claim.title or "") if len(word) > 3 and word != claim.type)


def year_of(claim: Claim) -> str | None:
    """The year that the number names beside another one, else that of the date."""
    parts = (claim.identifier or "").split("/")
    numbers = [part for part in parts if part.isdigit()]
    years = [part for part in numbers if len(part) == len("2024") and part[:2] in _CENTURIES]
    named = years[0] if years and len(numbers) > 1 else None  # alone it is the number itself: "2046" of "2046/QD"
    short = parts[-1] if len(parts) > 2 and re.fullmatch(r"\d\d", parts[-1]) else None  # "C-123/45"
    in_number = (named or short) if len(parts) > 1 else None
    return in_number or (str(claim.period.start.year) if claim.period is not None else None)


def _one_digit(first: str, second: str) -> bool:
    return len(places_apart(first, second)) == 1


def issuer_of(claim: Claim) -> str:
    """The marks in the number that name type and issuer: "QD/BGDDT"."""
    return "/".join(part for part in (claim.identifier or "").split("/") if not part.isdigit())


def number_of(claim: Claim) -> str:
    """The number without type, issuer and year: "562" of "562/2024", "123" of "C/123/45", "58/14" of a 58th session."""
    parts = [part for part in (claim.identifier or "").split("/") if part.isdigit()]
    year = year_of(claim) if len(parts) > 1 else None
    return "/".join(part for part in parts if part != year)


def numbers_apart(a: Claim, b: Claim) -> tuple[str, str]:
    """The one part in which two numbers differ: "14" and "41" of "58/14" and "58/41"; nothing where more of them do."""
    mine, yours = number_of(a).split("/"), number_of(b).split("/")
    apart = [pair for pair in zip(mine, yours, strict=False) if pair[0] != pair[1]]
    return apart[0] if len(apart) == 1 and len(mine) == len(yours) else ("", "")


def _swapped(first: str, second: str) -> bool:
    """True when the two differ by one swap of neighbouring digits.

    >>> _swapped("4361", "4316"), _swapped("4361", "4362"), _swapped("12", "21")
    (True, False, False)
    """
    return len(first) >= 3 and second in swaps_of(first)


def _same_long_title(a: Claim, b: Claim) -> bool:
    return a.title is not None and a.title == b.title and len(a.title.split()) >= 4


def _compare_ordinals(rule: RuleSpec, cited: Sequence[Claim]) -> _Result:
    """One event on one day, two places in its series."""
    def key(claim: Claim) -> object:
        distinctive = claim.title is not None and len(claim.title.split()) >= 2
        return (claim.type, claim.title, claim.date) if claim.date and distinctive and is_ordinal(claim) else None

    for claims in _grouped(cited, key):
        one_each = list({claim.identifier: claim for claim in reversed(claims)}.values())[::-1]
        for a, b in combinations(one_each, 2):
            yield _finding(rule, a, b, claims, "one event with two numbers", "the organiser's programme")
        if len(one_each) == 1 and len(claims) > 1:
            yield _agrees(rule, claims, "the event has the same number")


def is_ordinal(claim: Claim) -> bool:
    """True for a place in a series, in digits or in words, and not for the number of a document."""
    told_first = claim.text[:1].isdigit() or not any(character.isdigit() for character in claim.text)
    return (claim.identifier or "").isdigit() and told_first


def _grouped(cited: Sequence[Claim], key: Callable[[Claim], object]) -> list[list[Claim]]:
    groups: dict[object, list[Claim]] = defaultdict(list)
    for claim in cited:
        if (of := key(claim)) is not None:
            groups[of].append(claim)
    return list(groups.values())


def _finding(rule: RuleSpec, a: Claim, b: Claim, group: Sequence[Claim], what: str, settles: str) -> Finding:
    first, second = in_order((a, b))
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity_of(rule, (first, second), lenient=True),
        message=f"{what[:1].upper()}{what[1:]}: {quote(first)} against {quote(second)}.",
        explanation=f"{quote(first)} and {quote(second)} cite the same thing, yet give {what}. "
        f"To settle it, look at {settles}.",
        claims=(first, second),
        repeats=tuple(claim for claim in group if claim not in (first, second)),
    )


def _cannot_tell(rule: RuleSpec, a: Claim, b: Claim, reason: str) -> Verdict:
    return undecided(rule, (a, b), reason)


def _agrees(rule: RuleSpec, claims: Sequence[Claim], reason: str) -> Verdict:
    return agreed(rule, tuple(claims), reason)


_COMPARISONS: dict[str, Callable[[RuleSpec, Sequence[Claim]], _Result]] = {
    "dates": _compare_dates,
    "numbers": _compare_numbers,
    "ordinals": _compare_ordinals,
}
