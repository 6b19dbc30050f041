"""How far a date reaches in its sentence: which clauses it tells the time of."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, verb_before
from claimcheck.extract.binding.lexicon import BindingLexicon

_JOINTS = frozenset("SR")  # kinds of items that open another clause


def same_clause(sentence: Sentence, at: int, place: int) -> bool:
    """True when nothing that opens another clause stands between a figure and a date."""
    low, high = min(at, place), max(at, place)
    return not any(item.text == ";" or item.kind in "SR" for item in sentence.items[low:high])


def ends_before(sentence: Sentence, at: int, place: int) -> bool:
    """True when a semicolon ends what is said with the figure before the date."""
    return any(item.text == ";" for item in sentence.items[at:place])


def is_of_next_clause(sentence: Sentence, at: int, place: int) -> bool:
    """True for the second date of "in 2022 it sold 9 boats, and in 2023 it sold 14", seen from the 9.

    A date that "and" or "but" leads to belongs to the verb behind it.
    """
    opener = place - 2 if sentence.around[place - 1].kind == "P" else place - 1
    if place > at and _is_behind_joint(sentence, at, place):
        return True
    if place < at or sentence.around[opener].kind != "C":
        return False
    behind = sentence.items[place + 1:]
    who = next((n for n, item in enumerate(behind) if item.kind not in ("NP", "N", "A") and item.text != ","), None)
    return who is not None and who > 0 and behind[who].kind == "V"


def _is_behind_joint(sentence: Sentence, at: int, place: int) -> bool:
    """True for the date of "six mills have closed, and two more will give up in 2025": another does something then."""
    between = sentence.items[at + 1:place]
    joint = next((n for n, item in enumerate(between) if item.kind == "C"), None)
    if joint is None or not (verb_before(sentence, at) or any(item.kind == "V" for item in between[:joint])):
        return False
    verb = next((n for n, item in enumerate(between) if n > joint and item.kind == "V"), joint)
    return any(item.kind in ("NP", "Q", "N") for item in between[joint + 1:verb])


def is_of_other_verb(sentence: Sentence, at: int, place: int) -> bool:
    """True for the date of "was founded in 1921 and has 640 members": what is so now was not so then.

    So, too, of "in 2023 it bought buses which carry 90 people each".
    """
    verb = verb_before(sentence, at)
    if verb is None or verb < place or not is_timeless(sentence, verb):
        return False
    if "present-be" in sentence.items[verb].helper and len(sentence.items[verb].words) == 1:
        return False
    kinds = [item.kind for item in sentence.items[:verb]]
    return "V" in kinds[:place] or not _JOINTS.isdisjoint(kinds[place:])


def is_of_purpose(sentence: Sentence, at: int, place: int) -> bool:
    """True for the date of "has 45 kg of fuel left, enough to reach it in 2031": the fuel is there now."""
    verb = verb_before(sentence, at)
    if verb is None or place < at or not is_timeless(sentence, verb):
        return False
    behind = range(at + 1, place)
    return any(
        "infinitive-mark" in sentence.items[mark].classes and sentence.items[mark + 1].form == "base" for mark in behind
    )


def is_timeless(sentence: Sentence, verb: int | None) -> bool:
    """True when the verb speaks of now or of times to come ("employs", "will treat"): no period carries over."""
    if verb is None:
        return False
    item = sentence.items[verb]
    if item.modal or (item.head == "be" and "infinitive-mark" in sentence.around[verb + 1].classes):
        return True
    alone = len(item.words) == 1 and item.text.islower()
    present = "present-be" in item.helper and (alone or item.form == "ing")
    return present or "perfect-helper" in item.helper or (alone and item.form in ("s", "base"))


def is_past(verb: Item, lexicon: BindingLexicon) -> bool:
    """True for "came" and "were interviewed", which tell of a time that is over; "has come" and "will come" do not."""
    if verb.modal:
        return False
    simple = verb.form == "past" or (len(verb.words) == 1 and verb.form == "participle")
    return simple or lexicon.has("past-helper", verb.words[0])
