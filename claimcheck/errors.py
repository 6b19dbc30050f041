"""The two families of error: your file is wrong, and we are wrong."""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Whatever claimcheck raises on purpose."""


class InputError(ClaimcheckError):
    """A file or an argument of the user's is wrong: says which, where in it, and what is wrong with it.

    >>> print(InputError("rules/hedges.toml", "unknown effect 'wide'", entry="roughly", key="effect"))
    rules/hedges.toml: entry 'roughly', key 'effect': unknown effect 'wide'
    """

    def __init__(self, path: str, reason: str, *, entry: str | None = None, key: str | None = None) -> None:
        self.path = path
        self.reason = reason
        self.entry = entry
        self.key = key
        where = [path]
        inside = [f"entry {entry!r}"] if entry else []
        inside += [f"key {key!r}"] if key else []
        if inside:
            where.append(", ".join(inside))
        super().__init__(": ".join([*where, reason]))


class InternalError(ClaimcheckError):
    """A state that claimcheck promises never to reach."""
