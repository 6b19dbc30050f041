"""What extraction found, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from fractions import Fraction

from tabulate import tabulate

from claimcheck.model.interval import decimal_text
from claimcheck.model.mention import (
    AnyMention,
    DateMention,
    ListMention,
    OrdinalMention,
    PersonMention,
    QuantityMention,
    ReferenceMention,
)
from claimcheck.report.look import Look
from claimcheck.report.snippets import shorten

# The mentions of each report, by its path.
Found = Sequence[tuple[str, Sequence[AnyMention]]]


def render_mentions_json(found: Found, version: str, look: Look) -> str:
    """One JSON document: {"version", "mentions": [{"path", "kind", "start", "end", "text", ...}]}.

    Unknown fields are null; exact decimals are strings.
    """
    mentions = [{"path": path, **mention.model_dump(mode="json")} for path, some in found for mention in some]
    return json.dumps({"version": version, "mentions": mentions}, ensure_ascii=False, indent=2) + "\n"


def render_mentions_text(found: Found, version: str, look: Look) -> str:
    """A table for each report: kind, quotation and meaning."""
    parts = []
    for path, mentions in found:
        rows = [(each.kind, shorten(each.text, look.width // 3), _meaning(each)) for each in mentions]
        widths = [None, None, max(look.width - look.width // 3 - 16, 30)]
        grid = tabulate(rows, headers=["kind", "text", "meaning"], maxcolwidths=widths, disable_numparse=True)
        parts.append(f"{look.paint(path, 'quote')}\n{grid if rows else 'nothing found'}")
    return "\n\n".join(parts) + "\n"


MENTION_FORMATS: dict[str, Callable[[Found, str, Look], str]] = {
    "text": render_mentions_text,
    "json": render_mentions_json,
}


def _meaning(mention: AnyMention) -> str:
    if isinstance(mention, QuantityMention):
        return _quantity(mention)
    if isinstance(mention, DateMention):
        return mention.value
    if isinstance(mention, PersonMention):
        return "; ".join([mention.name, *mention.titles])
    if isinstance(mention, ReferenceMention):
        return _joined(mention.type, mention.identifier, mention.issuer, mention.title, mention.date)
    if isinstance(mention, OrdinalMention):
        return _joined(str(mention.value), mention.noun)
    if isinstance(mention, ListMention):
        return "; ".join(mention.items)
    return mention.reason


def _quantity(mention: QuantityMention) -> str:
    """The number and its unit, then whatever is known of what it is about, each part named."""
    pair = mention.value if isinstance(mention.value, tuple) else (mention.value,)
    number = " to ".join(decimal_text(Fraction(value)) for value in pair)
    head = _joined(mention.hedge, number, mention.unit if mention.noun is None else mention.noun, sign=" ")
    fields = ("metric", "subject", "place", "period", "base", "role", "trend", "status")
    known = ((field, getattr(mention, field)) for field in fields)
    return _joined(head, *(f"{field} {value}" for field, value in known if value))


def _joined(*parts: str | None, sign: str = "; ") -> str:
    return sign.join(part for part in parts if part)
