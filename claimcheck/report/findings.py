"""Findings as text that can be checked by eye: the sentence, the quotations where they stand, the working."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.report.look import Look
from claimcheck.report.snippets import fits_one_snippet, snippet

_INDENT = "  "
_WIDEST_LOCATION = 40


def render_finding(finding: Finding, sources: Mapping[str, str], look: Look) -> str:
    """One finding, its lines fitted to the width. `sources` maps paths to texts, for what stands around a quotation."""
    head = f"{finding.severity}  {finding.rule}  {finding.message}"
    first, *more = textwrap.wrap(head, look.width, subsequent_indent=_INDENT, break_on_hyphens=False)
    first = look.paint(finding.severity, finding.severity) + first.removeprefix(finding.severity)
    lines = [first, *more]
    lines.extend(_quotations(finding.claims, sources, look))
    for paragraph in finding.explanation.splitlines():
        lines.extend(_wrapped(paragraph, look.width))
    if finding.hint:
        lines.extend(_wrapped(f"Hint: {finding.hint}", look.width))
    if finding.repeats:
        lines.extend(_wrapped("also stated at " + ", ".join(claim.location for claim in finding.repeats), look.width))
    return "\n".join(lines)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False, break_long_words=False
    )


def _quotations(claims: Sequence[Claim], sources: Mapping[str, str], look: Look) -> Iterable[str]:
    places = min(max((len(claim.location) for claim in claims), default=0), _WIDEST_LOCATION)
    room = max(look.width - places - len(_INDENT) - 3, 20)
    for group in neighbours(claims, sources, room):
        source = sources.get(group[0].path)
        spans = [(claim.start, claim.end) for claim in group]
        quoted = f"«{' '.join(group[0].text.split())}»" if source is None else snippet(source, spans, room)
        place = group[0].location.ljust(places)
        yield f"{_INDENT}{look.paint(place, 'place')}   {_bold(quoted, look)}"


def neighbours(claims: Sequence[Claim], sources: Mapping[str, str], room: int) -> list[list[Claim]]:
    """Claims in the order of the text, those that stand so close together that `room` shows them all in one group."""
    groups: list[list[Claim]] = []
    order = {path: at for at, path in enumerate(dict.fromkeys(claim.path for claim in claims))}
    for claim in sorted(claims, key=lambda claim: (order[claim.path], claim.start, claim.end)):
        near = groups[-1] if groups and groups[-1][0].path == claim.path else None
        source = sources.get(claim.path)
        if near and source is not None and fits_one_snippet(source, [*near, claim], room):
            near.append(claim)
        else:
            groups.append([claim])
    return groups


def _bold(quoted: str, look: Look) -> str:
    if not look.colour:
        return quoted
    return quoted.replace("«", "\x1b[1m«").replace("»", "»\x1b[0m")
