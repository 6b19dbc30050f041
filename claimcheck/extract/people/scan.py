"""Ties titles and forms of address to names: "Deputy Mayor Anna Berg", "Anna Berg, Deputy Mayor", "Ms. Berg"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from claimcheck.extract.drafts import PersonDraft
from claimcheck.extract.people.appointed import is_appointed
from claimcheck.extract.people.lexicon import PeopleLexicon
from claimcheck.extract.people.names import (
    honorifics_before,
    honorifics_from,
    name_before,
    name_from,
    plain_name,
    styles_before,
)
from claimcheck.extract.people.titles import TitlePhrase, find_titles, in_full
from claimcheck.extract.people.words import Word, split_words
from claimcheck.extract.telling import words_in

_TELLING = 9  # words of being between a name and a title: "who has led the union since May as its"
_APPOSED = ("comma", "dash", "open")


@dataclass(slots=True)
class _Person:
    """A name (words first up to stop) with its titles as stretches of words; `last` is the end of what was tied."""

    first: int
    stop: int
    start: int
    last: int
    titles: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Search:
    """One block under search; people by the word that their name starts with."""

    words: list[Word]
    lexicon: PeopleLexicon
    people: dict[int, _Person] = field(default_factory=dict)
    waiting: list[TitlePhrase] = field(default_factory=list)
    newest: _Person | None = None
    floor: int = 0

    def run(self) -> None:
        """Ties every title that can be tied, then takes in names that only a form of address marks."""
        for title in find_titles(self.words, self.lexicon):
            if self._names_thing(title.first):
                continue
            if not (self._tie_back(title) or self._tie_ahead(title) or self._tie_across_comma(title)):
                self._keep_waiting(title)
            self.floor = title.stop
        for at in self.lexicon.honorifics.openings(self.words):
            stop = honorifics_from(self.words, at, self.lexicon)
            end = name_from(self.words, stop, self.lexicon)
            if end > stop > at and not self._names_thing(at) and not self._is_articled(at, end - stop):
                self._person(stop, end)

    def _names_thing(self, at: int) -> bool:
        """ "the frigate Admiral Nelson": what looks like a title is part of the name of a ship or a work."""
        before = self.words[at - 1] if at else None
        return before is not None and self.words[at].text[0].isupper() and before.gap == "space" \
            and before.key in self.lexicon.namesakes

    def _is_articled(self, at: int, length: int) -> bool:
        """ "the Lady Jane", which no person is called; "Anh" inside of a name, which is no form of address there."""
        if at == 0 or self.words[at - 1].gap != "space":
            return False
        before = self.words[at - 1]
        inside = before.key in self.lexicon.family_names and before.text[0].isupper()
        return inside or (length == 1 and before.key in self.lexicon.determiners)

    def _person(self, first: int, stop: int) -> _Person:
        person = self.people.get(first)
        if person is None:
            start = honorifics_before(self.words, first, 0, self.lexicon)
            person = self.people[first] = _Person(first, stop, start, stop)
        return person

    def _tie_ahead(self, title: TitlePhrase) -> bool:
        """ "Deputy Mayor Anna Berg", with any titles that wait before it: "Deputy Prime Minister, Minister of Y Z"."""
        if not self._runs_on(title):
            return False
        first = honorifics_from(self.words, title.stop, self.lexicon)
        stop = name_from(self.words, first, self.lexicon)
        if stop == first:
            return False
        person = self._person(first, stop)
        chain = [*self.waiting, title] if self._chains(title) else [title]
        person.titles[:0] = [(each.first, each.stop) for each in chain]
        person.start = min(person.start, chain[0].first)
        self.waiting, self.newest = [], None
        return True

    def _runs_on(self, title: TitlePhrase) -> bool:
        """True when the next word belongs to the same sentence: a space, or the full stop of "PM."."""
        last = self.words[title.stop - 1]
        return last.gap == "space" or (last.gap == "stop" and (last.key,) in self.lexicon.full)

    def _chains(self, title: TitlePhrase) -> bool:
        return bool(self.waiting) and self._touches(self.waiting[-1].stop, title.first)

    def _touches(self, stop: int, first: int) -> bool:
        """True when only a comma or "and" lies between the end of one phrase and the start of the next."""
        words = self.words
        if first == stop:
            return words[stop - 1].gap in ("comma", "dash")
        joined = first == stop + 1 and words[stop].key in self.lexicon.conjunctions
        return joined and words[stop - 1].gap == "space" and words[stop].gap == "space"

    def _tie_back(self, title: TitlePhrase) -> bool:
        """ "Anna Berg, Deputy Mayor, Chair of the Board", unless the title leads on to a name of its own."""
        if self._leads_to_name(title):
            return False
        newest = self.newest
        if newest is not None and self._touches(newest.last, title.first):
            self._add(newest, title)
            return True
        lead = self._before_article(title.first)
        lead, told = self._past_telling(lead)
        if lead == 0 or (self.words[lead - 1].gap not in _APPOSED and not told and not self._is_given(lead)):
            return False
        person = self._named_before(lead)
        if person is None:
            return False
        self._add(person, TitlePhrase(self._body_between(lead, title.first), title.stop, title.tail))
        return True

    def _is_given(self, stop: int) -> bool:
        """True behind "elected Anna Berg", whom the next words give an office."""
        first = name_before(self.words, stop, min(self.floor, stop), self.lexicon)
        first = honorifics_before(self.words, first, 0, self.lexicon)
        return first < stop and is_appointed(self.words, first, self.lexicon)

    def _before_article(self, first: int) -> int:
        """Steps back over the article before a title, and over one word of origin: "the Chilean consul general"."""
        determiners = self.lexicon.determiners
        if first > 0 and self.words[first - 1].key in determiners:
            return first - 1
        origin = first > 1 and self.words[first - 1].is_capital and self.words[first - 1].gap == "space"
        return first - 2 if origin and self.words[first - 2].key in determiners else first

    def _body_between(self, first: int, title: int) -> int:
        """Where the body is named between a name and its title: "union" in "who heads the union as its president"."""
        lexicon = self.lexicon
        return next((at for at in range(first, title)
                     if self.words[at].key in lexicon.body_words or self.words[at].key.endswith("s'")), title)

    def _past_telling(self, lead: int) -> tuple[int, bool]:
        """Steps back over "who is", "is", "of the dockers' union, its"; and whether words of being were among them."""
        words, lexicon = self.words, self.lexicon
        known = lexicon.copulas | lexicon.determiners | lexicon.body_words | lexicon.body_links
        at = lead
        while at > self.floor and lead - at < _TELLING and words[at - 1].gap in ("space", "comma"):
            before = words[at - 1]
            if before.text[0].isupper() or not (before.key in known or before.key.endswith("s'")):
                break
            at -= 1
        told = any(word.key in lexicon.copulas for word in words[at:lead])
        body = at < lead and words[at].key in lexicon.body_links and words[lead - 1].gap == "comma"
        return (at, True) if told or body else (lead, False)

    def _leads_to_name(self, title: TitlePhrase) -> bool:
        if not self._runs_on(title):
            return self._leads_across_comma(title)
        first = honorifics_from(self.words, title.stop, self.lexicon)
        length = name_from(self.words, first, self.lexicon) - first
        body_runs_on = self.lexicon.bodies_follow and first == title.stop and title.stop > title.first + 1
        return length > (2 if body_runs_on else 0)

    def _leads_across_comma(self, title: TitlePhrase) -> bool:
        """ "the Governor of X (Laos), Mr. Y": a fresh title with an article, and a form of address after the comma."""
        at = self._past_brackets(max(title.stop, title.tail))
        articled = title.first > 0 and self.words[title.first - 1].key in self.lexicon.determiners
        across = at < len(self.words) and self.words[at - 1].gap in ("comma", "close")
        return articled and across and honorifics_from(self.words, at, self.lexicon) > at

    def _named_before(self, stop: int) -> _Person | None:
        """The person whose name ends right before the given word: known already, of two words, or addressed."""
        first = name_before(self.words, stop, min(self.floor, stop), self.lexicon)
        if first == stop:
            return None
        first, stop = self._without_place(first, stop)
        known = next((self.people[at] for at in range(first, stop) if at in self.people), None)
        if known is not None:
            return known
        addressed = honorifics_before(self.words, first, 0, self.lexicon) < first
        placed = first > 0 and self.words[first - 1].key in self.lexicon.locators
        is_place = placed or self.lexicon.places.match(self.words, first) == stop - first
        if not addressed and (stop - first < 2 or is_place):
            return None
        return self._person(first, stop)

    def _without_place(self, first: int, stop: int) -> tuple[int, int]:
        """Steps back over "of Quang Tri" to the name before it."""
        if first < 2 or not self.lexicon.links.match(self.words, first - 1) or self.words[first - 2].gap != "space":
            return first, stop
        before = name_before(self.words, first - 1, 0, self.lexicon)
        return (before, first - 1) if first - 1 - before >= 2 else (first, stop)

    def _add(self, person: _Person, title: TitlePhrase) -> None:
        stop = max(title.stop, title.tail)
        person.titles.append((title.first, stop))
        person.last = stop
        self.newest, self.waiting = person, []

    def _tie_across_comma(self, title: TitlePhrase) -> bool:
        """ "the Chairman of the Committee, Anna Berg, told"; "the Governor of X (Laos), Mr. Y"."""
        stop = max(title.stop, title.tail)
        at = self._past_brackets(stop)
        if at >= len(self.words) or self.words[at - 1].gap not in ("comma", "close"):
            return False
        first = honorifics_from(self.words, at, self.lexicon)
        end = name_from(self.words, first, self.lexicon)
        ends = self.words[end - 1].gap == "end" and first == at and not self._is_whole(title)
        if end - first < (1 if first > at else 2) or ends:
            return False
        person = self._person(first, end)
        chain = [*self.waiting, title] if self._chains(title) else [title]
        person.titles[:0] = [(each.first, max(each.stop, each.tail)) for each in chain]
        person.start = min(person.start, chain[0].first)
        self.waiting, self.newest = [], None
        return True

    def _is_whole(self, title: TitlePhrase) -> bool:
        """True for "the Ambassador of Norway": an article before it, and more than a rank."""
        articled = title.first > 0 and self.words[title.first - 1].key in self.lexicon.determiners
        return articled and title.stop - title.first > 1

    def _past_brackets(self, stop: int) -> int:
        if self.words[stop - 1].gap != "open":
            return stop
        for at in range(stop, min(stop + 4, len(self.words))):
            if self.words[at].gap in ("close", "end"):
                return at + 1
        return stop

    def _keep_waiting(self, title: TitlePhrase) -> None:
        if not self._chains(title):
            self.waiting = []
        self.waiting.append(title)


def scan_people(text: str, lexicon: PeopleLexicon, known: Set[str] | None = None) -> list[PersonDraft]:
    """The people whom the text names with a title or a form of address, in the order of their names.

    The span takes in name and titles; `name` is the personal name only, `titles` each office as written. `known` are
    the words of the text (`telling.words_in`), for whoever has them at hand.
    """
    if not lexicon.telling.may_stand_in(words_in(text) if known is None else known):
        return []
    words = split_words(text)
    search = _Search(words, lexicon)
    search.run()
    return [_draft(person, words, text, lexicon) for _, person in sorted(search.people.items())]


def _draft(person: _Person, words: Sequence[Word], text: str, lexicon: PeopleLexicon) -> PersonDraft:
    name = plain_name(words, person.first, person.stop, text)
    start = words[min(person.start, person.first)].start
    name_end = words[person.first].start + len(name)
    end = words[person.last - 1].end if person.last > person.stop else name_end
    stretches = sorted([*person.titles, *styles_before(words, person.first, lexicon)])
    titles = tuple(in_full(words[a:b], text, lexicon.full) for a, b in stretches)
    return PersonDraft(start, max(end, name_end), name=name, titles=titles)
