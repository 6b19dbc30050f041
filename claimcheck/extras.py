"""The libraries that only some tasks need: imported when the task is met, and asked for when they are missing."""

from __future__ import annotations

import importlib
import importlib.util
from types import ModuleType

from claimcheck.errors import InputError

PACKAGE = "claimcheck-reports"
# extra -> the modules that it installs
MODULES = {
    "pdf": ("pypdfium2",),
    "xlsx": ("python_calamine", "xlsxwriter"),
    "review": ("starlette", "uvicorn", "filelock"),
    "watch": ("watchfiles",),
    "progress": ("tqdm",),
    "completion": ("shtab",),
    "pandas": ("pandas",),
    "polars": ("polars",),
}


def load_extra(
    extra: str, path: str, part: str = "", *, module: str = "", task: str = "to read such files"
) -> ModuleType:
    """The library of an extra, or a part of it; raises InputError with the command that installs it.

    path: the file or the argument that asks for it; module: which library, where there are several, else the first;
    task: what it is needed for.
    """
    library = module or MODULES[extra][0]
    try:
        return importlib.import_module(f"{library}.{part}" if part else library)
    except ImportError as error:
        raise InputError(path, f"{task}, run: {install_command(extra)}") from error


def install_command(extra: str) -> str:
    """The command that installs an extra.

    >>> install_command("pdf")
    'pip install "claimcheck-reports[pdf]"'
    """
    return f'pip install "{PACKAGE}[{extra}]"'


def is_installed(extra: str) -> bool:
    """Whether the first library of an extra, which reads or shows what it is for, is there; does not import it."""
    return importlib.util.find_spec(MODULES[extra][0]) is not None
