"""The consistency table in Markdown, as GitHub, GitLab and most others show tables."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.finding import Fact
from claimcheck.report.look import Look
from claimcheck.report.markup import escape
from claimcheck.report.rows import columns_of, fact_name, saying


def markdown_table(facts: Sequence[Fact], paths: Sequence[str], look: Look) -> str:
    """The table, conflicts first; empty when there is no row to show."""
    rows = look.table_rows.of(facts)
    columns = columns_of(rows, paths)
    if not rows or not columns:
        return ""
    lines = [_line(["", "fact", *map(escape, columns)]), _line(["---"] * (len(columns) + 2))]
    for fact in rows:
        mark = f"**{fact.mark}**" if fact.mark == "conflicts" else fact.mark
        lines.append(_line([mark, escape(fact_name(fact)), *(escape(saying(fact.cells.get(path, ())))
                                                              for path in columns)]))
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
