"""The name of whatever sort that a report is about: its heading and its opening agree on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon, fold, name_words
from claimcheck.extract.binding.whose.bearers import Bearer
from claimcheck.extract.binding.whose.entities import NOBODY, About, is_person, place_about
from claimcheck.extract.drafts import BlockDrafts

_OPENING = 2  # sentences below the heading that say whom it speaks of
_STEM = 5  # letters that "Keltia" and "Keltian" share at least
_ENDING = 2  # letters that such an adjective may have beyond the name

Words = tuple[str, ...]


def titled_name(
    sentences: Sequence[Sentence], blocks: Sequence[BlockDrafts], people: Sequence[Sequence[Bearer]],
    lexicon: BindingLexicon,
) -> About:
    """The one name of the opening, or of the dateline, that the heading above it uses as well."""
    first = next((at for at, found in enumerate(sentences) if blocks[found.block].kind != "heading"), 0)
    title = _Title([word for sentence in sentences[:first] for word in name_words(sentence.text)])
    found: dict[Words, About] = {}
    whole: set[Words] = set()
    for sentence in sentences[first : first + _OPENING] if first else ():
        if sentence.dateline is not None:
            found[_folded(sentence.dateline.name)] = place_about(sentence.dateline)
        for at, item in enumerate(sentence.items):
            if item.kind != "NP" or is_person(sentence, at, people[sentence.block], lexicon):
                continue
            for name, governs in _names(item, lexicon):
                whole.add(_folded(name))
                if item.det or not _opens(sentence, at) or " " in name or title.writes(name):
                    place = name if governs or _is_set_in(sentence, at, lexicon) else None
                    found.setdefault(_folded(name), About(name, place))
    told = {name: about for name, about in found.items() if title.tells(name) and not _is_surname(name, whole)}
    longest = [name for name in told if not any(name != other and set(name) <= set(other) for other in told)]
    if not told:
        named = [about for name, about in found.items() if len(name) > 1 and title.calls(name[-1])]
        if len(named) == 1:
            return named[0]
        said = {word for sentence in sentences[first:] for item in sentence.items for word in item.text.split()}
        settings = (_headed_setting(sentence, title, said, lexicon) for sentence in sentences[:first])
        return next((about for about in settings if about.is_known), NOBODY)
    return told[longest[0]] if len(longest) == 1 else NOBODY


def _headed_setting(sentence: Sentence, title: _Title, said: AbstractSet[str], lexicon: BindingLexicon) -> About:
    """The town of "Fewer pupils in Marne", "Crime in Marne, 2023", "CHOLERA, REPUBLIC OF MARNE": the heading names it.

    said: the words of the report, among which the last word of a heading in capitals may be one of any sort.
    """
    for at, (link, item) in enumerate(pairwise(sentence.items), 1):
        if item.kind != "NP" or item.det or item.place is not None or item.text.lower() in said:
            continue
        land = "whole-link" in link.classes and "nation-noun" in sentence.around[at - 2].classes
        dated = "T" in (sentence.around[at - 2].kind, sentence.around[at + 1].kind, sentence.around[at + 2].kind)
        capital = item.text.istitle() or item.text.isupper()
        inside = "inside-preposition" in link.classes
        if (inside and (title.writes(item.text) or (dated and capital))) or (land and capital):
            name = item.text.title() if item.text.isupper() else item.text
            return About(name, name)
    return NOBODY


def _opens(sentence: Sentence, at: int) -> bool:
    """True at the beginning of a sentence, an item of a list or a quotation, where every word has a capital."""
    return at == 0 or (sentence.items[at - 1].kind == "." and sentence.items[at - 1].text != ",")


def _is_set_in(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    return lexicon.has("scene-preposition", sentence.around[at - 1].head)


class _Title:
    """The words of a heading, folded, and the names among them where not every word has a capital."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [fold(word) for word in words]
        named = [word for word in words[1:] if word[:1].isupper() and not word.isupper()]
        self._names = set(named) if 2 * len(named) < len(words) else set()

    def writes(self, word: str) -> bool:
        """True for a word to which nothing but its being a name gives a capital."""
        return word in self._names

    def calls(self, head: str) -> bool:
        """True for the zoo of "Zoo counts its penguins", where the opening names Lorne Zoo."""
        return head in self._words

    def tells(self, name: Words) -> bool:
        """True when it uses the name, or the adjective of a name of one word ("the Keltian grid")."""
        size = len(name)
        if any(tuple(self._words[at : at + size]) == name for at in range(len(self._words))):
            return True
        stem = name[0] if size == 1 and len(name[0]) >= _STEM else ""
        return bool(stem) and any(word.startswith(stem) and len(word) <= len(stem) + _ENDING for word in self._words)


def _folded(name: str) -> Words:
    return tuple(fold(word) for word in name_words(name))


def _names(item: Item, lexicon: BindingLexicon) -> Iterator[tuple[str, bool]]:
    """The words with capitals in a row of a noun phrase and of its possessor, and what names of bodies begin with.

    With each whether it is the name of a place, as that of an authority begins with ("Ordal Council").
    """
    for text in (item.text, item.owner):
        run: list[str] = []
        for word in (*text.split(), ""):
            if word[:1].isupper():
                run.append(word)
                continue
            if run:
                yield " ".join(run), False
            if len(run) > 1 and run[0].lower() in lexicon.entity_heads:
                yield " ".join(run[1:]), False  # "Carmaker Kestrel Motors"
            for end in range(len(run) - 1, 0, -1):
                if end > 1 or run[1].lower() in lexicon.entity_heads:
                    yield " ".join(run[:end]), lexicon.has("authority-head", run[end].lower())
            run = []


def _is_surname(name: Words, names: set[Words]) -> bool:
    """True for the last word of a longer name: "Duarte" where "Paulo Duarte" is named."""
    return len(name) == 1 and any(len(other) == 2 and other[1] == name[0] for other in names)
