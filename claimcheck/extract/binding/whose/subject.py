"""Whom or what a quantity is about, and where: possessor, agent, setting, else what the report speaks of."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.announced import enclosed_by
from claimcheck.extract.binding.what.ordered import crowning
from claimcheck.extract.binding.whose.entities import NOBODY, About, is_name, place_about
from claimcheck.extract.binding.whose.naming import named
from claimcheck.extract.binding.whose.referents import Focus, of_agent, of_phrase, owner_of
from claimcheck.extract.binding.whose.report import Own
from claimcheck.extract.binding.whose.respective import listed_with
from claimcheck.extract.binding.whose.setting import found_at, of_heading, of_setting


def find_subject(
    sentence: Sentence, at: int, found: Binding | None, focus: Focus, lexicon: BindingLexicon
) -> About:
    """The subject named nearest to the figure: possessor, phrase that hangs on the metric, agent, then the topic."""
    verb = found.verb if found is not None else None
    verb = verb if verb is not None else verb_before(sentence, at)
    about = _nearest(sentence, at, found, verb, focus, lexicon)
    if about.is_known:
        return _located(about, focus.own)
    if verb is not None and _is_told_of_one(sentence, verb, focus, lexicon):
        return NOBODY
    return focus.about()


def _nearest(
    sentence: Sentence, at: int, found: Binding | None, verb: int | None, focus: Focus, lexicon: BindingLexicon
) -> About:
    """Whom the sentence itself names for a figure, the most telling place first."""
    about = listed_with(sentence, at, found, lexicon)
    if about.is_known:
        return about
    about = _beside(sentence, at, focus, lexicon)
    if about.is_known:
        return about
    if found is not None and found.anchor is not None:
        about = of_phrase(sentence, found.anchor, focus, lexicon)
        if about.is_known:
            return about
    if verb is not None:
        about = of_agent(sentence, verb, focus, lexicon, found.metric if found is not None else None)
        if about.is_known:
            return about
    about = of_phrase(sentence, at + 1, focus, lexicon)
    if about.is_known:
        return about
    about = of_setting(sentence, at, focus.own, lexicon)
    return about if about.is_known else of_heading(sentence, focus.own, lexicon)


def _is_told_of_one(sentence: Sentence, verb: int, focus: Focus, lexicon: BindingLexicon) -> bool:
    """True for "I wrote 40 letters": that is told of somebody, but hardly of whom the report is about.

    So, too, of "she bought 2 cows" where the report is about a place.
    """
    agent = subject_of(sentence, verb)
    if agent is None:
        return False
    item = sentence.items[agent]
    one = item.kind == "N" and not item.owner and lexicon.has("person-pronoun", item.head)
    return lexicon.has("speaker", item.owner or item.head) or (one and focus.about().place is not None)


def _beside(sentence: Sentence, at: int, focus: Focus, lexicon: BindingLexicon) -> About:
    """"a school with N pupils", "the city's N districts", "N for Lucia Ferro", "Haslach, where N ...": its holder."""
    enclosed = enclosed_by(sentence, at, lexicon)
    if enclosed.is_known:
        return enclosed
    before, holder = sentence.around[at - 1], sentence.around[at - 2]
    of_one = holder.kind == "NP" and (holder.det or holder.owner or holder.proper or holder.place)
    crowned = crowning(sentence, at, lexicon) is not None  # "Selm was the largest buyer with 9 boats"
    if "having-link" in before.classes and of_one and sentence.around[at + 1].kind == "NP" and not (
            crowned or _leads_table(sentence, at - 2, lexicon)):
        return place_about(holder.place) if holder.place else About(holder.text)
    if before.kind == "N" and before.owner and not lexicon.has("possessive", before.owner):
        return owner_of(sentence, at - 1, focus, lexicon)
    whom = sentence.around[at + 2]
    if "purpose-link" in sentence.around[at + 1].classes and is_name(whom, lexicon) and not whom.place:
        return About(whom.text)
    spot = found_at(sentence, at, lexicon)
    if spot.is_known:
        return spot
    openers = lexicon.classes["place-opener"]
    for place in range(at - 1, max(at - 8, 0), -1) if not openers.isdisjoint(sentence.heads) else ():
        if sentence.items[place].head in openers:
            where = place - 2 if sentence.items[place - 1].text == "," else place - 1
            return _place_named(sentence, where, focus.own, lexicon)
    return NOBODY


def _leads_table(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "Selm lead the table with 9 points": these are of whoever does so, and not of what is no body."""
    item, verb = sentence.around[at], at - 1
    leads = at > 0 and sentence.around[verb].kind == "V" and item.article == "definite"
    agent = subject_of(sentence, verb) if leads else None
    whose = sentence.items[agent] if agent is not None else None
    somebody = whose is not None and (whose.place is not None or is_name(whose, lexicon))
    return somebody and item.head not in lexicon.entity_heads and not item.proper and not sentence.items[verb].passive


def _place_named(sentence: Sentence, at: int, own: Own, lexicon: BindingLexicon) -> About:
    item = sentence.around[at]
    if item.kind != "NP":
        return NOBODY
    about = named(sentence, at, own, lexicon)
    return about if about.is_known or not is_name(item, lexicon) else About(item.text, item.text)


def _located(about: About, own: Own) -> About:
    """The place of the report is that of its figures, where they name no other."""
    if about.place is None and own.place is not None and own.leads:
        return About(about.subject, own.place.name)
    return about
