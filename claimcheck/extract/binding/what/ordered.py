"""Orders of rank told in one sentence: "Selm was the largest buyer with 92 tonnes, followed by Torrau (88)"."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.clauses import Sentence, subject_of
from claimcheck.extract.binding.grammar.pattern import Binding, quantity_before
from claimcheck.extract.binding.grammar.phrases import noun_phrase
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.whose.entities import is_name


def leading(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"Selm was the largest buyer with 92 tonnes", "Care remains the largest item at 79 million": the first."""
    verb = crowning(sentence, at, lexicon)
    subject = subject_of(sentence, verb) if verb is not None else None
    if subject is None or sentence.items[subject].kind != "NP" or sentence.around[at + 1].kind == "NP":
        return None
    doer = lexicon.has("agent-ending", sentence.items[at - 2].head[-2:])  # "Labour was the biggest spender"
    place = at - 2 if (subject == 0 and doer) or _is_named(sentence, subject, lexicon) else subject
    return Binding(noun_phrase(sentence, place, lexicon), None, subject, verb)


def following(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """"followed by Torrau (88 tonnes) and Lomm with 61": those behind, of the same metric where they are names."""
    holder = _holder(sentence, at, lexicon)
    first = None if holder is None else _leader(sentence, holder, lexicon)
    if holder is None or first is None:
        return None
    if _is_named(sentence, holder, lexicon):
        return Binding(None, None, holder, None, first, is_holder=True)
    return Binding(noun_phrase(sentence, holder, lexicon), None, holder, None)


def crowning(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The verb of "was the largest buyer with N" or "at N": what is told of the best is told of the subject."""
    noun, verb = sentence.around[at - 2], at - 3
    if noun.kind != "NP" or noun.article != "definite":
        return None
    ranked = any(lexicon.has("rank-word", word) for word in noun.words)
    linked = lexicon.has("holder-link", sentence.around[at - 1].head) and sentence.around[verb].kind == "V"
    return verb if ranked and linked and lexicon.has("state-verb", sentence.items[verb].head) else None


def _holder(sentence: Sentence, at: int, lexicon: BindingLexicon) -> int | None:
    """The place of the noun phrase that a figure stands behind: "Torrau (88)", "Torrau with 88"."""
    link, item = sentence.around[at - 1], sentence.around[at - 2]
    tied = link.text == "(" or lexicon.has("holder-link", link.head)
    return at - 2 if tied and item.kind == "NP" and at > 2 else None


def _leader(sentence: Sentence, holder: int, lexicon: BindingLexicon) -> int | None:
    """The first figure of the order, if the words before a noun phrase tell one."""
    link, before = sentence.around[holder - 1], sentence.around[holder - 2]
    if lexicon.has("order-link", link.head) or lexicon.has("order-link", f"{before.head} {link.head}"):
        return quantity_before(sentence, holder)
    earlier = quantity_before(sentence, holder)
    if earlier is None or (link.kind != "C" and link.text != ",") or holder - earlier > _JOINT:
        return None
    last = _holder(sentence, earlier, lexicon)
    return None if last is None else _leader(sentence, last, lexicon)


_JOINT = 4  # pieces of a sentence from a figure to the next holder: ")", "," and "and"


def _is_named(sentence: Sentence, at: int, lexicon: BindingLexicon) -> bool:
    item = sentence.items[at]
    if item.place is not None:
        return not item.place.by_people  # "South Koreans were the largest group"
    return item.proper and is_name(item, lexicon)
