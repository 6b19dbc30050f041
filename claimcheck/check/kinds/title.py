"""One person holds one rank in one body at one time.

Which offices exclude each other is told by groups in the rule; its `many_bodies` key lists the ranks that say little
where no body is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from claimcheck.check.comparing.stories import Stories
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import agreed, in_order, undecided
from claimcheck.check.rivals import Rivals
from claimcheck.check.severity import severity_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.office import Office
from claimcheck.packs.schema.rules import RuleSpec

SAME_TIME = 60  # days within which nobody is taken to have changed office without the text saying so


@dataclass(frozen=True, slots=True)
class _Holding:
    """One office that one claim gives to a person."""

    office: Office
    claim: Claim


def check_titles(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding | Verdict]:
    """Findings for people with two ranks that exclude each other; verdicts for those whose titles agree."""
    rivals = Rivals.of_rule(rule)
    by_person: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in ledger.claims_of("title"):
        if claim.person is not None:
            by_person[one_order(claim.person)].append(claim)
    for claims in by_person.values():
        yield from _check_person(rule, claims, rivals, ledger.stories)


def one_order(person: str) -> tuple[str, ...]:
    """The parts of a name, the same whether the family name stands first or last.

    >>> one_order("fumio sato") == one_order("sato fumio"), one_order("nguyen van minh") == one_order("nguyen minh van")
    (True, False)
    """
    parts = tuple(person.split())
    return min(parts[at:] + parts[:at] for at in range(len(parts)))


def _check_person(
    rule: RuleSpec, claims: Sequence[Claim], rivals: Rivals, stories: Stories
) -> Iterator[Finding | Verdict]:
    held: dict[Office, list[_Holding]] = defaultdict(list)
    in_report: dict[str, set[Office]] = defaultdict(set)
    for claim in claims:
        for title in claim.titles:
            office = Office.parse(title)
            held[office].append(_Holding(office, claim))
            in_report[claim.path].add(office)
    told: dict[object, Finding | Verdict] = {}
    for first, second in combinations(sorted(held, key=str), 2):
        sure = rivals.exclude(first, second)
        fields = not sure and (rivals.are_of_two_fields(first, second) or rivals.exclude_anywhere(first, second))
        if not (fields or sure) or _has_changed(first, held) or _has_changed(second, held):
            continue
        verdict = _meet(rule, held[first], held[second], in_report)
        if verdict is None or (fields and not _are_of_one_story(verdict, claims, stories)):
            continue
        key = _ranks(first, second) if isinstance(verdict, Finding) and not fields else _places(verdict)
        told[key] = _fuller(told[key], verdict) if key in told else verdict
    yield from told.values()
    if not told:
        yield from _agreement(rule, held)


def _ranks(first: Office, second: Office) -> frozenset[tuple[str, str]]:
    """Two ranks, whatever the bodies: a title told in full and its short form make no two conflicts."""
    return frozenset((office.level, office.rank) for office in (first, second))


def _fuller(known: Finding | Verdict, other: Finding | Verdict) -> Finding | Verdict:
    """Of two findings of one conflict the surer one, else that which quotes more; it names the claims of both."""
    if not (isinstance(known, Finding) and isinstance(other, Finding)):
        return known
    best, rest = sorted((known, other), key=lambda each: (each.severity, -sum(len(one.text) for one in each.claims)))
    repeats = {*best.repeats, *rest.claims, *rest.repeats} - {*best.claims}
    return best.model_copy(update={
        "repeats": in_order(repeats)})


def _are_of_one_story(verdict: Finding | Verdict, claims: Sequence[Claim], stories: Stories) -> bool:
    """True where two reports share more than the name of a person: who is minister twice may just have two posts."""
    first, last = verdict.claims[0].path, verdict.claims[-1].path
    return first != last and stories.closeness(first, last) > len((claims[0].person or "").split())


def _places(verdict: Finding | Verdict) -> tuple[int, str, int, str]:
    first, last = verdict.claims[0], verdict.claims[-1]
    return first.start, first.path, last.start, last.path


def _has_changed(office: Office, held: dict[Office, list[_Holding]]) -> bool:
    """True when any report tells of an election or appointment to the office: another may have been held until then."""
    return any(
        each.claim.status == "revised"
        for other, holdings in held.items() if other == office or same_office(other, office) for each in holdings
    )


def _meet(
    rule: RuleSpec, first: Sequence[_Holding], second: Sequence[_Holding], in_report: dict[str, set[Office]]
) -> Finding | Verdict | None:
    """The nearest pair in time of claims that give the two offices, judged; None when they may both be true."""
    pairs = _neighbours(first, second)
    open_pair = None
    for a, b in pairs:
        if a.claim is b.claim or _both_held(a, b, in_report):
            return None
        if _of_two_places(a, b):
            open_pair = open_pair or _cannot_tell(rule, a, b, "the reports are about different places")
            continue
        apart = _days_apart(a.claim, b.claim)
        if apart is not None and apart > SAME_TIME:
            open_pair = open_pair or _cannot_tell(rule, a, b, f"the reports are {apart} days apart")
            continue
        return _finding(rule, a, b, apart, [*first, *second])
    return open_pair


def _of_two_places(a: _Holding, b: _Holding) -> bool:
    """True for local offices without a place of their own in reports about two places.

    An ambassador is not local, and so none of a place other than that of a "consul general in Ho Chi Minh City".
    """
    foreign = (each.office for each in (a, b) if each.office.place and not each.office.scope)
    if a.office.rank != b.office.rank and any(foreign):
        return False
    if a.office.head == b.office.head and a.office.place and b.office.place:
        return False  # these are compared for their places
    mine, theirs = a.office.place or a.claim.place, b.office.place or b.claim.place
    is_local = {a.office.scope, b.office.scope} & {"provincial", "city", "district", "commune"}
    if not is_local or mine is None or theirs is None:
        return False
    one, other = set(mine.split()), set(theirs.split())
    return not (one <= other or other <= one)  # "the Republic of Korea in Da Nang" and "Korea" are of one country


def _neighbours(first: Sequence[_Holding], second: Sequence[_Holding]) -> Iterator[tuple[_Holding, _Holding]]:
    """Pairs that stand next to each other in time: each holding of one office with the nearest of the other."""
    undated = [[each for each in side if each.claim.period is None] for side in (first, second)]
    for mine, theirs in ((undated[0], second), (undated[1], first)):
        if mine and theirs:
            yield _in_order(mine[0], theirs[0])
    dated = [each for each in (*first, *second) if each.claim.period is not None]
    dated.sort(key=lambda each: (each.claim.period.start if each.claim.period else None, each.claim.path))
    for before, after in pairwise(dated):
        if before.office != after.office:
            yield _in_order(before, after)


def _in_order(a: _Holding, b: _Holding) -> tuple[_Holding, _Holding]:
    return (a, b) if (a.claim.path, a.claim.start) <= (b.claim.path, b.claim.start) else (b, a)


def _both_held(a: _Holding, b: _Holding, in_report: dict[str, set[Office]]) -> bool:
    """True when some claim or some single report of two gives the person both offices, in one breath or in passing."""
    if a.claim.path == b.claim.path:
        return bool(a.office.body) != bool(b.office.body)
    return any(
        any(same_office(office, a.office) for office in in_report[path])
        and any(same_office(office, b.office) for office in in_report[path])
        for path in (a.claim.path, b.claim.path)
    )


def same_office(first: Office, second: Office) -> bool:
    """True when both may be words for one office."""
    return (first.level, first.rank) == (second.level, second.rank) and first.may_share_body(second)


def _days_apart(first: Claim, second: Claim) -> int | None:
    if first.period is None or second.period is None:
        return None
    return abs((first.period.start - second.period.start).days)


def _finding(rule: RuleSpec, a: _Holding, b: _Holding, apart: int | None, all_holdings: Iterable[_Holding]) -> Finding:
    lacking = not a.office.body and not b.office.body and a.office.rank in rule.when.get("many_bodies", ())
    sure = apart is not None and bool(a.office.body) == bool(b.office.body) and not lacking
    repeats = {each.claim for each in all_holdings} - {a.claim, b.claim}
    when = "at one time" if apart is None or apart else "on one day"
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity_of(rule, (a.claim, b.claim), lenient=True, sure=sure),
        message=f"One person has two ranks {when}: {quote(a.claim)} against {quote(b.claim)}.",
        explanation=f"{quote(a.claim)} makes the person {a.office.name}; {quote(b.claim)} makes the same person "
        f"{b.office.name}. Nobody holds both. Which is right: ask the office concerned, or its website "
        "as of the day of the event.",
        claims=(a.claim, b.claim),
        repeats=in_order(repeats),
    )


def _cannot_tell(rule: RuleSpec, a: _Holding, b: _Holding, reason: str) -> Verdict:
    return undecided(rule, (a.claim, b.claim), reason)


def _agreement(rule: RuleSpec, held: dict[Office, list[_Holding]]) -> Iterator[Verdict]:
    """One verdict for each office that several reports, or two languages, give to the person."""
    done: list[Office] = []
    for office in held:
        if any(same_office(office, other) for other in done):
            continue
        done.append(office)
        alike = [each.claim for other, holdings in held.items() if same_office(office, other) for each in holdings]
        distinct = list(dict.fromkeys(alike))
        if len(distinct) > 1:
            yield agreed(rule, tuple(distinct), f"all say {office.name}")
