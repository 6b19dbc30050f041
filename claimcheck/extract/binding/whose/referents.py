"""Whom words stand for that lead to somebody: a possessor, what hangs on a noun, the subject of a verb, a pronoun."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of
from claimcheck.extract.binding.grammar.pattern import draft_at
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.whose.entities import (
    NOBODY,
    About,
    entity_text,
    is_bearer,
    is_body,
    is_called,
    is_called_its,
    is_name,
    is_thing,
    place_about,
    sets_scene,
)
from claimcheck.extract.binding.whose.naming import generic, is_generic, named, our, speaks_of
from claimcheck.extract.binding.whose.report import Own
from claimcheck.extract.binding.whose.setting import fronted

_PAIR = 2


class Focus(NamedTuple):
    """What words that name nobody go back to: the report's own, the topic of the paragraph, the last person.

    shared: whether the topic is the subject of a figure in the same clause.
    """

    own: Own
    topic: About = NOBODY
    person: About = NOBODY
    shared: bool = False

    def about(self) -> About:
        """Whom a figure is about that names nobody: the place that is spoken of, else the report's own."""
        spoken = self.shared or self.topic.place is not None or self.topic.subject == self.own.organisation
        return self.topic if self.topic.is_known and spoken else self.own.about()

    def it(self) -> About:
        """Whom "it" and "its" stand for."""
        return self.topic if self.topic.is_known else self.own.about()


def of_phrase(sentence: Sentence, anchor: int, focus: Focus, lexicon: BindingLexicon) -> About:
    """Possessor of a noun phrase, or the place or body that hangs on it: "exports of Nghe An province"."""
    item = sentence.around[anchor]
    if item.kind not in ("NP", "N"):
        return NOBODY
    if item.owner and is_called_its(item, lexicon):
        return About(item.text)
    if item.owner:
        return owner_of(sentence, anchor, focus, lexicon)
    if item.place is not None and speaks_of(item, item.place, focus.own):
        return About(item.text, item.place.name) if is_body(item, lexicon) else place_about(item.place)
    place = anchor + 1
    if is_called(sentence, anchor, focus.own.people_of(sentence), lexicon):
        return About(item.text)  # "Ruth Okoro of Kenya": where one is from is not what is spoken of
    while sentence.around[place].kind == "P" and sentence.around[place + 1].kind in ("NP", "T"):
        noun = sentence.around[place + 1]
        if noun.kind == "NP":
            about = named(sentence, place + 1, focus.own, lexicon)
            if about.is_known:
                return about
            if noun.owner:
                return owner_of(sentence, place + 1, focus, lexicon)
            if is_name(noun, lexicon) and not noun.det and sets_scene(sentence, place + 1, lexicon):
                return About(noun.text, noun.text)
            link, people = sentence.items[place].classes, "people-noun" in item.classes
            works = people and "workplace-link" in link and is_name(noun, lexicon) and not noun.det
            if works or ("whole-link" in link and is_bearer(noun, lexicon)):
                return About(noun.text)  # "drivers at Torrau", "the debt of Ravn Shipping"
        place += 2
    return NOBODY


def owner_of(sentence: Sentence, at: int, focus: Focus, lexicon: BindingLexicon) -> About:
    """Whom a possessor names, or stands for: "Selm's", "its", "the city's"."""
    item = sentence.items[at]
    if item.owner_place is not None:
        someone = item.owner_place.by_people and item.article == "definite"  # "the Belgian's lead"
        return About(item.owner) if someone else place_about(item.owner_place)
    if item.owner[:1].isupper() and not lexicon.has("possessive", item.owner.lower()):
        return About(item.owner)
    if lexicon.has("thing-possessive", item.owner):
        return _pointed_at(sentence, at, focus, lexicon)
    if lexicon.has("person-pronoun", item.owner):
        return About(f"{item.owner} {item.text}") if lexicon.has("own-head", item.head) else focus.person
    if lexicon.has("own-possessive", item.owner.split()[0]):
        return our(item, focus.own, lexicon)
    whose = item.owner.split()[-1]
    if is_generic(whose, lexicon):
        return generic(whose, focus.own, lexicon)
    return About(item.owner) if lexicon.has("own-head", whose) else NOBODY


def of_agent(
    sentence: Sentence, verb: int, focus: Focus, lexicon: BindingLexicon, metric: str | None = None
) -> About:
    """The subject of the governing verb, when it is somebody: a place, a body, a person, "the mill", "it"."""
    if "say" in lexicon.kinds_of(sentence.items[verb].head) and not _gains(sentence, verb, lexicon):
        return NOBODY
    agent = subject_of(sentence, verb)
    return _of_subject(sentence, agent, verb, focus, lexicon, metric) if agent is not None else NOBODY


