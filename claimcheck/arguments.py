"""The arguments of the commands: what each takes, with its help."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from claimcheck.lint.config import OWN_FILE, SHARED_FILE
from claimcheck.model.finding import SEVERITIES
from claimcheck.report import FILE_FORMATS, FORMATS, is_format
from claimcheck.report.mentions import MENTION_FORMATS
from claimcheck.report.rows import ROW_CHOICES
from claimcheck.report.why import WHY_FORMATS
from claimcheck.workshop.handbook import HANDBOOK

_RULES = "RULE[,RULE]"


class _Formats(tuple[str, ...]):
    """The formats that help and completion tell of; those of plug-ins, which are looked up only then, do as well."""

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and is_format(form)


def shared_options() -> argparse.ArgumentParser:
    """What every command takes."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--rules", metavar="DIR", type=Path, action="append", default=[], help="a further folder of rules (repeatable)"
    )
    shared.add_argument(
        "-o", "--output", "--output-file", metavar="FILE", type=Path, help="write there, not to standard output"
    )
    shared.add_argument("--debug", action="store_true", help="show where an internal error happened")
    return shared


def reading_options(command: argparse.ArgumentParser) -> None:
    """For a command that reads reports."""
    command.add_argument("paths", metavar="PATH", nargs="+", help="a report, a folder of them, or - (standard input)")
    command.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="the date of reports that state none")
    command.add_argument("--encoding", help="the encoding of reports that are not UTF-8")
    command.add_argument(
        "--stdin-filename", metavar="NAME", default="-", help="what standard input is called; its suffix says its form"
    )
    _add_names(command, "--exclude", "PATTERN[,PATTERN]", "leave these files and folders out of the folders given")
    command.add_argument(
        "--config", metavar="FILE", type=Path,
        help=f"settings, else the nearest {OWN_FILE} or [tool.claimcheck] in {SHARED_FILE} above the first PATH",
    )
    command.add_argument("--isolated", action="store_true", help="look for no file of settings or decisions")


def check_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck check`."""
    reading_options(command)
    known = _Formats([*FORMATS, *FILE_FORMATS])
    command.add_argument("--format", "--output-format", choices=known, help="default: table")
    table_options(command)
    command.add_argument(
        "--all", action=argparse.BooleanOptionalAction,
        help="also notes, verdicts, and what was not compared with the reasons",
    )
    _add_selection(command)
    _add_record(command)
    _add_further(command)
    command.add_argument("--baseline", metavar="FILE", type=Path, help="hide the findings that this file knows")
    command.add_argument(
        "--fail-on", choices=[*reversed(SEVERITIES), "never"], help="exit with 1 from it on; default: warning"
    )
    command.add_argument("--exit-zero", action=argparse.BooleanOptionalAction, help="exit with 0 whatever is found")
    command.add_argument("--watch", action="store_true", help="check again whenever a report changes, until Ctrl-C")
    command.add_argument("--show-config", action="store_true", help="show the settings of this run, and check nothing")


def baseline_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck baseline`."""
    reading_options(command)
    _add_selection(command)
    _add_record(command)
    _add_further(command)


def review_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck review`."""
    reading_options(command)
    _add_selection(command)
    _add_record(command)
    _add_further(command)
    command.add_argument("--all", action=argparse.BooleanOptionalAction, help="also notes")
    command.add_argument("--port", type=int, default=0, help="where the page is served; default: any that is free")
    command.add_argument(
        "--open", action=argparse.BooleanOptionalAction, default=True, help="open the page in the browser"
    )


def table_options(command: argparse.ArgumentParser) -> None:
    """For a command that shows the consistency table: which facts have a row."""
    command.add_argument(
        "--rows", choices=ROW_CHOICES, default="shared",
        help="facts in the table: those that conflict, those that several reports tell (default), all",
    )
    command.add_argument("--metric", metavar="WORDS", default="", help="only facts whose metric has these words")
    command.add_argument("--place", metavar="WORDS", default="", help="only facts about this place or subject")


def extract_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck extract`."""
    reading_options(command)
    command.add_argument("--format", choices=MENTION_FORMATS, default="text", help="default: text")


def why_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck why`."""
    command.add_argument("first", metavar="A", help="PATH:LINE:COLUMN, PATH:LINE, a quotation or PATH:quotation")
    command.add_argument("second", metavar="B", help="the claim to set against it")
    reading_options(command)
    _add_record(command)
    _add_further(command)
    command.add_argument("--format", choices=WHY_FORMATS, default="text", help="default: text")


def rules_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck rules`."""
    command.add_argument("action", nargs="?", choices=["list", "test"], default="list")
    command.add_argument("folder", nargs="?", metavar="PATH", type=Path, help="test only what stands there")


def explain_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck explain`."""
    command.add_argument("rule", metavar="RULE", help="the id of a rule; `claimcheck rules` lists them")


def handbook_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck handbook`."""
    command.add_argument("--check", action="store_true", help=f"only say whether {HANDBOOK} is fresh")


def completion_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck completion`."""
    command.add_argument("shell", choices=["bash", "zsh", "tcsh"], help="the shell that the script is for")


def no_options(command: argparse.ArgumentParser) -> None:
    """For a command that takes the shared options only."""


def _add_selection(command: argparse.ArgumentParser) -> None:
    _add_names(command, "--select", _RULES, "only findings of these rules, by id or (the beginning of) a kind")
    _add_names(command, "--ignore", _RULES, "no findings of these rules, even if selected")
    series = "reports of a series: what a later one says replaces what an earlier one said"
    _add_names(command, "--supersede", "PATTERN[,PATTERN]", series)
    command.add_argument(
        "--min-severity", choices=[*reversed(SEVERITIES)], help="no findings below this; default: warning"
    )


def _add_record(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--against", metavar="FILE", type=Path, action="append", default=[],
        help="trusted figures, a table or JSON lines of claims: what contradicts them is wrong (repeatable)",
    )


def _add_further(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--extractor", metavar="NAME", action="append", default=[], dest="extractors",
        help="a plug-in that finds further claims in the reports (repeatable)",
    )


def _add_names(command: argparse.ArgumentParser, name: str, metavar: str, about: str) -> None:
    command.add_argument(name, metavar=metavar, action="extend", type=lambda text: text.split(","), help=about)


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a date like 2024-12-20: {text!r}") from error
