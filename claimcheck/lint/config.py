"""What a run is to do: the keys of `claimcheck.toml` and of `[tool.claimcheck]` in `pyproject.toml`."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import tomli
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimcheck.errors import InputError
from claimcheck.model.finding import Severity
from claimcheck.report import FILE_FORMATS, FORMATS, is_format

OWN_FILE, SHARED_FILE = "claimcheck.toml", "pyproject.toml"
_TABLE = ("tool", "claimcheck")
_LISTS = ("exclude", "select", "ignore", "against", "supersede", "extractors", "rules")
_HYPHENS = str.maketrans("-_", "_-")  # between the keys of files and the names of fields
_SHAPES = {
    "dict_type": 'should be a table, such as { "official" = 2 }', "int_parsing": "should hold whole numbers",
    "int_type": "should hold whole numbers", "tuple_type": "should be a list", "string_type": "should be text",
    "bool_parsing": "should be true or false", "bool_type": "should be true or false", "path_type": "should be text",
}
FailOn = Literal["error", "warning", "note", "never"]


class Config(BaseModel):
    """The settings of a run. In a file the words of a key are joined by hyphens ("fail-on").

    exclude: files and folders to leave out of folders, as patterns. select, ignore: rules by id, or by kind or the
    beginning of one; ignore wins, and select () is all rules.
    min_severity: the lowest severity of the findings told; None leaves notes out, unless they make the run fail or all
    is asked for. fail_on: the lowest that makes the run fail; exit_zero: it never does. format: how findings are
    told; all: with notes, verdicts and what was not compared. baseline: the file of known findings. against: files
    of trusted figures. trust: ranks of reports (see `claimcheck.lint.trust`). supersede: patterns of
    reports whose later ones supersede the earlier (see `claimcheck.lint.supersession`). extractors: plug-ins that find
    further claims. rules: folders of further rules.
    date, encoding: of reports that do not tell theirs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity | None = None
    fail_on: FailOn = "warning"
    exit_zero: bool = False
    format: str = "table"
    all: bool = False
    baseline: Path | None = None
    against: tuple[Path, ...] = ()
    trust: dict[str, int] = Field(default_factory=dict)
    supersede: tuple[str, ...] = ()
    extractors: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    date: dt.date | None = None
    encoding: str | None = None

    @property
    def level(self) -> Severity:
        """The lowest severity shown; what makes a run fail must be seen.

        >>> Config().level, Config(fail_on="note").level, Config(min_severity="error").level
        ('warning', 'note', 'error')
        """
        return self.min_severity or ("note" if self.fail_on == "note" else "warning")

    def changed(self, **given: object) -> Config:
        """The same settings with those given in the place of theirs, None being none given.

        >>> Config(fail_on="error").changed(fail_on=None, exit_zero=True).fail_on
        'error'
        """
        return self.model_copy(update={name: value for name, value in given.items() if value is not None})


def find_config(start: Path) -> Path | None:
    """The nearest file of settings in the folder of a path or above it.

    A `pyproject.toml` counts only when it has the table [tool.claimcheck]; beside a `claimcheck.toml` it does not.
    Raises InputError for one that speaks of claimcheck and is no TOML.
    """
    place = start.resolve()
    for folder in (place, *place.parents):
        own, shared = folder / OWN_FILE, folder / SHARED_FILE
        if own.is_file():
            return own
        if shared.is_file() and _own_table(shared) is not None:
            return shared
    return None


def read_config(path: Path) -> Config:
    """The settings in a file; relative paths in it count from its folder.

    Raises InputError, naming file and key, for a file that cannot be read and for unknown keys and values.
    """
    table = _own_table(path) if path.name == SHARED_FILE else _toml(path)
    if table is None:
        raise InputError(str(path), f"has no table [{'.'.join(_TABLE)}]")
    try:
        config = Config.model_validate({key.translate(_HYPHENS): _listed(key, table[key]) for key in table})
    except ValidationError as error:
        raise _complaint(path, error) from error
    if not is_format(config.format):
        known = ", ".join([*FORMATS, *FILE_FORMATS])
        raise InputError(str(path), f"no format {config.format!r}; known: {known}", key="format")
    lists = {name: tuple(path.parent / each for each in getattr(config, name)) for name in ("against", "rules")}
    return config.changed(**lists, baseline=config.baseline and path.parent / config.baseline)


def show_config(config: Config, path: Path | None) -> str:
    """The settings as a `claimcheck.toml` that would make them so; what is not set stands in comments."""
    lines = [f"# from {path}" if path else "# no file of settings", *_assignments(config)]
    return "\n".join(lines) + "\n"


def _assignments(config: Config) -> Iterator[str]:
    for field, value in config.model_dump(mode="json").items():
        key = field.translate(_HYPHENS)
        yield f"# {key} is not set" if value is None else f"{key} = {_value(key, value)}"


def _value(key: str, value: object) -> str:
    """A value as TOML."""
    if isinstance(value, list):
        return f"[{', '.join(_value(key, item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_value(key, name)} = {_value(key, item)}' for name, item in value.items())}}}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if key == "date":
        return str(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _own_table(path: Path) -> dict[str, Any] | None:
    """The table of claimcheck in a pyproject.toml; None when there is none."""
    if _TABLE[1] not in _text(path):
        return None  # whether it is valid is none of our business
    table: Any = _toml(path)
    for name in _TABLE:
        table = table.get(name) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomli.loads(_text(path))
    except tomli.TOMLDecodeError as error:
        raise InputError(str(path), f"not valid TOML: {error}") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"not valid UTF-8: {error.reason}") from error
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error


def _listed(key: str, value: object) -> object:
    """A list of one may be written without its brackets."""
    return (value,) if key in _LISTS and isinstance(value, str) else value


def _complaint(path: Path, error: ValidationError) -> InputError:
    first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    key = str(first["loc"][0]).translate(_HYPHENS)
    if first["type"] != "extra_forbidden":
        reason = _SHAPES.get(first["type"]) or first["msg"].replace("Input should", "should", 1)
        return InputError(str(path), reason, key=key)
    known = [name.translate(_HYPHENS) for name in Config.model_fields]
    near = difflib.get_close_matches(key, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
    return InputError(str(path), f"unknown key; {hint}", key=key)
