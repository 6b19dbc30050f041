"""Metrics of counted things and of shares: the noun behind the figure, and what was done to it."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, governed, subject_of, verb_after, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at
from claimcheck.extract.binding.grammar.phrases import is_vague, noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import frame_metric, unit_sort
from claimcheck.extract.binding.what.parts import predicate
from claimcheck.extract.binding.what.verbal import is_lost, is_reaching
from claimcheck.extract.binding.whose.entities import is_name
from claimcheck.model.mention import Role

_BEFORE_THAN = 6  # pieces of a sentence: "more new tickets for children in May than"


def more_counted(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"12,400 more tickets than in 2022": by how much a number of things is another one."""
    draft = draft_at(sentence, at)
    if unit_sort(draft) != "count" or not draft.trend or not _is_compared(sentence, at):
        return None
    found = counted(sentence, at, lexicon)
    if found is not None:
        found.role = "change"
    return found


def _is_compared(sentence: Sentence, at: int) -> bool:
    """True where "than" follows before anything else is told."""
    for item in sentence.items[at + 1:at + 1 + _BEFORE_THAN]:
        if "than-word" in item.classes:
            return True
        if item.kind not in ("NP", "P", "T"):
            return False
    return False


def counted(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"94 representative agencies": the counted thing, and what was done to it."""
    draft = draft_at(sentence, at)
    after = sentence.around[at + 1]
    if draft.unit == "count" and not draft.noun and _is_size(after) and sentence.around[at + 2].kind == "NP":
        return Binding(noun_phrase(sentence, at + 2, lexicon, reach=1), None, at + 2, verb_before(sentence, at))
    if _shares_noun(sentence, at):
        return Binding(noun_phrase(sentence, at + 3, lexicon, reach=1), None, at + 3, verb_before(sentence, at))
    if after.kind == "NP" and _acts(sentence, at + 1):
        return None
    if unit_sort(draft) != "count" or after.kind != "NP" or _is_rhythm(after, lexicon) or "\n" in sentence.text[
            sentence.items[at].end - sentence.start:after.start - sentence.start]:
        return None
    verb = verb_before(sentence, at)
    subject = subject_of(sentence, verb) if verb is not None else None
    if _is_reached_in_units(sentence, at, verb, subject, lexicon) or _is_named_before(sentence, at, lexicon):
        return None
    framed = (_framed_by_link(sentence, at, lexicon) or frame_metric(sentence, at, verb, lexicon)
              or frame_metric(sentence, at, verb_after(sentence, at), lexicon))
    if framed:
        return Binding(framed, None, subject, verb)
    phrase = _whole_noun(sentence, at, lexicon)
    if _moved_by(sentence, at, lexicon):
        points = draft.noun is not None and lexicon.has("point-noun", draft.noun)
        return None if points else Binding(phrase, "change", subject, verb)
    if _ranks(sentence, at, lexicon):
        return Binding(phrase, "rank", subject, verb)
    if verb is not None and subject is not None and _is_average(sentence, at, verb, subject, lexicon):
        return Binding(noun_phrase(sentence, subject, lexicon), None, subject, verb)
    anchor = subject if subject is not None else at + 1
    if verb is not None and verb == at - 1 and lexicon.has("gaining-verb", sentence.items[verb].head):
        return Binding(phrase, "change", anchor, verb)  # "the town has lost 2,300 inhabitants"
    return Binding(f"{phrase}{_deed(sentence, at, verb, lexicon)}", None, anchor, verb)


def _framed_by_link(sentence: Sentence, at: int, lexicon: BindingLexicon) -> str | None:
    """The metric that a preposition right before the figure names by itself: "in front of just 300 people"."""
    link = at - 1
    link -= sentence.around[link].kind == "A"
    return frame_metric(sentence, at, link, lexicon) if sentence.around[link].kind == "P" else None


def _is_reached_in_units(
    sentence: Sentence, at: int, verb: int | None, subject: int | None, lexicon: BindingLexicon
) -> bool:
    """True for the units of "sales rose by 8% to 91,000 units": sales are what is told."""
    noun = sentence.around[at + 1]
    if verb is not None and subject is not None and lexicon.has("backlog-noun", sentence.items[subject].head):
        return "level-link" in sentence.around[at - 1].classes and verb > subject
    units = lexicon.has("generic-object", noun.head) or lexicon.has("point-noun", noun.head)
    if verb is None or subject is None or len(noun.words) > 1 or not units:
        return False
    item = sentence.items[subject]
    head = sentence.items[verb].head
    gains = lexicon.has("gaining-verb", head) or lexicon.has("cutting-verb", head)  # "Orla Foods cut 300 jobs"
    led = "level-link" in sentence.around[at - 1].classes or (verb == at - 1 and not gains)
    measured = item.kind == "NP" and not is_name(item, lexicon) and not is_vague(item, lexicon) and not lexicon.has(
        "people-noun", item.head) and item.head not in lexicon.entity_heads
    return led and measured and bool(lexicon.kinds_of(sentence.items[verb].head) & {"reach", "up", "down"})


def _is_named_before(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for the units of "road deaths 45 people", "khách quốc tế 410 nghìn lượt": what is counted stands before."""
    before, noun = sentence.around[at - 1], sentence.around[at + 1]
    alone = len(noun.words) == 1 and not noun.det and lexicon.has("generic-object", noun.head)
    if not alone or before.kind != "NP" or before.proper or before.place is not None:
        return False
    somebody = before.head in lexicon.entity_heads or "people-noun" in before.classes
    return not somebody and not is_vague(before, lexicon)


def _shares_noun(sentence: Sentence, at: int) -> bool:
    """True for the first figure of "97 and 52 boats": the noun behind the second counts for both."""
    _, link, other, noun = sentence.around[at : at + 4]
    alone = sentence.items[at].kind == "Q" and draft_at(sentence, at).unit == "count" and link.kind == "C"
    return alone and other.kind == "Q" and noun.kind == "NP" and draft_at(sentence, at + 2).unit == "count"


def _moved_by(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "the staff shrank by 30 people", "the rate rose by 1.2 points"."""
    verb = sentence.around[at - 2]
    kinds = lexicon.kinds.get(verb.head, frozenset()) if verb.kind == "V" else frozenset()
    return "extent-link" in sentence.around[at - 1].classes and bool(kinds & {"up", "down"})


def _is_rhythm(item: Item, lexicon: BindingLexicon) -> bool:
    """True for "a day" in "160 a day": it is not what is counted."""
    return lexicon.has("indefinite", item.det) and len(item.words) == 1


def _acts(sentence: Sentence, at: int) -> bool:
    """True for the province of "with an average of 6.71 the province came first": it begins a clause of its own."""
    return sentence.items[at].article == "definite" and sentence.around[at + 1].kind == "V"


def _is_size(item: Item) -> bool:
    """True for what tells the size of each counted thing: "five-kilo" in "3 million five-kilo boxes"."""
    return item.kind == "Q" and "-" in item.text


def _whole_noun(sentence: Sentence, at: int, lexicon: BindingLexicon) -> str:
    """The counted thing; after several a singular noun only begins it ("400 trade and investment activities")."""
    noun, link, other = sentence.around[at + 1], sentence.around[at + 2], sentence.around[at + 3]
    value = draft_at(sentence, at).value
    several = isinstance(value, tuple) or value > 1
    singular = not noun.plural and not lexicon.has("people-noun", noun.head)
    follows = "adding-joint" in link.classes and other.plural and not other.det
    if several and singular and follows:
        return f"{noun.text} and {noun_phrase(sentence, at + 3, lexicon, reach=1)}"
    return noun_phrase(sentence, at + 1, lexicon, reach=1)


def _is_average(sentence: Sentence, at: int, verb: int, subject: int, lexicon: BindingLexicon) -> bool:
    """True for "the average delay was 19 weeks": the subject is measured, not the weeks counted."""
    item = sentence.items[subject]
    named = item.kind == "NP" and any(lexicon.has("average-word", word) for word in item.words)
    close = all(other.kind == "A" for other in sentence.items[verb + 1:at])
    return named and close and sentence.items[verb].head == "be"


def _ranks(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    before, after = sentence.around[at - 1], sentence.around[at + 1]
    if before.kind in ("NP", "A") and "top-word" in before.classes:
        return True
    return "whole-link" in before.classes and "ranked-noun" in sentence.around[at - 2].classes and any(
        lexicon.has("rank-word", word) for word in after.words
    )


def _deed(sentence: Sentence, at: int, verb: int | None, lexicon: BindingLexicon) -> str:
    """The participle that says what happened to the counted things: " signed", " repaired"."""
    if verb is not None and verb == at - 1 and "act" in lexicon.kinds_of(sentence.items[verb].head):
        return f" {_participle(sentence, verb, lexicon)}"
    after = verb_after(sentence, at)
    near = after is not None and not governed(sentence, at + 1) and after - at <= 4
    if after is None or not near:
        return ""
    if subject_of(sentence, after) not in (at + 1, None):
        return ""  # "Selm cut 40 jobs, its rival hired 90 people"
    if "act" in lexicon.kinds_of(sentence.items[after].head):
        return " ".join(["", *what_they_do(sentence, at + 1)])
    said = predicate(sentence, after) if sentence.items[after].head == "be" and after == at + 2 else ""
    return f" {said}".rstrip()


def _participle(sentence: Sentence, verb: int, lexicon: BindingLexicon) -> str:
    return lexicon.participles.get(sentence.items[verb].head, sentence.items[verb].head)


def share_of(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"44.9% of the ballots", "two thirds of the money": a share of a whole, held by the subject."""
    sort, place = unit_sort(draft_at(sentence, at)), at + 2
    if "whole-link" not in sentence.around[at + 1].classes:
        if sort != "fraction" or not _are_many(sentence.around[at + 1], lexicon):
            return None
        place = at + 1  # "four out of ten applicants"
    whole = sentence.around[place]
    if sort in ("percent", "fraction", "count") and whole.kind in ("NP", "N", "D"):
        role: Role = "share" if sort != "count" else "level"
        verb = verb_before(sentence, at)
        subject = subject_of(sentence, verb) if verb is not None else None
        parts = [noun_phrase(sentence, place, lexicon, reach=1)] if whole.kind == "NP" else []
        holder = ""
        kinds = lexicon.kinds_of(sentence.items[verb].head) if verb is not None else frozenset()
        took = "take" in kinds and subject is not None and sentence.items[subject].place is None
        if verb is not None and subject is not None and (took or kinds & {"share", "reach"}) and not _is_somebody(
                sentence, subject, lexicon):
            holder = noun_phrase(sentence, subject, lexicon, reach=1)
        parts += what_they_do(sentence, place)
        holder = holder or _apposed(sentence, at, lexicon)
        if subject is not None and not (parts or holder) and sentence.items[subject].kind == "NP":
            holder = noun_phrase(sentence, subject, lexicon, reach=1)  # "Police and fire take 58% of it"
        if not (parts or holder):
            return None  # "14,110 of them"
        words = [holder, "share of" if role == "share" else "", *parts]
        return Binding(" ".join(word for word in words if word), role, subject, verb)
    return None


def _apposed(sentence: Sentence, at: int, lexicon: BindingLexicon) -> str:
    """The fuel of "Fuel cost 240 million, a third of all expenses", the wages of "Wages 4 million, or 57% of sales"."""
    joint = sentence.around[at - 1]
    place = at - 2 if "restating-joint" in joint.classes or joint.text == "," else at
    place -= sentence.around[place].text == ","
    if place == at:
        return ""
    if sentence.around[place].kind == "NP" and sentence.around[place - 1].kind == "Q":
        return sentence.items[place].text  # "12,400 pupils, a third of all"
    if sentence.around[place].kind != "Q" or unit_sort(draft_at(sentence, place)) in ("percent", "fraction"):
        return ""
    verb = verb_before(sentence, place)
    holder = place - 1 if verb is None else subject_of(sentence, verb)
    item = sentence.around[holder] if holder is not None else sentence.around[len(sentence.items)]
    known = item.kind == "NP" and item.place is None and not is_name(item, lexicon) and not is_vague(item, lexicon)
    return item.text if known and item.head not in lexicon.entity_heads else ""


def _are_many(item: Item, lexicon: BindingLexicon) -> bool:
    """True for things or people of whom a part can be told."""
    return item.kind == "NP" and (item.plural or lexicon.has("people-noun", item.head))


def _is_somebody(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for a subject that is no part of anything: a name, a body, a pronoun."""
    item = sentence.items[at]
    return item.kind != "NP" or item.proper or is_vague(item, lexicon) or lexicon.has("own-head", item.head)


def what_they_do(sentence: Sentence, at: int) -> list[str]:
    verb = verb_after(sentence, at)
    if verb is None or verb - at > 3:
        return []
    after = sentence.around[verb + 1]
    words = [] if sentence.items[verb].words == [sentence.items[verb].head] or sentence.items[
        verb].head == "be" else [sentence.items[verb].text.split()[-1]]
    if after.kind == "P" and sentence.around[verb + 2].kind == "NP":
        words += [after.text, sentence.around[verb + 2].text]
    elif after.kind in ("NP", "A"):
        words.append(after.text)
    return words


def followed(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"35 million euros in school fees", "140 tonnes of seed", "six years in prison"."""
    draft = draft_at(sentence, at)
    link, noun = sentence.around[at + 1], sentence.around[at + 2]
    tied = "content-link" in link.classes and noun.kind == "NP" and noun.place is None
    of_field = "field-link" in link.classes
    stay = of_field and unit_sort(draft) == "time" and not (noun.det or lexicon.has("time-head", noun.head))
    if not tied or (of_field and not stay and (unit_sort(draft) != "money" or noun.article == "definite")):
        return None
    verb = verb_before(sentence, at)
    subject = subject_of(sentence, verb) if verb is not None else None
    if verb is not None and is_reaching(sentence, verb, at, lexicon):
        return None
    framed = frame_metric(sentence, at, verb, lexicon)
    phrase = noun_phrase(sentence, at + 2, lexicon, reach=1)
    part = not of_field and noun.article == "definite" and unit_sort(draft) == "money" and subject is not None
    if part and subject is not None and not _is_somebody(sentence, subject, lexicon):
        return Binding(f"{sentence.items[subject].text} {phrase}", None, at + 2, verb)
    if framed:
        phrase = f"{framed} {link.head} {phrase}"
    elif verb is not None and not of_field and verb == at - 1:
        lost = is_lost(sentence, verb, at, lexicon)
        phrase += f" {_participle(sentence, verb, lexicon)}" if lost else _deed(sentence, at, verb, lexicon)
    return Binding(phrase, None, subject if subject is not None else at + 2, verb)
