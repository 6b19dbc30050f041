"""Figures that no noun names: what somebody did with so much, and what so many did."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at
from claimcheck.extract.binding.grammar.phrases import noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import frame_with_goal, unit_sort
from claimcheck.extract.binding.what.listed import labelled
from claimcheck.extract.binding.what.parts import predicate
from claimcheck.model.mention import Role


def doing(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"17 spoke", "41 km have been surfaced", "58% wanted fewer shops": what is so of the figure at the head."""
    verb = at + 1
    while sentence.around[verb].kind == "A":
        verb += 1
    item = sentence.around[verb]
    if item.kind != "V" or item.form == "ing" or (_is_governed(sentence, at) and not _is_sum(sentence, at, lexicon)):
        return None
    if (framed := frame_with_goal(sentence, at, verb, lexicon)) is not None:
        return Binding(framed, None, None, verb)
    said = predicate(sentence, verb)
    if not said or (unit_sort(draft_at(sentence, at)) == "count" and labelled(sentence, at, lexicon) is not None):
        return None
    share: Role | None = "share" if unit_sort(draft_at(sentence, at)) in ("percent", "fraction") else None
    return Binding(f"share {said}" if share else said, share, None, verb, deed=True)


def those_who(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"the 17,687 who set off": what those did that a bare number counts."""
    verb = at + 2
    while sentence.around[verb].kind == "A":
        verb += 1
    if sentence.around[at + 1].kind != "R" or sentence.around[verb].kind != "V":
        return None
    if unit_sort(draft_at(sentence, at)) != "count" or "part-relative" in sentence.around[at + 1].classes:
        return None
    ahead = next((place for place in range(verb + 1, len(sentence.items)) if sentence.items[place].kind == "V"), None)
    said = sentence.items[verb].text.split()[-1] if ahead else predicate(sentence, verb)
    return Binding(said, None, None, verb, deed=True) if said else None


def foretold(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"The board expects 7.7 million": so much of what was told before."""
    verb = at - 1 if sentence.around[at - 1].kind == "V" else at - 2
    asked = verb == at - 1 or "asking-link" in sentence.around[at - 1].classes
    item, behind = sentence.around[verb], sentence.around[at + 1]
    if item.kind != "V" or item.passive or not lexicon.has("foretelling-verb", item.head):
        return None
    if not asked:
        return None
    alone = behind.kind not in ("NP", "V", "A") and "content-link" not in behind.classes
    return Binding(same_as=-1, verb=verb) if alone and draft_at(sentence, at).noun is None else None


def situated(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"The country has 6.8 million at work", "there are 900 in hospital": where or how so many are."""
    link, noun = sentence.around[at + 1], sentence.around[at + 2]
    draft, verb = draft_at(sentence, at), sentence.around[at - 1]
    alone = draft.unit == "count" and draft.noun is None and verb.kind == "V"
    plain = "state-link" in link.classes and noun.kind == "NP" and not (noun.det or noun.owner)
    if not alone or not plain or noun.proper or noun.place is not None or len(noun.words) > 1:
        return None
    if not lexicon.has("empty-verb", verb.head) or lexicon.has("time-head", noun.head):
        return None
    return Binding(f"{link.head} {noun.text}", None, subject_of(sentence, at - 1), at - 1)


def _is_governed(sentence: Sentence, at: int) -> bool:
    """True for "sales of 4 million fell": something else is the subject."""
    before = sentence.around[at - 1]
    return before.kind in ("P", "V", "Q") or (before.kind == "NP" and sentence.around[at - 2].kind != "P")


def _is_sum(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "a total of 5 million was spent": the noun before the figure names nothing but that it is one."""
    of, noun = sentence.around[at - 1], sentence.around[at - 2]
    return "whole-link" in of.classes and len(noun.words) == 1 and lexicon.has("sum-noun", noun.head)


def deed(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"The office bought 54 tonnes", "a litre is sold for 2 euros": who did it, if no one by name, and what.

    What money comes in for is measured itself: "tolls brought in 3 million".
    """
    verb = verb_before(sentence, at)
    if verb is None:
        return None
    item = sentence.items[verb]
    between = [
        other for other in sentence.items[verb + 1:at]
        if other.kind not in ("A", "T") and (other.kind != "N" or not other.det)
    ]
    if (asked := _asked(sentence, at, verb, between, lexicon)) is not None:
        return asked
    kinds = lexicon.kinds_of(item.head)
    empty = lexicon.has("empty-verb", item.head) and not lexicon.has("earning-verb", item.head)
    if empty or (kinds & {"say", "reach"} and "act" not in kinds):
        return None
    if not _is_direct(between, lexicon):
        return None
    if unit_sort(draft_at(sentence, at)) in ("percent", "points"):
        return None  # a share of what, only a noun tells
    subject = subject_of(sentence, verb)
    doer = _doer(sentence, subject, lexicon)
    if doer and unit_sort(draft_at(sentence, at)) == "money" and lexicon.has("earning-verb", item.head):
        close = all(other.kind == "A" for other in sentence.items[(subject or 0) + 1:verb])
        people = subject is not None and lexicon.has("people-noun", sentence.items[subject].head)
        return Binding(doer, None, subject, verb, deed=people or not close)
    thing = [other.text for other in between if other.kind == "NP"] + _whole(sentence, at)
    if not thing and unit_sort(draft_at(sentence, at)) == "count":
        thing = _thing_before(sentence, at)
    words = [doer, item.text.split()[-1], *thing]
    return Binding(" ".join(word for word in words if word), None, subject, verb, deed=True)


def _asked(
    sentence: Sentence, at: int, verb: int, between: list[Item], lexicon: BindingLexicon
) -> Binding | None:
    """"The employers offered 3%", "members voted by 71% to leave": percentages that need no noun behind such verbs."""
    if unit_sort(draft_at(sentence, at)) != "percent" or "whole-link" in sentence.around[at + 1].classes:
        return None
    item = sentence.items[verb]
    if lexicon.has("asking-verb", item.head) and all("asking-link" in other.classes for other in between):
        return Binding(item.text.split()[-1], "change", subject_of(sentence, verb), verb, deed=True)
    if not between or "share-link" not in between[-1].classes or not lexicon.has("voting-verb", item.head):
        return None
    thing = [other.text for other in between if other.kind == "NP"]
    return Binding(" ".join((item.text.split()[-1], *thing)), "share", subject_of(sentence, verb), verb, deed=True)


def _thing_before(sentence: Sentence, at: int) -> list[str]:
    """The seats of "the Greens gained six seats and now hold 18; Labour won 9": a bare number counts those."""
    earlier = max((other for other in sentence.quantities if other < at), default=None)
    while earlier is not None and sentence.around[earlier - 1].kind == "V" and draft_at(sentence, earlier).noun is None:
        before = earlier
        earlier = max((other for other in sentence.quantities if other < before), default=None)
    if earlier is None or sentence.around[earlier - 1].kind != "V" or draft_at(sentence, earlier).noun is None:
        return []
    noun = sentence.around[earlier + 1]
    alone = draft_at(sentence, at).noun is None and sentence.around[at + 1].kind in "SCPT."
    return [noun.text] if alone and noun.kind == "NP" else []


def _whole(sentence: Sentence, at: int) -> list[str]:
    """What a figure out of another counts: the bridges of "built 9 of 14 bridges"."""
    link, other, noun = sentence.around[at + 1 : at + 4]
    return [noun.text] if "part-link" in link.classes and other.kind == "Q" and noun.kind == "NP" else []


def _is_direct(between: list[Item], lexicon: BindingLexicon) -> bool:
    """True for nothing, an object or a word like "for" between a verb and its figure ("sold 40 cars for 3 million")."""
    kinds = "".join(
        "n" if item.kind == "NP" else "q" if item.kind == "Q"
        else "p" if lexicon.has("figure-preposition", item.head) else "-" for item in between
    )
    return kinds in ("", "p", "n", "np", "qnp", "n-np")


def _doer(sentence: Sentence, subject: int | None, lexicon: BindingLexicon) -> str:
    """The subject, where it is one of many ("traders", "a litre") and nobody of whom the report speaks."""
    item = sentence.items[subject] if subject is not None else None
    if subject is None or item is None or item.kind != "NP" or item.proper or item.place is not None:
        return ""
    return "" if lexicon.has("own-head", item.head) else noun_phrase(sentence, subject, lexicon, reach=1)
