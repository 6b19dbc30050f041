"""The arguments of the commands: what each takes, with its help."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from claimcheck.model.finding import SEVERITIES
from claimcheck.report import FORMATS
from claimcheck.report.mentions import MENTION_FORMATS
from claimcheck.report.why import WHY_FORMATS
from claimcheck.workshop.handbook import HANDBOOK


def shared_options() -> argparse.ArgumentParser:
    """What every command takes."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--rules", metavar="DIR", type=Path, action="append", default=[], help="a further folder of rules (repeatable)"
    )
    shared.add_argument("--output", metavar="FILE", type=Path, help="write there, not to standard output")
    shared.add_argument("--debug", action="store_true", help="show where an internal error happened")
    return shared


def reading_options(command: argparse.ArgumentParser) -> None:
    """For a command that reads reports."""
    command.add_argument("paths", metavar="PATH", nargs="+", help="a report, a folder of them, or - (standard input)")
    command.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="the date of reports that state none")
    command.add_argument("--encoding", help="the encoding of reports that are not UTF-8")


def check_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck check`."""
    reading_options(command)
    command.add_argument("--format", choices=FORMATS, default="table", help="default: table")
    command.add_argument(
        "--all", action="store_true", help="also notes, verdicts, and what was not compared with the reasons"
    )
    command.add_argument(
        "--fail-on", choices=[*reversed(SEVERITIES), "never"], default="warning", help="default: warning"
    )


def extract_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck extract`."""
    reading_options(command)
    command.add_argument("--format", choices=MENTION_FORMATS, default="text", help="default: text")


def why_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck why`."""
    command.add_argument("first", metavar="A", help="PATH:LINE:COLUMN, PATH:LINE, a quotation or PATH:quotation")
    command.add_argument("second", metavar="B", help="the claim to set against it")
    reading_options(command)
    command.add_argument("--format", choices=WHY_FORMATS, default="text", help="default: text")


def rules_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck rules`."""
    command.add_argument("action", nargs="?", choices=["list", "test"], default="list")
    command.add_argument("folder", nargs="?", metavar="DIR", type=Path, help="test only the entries of this folder")


def explain_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck explain`."""
    command.add_argument("rule", metavar="RULE", help="the id of a rule; `claimcheck rules` lists them")


def handbook_options(command: argparse.ArgumentParser) -> None:
    """For `claimcheck handbook`."""
    command.add_argument("--check", action="store_true", help=f"only say whether {HANDBOOK} is fresh")


def no_options(command: argparse.ArgumentParser) -> None:
    """For a command that takes the shared options only."""


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a date like 2024-12-20: {text!r}") from error
