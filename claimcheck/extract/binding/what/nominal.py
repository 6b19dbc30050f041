"""Metrics from a noun phrase that a figure is told of: "a surplus of N", "7% growth", "a target of N for lentils"."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, verb_after, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at, like_before, quantity_before
from claimcheck.extract.binding.grammar.phrases import is_vague, noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import frame_metric, unit_sort
from claimcheck.extract.binding.what.reference import change_of_clause
from claimcheck.extract.binding.whose.entities import is_name
from claimcheck.model.mention import Role


def of_noun(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"a surplus of N", "revenue of N", "an increase of N"."""
    figure = at
    if "range-opener" in sentence.around[at - 1].classes and "whole-link" in sentence.around[at - 2].classes:
        at -= 1
    if "whole-link" not in sentence.around[at - 1].classes or sentence.around[at - 2].kind != "NP":
        return None
    noun = sentence.items[at - 2]
    draft = draft_at(sentence, figure)
    if _is_result(sentence, figure, noun):
        return Binding(noun_phrase(sentence, at - 2, lexicon, reach=0), None, at - 2, verb_before(sentence, at))
    if lexicon.has("change-noun", noun.head) and not (lexicon.has("growth-noun", noun.head) and len(noun.words) > 1):
        rest = [word for word in noun.text.split()[:-1] if not lexicon.has("adjective", word.lower())]
        if rest:
            return Binding(" ".join(rest), "change", at - 2, verb_before(sentence, at))
        done = sentence.around[at - 3].kind == "V"  # "posted a fall of 12% in sales"
        found = None if done else change_of_clause(sentence, at - 2, lexicon, "change")
        if found is None and (place := _what_changed(sentence, figure, lexicon)) is not None:
            return Binding(noun_phrase(sentence, place, lexicon, reach=1), "change", place, verb_before(sentence, at))
        found = change_of_clause(sentence, at - 2, lexicon, "change") if done else found
        if found is not None or not lexicon.has("growth-noun", noun.head):
            return found
    if lexicon.has("rank-word", noun.head) and unit_sort(draft) == "count":
        return None
    if lexicon.has("vague-head", noun.head) and (len(noun.words) == 1 or _is_peak(noun, lexicon)):
        return _at_peak(sentence, at - 2, lexicon)
    rose = sentence.around[at - 4]
    if "field-link" in sentence.around[at - 3].classes and rose.kind == "NP" and "change-noun" in rose.classes:
        phrase = noun_phrase(sentence, at - 2, lexicon, reach=0)
        return Binding(phrase, "change", at - 2, verb_before(sentence, at))  # "an increase in cases of 25%"
    gap = lexicon.has("gap-noun", noun.head) and not (
        lexicon.has("rate-noun", noun.head) and unit_sort(draft) == "percent"  # "a margin of 13%"
    )
    role: Role | None = "difference" if gap else None
    if "deduction-link" in sentence.around[at - 3].classes and sentence.around[at - 4].kind == "NP":
        at -= 2  # "profit after tax of 4 million"
        return Binding(noun_phrase(sentence, at - 2, lexicon, reach=1), role, at - 2, verb_before(sentence, at))
    return Binding(noun_phrase(sentence, at - 2, lexicon, reach=0), role, at - 2, verb_before(sentence, at))


