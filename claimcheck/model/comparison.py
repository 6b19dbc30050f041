"""Why two claims were, or were not, set against each other, and with what result."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Severity

FacetMark = Literal["same", "alike", "differs", "unknown"]
ComparisonVerdict = Literal["conflicts", "agrees", "cannot-tell", "not-compared"]


class Facet(BaseModel):
    """One respect in which two claims are compared, with what is read of each; "" is unknown.

    mark: "alike" for what is not the same and yet does not keep the two apart, as an estimate and an outcome.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    first: str
    second: str
    mark: FacetMark


class Comparison(BaseModel):
    """Two claims, facet by facet, with the verdict on them, the rule that gave it ("" for none) and the reason.

    severity: of the finding that tells the conflict.
    """

    model_config = ConfigDict(frozen=True)

    claims: tuple[Claim, Claim]
    facets: tuple[Facet, ...]
    verdict: ComparisonVerdict
    rule: str = ""
    reason: str
    severity: Severity | None = None
