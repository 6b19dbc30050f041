"""The files that can be read: their suffixes, what reads them, and the extra that a reader needs."""

from __future__ import annotations

from tabulate import tabulate

from claimcheck.extras import install_command, is_installed
from claimcheck.read import EXTRAS, FORMATS


def list_formats(width: int) -> str:
    """A table of suffixes, with the command that installs what is missing; ends in a line break."""
    known = sorted((name, suffix) for suffix, name in FORMATS.items())
    rows = [(suffix, name, _needs(suffix)) for name, suffix in known]
    widths = [None, None, max(width - 30, 20)]
    return tabulate(rows, headers=["file", "reader", "needs"], maxcolwidths=widths, disable_numparse=True) + "\n"


def _needs(suffix: str) -> str:
    extra = EXTRAS.get(suffix)
    if extra is None:
        return "nothing further"
    state = "installed" if is_installed(extra) else f"missing: {install_command(extra)}"
    return f"the extra {extra} ({state})"
