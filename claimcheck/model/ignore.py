"""A comment in a report that asks for silence about a finding."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Ignore(BaseModel):
    """A comment to claimcheck: which rules it names, the reason it gives, and which stretch of the report it is about.

    path, line, column: where the comment stands; part: as for a claim. first, last: the stretch, as offsets in the
    source; rules and reason are empty where the comment does not give them.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    path: str
    line: int
    column: int
    part: str = ""
    text: str
    first: int
    last: int
    rules: tuple[str, ...] = ()
    reason: str = ""

    def covers(self, path: str, start: int, end: int) -> bool:
        """Whether a place of a report lies in the stretch.

        >>> told = Ignore(path="a.md", line=1, column=1, text="", first=0, last=90)
        >>> told.covers("a.md", 40, 50), told.covers("a.md", 80, 95), told.covers("b.md", 40, 50)
        (True, False, False)
        """
        return path == self.path and self.first <= start and end <= self.last
