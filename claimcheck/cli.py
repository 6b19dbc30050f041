"""Arguments in, exit code out; the only place that prints.

Exit codes: 0 nothing at the failing level, 1 findings, 2 your files or arguments are wrong, 3 we are wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from claimcheck.arguments import (
    check_options,
    explain_options,
    extract_options,
    handbook_options,
    no_options,
    rules_options,
    shared_options,
    why_options,
)
from claimcheck.errors import InputError
from claimcheck.model.finding import SEVERITIES, Severity
from claimcheck.model.report import Diagnostic, Report
from claimcheck.packs.collection import Packs
from claimcheck.packs.locate import shipped_rules
from claimcheck.pipeline import check_documents, explain_two, packs_of, read_paths, tell_document
from claimcheck.report import render_report
from claimcheck.report.look import Look
from claimcheck.report.mentions import MENTION_FORMATS
from claimcheck.report.record import record_schema
from claimcheck.report.why import WHY_FORMATS
from claimcheck.version import VERSION
from claimcheck.workshop.examples import entries_in, run_examples
from claimcheck.workshop.explain import explain_rule, find_rule, list_rules
from claimcheck.workshop.formats import list_formats
from claimcheck.workshop.handbook import HANDBOOK, handbook, is_fresh

FINE, FOUND, YOUR_FAULT, OUR_FAULT = range(4)
_STOPPED = 130  # what shells report for a program that was interrupted
_WIDTHS = (60, 180)
_ISSUES = "please report this with the command and, if you may, the files"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code; prints to standard output, complaints to standard error."""
    _speak_utf8()
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        args = _parser().parse_args(_with_command(given))
    except SystemExit as stop:  # argparse has printed help, the version or a complaint
        return YOUR_FAULT if stop.code else FINE
    run: Callable[[argparse.Namespace], int] = args.run
    try:
        return run(args)
    except InputError as error:
        return _complain(str(error))
    except BrokenPipeError:  # the reader of our output has left: nothing is wrong, and nothing more can be said
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return _STOPPED
    except Exception as error:  # the one place that catches everything: whatever gets here is a bug of ours
        if args.debug:
            traceback.print_exc()
        hint = "" if args.debug else " (--debug shows where it happened)"
        _complain(f"internal error: {type(error).__name__}: {error}{hint}; {_ISSUES}")
        return OUR_FAULT


def check(args: argparse.Namespace) -> int:
    """`claimcheck check PATH...`: findings and the consistency table."""
    packs = _packs(args)
    documents, diagnostics = read_paths(args.paths, packs, date=args.date, encoding=args.encoding)
    report = check_documents(documents, packs, diagnostics=diagnostics)
    _warn(diagnostics)
    if documents or not diagnostics:
        _write(render_report(report, args.format, _look(args)), args.output)
    return YOUR_FAULT if diagnostics else _verdict(report, args.fail_on)


def extract(args: argparse.Namespace) -> int:
    """`claimcheck extract PATH...`: what the texts say, untouched."""
    packs = _packs(args)
    documents, diagnostics = read_paths(args.paths, packs, date=args.date, encoding=args.encoding)
    _warn(diagnostics)
    found = [(document.path, tell_document(document, packs)) for document in documents]
    if documents or not diagnostics:
        _write(MENTION_FORMATS[args.format](found, VERSION, _look(args)), args.output)
    return YOUR_FAULT if diagnostics else FINE


def why(args: argparse.Namespace) -> int:
    """`claimcheck why A B PATH...`: why two claims were or were not compared, and with what result."""
    packs = _packs(args)
    documents, diagnostics = read_paths(args.paths, packs, date=args.date, encoding=args.encoding)
    _warn(diagnostics)
    report = check_documents(documents, packs)
    told = explain_two(report, args.first, args.second)
    _write(WHY_FORMATS[args.format](told, report.sources, _look(args)), args.output)
    return YOUR_FAULT if diagnostics else FOUND if told.severity in SEVERITIES[1:] else FINE


