"""Figures right behind names: whose they are, and what a noun that announces a list tells of them.

"Deaths: North Rill 657, Old Marn 583"; "Lind opened, followed by Berg (53.4)".
"""

from __future__ import annotations

from claimcheck.extract.binding.grammar.asides import in_brackets
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at
from claimcheck.extract.binding.grammar.phrases import noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.extract.binding.whose.entities import NOBODY, About, is_name, place_about
from claimcheck.model.mention import Role

_OPENERS = (",", ";")
_WHERE_OR_WITH = ("place-preposition", "partner-preposition", "scope-preposition")

def announced(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """The noun before the colon, of whom the figure right behind a name tells it; a list has two items or more."""
    name = _name_before(sentence, at, lexicon)
    if name is None:
        return None
    first = name
    while sentence.around[first - 1].text != ":":
        before = _figure_before(sentence, first)
        named = None if before is None else _name_before(sentence, before, lexicon)
        if named is None:
            return None
        first = named
    if first == name and not _goes_on(sentence, at, lexicon):
        return None
    label = _label(sentence, first - 1)
    if label is None:
        return None
    role: Role | None = "share" if unit_sort(draft_at(sentence, at)) == "percent" else None
    return Binding(noun_phrase(sentence, label, lexicon), role, name, None, is_holder=True)

def enclosed_by(sentence: Sentence, at: int, lexicon: BindingLexicon) -> About:
    """Whose name a figure alone in brackets stands behind: "followed by Anna Berg (53.4)".

    Nobody's for lists of places and partners, which are told by a preposition: "exports to Japan (120) and China (98)".
    """
    name = _name_before(sentence, at, lexicon) if in_brackets(sentence, at) else None
    first = name
    while first is not None:
        figure = _figure_before(sentence, first)
        before = _name_before(sentence, figure, lexicon) if figure is not None else None
        if before is None:
            break
        first = before
    opener = sentence.around[first - 1] if first is not None else None
    led = opener is not None and opener.kind == "P" and any(lexicon.has(sort, opener.head) for sort in _WHERE_OR_WITH)
    if led or name is None:
        return NOBODY
    item = sentence.items[name]
    people = item.place is not None and item.place.by_people  # "Finns (188) and Danes (121)"
    return place_about(item.place) if item.place and not people else About(item.text)


def _name_before(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The place of the name that a figure stands right behind, a bracket between them or not."""
    place = at - 2 if sentence.around[at - 1].text == "(" else at - 1
    item = sentence.around[place]
    named = item.kind == "NP" and (item.place is not None or is_name(item, lexicon))
    return place if named and place > 0 else None

def _figure_before(sentence: Sentence, name: int) -> int | None:
    """The place of the figure of the item before a name in a list."""
    opener = sentence.around[name - 1]
    if opener.text not in _OPENERS and opener.kind != "C":
        return None
    place = name - 2
    place -= 1 if sentence.around[place].text in _OPENERS else 0  # ", and"
    place -= 1 if sentence.around[place].text == ")" else 0
    return place if place > 0 and sentence.around[place].kind == "Q" else None

def _goes_on(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True where another name with its figure follows."""
    place = at + 1
    while sentence.around[place].text in (*_OPENERS, ")") or sentence.around[place].kind == "C":
        place += 1
    figure = place + 2 if sentence.around[place + 1].text == "(" else place + 1
    return place > at + 1 and sentence.around[figure].kind == "Q" and _name_before(sentence, figure, lexicon) == place

def _label(sentence: Sentence, colon: int) -> int | None:
    """The place of the noun that a list is announced by, with what hangs on it: alone, sold or "these"."""
    end = colon - 1 if sentence.around[colon - 1].form in ("participle", "past") else colon
    first = end
    while first > 0 and sentence.items[first - 1].kind in ("NP", "P", "T"):
        first -= 1
    before, item = sentence.around[first - 1], sentence.items[first]
    opens = first == 0 or before.text in (";", ".", "|") or (before.kind == "V" and bool(item.det))
    return first if first < end and opens and item.kind == "NP" and item.place is None else None
