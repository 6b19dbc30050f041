"""The words for ranks, bodies, forms of address and names of one language, compiled for the search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from claimcheck.extract.people.words import Word, written_words
from claimcheck.extract.telling import Telling, key_of
from claimcheck.packs.collection import Packs
from claimcheck.packs.entry import all_words
from claimcheck.packs.schema.people import Honorific, OfficeBody, PeopleEntry, PeopleGrammar, Rank, RankModifier
from claimcheck.packs.schema.places import Gazetteer

_JOINED = ("space", "tight", "stop")


class Phrases:
    """Phrases by their first word, the longest first."""

    def __init__(self, entries: Iterable[PeopleEntry]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        for entry in entries:
            self.add(entry.words)
            self.add((*entry.exact, *entry.full), exact=True)

    def add(self, phrases: Iterable[str], *, exact: bool = False) -> None:
        """Take in further phrases; exact ones match only as they are written."""
        for phrase in phrases:
            words = tuple(word if exact else key_of(word) for word in written_words(phrase))
            known = self._by_first.setdefault(words[0].lower(), [])
            known.append((words, exact))
            known.sort(key=lambda pair: -len(pair[0]))

    def openings(self, words: Sequence[Word]) -> list[int]:
        """The words that a phrase may begin with."""
        return [at for at, word in enumerate(words) if word.key in self._by_first]

    def match(self, words: Sequence[Word], at: int) -> int:
        """How many words from the given one make up a phrase; 0 when none do."""
        for phrase, exact in self._by_first.get(words[at].key, ()):
            if len(phrase) == 1 and not exact:
                return 1
            stop = at + len(phrase)
            if stop <= len(words) and all(
                (word.text if exact else word.key) == part for word, part in zip(words[at:stop], phrase, strict=True)
            ) and all(word.gap in _JOINED or word.gap == "comma" for word in words[at : stop - 1]):
                return len(phrase)
        return 0

    def match_bare(self, words: Sequence[Word], first: int, stop: int) -> bool:
        """True when the given words, without a possessive ending, are a phrase."""
        plain = tuple(word.bare for word in words[first:stop])
        return bool(plain) and (plain, False) in self._by_first.get(plain[0], ())

    def all(self) -> list[str]:
        """All phrases."""
        return [" ".join(phrase) for known in self._by_first.values() for phrase, _ in known]

    def singles(self) -> frozenset[str]:
        """All words of all phrases."""
        return frozenset(word.lower() for known in self._by_first.values() for phrase, _ in known for word in phrase)


@dataclass(frozen=True, slots=True)
class PeopleLexicon:
    """What the search for people knows of one language; where `telling` finds nothing there is nobody.

    scopes: sorts of places ("province").
    posts: the ranks of those who are sent abroad; nations: what nations and their people are called.
    styles: the forms of address that are titles too; full: the keys of abbreviations, with what they stand for.
    find_places: the names of places, of which there are many: they are made ready when a title first calls for them.
    """

    telling: Telling
    ranks: Phrases
    posts: Phrases
    modifiers: Phrases
    bodies: Phrases
    honorifics: Phrases
    styles: Phrases
    full: dict[tuple[str, ...], str]
    links: Phrases
    find_places: Callable[[], Phrases]
    modifier_words: frozenset[str]
    body_words: frozenset[str]
    exact_words: frozenset[str]
    scopes: frozenset[str]
    locators: frozenset[str]
    determiners: frozenset[str]
    copulas: frozenset[str]
    appointing: frozenset[str]
    passives: frozenset[str]
    months: frozenset[str]
    nations: frozenset[str]
    body_links: frozenset[str]
    conjunctions: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    also_names: frozenset[str]
    trailing: frozenset[str]
    things: frozenset[str]
    namesakes: frozenset[str]
    family_names: frozenset[str]
    body_heads: frozenset[str]
    place_length: int
    bodies_follow: bool

    @property
    def places(self) -> Phrases:
        """The names of places."""
        return self.find_places()


def compile_people(packs: Packs, language: str) -> PeopleLexicon:
    """The lexicon of one language; an unknown language gives one that finds nobody."""
    bodies, modifiers = packs.select(OfficeBody, language), packs.select(RankModifier, language)
    grammars = packs.select(PeopleGrammar, language)
    words = partial(_words, grammars)
    body_phrases, modifier_phrases = Phrases(bodies), Phrases(modifiers)
    rank_entries, addresses = packs.select(Rank, language), packs.select(Honorific, language)
    ranks, honorifics = Phrases(rank_entries), Phrases(addresses)
    return PeopleLexicon(
        telling=Telling([*ranks.all(), *honorifics.all()]),
        ranks=ranks,
        posts=Phrases(entry for entry in rank_entries if entry.posted),
        modifiers=modifier_phrases,
        bodies=body_phrases,
        honorifics=honorifics,
        styles=Phrases(entry for entry in addresses if entry.title),
        full=_in_full((*rank_entries, *modifiers, *addresses)),
        links=_links(grammars),
        find_places=partial(_places, packs),
        modifier_words=modifier_phrases.singles(),
        body_words=body_phrases.singles() - words("conjunctions"),
        exact_words=all_words(bodies, "exact"),
        scopes=frozenset(word for entry in bodies if entry.generic and entry.scope for word in entry.words),
        locators=words("locators"),
        determiners=words("determiners"), copulas=words("copulas"),
        appointing=words("appointing"), passives=words("passives"),
        months=words("months"),
        nations=_nations(packs),
        body_links=words("body_links"), conjunctions=words("conjunctions"),
        particles=words("particles"), not_names=words("not_names"),
        also_names=words("also_names"),
        trailing=words("trailing"), things=words("things"),
        namesakes=words("namesakes"), family_names=words("family_names"),
        body_heads=words("body_heads"),
        place_length=max((grammar.place_length for grammar in grammars), default=1),
        bodies_follow=any(grammar.bodies_follow for grammar in grammars),
    )


def _in_full(entries: Iterable[PeopleEntry]) -> dict[tuple[str, ...], str]:
    return {
        tuple(map(key_of, written_words(short))): full for entry in entries for short, full in entry.full.items()
    }


def _links(grammars: Sequence[PeopleGrammar]) -> Phrases:
    links = Phrases(())
    for grammar in grammars:
        links.add(grammar.links)
    return links


def _words(grammars: Sequence[PeopleGrammar], field: str) -> frozenset[str]:
    return frozenset(word for grammar in grammars for word in getattr(grammar, field))


@lru_cache(maxsize=8)
def _nations(packs: Packs) -> frozenset[str]:
    return frozenset(
        key_of(word) for gazetteer in packs.select(Gazetteer) if gazetteer.kind == "nation"
        for place in gazetteer.all_places for word in (place.name, *place.also, *place.people)
    )


@lru_cache(maxsize=8)
def _places(packs: Packs) -> Phrases:
    places = Phrases(())
    for gazetteer in packs.select(Gazetteer):
        for place in gazetteer.all_places:
            places.add((place.name, *place.also))
    return places
