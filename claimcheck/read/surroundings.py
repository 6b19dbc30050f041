"""Knows by its opening tag what part of a web page surrounds the report: menus, notices, lists of other reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck.packs.schema.furniture import PageElement
from claimcheck.read.markup import TOKEN, attribute_of

# The elements that hold the report or the whole page: class names on them tell of the page's layout.
_FRAMES = frozenset(("html", "body", "main", "article", "h1", "p"))
_HIDDEN = re.compile(r"(?:^|\s)hidden(?=\s|=|/?$)|aria-hidden\s*=\s*[\"']?true|display\s*:\s*none", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_WITHOUT = frozenset(("with", "has", "no", "without", "js", "is"))
_LONGEST = 3


class Surroundings:
    """The names that pages give to what is no part of the report."""

    def __init__(self, specs: Sequence[PageElement]) -> None:
        self._named: dict[tuple[str, str], PageElement] = {
            (spec.by, word): spec for spec in specs for word in spec.words
        }
        self.reason = lru_cache(maxsize=4096)(self._reason)

    def reason_of_tag(self, tag: str) -> str:
        """Why an element is furniture, by its opening tag outside the report; empty when it is not."""
        found = TOKEN.match(tag)
        return self._reason(found["name"].lower(), found["attributes"], in_story=False) if found else ""

    def _reason(self, name: str, attributes: str, *, in_story: bool) -> str:
        """Why an element is furniture; empty when it is not. in_story: it stands within the report."""
        by_name = self._named.get(("element", name))
        if by_name is not None and not (by_name.outside_story and in_story):
            return by_name.reason
        if not attributes:
            return ""
        if _HIDDEN.search(attributes):
            return "not shown to readers"
        role = self._named.get(("role", attribute_of(attributes, "role").strip().lower()))
        if role is not None:
            return role.reason
        if name in _FRAMES:
            return ""
        names = f"{attribute_of(attributes, 'class')} {attribute_of(attributes, 'id')}"
        return next((reason for each in names.split()[:20] if (reason := self._of_class(each))), "")

    def _of_class(self, name: str) -> str:
        words = _WORD.findall(_HUMP.sub("-", name).lower())[:12]
        if not _WITHOUT.isdisjoint(words):
            return ""
        for size in range(1, _LONGEST + 1):
            for at in range(len(words) - size + 1):
                spec = self._named.get(("class", " ".join(words[at : at + size])))
                if spec is not None:
                    return spec.reason
        return ""
