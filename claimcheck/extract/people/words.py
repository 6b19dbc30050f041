"""Words of a block, with what stands between them: all that the search for titles and names looks at."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from claimcheck.extract.telling import key_of

_WORD = re.compile(r"([^\W\d_][\w\u0300-\u036f]*(?:['’][^\W\d_]+|['’](?=\s))?|&)")
_GAPS = {"": "tight", "-": "tight", ".": "stop", ",": "comma", "(": "open", ")": "close", "),": "close"}


class Word(NamedTuple):
    """A word with its place; `key` is what lexicons know it by, `gap` what follows it up to the next word.

    gap: "space", "tight" (nothing or a hyphen), "stop" (a full stop), "comma", "dash", "open" and "close" (brackets),
    or "end" for anything else.
    """

    start: int
    end: int
    text: str
    key: str
    gap: str

    @property
    def is_capital(self) -> bool:
        """True for a word that begins with a capital letter and is not an abbreviation in capitals."""
        return self.text[0].isupper() and not (len(self.text) > 1 and self.text.isupper())

    @property
    def is_possessive(self) -> bool:
        """True for "Holt's" and "growers'"."""
        return self.key.endswith(("'s", "'"))

    @property
    def bare(self) -> str:
        """The key without a possessive ending: "union" of "union's"."""
        return self.key.removesuffix("'s").removesuffix("'")


def written_words(phrase: str) -> list[str]:
    """The words of a phrase as they are written, without all that is known of words in a text.

    >>> written_words("people's envoy")
    ["people's", 'envoy']
    """
    return _WORD.findall(phrase)


def split_words(text: str) -> list[Word]:
    """The words of a text in order.

    >>> [(word.key, word.gap) for word in split_words("Mr. Holt, chairman - retired")]
    [('mr', 'stop'), ('holt', 'comma'), ('chairman', 'dash'), ('retired', 'end')]
    """
    parts = _WORD.split(text)  # the words, and what stands around them
    ends = list(accumulate(map(len, parts)))
    words = parts[1::2]
    keys = map(str.lower, words) if text.isascii() else map(key_of, words)
    gaps = ["space" if between == " " else _gap(between) for between in parts[2:-1:2]]
    return list(map(Word, ends[::2], ends[1::2], words, keys, [*gaps, "end"]))


def _gap(between: str) -> str:
    bare = between.strip()
    if not bare:
        return "space" if between else "tight"
    if bare in ("-", "–", "—") and between != bare:
        return "dash"
    if between == "—":
        return "dash"
    return _GAPS.get(bare, "end")
