"""What the label of a line names, where a figure stands alone behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.grammar.pattern import Binding
from claimcheck.extract.binding.grammar.phrases import noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon

_IN_LABEL = ("NP", "P", "V", "T")  # sorts of items that a label has outside brackets, all of which its name tells
_BULLETS = ("-", "–", "—", "•", "*")


def label_of_line(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"Parcels sorted: N", "Cabins sold at the fair: N", "Growers (612 replies): N", "Admitted: N": no noun alone.

    A mark or phrase follows such a figure: "the mayor resigned: 34 councillors had left" has no label.
    """
    if sentence.around[at - 1].text != ":" or not _ends_in_mark(sentence, at + 1):
        return None
    first = _label_start(sentence, at - 1)
    label = _without_brackets(sentence.items[first : at - 1])
    if len(label) == 1 and label[0].form in ("participle", "past") and len(label[0].words) == 1:
        return Binding(label[0].text, None, None, first, deed=True)  # "Admitted: 46"
    if len(label) <= 1 and len(label) == at - 1 - first:
        return None  # a noun alone
    if not label or label[0].kind != "NP" or any(item.kind not in _IN_LABEL or item.modal for item in label):
        return _in_full(label, first)
    verbs = [item for item in label if item.kind == "V"]
    if verbs and (verbs != label[1:2] or len(verbs[0].words) != 1 or verbs[0].form not in ("participle", "past")):
        return _in_full(label, first)
    done = f" {verbs[0].text}" if verbs else ""
    return Binding(noun_phrase(sentence, first, lexicon) + done, None, first, None)


def _in_full(label: Sequence[Item], first: int) -> Binding | None:
    """"Voters who actually voted: N", "Trees to be planted: N": all words of a label with a clause."""
    told = [item for item in label if item.kind != "A"]
    tied = all(
        item.kind != "V" or before.kind == "R" or "infinitive-mark" in before.classes for before, item in pairwise(told)
    )
    if not tied or not told or told[0].kind != "NP" or any(item.kind not in (*_IN_LABEL, "R") for item in told):
        return None
    return Binding(" ".join(item.text for item in told), None, first, None)


def _ends_in_mark(sentence: Sentence, at: int) -> bool:
    """True for nothing but "of 62 species" before the next mark."""
    if sentence.around[at].kind == "P" and sentence.around[at + 1].kind == "Q":
        at += 3 if sentence.around[at + 2].kind == "NP" else 2
    return sentence.around[at].kind == "."


def _label_start(sentence: Sentence, end: int) -> int:
    """Where the label begins that ends at a place: behind the last semicolon or full stop, or the mark of an item."""
    first = next((at + 1 for at in range(end - 1, -1, -1) if sentence.items[at].text in (";", ".", ":", "|")), 0)
    while first < end and sentence.items[first].text in _BULLETS:
        first += 1
    return first


def _without_brackets(items: Sequence[Item]) -> list[Item]:
    """The items outside brackets."""
    depth, left = 0, []
    for item in items:
        depth += item.text == "("
        if not depth:
            left.append(item)
        depth -= item.text == ")"
    return left
