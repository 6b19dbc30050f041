"""What a superlative is limited to: a class, a sort, a part of the year, and other words that its rival lacks."""

from __future__ import annotations

from collections import defaultdict

from claimcheck.check.comparing.evidence import stem_of_word
from claimcheck.check.ledger import Ledger
from claimcheck.check.records.extents import When
from claimcheck.check.records.marks import DAY
from claimcheck.check.records.superlatives import Superlative, stems_in, words_in
from claimcheck.model.claim import Claim, Relation

_UNSAID, _MOST_UNSAID = 0.7, 2  # for each word that limits a superlative and that its rival is not told with
_SHORT = ("day", "week", "month")


class Limits:
    """The limits of the superlatives of all stories, by the keys of a rule (see `check.extremes`).

    classes: sets of words for whom is compared with her like; called: the records that marks are called, by their
    places.
    """

    def __init__(self, ledger: Ledger, when: When) -> None:
        self._marks = ledger.marks
        self._apart = [words_in(each) for each in when["apart"]]
        self.classes = [words_in(each) for each in when["classes"]]
        self._steady = frozenset(when["steady"])
        self._doers = when["doers"]
        self._elsewhere = [words_in(each) for each in when["elsewhere"]]
        self._here = frozenset(when["here"])
        self._days: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for claim in ledger.claims_of("date"):
            self._days[claim.path, claim.line].append(claim)
        self.called: dict[tuple[str, int], list[Relation]] = defaultdict(list)
        for relation in ledger.relations_of("record"):
            for claim in relation.roles.get("value", ()):
                self.called[claim.path, claim.start].append(relation)

    def unsaid(self, said: Superlative, words: frozenset[str]) -> float:
        """What it tells against a rival that it lacks words which limit the superlative."""
        return _UNSAID * min(len(said.rest - words), _MOST_UNSAID)

    def is_apart(self, said: Superlative, words: frozenset[str]) -> bool:
        """True where a mark is, or may be, one of a sort or class that the superlative does not speak of."""
        if any(each & words and not each & said.said for each in self._apart):
            return True
        doer = self._doer(said)
        if doer and doer not in set(map(stem_of_word, words)):
            return True
        mine = [each for each in self.classes if each & said.said]
        yours = [each for each in self.classes if each & words]
        return bool(mine) and any(each not in mine for each in yours)

    def is_of_other_event(self, said: Superlative, own: Claim, mark: Claim) -> bool:
        """True for a time that may have been run elsewhere than one which has set a record, or is somebody's best."""
        if not said.is_fresh:
            return False
        told = words_of(mark)
        if any(each & told and not each & said.said for each in self._elsewhere):
            return True
        return told.isdisjoint(self._here) and self._marks.names_of(own).isdisjoint(self._marks.names_of(mark))

    def _doer(self, said: Superlative) -> str:
        """How the word begins for those among whom somebody is first: "the fastest time ever by an Italian".

        Nothing for a class, which the marks of a list may leave out: "by a woman".
        """
        led = next((lead for lead in self._doers if f" {lead} " in f" {said.extent.rest} "), None)
        behind = f" {said.extent.rest} ".partition(f" {led} ")[2].split() if led else []
        return stem_of_word(behind[0]) if behind and not any(behind[0] in each for each in self.classes) else ""

    def is_of_part(self, said: Superlative, mark: Claim, words: frozenset[str]) -> bool:
        """True for a mark of the part of the year that a superlative speaks of, which its sentence or time tells."""
        if not said.parts or mark.measure == DAY or any(own.metric in self._steady for own in said.own):
            return True
        period = self._marks.period_of(mark)
        told = {stem_of_word(f"{period.start:%B}".lower())} if period and period.sort in _SHORT else set()
        for relation in self.called[mark.path, mark.start]:
            told |= stems_in(relation.scope.split("\n")[-1])
        for day in self._days[mark.path, mark.line]:
            if mark.sentence <= day.start < mark.end:
                told |= stems_in(day.text)
        return said.parts <= words | told

    def is_called(self, said: Superlative, mark: Claim) -> bool:
        """True for a mark that its own words call the same, among the same things ("the highest in the country")."""
        return bool(said.rest) and any(
            relation.words is not None and stems_in(relation.words.text) == stems_in(said.called.text)
            and said.rest <= stems_in(relation.scope.split("\n")[0])
            for relation in self.called[mark.path, mark.start]
        )


def words_of(mark: Claim) -> frozenset[str]:
    """The words of a mark's sentence, and those of its name."""
    return mark.context | mark.near | words_in(f"{mark.phrase or ''} {mark.metric or ''} {mark.noun or ''}")


def stems_of(mark: Claim) -> frozenset[str]:
    """How the words of a mark's sentence begin, and those of its name."""
    return frozenset(map(stem_of_word, words_of(mark)))
