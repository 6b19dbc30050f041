"""Parts of a whole: "35 of whom support ...", "of the rice, N are ...", "a third of it cinnamon"."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at, quantity_before
from claimcheck.extract.binding.grammar.phrases import noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.model.mention import Role


def part_of(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """A figure for a part of a whole named before it or right behind it: the whole, and what sets the part apart."""
    whole, last = _whole_behind(sentence, at, lexicon)
    if last is None:
        whole, last = _whole_before(sentence, at, lexicon)
    if last is None:
        return None
    said = predicate(sentence, last + 1)
    if not said:
        return _done_with(sentence, at, whole) if whole and _is_counted(sentence, at) else None
    share: Role | None = "share" if unit_sort(draft_at(sentence, at)) in ("percent", "fraction") else None
    verb = verb_before(sentence, at)
    return Binding(" ".join(part for part in ("share of" if share else "", whole, said) if part), share, None, verb)


def _done_with(sentence: Sentence, at: int, whole: str) -> Binding:
    """The seats that were lost: what was done with so many of them, which is no number of seats."""
    verb = verb_before(sentence, at)
    done = f" {sentence.items[verb].text.split()[-1]}" if verb is not None and verb == at - 1 else ""
    return Binding(f"{whole}{done}", None, None, verb, deed=True)


def _is_counted(sentence: Sentence, at: int) -> bool:
    """True for "lost 12 of its 40 seats": so many of a number, of which nothing more is said."""
    behind = sentence.items[at + 1:at + 6]
    return unit_sort(draft_at(sentence, at)) == "count" and any(item.kind == "Q" for item in behind)


def _whole_behind(sentence: Sentence, at: int, lexicon: BindingLexicon) -> tuple[str, int | None]:
    """"N of them", "N of whom", "N of its last five concerts": the whole, and where its words end."""
    link, whole = sentence.around[at + 1], sentence.around[at + 2]
    if link.kind == "R" and "part-relative" in link.classes:
        return _antecedent(sentence, at), at + 1
    if "whole-link" not in link.classes:
        return "", None
    if whole.kind in "ND" and lexicon.has("back-pronoun", whole.head):
        return _antecedent(sentence, at), at + 2
    place = at + 2
    while sentence.around[place].kind in "ND" or (place < at + 4 and sentence.around[place].kind == "A"):
        place += 1
    if sentence.around[place].kind == "Q" and sentence.around[place + 1].kind == "NP":
        return sentence.around[place + 1].text, place + 1
    if sentence.around[place].kind == "Q" and (end := _end_of_relative(sentence, place + 1)) is not None:
        return "", end
    after = sentence.around[at + 2 : at + 5]
    if [item.kind for item in after] == ["NP", "Q", "NP"]:
        return after[-1].text, at + 4
    return "", None


def _end_of_relative(sentence: Sentence, at: int) -> int | None:
    """Where the clause ends that tells whom a number counts: "131 of the 176 [who set out from Gijon] remain"."""
    if sentence.around[at].kind != "R":
        return None
    verbs = [place for place in range(at + 1, len(sentence.items)) if sentence.items[place].kind == "V"][1:2]
    inside = sentence.items[at + 1:verbs[0]] if verbs else []
    return verbs[0] - 1 if verbs and not any(item.kind in "QSR" or item.text in ",;:" for item in inside) else None


def _whole_before(sentence: Sentence, at: int, lexicon: BindingLexicon) -> tuple[str, int | None]:
    """"of whom N were ...", "among them N under ...", "Of the rice, N are ...": the figure may take its noun along."""
    before, earlier = sentence.around[at - 1], sentence.around[at - 2]
    last = at + 1 if sentence.around[at + 1].kind == "NP" and unit_sort(draft_at(sentence, at)) == "count" else at
    own = sentence.around[at + 1].text if last > at else ""
    if (before.kind == "R" and "part-relative" in before.classes) or (
            "back-pronoun" in before.classes and "among-link" in earlier.classes):
        return own or _antecedent(sentence, at), last
    first = sentence.items[0]
    joined = before.text == "," or "adding-joint" in before.classes
    if joined and "whole-link" in first.classes and first.kind == "P":
        place = next((n for n in range(1, 4) if sentence.around[n].kind == "NP"), None)
        clear = place is not None and not any(item.kind in "SR;" for item in sentence.items[1:at])
        if place is not None and clear and (own == "" or sentence.around[1].kind != "Q"):
            return f"{noun_phrase(sentence, place, lexicon)} {own}".strip(), last
        if place is not None and clear:
            return own, last
    return "", None


def _antecedent(sentence: Sentence, at: int) -> str:
    """What "them" stands for: the noun of the figure before, else what leads to it ("Beds: N", "savings of N")."""
    earlier = quantity_before(sentence, at)
    if earlier is None:
        return ""
    if sentence.around[earlier + 1].kind == "NP":
        return sentence.around[earlier + 1].text
    link, noun = sentence.around[earlier - 1], sentence.around[earlier - 2]
    return noun.text if noun.kind == "NP" and (link.text == ":" or "whole-link" in link.classes) else ""


def predicate(sentence: Sentence, at: int) -> str:
    """The words that say what is so of a part: "support new coalition", "domestic travellers", "missing"."""
    told: list[Item] = []
    for item in sentence.items[at:at + 6]:
        if item.kind in "SRQT" or item.text in (",", ";", ":", "(", ".", "\n"):
            break
        if item.kind == "C" and len(told) != 1:
            break
        if item.kind in ("NP", "A", "P", "C", "G") or (item.kind == "V" and (
                item.passive or item.head not in ("be", "have"))):
            told.append(item)
    while told and "loose-end" in told[-1].classes:
        told.pop()
    return " ".join(item.text.split()[-1] if item.kind == "V" else item.text for item in told)
