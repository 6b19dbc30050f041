"""Arguments in, exit code out; the only place that prints.

Exit codes: 0 nothing at the failing level, 1 findings, 2 your files or arguments are wrong, 3 we are wrong.
"""

from __future__ import annotations

import argparse
import difflib
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from claimcheck.arguments import (
    baseline_options,
    check_options,
    completion_options,
    explain_options,
    extract_options,
    handbook_options,
    no_options,
    review_options,
    rules_options,
    shared_options,
    why_options,
)
from claimcheck.cli.codes import FINE, OUR_FAULT, STOPPED, YOUR_FAULT
from claimcheck.cli.completion import completion
from claimcheck.cli.desk import review
from claimcheck.cli.manuals import explain, formats, rules, schema, write_handbook
from claimcheck.cli.reading import baseline, check, extract, why
from claimcheck.cli.terminal import complain, drop_output, leave, speak_utf8
from claimcheck.errors import InputError
from claimcheck.lint.baseline import BASELINE
from claimcheck.version import VERSION
from claimcheck.workshop.handbook import HANDBOOK

_ALIKE = 0.75  # of a command, for a word that is neither one nor a file
_ISSUES = "please report this with the command and, if you may, the files"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code; prints to standard output, complaints to standard error."""
    speak_utf8()
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        args = _parser().parse_args(_with_command(given))
    except SystemExit as stop:  # argparse has printed help, the version or a complaint
        return YOUR_FAULT if stop.code else FINE
    except InputError as error:
        complain(str(error))
        return YOUR_FAULT
    run: Callable[[argparse.Namespace], int] = args.run
    try:
        return run(args)
    except InputError as error:
        complain(str(error))
        return YOUR_FAULT
    except BrokenPipeError:  # the reader of our output has left: nothing is wrong, and nothing more can be said
        drop_output()
        return FINE
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:  # the one place that catches everything: whatever gets here is a bug of ours
        if args.debug:
            traceback.print_exc()
        hint = "" if args.debug else " (--debug shows where it happened)"
        complain(f"internal error: {type(error).__name__}: {error}{hint}; {_ISSUES}")
        return OUR_FAULT


def run() -> NoReturn:
    """The command as a process: `main`, and out."""
    leave(main())


def _with_command(given: list[str]) -> list[str]:
    """`check` is what is meant when no command is named; raises InputError for a command that is misspelt."""
    if not given or given[0] in _COMMANDS or given[0] in ("-h", "--help", "--version"):
        return given or ["--help"]
    near = [] if given[0].startswith("-") else difflib.get_close_matches(given[0], _COMMANDS, n=1, cutoff=_ALIKE)
    if near and not Path(given[0]).exists():
        raise InputError(given[0], f"no such command, file or folder; did you mean `claimcheck {near[0]}`?")
    return ["check", *given]


class _Parser(argparse.ArgumentParser):
    """Complains in one line; what there is to choose from is told by --help."""

    def error(self, message: str) -> NoReturn:
        complain(f"{message} (see `{self.prog} --help`)")
        raise SystemExit(YOUR_FAULT)


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="claimcheck",
        description="Finds where reports contradict each other, or themselves. `claimcheck PATH...` checks them.",
        epilog="Exit codes: 0 nothing found, 1 findings, 2 your files or arguments are wrong, 3 we are wrong.",
    )
    parser.add_argument("--version", action="version", version=f"claimcheck {VERSION}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    shared = shared_options()
    for name, (run, about, arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about, parents=[shared])
        command.set_defaults(run=run, parser=parser)
        arguments(command)
    return parser


_Command = tuple[Callable[[argparse.Namespace], int], str, Callable[[argparse.ArgumentParser], None]]

# name -> what runs it, what it does, its own arguments
_COMMANDS: dict[str, _Command] = {
    "check": (check, "find contradictions in reports (the default command)", check_options),
    "baseline": (baseline, f"write the findings that there are to {BASELINE}, to be hidden", baseline_options),
    "review": (review, "decide about findings in a browser, while the reports are mended", review_options),
    "extract": (extract, "show the figures, dates, people and references of reports", extract_options),
    "why": (why, "say why two claims were or were not compared", why_options),
    "rules": (rules, "list the rules, or run the examples of rule packs", rules_options),
    "explain": (explain, "show one rule with its examples", explain_options),
    "formats": (formats, "list the files that can be read, and the extras that some need", no_options),
    "schema": (schema, "print the JSON Schema of check --format json", no_options),
    "completion": (completion, "print a script that completes commands in a shell", completion_options),
    "handbook": (write_handbook, f"write {HANDBOOK} from the rules", handbook_options),
}
