"""HTML source to tags, in one pass whose cost grows with the length of the text, however broken it is."""

from __future__ import annotations

import html
import re

from claimcheck.model.shifts import Shifts

# Blanks that fill cells to keep a page in shape, and that no reader sees.
EMPTY = " \t\n\r\f\v\xa0\u200b\u200c\u200d\u2007\u2009\u202f\u2060\ufeff\u3000"

# No part of a pattern can match what the next part begins with, and none gives back what it took (possessive
# quantifiers), so that nothing is read twice. A comment, a script or a quotation that is never closed runs to the end.
_ATTRIBUTES = r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?)*+"
_RAW = "script|style|title|noscript|template|textarea|svg|math|iframe|select|datalist|canvas|audio|video"
_BODY = "(?:[^<]++|<(?!/(?P=raw)))*+"
_OF_CELL = "(?:\\s[^>\"']*+(?:\"[^\"]*+\"[^>\"']*+)*+)?"
# A cell of nothing but text, with the empty ones behind it, of which pages of figures have more than of all others.
TOKEN = re.compile(
    rf"<t(?P<cell>[dh])(?P<simple>{_OF_CELL})>(?P<content>[^<]*+)</t[dh]\s*+>"
    rf"(?P<empty>(?:[{EMPTY}]*+<t[dh]{_OF_CELL}>[{EMPTY}]*+</t[dh]\s*+>)*+)"
    r"|<!--(?:[^-]++|-(?!->))*+(?:-->)?"
    rf"|<(?P<raw>{_RAW})(?![\w-]){_ATTRIBUTES}>?(?:(?<!/>){_BODY}(?:</(?P=raw)[^>]*+>?)?)?"
    rf"|<(?P<close>/?)(?P<name>[a-z][a-z0-9:-]*+)(?P<attributes>{_ATTRIBUTES})>?"
    r"|<[!?/][^>]*+>?",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]*+)\s*+(?:=\s*+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s\"'>]++)))?")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_WORD = re.compile(r"&\S*+")  # from its first reference on


def attribute_of(attributes: str, name: str) -> str:
    """The value of an attribute; empty where there is none.

    >>> attribute_of(' class="story main" id=top', "class")
    'story main'
    """
    if name not in attributes.lower():
        return ""
    for match in _ATTRIBUTE.finditer(attributes):
        if match[1].lower() == name:
            return match[2] or match[3] or match[4] or ""
    return ""


def number_of(attributes: str, name: str, most: int) -> int:
    """The value of an attribute that counts rows or columns: at least 1, and never more than `most`."""
    value = attribute_of(attributes, name).strip()
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() and len(value) < 9 else 1


def read_entities(text: str) -> tuple[str, Shifts | None]:
    """The text with character references replaced by their characters, at its own length, and where that moves offsets.

    The blanks that make up for a reference stand behind its word, so that the word stays whole.

    >>> read_entities("the firm&#8217;s sales")[0], read_entities("R&amp;D")[0]
    ('the firm’s       sales', 'R&D    ')
    """
    if "&" not in text:
        return text, None
    moves: list[tuple[int, int, int]] = []
    read = _WORD.sub(lambda word: _word(word, moves), text)
    if not moves:
        return read, None
    starts, by, limits = zip(*moves, strict=True)
    return read, Shifts(starts, by, limits)


def is_blank(text: str) -> bool:
    """Whether a reader sees nothing of a text."""
    return not _ENTITY.sub(lambda entity: _character(entity.group()), text).strip(EMPTY)


def _word(match: re.Match[str], moves: list[tuple[int, int, int]]) -> str:
    word = match.group()
    pieces, done, gained = [], 0, 0
    for entity in _ENTITY.finditer(word):
        pieces += [word[done : entity.start()], _character(entity.group())]
        done = entity.end()
        gained += len(entity.group()) - len(pieces[-1])
        moves.append((match.start() + done - gained, gained, match.end()))
    if gained:
        moves.append((match.end(), 0, match.end()))
    return "".join([*pieces, word[done:]]).ljust(len(word))


def _character(entity: str) -> str:
    character = html.unescape(entity)
    return character if len(character) <= len(entity) and character.isprintable() else " "
