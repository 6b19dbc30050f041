"""Whom or what a quantity is about, and where."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extract.binding.chunks import Item
from claimcheck.extract.binding.clauses import Sentence, governed, subject_of
from claimcheck.extract.binding.lexicon import BindingLexicon, KnownPlace
from claimcheck.extract.binding.pattern import Binding
from claimcheck.extract.binding.report import Own


@dataclass(frozen=True, slots=True)
class About:
    """Subject and place of a figure; None where nothing names them."""

    subject: str | None = None
    place: str | None = None

    @property
    def is_known(self) -> bool:
        """True when there is anything."""
        return self.subject is not None or self.place is not None


NOBODY = About()
_PLACE_SORTS = ("province", "city", "region")


def find_subject(
    sentence: Sentence, at: int, found: Binding | None, own: Own, topic: About, lexicon: BindingLexicon
) -> About:
    """The subject named nearest to the figure: possessor, phrase that hangs on the metric, agent, then the topic."""
    anchor = found.anchor if found is not None else None
    verb = found.verb if found is not None else None
    for about in (
        _of_phrase(sentence, anchor, own, topic, lexicon) if anchor is not None else NOBODY,
        _of_agent(sentence, verb, own, topic, lexicon) if verb is not None else NOBODY,
        _of_setting(sentence, at, own, lexicon),
    ):
        if about.is_known:
            return about
    return topic if topic.is_known else _own_subject(own)


def _own_subject(own: Own) -> About:
    if own.organisation and own.place is None:
        return About(own.organisation)
    if own.place is not None and own.leads:
        return _place_about(own.place)
    return About(own.nation, own.nation) if own.nation else NOBODY


def _place_about(place: KnownPlace) -> About:
    return About(place.name, place.name)


def _of_phrase(sentence: Sentence, anchor: int, own: Own, topic: About, lexicon: BindingLexicon) -> About:
    """Possessor of the metric's noun, or the place or body that hangs on it: "exports of Nghe An province"."""
    item = sentence.items[anchor]
    if item.owner:
        return _owner(item, own, topic, lexicon)
    if item.place is not None and _speaks_of(item, item.place, own):
        return _place_about(item.place)
    place = anchor + 1
    while sentence.item(place).kind == "P" and sentence.item(place + 1).kind in ("NP", "T"):
        noun = sentence.item(place + 1)
        if noun.kind == "NP":
            about = _named(noun, own, lexicon)
            if about.is_known:
                return about
            if noun.owner:
                return _owner(noun, own, topic, lexicon)
        place += 2
    return NOBODY


def _speaks_of(item: Item, place: KnownPlace, own: Own) -> bool:
    """False for a people that is only part of what is counted ("South Koreans", "Japanese tourists")."""
    if not place.by_people:
        return True
    if item.text.split()[-1][:1].isupper():
        return False
    return place.name == own.nation or (own.place is None and place.name == own.home)


def _owner(item: Item, own: Own, topic: About, lexicon: BindingLexicon) -> About:
    if item.owner_place is not None:
        return _place_about(item.owner_place)
    if item.owner[:1].isupper() and not lexicon.has("possessive", item.owner.lower()):
        return About(item.owner)
    if item.owner in ("its", "their", "his", "her"):
        return topic if topic.is_known else _own_subject(own)
    if item.owner.split()[0] in ("our", "my", "your"):
        return _our(item, own, lexicon)
    return _generic(item.owner.split()[-1], own, lexicon)


def _our(item: Item, own: Own, lexicon: BindingLexicon) -> About:
    words = {*item.words, *item.owner.split()}
    if lexicon.classes.get("nation-noun", frozenset()) & words:
        return About(own.home, own.home) if own.home else About("our country")
    return NOBODY


def _named(item: Item, own: Own, lexicon: BindingLexicon) -> About:
    """A place, a body with a proper name, or "the province"."""
    if item.place is not None and not item.place.by_people:
        if item.proper and lexicon.has("organisation-head", item.head):
            return About(item.text, item.place.name)
        return _place_about(item.place)
    if item.owner == "our":
        return _our(item, own, lexicon)
    if item.proper and lexicon.has("organisation-head", item.head):
        return About(item.text)
    if item.det == "the" and lexicon.has("own-head", item.head):
        return _generic(item.head, own, lexicon)
    return NOBODY


