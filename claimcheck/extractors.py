"""Claims that further extractors find in reports: functions, or plug-ins by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from claimcheck.errors import InputError
from claimcheck.model.claim import Claim
from claimcheck.model.document import Document
from claimcheck.plugins import find_plugin, offered

if TYPE_CHECKING:  # else every start would load what only writers of plug-ins need
    from claimcheck.protocols import Extractor


def further_claims(extractors: Iterable[str | Extractor], document: Document) -> Iterator[Claim]:
    """What some extractors find in a document: functions (see `claimcheck.protocols`), or the names of plug-ins.

    Raises InputError for a name that no plug-in has, and for a plug-in that fails.

    >>> document = Document(path="a", text="3 EUR", reading="3 EUR", blocks=())
    >>> [claim.path for claim in further_claims([lambda document: [Claim(path="")]], document)]
    ['a']
    """
    for extractor in extractors:
        find = extractor_named(extractor) if isinstance(extractor, str) else extractor
        for claim in find(document):
            yield claim if claim.path else claim.model_copy(update={"path": document.path})


def extractor_named(name: str) -> Extractor:
    """The plug-in of a name; raises InputError, with the names that there are, where no package offers it."""
    plugin = find_plugin("claimcheck.extractors", name)
    if plugin is None:
        known = ", ".join(offered("claimcheck.extractors")) or "none"
        raise InputError("extractors", f"no plug-in {name!r}; known: {known}")
    return partial(plugin.gather, Claim)
