"""Words made comparable: folded, and in the singular."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from claimcheck.model.letters import fold

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, without marks; a genitive 's is dropped.

    >>> words_of("Nghe An's import-export turnover")
    ('nghe', 'an', 'import', 'export', 'turnover')
    """
    bare = fold(text).replace("'s ", " ").replace("s' ", "s ").removesuffix("'s")
    return tuple(_WORD.findall(bare))


def singular(word: str, irregular: Mapping[str, str]) -> str:
    """The singular of an English noun; a word that is none stays as it is.

    >>> [singular(word, {"people": "person"}) for word in ("agencies", "boxes", "people", "gas", "status")]
    ['agency', 'box', 'person', 'gas', 'status']
    """
    if word in irregular:
        return irregular[word]
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]
