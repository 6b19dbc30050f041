"""Who holds which place, as a sentence tells it: "Orla came third", "Orla first, Marra second", "silver for Orla"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extract.ranking.lexicon import Rank, RankingLexicon, RankingWords, ordinals_in
from claimcheck.model.letters import fold

_OWNER = r"\b(?:(?:{}) (?:[\w-]+ ){{0,2}})?[\w-]+['’]s? $"  # "the region's fourth-busiest port"
_MARK = re.compile(r" ?(?:[.,;)]|$)")
_JOINED = r"(?: (?:{}) [\w -]+?)? "  # "runner-up in the marathon was Orla"
_REACH, _FAR = 40, 120  # letters from a place to the word that gives it, and to the name
_FEWEST = 2  # places told one after the other

Sentence = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A place with the name of who holds it, folded; `start` and `end` are where the place stands."""

    start: int
    end: int
    name: str
    place: int


def told_places(text: str, sentence: Sentence, lexicon: RankingLexicon) -> list[Told]:
    """The places that a sentence gives to somebody by name, each once, in their order."""
    words = lexicon.of("top")
    ranks = ordinals_in(text, *sentence, lexicon)
    found = [
        *_by_verb(text, sentence, ranks, lexicon), *_in_turn(text, sentence, ranks, lexicon),
        *_by_word(text, sentence, words),
    ]
    return sorted({told.start: told for told in found}.values(), key=lambda told: told.start)


def subject_before(text: str, sentence: Sentence, end: int, words: RankingWords) -> str:
    """The name that a place is said of, right before the verb; "" where it is no name."""
    start = max(sentence[0], end - _FAR)
    found = words.names.plain.finditer(text, start, end)
    names = [name for name in found if not words.find("article").fullmatch(name[0])]
    between = text[names[-1].end() : end] if names else "?"
    return _name(names[-1][0], words) if not words.find("open").sub("", between).strip(" ,") else ""


def _name(name: str, words: RankingWords) -> str:
    """A name without words before it that name nobody: "On Sunday Orla"."""
    first, _, rest = name.partition(" ")
    return _name(rest, words) if rest and words.find("article").fullmatch(first) else fold(name)


def _by_verb(text: str, sentence: Sentence, ranks: list[Rank], lexicon: RankingLexicon) -> Iterator[Told]:
    """ "Orla came third", "Orla is the country's third-largest port"."""
    words, standing, place = lexicon.of("top"), lexicon.of("standing"), lexicon.of("place")
    for rank in ranks:
        before = text[max(sentence[0], rank.start - _FAR) : rank.start]
        owner = words.pattern(_OWNER, "owner").search(before)
        verb = words.ends("verb", before[: owner.start()] if owner else before)
        name = subject_before(text, sentence, rank.start - len(before) + verb.start(), words) if verb else ""
        noun = standing.follows("place", text, rank.end)
        given = words.follows("to", text, noun.end()) if noun else None
        taker = lexicon.names.plain.match(text, given.end() + 1) if given else None
        if taker:
            yield Told(rank.start, rank.end, fold(taker[0]), rank.value)
            continue
        superlative = place.follows("superlative", text, rank.end)
        follows = superlative or noun or standing.follows("open", text, rank.end)
        if name and (follows or text[rank.end : rank.end + 1] in ("", ".", ",", ";")):
            yield Told(rank.start, superlative.end() if superlative else rank.end, name, rank.value)


def _in_turn(text: str, sentence: Sentence, ranks: list[Rank], lexicon: RankingLexicon) -> list[Told]:
    """ "Norway first, Sweden second and Denmark third": places that follow their names; "puts Norway fourth" too."""
    words, open_words, joints = lexicon.of("top"), lexicon.of("standing"), lexicon.of("ahead")
    found, led = [], False
    for rank in ranks:
        names = list(lexicon.names.plain.finditer(text, max(sentence[0], rank.start - _FAR), rank.start))
        stands_open = open_words.follows("open", text, rank.end) or joints.follows("and", text, rank.end)
        beside = names and words.leads_to("within", text[names[-1].end() : rank.start])
        if beside and (stands_open or _MARK.match(text, rank.end)):
            found.append(Told(rank.start, rank.end, fold(names[-1][0]), rank.value))
            led = led or words.ends(
                "and", text[max(sentence[0], names[-1].start() - _REACH) : names[-1].start()]) is not None
    return found if led or len(found) >= _FEWEST else []


def _by_word(text: str, sentence: Sentence, words: RankingWords) -> Iterator[Told]:
    """ "Orla won silver", "silver went to Orla", "runner-up was Orla", "Orla topped the table"."""
    for place, pattern in words.scopes.items():
        for found in pattern.finditer(text, *sentence):
            given = words.find("to").search(text, found.end(), min(sentence[1], found.end() + _REACH))
            joined = given is not None and words.pattern(_JOINED, "measure").fullmatch(text, found.end(), given.start())
            name = words.names.plain.match(text, given.end() + 1) if given and joined else None
            before = text[max(sentence[0], found.start() - _REACH) : found.start()]
            verb = words.ends("from", before)
            start = found.start() if verb is None else found.start() - len(before) + verb.start()
            holder = fold(name[0]) if name else subject_before(text, sentence, start, words) if (
                verb or words.find("header").fullmatch(found[0])) else ""
            if holder:
                yield Told(found.start(), found.end(), holder, int(place))
