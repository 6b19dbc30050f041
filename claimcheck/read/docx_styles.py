"""The styles of a Word document: which are headings, list items or hidden, whatever they are called.

Word names its own styles in English in the file, whatever it shows; only their ids are localised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from claimcheck.read.archive import Element, attribute, local_name

StyleKind = Literal["", "heading", "item"]

_HEADING = re.compile(r"heading [1-9]$|(?:sub)?title$")
_OFF = ("0", "false", "off", "none")
_WHOLE = re.compile(r"-?[0-9]{1,6}")
_TWIPS = 20  # of a point
_LONGEST_CHAIN = 20  # of styles based on one another


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of a paragraph, or of the words of a run.

    indent: how far it sets them in, in points; None where it leaves that open.
    """

    kind: StyleKind = ""
    hidden: bool = False
    indent: int | None = None


PLAIN = Style()


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that name, and its first of the next name, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local_name(each) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch such as <w:vanish/> is there and not turned off."""
    return element is not None and attribute(element, "val", "1") not in _OFF


def own_style(properties: Element | None) -> Style:
    """What the properties of a paragraph, or of a style, say themselves."""
    if properties is None:
        return PLAIN
    level = child(properties, "outlineLvl")
    number = child(properties, "numPr", "numId")
    kind: StyleKind = ""
    if level is not None and attribute(level, "val").isdigit() and int(attribute(level, "val")) < 9:
        kind = "heading"
    elif number is not None and attribute(number, "val") != "0":
        kind = "item"
    return Style(kind, indent=_indent(child(properties, "ind")))


def _indent(element: Element | None) -> int | None:
    if element is None:
        return None
    left = attribute(element, "left") or attribute(element, "start")
    twips = _twips(left) + _twips(attribute(element, "firstLine")) - _twips(attribute(element, "hanging"))
    return twips // _TWIPS


def _twips(value: str) -> int:
    return int(value) if _WHOLE.fullmatch(value) else 0


def read_styles(root: Element) -> dict[str, Style]:
    """The styles of word/styles.xml by their ids; each inherits from those that it is based on."""
    found: dict[str, tuple[str, Style]] = {}
    for style in root:
        if local_name(style) == "style":
            based_on = child(style, "basedOn")
            base = "" if based_on is None else attribute(based_on, "val")
            found[attribute(style, "styleId")] = base, _named_style(style)
    return {name: _inherited(name, found) for name in found}


def _named_style(style: Element) -> Style:
    given = child(style, "name")
    name = "" if given is None else attribute(given, "val").lower()
    hidden = is_on(child(style, "rPr", "vanish"))
    own = own_style(child(style, "pPr"))
    return Style("heading" if _HEADING.match(name) else own.kind, hidden, own.indent)


def _inherited(name: str, styles: dict[str, tuple[str, Style]]) -> Style:
    kind: StyleKind = ""
    hidden = False
    indent: int | None = None
    for _ in range(_LONGEST_CHAIN):
        if name not in styles:
            break
        name, style = styles[name]
        kind, hidden = kind or style.kind, hidden or style.hidden
        indent = style.indent if indent is None else indent
    return Style(kind, hidden, indent)
