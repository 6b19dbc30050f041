"""Whose a cited document is: many provinces number theirs alike, so that the number alone does not tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.model.document import Document
from claimcheck.model.letters import fold
from claimcheck.model.mention import ReferenceMention
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.references import ReferenceGrammar
from claimcheck.resolve.subjects import Subjects, places_in
from claimcheck.resolve.words import words_of

_AFTER = 90  # characters behind a citation that may name the issuer
_BEFORE = 40
_STOP = re.compile(r"[.,;:!?()\n]")
_OWNER = re.compile(r"((?:[^\W\d_]+ ){0,3}[^\W\d_]+)['’]s\s*$")


@dataclass(frozen=True, slots=True)
class Issuers:
    """local: marks in numbers of bodies that every province has; links: words between a citation and its issuer.

    others: words around an event that may make it another one of its series.
    """

    local: frozenset[str]
    links: frozenset[str]
    others: frozenset[str]
    subjects: Subjects

    @classmethod
    def compile(cls, packs: Packs, subjects: Subjects) -> Issuers:
        """The marks and links of all languages."""
        grammars = [each for language in packs.languages for each in packs.select(ReferenceGrammar, language)]
        local = frozenset(fold(mark).upper() for each in grammars for mark in each.local_marks)
        links, others = (frozenset(word for words in each for word in words) for each in (
            [each.issuer_links for each in grammars], [each.others for each in grammars]))
        return cls(local, links, others, subjects)

    def is_local(self, identifier: str) -> bool:
        """True for the number of a body that every province has: "12/QD/UBND" in its normal form."""
        return not self.local.isdisjoint(identifier.split("/"))

    def place_of(self, document: Document, mention: ReferenceMention) -> str | None:
        """The place that the text names as the issuer's: "Plan 45/KH-UBND of X", "X's Plan 45/KH-UBND"."""
        text = document.reading
        behind = _STOP.split(text[mention.end : mention.end + _AFTER], maxsplit=1)[0]
        words = words_of(behind)
        if words and words[0] in self.links and (place := self._first_place(behind)) is not None:
            return place
        owner = _OWNER.search(text, max(0, mention.start - _BEFORE), mention.start)
        return self._first_place(owner[1]) if owner else None

    def _first_place(self, text: str) -> str | None:
        return next((place.name for place in places_in(words_of(text), self.subjects) if place.parent), None)
