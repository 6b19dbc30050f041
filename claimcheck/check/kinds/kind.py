"""The shape that all methods of checking share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.check.ledger import Ledger
from claimcheck.model.finding import Finding, Verdict
from claimcheck.packs.schema.rules import RuleSpec

# A method takes a rule and the ledger of all claims, and yields its findings and verdicts.
Method = Callable[[RuleSpec, Ledger], Iterator[Finding | Verdict]]
