"""Metrics from the clause: the subject of the governing verb, or the object that it moves."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from claimcheck.extract.binding.grammar.chunks import Item
from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of, verb_before
from claimcheck.extract.binding.grammar.pattern import Binding, draft_at, quantity_before
from claimcheck.extract.binding.grammar.phrases import is_vague, noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.frames import frame_metric, unit_sort
from claimcheck.extract.binding.whose.entities import is_name
from claimcheck.model.mention import Role


def clause_subject(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"Exports reached N", "output grew by N": the subject of the governing verb."""
    verb, link = verb_before(sentence, at), sentence.around[at - 1].classes
    if verb is None or ("whole-link" in link and sentence.around[at - 2].kind == "Q"):
        return None  # "340,000 of 1.7 million tonnes"
    item = sentence.items[verb]
    framed = frame_metric(sentence, at, verb, lexicon)
    subject = subject_of(sentence, verb)
    if framed:
        return Binding(framed, None, subject, verb)
    kinds = _kinds_with_particle(sentence, verb, lexicon)
    if (counted := _counted_before(sentence, at, verb, lexicon)) is not None:
        return Binding(None, "change", subject, verb, counted)
    moved = _of_moved(sentence, verb, at, kinds, lexicon)
    if moved is not None:
        return moved
    by = item.passive and "agent-link" in link and not kinds & {"up", "down"}
    if subject is not None and by and _is_relative(sentence, at):
        return Binding(f"{noun_phrase(sentence, subject, lexicon)} {item.text.split()[-1]}", "share", subject, verb)
    steady = "steady-verb" in item.classes and "steady-link" in link
    grown = _is_multiplied(sentence, verb, at)
    if subject is None or not (steady or grown or kinds & {"reach", "up", "down", "exceed", "share", "take"}):
        return None
    if _judges(item, lexicon) or _is_actor(sentence, subject, at, lexicon) or is_lost(sentence, verb, at, lexicon):
        return None
    role = _role_of(sentence, at, kinds, lexicon)
    noun = sentence.items[subject]
    stands_in = lexicon.has("stand-in", noun.head) and lexicon.has("attachment", sentence.around[subject + 1].head)
    if (is_vague(noun, lexicon) and not stands_in) or (lexicon.has("change-noun", noun.head) and len(noun.words) == 1):
        earlier = quantity_before(sentence, at)
        same = Binding(same_as=earlier if earlier is not None else -1, role=role, verb=verb)
        started = ("level-link" in link or "origin-link" in link) and "amounting-verb" not in item.classes
        if lexicon.has("change-noun", noun.head) and not started:
            same.role = "change"
        of, whole = sentence.around[subject + 1], sentence.around[subject + 2]
        if same.role == "change" and "field-link" in of.classes and whole.kind == "NP" and whole.place is None:
            return Binding(noun_phrase(sentence, subject + 2, lexicon), "change", subject + 2, verb)
        if noun.kind == "NP" and "whole-link" in of.classes and whole.kind == "NP":
            return Binding(noun_phrase(sentence, subject, lexicon), role, subject, verb)
        return same
    return Binding(noun_phrase(sentence, subject, lexicon), role, subject, verb)


