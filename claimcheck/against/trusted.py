"""One trusted figure, and what is told of its mistakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from pydantic import ValidationError

from claimcheck.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Trusted:
    """A claim of the record, at its place there, and where the record has it from ("" when it does not say).

    Its offsets are those of the value in the file; its text is the value with its unit, which may stand elsewhere.
    """

    claim: Claim
    source: str = ""


Spot = tuple[str, int, int]
ByPlace = Mapping[Spot, Trusted]  # the figures of a record by where they stand
spot_of: Callable[[Claim], Spot] = attrgetter("path", "start", "end")


def complaint(error: ValidationError) -> tuple[str, str]:
    """The field that a claim was refused for ("" for its words as a whole), and why."""
    first = error.errors(include_url=False)[0]
    field = str(first["loc"][0]) if first["loc"] else ""
    known = "no field of a claim" if first["type"] == "extra_forbidden" else first["msg"]
    return field, known.removeprefix("Value error, ")
