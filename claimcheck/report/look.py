"""How a report is to look: its width, its colours, and how much of it is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from claimcheck.model.finding import SEVERITIES, Finding, Severity
from claimcheck.report.rows import Rows

_COLOURS = {
    "error": "31;1", "warning": "33;1", "note": "36",
    "conflicts": "31", "agrees": "32", "cannot tell": "33", "said once": "2",
    "place": "2", "quote": "1",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader wants to see.

    width: columns of the screen. colour: whether to write colours. everything: also verdicts, facts that one report
    alone states, and what was not compared. level: the lowest severity of the findings shown. folder: the one that the
    paths of the report are relative to, for formats whose readers open the files; empty where they are as given.
    outside: files that are named as given all the same, such as those of the record. rows: of the consistency table.
    """

    width: int = 100
    colour: bool = False
    everything: bool = False
    level: Severity = "warning"
    folder: str = ""
    outside: tuple[str, ...] = ()
    rows: Rows = field(default_factory=Rows)

    def paint(self, text: str, style: str) -> str:
        """The text in the colour of its style, when colours are wanted.

        >>> Look().paint("error", "error"), Look(colour=True).paint("error", "error")
        ('error', '\\x1b[31;1merror\\x1b[0m')
        """
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self.colour else text

    def file(self, path: str) -> str:
        """The path of a report, or of a place in one, as other programs open it, with slashes.

        >>> Look(folder="./reports").file("2024/a.txt"), Look().file("a.txt"), Look().file("-")
        ('reports/2024/a.txt', 'a.txt', '-')
        >>> Look(folder="reports", outside=("figures.csv",)).file("figures.csv:2:14")
        'figures.csv:2:14'
        """
        as_given = path == self.folder or any(re.match(rf"{re.escape(each)}(?:[:,]|$)", path) for each in self.outside)
        return PurePath("" if as_given else self.folder, path).as_posix()

    @property
    def table_rows(self) -> Rows:
        """The rows of the consistency table that are shown: all of them with `everything`, unless only some are named.

        >>> Look(everything=True).table_rows.choice
        'all'
        """
        widened = self.everything and self.rows.choice == "shared"
        return replace(self.rows, choice="all") if widened else self.rows

    def shows(self, severity: Severity) -> bool:
        """Whether findings of this severity are shown: all of them with `everything`, else from `level` up."""
        return self.everything or SEVERITIES.index(severity) >= SEVERITIES.index(self.level)

    def shown(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings that are shown, the gravest first, else in the order given."""
        seen = (finding for finding in findings if self.shows(finding.severity))
        return tuple(sorted(seen, key=lambda finding: -SEVERITIES.index(finding.severity)))
