"""The roll of a run: all claims, told apart in one pass.

Of a hundred thousand claims few lie in the memory that is quick to reach, so that to look at each of them once more
costs as much as most of what is then done with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter, itemgetter

from claimcheck.check.comparing.comparable import why_unfit
from claimcheck.model.claim import Claim

_PLACE = attrgetter("path", "start", "end")
_ASKED = itemgetter("kind", "role", "noun", "unit", "value", "reading", "metric", "status")
_PLAIN = frozenset((None, "level", "change"))  # roles


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
            kind, role, noun, unit, value, reading, metric, status = _ASKED(vars(claim))
            self.by_kind[kind].append(claim)
            is_plain = reading is not None and metric is not None and role in _PLAIN and status == "outcome"
            if (is_plain and kind == "quantity") or (reason := why_unfit(claim)) is None:  # most are plain: no call
                self.figures.append(claim)
            else:
                self.unfit.append((claim, reason))
                if kind == "quantity" and reading is not None and metric is None:
                    self.nameless.append(claim)
            if noun and unit == "count":
                self.counts.append(claim)
            if role == "change":
                if claim.trend:
                    self.changes.append(claim)
            elif type(value) is tuple and reading is not None:
                self.ranges.append(claim)
        self.figures.sort(key=_PLACE)
