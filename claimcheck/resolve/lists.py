"""Lists of names become claims about how many names they hold, and which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.mention import AnyMention, ListMention
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.people import Honorific
from claimcheck.resolve.days import Days
from claimcheck.resolve.subjects import Subjects
from claimcheck.resolve.words import words_of


def resolve_lists(
    document: Document, mentions: Sequence[AnyMention], subjects: Subjects, packs: Packs
) -> Iterator[Claim]:
    """One claim for each list: the number of its items, and their names without forms of address.

    A place is known by one name, whatever the spelling. The period is the day that the sentence or the report gives.
    """
    lists = [mention for mention in mentions if isinstance(mention, ListMention)]
    if not lists:
        return
    days, addresses = Days(document, mentions), _addresses(packs)
    for mention in lists:
        day = days.near(mention)
        yield Claim(
            kind="list",
            **document.place(mention.start, mention.end).model_dump(),
            value=Decimal(len(mention.items)),
            unit="count",
            measure="count",
            reading=Reading.exactly(len(mention.items)),
            items=tuple(_canonical(item, subjects, addresses) for item in mention.items),
            period=None if day is None else Period.day(day),
        )


def _canonical(item: str, subjects: Subjects, addresses: frozenset[str]) -> str:
    words = words_of(item)
    place = subjects.places.get(words)
    if place is not None:
        return place.name
    while len(words) > 1 and words[0] in addresses:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=4)
def _addresses(packs: Packs) -> frozenset[str]:
    """Single words by which people are addressed, in all languages."""
    known = (entry for language in packs.languages for entry in packs.select(Honorific, language))
    return frozenset(words_of(word)[0] for entry in known for word in entry.words if len(words_of(word)) == 1)
