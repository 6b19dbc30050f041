"""What the page shows of a report, ready to be poured into its template: nothing in it is decided there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model.claim import Claim, Unresolved
from claimcheck.model.document import Block, Document
from claimcheck.model.finding import SEVERITIES, Fact, Finding, Mark, Severity
from claimcheck.model.fingerprint import fingerprint
from claimcheck.model.in_words import as_name
from claimcheck.model.report import Report
from claimcheck.report.findings import neighbours
from claimcheck.report.look import Look
from claimcheck.report.page.passages import Passage, Run, anchors_of, passages_of
from claimcheck.report.page.scale import Bar, bars_of
from claimcheck.report.page.stretches import Span
from claimcheck.report.quotable import Quotable, legible
from claimcheck.report.rows import MARKS, columns_of, hedge_of, meaning, said, time_of
from claimcheck.report.snippets import Lines, in_context

_MOST_COLUMNS = 6  # more reports than this do not stand side by side
_CONTEXT = 240  # characters of a quotation with what stands around it
_MOST_LISTED = 200  # of what was not compared


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a report, and the mark in its text that they stand at ("" for none).

    name: of the report; place: in it. hedge: the word before the quotation that belongs to the figure. means: the
    values that it may have, in words.
    """

    text: str
    name: str
    place: str
    anchor: str
    hedge: str
    means: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Quotations that stand together, with what stands around them; `source` is the first of them."""

    runs: tuple[Run, ...]
    source: Quotation


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its quotations.

    number: from 1. mark: its fingerprint. working: the explanation in paragraphs. bars: its readings, to be drawn.
    """

    number: int
    mark: str
    finding: Finding
    excerpts: tuple[Excerpt, ...]
    repeats: tuple[Quotation, ...]
    working: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report says of a fact: each wording once."""

    name: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A fact: `cells` has one cell a column, or, where reports do not stand side by side, one a report that tells it.

    subject, period: in words. findings: the numbers of the findings that quote its figures. phrases: what the reports
    call it, for searching.
    """

    number: int
    fact: Fact
    subject: str
    period: str
    cells: tuple[Cell, ...]
    findings: tuple[int, ...]
    phrases: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """What a mark in a text leads to, and in what state the fact is."""

    target: str
    state: Mark


