"""Drafts -> mentions: fixes the places in the document and the order, and ties links to their mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, getcontext

from claimcheck.extract.drafts import (
    BlockDrafts,
    DateDraft,
    Draft,
    LinkDraft,
    ListDraft,
    OrdinalDraft,
    PersonDraft,
    QuantityDraft,
    ReferenceDraft,
    RefusedDraft,
)
from claimcheck.model.alike import like
from claimcheck.model.document import Document
from claimcheck.model.mention import (
    AnyMention,
    DateMention,
    Extraction,
    Link,
    ListMention,
    OrdinalMention,
    PersonMention,
    QuantityMention,
    ReferenceMention,
    RefusedMention,
)
from claimcheck.model.period import Period

# A draft with the place of its block.
_Placed = tuple[int, Draft]
# Drafts hold what mentions may; the most frequent sorts are made from patterns, without looking at each field again.
_QUANTITY = QuantityMention(start=0, end=0, text="", value=Decimal(0), unit="count")
_DATE = DateMention(start=0, end=0, text="", value="")
_REFUSED = RefusedMention(start=0, end=0, text="", reason="")


def to_mentions(document: Document, blocks: Sequence[BlockDrafts]) -> tuple[AnyMention, ...]:
    """The mentions of a document in the order of its text."""
    return tuple(_mention(document, offset, draft) for offset, draft in _in_order(blocks))


def to_extraction(
    document: Document, blocks: Sequence[BlockDrafts], links: Iterable[tuple[BlockDrafts, Sequence[LinkDraft]]]
) -> Extraction:
    """The mentions of a document in the order of its text, and the links between them."""
    placed = _in_order(blocks)
    position = {id(draft): at for at, (_, draft) in enumerate(placed)}
    return Extraction(
        mentions=tuple(_mention(document, offset, draft) for offset, draft in placed),
        links=tuple(_link(block.offset, link, position) for block, found in links for link in found),
        untitled=tuple({name: None for block in blocks for name in block.untitled}),
    )


def _in_order(blocks: Sequence[BlockDrafts]) -> list[_Placed]:
    placed = [(block.offset, draft) for block in blocks for draft in _drafts(block)]
    return sorted(placed, key=lambda pair: (pair[0] + pair[1].start, pair[0] + pair[1].end, type(pair[1]).__name__))


def _drafts(block: BlockDrafts) -> Iterable[Draft]:
    yield from block.quantities
    yield from block.dates
    yield from block.people
    yield from block.references
    yield from block.ordinals
    yield from block.refused
    yield from block.lists


def _mention(document: Document, offset: int, draft: Draft) -> AnyMention:
    start, end = document.span(offset + draft.start, offset + draft.end)
    text = document.text[start:end]
    match draft:
        case QuantityDraft():
            return _quantity(draft, start, end, text)
        case DateDraft():
            told = {"start": start, "end": end, "text": text, "value": draft.value, "weekday": draft.weekday}
            return like(_DATE, told)
        case PersonDraft():
            name = " ".join(draft.name.split())
            return PersonMention(start=start, end=end, text=text, name=name, titles=draft.titles)
        case ReferenceDraft():
            return ReferenceMention(
                start=start,
                end=end,
                text=text,
                type=draft.type,
                identifier=draft.identifier,
                issuer=draft.issuer,
                title=draft.title,
                date=draft.date,
            )
        case OrdinalDraft():
            return OrdinalMention(
                start=start, end=end, text=text, value=draft.value, noun=draft.noun, subject=draft.subject,
                metric=draft.metric, scope=draft.scope, period=_iso(draft.period),
            )
        case ListDraft():
            return ListMention(start=start, end=end, text=text, items=draft.items)
        case RefusedDraft():
            return like(_REFUSED, {"start": start, "end": end, "text": text, "reason": draft.reason})
    raise TypeError(f"no mention for {type(draft).__name__}")


def _quantity(draft: QuantityDraft, start: int, end: int, text: str) -> QuantityMention:
    return like(_QUANTITY, {
        "start": start,
        "end": end,
        "text": text,
        "value": _plain_pair(draft.value),
        "unit": draft.unit,
        "noun": draft.noun,
        "hedge": draft.hedge,
        "trend": draft.trend,
        "moved": draft.moved,
        "end_of_course": draft.end_of_course,
        "form": draft.form,
        "last_place": draft.last_place,
        "round_place": draft.round_place,
        "role": draft.role,
        "metric": draft.metric,
        "subject": draft.subject,
        "place": draft.place,
        "period": _iso(draft.period),
        "base": _iso(draft.base),
        "status": draft.status,
        "as_of": draft.period is not None and draft.period.sort == "as-of",
        "deed": draft.deed,
        "head": draft.over,
    })


def _plain_pair(value: Decimal | tuple[Decimal, Decimal]) -> Decimal | tuple[Decimal, Decimal]:
    return (_plain(value[0]), _plain(value[1])) if isinstance(value, tuple) else _plain(value)


def _plain(value: Decimal) -> Decimal:
    """The number without zeros that only its scale brought in; its precision is kept apart from it."""
    whole = value == value.to_integral_value() and value.adjusted() < getcontext().prec
    return value.quantize(Decimal(1)) if whole else value.normalize()


def _iso(period: Period | None) -> str | None:
    return None if period is None else period.iso


def _link(offset: int, link: LinkDraft, position: dict[int, int]) -> Link:
    return Link(
        kind=link.kind,
        roles={role: tuple(position[id(draft)] for draft in drafts) for role, drafts in link.roles.items()},
        start=offset + link.start,
        end=offset + link.end,
        direction=link.direction,
        scope=link.scope,
        complete=link.complete,
        when=link.when,
    )
