"""The commands that read reports: check, baseline, extract, why."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from pathlib import Path

from claimcheck.against import is_in, read_record
from claimcheck.cli.codes import FINE, FOUND, STOPPED, YOUR_FAULT
from claimcheck.cli.progress import following
from claimcheck.cli.terminal import (
    announce,
    complain,
    is_screen,
    wants_colour,
    warn,
    width,
    write,
    write_encoded,
    write_file,
)
from claimcheck.cli.watching import changes_of
from claimcheck.errors import InputError
from claimcheck.extractors import further_claims
from claimcheck.lint import fails, judged
from claimcheck.lint.baseline import BASELINE, baseline_of
from claimcheck.lint.config import Config, find_config, read_config, show_config
from claimcheck.lint.decisions import decisions_beside, without_decided
from claimcheck.model.document import Document
from claimcheck.model.finding import SEVERITIES
from claimcheck.model.in_words import several
from claimcheck.model.report import Diagnostic, Report
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import check_documents, explain_two, packs_of, read_paths, tell_document
from claimcheck.report import FILE_FORMATS, encode_report, render_file
from claimcheck.report.look import Look
from claimcheck.report.mentions import MENTION_FORMATS
from claimcheck.report.quotable import Quotable
from claimcheck.report.rows import Rows
from claimcheck.report.summary import summary
from claimcheck.report.why import WHY_FORMATS
from claimcheck.session import Session
from claimcheck.version import VERSION


def check(args: argparse.Namespace) -> int:
    """`claimcheck check PATH...`: findings and the consistency table."""
    file = config_file(args)
    config = config_of(args, file)
    if args.show_config:
        write(show_config(config, file), args.output)
        return FINE
    session = session_of(args, config)
    report = _judged(session, config, args)
    code = _tell(report, args, config)
    return _watched(report, code, session, args, config) if args.watch and code != STOPPED else code


def _watched(report: Report, code: int, session: Session, args: argparse.Namespace, config: Config) -> int:
    """Tells the report again whenever a file changes that it rests on; the exit code for the last one."""
    known = [str(config.baseline)] if config.baseline else []
    for _ in changes_of([*args.paths, *map(str, config.against), *known]):
        before = report
        try:
            report = _judged(session, config, args)
        except InputError as error:  # in a file of decisions, say, that somebody is just writing
            complain(str(error))
            continue
        if session.changed or _settled(report) != _settled(before):
            changed = ", ".join(sorted(session.changed)) or "what is settled about findings"
            complain(f"checked again at {dt.datetime.now():%H:%M:%S}: {changed}")
            code = _tell(report, args, config)
    return code


def _settled(report: Report) -> tuple[object, ...]:
    """What decisions, baselines and comments made of the findings."""
    return report.findings, report.silenced, report.notices


def _tell(report: Report, args: argparse.Namespace, config: Config) -> int:
    """Writes what was found; the exit code for it."""
    warn(_look(args, config), report.diagnostics, report.notices)
    if report.documents or not report.diagnostics:
        look = replace(_look(args, config), rows=Rows(args.rows, args.metric, args.place))
        _write(report, config.format, look, args.output)
        if (args.metric or args.place) and report.facts and not look.table_rows.of(report.facts):
            complain("no fact that is shown has the words of --metric and --place; --rows all shows more")
    if not report.complete:
        complain(f"stopped after {several(len(report.documents), 'report')}: this is what was found so far")
        return STOPPED
    return YOUR_FAULT if report.diagnostics else FOUND if fails(report, config) else FINE


def _write(report: Report, form: str, look: Look, output: Path | None) -> None:
    """Writes a report in a form; raises InputError for one that is not for the screen, and has no file to go to."""
    if form in FILE_FORMATS:
        write_file(render_file(report, form, look), output)
    elif form == "html" and output is None and is_screen():
        raise InputError("--output", "name the file to write, such as page.html: this format is not for the screen")
    else:
        write_encoded(encode_report(report, form, look), output)
    if output is not None:
        announce(f"{output}: {summary(report, look)}")


def baseline(args: argparse.Namespace) -> int:
    """`claimcheck baseline PATH...`: writes the findings that there are to a file, to be hidden from then on."""
    config = config_of(args, config_file(args))
    path = args.output or config.baseline or Path(BASELINE)
    everything = config.changed(min_severity=config.level).model_copy(update={"baseline": None})
    report = _judged(session_of(args, config), everything, args)
    warn(_look(args, config), report.diagnostics, report.notices)
    if report.diagnostics or not report.complete:  # a baseline of some reports would call the findings of others new
        return YOUR_FAULT if report.complete else STOPPED
    write(baseline_of(report.findings), path)
    print(f"{path}: {several(len(report.findings), 'known finding')} in {several(len(report.documents), 'report')}")
    return FINE


def extract(args: argparse.Namespace) -> int:
    """`claimcheck extract PATH...`: what the texts say, untouched."""
    config = config_of(args, config_file(args))
    packs = packs_of(config.rules)
    documents, diagnostics = _read(args, config, packs)
    warn(_look(args, config), diagnostics)
    found = [(document.path, tell_document(document, packs)) for document in documents]
    if documents or not diagnostics:
        write(MENTION_FORMATS[args.format](found, VERSION, _look(args, config)), args.output)
    return YOUR_FAULT if diagnostics else FINE


def why(args: argparse.Namespace) -> int:
    """`claimcheck why A B PATH...`: why two claims were or were not compared, and with what result."""
    config = config_of(args, config_file(args))
    packs = packs_of(config.rules)
    documents, diagnostics = _read(args, config, packs)
    record = read_record(config.against, packs, encoding=config.encoding)
    documents = [document for document in documents if not is_in(document.path, config.against)]
    diagnostics += record.diagnostics
    warn(_look(args, config), diagnostics)
    further = [claim for document in documents for claim in further_claims(config.extractors, document)]
    report = check_documents(documents, packs, claims=[*further, *record.claims])
    report = report.model_copy(update={"record": tuple(record.texts), "sources": {**report.sources, **record.texts}})
    told = explain_two(report, args.first, args.second)
    write(WHY_FORMATS[args.format](told, Quotable(report), _look(args, config)), args.output)
    return YOUR_FAULT if diagnostics else FOUND if told.severity in SEVERITIES[1:] else FINE


def session_of(args: argparse.Namespace, config: Config) -> Session:
    """The reports of the arguments, to be checked as often as they change."""
    return Session(
        args.paths, packs_of(config.rules), date=config.date, encoding=config.encoding,
        stdin_name=args.stdin_filename, exclude=config.exclude, against=config.against, extractors=config.extractors,
    )


def _judged(session: Session, config: Config, args: argparse.Namespace) -> Report:
    """The report on the files of a session as they are now, as settings and decisions want it."""
    with following() as progress:
        report = session.check(progress)
    report = judged(report, config, packs_of(config.rules).select(RuleSpec))
    if args.isolated:
        return report
    paths = (args.stdin_filename if path == "-" else path for path in args.paths)
    return without_decided(report, decisions_beside(map(Path, paths)))


def config_file(args: argparse.Namespace) -> Path | None:
    """The file of settings that was named, else the nearest one to the first path."""
    if args.isolated or args.config:
        return None if args.isolated else Path(args.config)
    first = Path(args.stdin_filename if args.paths[0] == "-" else args.paths[0])
    return find_config(first if first.is_dir() else first.parent)


def config_of(args: argparse.Namespace, file: Path | None) -> Config:
    """The settings of a file, and over them those of the command line."""
    given = {name: getattr(args, name, None) for name in Config.model_fields}
    lists = {name: tuple(value) for name, value in given.items() if isinstance(value, list) and value}
    single = {name: value for name, value in given.items() if not isinstance(value, list)}
    return (read_config(file) if file else Config()).changed(**single, **lists)


def _read(args: argparse.Namespace, config: Config, packs: Packs) -> tuple[list[Document], list[Diagnostic]]:
    return read_paths(
        args.paths, packs, date=config.date, encoding=config.encoding,
        stdin_name=args.stdin_filename, exclude=config.exclude,
    )


def _look(args: argparse.Namespace, config: Config) -> Look:
    first = args.paths[0]
    return Look(
        width=width(),
        colour=wants_colour(args.output),
        everything=config.all,
        level=config.level,
        folder=first if len(args.paths) == 1 and Path(first).is_dir() else "",
        outside=tuple(map(str, (*config.against, *([config.baseline] if config.baseline else [])))),
    )
