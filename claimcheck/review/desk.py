"""What lies on the editor's desk: the findings as the reports are now, and what has been decided about them."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.lint.decisions import Decision, Decisions, Ruling, decision_on
from claimcheck.model.report import Report
from claimcheck.report.look import Look
from claimcheck.report.page.view import FindingView, View, view_of
from claimcheck.review.store import Store
from claimcheck.session import Session

# What tells that something has changed: each file with its time, size and number.
_Stamps = tuple[tuple[str, int, int, int], ...]
Judge = Callable[[Report], Report]


@dataclass(frozen=True, slots=True)
class Desk:
    """What is shown at one moment.

    version: another one whenever anything has changed. news: what changed last, in a sentence. problem: why the file of
    decisions cannot be read; "" when it can.
    """

    version: int
    view: View
    decisions: Decisions
    news: str = ""
    problem: str = ""

    def finding(self, number: int) -> FindingView | None:
        """The finding of this number, from 1."""
        return self.view.findings[number - 1] if 0 < number <= len(self.view.findings) else None

    @property
    def gone(self) -> tuple[Decision, ...]:
        """The decisions about findings that are no longer found."""
        found = {each.mark for each in self.view.findings}
        return tuple(decision for mark, decision in self.decisions.items() if mark not in found)

    @property
    def undecided(self) -> int:
        """How many findings nobody has decided about."""
        return sum(each.mark not in self.decisions for each in self.view.findings)

    @property
    def to_fix(self) -> int:
        """How many are to be mended in the reports."""
        return sum(not self.decisions[each.mark].hides for each in self.view.findings if each.mark in self.decisions)

    @property
    def settled(self) -> int:
        """How many are accepted, or false alarms."""
        return len(self.view.findings) - self.undecided - self.to_fix


class Keeper:
    """Keeps the desk up to date: checks again what has changed, and writes down what is decided.

    session: of the reports; judge: what else is left out of their findings, as the settings want it; store: of the
    decisions. Several threads may ask.
    """

    def __init__(self, session: Session, judge: Judge, store: Store, look: Look) -> None:
        self._session, self._judge, self._store, self._look = session, judge, store, look
        self._lock = threading.Lock()
        self._stamps = self._look_at_files()
        self._desk = self._laid_out(1, self._checked(), "")

    def desk(self) -> Desk:
        """The desk as the files are now; as it was while another thread is about to check them again."""
        if self._lock.acquire(blocking=False):
            try:
                self._renew()
            finally:
                self._lock.release()
        return self._desk

    def decide(self, finding: FindingView, ruling: Ruling | None, because: str) -> Desk:
        """Keeps a decision about a finding; None withdraws it.

        Raises ValueError for a decision that lacks its reason, InputError when it cannot be written.
        """
        if ruling is None:
            self._store.withdraw([finding.mark])
        else:
            self._store.decide(decision_on(finding.finding, ruling, because, dt.date.today()))
        return self._after_writing()

    def forget(self, findings: Collection[str]) -> Desk:
        """Withdraws the decisions about findings that are no longer found; raises InputError as `decide` does."""
        self._store.withdraw({each.finding for each in self._desk.gone} & set(findings))
        return self._after_writing()

    def _after_writing(self) -> Desk:
        with self._lock:
            self._renew()
            return self._desk

    def _renew(self) -> None:
        stamps = self._look_at_files()
        if stamps == self._stamps:
            return
        only_decisions = stamps[1:] == self._stamps[1:]
        self._stamps = stamps
        view = self._desk.view if only_decisions else self._checked()
        changed = ", ".join(sorted(self._session.changed))
        news = "" if only_decisions or not changed else f"Checked again: {changed} changed."
        self._desk = self._laid_out(self._desk.version + 1, view, news)

    def _checked(self) -> View:
        return view_of(self._judge(self._session.check()), self._look)

    def _laid_out(self, version: int, view: View, news: str) -> Desk:
        try:
            return Desk(version, view, self._store.read(), news)
        except InputError as error:
            return Desk(version, view, {}, news, str(error))

    def _look_at_files(self) -> _Stamps:
        """The stamp of the file of decisions, then those of the reports."""
        return (_stamp(self._store.path, ""), *self._stamps_of_reports())

    def _stamps_of_reports(self) -> Iterator[tuple[str, int, int, int]]:
        for path, name in self._session.files([]):
            yield _stamp(path, name)


def _stamp(path: Path, name: str) -> tuple[str, int, int, int]:
    try:
        told = path.stat()
    except OSError:  # not there, or not to be seen: that may change as well
        return name, 0, 0, 0
    return name, told.st_mtime_ns, told.st_size, told.st_ino


def with_all_rows(look: Look) -> Look:
    """A look that shows every fact; what one report alone says can be hidden on the page."""
    return replace(look, rows=replace(look.rows, choice="all"))