def _what_changed(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The place of the sales of "a fall of 12% in sales", "in second-quarter sales"; None for where or when it was."""
    place = at + 2 + (sentence.around[at + 2].kind == "T")
    noun, link = sentence.around[place], sentence.around[at + 1]
    if "field-link" not in link.classes or noun.kind != "NP" or noun.place is not None or is_name(noun, lexicon):
        return None
    whole = "whole-link" in sentence.around[place + 1].classes
    vague = is_vague(noun, lexicon) and not whole  # "in value", "in the number of births"
    spot = noun.head in lexicon.scope_nouns or noun.head in lexicon.entity_heads
    return None if vague or spot or lexicon.has("time-head", noun.head) else place


def _is_peak(noun: Item, lexicon: BindingLexicon) -> bool:
    """True for "an all-time high" and "a new record", which say how high something was, not what."""
    return lexicon.has("peak-head", noun.head) and all(lexicon.has("peak-word", word) for word in noun.words[:-1])


def _at_peak(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"The fund holds assets at a high of N": the object, where it has no determiner ("ended the day at")."""
    verb, held = at - 3, sentence.around[at - 2]
    tied = sentence.around[at - 1].kind == "P" and sentence.around[verb].kind == "V"
    if not tied or held.kind != "NP" or held.det or held.owner:
        return None
    return Binding(noun_phrase(sentence, at - 2, lexicon, reach=0), None, at - 2, verb)


def _is_result(sentence: Sentence, at: int, noun: Item) -> bool:
    """True for money that came of something: "a gain of 22 million euros from the sale of the harbour", "posted a loss
    of 3 million".
    """
    if "result-noun" not in noun.classes or unit_sort(draft_at(sentence, at)) != "money":
        return False
    verb, behind = sentence.around[at - 3], sentence.around[at + 2].kind == "NP"
    link = sentence.around[at + 1].classes if behind else ()
    made = verb.kind == "V" and verb.head != "be" and noun.article == "indefinite"
    made = made or ("loss-noun" in noun.classes and "field-link" not in link)  # "the loss of 3 million"
    return made or "source-link" in link


def growth(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"7% GDP growth", "64.1% turnout", "9% more pay": the noun right behind a percentage."""
    noun, draft = sentence.around[at + 1], draft_at(sentence, at)
    sort = unit_sort(draft)
    if noun.kind == "A" and sort == "percent" and _is_change(sentence.around[at + 2], lexicon):
        return _apposed_change(sentence, at, lexicon)  # "a 3% year-on-year rise"
    if noun.kind == "NP" and sort == "percent" and noun.det in lexicon.trend_words:
        return Binding(noun_phrase(sentence, at + 1, lexicon, reach=1), "change", at + 1, verb_before(sentence, at))
    bare = sort == "count" and draft.noun is None and bool(draft.trend)  # "an 8,000 increase"
    if noun.kind != "NP" or noun.det or not (bare or sort in ("percent", "money")):
        return None
    if "rhythm-link" in sentence.around[at + 2].classes and sentence.around[at + 3].text == noun.text:
        return None  # "grew 4% year on year"
    if sort == "percent" and noun.text in lexicon.trend_words:
        return _compared(sentence, at, lexicon)
    changes = _is_change(noun, lexicon)
    told = at + 3 + (sentence.around[at + 3].kind == "T")  # "a 12% drop in first-quarter profit"
    moved = sentence.around[told]
    alone = changes and len(noun.words) == 1
    if alone and "content-link" in sentence.around[at + 2].classes and moved.kind == "NP" and moved.place is None:
        return Binding(noun_phrase(sentence, told, lexicon, reach=1), "change", told, verb_before(sentence, at))
    if changes and _is_bare_change(noun, sort, lexicon):
        return _apposed_change(sentence, at, lexicon)
    if bare:
        return None
    phrase = noun_phrase(sentence, at + 1, lexicon, reach=1)
    return Binding(phrase, "change" if changes else None, at + 1, verb_before(sentence, at))


def _compared(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """The rents of "with rents 15% higher than in May" and of "Rents, 15% higher than in May, ..."."""
    aside = sentence.around[at - 1].text == ","
    moved = at - 1 - aside
    if sentence.around[moved].kind != "NP" or (aside and moved > 0) or sentence.around[moved].place is not None:
        return None
    return Binding(noun_phrase(sentence, moved, lexicon), "change", moved, None)


def _is_change(noun: Item, lexicon: BindingLexicon) -> bool:
    return lexicon.has("growth-noun", noun.head) or lexicon.has("change-noun", noun.head)


def _is_bare_change(noun: Item, sort: str, lexicon: BindingLexicon) -> bool:
    """True for "annual rise": that does not tell what rose; a swing is one of votes, and a loss a figure of its own."""
    own = lexicon.has("growth-noun", noun.head) or lexicon.has("named-change", noun.head)
    own = own or (sort == "money" and lexicon.has("result-noun", noun.head))
    return not own and all(lexicon.has("adjective", word) for word in noun.words[:-1])


def _apposed_change(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding:
    """"sales reached 4 million, a 3% rise on 2022": what rose is what was told before, or else unknown."""
    earlier, verb = quantity_before(sentence, at), verb_before(sentence, at)
    links = verb is not None and lexicon.has("linking-verb", sentence.items[verb].head)
    pointing = sentence.around[verb - 1].classes if verb is not None else ()
    points = "told-pronoun" in pointing or "pointing-pronoun" in pointing
    behind = verb is not None and (earlier is None or earlier < verb)
    if not behind or links or (verb is not None and sentence.items[verb].form == "ing"):
        found = change_of_clause(sentence, at, lexicon, "change")
        if found is not None:
            return found
    return Binding(None, "change", at + 1, verb, -1 if links and points else None)


def aim(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"a target of 70,000 tonnes for lentils": not the target is measured but what it is for."""
    noun = sentence.around[at - 2]
    if "whole-link" not in sentence.around[at - 1].classes or noun.kind != "NP" or "aim-head" not in noun.classes:
        return None
    meant = sentence.around[at + 2]
    if "purpose-link" in sentence.around[at + 1].classes and meant.kind == "NP" and "time-head" not in meant.classes:
        return Binding(noun_phrase(sentence, at + 2, lexicon, reach=1), None, at + 2, verb_before(sentence, at))
    if unit_sort(draft_at(sentence, at)) == "money" and lexicon.has("allowance-noun", noun.head):
        return Binding(noun_phrase(sentence, at - 2, lexicon, reach=0), None, at - 2, verb_before(sentence, at))
    rest = noun.text.split()[:-1]
    if rest and not all(lexicon.has("adjective", word.lower()) for word in rest):
        return Binding(" ".join(rest), None, at - 2, verb_before(sentence, at))
    earlier = like_before(sentence, at)
    return Binding(same_as=-1 if earlier is None else earlier)


def defined(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"64,118 - the record attendance": a figure at the head of a line, explained behind a dash."""
    if at > 1 or sentence.around[at + 1].text not in ("-", "–", "—", ":") or sentence.around[at + 2].kind != "NP":
        return None
    return Binding(noun_phrase(sentence, at + 2, lexicon), None, at + 2, None)


def unchanged(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"Jobless rate steady at 5.6%": a headline leaves out the verb."""
    noun, place = sentence.around[at - 2], at - 2
    bare = noun.kind == "NP" and len(noun.words) > 1 and "steady-link" in sentence.around[at - 1].classes
    if not bare or not lexicon.has("steady-word", noun.head) or verb_before(sentence, at) is not None:
        return None
    return Binding(noun.text.rsplit(" ", 1)[0], None, place, None)


def worth(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"fruit worth 248 million was exported": what is worth so much, with what was done to it if a verb names that."""
    noun, link = sentence.around[at - 2], sentence.around[at - 1]
    if "worth-link" not in link.classes or noun.kind != "NP" or unit_sort(draft_at(sentence, at)) != "money":
        return None
    verb = verb_before(sentence, at)
    if frame_metric(sentence, at, verb, lexicon):
        return None
    after = verb_after(sentence, at)
    phrase = noun_phrase(sentence, at - 2, lexicon, reach=0)
    framed = frame_metric(sentence, at, after, lexicon)
    if framed:
        phrase = framed if lexicon.has("generic-object", noun.head) else f"{framed} of {phrase}"
    return Binding(phrase, None, at - 2, verb or after)
