"""Reads rule packs: TOML files in, frozen entries out; every complaint names file, entry and key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomli
from pydantic import ValidationError

from claimcheck.errors import InputError
from claimcheck.packs.collection import Packs, Unread
from claimcheck.packs.entry import Entry
from claimcheck.packs.locate import shipped_rules
from claimcheck.packs.schema import ENTRY_TYPES

_LANGUAGES = "languages"  # the folder with a folder for each language
# What a file of arrays of tables starts with, and the names of those tables.
_OPENING = re.compile(r"(?:\s|#.*)*\[")
_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*([\w-]+)", re.MULTILINE)


def load_packs(folders: Iterable[Path] = (), *, shipped: bool = True) -> Packs:
    """The shipped packs and those in further folders; raises InputError for whatever is wrong with a file of those.

    Of the shipped packs only what is used is read, for speed: `Packs.read_all` reads the rest.
    """
    own = _files_in(shipped_rules()) if shipped else []
    further = [file for folder in folders for file in _files_in(Path(folder))]
    packs = Packs([*own, *further])
    return packs.read_all() if further else packs


def _files_in(root: Path) -> list[Unread]:
    if not root.is_dir():
        raise InputError(str(root), "no such folder of rules")
    whole = root.resolve()
    inner = whole.relative_to(_base_of(whole))
    return [_unread(path, _language_of(inner / path.relative_to(root))) for path in sorted(root.rglob("*.toml"))]


def _base_of(root: Path) -> Path:
    """The folder whose folder `languages` counts: that above it, where it, or one language of it, is given alone."""
    return next((each.parent for each in (root, root.parent) if each.name == _LANGUAGES), root)


def _unread(path: Path, language: str) -> Unread:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""  # reading it in earnest says what is wrong
    tables = frozenset(_TABLE.findall(text)) if _OPENING.match(text) else None
    return Unread(language, tables, lambda: read_pack_file(path, language))


def _language_of(path: Path) -> str:
    parts = path.parts
    return parts[1] if len(parts) > 2 and parts[0] == _LANGUAGES else ""


def read_pack_file(path: Path, language: str = "") -> Iterator[Entry]:
    """The entries of one file, in the order of the file."""
    try:
        with path.open("rb") as file:
            data = tomli.load(file, parse_float=Decimal)
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"not valid TOML: {error}") from error
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    for table, entries in data.items():
        entry_type = ENTRY_TYPES.get(table)
        if entry_type is None:
            raise InputError(str(path), f"unknown table [[{table}]]; known: {', '.join(sorted(ENTRY_TYPES))}")
        if not isinstance(entries, list):
            raise InputError(str(path), f"{table} must be an array of tables, [[{table}]]")
        for number, fields in enumerate(entries, 1):
            yield _read_entry(entry_type, fields, number, str(path), language)


def _read_entry(entry_type: type[Entry], fields: dict[str, Any], number: int, path: str, language: str) -> Entry:
    names = (fields[key] for key in ("id", "words", "word", "name") if key in fields)
    name = next((str(name) for name in names if isinstance(name, str | list)), f"number {number}")
    if not isinstance(fields, dict):
        raise InputError(path, "must be a table", entry=name)
    for key in ("language", "file"):
        if key in fields:
            raise InputError(path, "is set by the folder and may not be given", entry=name, key=key)
    try:
        return entry_type(**fields, language=language, file=path)
    except ValidationError as error:
        # a misspelt key also makes the right one missing: the misspelling is what the writer must see
        first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
        key = ".".join(str(part) for part in first["loc"])
        reason = "unknown key" if first["type"] == "extra_forbidden" else first["msg"]
        raise InputError(path, reason, entry=name, key=key or None) from error
