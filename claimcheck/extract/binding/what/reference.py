"""Figures whose metric was named before: changes, conversions, repeats, places in an order."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at, like_before, quantity_before
from claimcheck.extract.binding.grammar.phrases import noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import unit_sort
from claimcheck.extract.binding.what.verbal import clause_subject, is_somebody
from claimcheck.model.mention import Role


def in_other_words(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"90 km (56 miles)", "from 6% to 9%", "up 4% from 30 million", "half as many as planned": what stands before."""
    if draft_at(sentence, at).unit == "dimensionless" and lexicon.has("equal-comparison", sentence.around[at + 1].head):
        earlier = quantity_before(sentence, at)
        return Binding(same_as=-1 if earlier is None else earlier)
    if (instead := _set_against(sentence, at, lexicon)) is not None:
        return Binding(same_as=instead)
    before = sentence.around[at - 1]
    earlier = at - 2
    if before.text == "(" and sentence.around[earlier].kind == "NP":
        earlier -= 1
    to_goal = "goal-link" in before.classes
    if before.kind == "P" and to_goal and sentence.around[earlier].kind == "T":
        earlier -= 1
    other = sentence.around[earlier]
    if to_goal and (moved := _moved_to(sentence, at, lexicon)) is not None:
        return moved
    if to_goal and (other.kind != "Q" or draft_at(sentence, earlier).form == "multiple"):
        return _multiplied_to(sentence, at)
    if other.kind != "Q":
        return None
    here, there = draft_at(sentence, at), draft_at(sentence, earlier)
    alone = sentence.around[at + 1].text == ")" or (unit_sort(here) == "money" and here.unit != there.unit)
    if before.text == "(" and unit_sort(here) == unit_sort(there) and alone:
        return Binding(same_as=earlier)
    if before.kind == "P" and lexicon.has("back-link", before.head):
        if here.unit == there.unit:
            return Binding(same_as=earlier)
        of, grown = sentence.around[earlier - 1], sentence.around[earlier - 2]
        if to_goal and "whole-link" in of.classes and "change-noun" in grown.classes:
            return Binding(role="level", same_as=earlier)  # "an increase of 12% to 31 million"
        like = like_before(sentence, at)
        back = not to_goal and there.role == "change" and like is not None
        if back and like is not None and draft_at(sentence, like).unit == here.unit:
            return Binding(same_as=like)
    return None


