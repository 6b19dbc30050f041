"""A claim as one line of JSON that holds all of it, so that what is read from the line equals what was written."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from claimcheck.model.claim import Claim
from claimcheck.model.claim_fields import reading_out
from claimcheck.model.period import Period
from claimcheck.model.reading import Reading

# says that the fields are a claim's own, and not words that are still to be understood
RESOLVED = "resolved"
# characters that JSON leaves as they are, and at which some programs, `str.splitlines` among them, end a line
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def claim_line(claim: Claim) -> str:
    """The claim as a line of JSON, without a line break. Fields that hold nothing of their own are left out.

    >>> claim_line(Claim(path="a.txt", metric="exports", value=Decimal("3.50"), unit="USD"))
    '{"resolved": true, "path": "a.txt", "metric": "exports", "value": "3.50", "unit": "USD"}'
    """
    fields = {
        name: _plain(getattr(claim, name))
        for name, field in Claim.model_fields.items()
        if getattr(claim, name) != field.default
    }
    return json.dumps({RESOLVED: True, **fields}, ensure_ascii=False).translate(_LINE_ENDS)


def resolved_claim(fields: Mapping[str, Any]) -> Claim:
    """The claim of the fields that `claim_line` writes; raises pydantic's ValidationError for others."""
    return Claim.model_validate(fields)


def _plain(value: object) -> object:
    """A value of a claim in the types of JSON; nothing is rounded."""
    match value:
        case Decimal():
            return str(value)
        case dt.date():
            return value.isoformat()
        case Period():
            return _period(value)
        case Reading():
            return reading_out(value)
        case frozenset():
            return sorted(value)
        case tuple():
            return [_plain(each) for each in value]
    return value


def _period(period: Period) -> object:
    """The period in its usual form where that tells all, else spelt out: "since 3 May" and "3 May" share theirs."""
    try:
        if Period.parse(period.iso) == period:
            return period.iso
    except ValueError:  # some sorts have no form of their own
        pass
    end = None if period.end is None else period.end.isoformat()
    return {"start": period.start.isoformat(), "end": end, "sort": period.sort}
