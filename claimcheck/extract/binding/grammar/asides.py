"""Figures and dates told in passing: in brackets, in a relative clause, behind "when"."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon


def is_aside(sentence: Sentence, at: int) -> bool:
    """True for a figure in brackets: "(2022: 4.1 million)" tells when it was, and not when the next figures were."""
    text, end = sentence.text, sentence.items[at].start - sentence.start
    return text.rfind("(", 0, end) > text.rfind(")", 0, end)


def is_beside_its_like(sentence: Sentence, at: int) -> bool:
    """True for a figure alone in brackets behind one in its unit: the 52 of "Rents 61 (2021: 55), fees 58 (52)"."""
    before, draft = sentence.around[at - 2].quantity, sentence.items[at].quantity
    alone = sentence.around[at - 1].text == "(" and sentence.around[at + 1].text == ")"
    return alone and before is not None and draft is not None and before.unit == draft.unit


def explained_date(sentence: Sentence, at: int) -> int | None:
    """The date right before the brackets that a level stands in: "compared to 2023 (4.1 million, 680 million USD)"."""
    draft = sentence.items[at].quantity
    if not is_aside(sentence, at) or draft is None or draft.role == "change":
        return None
    bracket = sentence.text[:sentence.items[at].start - sentence.start].rfind("(")
    return next(
        (place for place in sentence.dates
         if place < at and not sentence.text[sentence.items[place].end - sentence.start:bracket].strip()),
        None,
    )


def date_of_when_clause(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The date of "5.0% in 2023, when 123,000 were out of work", for the figures behind "when"."""
    if lexicon.classes["time-opener"].isdisjoint(sentence.heads):
        return None
    for back in range(at - 1, 0, -1):
        item = sentence.items[back]
        if item.kind == "S" and "time-opener" in item.classes:
            date = back - 1 if sentence.items[back - 1].text != "," else back - 2
            return date if date in sentence.dates else None
        if item.kind in "SRT" or item.text == ";":
            return None
    return None


def is_told_aside(sentence: Sentence, place: int) -> bool:
    """True for the date of "the mill, which burnt in 1987, stands", "harvest (1998): 310 tons", "310 (240 in 1998)"."""
    if not sentence.quantities:
        return False  # "Key figures (2023)" heads what follows
    if is_aside(sentence, place) or _is_of_participle(sentence, place) or _is_of_deed(sentence, place):
        return True
    opener = _relative_before(sentence, place)
    return opener is not None and sentence.items[opener - 1].text == ","


def in_brackets(sentence: Sentence, place: int) -> bool:
    return sentence.around[place - 1].text == "(" and sentence.around[place + 1].text == ")"


def _is_of_participle(sentence: Sentence, place: int) -> bool:
    """True for the date of "Built in 1987, the mill ..." and "the mill, built in 1987, ..."."""
    at = place - 1
    while at >= 0 and sentence.items[at].kind in "PA":
        at -= 1
    verb = sentence.around[at]
    if verb.kind != "V" or len(verb.words) > 1 or verb.form != "participle":
        return False
    if not any(item.kind == "V" for item in sentence.items if item is not verb):
        return False  # "The most, 60 mm, dropped on 3 May"
    while at > 0 and sentence.items[at - 1].kind == "A":
        at -= 1  # "first opened in 1987"
    return at == 0 or sentence.items[at - 1].text == ","


def _is_of_deed(sentence: Sentence, place: int) -> bool:
    """True for the date of "jailed for selling 9 lorries in 1987", and of "the record she set in 1987".

    What was done then is not what the sentence tells, and no reason to think that the next ones speak of that time.
    """
    for back in range(place - 1, 0, -1):
        item, before = sentence.items[back], sentence.items[back - 1]
        if item.form == "ing" and not item.det and "doing-link" in before.classes:
            return True
        if item.kind == "N" and before.kind == "NP" and sentence.items[back + 1].kind == "V":
            return any(other.kind == "V" for other in sentence.items[:back - 1])
        if item.kind in "SRC" or item.text in (",", ";", ":"):
            return False
    return False


def _relative_before(sentence: Sentence, place: int) -> int | None:
    """The place of the "which" or "who" that opens the clause of a date."""
    for back in range(place - 1, 0, -1):
        item = sentence.items[back]
        if item.kind == "R":
            return back
        if item.kind in "SC" or item.text in (",", ";"):
            return None
    return None


def is_of_what_went_before(sentence: Sentence, place: int) -> bool:
    """True for the date of "After a loss of 2 million in 2022, the mill made 4 million"."""
    first, *before = sentence.items[:place] or sentence.around[:1]
    alone = not any(item.kind == "V" or item.text == "," for item in before)
    figured = alone and any(item.kind == "Q" for item in before)
    return figured and "aftermath-link" in first.classes and sentence.around[place + 1].text == ","


def same_aside(sentence: Sentence, at: int, place: int) -> bool:
    """True when the figure stands in the same brackets, relative clause or words behind a participle as the date."""
    low, high = min(at, place), max(at, place)
    marks = ("(", ")") if is_aside(sentence, at) and is_aside(sentence, place) else (",", "(", ")", ":")
    return not any(item.kind == "R" or item.text in marks for item in sentence.items[low:high])
