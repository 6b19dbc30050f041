"""Plug-ins: what other installed packages add, under names that claimcheck itself does not know.

A package offers one with an entry point (https://packaging.python.org/specifications/entry-points/), and
`claimcheck.protocols` says what each group takes. Names are looked up when a built-in one is not found, so that a start
without plug-ins pays nothing for them, and nothing that is built in can be replaced.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint
from typing import Any, Literal, TypeVar

from claimcheck.errors import InputError

Group = Literal["claimcheck.readers", "claimcheck.formats", "claimcheck.methods", "claimcheck.extractors"]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Plugin:
    """An entry point of an installed package. Whatever goes wrong in it is an InputError that names both."""

    entry: EntryPoint

    def call(self, of: type[Result], *args: object, **named: object) -> Result:
        """What the plug-in makes of the arguments, which must be `of` that type."""
        try:
            result = self._load()(*args, **named)
        except InputError:
            raise
        except Exception as error:
            raise self.fault(f"failed: {_told(error)}") from error
        return self._checked(result, of)

    def gather(self, of: type[Result] | tuple[type[Result], ...], *args: object) -> tuple[Result, ...]:
        """As `call`, for a plug-in that yields several values."""
        try:
            results = tuple(self._load()(*args))
        except InputError:
            raise
        except Exception as error:
            raise self.fault(f"failed: {_told(error)}") from error
        return tuple(self._checked(result, of) for result in results)

    def fault(self, reason: str) -> InputError:
        """The complaint that something is wrong with the plug-in."""
        named = f"{self.entry.group}: {self.entry.name} = {self.entry.value}"
        return InputError(f"plug-in of {distribution_of(self.entry)}", reason, entry=named)

    def _load(self) -> Callable[..., Any]:
        try:
            loaded = self.entry.load()
        except Exception as error:
            raise self.fault(f"cannot be loaded: {_told(error)}") from error
        if not callable(loaded):
            raise self.fault("is no function")
        function: Callable[..., Any] = loaded
        return function

    def _checked(self, result: object, of: type[Result] | tuple[type[Result], ...]) -> Result:
        if not isinstance(result, of):
            wanted = " or ".join(each.__name__ for each in (of if isinstance(of, tuple) else (of,)))
            raise self.fault(f"gives {type(result).__name__}, not {wanted}")
        return result


def find_plugin(group: Group, name: str) -> Plugin | None:
    """The plug-in of a name; None where no package offers one. Raises InputError where several do.

    >>> find_plugin("claimcheck.formats", "no-such-format") is None
    True
    """
    offers = _offers(group).get(name, ())
    if len(offers) > 1:
        rivals = " and ".join(sorted(map(distribution_of, offers)))
        raise InputError(f"plug-in {name}", f"several packages offer it as one of {group}: {rivals}")
    return Plugin(offers[0]) if offers else None


def offered(group: Group) -> tuple[str, ...]:
    """The names in a group, in order; loads none of them."""
    return tuple(sorted(_offers(group)))


def distribution_of(entry: EntryPoint) -> str:
    """The name and version of the package that an entry point comes from."""
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an unnamed package"


@lru_cache
def _offers(group: Group) -> dict[str, tuple[EntryPoint, ...]]:
    """The entry points of a group by name; found once, as packages are not installed during a run."""
    return _by_name(importlib.metadata.entry_points(group=group))


def _by_name(entries: Iterable[EntryPoint]) -> dict[str, tuple[EntryPoint, ...]]:
    named: dict[str, tuple[EntryPoint, ...]] = {}
    for entry in entries:
        named[entry.name] = (*named.get(entry.name, ()), entry)
    return named


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
