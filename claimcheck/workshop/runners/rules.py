"""Examples of rules: a bad one must yield a finding of the rule over its quotes, a good one must raise no alarm."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.rules import Example, RuleSpec
from claimcheck.pipeline import check_texts

Span = tuple[str, int, int]


def check_example(example: Example, packs: Packs) -> Report:
    """The reports of an example, called a.txt, b.txt and so on, checked together."""
    return check_texts(example_texts(example), packs, date=example.date)


def example_texts(example: Example) -> dict[str, str]:
    """The reports of an example by the names that findings give them; one that opens with a tag is a web page."""
    texts = [text.strip() for text in example.reports]
    return {f"{chr(ord('a') + at)}.{'html' if text[:1] == '<' else 'txt'}": text for at, text in enumerate(texts)}


def run(rule: RuleSpec, packs: Packs) -> list[str]:
    """What is wrong with the examples of a rule; empty when all is well."""
    problems = [f"bad example {n}: {p}" for n, bad in enumerate(rule.bad, 1) for p in _bad(rule, bad, packs)]
    problems += [f"good example {n}: {p}" for n, good in enumerate(rule.good, 1) for p in _good(good, packs)]
    return problems


def _bad(rule: RuleSpec, example: Example, packs: Packs) -> Iterator[str]:
    found = check_example(example, packs).findings
    own = [finding for finding in found if finding.rule == rule.id]
    if not own:
        others = ", ".join(sorted({finding.rule for finding in found})) or "none"
        yield f"no finding of {rule.id}; found: {others}"
        return
    spans = []
    for quote in example.quotes:
        places = _places(quote, example_texts(example))
        if len(places) != 1:
            yield f"the quote {quote!r} stands {len(places)} times in the reports; once is wanted"
        spans.extend(places)
    if not any(all(_touches(finding, span) for span in spans) for finding in own):
        claims = "; ".join(", ".join(f"{claim.text!r}" for claim in finding.claims) for finding in own)
        yield f"no finding of {rule.id} quotes all of {', '.join(map(repr, example.quotes))}; they quote {claims}"


def _good(example: Example, packs: Packs) -> Iterator[str]:
    for finding in check_example(example, packs).findings:
        if finding.severity != "note":
            yield f"{finding.severity} of {finding.rule}: {finding.message}"


def _places(quote: str, texts: dict[str, str]) -> list[Span]:
    return [
        (path, at, at + len(quote))
        for path, text in texts.items()
        for at in range(len(text))
        if text.startswith(quote, at)
    ]


def _touches(finding: Finding, span: Span) -> bool:
    path, start, end = span
    return any(
        claim.path == path and claim.start < end and start < claim.end for claim in (*finding.claims, *finding.repeats)
    )
