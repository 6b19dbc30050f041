"""The method "citation": one document or event that two reports of a story number differently, as their sentences show.

A number that is another with a slip of the pen says little by itself, and so do shared words: both together leave no
second reading. Keys of `when`: `compare` is "documents" or "events"; `editions` lists the types of document of which
the year tells one edition from another ("ISO 9001:2015"), `parts` those of which one document has many ("Article 14").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.check.comparing.anchors import is_telling
from claimcheck.check.comparing.documents import told_of_one, told_of_one_event
from claimcheck.check.comparing.stems import stem_of
from claimcheck.check.kinds.reference import (
    is_ordinal,
    is_slip,
    issuer_of,
    number_of,
    numbers_apart,
    of_two_places,
    topic_of,
    year_of,
)
from claimcheck.check.ledger import Ledger
from claimcheck.check.outcomes import finding_of
from claimcheck.check.wording import quote
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.slips import places_apart, swaps_of
from claimcheck.packs.schema.rules import RuleSpec

_MOST = 40  # citations of one report that are compared, so that the cost stays linear
_ENOUGH = 3.4  # log odds that two citations mean one document
_FEWEST = 2  # words that the sentences share
_LEAD = 3  # telling words that begin what a document is about
_LONG = 3  # digits of a number of which chance makes no slip
_CLOSE = 2  # anchors that reports share which tell one story
_MONTH_AND_DAY = len("2024-")  # where they begin
_YEAR = re.compile(r"(?:19|20)\d\d")
_Days = Mapping[tuple[str, int], set[str]]  # of each sentence, without their years
_NONE, _HALF, _MOST_OF = (0, 1), (1, 2), (3, 5)  # of the words of the shorter sentence, that must be shared


def check_citations(rule: RuleSpec, ledger: Ledger) -> Iterator[Finding]:
    """Findings for citations of one matter that differ in their number."""
    events = rule.when["compare"] == "events"
    by_path: dict[str, list[Claim]] = defaultdict(list)
    for claim in ledger.claims_of("reference"):
        if claim.identifier and is_ordinal(claim) == events:
            by_path[claim.path].append(claim)
    given = {path: set(map(_known_as, claims)) for path, claims in by_path.items()}
    days = _days_of_sentences(ledger)
    told: set[object] = set()
    for path in sorted(by_path):
        for other in ledger.stories.sisters(path) if len(by_path) > 1 else ():
            if not path < other or other not in by_path:
                continue
            for a, b in _of_one_type(by_path[path], by_path[other]):
                key = (a.type, a.identifier, b.identifier)
                if key in told or _known_as(a) in given[other] or _known_as(b) in given[path]:
                    continue
                close = ledger.stories.closeness(path, other) >= _CLOSE
                if a.type in rule.when.get("parts", ()):
                    is_one = _is_one_part(a, b, days, ledger, by_path)
                elif events:
                    is_one = _is_one_event(a, b, close=close) or (
                        _are_of_one_day(a, b, days) and told_of_one_event(a, b, ledger.stories) >= _ENOUGH)
                else:
                    is_one = _is_one_document(rule, a, b, close=close) or _is_told_of_one(a, b, days, ledger, by_path)
                if is_one:
                    told.add(key)
                    yield _finding(rule, a, b, "event" if events else "document")


def _of_one_type(mine: list[Claim], yours: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    return ((a, b) for a in mine[:_MOST] for b in yours[:_MOST] if a.type == b.type and a.identifier != b.identifier)


def _known_as(claim: Claim) -> tuple[str | None, str, str | None]:
    """What tells a citation from others; the year does so for documents only."""
    return claim.type, number_of(claim), None if is_ordinal(claim) else year_of(claim)


def _are_of_one_day(a: Claim, b: Claim, days: _Days) -> bool:
    """True for citations whose sentences name one day."""
    return not days.get((a.path, a.sentence), set()).isdisjoint(days.get((b.path, b.sentence), ()))


def _days_of_sentences(ledger: Ledger) -> _Days:
    """The days, without their years, that each sentence names."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for claim in ledger.claims_of("date"):
        found[claim.path, claim.sentence].add((claim.identifier or "")[_MONTH_AND_DAY:])
    return found


def _is_one_document(rule: RuleSpec, a: Claim, b: Claim, *, close: bool) -> bool:
    """True for numbers that a slip makes of each other, in sentences that speak of one thing.

    In reports that share much, a long name with the digits of its year swapped needs no words beside it.
    """
    if of_two_places(a, b) or is_slip(a, b) or (a.period and b.period and not a.period.overlaps(b.period)):
        return False
    if not (_begins_alike(a, b) and _begins_alike(b, a)):
        return False
    if close and a.title == b.title and len((a.title or "").split()) >= _LONG and (b.identifier or "") in swaps_of(
            a.identifier or ""):
        return True
    if _have_one_name_and_number(a, b):
        return True
    if a.type in rule.when.get("editions", ()) and _are_editions(a, b):
        return _share(a, b, _FEWEST, _HALF)
    one, other = numbers_apart(a, b)
    if not one or year_of(a) != year_of(b) or len(one) != len(other):
        return False
    if other in swaps_of(one):
        return _share(a, b, _FEWEST, _HALF) if len(one) >= _LONG else _share(a, b, _LONG, _MOST_OF)
    return len(places_apart(one, other)) == 1 and abs(int(one) - int(other)) > 1 and len(one) >= _LONG and _share(
        a, b, _LONG, _MOST_OF)


