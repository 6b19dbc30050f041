"""A report with places that only a look into the files tells: parts of what was left out, boxes of what is quoted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.model.locator import Box
from claimcheck.model.report import Report

_Span = tuple[str, int, int]


def with_whereabouts(report: Report, documents: Iterable[Document]) -> Report:
    """The report, where claims that findings quote have their boxes, and what was not compared its part of the file."""
    located = {document.path: document for document in documents if document.locator is not None}
    if not located:
        return report
    quoted = (claim for finding in report.findings for claim in (*finding.claims, *finding.repeats))
    boxes = _boxes(quoted, located)
    put = _put(boxes)
    not_compared = tuple(
        item.model_copy(update={"part": located[item.path].place(item.start, item.end).part})
        if item.path in located else item
        for item in report.not_compared
    )
    changes: dict[str, object] = {"not_compared": not_compared}
    if boxes:
        changes |= {
            "findings": tuple(
                each.model_copy(update={"claims": put(each.claims), "repeats": put(each.repeats)})
                for each in report.findings
            ),
            "claims": put(report.claims),
            "verdicts": tuple(each.model_copy(update={"claims": put(each.claims)}) for each in report.verdicts),
            "facts": tuple(
                fact.model_copy(update={"cells": {path: put(claims) for path, claims in fact.cells.items()}})
                for fact in report.facts
            ),
        }
    return report.model_copy(update=changes)


def _boxes(claims: Iterable[Claim], located: Mapping[str, Document]) -> dict[_Span, Box]:
    boxes: dict[_Span, Box] = {}
    for claim in claims:
        document = located.get(claim.path)
        span = claim.path, claim.start, claim.end
        if document is not None and document.locator is not None and span not in boxes:
            box = document.locator.box(claim.start, claim.end)
            if box is not None:
                boxes[span] = box
    return boxes


def _put(boxes: Mapping[_Span, Box]) -> Callable[[Iterable[Claim]], tuple[Claim, ...]]:
    """What gives claims their boxes."""

    def put(claims: Iterable[Claim]) -> tuple[Claim, ...]:
        found = ((claim, boxes.get((claim.path, claim.start, claim.end))) for claim in claims)
        return tuple(claim if box is None else claim.model_copy(update={"box": box}) for claim, box in found)

    return put