def schema(args: argparse.Namespace) -> int:
    """`claimcheck schema`: the JSON Schema of `check --format json`."""
    _write(json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n", args.output)
    return FINE


def rules(args: argparse.Namespace) -> int:
    """`claimcheck rules [test [DIR]]`: lists the rules, or runs the examples of the packs."""
    if args.action == "list":
        if args.folder is not None:
            raise InputError(str(args.folder), "rules list takes no folder; --rules DIR adds one")
        _write(list_rules(_packs(args), _width()), args.output)
        return FINE
    folders = [*args.rules, *([args.folder] if args.folder and not _is_shipped(args.folder) else [])]
    packs = packs_of(tuple(folders))
    entries = entries_in(packs, args.folder) if args.folder else list(packs)
    problems = run_examples(packs, entries)
    lines = [*map(str, problems), f"{len(entries)} entries run, {len(problems)} problems"]
    _write("\n".join(lines) + "\n", args.output)
    return FOUND if problems else FINE


def formats(args: argparse.Namespace) -> int:
    """`claimcheck formats`: what files can be read, and what some of them need."""
    _write(list_formats(_width()), args.output)
    return FINE


def explain(args: argparse.Namespace) -> int:
    """`claimcheck explain RULE`: the manual page of a rule."""
    packs = _packs(args)
    _write(explain_rule(find_rule(args.rule, packs), packs), args.output)
    return FINE


def write_handbook(args: argparse.Namespace) -> int:
    """`claimcheck handbook [--check]`: writes the handbook of the rules, or says whether it is fresh."""
    packs = _packs(args)
    path = args.output or HANDBOOK
    if not args.check:
        _write(handbook(packs), path)
        return FINE
    if is_fresh(packs, path):
        return FINE
    print(f"{path} is stale: run claimcheck handbook", file=sys.stderr)
    return FOUND


def _with_command(given: list[str]) -> list[str]:
    """`check` is what is meant when no command is named."""
    if not given or given[0] in _COMMANDS or given[0] in ("-h", "--help", "--version"):
        return given or ["--help"]
    return ["check", *given]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="claimcheck",
        description="Finds where reports contradict each other, or themselves. `claimcheck PATH...` checks them.",
        epilog="Exit codes: 0 nothing found, 1 findings, 2 your files or arguments are wrong, 3 we are wrong.",
    )
    parser.add_argument("--version", action="version", version=f"claimcheck {VERSION}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    shared = shared_options()
    for name, (run, about, arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about, parents=[shared])
        command.set_defaults(run=run)
        arguments(command)
    return parser


_Command = tuple[Callable[[argparse.Namespace], int], str, Callable[[argparse.ArgumentParser], None]]

# name -> what runs it, what it does, its own arguments
_COMMANDS: dict[str, _Command] = {
    "check": (check, "find contradictions in reports (the default command)", check_options),
    "extract": (extract, "show the figures, dates, people and references of reports", extract_options),
    "why": (why, "say why two claims were or were not compared", why_options),
    "rules": (rules, "list the rules, or run the examples of rule packs", rules_options),
    "explain": (explain, "show one rule with its examples", explain_options),
    "formats": (formats, "list the files that can be read, and the extras that some need", no_options),
    "schema": (schema, "print the JSON Schema of check --format json", no_options),
    "handbook": (write_handbook, f"write {HANDBOOK} from the rules", handbook_options),
}


def _packs(args: argparse.Namespace) -> Packs:
    return packs_of(tuple(args.rules))


def _is_shipped(folder: Path) -> bool:
    return folder.resolve().is_relative_to(shipped_rules().resolve())


def _verdict(report: Report, fail_on: str) -> int:
    if fail_on == "never":
        return FINE
    floor = next(at for at, severity in enumerate(SEVERITIES) if severity == fail_on)
    return FOUND if any(SEVERITIES.index(finding.severity) >= floor for finding in report.findings) else FINE


def _look(args: argparse.Namespace) -> Look:
    everything = getattr(args, "all", False)
    fail_on = getattr(args, "fail_on", "never")
    level: Severity = "note" if fail_on == "note" else "warning"  # what makes a run fail must be seen
    colour = args.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return Look(width=_width(), colour=colour, everything=everything, level=level)


def _width() -> int:
    narrowest, widest = _WIDTHS
    return min(max(shutil.get_terminal_size((100, 24)).columns, narrowest), widest)


def _write(text: str, path: Path | None) -> None:
    if path is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error


def _warn(diagnostics: Sequence[Diagnostic]) -> None:
    for diagnostic in diagnostics:
        _complain(f"{diagnostic.path}: {diagnostic.reason}")


def _complain(text: str) -> int:
    print(f"claimcheck: {' '.join(text.split())}", file=sys.stderr)
    return YOUR_FAULT


def _speak_utf8() -> None:
    """Reports hold any script, and names of files any bytes: neither may stop us from printing."""
    for stream in (sys.stdout, sys.stderr):
        _reconfigure(stream)


def _reconfigure(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)  # a test or a notebook may have put another stream there
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
