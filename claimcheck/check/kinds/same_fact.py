"""One fact has one value: figures of the same thing must share a possible value.

Keys of the rule's `when`: `slip` tells which conflicts it reports, "only" those that a power of ten explains, "none" of
them or "any" conflict; `languages` whether the figures stand in paragraphs of "one" language or of "two".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain

from claimcheck.check.comparing.accounts import Conflict, Weighed, reading_of, widely
from claimcheck.check.comparing.comparable import Meeting, meeting_of, role_of
from claimcheck.check.comparing.evidence import in_one_sentence
from claimcheck.check.comparing.slips import digits_of
from claimcheck.check.comparing.stories import Stories
from claimcheck.check.comparing.times import are_of_two_issues
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import in_order
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import fact_name, quote, sentence
from claimcheck.model.alike import full
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.grid import have_common_value
from claimcheck.model.in_words import span
from claimcheck.packs.schema.rules import RuleSpec

_TELLING_DIGITS, _MANY_DIGITS = 2, 3
_NEXT = 50  # characters between a single unit and what is told of it
_FEWEST_BESIDE = 2  # other figures in the sentence of one, by which two happenings are told apart
_AGREE, _DIFFER = "the figures share a possible value", "the figures differ, and may mean several things"
_VERDICT = Verdict(rule="", kind="", verdict="agrees", claims=(), reason=_AGREE)


def check_same_fact(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for figures of one fact that conflict; verdicts for those that agree."""
    told = (conflict for each in ledger.weighed for conflict in each.conflicts if _is_meant(rule, conflict))
    stated = (conflict for conflict in told if not _is_doubtful(conflict, ledger.stories))
    for conflict in chain(stated, (conflict for conflict in ledger.twins if _is_meant(rule, conflict))):
        if _may_lack_unit(conflict) or _is_step_apart(conflict, ledger.stories) or _have_moved(conflict, ledger.moved):
            continue
        if conflict.slip is not None and _is_of_one_unit(conflict, ledger.stories):
            continue
        if not conflict.meeting.sure and _are_in_other_company(conflict, ledger.stories):
            continue
        yield _finding(rule, conflict)
    for each in ledger.weighed if rule.when.get("slip") == "none" else ():
        if not each.conflicts:
            yield from _agreement(rule, each)


def _may_lack_unit(conflict: Conflict) -> bool:
    """True for a number without any word, and the same at another scale: it may be in units told over its column."""
    if conflict.slip is None:
        return False
    plain, full = sorted((conflict.first, conflict.second), key=_has_words)
    bare = not _has_words(plain) and plain.noun is None and plain.unit == "count"
    return bare and (_has_words(full) or full.noun is not None)


def _have_moved(conflict: Conflict, moved: Mapping[int, str]) -> bool:
    """True where one figure fell or rose to what it is, and the other one may be what it was, at a time of its own.

    "In 2021 turnout was 61 percent." "Turnout fell to 40 percent on Sunday."
    """
    one, other = conflict.first, conflict.second
    if conflict.meeting.sure or one.path == other.path or (one.period is None) == (other.period is None):
        return False
    then, now = (one, other) if other.period is None else (other, one)
    way = moved.get(id(now)) if id(then) not in moved else None
    before, after = (reading_of(claim).strict.middle for claim in (then, now))
    return before is not None and after is not None and way == ("down" if after < before else "up")


def _is_step_apart(conflict: Conflict, stories: Stories) -> bool:
    """True where one report tells by how much its figure differs: "51 more fell ill, which makes 514".

    Or it counts as many of the same things, which with the one may make up the other: "nine stops of 21", "12 stops".
    """
    one, other = conflict.first, conflict.second
    if one.path == other.path or not (isinstance(one.value, Decimal) and isinstance(other.value, Decimal)):
        return False
    step = abs(one.value - other.value)
    beside = any(
        each.value == step and each.measure == claim.measure and len(digits_of(each)) >= _TELLING_DIGITS
        for claim in (one, other) for each in stories.beside(claim)
    )
    return beside or any(
        each.value == step and each.noun == one.noun == other.noun is not None and each.unit == one.unit
        for claim in (one, other) for each in stories.figures(claim.path)
    )


def _is_of_one_unit(conflict: Conflict, stories: Stories) -> bool:
    """True where one figure is told of a single unit of something and the other is not: "one hectolitre takes 154 kg".

    It is a rate, and the other report may give it for another unit: "a litre holds 1.54 kilos".
    """
    units = [
        {each.unit for each in stories.beside(claim)
         if each.value == 1 and each.unit != "count" and each.form == "words" and 0 < claim.start - each.start < _NEXT}
        for claim in (conflict.first, conflict.second)
    ]
    return units[0] != units[1]


