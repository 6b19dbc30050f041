"""Models that are made by the ten thousand from one pattern, as the cells of tables make them."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)
_set = object.__setattr__  # past the frozen front, as pydantic itself fills a model


def like(pattern: M, fields: dict[str, Any]) -> M:
    """The pattern with other values in some fields, which are known to be right.

    What `model_copy` gives, in half of its time and three quarters of its memory: the copies share the pattern's note
    of the fields that were given, which nothing here asks for.

    >>> from claimcheck.model.document import Block
    >>> like(Block(kind="row", start=0, end=1), {"start": 7, "end": 9})
    Block(kind='row', start=7, end=9, reason='')
    """
    return full(pattern, {**pattern.__dict__, **fields})


def full(pattern: M, fields: dict[str, Any]) -> M:
    """As `like`, with all fields given, in the order in which the pattern has them; the model keeps the dictionary."""
    made = object.__new__(type(pattern))
    _set(made, "__dict__", fields)
    _set(made, "__pydantic_fields_set__", pattern.__pydantic_fields_set__)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made
