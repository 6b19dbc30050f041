"""The command that serves the editor's desk: review."""

from __future__ import annotations

import argparse
import importlib
from contextlib import suppress
from pathlib import Path

from claimcheck.cli.codes import FINE
from claimcheck.cli.reading import config_file, config_of, session_of
from claimcheck.cli.terminal import write
from claimcheck.errors import InputError
from claimcheck.extras import MODULES, load_extra
from claimcheck.lint import judged
from claimcheck.packs.schema.rules import RuleSpec
from claimcheck.pipeline import packs_of
from claimcheck.report.look import Look


def review(args: argparse.Namespace) -> int:
    """`claimcheck review PATH`: the page on this machine, where an editor decides about findings, until Ctrl-C."""
    if len(args.paths) != 1:
        raise InputError(" ".join(args.paths), "review takes one report, or the folder that they lie in")
    path = Path(args.paths[0])
    if not path.exists():
        raise InputError(str(path), "no such file or folder")
    for module in MODULES["review"]:
        load_extra("review", "claimcheck review", module=module, task="to serve the page")
    # imported here, since what it stands on would slow down every start
    desk, server = (importlib.import_module(f"claimcheck.review.{name}") for name in ("desk", "server"))
    store = importlib.import_module("claimcheck.review.store").Store(path if path.is_dir() else path.parent)
    config = config_of(args, config_file(args))
    rules = packs_of(config.rules).select(RuleSpec)
    look = desk.with_all_rows(Look(everything=config.all, level=config.level))
    keeper = desk.Keeper(session_of(args, config), lambda report: judged(report, config, rules), store, look)
    listening = server.Server(keeper, args.port)
    write(f"Reviewing {path} at {listening.address}\nDecisions go to {store.path}. Ctrl-C ends this.\n", None)
    if args.open:
        listening.show()
    with suppress(KeyboardInterrupt):  # the usual end of a desk
        listening.run()
    return FINE
