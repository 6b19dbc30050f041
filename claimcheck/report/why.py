"""Why two claims were or were not compared, for people and for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Mapping

from tabulate import tabulate

from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Comparison
from claimcheck.report.look import Look
from claimcheck.report.record import slim
from claimcheck.report.snippets import snippet

_VERDICTS = {
    "conflicts": "conflicts", "agrees": "agrees", "cannot-tell": "cannot tell", "not-compared": "not compared",
}
_UNKNOWN = "-"
_MARK_COLUMN = 30  # for the name of a facet, the mark, and the gaps


def render_why_text(comparison: Comparison, sources: Mapping[str, str], look: Look) -> str:
    """The two claims where they stand, a table of facets, the verdict and the reason."""
    quotations = [_quotation(name, claim, sources, look) for name, claim in zip("AB", comparison.claims, strict=True)]
    cell = max((look.width - _MARK_COLUMN) // 2, 12)
    rows = [
        (facet.name, facet.first or _UNKNOWN, facet.second or _UNKNOWN, facet.mark) for facet in comparison.facets
    ]
    grid = tabulate(rows, headers=["", "A", "B", ""], maxcolwidths=[None, cell, cell, None], disable_numparse=True)
    word = _VERDICTS[comparison.verdict]
    rule = f"  {comparison.rule}" if comparison.rule else ""
    verdict = textwrap.fill(f"{word}{rule}: {comparison.reason}", look.width, break_on_hyphens=False)
    return "\n".join([*quotations, "", grid, "", verdict]) + "\n"


def _quotation(name: str, claim: Claim, sources: Mapping[str, str], look: Look) -> str:
    place = claim.location
    source = sources.get(claim.path)
    room = max(look.width - len(place) - 6, 20)
    quoted = f"«{claim.text}»" if source is None else snippet(source, [(claim.start, claim.end)], room)
    return f"{name}  {look.paint(place, 'place')}  {quoted}"


def render_why_json(comparison: Comparison, sources: Mapping[str, str], look: Look) -> str:
    """{"claims": [A, B], "facets": [{"name", "first", "second", "mark"}], "verdict", "rule", "reason"}."""
    return json.dumps(slim(comparison.model_dump(mode="json")), ensure_ascii=False, indent=2) + "\n"


WHY_FORMATS: dict[str, Callable[[Comparison, Mapping[str, str], Look], str]] = {
    "text": render_why_text,
    "json": render_why_json,
}
