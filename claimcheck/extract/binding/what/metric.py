"""What a quantity measures: patterns around it, the most telling first."""

from __future__ import annotations

from claimcheck.extract.binding.grammar.clauses import Sentence
from claimcheck.extract.binding.grammar.pattern import Binding
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.binding.what.announced import announced
from claimcheck.extract.binding.what.beside import enclosed, share_beside, yielding
from claimcheck.extract.binding.what.counts import counted, followed, more_counted, share_of
from claimcheck.extract.binding.what.deeds import deed, doing, foretold, situated, those_who
from claimcheck.extract.binding.what.labels import label_of_line
from claimcheck.extract.binding.what.listed import dated_entry, elliptic, labelled
from claimcheck.extract.binding.what.nominal import aim, defined, growth, of_noun, unchanged, worth
from claimcheck.extract.binding.what.ordered import following, leading
from claimcheck.extract.binding.what.parts import part_of
from claimcheck.extract.binding.what.reference import change_tail, in_other_words, ranked_top, repeated
from claimcheck.extract.binding.what.spans import lasting, multiplied, named_length, sized
from claimcheck.extract.binding.what.verbal import befallen, clause_subject


def find_metric(sentence: Sentence, at: int, lexicon: BindingLexicon) -> Binding | None:
    """The metric of the quantity at a place of a sentence; None when no pattern fits."""
    for pattern in _PATTERNS:
        found = pattern(sentence, at, lexicon)
        if found is not None:
            return found
    return None


_PATTERNS = (
    ranked_top, announced, following, leading, share_beside, enclosed, yielding,
    in_other_words, defined, label_of_line, multiplied, change_tail, part_of,
    growth, more_counted, counted, aim, of_noun, share_of, elliptic, unchanged, worth, followed, sized, named_length,
    lasting, those_who, situated, foretold, befallen, clause_subject, doing, deed, labelled, dated_entry, repeated,
)
