"""People as mentioned -> title claims: who holds which offices at the time of the report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.letters import any_of, fold
from claimcheck.model.mention import AnyMention, PersonMention
from claimcheck.model.office import Office
from claimcheck.model.period import Period
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.people import PeopleGrammar
from claimcheck.resolve.days import Days, sentence_around
from claimcheck.resolve.offices import OfficeWords, compile_offices, read_office

_NEAR = 120  # characters each way in which a change of office is one of the person named


def resolve_people(
    document: Document, mentions: Sequence[AnyMention], subject_of_report: str | None, packs: Packs
) -> list[Claim]:
    """One title claim for each mention of a person who is known by full name and whose offices are understood.

    A short form ("Mr. Kien") stands for the one full name of the report that ends or begins with it; one that fits two
    names or none gives no claim. The period is the day that the sentence gives, else the report's own day. `status` is
    "revised" where the report speaks of a change of office, so that two ranks need not conflict.
    """
    words, changes = _compiled(packs)
    people = [mention for mention in mentions if isinstance(mention, PersonMention)]
    keys = person_keys(mention.name for mention in people)
    days = Days(document, mentions)
    claims = []
    for mention in people:
        offices = [office for title in mention.titles if (office := read_office(title, words)) is not None]
        key = keys.get(mention.name)
        if key is None or not offices:
            continue
        claims.append(_claim(document, mention, key, offices, subject_of_report, days))
    changed = _people_who_change(document, people, keys, changes)
    return [claim.model_copy(update={"status": "revised"}) if claim.person in changed else claim for claim in claims]


def person_keys(names: Iterable[str]) -> dict[str, str]:
    """The canonical form of each name of one report; a short form that fits no name or several is left out.

    >>> person_keys(["Hoàng Đức Kiên", "Kien", "Anna Berg", "Otto Berg", "Berg"])
    {'Hoàng Đức Kiên': 'hoang duc kien', 'Anna Berg': 'anna berg', 'Otto Berg': 'otto berg', 'Kien': 'hoang duc kien'}
    >>> person_keys(["Anna J. Berg", "Anna Berg"])
    {'Anna J. Berg': 'anna berg', 'Anna Berg': 'anna berg'}
    """
    given = list(dict.fromkeys(names))
    full = {name: _key(name) for name in given if " " in _key(name)}
    short: dict[str, set[str]] = defaultdict(set)
    for key in full.values():
        parts = key.split()
        short[parts[-1]].add(key)
    known = dict(full)
    for name in given:
        fits = short.get(_key(name), set())
        if name not in full and len(fits) == 1:
            known[name] = next(iter(fits))
    return known


def _key(name: str) -> str:
    """The parts of a name, without initials between a first and a last name written out."""
    parts = fold(name).replace(".", " ").replace("-", " ").split()
    return " ".join(part for at, part in enumerate(parts) if len(part) > 1 or at in (0, len(parts) - 1))


@lru_cache(maxsize=4)
def _compiled(packs: Packs) -> tuple[OfficeWords, re.Pattern[str]]:
    grammars = [each for language in packs.languages for each in packs.select(PeopleGrammar, language)]
    changes, others = (
        any_of(fold(phrase) for grammar in grammars for phrase in getattr(grammar, field))
        for field in ("changes", "no_changes")
    )
    return compile_offices(packs), re.compile(rf"\b(?:{others}|(?P<change>{changes}))\b")


def _claim(
    document: Document,
    mention: PersonMention,
    key: str,
    offices: Sequence[Office],
    subject: str | None,
    days: Days,
) -> Claim:
    day = days.near(mention)
    return Claim(
        kind="title",
        **document.place(mention.start, mention.end).model_dump(),
        person=key,
        titles=tuple(str(office) for office in offices),
        subject=key,
        place=subject,
        period=None if day is None else Period.day(day),
    )


def _people_who_change(
    document: Document, people: Sequence[PersonMention], keys: dict[str, str], changes: re.Pattern[str]
) -> set[str]:
    """The people of whom a sentence of the report says, near their names, that they took up or gave up an office."""
    changed = set()
    for mention in people:
        start, end = sentence_around(document.reading, mention.start, mention.end)
        start, end = max(start, mention.start - _NEAR), min(end, mention.end + _NEAR)
        told = changes.finditer(fold(document.reading[start:end]))
        if mention.name in keys and any(found["change"] for found in told):
            changed.add(keys[mention.name])
    return changed
