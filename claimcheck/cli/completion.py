"""`claimcheck completion SHELL`: a script by which a shell completes commands, options and names of files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from claimcheck.cli.codes import FINE
from claimcheck.cli.terminal import write
from claimcheck.extras import load_extra


def completion(args: argparse.Namespace) -> int:
    """Prints the script, made from the arguments of all commands; raises InputError where shtab is not installed."""
    shtab = load_extra("completion", "completion", task="to complete commands")
    for action in _actions(args.parser):
        if action.metavar in ("PATH", "FILE", "DIR"):
            action.complete = shtab.DIRECTORY if action.metavar == "DIR" else shtab.FILE  # type: ignore[attr-defined]
    write(shtab.complete(args.parser, shell=args.shell), args.output)
    return FINE


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments of a parser and of its commands."""
    for action in parser._actions:  # argparse has no other way to ask; shtab itself goes this one
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
