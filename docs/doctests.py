"""Shows the examples of docstrings as code; griffe, which reads the docstrings for the manual, loads this."""

from __future__ import annotations

import re
from typing import Any

from griffe import Extension, Object

_EXAMPLE = re.compile(r"^>>> .*(?:\n(?!\n).*)*", flags=re.MULTILINE)


class FencedDoctests(Extension):
    """Puts each doctest into a fence."""

    def on_object(self, *, obj: Object, **kwargs: Any) -> None:
        """Called by griffe for each module, class, function and attribute."""
        if obj.docstring:
            obj.docstring.value = _EXAMPLE.sub(lambda found: f"```pycon\n{found.group()}\n```", obj.docstring.value)
