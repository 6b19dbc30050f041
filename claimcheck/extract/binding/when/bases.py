"""What a figure is compared with: the words that lead to it, and the period that a change is measured from."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.model.period import Period

_APOSTROPHES = ("'s", "’s", "'", "’")
_CLAUSE = 6  # pieces of a sentence: "when it first opened in"
_ADVERB, _LAG = 1, 3  # pieces of a sentence: "here" before "since 2014", and "in the two years"


def opens_base(link: Item, lexicon: BindingLexicon) -> bool:
    """True for the word before what a figure is compared with: "than", "from"."""
    return "origin-link" in link.classes or ("after-link" not in link.classes and _compares(link, lexicon))


def _compares(item: Item, lexicon: BindingLexicon) -> bool:
    """True for words that end in one of comparison: "than", "more than", "as many as"."""
    head, words = item.head, lexicon.classes["comparison"]
    compares = head in words or (" " in head and head.rsplit(" ", 1)[-1] in words)
    return compares or lexicon.has("equal-comparison", head)


def ends_change(sentence: Sentence, at: int, link: int, lexicon: BindingLexicon) -> bool:
    """True for the word behind a change that leads to its base: "on" in "up 14% on 2022" and in "14% up on 2022"."""
    if sentence.around[at].head in lexicon.trend_words and sentence.around[at].kind in "AP":
        at -= 1
    at -= _is_change_noun(sentence, at, lexicon)
    draft = sentence.around[at].quantity
    return draft is not None and draft.role == "change" and lexicon.has("base-of-change", sentence.around[link].head)


def _is_change_noun(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for the rise of "a 3% rise on 2022", which the figure stands right before."""
    noun = sentence.around[at]
    changes = noun.kind == "NP" and not noun.det and lexicon.has("change-noun", noun.head)
    return changes and sentence.around[at - 1].kind == "Q"


def link_to(sentence: Sentence, place: int) -> int:
    """The place of the word that leads to a date, be it by way of a noun: "over" of "up 14% over the fair of 2022"."""
    noun = sentence.around[place - 1].kind == "P" and sentence.around[place - 2].kind == "NP"
    return place - 3 if noun and place > 2 and sentence.items[place - 3].kind == "P" else place - 1


def may_end_change(sentence: Sentence, place: int, lexicon: BindingLexicon) -> bool:
    """True for "10.5% over 2022", be it a change since 2022 or a rate during it, and for any figure "on 2022"."""
    link = link_to(sentence, place)
    behind = sentence.around[link - 1 - _is_change_noun(sentence, link - 1, lexicon)]
    draft = behind.quantity
    moved = draft is not None and (unit_sort(draft) == "percent" or bool(draft.trend))
    if moved and lexicon.has("base-of-change", sentence.around[link].head):
        return True
    if draft is None and behind.head in lexicon.trend_words:
        noun = sentence.around[link - 2].kind == "NP"  # "four points up on 2022"
        draft = sentence.around[link - 3 if noun else link - 2].quantity
    date = sentence.items[place].date
    longer = date is not None and date.period is not None and date.period.sort not in ("day", "as-of")
    return draft is not None and longer and lexicon.has("base-of-levels", sentence.around[link].head)


