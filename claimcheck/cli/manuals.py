"""The commands that tell of claimcheck itself: its rules, its formats, its handbook."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from claimcheck.cli.codes import FINE, FOUND
from claimcheck.cli.terminal import width, write
from claimcheck.errors import InputError
from claimcheck.model.in_words import several
from claimcheck.packs.locate import shipped_rules
from claimcheck.pipeline import packs_of
from claimcheck.report.record import record_schema
from claimcheck.workshop.examples import entries_in, run_examples
from claimcheck.workshop.explain import explain_rule, find_rule, list_rules
from claimcheck.workshop.formats import list_formats
from claimcheck.workshop.handbook import HANDBOOK, handbook, is_fresh


def schema(args: argparse.Namespace) -> int:
    """`claimcheck schema`: the JSON Schema of `check --format json`."""
    write(json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n", args.output)
    return FINE


def rules(args: argparse.Namespace) -> int:
    """`claimcheck rules [test [PATH]]`: lists the rules, or runs the examples of all packs or at a path."""
    if args.action == "list":
        if args.folder is not None:
            raise InputError(str(args.folder), "rules list takes no folder; --rules DIR adds one")
        write(list_rules(packs_of(tuple(args.rules)), width()), args.output)
        return FINE
    own = args.folder.parent if args.folder and args.folder.is_file() else args.folder
    folders = [*args.rules, *([own] if own and not _is_shipped(own) else [])]
    packs = packs_of(tuple(folders))
    entries = entries_in(packs, args.folder) if args.folder else list(packs)
    problems = run_examples(packs, entries)
    ran = "1 entry" if len(entries) == 1 else f"{len(entries)} entries"
    lines = [*map(str, problems), f"{ran} run, {several(len(problems), 'problem')}"]
    write("\n".join(lines) + "\n", args.output)
    return FOUND if problems else FINE


def formats(args: argparse.Namespace) -> int:
    """`claimcheck formats`: what files can be read, and what some of them need."""
    write(list_formats(width()), args.output)
    return FINE


def explain(args: argparse.Namespace) -> int:
    """`claimcheck explain RULE`: the manual page of a rule."""
    packs = packs_of(tuple(args.rules))
    write(explain_rule(find_rule(args.rule, packs), packs), args.output)
    return FINE


def write_handbook(args: argparse.Namespace) -> int:
    """`claimcheck handbook [--check]`: writes the handbook of the rules, or says whether it is fresh."""
    packs = packs_of(tuple(args.rules))
    path = args.output or HANDBOOK
    if not args.check:
        write(handbook(packs), path)
        return FINE
    if is_fresh(packs, path):
        return FINE
    print(f"{path} is stale: run claimcheck handbook", file=sys.stderr)
    return FOUND


def _is_shipped(folder: Path) -> bool:
    return folder.resolve().is_relative_to(shipped_rules().resolve())