@dataclass(frozen=True, slots=True)
class TextView:
    """A report: `anchor` names its article."""

    anchor: str
    name: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole page. columns: the reports that stand side by side with their articles; none where they do not."""

    findings: tuple[FindingView, ...]
    severities: tuple[tuple[Severity, int], ...]
    rows: tuple[Row, ...]
    marks: tuple[tuple[Mark, int], ...]
    columns: tuple[tuple[str, str], ...]
    texts: tuple[TextView, ...]
    links: Mapping[str, MarkView]
    left_out: tuple[tuple[str, tuple[Quotation, ...], int], ...]
    report: Report


def view_of(report: Report, look: Look) -> View:
    """What of a report is shown as `look` wants it."""
    return _Builder(report, look).view()


class _Builder:
    """Builds the view: knows where each claim stands in the texts."""

    def __init__(self, report: Report, look: Look) -> None:
        self._report, self._look = report, look
        self._documents = _documents(report)
        told = (claim for finding in report.findings for claim in (*finding.claims, *finding.repeats))
        spans: dict[str, set[Span]] = defaultdict(set)
        for claim in (*report.claims, *told):
            spans[claim.path].add((claim.start, claim.end))
        self._anchors = {
            document.path: anchors_of(spans[document.path], f"t{at}") for at, document in enumerate(self._documents)
        }
        self._lines = {document.path: Lines(document.text) for document in self._documents}
        self._quotable = Quotable(report)
        self._legible = {document.path: legible(document) for document in self._documents}

    def view(self) -> View:
        findings = self._findings()
        facts = self._look.table_rows.of(self._report.facts)
        columns = columns_of(facts, self._report.tellers)
        side_by_side = len(columns) <= _MOST_COLUMNS
        rows = self._rows(facts, columns if side_by_side else None, findings)
        articles = {document.path: f"t{at}" for at, document in enumerate(self._documents)}
        severities = Counter(each.finding.severity for each in findings)
        marks = Counter(fact.mark for fact in facts)
        return View(
            findings=findings,
            severities=tuple((each, severities[each]) for each in reversed(SEVERITIES) if severities[each]),
            rows=rows,
            marks=tuple((mark, marks[mark]) for mark in MARKS if marks[mark]),
            columns=tuple((path, articles.get(path, "")) for path in columns) if side_by_side else (),
            texts=tuple(TextView(articles[each.path], each.path, passages_of(each, self._anchors[each.path]))
                        for each in self._documents),
            links=self._links(findings, rows),
            left_out=self._left_out(),
            report=self._report,
        )

    def _findings(self) -> tuple[FindingView, ...]:
        return tuple(
            FindingView(
                number, fingerprint(finding), finding,
                tuple(map(self._excerpt, neighbours(finding.claims, self._quotable, _CONTEXT))),
                tuple(self._quotation(claim) for claim in finding.repeats),
                tuple(finding.explanation.splitlines()), bars_of(finding),
            )
            for number, finding in enumerate(self._look.shown(self._report.findings), 1)
        )

    def _rows(
        self, facts: Sequence[Fact], columns: Sequence[str] | None, findings: Sequence[FindingView]
    ) -> tuple[Row, ...]:
        quoting: dict[str, set[int]] = defaultdict(set)
        for each in findings:
            for claim in (*each.finding.claims, *each.finding.repeats):
                quoting[self._anchor(claim)].add(each.number)
        rows = []
        for number, fact in enumerate(facts, 1):
            paths = fact.cells if columns is None else columns
            cells = tuple(Cell(path, self._wordings(fact.cells.get(path, ()))) for path in paths)
            claims = [claim for told in fact.cells.values() for claim in told]
            numbers = {at for anchor in {*map(self._anchor, claims)} - {""} for at in quoting[anchor]}
            phrases = " ".join(sorted({claim.phrase for claim in claims if claim.phrase}))
            rows.append(Row(number, fact, as_name(fact.subject), time_of(fact), cells, tuple(sorted(numbers)), phrases))
        return tuple(rows)

    def _wordings(self, claims: Iterable[Claim]) -> tuple[Quotation, ...]:
        wordings: dict[str, Claim] = {}
        for claim in claims:
            wordings.setdefault(said(claim), claim)
        return tuple(map(self._quotation, wordings.values()))

    def _links(self, findings: Sequence[FindingView], rows: Sequence[Row]) -> dict[str, MarkView]:
        """What each mark leads to: the first finding that quotes it, else the first fact that it tells."""
        links: dict[str, MarkView] = {}
        for each in findings:
            for claim in (*each.finding.claims, *each.finding.repeats):
                links.setdefault(self._anchor(claim), MarkView(f"finding-{each.number}", "conflicts"))
        for row in rows:
            for claim in (claim for claims in row.fact.cells.values() for claim in claims):
                links.setdefault(self._anchor(claim), MarkView(f"fact-{row.number}", row.fact.mark))
        return links

    def _left_out(self) -> tuple[tuple[str, tuple[Quotation, ...], int], ...]:
        """What was not compared, by reasons, those that hold most often first: some of it, and how much there is."""
        by_reason: dict[str, list[Unresolved]] = defaultdict(list)
        for item in self._report.not_compared:
            by_reason[item.reason].append(item)
        listed = sorted(by_reason.items(), key=lambda entry: (-len(entry[1]), entry[0]))
        return tuple((reason, tuple(map(self._omission, items[:_MOST_LISTED])), len(items)) for reason, items in listed)

    def _omission(self, item: Unresolved) -> Quotation:
        lines = self._lines.get(item.path)
        line = f"line {lines.position(item.start)[0]}" if lines else ""
        anchor = self._anchors.get(item.path, {}).get((item.start, item.end), "")
        return Quotation(" ".join(item.text.split()), item.path, item.part or line, anchor, "", "")

    def _anchor(self, claim: Claim) -> str:
        return self._anchors.get(claim.path, {}).get((claim.start, claim.end), "")

    def _excerpt(self, claims: Sequence[Claim]) -> Excerpt:
        first = self._quotation(claims[0])
        source = self._quotable.get(claims[0].path)
        if source is None:
            return Excerpt((Run(first.text, quoted=True),), first)
        start, end = claims[0].start, claims[-1].end
        before, after = in_context(source, start, end, _CONTEXT - (end - start))
        runs, at = [Run(before)], start
        for claim in claims:
            quoted = Run(source[claim.start : claim.end], self._anchor(claim), quoted=True)
            runs += [Run(source[at : claim.start]), quoted]
            at = claim.end
        return Excerpt((*runs, Run(after)), first)

    def _quotation(self, claim: Claim) -> Quotation:
        text = self._legible.get(claim.path, "")[claim.start : claim.end] or claim.text
        place = claim.part or (f"line {claim.line}" if claim.path in self._legible else "")
        return Quotation(
            " ".join(text.split()), claim.path, place, self._anchor(claim), hedge_of(claim), meaning(claim)
        )


def _documents(report: Report) -> tuple[Document, ...]:
    """The reports as they were read; where only their texts are known, each as one passage."""
    read = {document.path: document for document in report.read}
    return tuple(read.get(path) or _plain(path, text) for path, text in report.sources.items())


def _plain(path: str, text: str) -> Document:
    whole = Block(kind="row", start=0, end=len(text))
    return Document(path=path, text=text, reading=text, blocks=(whole,))
