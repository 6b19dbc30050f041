"""The roll of a run: all claims, told apart in one pass.

Of a hundred thousand claims few lie in the memory that is quick to reach, so that to look at each of them once more
costs as much as most of what is then done with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from claimcheck.check.comparable import why_unfit
from claimcheck.model.claim import Claim

_PLACE = attrgetter("path", "start", "end")


class Roll:
    """The claims by kind, and the figures by what can be done with them.

    figures: those that can be compared at all, in the order of their places; unfit: the other claims, and why.
    nameless: amounts of which only their digits and the words around them tell what they measure.
    ranges: figures between two ends, changes apart; changes: rises and falls; counts: numbers of named things.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.by_kind: dict[str, list[Claim]] = defaultdict(list)
        self.unfit: list[tuple[Claim, str]] = []
        self.nameless: list[Claim] = []
        self.ranges: list[Claim] = []
        self.changes: list[Claim] = []
        self.counts: list[Claim] = []
        self.figures: list[Claim] = []
        for claim in claims:
            self.by_kind[claim.kind].append(claim)
            reason = why_unfit(claim)
            if reason is None:
                self.figures.append(claim)
            else:
                self.unfit.append((claim, reason))
                if claim.kind == "quantity" and claim.reading is not None and claim.metric is None:
                    self.nameless.append(claim)
            if claim.noun and claim.unit == "count":
                self.counts.append(claim)
            if claim.role == "change":
                if claim.trend:
                    self.changes.append(claim)
            elif type(claim.value) is tuple and claim.reading is not None:
                self.ranges.append(claim)
        self.figures.sort(key=_PLACE)
