"""The findings as JSON Lines: one object a line, for programs that read as they go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from claimcheck.model.report import Report
from claimcheck.report.look import Look
from claimcheck.report.record import found, slim


def render_jsonl(report: Report, look: Look) -> str:
    """A line for each finding, then for each notice and each file that could not be read; `type` tells which it is."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[dict[str, Any]]:
    groups: list[tuple[str, tuple[BaseModel, ...]]] = [
        ("finding", found(report, look)), ("notice", report.notices), ("diagnostic", report.diagnostics),
    ]
    for kind, items in groups:
        for item in items:
            yield {"type": kind, **slim(item.model_dump(mode="json"))}
