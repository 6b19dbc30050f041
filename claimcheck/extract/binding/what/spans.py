"""Figures in units of length, time and the like: what is so long, what lasts so long, how far something moved."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at
from claimcheck.extract.binding.grammar.phrases import noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort

_STRETCHES = ("week", "month", "quarter", "year")
_MEASURED = ("length", "time", "mass", "other")


def named_length(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"the 120 km railway", "the 12-day expedition": the thing right behind the measure."""
    noun = sentence.around[at + 1]
    if unit_sort(draft_at(sentence, at)) not in _MEASURED or noun.kind != "NP" or noun.det or noun.owner:
        return None
    between = sentence.text[sentence.items[at].end - sentence.start:noun.start - sentence.start]
    if "\n" in between:
        return None
    return Binding(noun_phrase(sentence, at + 1, lexicon, reach=0), None, at + 1, verb_before(sentence, at))


def sized(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"five kilns, each 12 metres wide": the noun before, and the dimension."""
    after = sentence.around[at + 1]
    if not lexicon.has("dimension-word", after.head):
        return None
    verb = verb_before(sentence, at)
    subject = subject_of(sentence, verb) if verb is not None else None
    before = sentence.around[at - 1].kind
    named = subject is None or sentence.items[subject].kind == "NP"
    if before == "N" or (verb is None and before == "NP") or not named:
        subject = next((n for n in range(at - 1, -1, -1) if sentence.items[n].kind == "NP"), None)
    if subject is None:
        return None
    return Binding(f"{noun_phrase(sentence, subject, lexicon, reach=1)} {after.head}", None, subject, verb)


def lasting(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"callers waited 14 minutes", "sailors were without wind for N": what was so for so long."""
    if unit_sort(draft_at(sentence, at)) not in ("length", "time"):
        return None
    verb = verb_before(sentence, at)
    if verb is None:
        return None
    between = [item for item in sentence.items[verb + 1:at] if item.kind != "A"]
    if between and "lasting-link" in between[-1].classes:
        between.pop()
    elif sentence.around[at - 1].kind == "P":
        return None
    subject = subject_of(sentence, verb)
    simple = all(item.kind in ("P", "NP") and not item.place for item in between) and len(between) <= 2
    if subject is None or not simple or (between and between[0].kind != "P"):
        return None
    head = sentence.items[verb].head
    if lexicon.kinds_of(head) & {"reach", "up", "down", "take", "exceed"} and not between:
        return None
    did = "" if head == "be" else sentence.items[verb].text.split()[-1]
    words = [sentence.items[subject].text if sentence.items[subject].kind == "NP" else "", did]
    return Binding(" ".join(word for word in (*words, *(item.text for item in between)) if word), None, subject, verb)


def multiplied(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"doubled the number of its ovens": what was multiplied stands behind."""
    noun = sentence.around[at + 1]
    if noun.kind != "NP" or not (noun.det or noun.owner) or draft_at(sentence, at).form != "multiple":
        return None
    return Binding(noun_phrase(sentence, at + 1, lexicon), "change", at + 1, verb_before(sentence, at))


def has_own_stretch(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for what came in a stretch of time without a date: "64 million in the quarter, 171 million in nine months".

    The period that the report or the sentence before tells is not that of such a figure.
    """
    link, stretch = sentence.around[at + 1], sentence.around[at + 2].quantity
    return lexicon.has("within-preposition", link.head) and stretch is not None and stretch.unit in _STRETCHES
