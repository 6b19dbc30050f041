"""A report as flat tables, a dictionary a row, for those who go on with it in a data frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from claimcheck.errors import InputError
from claimcheck.extras import load_extra
from claimcheck.model.claim import Claim

if TYPE_CHECKING:
    import pandas
    import polars

    from claimcheck.model.report import Report

Frame = Literal["findings", "claims", "facts"]
Row = dict[str, Any]

_PLACE = ("path", "part", "line", "column", "text")
_FIGURE = ("value", "value_to", "unit", "low", "high", "measure")
# table -> its columns
COLUMNS: dict[Frame, tuple[str, ...]] = {
    "findings": ("rule", "kind", "severity", "message", *_PLACE, "against", "hint", "explanation"),
    "claims": (
        "kind", "metric", "facets", "subject", "place", "period", "status", "role", "hedge", *_FIGURE, *_PLACE,
        "person", "titles", "sure",
    ),
    "facts": ("metric", "subject", "period", "mark", *_FIGURE, *_PLACE),
}
_WHOLE = ("line", "column")


def rows_of(report: Report, of: Frame) -> list[Row]:
    """The rows of a table: one a finding, one a claim, or one for each claim about a fact.

    Numbers are as exact as in the claim: Decimal, but Fraction in `low` and `high`, the ends of the widest fair reading
    in `measure`. Raises InputError for a table that there is not.
    """
    if of not in COLUMNS:
        raise InputError("of", f"no table {of!r}; known: {', '.join(COLUMNS)}")
    rows = {"findings": _findings, "claims": _claims, "facts": _facts}[of](report)
    return [{column: row[column] for column in COLUMNS[of]} for row in rows]


def to_pandas(report: Report, of: Frame) -> pandas.DataFrame:
    """The table as pandas knows it; numbers stay exact objects."""
    library = load_extra("pandas", "to_pandas", task="to make a data frame")
    return library.DataFrame(rows_of(report, of), columns=list(COLUMNS[of]))


def to_polars(report: Report, of: Frame) -> polars.DataFrame:
    """The table as polars knows it; exact numbers are text there, since no type of its columns holds them all."""
    library = load_extra("polars", "to_polars", task="to make a data frame")
    schema = {column: library.Boolean if column == "sure" else library.Int64 if column in _WHOLE else library.String
              for column in COLUMNS[of]}
    rows = [{name: _cell(name, value) for name, value in row.items()} for row in rows_of(report, of)]
    frame: polars.DataFrame = library.DataFrame(rows, schema=schema)
    return frame


def _cell(column: str, value: object) -> object:
    return value if value is None or column in (*_WHOLE, "sure") else str(value)


def _findings(report: Report) -> Iterator[Row]:
    for finding in report.findings:
        first, *others = finding.claims
        yield dict(finding) | _place(first) | {"against": "; ".join(claim.location for claim in others)}


def _claims(report: Report) -> Iterator[Row]:
    for claim in report.claims:
        row = dict(claim) | _place(claim) | _figure(claim)
        yield row | {
            "period": claim.period and claim.period.iso,
            "facets": ", ".join(claim.facets),
            "titles": ", ".join(claim.titles),
        }


def _facts(report: Report) -> Iterator[Row]:
    for fact in report.facts:
        for cell in fact.cells.values():
            for claim in cell:
                yield dict(fact) | _place(claim) | _figure(claim)


def _place(claim: Claim) -> Row:
    return {name: getattr(claim, name) for name in _PLACE}


def _figure(claim: Claim) -> Row:
    """What a figure says; the second value of a range stands beside its first."""
    first, last = claim.value if isinstance(claim.value, tuple) else (claim.value, None)
    widest = claim.reading.lenient if claim.reading else None
    return {
        "value": first, "value_to": last, "unit": claim.unit, "measure": claim.measure,
        "low": widest and widest.low, "high": widest and widest.high,
    }
