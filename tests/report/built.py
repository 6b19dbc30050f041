"""Reports built by hand, for the tests of their rendering."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.claim import Claim, Unresolved
from claimcheck.model.finding import Fact, Finding, Verdict
from claimcheck.model.interval import Interval
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading
from claimcheck.model.report import Diagnostic, Report

A = (
    "Nghe An at the year's end.\n\n"
    "The mills in the hills of the province in 2023 shipped for 2.64 billion USD, up 17.9% on the year before, "
    "according to the customs office of the province.\n"
)
B = "Firms of Nghe An shipped goods worth US$2.84 billion abroad in 2023, the province said.\n"
C = "In Nghe An exports are growing.\n"
SOURCES = {"a.txt": A, "b.txt": B, "c.txt": C}


def claim(path: str, quote: str, value: str = "1", **fields: object) -> Claim:
    """A claim about Nghe An's exports of 2023 at the quotation."""
    source = SOURCES[path]
    start = source.index(quote)
    number = Decimal(value)
    about = {"metric": "exports", "subject": "Nghe An", "period": Period.year(2023), "unit": "USD", "measure": "USD"}
    place = {
        "path": path, "start": start, "end": start + len(quote), "text": quote,
        "line": source.count("\n", 0, start) + 1, "column": start - source.rfind("\n", 0, start),
    }
    reading = Reading(Interval.around(number, Decimal("0.5")), Interval.around(number, 1))
    return Claim.model_validate({**about, **place, "value": number, "reading": reading, **fields})


LEFT = claim("a.txt", "2.64 billion USD", "2640000000")
RIGHT = claim("b.txt", "US$2.84 billion", "2840000000")


def finding(**changes: object) -> Finding:
    """An error about the two figures."""
    fields: dict[str, object] = {
        "rule": "figure-contradicts-figure",
        "kind": "same-fact",
        "severity": "error",
        "message": "exports of Nghe An, 2023: 2.64 and 2.84 billion USD cannot both hold.",
        "explanation": "2.64 billion USD means 2.63 to 2.65; 2.84 means 2.83 to 2.85; nothing is in both.",
        "claims": (LEFT, RIGHT),
    }
    return Finding.model_validate({**fields, **changes})


def fact(mark: str, metric: str = "exports", **cells: tuple[Claim, ...]) -> Fact:
    """A row of the table; the cells are named by the reports' letters."""
    named = {f"{letter}.txt": claims for letter, claims in cells.items()}
    return Fact.model_validate(
        {"metric": metric, "subject": "Nghe An", "period": "2023", "mark": mark, "cells": named}
    )


def report(**changes: object) -> Report:
    """A report of three documents with one error, one note, three facts and one thing not compared."""
    fields: dict[str, object] = {
        "version": "0.1.0",
        "documents": tuple(SOURCES),
        "findings": (finding(severity="note", rule="figure-strains-figure"), finding()),
        "claims": (LEFT, RIGHT),
        "verdicts": (
            Verdict(rule="growth-off", kind="growth", verdict="cannot-tell", claims=(LEFT,), reason="no level of 2022"),
        ),
        "facts": (
            fact("said once", "growth of exports", a=(claim("a.txt", "up 17.9%"),)),
            fact("agrees", "province", a=(claim("a.txt", "province"),), b=(claim("b.txt", "province"),)),
            fact("conflicts", a=(LEFT,), b=(RIGHT,)),
        ),
        "not_compared": (
            Unresolved(path="a.txt", start=A.index("17.9%"), end=A.index("17.9%") + 5, text="17.9%", reason="no base"),
        ),
        "diagnostics": (),
        "sources": SOURCES,
    }
    return Report.model_validate({**fields, **changes})


def diagnostic() -> Diagnostic:
    """A file that could not be read."""
    return Diagnostic(path="d.bin", reason="looks like a binary file")
