"""Lists of names become claims about how many names they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.interval import Reading
from claimcheck.model.mention import AnyMention, ListMention


def resolve_lists(document: Document, mentions: Sequence[AnyMention]) -> Iterator[Claim]:
    """One claim for each list: the number of its items."""
    for mention in mentions:
        if isinstance(mention, ListMention):
            yield Claim(
                kind="list",
                **document.place(mention.start, mention.end).model_dump(),
                value=Decimal(len(mention.items)),
                unit="count",
                measure="count",
                reading=Reading.exactly(len(mention.items)),
            )
