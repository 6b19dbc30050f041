"""What is remembered of a report while its figures are bound one after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimcheck.extract.binding.grammar.pattern import Binding
from claimcheck.extract.binding.when.carrying import is_background
from claimcheck.extract.binding.when.period import NEVER, When
from claimcheck.extract.binding.whose.entities import NOBODY, About
from claimcheck.extract.binding.whose.report import Own
from claimcheck.extract.drafts import BlockDrafts, QuantityDraft


@dataclass(slots=True)
class Memory:
    """What one sentence leaves to the next: topic, period of the paragraph and of its plans, the last metric.

    is_entry: the block is one of a chronicle, headed by a day, and tells in whatever tense what was on that day.
    """

    own: Own
    phrases: tuple[str, ...]
    today: dt.date | None = None
    topic: About = NOBODY
    nearby: About = NOBODY
    person: About = NOBODY
    thing: str = ""
    block: int = -1
    block_when: When = NEVER
    ahead_when: When = NEVER
    list_when: When = NEVER
    sentence_when: When = NEVER
    aside_when: When = NEVER
    is_entry: bool = False
    lead: int = 0
    last_metric: str | None = None
    last: QuantityDraft | None = None
    bound: dict[int, Binding] = field(default_factory=dict)

    @property
    def when(self) -> When:
        """The period of the sentence so far, else what lasts."""
        return self.sentence_when if self.sentence_when.is_known else self.lasting_when

    @property
    def lasting_when(self) -> When:
        """The period of the paragraph so far, else that of the report."""
        return self.block_when if self.block_when.is_known else When(self.own.period, is_ahead=self.own.is_ahead)

    def open_block(self, block: int, blocks: Sequence[BlockDrafts]) -> None:
        """Forgets what counts within one block only; the items of a list are of the time that what heads them tells."""
        before = blocks[self.block] if self.block >= 0 else None
        if before is None or before.kind != "item":
            heads = before is not None and (before.kind == "heading" or before.text.rstrip().endswith(":"))
            self.list_when = self.block_when if heads else NEVER
        self.block, self.topic, self.person, self.thing, self.ahead_when = block, NOBODY, NOBODY, "", NEVER
        self.block_when = self.list_when if blocks[block].kind == "item" else NEVER

    def pass_on(self, when: When, *, is_lead: bool, is_figured: bool) -> None:
        """Keeps a date that no figure of its sentence has, unless it tells no more than when something was done.

        "In May the mill burnt down. 40 men lost their work.", "The choir drew 900 people in 2023. It was founded in May
        1902. 40 men sing in it."
        """
        known = self.block_when.is_known or (self.own.period is not None and not is_lead)
        if when.is_known and not (when.is_behind and (known or is_figured or is_background(when, self.today))):
            self.block_when = when

    def keep(self, when: When) -> None:
        """Lets a period last for the sentences that follow; that of a plan only for those that tell more of plans."""
        if when.is_ahead:
            self.ahead_when = when
        else:
            self.block_when = when