def _generic(head: str, own: Own, lexicon: BindingLexicon) -> About:
    """"The province", "the company": the report's own, if it has one of that sort."""
    if lexicon.has("nation-noun", head):
        return About(own.nation, own.nation) if own.nation else NOBODY
    sorts = [kind for kind in _PLACE_SORTS if lexicon.has(f"{kind}-noun", head)]
    if sorts:
        for place in (own.place, own.sent_from):
            if place is not None and (place.kind in sorts or "region" in sorts):
                return _place_about(place)
        return NOBODY
    if lexicon.has("company-noun", head) and own.organisation:
        return About(own.organisation)
    return NOBODY


def _of_agent(sentence: Sentence, verb: int, own: Own, topic: About, lexicon: BindingLexicon) -> About:
    """The subject of the governing verb, when it is somebody: a place, a body, a person, "the mill", "it"."""
    if "say" in lexicon.kinds.get(sentence.items[verb].head, ()):
        return NOBODY
    agent = subject_of(sentence, verb)
    if agent is None:
        return NOBODY
    item = sentence.items[agent]
    if item.kind == "N":
        return topic if item.head in ("it", "they", "he", "she") and topic.is_known else NOBODY
    about = _of_phrase(sentence, agent, own, topic, lexicon)
    if about.is_known:
        return about
    about = _named(item, own, lexicon)
    if about.is_known:
        return about
    apposed = sentence.item(agent + 2)
    if sentence.item(agent + 1).text == "," and apposed.kind == "NP" and sentence.item(agent + 3).text == ",":
        item = apposed if apposed.proper else item
    kinds = lexicon.kinds.get(sentence.items[verb].head, frozenset())
    if is_name(item, lexicon) and (kinds or not lexicon.has("person-head", item.words[0])):
        return About(item.text)
    generic = any(lexicon.has(f"{sort}-noun", item.head) for sort in (*_PLACE_SORTS, "nation", "company"))
    whole = not generic or len(item.words) > 1
    if item.det == "the" and whole and lexicon.has("own-head", item.head) and not sentence.items[verb].passive:
        return About(item.text)
    return NOBODY


def is_name(item: Item, lexicon: BindingLexicon) -> bool:
    """True for a proper name as a whole: it ends in a word with a capital, and is more than a title."""
    last = item.text.split()[-1] if item.text else ""
    titles = all(lexicon.has("person-head", word) for word in item.words)
    return item.proper and last[:1].isupper() and not titles and not (last.isupper() and len(item.words) == 1)


def _of_setting(sentence: Sentence, at: int, own: Own, lexicon: BindingLexicon) -> About:
    """A place that the clause is set in: "in Vietnam", "at Lao Cai"."""
    for place in _clause_places(sentence, at):
        item = sentence.items[place]
        if not governed(sentence, place) or not lexicon.has("place-preposition", sentence.item(place - 1).head):
            continue
        if sentence.item(place - 2).proper:  # "the Republic of Korea"
            continue
        about = _named(item, own, lexicon)
        if about.place is not None and _fits_own(item, own):
            return about
        named = is_name(item, lexicon) and len(item.words) > 1
        if own.place is None and named and sentence.item(place - 1).head == "in":
            return About(item.text, item.text)
    return NOBODY


def _fits_own(item: Item, own: Own) -> bool:
    """False for a foreign country in a province's report: "with partners in Japan" says nothing of the scope."""
    if own.place is None or item.place is None or item.place.kind != "nation":
        return True
    return own.place.parent == item.place.name


def _clause_places(sentence: Sentence, at: int) -> list[int]:
    """Places of the noun phrases of the clause, the nearest first."""
    first = at
    while first > 0 and sentence.items[first - 1].text != ";":
        first -= 1
    last = at
    while last + 1 < len(sentence.items) and sentence.items[last + 1].text != ";":
        last += 1
    nouns = [place for place in range(first, last + 1) if sentence.items[place].kind == "NP"]
    return sorted(nouns, key=lambda place: abs(place - at))


def sentence_topic(sentence: Sentence, own: Own, topic: About, lexicon: BindingLexicon) -> About:
    """What the next sentence's "it" and "the" go back to: the first subject of this one, if it is somebody."""
    for verb, item in enumerate(sentence.items):
        if item.kind == "V" and item.form != "ing":
            if "say" in lexicon.kinds.get(item.head, ()):
                continue
            about = _of_agent(sentence, verb, own, topic, lexicon)
            if about.subject is not None and about.subject[:1].isupper():
                return about
            break
    return _own_if_named(sentence, own, topic)


def _own_if_named(sentence: Sentence, own: Own, topic: About) -> About:
    """The report's own place, when the sentence names it in whatever part; else the topic so far."""
    if own.place is not None and any(own.place in (item.place, item.owner_place) for item in sentence.items):
        return _place_about(own.place)
    return topic