def _are_in_other_company(conflict: Conflict, stories: Stories) -> bool:
    """True for figures beside which two or more of their measure stand in each sentence, and none is in both.

    These are two ballots, tolls or matches, told alike: "54 votes to 11, with 25 abstentions", "61 to 8, with 22".
    """
    beside = [
        [reading_of(each).lenient for each in stories.figures(claim.path)
         if each is not claim and each.measure == claim.measure and each.reading and in_one_sentence(each, claim)]
        for claim in (conflict.first, conflict.second)
    ]
    if min(map(len, beside)) < _FEWEST_BESIDE:
        return False
    return all(mine.is_disjoint(yours) for mine in beside[0] for yours in beside[1])


def _has_words(claim: Claim) -> bool:
    return any(letter.isalpha() for letter in claim.text)


def _is_doubtful(conflict: Conflict, stories: Stories) -> bool:
    """True for figures that may be of one fact, when a report revises figures, or gives the other's number as well."""
    one, other = conflict.first, conflict.second
    if conflict.meeting.sure or one.path == other.path:
        return False
    if stories.revises(one.path) or stories.revises(other.path) or are_of_two_issues(one, other):
        return True
    ways = ((one, other), (other, one))
    return any(_has_agreeing(claim, rival, stories) for claim, rival in ways) or any(
        len(digits_of(claim)) >= _TELLING_DIGITS and stories.prints(rival.path, claim) for claim, rival in ways
    )


def _has_agreeing(claim: Claim, rival: Claim, stories: Stories) -> bool:
    """True when the report of a rival gives the figure after all, more exactly and perhaps of another time.

    In the sentence of the rival it may have another name, and be rounded: "5.74 million, with those added to the
    official 4.86 million".
    """
    many = len(digits_of(claim)) >= _MANY_DIGITS
    return any(
        (each.metric == claim.metric
         or (many and len(digits_of(each)) >= _MANY_DIGITS and in_one_sentence(each, rival)))
        and each.measure == claim.measure and role_of(each) == role_of(claim)
        and not reading_of(each).strict.is_disjoint(reading_of(claim).lenient)
        for each in stories.figures(rival.path) if each.metric is not None
    )


def _is_meant(rule: RuleSpec, conflict: Conflict) -> bool:
    """True when a conflict is of the sort that the rule reports."""
    slips, languages = rule.when.get("slip", "any"), rule.when.get("languages", "one")
    one, other = conflict.first.language, conflict.second.language
    translated = bool(one and other and one != other)
    return translated == (languages == "two") and (slips == "any" or (conflict.slip is not None) == (slips == "only"))


def _agreement(rule: RuleSpec, weighed: Weighed) -> Iterator[Verdict]:
    first = weighed.claims[0]
    together = [first, *[claim for claim in weighed.claims[1:] if isinstance(meeting_of(first, claim), Meeting)]]
    if len({claim.path for claim in together}) > 1:
        agree = weighed.agree or have_common_value(widely(together))
        yield full(_VERDICT, {
            "rule": rule.id, "kind": rule.kind, "verdict": "agrees" if agree else "cannot-tell",
            "claims": tuple(together), "reason": _AGREE if agree else _DIFFER,
        })


def _finding(rule: RuleSpec, conflict: Conflict) -> Finding:
    first, second = in_order((conflict.first, conflict.second))
    severity: Severity = severity_of(rule, (first, second), lenient=conflict.lenient)
    if severity == "error" and not conflict.meeting.sure:
        severity = "warning"
    apart = f"are {conflict.slip:,} times apart" if conflict.slip else "cannot both hold"
    return Finding(
        rule=rule.id, kind=rule.kind, severity=severity,
        message=sentence(f"{fact_name(first, second)}: {quote(first)} and {quote(second)} {apart}"),
        explanation=_explain(first, second, lenient=conflict.lenient),
        claims=(first, second), repeats=conflict.echoes,
    )


def _explain(a: Claim, b: Claim, *, lenient: bool) -> str:
    read = "Even read as widely as is fair" if lenient else "At face value"
    lines = []
    for claim in (a, b):
        reading = reading_of(claim)
        lines.append(f"{quote(claim)} means {span(reading.lenient if lenient else reading.strict, claim.measure)}")
    return f"{lines[0]}; {lines[1]}. {read}, no value fits both."