def befallen(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """The 40 of "the toll rose to 12 dead and 40 injured": not the toll is measured, but what befell them."""
    joint, deed, behind = sentence.around[at - 1], sentence.around[at + 1], sentence.around[at + 2]
    draft = sentence.items[at].quantity
    apart = (joint.kind == "C" or joint.text == ",") and behind.kind in ".PC"
    bare = draft is not None and draft.unit == "count" and draft.noun is None
    done = deed.kind == "V" and deed.form in ("past", "participle") and not deed.passive
    verb = verb_before(sentence, at)
    return Binding(deed.text, None, None, verb) if apart and bare and done and verb is not None else None


def is_lost(sentence: Sentence, verb: int, at: int, lexicon: BindingLexicon) -> bool:
    """True for "The farm lost 15 tonnes of berries": what is lost is measured, and not who lost it."""
    item = sentence.items[verb]
    if item.passive or not lexicon.kinds_of(item.head) & {"up", "down"} or sentence.items[at].kind != "Q":
        return False
    object_of = "whole-link" in sentence.around[at + 1].classes and sentence.around[at + 2].kind == "NP"
    direct = all(item.kind == "A" for item in sentence.items[verb + 1:at])
    return object_of and direct and unit_sort(draft_at(sentence, at)) in ("mass", "length", "money", "other")


def _is_multiplied(sentence: Sentence, verb: int, at: int) -> bool:
    """True for "The population has halved": the multiple is the verb."""
    draft, behind = sentence.items[at].quantity, sentence.around[at + 1]
    multiple = draft is not None and draft.form == "multiple" and verb == at - 1
    return multiple and sentence.items[verb].head == "have" and behind.kind in "P.TASC"


def _counted_before(sentence: Sentence, at: int, verb: int, lexicon: BindingLexicon) -> int | None:
    """The jobs of "builders added 6,200 jobs, while car plants shed 2,400": a bare number counts what another did."""
    draft = sentence.items[at].quantity
    if draft is None or verb != at - 1 or draft.unit != "count" or draft.noun is not None:
        return None
    gains = (place for place in sentence.quantities if place < at and sentence.around[place + 1].kind == "NP")
    like = (place for place in gains if lexicon.has("gaining-verb", sentence.around[place - 1].head))
    return next(like, None) if lexicon.has("gaining-verb", sentence.items[verb].head) else None


def _of_moved(
    sentence: Sentence, verb: int, at: int, kinds: AbstractSet[str], lexicon: BindingLexicon
) -> Binding | None:
    """What the verb sets to the figure: the rate of "kept its key rate at N", and of "raised it by N" what "it" is."""
    moved = _moved_object(sentence, verb, at, lexicon) if _moves(sentence, verb, at, kinds, lexicon) else None
    if moved is None:
        return None
    if sentence.items[moved].kind == "NP":
        by = "extent-link" in sentence.around[at - 1].classes and bool(kinds & {"up", "down", "cause"})
        return Binding(noun_phrase(sentence, moved, lexicon), "change" if by else None, moved, verb)
    earlier = quantity_before(sentence, at)
    role = _role_of(sentence, at, kinds, lexicon)
    return Binding(same_as=-1 if earlier is None else earlier, role=role, verb=verb)


def _judges(verb: Item, lexicon: BindingLexicon) -> bool:
    """True for "expect" and "put": whoever does that is not measured."""
    return lexicon.has("judging-verb", verb.head) and verb.form in ("finite", "s", "base") and not verb.passive


def _kinds_with_particle(sentence: Sentence, verb: int, lexicon: BindingLexicon) -> AbstractSet[str]:
    """The kinds of a verb, with the word behind it where the two are one ("went up")."""
    head = sentence.items[verb].head
    particle = sentence.around[verb + 1].head.split(" ", 1)[0]
    return lexicon.kinds.get(f"{head} {particle}") or lexicon.kinds_of(head)


def _role_of(sentence: Sentence, at: int, kinds: AbstractSet[str], lexicon: BindingLexicon) -> Role | None:
    """The role that a verb of these kinds gives to its figure."""
    before = sentence.around[at - 1]
    reached = sentence.items[at].kind == "Q" and _is_reached(sentence, at, lexicon)
    other = quantity_before(sentence, at)
    other_words = before.kind == "C" and other is not None and draft_at(sentence, other).role != "change"
    if other_words:
        return None  # "fell to 41 million, or 62 cents a share"
    tied = not reached and (before.kind != "P" or lexicon.has("change-preposition", before.head))
    if tied and kinds & {"up", "down"} and before.text != ":":
        return "change"  # but "snow fell on 31 nights", and "two sorts are grown: 40 tonnes were plums"
    return "share" if "share" in kinds and _is_relative(sentence, at) else None


def _is_reached(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    """True for "goes up to 30 euros" and "fell below 5%": a level that was reached, not how much was gained or lost."""
    draft, before = draft_at(sentence, at), sentence.around[at - 1]
    if "limit-link" in before.classes:
        return draft.hedge != "at-most"
    hedge = sentence.text[draft.full_start - sentence.start : draft.start - sentence.start].strip().lower()
    if before.kind != "V" or not lexicon.has("level-hedge", hedge):
        return False
    draft.trend = draft.moved = ""
    return True


def _is_actor(sentence: Sentence, subject: int, at: int, lexicon: BindingLexicon) -> bool:
    """True for "I lost three days", "the firm made 3 million": no measure of so much; but "he rose 3% in the polls"."""
    item, draft = sentence.items[subject], sentence.items[at].quantity
    verb = sentence.around[at - 1]
    if item.kind == "N" and verb.kind == "V" and lexicon.has("gaining-verb", verb.head):
        return draft is not None and unit_sort(draft) == "money"  # "It had lost 40 million"
    lies = draft is not None and unit_sort(draft) in ("length", "temperature")  # "Lake Sel rose 40 centimetres"
    if not lies and is_somebody(sentence, subject, lexicon):
        return True
    made = "share" in lexicon.kinds_of(verb.head) and item.article == "definite" and "own-head" in item.classes
    if made and draft is not None and unit_sort(draft) not in ("percent", "fraction"):
        return True  # "The mill made 3 tonnes"
    if lexicon.has("company-noun", item.head) and draft is not None and unit_sort(draft) == "money":
        return len(item.words) == 1 and sentence.around[at - 1].kind != "P"
    counted = draft is not None and unit_sort(draft) not in ("percent", "points", "fraction")
    somebody = any(lexicon.has(each, item.head) for each in ("speaker", "own-pronoun", "person-pronoun"))
    return counted and somebody and sentence.around[at - 1].kind != "P"


def is_somebody(sentence: Sentence, subject: int, lexicon: BindingLexicon) -> bool:
    """True for "Kestrel Foods", "the province", "the mill": a figure is theirs, and does not measure them."""
    item = sentence.items[subject]
    people = item.place is not None and item.place.by_people  # "Koreans numbered 2.6 million"
    if item.kind != "NP" or people or sentence.around[subject + 1].kind == "P":
        return False
    bodies = ("company-noun", "authority-head", "nation-noun")
    body = item.head in lexicon.scope_nouns or any(lexicon.has(name, item.head) for name in bodies)
    return (item.article == "definite" and body) or (item.proper and is_name(item, lexicon))


def _is_relative(sentence: Sentence, at: int) -> bool:
    return sentence.items[at].kind == "Q" and unit_sort(draft_at(sentence, at)) in ("percent", "fraction")


def _moves(sentence: Sentence, verb: int, at: int, kinds: AbstractSet[str], lexicon: BindingLexicon) -> bool:
    """True for a verb that sets its object to a figure: "cut X by N", "put X at N", "won X by N points"."""
    if kinds & {"cause", "up", "down"}:
        return True
    steady = "reach" in kinds or lexicon.has("steady-verb", sentence.items[verb].head)
    if steady and "steady-link" in sentence.around[at - 1].classes:
        return True
    return sentence.items[at].kind == "Q" and unit_sort(draft_at(sentence, at)) == "points"


def _moved_object(sentence: Sentence, verb: int, at: int, lexicon: BindingLexicon) -> int | None:
    """"bringing X to N", "cut X by N": the object that the verb moves."""
    if sentence.items[verb].passive:
        return None
    first = verb + 1
    while sentence.around[first].kind == "A" or (sentence.around[first].kind in "NT" and sentence.around[
            first + 1].kind in ("T", "NP")):
        first += 1  # "put the March deficit at 3 million"
    leads = "moving-link" in sentence.around[at - 1].classes
    moved = sentence.around[first]
    meant = moved.kind == "NP" or lexicon.has("moved-pronoun", moved.head)
    return first if first < at and leads and meant else None


def is_reaching(sentence: Sentence, verb: int, at: int, lexicon: BindingLexicon) -> bool:
    """True when the verb makes the quantity the value of its subject, with little between them."""
    item, kinds = sentence.items[verb], lexicon.kinds_of(sentence.items[verb].head)
    between = sentence.items[verb + 1:at]
    if _judges(item, lexicon) or is_lost(sentence, verb, at, lexicon):
        return False  # "growers expect 45,000 tonnes of cherries"
    close = all(item.kind in "APC" for item in between)
    return bool(kinds & {"reach", "up", "down", "exceed"}) and close
