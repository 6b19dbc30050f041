"""Models that are made by the ten thousand from one pattern, as the cells of tables make them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)
# past the frozen front, as pydantic itself fills a model
_set_fields, _set_given, _set_extra, _set_private = (
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


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
    _set_fields(made, fields)
    _set_given(made, pattern.__pydantic_fields_set__)
    _set_extra(made, None)
    _set_private(made, None)
    return made


def all_full(pattern: M, several: Iterable[dict[str, Any]]) -> Iterator[M]:
    """As `full`, of many."""
    new, kind, given = object.__new__, type(pattern), pattern.__pydantic_fields_set__
    for fields in several:
        made = new(kind)
        _set_fields(made, fields)
        _set_given(made, given)
        _set_extra(made, None)
        _set_private(made, None)
        yield made
