"""Cited documents and numbered events as mentioned -> claims that can be compared across reports."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.letters import fold
from claimcheck.model.mention import AnyMention, ReferenceMention
from claimcheck.model.period import Period
from claimcheck.resolve.issuers import Issuers
from claimcheck.resolve.naming import Lexicon
from claimcheck.resolve.sentences import rest_of_sentence, surroundings_of
from claimcheck.resolve.words import words_of

_REACH = 120  # characters behind an event in which a word may set it apart
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def resolve_references(
    document: Document, mentions: Sequence[AnyMention], place: str | None = None, issuers: Issuers | None = None,
    names_at: Callable[[int], Lexicon] | None = None,
) -> list[Claim]:
    """A claim for each cited document or numbered event that has a number.

    A document of a body that every province has belongs to the place that the text names as its issuer's, else to
    `place`, the report's own; where neither is known the claim is not sure. A short form ("Directive 15") takes the
    one full number of its sort in the report that begins so. names_at: the words of metrics in the language that
    is written at an offset, without which the claims have no context.
    """
    references = [mention for mention in mentions if isinstance(mention, ReferenceMention)]
    cited = [numbered for mention in references if (numbered := _numbered(mention, references)) is not None]
    full = _full_numbers(cited)
    claims = []
    for mention in cited:
        number = normal_identifier(mention.identifier or "")
        claim = _reference(document, mention, full.get((mention.type, number), number))
        if issuers is not None and issuers.is_local(claim.identifier or ""):
            own = issuers.place_of(document, mention) or place
            claim = claim.model_copy(update={"place": own, "sure": own is not None})
        if names_at is not None:
            names = names_at(mention.start)
            around = surroundings_of(document, mention.start, mention.end, (0, sys.maxsize), names)
            marks = _marks(document, mention, around.sentence, issuers)
            claim = claim.model_copy(update={"context": around.context, "sentence": around.sentence, "marks": marks})
        claims.append(claim)
    return claims


def _numbered(mention: ReferenceMention, among: Sequence[ReferenceMention]) -> ReferenceMention | None:
    """A document with its number: one told by its day alone has that of the only one of its sort before it.

    None where there is none, where that is told with a day of its own, and where it is of another year.
    """
    if mention.identifier is not None:
        return mention
    told = [each for each in among if each.identifier is not None and each.type == mention.type]
    numbers = {normal_identifier(each.identifier or "") for each in told}
    if len(numbers) != 1 or mention.date is None or told[0].start > mention.start or any(each.date for each in told):
        return None
    year = _YEAR.search(told[0].identifier or "")
    if year is None or mention.date[:len("XXXX")] not in ("XXXX", year[0]):
        return None
    day = mention.date.replace("XXXX", year[0])
    return mention.model_copy(update={"identifier": told[0].identifier, "date": day})


def _marks(document: Document, mention: ReferenceMention, sentence: int, issuers: Issuers | None) -> frozenset[str]:
    """The words of the sentence that may make an event another one of its series."""
    if issuers is None:
        return frozenset()
    behind = rest_of_sentence(document, mention.end, mention.end + _REACH)
    return issuers.others.intersection(words_of(f"{document.reading[sentence : mention.start]} {behind}"))


def _full_numbers(cited: Sequence[ReferenceMention]) -> dict[tuple[str, str], str]:
    """The full number that each bare number of one sort stands for: 15 for 15/CT/TW, where no other begins so."""
    fulls: dict[tuple[str, str], set[str]] = {}
    for mention in cited:
        number = normal_identifier(mention.identifier or "")
        bare, _, rest = number.partition("/")
        if bare.isdigit() and any(letter.isalpha() for letter in rest):
            fulls.setdefault((mention.type, bare), set()).add(number)
    return {key: next(iter(numbers)) for key, numbers in fulls.items() if len(numbers) == 1}


def normal_identifier(identifier: str) -> str:
    """The number of a document without the freedoms of its spelling.

    >>> normal_identifier("15-CT/TW"), normal_identifier("014/2023/NQ-HĐND")
    ('15/CT/TW', '14/2023/NQ/HDND')
    """
    parts = [part for part in re.split(r"[-–/.:\s()]+", fold(identifier).upper()) if part]
    return "/".join(part.lstrip("0") or "0" for part in parts)


def _reference(document: Document, mention: ReferenceMention, identifier: str) -> Claim:
    period = None if mention.date is None else Period.parse(mention.date)
    day = mention.date is not None and _DAY.fullmatch(mention.date)
    return Claim(
        kind="reference", **document.place(mention.start, mention.end).model_dump(), type=mention.type,
        identifier=identifier, issuer=mention.issuer, title=None if mention.title is None else fold(mention.title),
        period=period, date=period.start if period is not None and day else None,
    )