def _is_told_of_one(
    a: Claim, b: Claim, days: _Days, ledger: Ledger, by_path: Mapping[str, Sequence[Claim]]
) -> bool:
    """True for documents of one type and issuer where enough tells that they are one."""
    sort = (a.type, issuer_of(a))
    if issuer_of(b) != sort[1] or of_two_places(a, b) or (a.period and b.period and not a.period.overlaps(b.period)):
        return False
    numbers, years = numbers_apart(a, b), (year_of(a), year_of(b))
    if "" in numbers or (None not in years and years[0] != years[1]):
        return False
    if all(_YEAR.fullmatch(number) for number in numbers) and numbers[1] not in swaps_of(numbers[0]):
        return False  # laws of one name are made anew
    if not (_begins_alike(a, b) and _begins_alike(b, a)):
        return False
    alike = [each for path in (a.path, b.path) for each in by_path[path] if (each.type, issuer_of(each)) == sort]
    one_day = (a.date == b.date) if a.date and b.date else _are_of_one_day(a, b, days)
    return told_of_one(numbers, a, b, ledger.stories, alike, one_day=one_day) >= _ENOUGH


def _is_one_part(
    a: Claim, b: Claim, days: _Days, ledger: Ledger, by_path: Mapping[str, Sequence[Claim]]
) -> bool:
    """True for parts of one document by swapped digits, where the sentences give one amount or share enough words."""
    if a.title != b.title or (b.identifier or "") not in swaps_of(a.identifier or ""):
        return False
    return bool(_amounts_beside(a, ledger) & _amounts_beside(b, ledger)) or _is_told_of_one(a, b, days, ledger, by_path)


def _amounts_beside(claim: Claim, ledger: Ledger) -> frozenset[object]:
    """The amounts in the sentence of a citation that tell one thing from another."""
    beside = (each for each in ledger.stories.figures(claim.path) if each.sentence == claim.sentence)
    return frozenset((each.measure, each.value) for each in beside if is_telling(each))


def _begins_alike(a: Claim, b: Claim) -> bool:
    """True unless both citations say what they are about, and the first words of the one are none of the other's."""
    words = [word for word in re.findall(r"\w+", a.title or "") if word in topic_of(a)][:_LEAD]
    return len(words) < _FEWEST or len(topic_of(b)) < _FEWEST or not topic_of(b).isdisjoint(words)


def _have_one_name_and_number(a: Claim, b: Claim) -> bool:
    """True for one number under one long name, with a slip in the year that it bears and no date to tell them apart."""
    one, other = year_of(a), year_of(b)
    if one is None or other is None or one == other or a.period or b.period or number_of(a) != number_of(b):
        return False
    short, long = sorted((a.title or "", b.title or ""), key=len)
    named = f"{long} ".startswith(f"{short} ") and len(short.split()) >= _FEWEST  # the sentence may go on behind it
    return named and number_of(a) != "" and (len(places_apart(one, other)) == 1 or other in swaps_of(one))


def _are_editions(a: Claim, b: Claim) -> bool:
    """True for one number of two years, or one name with two years."""
    if a.title and a.title == b.title and year_of(a) is None and year_of(b) is None:
        return True
    return number_of(a) == number_of(b) and None not in (year_of(a), year_of(b)) and year_of(a) != year_of(b)


def _is_one_event(a: Claim, b: Claim, *, close: bool) -> bool:
    """True for one name with two ordinals, in sentences that tell of one time and place.

    In reports that share much, one such word is enough beside a long name.
    """
    mine, yours = set((a.title or "").split()), set((b.title or "").split())
    if len(mine & yours) < _FEWEST or not (mine <= yours or yours <= mine):
        return False
    if a.period and b.period and not a.period.overlaps(b.period):
        return False
    if a.marks != b.marks:
        return False
    return _share(a, b, _FEWEST, _HALF) or (close and len(mine & yours) > _LONG and _share(a, b, 1, _NONE))


def _share(a: Claim, b: Claim, fewest: int, part: tuple[int, int]) -> bool:
    """True where the sentences of two citations share so many words, and so large a part of the shorter one."""
    mine, yours = (frozenset(map(stem_of, claim.context)) - {stem_of(claim.type or "")} for claim in (a, b))
    shared, least = len(mine & yours), min(len(mine), len(yours))
    return shared >= fewest and part[1] * shared >= part[0] * least


def _finding(rule: RuleSpec, a: Claim, b: Claim, what: str) -> Finding:
    claims = (a, b)
    return finding_of(
        rule, claims,
        message=f"One {what} with two numbers: {quote(a)} against {quote(b)}.",
        explanation=f"The sentences around {quote(a)} and {quote(b)} tell of one {what}; each report knows only its "
        "own number. The head of the document, or the organiser, tells which is right.",
    )