def _gains(sentence: Sentence, verb: int, lexicon: BindingLexicon) -> bool:
    """True for "Selmar added 400 subscribers", who did not say so."""
    return lexicon.has("gaining-verb", sentence.items[verb].head) and sentence.around[verb + 1].kind == "Q"


def _of_subject(
    sentence: Sentence, agent: int, verb: int, focus: Focus, lexicon: BindingLexicon, metric: str | None = None
) -> About:
    item = sentence.items[agent]
    if item.kind == "N" and not item.owner:
        where = fronted(sentence, agent, focus.own, lexicon)
        if not where.is_known and lexicon.has("stand-in", item.head):
            where = of_phrase(sentence, agent, focus, lexicon)  # "that in Torrau rose to 6%"
        return where if where.is_known else _pronoun(sentence, agent, focus, lexicon)
    article = sentence.around[agent - 2]
    if sentence.around[agent - 1].kind == "Q" and article.kind == "N" and article.owner:
        return owner_of(sentence, agent - 2, focus, lexicon)  # "the baker's 14 ovens"
    apposed = sentence.around[agent + 2]
    enclosed = sentence.around[agent + 1].text == sentence.around[agent + 3].text == ","
    if enclosed and apposed.kind == "NP" and is_name(apposed, lexicon) and not is_name(item, lexicon):
        return About(apposed.text)
    about = of_phrase(sentence, agent, focus, lexicon)
    if not about.is_known:
        about = named(sentence, agent, focus.own, lexicon)
    return about if about.is_known else _common_agent(sentence, agent, verb, lexicon, metric)


def _pronoun(sentence: Sentence, at: int, focus: Focus, lexicon: BindingLexicon) -> About:
    word = sentence.items[at].head
    if lexicon.has("pointing-pronoun", word):
        return _pointed_at(sentence, at, focus, lexicon)
    if lexicon.has("person-pronoun", word):
        return focus.person
    if lexicon.has("own-pronoun", word):
        return focus.own.about()
    return focus.it() if lexicon.has("thing-pronoun", word) else NOBODY


def _pointed_at(sentence: Sentence, at: int, focus: Focus, lexicon: BindingLexicon) -> About:
    """Whom "it" and "its" stand for: the subject before in the sentence, if it is somebody; else what was spoken of.

    "The operator closed two of its 12 caverns", "Selmar sold 4 ships; its debt fell", "Selmar said it lost 4 million".
    """
    item = sentence.items[at]
    several = lexicon.has("several-pronoun", item.owner or item.head)
    for verb in range(at - 1, 0, -1):
        told = sentence.items[verb]
        if told.kind != "V" or told.form == "ing" or "infinitive-mark" in sentence.items[verb - 1].classes:
            continue
        agent = subject_of(sentence, verb)
        whose = sentence.items[agent] if agent is not None else None
        if agent is None or whose is None or agent >= at or whose.kind != "NP":
            continue
        plural = whose.plural and not is_name(whose, lexicon)
        about = _of_subject(sentence, agent, verb, focus, lexicon) if plural == several else NOBODY
        if about.is_known:
            return about
    return focus.it()


def _common_agent(
    sentence: Sentence, agent: int, verb: int, lexicon: BindingLexicon, metric: str | None
) -> About:
    """A name, "a mill", or people who do something with what is counted."""
    item = sentence.items[agent]
    kinds = lexicon.kinds_of(sentence.items[verb].head)
    if is_name(item, lexicon) and (kinds or not lexicon.has("person-head", item.words[0])):
        return About(item.text)
    body = entity_text(sentence, agent, lexicon)
    if body is not None:
        return About(body)
    article = sentence.around[agent - 2]
    several = sentence.around[agent - 1].kind == "Q" and "article" in article.classes
    pair = several and draft_at(sentence, agent - 1).value == _PAIR  # "the two sides" are those named before
    if several and not pair and kinds and metric is not None and item.text not in metric and item.place is None:
        return About(item.text)  # "the seven mills drew 900 guests"
    counted = sentence.around[agent - 1].kind == "Q" or (metric is not None and item.text in metric)
    if counted or not kinds or sentence.items[verb].passive:
        return NOBODY
    if metric is not None and "hold" in kinds and is_thing(item, lexicon):
        return About(item.text)
    if not lexicon.has("people-noun", item.head):
        return NOBODY
    return About(item.text) if item.det else NOBODY  # "farmers" are all there are in the place that is spoken of
