"""Which dates of a sentence say when something was so: none that is a bound, a base or the day of a statement."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.asides import is_of_what_went_before
from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.when.bases import (
    ends_change,
    is_base,
    is_compared_with,
    link_to,
    may_end_change,
    opens_base,
)
from claimcheck.extract.binding.when.lags import ends_count


def settings(sentence: Sentence, lexicon: BindingLexicon) -> list[int]:
    """The dates that say when something was so: no base of comparison, no bound, no day of a statement."""
    if sentence.settings is None:
        sentence.settings = worded_settings(sentence, lexicon)
    links = ((place, link_to(sentence, place)) for place in sentence.settings)
    return [place for place, link in links if not ends_change(sentence, link - 1, link, lexicon)]


def worded_settings(sentence: Sentence, lexicon: BindingLexicon) -> list[int]:
    """The same as far as words tell, without regard to the roles of the figures, which are found later."""
    return [
        place for place in sentence.dates
        if not _reports(sentence, place, lexicon) and not is_base(sentence, place, lexicon)
        and not (sentence.around[place - 2].kind == "Q" and opens_base(sentence.items[place - 1], lexicon))
        and not _is_bound(sentence, place, lexicon) and not _is_former(sentence, place, lexicon)
        and not may_end_change(sentence, place, lexicon)
        and not _qualifies_whole(sentence, place) and not _names_contract(sentence, place, lexicon)
        and not is_of_what_went_before(sentence, place)
        and not ends_count(sentence, place)
        and not any(is_compared_with(sentence, at, place, lexicon) for at in sentence.quantities)
    ]


def _qualifies_whole(sentence: Sentence, place: int) -> bool:
    """True for "118% of the 2001-2020 mean", "double the 2019 figure": the years do not say when the figure was."""
    of, noun = sentence.around[place - 2], sentence.around[place + 1]
    whole = of.kind == "Q" or ("whole-link" in of.classes and sentence.around[place - 3].kind == "Q")
    return sentence.around[place - 1].kind == "N" and whole and noun.kind == "NP"


def _names_contract(sentence: Sentence, place: int, lexicon: BindingLexicon) -> bool:
    """True for the month of "wheat for December delivery" and "the December contract", which was traded before it."""
    before, noun = sentence.around[place - 1], sentence.around[place + 1]
    return noun.kind == "NP" and not noun.det and lexicon.has("contract-noun", noun.words[0]) and (
        "purpose-link" in before.classes or before.kind in "ND")


def _is_bound(sentence: Sentence, place: int, lexicon: BindingLexicon) -> bool:
    """True for the end of a stretch of time: "until May", "by 2030", "since weighing began in 1913".

    A day by which something was done is the day that its figures were taken on: "by Friday 87 sledges were waiting".
    """
    before, date = sentence.around[place - 1], sentence.items[place].date
    due = "deadline-link" in before.classes
    if due and date is not None and date.period is not None and date.period.sort in ("day", "as-of"):
        verb = next((item for item in sentence.items if item.kind == "V"), None)
        return verb is None or bool(verb.modal) or verb.form in ("base", "s")
    if lexicon.has("bound-preposition", before.head):
        return True
    for back in range(place - 1, -1, -1):
        item = sentence.items[back]
        if "since-link" in item.classes or ("since-link" in sentence.items[0].classes and item.kind == "Q"):
            return True
        if item.kind in "SRQC.":
            return False
    return False


def _is_former(sentence: Sentence, place: int, lexicon: BindingLexicon) -> bool:
    """True for "improving on their 2016 catch": a state that the figure is compared with."""
    before, noun = sentence.around[place - 1], sentence.around[place + 1]
    if before.kind == "N":
        return lexicon.has("possessive", before.head)
    # In "their 2019 share" the owner stands before the date, in "in 2019 their share" behind it.
    owned = noun.kind == "NP" and lexicon.has("possessive", noun.owner)
    between = sentence.text[before.end - sentence.start : sentence.items[place].start - sentence.start]
    return before.kind == "P" and owned and bool(between.strip())


def _reports(sentence: Sentence, place: int, lexicon: BindingLexicon) -> bool:
    """True for the day on which somebody said so, which is no period of the figures."""
    date = sentence.items[place].date
    if date is None or (date.period is not None and date.period.sort not in ("day", "as-of")):
        return False
    for back in range(place - 1, max(place - 5, -1), -1):
        item = sentence.items[back]
        if item.kind == "V":
            return "say" in lexicon.kinds_of(item.head) or lexicon.has("deciding-verb", item.head)
        if item.kind in "SRQ":
            return False
    return False
