"""Trusted claims as lines of JSON, each an object with the fields of a claim."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from pydantic import ValidationError

from claimcheck.against.trusted import Trusted, complaint
from claimcheck.errors import InputError
from claimcheck.written import Claim


def figures_of_lines(text: str, path: str) -> Iterator[Trusted | InputError]:
    """The claim of each line that is not blank, or what is wrong with the line.

    >>> [told.claim.location for told in figures_of_lines('{"metric": "exports", "value": "3 USD"}', "a.jsonl")]
    ['a.jsonl:1:1']
    """
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _figure(line, path, number, start)
        start += len(line) + 1


def _figure(line: str, path: str, number: int, start: int) -> Trusted | InputError:
    try:
        fields = json.loads(line, parse_float=Decimal)
    except json.JSONDecodeError as error:
        return InputError(f"{path}:{number}:{error.colno}", f"not valid JSON: {error.msg}")
    except RecursionError:
        return InputError(f"{path}:{number}:1", "not valid JSON: nested too deeply")
    if not isinstance(fields, dict):
        return InputError(f"{path}:{number}:1", "is no object with the fields of a claim")
    source = str(fields.pop("source", ""))
    try:
        claim = Claim.model_validate(fields)
    except ValidationError as error:
        name, reason = complaint(error)
        at = max(line.find(f'"{name}"'), 0) + 1 if name else 1
        return InputError(f"{path}:{number}:{at}", f"{f'field {name!r}: ' if name else ''}{reason}")
    where = {"path": path, "start": start, "end": start + len(line), "line": number, "column": 1, "part": ""}
    return Trusted(claim.model_copy(update=where), source)
