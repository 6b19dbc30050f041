"""What lies behind a silence: the comparisons that were made, and what was not compared, with the reasons."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.model.claim import Unresolved
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.silence import Silenced
from claimcheck.report.look import Look
from claimcheck.report.snippets import Lines, shorten, snippet

_MARKS = {"agrees": "agrees", "conflicts": "conflicts", "cannot-tell": "cannot tell"}
_INDENT = "  "


def render_verdicts(verdicts: Sequence[Verdict], look: Look) -> str:
    """Each comparison on its own paragraph: verdict, rule, the places compared, and the reason."""
    return "\n".join(_verdict(verdict, look) for verdict in verdicts)


def render_silenced(silenced: Sequence[Silenced], look: Look) -> str:
    """Each finding that a comment, a baseline or an editor hides: what it is, and the reason."""
    return "\n".join(_silenced(each.finding, f"{each.by}: {each.reason}", look) for each in silenced)


def _silenced(finding: Finding, reason: str, look: Look) -> str:
    text = f"{finding.severity}  {finding.rule}  {finding.message} ({reason})"
    return textwrap.fill(text, look.width, subsequent_indent=_INDENT, break_on_hyphens=False)


def _verdict(verdict: Verdict, look: Look) -> str:
    mark = _MARKS[verdict.verdict]
    quotes = ", ".join(f"“{shorten(claim.words, 40)}” ({claim.location})" for claim in verdict.claims)
    reason = f": {verdict.reason}" if verdict.reason else ""
    text = f"{mark}  {verdict.rule}  {quotes}{reason}"
    wrapped = textwrap.fill(text, look.width, subsequent_indent=_INDENT, break_on_hyphens=False)
    return look.paint(mark, mark) + wrapped.removeprefix(mark)


def render_not_compared(
    unresolved: Sequence[Unresolved], sources: Mapping[str, str], quotable: Mapping[str, str], look: Look
) -> str:
    """What was not compared, gathered under its reasons, the commonest reason first.

    sources: the texts, for places in them; quotable: for what stands around a quotation.
    """
    reasons: dict[str, list[Unresolved]] = defaultdict(list)
    for item in unresolved:
        reasons[item.reason].append(item)
    indexes = {path: Lines(sources.get(path, "")) for path in {item.path for item in unresolved}}
    lines: list[str] = []
    for reason, items in sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        lines.append(textwrap.fill(f"{len(items)}  {reason}", look.width, subsequent_indent=_INDENT))
        lines.extend(_INDENT + _unresolved(item, quotable.get(item.path), indexes[item.path], look) for item in items)
    return "\n".join(lines)


def _unresolved(item: Unresolved, source: str | None, index: Lines, look: Look) -> str:
    line, column = index.position(item.start)
    place = f"{item.path}, {item.part}" if item.part else f"{item.path}:{line}:{column}"
    room = max(look.width - len(place) - len(_INDENT) - 2, 20)
    quoted = f"«{shorten(item.text, room - 2)}»" if source is None else snippet(source, [(item.start, item.end)], room)
    return f"{look.paint(place, 'place')}  {quoted}"