def _set_against(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The figure in the same unit that "2.6 nights on average instead of 2.9" sets this one against."""
    place = at - 1
    while sentence.around[place].kind in "NA" and place > 0:
        place -= 1
    bare = draft_at(sentence, at).unit == "count"  # "nine days, compared with four"
    earlier = quantity_before(sentence, at) if bare else like_before(sentence, at)
    links = (sentence.around[place].head, f"{sentence.around[place - 1].head} {sentence.around[place].head}")
    if earlier is None or not any(lexicon.has("set-against", link) for link in links):
        return None
    here, there = draft_at(sentence, at), draft_at(sentence, earlier)
    done = sentence.around[at + 1]
    alone = here.noun is None and (done.kind != "NP" or lexicon.has("plan-word", done.head))
    alike = here.noun is not None and here.noun == there.noun  # "5.8 nights, compared with 6.1 nights"
    same = alone or alike if bare else here.unit == there.unit
    return earlier if same and not any(item.kind == "V" for item in sentence.items[earlier:at]) else None


def _moved_to(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"a 21% rise in net profit to 97 million": what rose."""
    noun, timed = sentence.around[at - 2], sentence.around[at - 3].kind == "T"  # "a rise in second-quarter profit to"
    link, change = sentence.around[at - 3 - timed], sentence.around[at - 4 - timed]
    moved = noun.kind == "NP" and noun.place is None and "field-link" in link.classes and change.kind == "NP"
    if not moved or not (lexicon.has("change-noun", change.head) or lexicon.has("growth-noun", change.head)):
        return None
    return Binding(noun_phrase(sentence, at - 2, lexicon), "level", at - 2, None)


def _multiplied_to(sentence: Sentence, at: int) -> Binding | None:
    """"doubled the number of its ovens to 64", "nearly tripled in 2016, to 5,300"."""
    earlier = quantity_before(sentence, at)
    if earlier is None or draft_at(sentence, earlier).form != "multiple":
        return None
    return Binding(same_as=earlier) if not any(item.kind == "V" for item in sentence.items[earlier + 1:at]) else None


def change_tail(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"up 4.3%", "an increase of 17.4%", "12% lower than": the change of what the clause is about.

    "Barns take up 40 hectares" tells no change: the figure has no trend, and is no percentage.
    """
    before, after = sentence.around[at - 1], sentence.around[at + 1]
    trend = before.kind in "APJV" and before.head in lexicon.trend_words and not _makes_up(sentence, at, lexicon)
    draft = draft_at(sentence, at)
    trend = trend and bool(draft.trend or unit_sort(draft) in ("percent", "points"))
    if trend and not any(lexicon.has(each, before.head) for each in ("beyond-word", "more-word")):
        return change_of_clause(sentence, at, lexicon, "change")
    verb = verb_before(sentence, at) if "extent-link" in before.classes else None
    ahead = verb is not None and not sentence.items[verb].passive
    if ahead and verb is not None and "exceed" in lexicon.kinds_of(sentence.items[verb].head):
        return change_of_clause(sentence, at, lexicon, "difference")
    if lexicon.has("lead-word", after.head):
        return change_of_clause(sentence, at, lexicon, "difference")
    if _compares(sentence, at, lexicon):
        points = draft.noun is not None and lexicon.has("point-noun", draft.noun)
        counts = unit_sort(draft) == "count" and after.kind == "NP" and not points
        than = "than-phrase" in sentence.around[at + 2].classes
        if counts and than and lexicon.trend_words.isdisjoint(after.words):
            return Binding(noun_phrase(sentence, at + 1, lexicon, reach=1), "change", at + 1, verb_before(sentence, at))
        apart = lexicon.has("beyond-word", after.head) or _is_against_plan(sentence, at, lexicon)
        return change_of_clause(sentence, at, lexicon, "difference" if apart else "change")
    return None


def _is_against_plan(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "900 euros less than budgeted": a distance from what was meant to be."""
    behind = sentence.items[at + 1:at + 4]
    return any(
        "than-word" in item.classes and other.words and lexicon.has("plan-word", other.words[-1])
        for item, other in pairwise(behind)
    )


def _makes_up(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "altos make up 57%" and "pay takes up 57% of it": a share, and nothing went up."""
    verb, particle = sentence.around[at - 2], sentence.around[at - 1]
    if "making-particle" not in particle.classes or verb.kind != "V":
        return False
    of = "whole-link" in sentence.around[at + 1].classes and not draft_at(sentence, at).trend
    return of or "share" in lexicon.kinds_of(verb.head)


def _compares(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "N more than ...", "N lower": the figure is a distance."""
    after, beyond = sentence.around[at + 1], sentence.around[at + 2]
    if after.kind == "NP" and draft_at(sentence, at).noun and "than-phrase" in beyond.classes:
        after, beyond = beyond, sentence.around[at + 3]  # "12,000 tickets more than last year"
    words = (*after.words[:1], *after.words[-1:], *after.head.split()[:1], after.head)
    if lexicon.trend_words.isdisjoint(words) or lexicon.has("dimension-word", after.head):
        return False
    if after.kind == "NP" and len(after.words) == 2 and after.words[-1] in lexicon.trend_words:
        return True  # "5 points lower"
    if after.kind == "NP" and not lexicon.has("more-word", after.words[0]):
        return len(after.words) == 1
    beyond_mark = lexicon.has("beyond-word", after.head)
    return beyond_mark or beyond.kind in "PTC." or "than-word" in after.classes or after.kind == "NP"


def change_of_clause(sentence: Sentence, at: int, lexicon: BindingLexicon, role: Role) -> Binding | None:
    figure = next((place for place in (at, at + 2) if sentence.around[place].kind == "Q"), None)
    earlier = quantity_before(sentence, at) if figure is None else like_before(sentence, figure, at)
    earlier = _part_of(sentence, earlier) if earlier is not None else None
    verb = verb_before(sentence, at)
    beside = _noun_of_list(sentence, at, lexicon)
    if earlier is not None and beside is not None and (verb is None or verb < earlier):
        return Binding(noun_phrase(sentence, beside, lexicon), role, beside, verb)
    said = verb is not None and ("say" in lexicon.kinds_of(sentence.items[verb].head) or _ends_period(sentence, verb))
    if earlier is not None and (verb is None or verb < earlier or said or sentence.items[verb].form == "ing"):
        return Binding(same_as=earlier, role=role, verb=verb)
    if earlier is not None and verb is not None and _points_back(sentence, verb) and _is_aside(sentence, verb):
        return Binding(same_as=earlier, role=role, verb=verb)
    found = clause_subject(sentence, at, lexicon)
    if found is None and verb is not None and not said:
        found = _what_did(sentence, verb, lexicon)
    if found is None and verb is not None and _points_back(sentence, verb):
        found = Binding(same_as=-1 if earlier is None else earlier, verb=verb)
    if found is not None:
        found.role = role
    return found


def _part_of(sentence: Sentence, at: int) -> int:
    """The 12 of "closed 12 of its 40 mills, 3 more than in 2022": what is more is the part, and not the whole."""
    place = at - 1
    while place > 0 and sentence.items[place].kind in "ND":
        place -= 1
    part = "whole-link" in sentence.around[place].classes and sentence.around[place - 1].kind == "Q"
    return place - 1 if part else at


def _ends_period(sentence: Sentence, verb: int) -> bool:
    """True for "the quarter ended June 30": no verb of the clause."""
    before, item, after = sentence.around[verb - 1], sentence.items[verb], sentence.around[verb + 1]
    return before.kind == "NP" and item.form == "participle" and not item.passive and after.kind == "T"


def _points_back(sentence: Sentence, verb: int) -> bool:
    """True for "..., which is N more" and "That is N more": what is more is the figure told before."""
    before = sentence.around[verb - 1]
    return sentence.items[verb].head == "be" and (before.kind == "R" or "told-pronoun" in before.classes)


def _is_aside(sentence: Sentence, verb: int) -> bool:
    """True behind ", which": it speaks of all that stands before, and not of the noun beside it alone."""
    return sentence.around[verb - 1].kind == "R" and sentence.around[verb - 2].text == ","


def _noun_of_list(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The place of the eggs of "coffee cost 28% more and eggs 11% more": a noun with a figure of its own."""
    noun, opener = sentence.around[at - 1], sentence.around[at - 2]
    listed = noun.kind == "NP" and not lexicon.has("indefinite", noun.det) and (
        opener.kind == "C" or opener.text == ",")
    return at - 1 if listed else None


def _what_did(sentence: Sentence, verb: int, lexicon: BindingLexicon) -> Binding | None:
    """"Electricity became N cheaper", "guests stay N longer": the subject, and a verb that says more than "be"."""
    subject = subject_of(sentence, verb)
    if subject is None or sentence.items[subject].kind != "NP":
        return None
    links = lexicon.has("linking-verb", sentence.items[verb].head)
    seen = sentence.around[verb + 1]
    if seen.kind == "NP" and lexicon.has("change-noun", seen.head):  # "sales saw a fall of 4%"
        if is_somebody(sentence, subject, lexicon):
            return None
        links = True
    did = "" if links else f" {sentence.items[verb].text.split()[-1]}"
    return Binding(noun_phrase(sentence, subject, lexicon) + did, None, subject, verb)


def ranked_top(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"ranking in the top 30": a place in an order, of what was measured before or of the clause's subject."""
    if "top-word" not in sentence.around[at - 1].classes or unit_sort(draft_at(sentence, at)) != "count":
        return None
    earlier, verb = quantity_before(sentence, at), verb_before(sentence, at)
    subject = subject_of(sentence, verb) if verb is not None else None
    if earlier is not None:
        return Binding(role="rank", same_as=earlier, verb=verb)
    return Binding(role="rank", anchor=subject, verb=verb)


def repeated(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """Nothing names a metric: what the sentence measured before."""
    counts = draft_at(sentence, at).unit == "count"  # any number may stand in brackets
    earlier = quantity_before(sentence, at) if counts else like_before(sentence, at)
    if earlier is not None and _base_unit(sentence, earlier) == _base_unit(sentence, at):
        return Binding(same_as=earlier)
    return None


def _base_unit(sentence: Sentence, at: int) -> str:
    return draft_at(sentence, at).unit.partition("_per_")[0]
