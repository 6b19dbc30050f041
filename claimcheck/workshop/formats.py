"""The files that can be read: their suffixes, what reads them, and the extra that a reader needs."""

from __future__ import annotations

from tabulate import tabulate

from claimcheck.extras import install_command, is_installed
from claimcheck.plugins import offered
from claimcheck.read import EXTRAS, FORMATS


def list_formats(width: int) -> str:
    """A table of suffixes, with the command that installs what is missing, those of plug-ins last; whole lines."""
    known = sorted((name, suffix) for suffix, name in FORMATS.items())
    rows = [(suffix, name, _needs(suffix)) for name, suffix in known]
    plugins = [f".{name}" for name in offered("claimcheck.readers") if f".{name}" not in FORMATS]
    rows += [(suffix, "plug-in", "nothing further") for suffix in plugins]
    widths = [None, None, max(width - 30, 20)]
    return tabulate(rows, headers=["file", "reader", "needs"], maxcolwidths=widths, disable_numparse=True) + "\n"


def _needs(suffix: str) -> str:
    extra = EXTRAS.get(suffix)
    if extra is None:
        return "nothing further"
    state = "installed" if is_installed(extra) else f"missing: {install_command(extra)}"
    return f"the extra {extra} ({state})"
