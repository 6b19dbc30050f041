"""How readings and periods stand in JSON: exactly, and read back as they were."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from claimcheck.model.ends import bottom_of, top_of
from claimcheck.model.interval import Interval
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading


def _bound(value: Fraction | None) -> str | None:
    if value is None:
        return None
    top, bottom = top_of(value), bottom_of(value)
    if bottom == 1:
        return str(top)
    number = Decimal(top) / bottom
    return f"{number:f}" if number.as_integer_ratio() == (top, bottom) else str(value)


def reading_out(reading: Reading) -> dict[str, dict[str, Any]]:
    """The ends of both intervals of a reading, exactly, for JSON."""
    return {
        name: {
            "low": _bound(interval.low),
            "high": _bound(interval.high),
            "low_open": interval.low_open,
            "high_open": interval.high_open,
        }
        for name, interval in (("strict", reading.strict), ("lenient", reading.lenient))
    }


def _reading_in(value: object) -> object:
    if not isinstance(value, dict):
        return value

    def interval(given: dict[str, Any]) -> Interval:
        low, high = (None if given[end] is None else Fraction(given[end]) for end in ("low", "high"))
        return Interval.of(low, high, low_open=given["low_open"], high_open=given["high_open"])

    try:
        return Reading(interval(value["strict"]), interval(value["lenient"]))
    except (KeyError, TypeError, ZeroDivisionError) as error:
        raise ValueError(f"not a reading ({type(error).__name__}: {error})") from error


def _period_in(value: object) -> object:
    return Period.parse(value) if isinstance(value, str) else value


_INTERVAL_SCHEMA = {
    "type": "object",
    "properties": {
        "low": {"type": ["string", "null"], "description": "exact decimal or fraction; null: no lower end"},
        "high": {"type": ["string", "null"]},
        "low_open": {"type": "boolean"},
        "high_open": {"type": "boolean"},
    },
}
ReadingField = Annotated[
    Reading,
    BeforeValidator(_reading_in),
    PlainSerializer(reading_out),
    WithJsonSchema(
        {"type": "object", "properties": {"strict": _INTERVAL_SCHEMA, "lenient": _INTERVAL_SCHEMA}}
    ),
]
PeriodField = Annotated[
    Period,
    BeforeValidator(_period_in),
    PlainSerializer(lambda period: period.iso, return_type=str),
    WithJsonSchema({"type": "string", "description": "ISO 8601 or TIMEX3: 2023, 2023-Q1, 2024-01/2024-11"}),
]
