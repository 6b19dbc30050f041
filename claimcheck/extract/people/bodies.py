"""The words of bodies within titles: "Department of Health", "the National Assembly's Committee", "harbour police"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.people.lexicon import PeopleLexicon
from claimcheck.extract.people.words import Word

UNKNOWN_WORDS = 3  # before the word that tells a body: "of the old harbour police"
_LONGEST_OWNER = 3


def body_words(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    stop = at
    while stop < len(words) and (stop == at or words[stop - 1].gap in ("space", "tight")):
        length = lexicon.bodies.match(words, stop) or (lexicon.modifiers.match(words, stop) if stop == at or
                                                       lexicon.bodies_follow else 0)
        if not length and words[stop].key.endswith("s'") and stop + 1 < len(words):
            after = lexicon.bodies.match(words, stop + 1)  # "the dockers' union"
            length = after and 1 + after
        length = max(length, _owning_body(words, stop, lexicon))
        if not length:
            break
        stop += length
    return stop


def _owning_body(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    """How many words name a body that owns the body right behind it: "National Assembly's" before "Committee"."""
    end = next((n for n in range(at, min(at + _LONGEST_OWNER, len(words) - 1)) if words[n].is_possessive), None)
    if end is None or words[end].gap != "space" or not lexicon.bodies.match(words, end + 1):
        return 0
    return end + 1 - at if lexicon.bodies.match_bare(words, at, end + 1) else 0


def open_body(words: Sequence[Word], link: int, at: int, lexicon: PeopleLexicon) -> int:
    """The end of a body that begins with words of no lexicon: "the harbour police", "the union's legal department".

    After "of" one such word is enough, if a phrase ends with it: "head of logistics,".
    """
    stop = at
    while stop < len(words) and stop - at < UNKNOWN_WORDS and _may_be_unknown(words[stop], lexicon):
        if words[stop].gap not in ("space", "tight"):
            break
        stop += 1
        if (end := body_words(words, stop, lexicon)) > stop:
            return end
    bare = at == link + 1 and words[link].key in lexicon.body_links and at < len(words)
    return at + 1 if bare and _may_be_unknown(words[at], lexicon) else at


def _may_be_unknown(word: Word, lexicon: PeopleLexicon) -> bool:
    small = lexicon.not_names | lexicon.determiners | lexicon.conjunctions | lexicon.copulas
    return word.text[0].islower() and len(word.text) > 2 and word.key not in small


def conjoined(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    """The end of "and Trade" after "Industry"."""
    if words[at].key not in lexicon.conjunctions or at + 1 >= len(words) or words[at - 1].key not in lexicon.body_words:
        return at
    if lexicon.ranks.match(words, at + 1) or words[at + 1].text[0].islower() != words[at - 1].text[0].islower():
        return at
    stop = body_words(words, at + 1, lexicon)
    runs_on = at + 1 < stop < len(words) and words[stop - 1].gap == "space"
    return at if stop == at + 1 or (runs_on and lexicon.ranks.match(words, stop)) else stop
