"""The words of a paragraph of a Word document, as they show: without what is deleted, hidden, or code of a field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimcheck.errors import InputError
from claimcheck.read.archive import DEEPEST, Element, attribute, local_name
from claimcheck.read.docx_styles import PLAIN, Style, child, is_on

_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_GONE = frozenset(("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "Fallback", "sdtPr", "fldData"))
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass(slots=True)
class Notes:
    """The notes that the text refers to, in the order of their marks: sort and id."""

    marks: list[tuple[str, str]] = field(default_factory=list)


class Words:
    """Reads paragraphs one after the other: a field may begin in one of them and end in another."""

    def __init__(self, styles: Mapping[str, Style], notes: Notes, path: str) -> None:
        self.boxes: list[Element] = []  # text boxes that are anchored in what was read last
        self._styles = styles
        self._notes = notes
        self._path = path
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self._pieces: list[str] = []

    def of(self, paragraph: Element) -> str:
        """The words of a paragraph; line breaks stay, and `boxes` then holds the text boxes anchored in it."""
        self._pieces, self.boxes = [], []
        self._inside(paragraph, 0)
        return "".join(self._pieces)

    def _inside(self, element: Element, depth: int) -> None:
        if depth > DEEPEST:
            raise InputError(self._path, f"nests its elements more than {DEEPEST} deep")
        chosen = False
        for each in element:
            name = local_name(each)
            if name == "t":
                self._say(each.text or "")
            elif name in _SIGNS:
                self._say(_SIGNS[name])
            elif name == "r":
                if not self._is_hidden(each):
                    self._inside(each, depth + 1)
            elif name == "fldChar":
                self._turn_field(attribute(each, "fldCharType"))
            elif name in _NOTES:
                self._notes.marks.append((_NOTES[name], attribute(each, "id")))
            elif name == "txbxContent":
                self.boxes.append(each)
            elif name == "Choice" and chosen:
                continue
            elif name not in _GONE:
                chosen = chosen or name == "Choice"
                self._inside(each, depth + 1)

    def _say(self, text: str) -> None:
        if all(self._fields):
            self._pieces.append(text)

    def _is_hidden(self, run: Element) -> bool:
        properties = child(run, "rPr")
        if properties is None:
            return False
        own = child(properties, "vanish")
        if own is not None:
            return is_on(own)
        style = child(properties, "rStyle")
        return style is not None and self._styles.get(attribute(style, "val"), PLAIN).hidden

    def _turn_field(self, to: str) -> None:
        if to == "begin":
            self._fields.append(False)
        elif to == "separate" and self._fields:
            self._fields[-1] = True
        elif to == "end" and self._fields:
            self._fields.pop()
