"""Whom "it" goes back to: the first subject of the sentence before, if it is somebody."""

from __future__ import annotations

from claimcheck.extract.binding.clauses import Sentence
from claimcheck.extract.binding.entities import About, place_about
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.report import Own
from claimcheck.extract.binding.subject import Focus, of_agent


def sentence_topic(sentence: Sentence, focus: Focus, lexicon: BindingLexicon) -> About:
    """What the next sentence's "it" goes back to: the first subject of this one, if it is somebody."""
    for verb, item in enumerate(sentence.items):
        if item.kind == "V" and item.form != "ing":
            if "say" in lexicon.kinds_of(item.head):
                continue
            about = of_agent(sentence, verb, focus, lexicon)
            if about.subject is not None:
                return about
            break
    return _own_if_named(sentence, focus.own, focus.topic)


def _own_if_named(sentence: Sentence, own: Own, topic: About) -> About:
    """The report's own place, when the sentence names it in whatever part; else the topic so far."""
    if own.place is not None and any(own.place in (item.place, item.owner_place) for item in sentence.items):
        return place_about(own.place)
    return topic
