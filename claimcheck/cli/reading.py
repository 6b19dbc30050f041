"""The commands that read reports: check, extract, why."""

from __future__ import annotations

import argparse

from claimcheck.cli.codes import FINE, FOUND, YOUR_FAULT
from claimcheck.cli.terminal import wants_colour, warn, width, write
from claimcheck.model.finding import SEVERITIES, Severity
from claimcheck.model.report import Report
from claimcheck.pipeline import check_documents, explain_two, packs_of, read_paths, tell_document
from claimcheck.report import render_report
from claimcheck.report.look import Look
from claimcheck.report.mentions import MENTION_FORMATS
from claimcheck.report.why import WHY_FORMATS
from claimcheck.version import VERSION


def check(args: argparse.Namespace) -> int:
    """`claimcheck check PATH...`: findings and the consistency table."""
    packs = packs_of(tuple(args.rules))
    documents, diagnostics = read_paths(args.paths, packs, date=args.date, encoding=args.encoding)
    report = check_documents(documents, packs, diagnostics=diagnostics)
    warn(diagnostics)
    if documents or not diagnostics:
        write(render_report(report, args.format, _look(args)), args.output)
    return YOUR_FAULT if diagnostics else _verdict(report, args.fail_on)


def extract(args: argparse.Namespace) -> int:
    """`claimcheck extract PATH...`: what the texts say, untouched."""
    packs = packs_of(tuple(args.rules))
    documents, diagnostics = read_paths(args.paths, packs, date=args.date, encoding=args.encoding)
    warn(diagnostics)
    found = [(document.path, tell_document(document, packs)) for document in documents]
    if documents or not diagnostics:
        write(MENTION_FORMATS[args.format](found, VERSION, _look(args)), args.output)
    return YOUR_FAULT if diagnostics else FINE


def why(args: argparse.Namespace) -> int:
    """`claimcheck why A B PATH...`: why two claims were or were not compared, and with what result."""
    packs = packs_of(tuple(args.rules))
    documents, diagnostics = read_paths(args.paths, packs, date=args.date, encoding=args.encoding)
    warn(diagnostics)
    report = check_documents(documents, packs)
    told = explain_two(report, args.first, args.second)
    write(WHY_FORMATS[args.format](told, report.sources, _look(args)), args.output)
    return YOUR_FAULT if diagnostics else FOUND if told.severity in SEVERITIES[1:] else FINE


def _verdict(report: Report, fail_on: str) -> int:
    if fail_on == "never":
        return FINE
    floor = next(at for at, severity in enumerate(SEVERITIES) if severity == fail_on)
    return FOUND if any(SEVERITIES.index(finding.severity) >= floor for finding in report.findings) else FINE


def _look(args: argparse.Namespace) -> Look:
    everything = getattr(args, "all", False)
    fail_on = getattr(args, "fail_on", "never")
    level: Severity = "note" if fail_on == "note" else "warning"  # what makes a run fail must be seen
    return Look(width=width(), colour=wants_colour(args.output), everything=everything, level=level)