def is_compared(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for a figure that another is compared with: its date is not that of the figures after it."""
    if (before := _listed_behind(sentence, at)) is not None:
        return is_compared(sentence, before, lexicon)
    place = at - 1
    if sentence.around[place - 1].kind == "T" and sentence.around[place].text in _APOSTROPHES:
        place -= 2  # "against 2022's 3 million"
    while sentence.around[place].kind in "ND" and place > 0:
        place -= 1
    link = sentence.around[place]
    if sentence.around[place - 1].kind == "Q" and "equal-comparison" in link.classes:
        return True  # "three times as many as the 85 of 2016"
    if place < at - 1 and "than-phrase" in link.classes:
        return True  # "more than the 85 of 2016"
    if sentence.around[place - 1].kind == "P" and lexicon.has("comparison", sentence.around[place - 1].head):
        return True  # "compared with"
    if "whole-link" in link.classes and sentence.around[place - 1].kind == "NP":  # "against a loss of 2 million"
        return any("set-against" in sentence.around[place - back].classes for back in (2, 3))
    return "beyond-word" in link.classes or ("after-link" not in link.classes and "comparison" in link.classes)


def _listed_behind(sentence: Sentence, at: int) -> int | None:
    """The figure before in the list that "against 3 million in 2022 and a record 5 million in 2019" goes on with."""
    joint = at - 2 if sentence.around[at - 1].kind == "A" else at - 1
    before = [place for place in sentence.quantities if place < joint]
    if sentence.around[joint].kind != "C" or not before or joint - before[-1] > _LAG:
        return None
    around = (*sentence.items[before[-1]:joint], *sentence.around[at + 1:at + 3])
    return before[-1] if not any(item.kind == "V" for item in around) else None


def is_bare_former(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for the second figure of "6.1 million tonnes against 5.6 million": it was so before, and no word tells when.

    Words behind it may tell that it is so elsewhere, and not before: "compared with 4% in Laos".
    """
    before = sentence.around[at - 2].quantity or sentence.around[at - 3].quantity
    draft = sentence.items[at].quantity
    alike = draft is not None and before is not None and draft.unit == before.unit
    bare = sentence.around[at + 1].kind in ".SC" and sentence.around[at + 1].text not in ("(", "|")
    settled = draft is not None and draft.status in (None, "outcome") and draft.role == "level"
    return alike and bare and settled and is_compared(sentence, at, lexicon)


def is_base(sentence: Sentence, place: int, lexicon: BindingLexicon) -> bool:
    """True for a date that something is compared with: "compared to 2022", "than in March"."""
    at = place - 1
    while at >= 0 and sentence.items[at].kind == "A" and not _compares(sentence.items[at], lexicon):
        at -= 1
    for back in range(at, max(at - 4, -1), -1):
        item = sentence.items[back]
        if "origin-link" in item.classes and _is_origin(sentence.items[back + 1]):
            return False
        if _compares(item, lexicon):
            return not ("origin-link" in item.classes and any(
                "goal-link" in other.classes for other in sentence.items[back:place + 3]))
        if lexicon.has("beyond-word", item.head) and _stands_for_level(sentence, back):
            return True  # "310 loaves below that of 2017", "6 cm above the mean of 1975-1994"
        if item.kind == "P" and "comparing-noun" in sentence.around[back - 1].classes:
            return True  # "the comparison with 2014"
        if "stand-in" in item.classes and sentence.around[back - 1].kind == "Q":
            return True  # "1.3 times that of 2014"
        if "likeness-word" in item.classes & sentence.around[back - 2].classes:
            return True  # "twice as high as in 2014"
        if item.kind in "VQ." or item.kind == "C":
            break
    return _tells_base(sentence, at, lexicon)


def _tells_base(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for words of comparison with a verb: "than when it opened in", "two thirds of what they were in"."""
    kinds: list[str] = []
    for back in range(at, max(at - _CLAUSE, -1), -1):
        item, before = sentence.items[back], sentence.around[back - 1]
        if item.kind == "V":
            kinds.append(item.kind)
        elif lexicon.has("base-opener", item.head):
            return bool(kinds) and ("whole-link" in before.classes or _compares(before, lexicon))
        elif "than-word" in item.classes:
            return bool(kinds)  # "more than it was in 2019"
        elif item.kind not in "NP" and item.kind != "A":
            return False
    return False


def _is_origin(item: Item) -> bool:
    """True for whence something came: "guests from Laos in 2021", "stolen from people in the county last year"."""
    several = item.kind == "NP" and not item.det and not item.owner and (
        item.plural or "people-noun" in item.classes)
    return item.place is not None or several


def _stands_for_level(sentence: Sentence, at: int) -> bool:
    """True when what a figure lies below or above follows: "that", or a noun right behind the distance."""
    after = sentence.items[at + 1]
    return after.kind == "N" or (after.kind == "NP" and sentence.around[at - 1].kind == "Q")


def base_of(
    sentence: Sentence, at: int, period: Period | None, lexicon: BindingLexicon, phrases: Sequence[str]
) -> Period | None:
    """The period that a change is measured from, where it is stated or follows from "a year earlier"."""
    own = _own_comparison(sentence, at, lexicon)
    for place in sentence.dates:
        moves = sentence.around[at + 1].head in lexicon.trend_words or _is_change_noun(sentence, at + 1, lexicon)
        link = at + 2 if moves else at + 1  # "14% up on 2022"
        if own is not None and place > own:
            break  # "8% less than a month ago, 3% less than in March"
        opens = opens_base(sentence.around[link], lexicon) or ends_change(sentence, at, link, lexicon)
        if (place == link + 1 and opens) or (place > at and is_base(sentence, place, lexicon)):
            date = sentence.items[place].date
            if date is not None and date.period is not None:
                return date.period
    if (since := _since(sentence, at)) is not None:
        return since
    tail = sentence.text[sentence.items[at].start - sentence.start:].lower()
    if period is not None and any(phrase in tail for phrase in phrases):
        return period.shifted_years(-1)
    return None


def _own_comparison(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """Where the next figure stands, if words before it already compare the one at a place; None otherwise."""
    for place in range(at + 1, len(sentence.items)):
        if sentence.items[place].kind == "Q":
            return place if any(_compares(item, lexicon) for item in sentence.items[at + 1:place]) else None
    return None


def is_since_then(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "Since then it has gained 3 points": measured from the time that the sentences before tell of."""
    if lexicon.classes["since-link"].isdisjoint(sentence.heads):
        return False
    clause = range(at - 1, -1, -1)
    first = next((place + 1 for place in clause if sentence.items[place].text in (";", ":")), 0)
    told = pairwise(sentence.items[first:at])
    return any("since-link" in link.classes and "then-word" in time.classes for link, time in told)


def _since(sentence: Sentence, at: int) -> Period | None:
    """The year of "has doubled here since 2014" and of "In the two years since 2014 it grew by 3%".

    Behind other words it may be that of a record: "rose by 3% to the highest level since 2014".
    """
    for place in sentence.dates:
        date = sentence.items[place].date
        if date is None or date.period is None or date.period.sort != "year":
            continue
        if "since-link" not in sentence.around[place - 1].classes:
            continue
        between = sentence.items[at + 1 : place - 1] if place > at else sentence.items[: place - 1]
        if len(between) <= (_ADVERB if place > at else _LAG) and all(item.kind in "APNQ" for item in between):
            return date.period
    return None


def owns_figure(sentence: Sentence, at: int, place: int) -> bool:
    """True for the date of "2022's 3 million" and of "last year's record of 3 million"."""
    mark, *gap = sentence.items[place + 1:at] or sentence.around[-1:]
    return mark.text in _APOSTROPHES and [item.kind for item in gap if item.kind != "A"] in ([], ["NP", "P"])


def is_former(sentence: Sentence, at: int) -> bool:
    """True for the second figure of "2.50 a share for last year, after 4.00 for 2022"."""
    return "after-link" in sentence.around[at - 1].classes and any(other < at for other in sentence.quantities)


def is_compared_with(sentence: Sentence, at: int, place: int, lexicon: BindingLexicon) -> bool:
    """True for the date of "three times as many as the 85 of the first regatta in 2016", which is that of the 85."""
    if place < at:
        return False
    between = [item.kind for item in sentence.items[at + 1:place]]
    relative = between.index("S") if "S" in between[:2] else len(between)  # "the 91 that it burned in 2022"
    leads = all(kind in ("NP", "P") for kind in between[:relative])
    leads = leads and all(kind in ("NP", "P", "V", "N", "A") for kind in between[relative + 1:])
    return leads and (is_compared(sentence, at, lexicon) or is_former(sentence, at))
