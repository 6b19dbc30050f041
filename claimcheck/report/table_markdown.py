"""The consistency table in Markdown, as GitHub, GitLab and most others show tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model.finding import Fact
from claimcheck.report.look import Look
from claimcheck.report.rows import columns_of, fact_name, saying

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&!])")


def markdown_table(facts: Sequence[Fact], paths: Sequence[str], look: Look) -> str:
    """The table, conflicts first; empty when there is no row to show."""
    rows = look.table_rows.of(facts)
    columns = columns_of(rows, paths)
    if not rows or not columns:
        return ""
    lines = [_line(["", "fact", *map(literal, columns)]), _line(["---"] * (len(columns) + 2))]
    for fact in rows:
        mark = f"**{fact.mark}**" if fact.mark == "conflicts" else fact.mark
        lines.append(_line([mark, literal(fact_name(fact)), *(literal(saying(fact.cells.get(path, ())))
                                                              for path in columns)]))
    return "\n".join(lines)


def literal(text: str) -> str:
    """A text on one line as Markdown that shows exactly that, whatever marks it holds.

    >>> literal("a|b <i>*c*</i>")
    'a\\\\|b \\\\<i\\\\>\\\\*c\\\\*\\\\</i\\\\>'
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
