"""An office that a person holds, in the form in which two reports can be compared."""

from __future__ import annotations

from dataclasses import dataclass

POSTED_TO = ">"  # stands in a place between the land that sends somebody abroad and the host: "norland > lettland"


@dataclass(frozen=True, slots=True)
class Office:
    """A post: "deputy" or "" for the level, the rank, and the body that it belongs to.

    scope: "provincial", "district", "national" ...; body: what the rank is held in ("people's committee", "health");
    place: the name of the province, country or company; of an ambassador "norland > lettland", or one of the two, as
    in "norland" and "> lettland". Each is "" where the text leaves it open.

    >>> Office.parse("deputy chairman|provincial|people's committee|cao bang").level
    'deputy'
    """

    level: str
    rank: str
    scope: str = ""
    body: str = ""
    place: str = ""

    @classmethod
    def parse(cls, text: str) -> Office:
        """An office from the form that `str` gives; raises ValueError for anything else."""
        head, scope, body, place = text.split("|")
        level, rank = ("deputy", head.removeprefix("deputy ")) if head.startswith("deputy ") else ("", head)
        return cls(level, rank, scope, body, place)

    @property
    def head(self) -> str:
        """Level and rank: "deputy mayor"."""
        return f"{self.level} {self.rank}" if self.level else self.rank

    def __str__(self) -> str:
        return f"{self.head}|{self.scope}|{self.body}|{self.place}"

    @property
    def name(self) -> str:
        """The office in words, for messages."""
        parts = " ".join(part for part in (self.scope, self.body) if part)
        return f"{self.head} ({parts})" if parts else self.head

    def may_share_body(self, other: Office) -> bool:
        """True unless scope, body or place are known on both sides and differ."""
        mine, theirs = ((each.scope, each.body, each.sender, each.host) for each in (self, other))
        return all(a == b or not a or not b for a, b in zip(mine, theirs, strict=True))

    @property
    def sender(self) -> str:
        """The place that the office belongs to, without that which somebody is sent to."""
        return self.place.partition(POSTED_TO)[0].strip()

    @property
    def host(self) -> str:
        """The place that somebody is sent to; "" for most offices."""
        return self.place.partition(POSTED_TO)[2].strip()
