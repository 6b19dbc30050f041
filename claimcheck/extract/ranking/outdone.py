"""Who is told to have more than whom: "Lumo outsold its rival Caron", "more girls than boys"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extract.drafts import BlockDrafts, LinkDraft
from claimcheck.extract.ranking.ahead import behind_place
from claimcheck.extract.ranking.lexicon import RankingLexicon, RankingWords, ordinals_in
from claimcheck.packs.schema.ranking import RankingRole

_SIDES: tuple[tuple[RankingRole, str], ...] = (("verb", "highest"), ("behind", "lowest"))
_REACH = 60  # letters from the words to the names on both sides
_BEHIND = r" (?:[a-z’'-]+ ){0,3}?(?P<name>NAME)"  # "its rival Caron"
_VERB = re.compile(r"(?: [a-z]+){1,3} ")
_OF_SORT = re.compile(r"(?: [a-z-]+){1,4} ")  # "more wheat than"
_SORT = r" (?P<one>[a-z]+?(?:{}))(?: [a-z]+){{0,6}} "  # "more girls stayed than"
_OUTNUMBERED = r"(?<!\w)(?P<one>[A-Z]?[a-z]+?(?:{}))(?: [a-z]+)? $", r" (?P<other>[a-z]+?(?:{}))\b"
_CLAUSE_START = re.compile(r"[.;:!?()–—]|, ")
_LOWER = re.compile(r" [a-z]")
_WHERE = r"\b[a-z]{2,3} (?P<name>NAME)"

Span = tuple[int, int]
Found = tuple[Span, tuple[str, str], str, bool]  # the words, who is told, the side, and whether by name


def find_outdone(block: BlockDrafts, lexicon: RankingLexicon) -> Iterator[LinkDraft]:
    """A link for each two of whom one is told to have more: `direction` is the side of the first.

    `scope` holds, a line each, who is told first, who second, the names that limit it, and the words of the sentence;
    `when` the time that it names, where it names one. Complete where both are names, not words for sorts of people or
    things.
    """
    words = lexicon.of("outdone")
    if block.kind == "row" or not any(words.may_stand(role, block.words) for role in ("verb", "behind", "superlative")):
        return
    for sentence in lexicon.sentences(block.text):
        told = (
            *_by_name(block.text, sentence, words), *_by_rank(block.text, sentence, lexicon),
            *_by_sort(block.text, sentence, words),
        )
        for found, both, side, named in told:
            if not _is_open(block.text, sentence, found, words) and not _is_of_part(block, sentence, found, words):
                yield _link(block, sentence, found, both, side, named, words)


def _by_name(text: str, sentence: Span, words: RankingWords) -> Iterator[Found]:
    """ "Lumo outsold Caron", "Lumo sold more phones than Caron"."""
    for role, side in _SIDES:
        for found in words.find(role).finditer(text, *sentence):
            both = _both(text, sentence, found.span(), words, words.find("open"))
            if both is not None:
                yield found.span(), both, side, True
    for side, known in words.scopes.items():
        for more in known.finditer(text, *sentence):
            than = words.find("to").search(text, more.end(), sentence[1])
            if than is None or not _OF_SORT.fullmatch(text, more.end(), than.start()):
                continue
            if both := _both(text, sentence, (more.start(), than.end()), words, _VERB):
                yield (more.start(), than.end()), both, side, True


def _by_rank(text: str, sentence: Span, lexicon: RankingLexicon) -> Iterator[Found]:
    """ "Orla was the second-largest port of the coast, behind Feld"."""
    for rank in ordinals_in(text, *sentence, lexicon):
        behind = behind_place(text, sentence, rank, lexicon.of("ahead"))
        other = lexicon.names.pattern(_BEHIND).match(text, behind.end(), sentence[1]) if behind else None
        own = [
            name for name in lexicon.names.any.finditer(text, sentence[0], rank.start)
            if not lexicon.of("outdone").find("article").fullmatch(name[0])
        ]
        if behind and other and own and own[0][0] != other["name"]:
            both = lexicon.names.told(own[0][0])[0], lexicon.names.told(other["name"])[0]
            yield behind.span(), both, "lowest", True


def _by_sort(text: str, sentence: Span, words: RankingWords) -> Iterator[Found]:
    """ "More girls than boys", "girls outnumber boys"."""
    before, behind = (words.pattern(form, "ending") for form in _OUTNUMBERED)
    for side, known in words.scopes.items():
        for more in known.finditer(text, *sentence):
            than = words.find("to").search(text, more.end(), sentence[1])
            one = words.pattern(_SORT, "ending").fullmatch(text, more.end(), than.start()) if than else None
            if than and one and (other := behind.match(text, than.end(), sentence[1])):
                yield (more.start(), other.end()), (one["one"], other["other"]), side, False
    for role, side in _SIDES:
        for found in words.find(role).finditer(text, *sentence):
            one, other = before.search(text[sentence[0] : found.start()]), behind.match(text, found.end(), sentence[1])
            if one and other and words.find("with").fullmatch(found[0]):
                yield found.span(), (one["one"].lower(), other["other"]), side, False


def _both(
    text: str, sentence: Span, found: Span, words: RankingWords, open_words: re.Pattern[str]
) -> tuple[str, str] | None:
    """The names before and behind the words, with nothing between that tells of others."""
    behind = words.names.pattern(_BEHIND).match(text, found[1], sentence[1])
    start = max(sentence[0], found[0] - _REACH)
    before = list(words.names.any.finditer(text, start, found[0]))
    if behind is None or not before:
        return None
    between = text[before[-1].end() : found[0]]
    if open_words.sub("", between).strip(" ") or words.find("article").fullmatch(before[-1][0]):
        return None
    names = [*words.names.told(before[-1][0])[:1], *words.names.told(behind["name"])[:1]]
    return (names[0], names[1]) if len(set(names)) > 1 else None


def _is_open(text: str, sentence: Span, found: Span, words: RankingWords) -> bool:
    """True where the words before, or a word of another time in the sentence, leave open whether it is so."""
    first = max(sentence[0], found[0] - 2 * _REACH)
    starts = [mark.end() for mark in _CLAUSE_START.finditer(text, first, found[0])]
    before = starts[-1] if starts else first
    return bool(words.find("tied").search(text, before, found[0]) or words.find("after").search(text, *sentence))


def _is_of_part(block: BlockDrafts, sentence: Span, found: Span, words: RankingWords) -> bool:
    """True where the sentence opens with where alone it is so, and not when: "In the south Lumo outsold Caron"."""
    opening = words.find("measure").match(block.text, sentence[0])
    if opening is None or not _LOWER.match(block.text, opening.end()):
        return False
    return not block.dates_between(sentence[0], found[0])


def _link(
    block: BlockDrafts, sentence: Span, found: Span, both: tuple[str, str], side: str, named: bool,
    words: RankingWords,
) -> LinkDraft:
    told = {
        f"{date.period.start}/{date.period.end}" if date.period else date.value
        for date in block.dates_between(*sentence)
    }
    said = " ".join(block.text[sentence[0] : sentence[1]].split())
    stop = _CLAUSE_START.search(block.text, found[1], sentence[1])
    last = stop.start() if stop else sentence[1]
    places = [place["name"] for place in words.names.pattern(_WHERE).finditer(block.text, found[1], last)]
    where = " ".join(place for place in places if not words.find("article").fullmatch(place))
    return LinkDraft(
        *found, kind="outdone", roles={}, direction=side, complete=named,
        scope="\n".join((*both, where, said)), when=told.pop() if len(told) == 1 else "",
    )
