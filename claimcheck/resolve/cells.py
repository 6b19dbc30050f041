"""Figures in cells of tables become claims; they need none of what running text needs to be understood.

A cell is named by the label of its row, where the words over its column tell no more than time and unit; or by the
words over its column, where the label is a place. What its row stands under narrows that: a place is whom it is about,
other words go before the label ("Goods", "Exports"). It is set against other reports and the text of its own only where
they speak of the same thing, and where its table does not give several figures under one name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from claimcheck.model.alike import like
from claimcheck.model.claim import Claim, Relation, Unresolved
from claimcheck.model.document import Document
from claimcheck.model.interval import Interval
from claimcheck.model.measure import dimension_of
from claimcheck.model.mention import Extraction, QuantityMention
from claimcheck.model.reading import Reading
from claimcheck.resolve.figures import Vocabulary, inferred_subject
from claimcheck.resolve.measures import to_measure
from claimcheck.resolve.naming import Name, is_telling, name_metric
from claimcheck.resolve.periods import read_period
from claimcheck.resolve.subjects import Setting, canonical, is_place
from claimcheck.resolve.words import words_of

_Key = tuple[object, ...]
_UNTOLD = Claim(sure=False, telling=False)
_TIED = Relation(kind="footing", roles={}, path="", start=0, end=0)
_NO_LABEL = "a figure in a table whose row has no label of its own"
_NO_WORDS = "a figure in a table with neither a label of its own nor words over it"


@dataclass(slots=True)
class Cells:
    """The cells of one document as claims: all in their order, and which of them say what they measure.

    nameless: those that nothing says anything of, and that no other figure of their table is tied to.
    """

    claims: list[Claim]
    named: set[int] = field(default_factory=set)
    nameless: dict[int, Unresolved] = field(default_factory=dict)

    def split(self) -> tuple[list[Claim], list[Claim]]:
        """Those that say what they measure, and the others."""
        named = [self.claims[at] for at in sorted(self.named)]
        return named, [
            claim for at, claim in enumerate(self.claims) if at not in self.named and at not in self.nameless
        ]


def without_cells(claims: Sequence[Claim], cells: Sequence[Claim]) -> list[Claim]:
    """The claims of running text but for figures that are told better as cells: rows of small tables are text too."""
    taken = {(cell.path, at) for cell in cells for at in range(cell.start, cell.end)}
    return [claim for claim in claims if claim.kind != "quantity" or (claim.path, claim.start) not in taken]


class CellReader:
    """Makes claims of the cells of documents. spoken: the metrics of which the running texts of all reports speak."""

    def __init__(self, vocabulary: Vocabulary, spoken: Collection[str]) -> None:
        self._vocabulary = vocabulary
        self._spoken = spoken
        self._names: dict[tuple[str, str], Name | None] = {}
        self._words: dict[_Key, tuple[str, str]] = {}

    def read(
        self, document: Document, extraction: Extraction, setting: Setting, shared: Mapping[str, Any]
    ) -> Cells:
        """The cells of a document of this setting; `shared`: the fields that all claims of the document share."""
        plain = [_claim(document, cell) for cell in extraction.cells]
        named: dict[_Key, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        for at, cell in enumerate(extraction.cells):
            fields = self._told(cell, plain[at], setting)
            if fields is not None:
                key = (fields["metric"], fields["facets"], fields["subject"], fields["period"], plain[at].measure)
                named[key].append((at, fields))
        cells = Cells(plain, nameless=dict(_nameless(document, extraction)))
        for same in named.values():
            if len({plain[at].value for at, _ in same}) == 1:
                for at, fields in same:
                    cells.claims[at] = plain[at].model_copy(update={**shared, **fields})
                    cells.named.add(at)
        return cells

    def _told(self, cell: QuantityMention, claim: Claim, setting: Setting) -> dict[str, Any] | None:
        """What the words beside and over a cell say of it; None where they leave it open."""
        if not self._spoken or cell.period is None:
            return None
        phrase, where = self._words_of(cell)
        if not phrase:
            return None
        subjects = self._vocabulary.subjects
        name = self._name(phrase, claim.measure or "")
        if name is None or name.metric not in self._spoken:
            return None
        place = canonical(where, setting, subjects) if where else None
        subject = place or inferred_subject(name, setting, subjects)
        if subject is None:
            return None
        return {
            "metric": name.metric, "facets": name.facets, "phrase": phrase, "known": name.known, "subject": subject,
            "place": place, "period": _period(cell.period), "timeless": name.timeless,
            "sure": True, "tabled": True, "telling": is_telling(name, self._vocabulary.names), "nation": setting.nation,
            "of_event": name.owner == "event", "scene": name.scene, "context": frozenset(words_of(phrase)),
        }

    def _words_of(self, cell: QuantityMention) -> tuple[str, str]:
        """The words that name a cell, and those of its place; no words where they leave open what it is."""
        key = (cell.over_row, cell.metric, cell.head)
        if key not in self._words:
            subjects = self._vocabulary.subjects
            labels = (*cell.over_row, cell.metric) if cell.metric else cell.over_row
            places = [label for label in labels if is_place(label, subjects)]
            of_place = bool(places) and places[-1] == cell.metric
            words = [label for label in cell.over_row if label not in places][-1:]
            phrase = " ".join((*words, (cell.head if of_place else cell.metric) or "")).strip()
            is_open = cell.head and not of_place
            self._words[key] = "" if is_open else phrase, places[-1] if places else ""
        return self._words[key]

    def _name(self, phrase: str, measure: str) -> Name | None:
        key = (phrase, measure)
        if key not in self._names:
            self._names[key] = name_metric(phrase, None, dimension_of(measure), self._vocabulary.names)
        return self._names[key]


def relations_of_cells(document: Document, extraction: Extraction, claims: Sequence[Claim]) -> Iterator[Relation]:
    """What ties the claims of cells together."""
    for link in extraction.footings:
        yield like(_TIED, {
            "kind": link.kind, "path": document.path, "start": link.start, "end": link.end,
            "roles": {role: tuple(claims[at] for at in places) for role, places in link.roles.items()},
            "direction": link.direction, "scope": link.scope, "complete": link.complete, "when": link.when,
        })


def _nameless(document: Document, extraction: Extraction) -> Iterator[tuple[int, Unresolved]]:
    """The cells without a label of their own that are tied to no other cell, not compared for that reason."""
    tied = {at for link in extraction.footings if link.kind == "footing" for places in link.roles.values()
            for at in places}
    for at, cell in enumerate(extraction.cells):
        if cell.metric is None and at not in tied and any(map(str.isdigit, cell.text)):
            reason = _NO_LABEL if cell.head or cell.period else _NO_WORDS
            yield at, Unresolved(path=document.path, start=cell.start, end=cell.end, text=cell.text, reason=reason)


def _claim(document: Document, cell: QuantityMention) -> Claim:
    assert not isinstance(cell.value, tuple)
    reading, measure = _reading(cell.value, cell.last_place or Decimal(1), cell.unit)
    line, column = document.line_and_column(cell.start)
    return like(_UNTOLD, {
        "path": document.path, "start": cell.start, "end": cell.end, "line": line, "column": column,
        "part": document.part(cell.start), "text": document.text[cell.start : cell.end], "value": cell.value,
        "unit": cell.unit, "measure": measure, "reading": reading, "phrase": cell.metric,
        "period": _period(cell.period),
    })


_period = lru_cache(maxsize=1024)(read_period)  # the cells of a column share one


@lru_cache(maxsize=16384)
def _reading(value: Decimal, place: Decimal, unit: str) -> tuple[Reading, str]:
    """What a figure of a table may mean, and in which measure: tables round even what is counted."""
    (top, bottom), (step, parts) = value.as_integer_ratio(), place.as_integer_ratio()
    middle, half, bottom = 2 * top * parts, step * bottom, 2 * bottom * parts
    strict = Interval(Fraction(middle - half, bottom), Fraction(middle + half, bottom))
    lenient = Interval(Fraction(middle - 2 * half, bottom), Fraction(middle + 2 * half, bottom), True, True)
    return to_measure(Reading(strict, lenient), unit, None)
