"""Whom or what "it" and "its" go back to: the first subject of the sentence before."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of
from claimcheck.extract.binding.grammar.pattern import Binding
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.whose.entities import About, place_about
from claimcheck.extract.binding.whose.referents import Focus, of_agent
from claimcheck.extract.binding.whose.report import Own


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


def sentence_thing(sentence: Sentence, focus: Focus, lexicon: BindingLexicon) -> str:
    """What "its" goes back to where that is nobody: the "adult care" of "Adult care takes 36% of it"; "" for others."""
    verb = next((at for at, item in enumerate(sentence.items) if item.kind == "V" and item.form != "ing"), None)
    subject = subject_of(sentence, verb) if verb is not None else None
    item = sentence.items[subject] if subject is not None else None
    if verb is None or item is None or item.kind != "NP" or item.det or item.owner or item.place is not None:
        return ""
    return "" if of_agent(sentence, verb, focus, lexicon).is_known else item.text


def with_owner(sentence: Sentence, found: Binding, thing: str, lexicon: BindingLexicon) -> str | None:
    """The metric with what "its" goes back to, where that is a thing and no body: "adult care budget"."""
    item = sentence.items[found.anchor] if found.anchor is not None else None
    if item is None or not lexicon.has("thing-possessive", item.owner) or lexicon.has("several-pronoun", item.owner):
        return found.metric
    owned = found.metric is not None and found.metric.startswith(item.text)
    return f"{thing} {found.metric}" if owned and thing else found.metric


def _own_if_named(sentence: Sentence, own: Own, topic: About) -> About:
    """The report's own place, when the sentence names it in whatever part; else the topic so far."""
    if own.place is not None and any(own.place in (item.place, item.owner_place) for item in sentence.items):
        return place_about(own.place)
    return topic
