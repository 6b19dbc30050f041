"""Finds phrases for offices: "Standing Deputy Director of the Harbour Board of Orla"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.extract.people.appointed import past_appointed
from claimcheck.extract.people.bodies import UNKNOWN_WORDS, body_words, conjoined, open_body
from claimcheck.extract.people.family_names import body_end, name_after_body
from claimcheck.extract.people.lexicon import PeopleLexicon
from claimcheck.extract.people.names import is_inner, is_name_like, opens_name
from claimcheck.extract.people.words import Word

_SIDE_WORDS = 6
_LONGEST_ABBREVIATION = 3


@dataclass(slots=True)
class TitlePhrase:
    """The words first up to stop make up the title; those up to `tail` may belong to it, or be a name that follows."""

    first: int
    stop: int
    tail: int


def find_titles(words: Sequence[Word], lexicon: PeopleLexicon) -> list[TitlePhrase]:
    """All phrases for offices, in order, without overlaps."""
    found: list[TitlePhrase] = []
    floor = 0
    for at in lexicon.ranks.openings(words):
        length = lexicon.ranks.match(words, at) if at >= floor else 0
        if length and not _modifies(words, at, at + length, lexicon):
            stop, tail = _extend_right(words, at + length, lexicon)
            first = _extend_left(words, at, floor, lexicon)
            found.append(TitlePhrase(past_appointed(words, first, at, stop, lexicon), stop, tail))
            floor = stop
    return found


def in_full(words: Sequence[Word], text: str, full: Mapping[tuple[str, ...], str]) -> str:
    """The words as written, but for abbreviations that the lexicon has in full: "PM." as "Prime Minister"."""
    told, at = "", 0
    while at < len(words):
        lengths = range(min(_LONGEST_ABBREVIATION, len(words) - at), 0, -1)
        length = next((n for n in lengths if tuple(word.key for word in words[at : at + n]) in full), 0)
        after = at + (length or 1)
        between = text[words[after - 1].end : words[after].start] if after < len(words) else ""
        if length:
            told += full[tuple(word.key for word in words[at:after])] + between.removeprefix(".")
        else:
            told += words[at].text + between
        at = after
    return " ".join(told.split())


def _modifies(words: Sequence[Word], first: int, stop: int, lexicon: PeopleLexicon) -> bool:
    """True for a rank that only says which sort of the rank after it is meant: "executive director", "head nurse"."""
    joined = words[stop - 1].gap in ("space", "tight") and stop < len(words)
    is_field = joined and all(word.key in lexicon.body_words for word in words[first:stop])
    if is_field and lexicon.ranks.match(words, stop):
        return words[stop].text[0].islower() or words[first].text[0].isupper()
    if not all(word.key in lexicon.modifier_words for word in words[first:stop]):
        return False
    at = stop
    while at < len(words) and at - stop <= UNKNOWN_WORDS and words[at - 1].gap in ("space", "tight"):
        if lexicon.ranks.match(words, at):
            return words[at].text[0].islower() or words[first].text[0].isupper()
        if words[at].key not in lexicon.modifier_words and not lexicon.bodies.match(words, at):
            return False
        at += 1
    return False


def _extend_left(words: Sequence[Word], at: int, floor: int, lexicon: PeopleLexicon) -> int:
    """Takes in what modifies the rank: "Deputy", "Provincial Party Committee", "labour", "Solvane Motors"."""
    first = at - _nation_before(words, at, floor, lexicon)
    while first > floor and at - first < _SIDE_WORDS and words[first - 1].gap in ("space", "tight"):
        before = words[first - 1]
        if before.key in lexicon.modifier_words or before.key in lexicon.body_words:
            first -= 1
        elif before.key in lexicon.conjunctions and first - 1 > floor and words[first - 2].key in lexicon.body_words \
                and words[first].key in lexicon.body_words:
            first -= 2
        elif before.is_possessive:
            return _owner_start(words, first, floor, lexicon)
        elif (is_name_like(before, lexicon) or is_inner(words, first - 1, lexicon)) and (
                is_name_like(words[at], lexicon) or _opens(words, first - 1)):
            first -= 1
        else:
            break
    return first


def _nation_before(words: Sequence[Word], at: int, floor: int, lexicon: PeopleLexicon) -> int:
    """How many words name the nation that sends whoever holds the rank: "the South Korean ambassador"."""
    if not lexicon.posts.match(words, at):
        return 0
    for first in (at - 2, at - 1):
        stretch = words[max(first, 0) : at]
        stopped = all(word.gap == "stop" for word in stretch)  # "U.S."
        name = "".join(f"{word.key}." for word in stretch) if stopped else " ".join(word.key for word in stretch)
        runs_on = stopped or all(word.gap == "space" for word in stretch)
        if first >= floor and runs_on and stretch[0].text[0].isupper() and name in lexicon.nations:
            return at - first
    return 0


def _opens(words: Sequence[Word], at: int) -> bool:
    """True for the first word of a sentence: "Opposition leader", whose capital tells nothing."""
    return at == 0 or words[at - 1].gap in ("stop", "end")


def _owner_start(words: Sequence[Word], at: int, floor: int, lexicon: PeopleLexicon) -> int:
    """Where the owner begins whose possessive stands before a title: "the dockers' union's", "Latvia's", "Orla Mill's".

    A capitalised owner that is no known place must follow a comma or an article, else it may be a person.
    """
    first = at - 1
    plain = words[first].bare in lexicon.body_words or words[first].key.endswith("s'")
    while first > floor and at - first < _SIDE_WORDS and words[first - 1].gap == "space":
        before = words[first - 1]
        if not (before.key.endswith("s'") or before.key in lexicon.body_words or is_name_like(before, lexicon)):
            break
        first -= 1
    if not plain and words[at - 1].text[0].islower():
        return _common_owner(words, at - 1, floor, lexicon)
    is_place = lexicon.places.match_bare(words, first, at)
    apposed = first > 0 and (words[first - 1].gap in ("comma", "dash", "open") or
                             words[first - 1].key in lexicon.determiners)
    return first if plain or is_place or apposed else at


def _common_owner(words: Sequence[Word], at: int, floor: int, lexicon: PeopleLexicon) -> int:
    """Where an owner begins that is told by common words after an article: "the grid operator's"."""
    lead = next((n for n in range(at, max(floor, at - UNKNOWN_WORDS), -1)
                 if words[n - 1].key in lexicon.determiners and words[n - 1].gap == "space"), 0)
    joined = all(word.text[0].islower() and word.gap == "space" for word in words[lead:at])
    return lead if lead and joined else at + 1


def _extend_right(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> tuple[int, int]:
    """Takes in the body: "of Industry and Trade", "of the Department of Health"; and says where a name may begin."""
    stop = at
    if stop < len(words) and words[stop - 1].gap in ("space", "tight") and words[stop].key in lexicon.trailing:
        stop += 1
    while stop < len(words) and words[stop - 1].gap in ("space", "tight", "comma"):
        if lexicon.family_names and name_after_body(words, stop, lexicon) == stop:
            break
        after = _body_from(words, stop, lexicon) if words[stop - 1].gap != "comma" else _listed(words, stop, lexicon)
        if after == stop:
            break
        stop = after
        if lexicon.family_names and name_after_body(words, stop, lexicon) is not None:
            break
        run = _capitals_from(words, stop, lexicon)
        owned = _owned_body(words, run, lexicon) if _follows_link(words, stop, lexicon) else run
        if owned > run:
            stop = owned  # "of Phu Yen's City Council"
            continue
        if run > stop and _follows_link(words, stop, lexicon):
            place = _place_stop(words, stop, run, lexicon)
            if _leads_to_body(words, stop, place, lexicon):
                stop = body_words(words, place, lexicon)  # "of Quang Tri province", "of Quang Tri City Council"
                continue
            if place < run or words[run - 1].gap != "space":
                return place, run
            stop = place
    if lexicon.family_names:
        return _extend_to_family_name(words, stop, lexicon)
    return stop, _capitals_from(words, stop, lexicon) if stop > at or lexicon.bodies_follow else stop


def _owned_body(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    """The end of the body that a possessive owns, "Tum's Provincial Council"; the place itself where there is none."""
    if at + 1 >= len(words) or not words[at].is_possessive or not words[at].text[0].isupper():
        return at
    end = body_words(words, at + 1, lexicon) if words[at].gap == "space" else at + 1
    return end if end > at + 1 else at


def _leads_to_body(words: Sequence[Word], first: int, place: int, lexicon: PeopleLexicon) -> bool:
    """True when the place is part of the body's name: "Quang Tri province", "the Vietnam Women's Union"."""
    if place >= len(words) or words[place - 1].gap != "space":
        return False
    articled = words[first - 1].key in lexicon.determiners
    return words[place].key in lexicon.scopes or (articled and lexicon.bodies.match(words, place) > 0)


def _extend_to_family_name(words: Sequence[Word], stop: int, lexicon: PeopleLexicon) -> tuple[int, int]:
    runs_on = words[stop - 1].gap == "space"
    name = name_after_body(words, stop, lexicon) if runs_on else None
    stop = body_end(words, stop, lexicon) if name is None else name
    return stop, _capitals_from(words, stop, lexicon)


def _body_from(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    """The end of what one link brings: link, determiner, words of bodies; or of bodies that follow without a link."""
    length = 0 if opens_name(words, at, lexicon) else lexicon.links.match(words, at)
    if lexicon.bodies_follow and lexicon.bodies.match(words, at) > length:
        length = 0
    if not length and not lexicon.bodies_follow:
        return conjoined(words, at, lexicon)
    start = at + length
    if length and start < len(words) and words[start].key in lexicon.months and words[at].key in lexicon.locators:
        return at  # "chief executive in May"
    if length and start < len(words) and words[start].key in lexicon.determiners and not _opens_place(
            words, start, lexicon):
        start += 1
    stop = body_words(words, start, lexicon)
    if stop > start or lexicon.bodies_follow:
        return stop
    if (opened := open_body(words, at, start, lexicon)) > start:
        return opened
    runs = start < len(words) and start > at and (
        is_name_like(words[start], lexicon) or _opens_place(words, start, lexicon))
    return start if runs and words[start - 1].gap == "space" else at


def _listed(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    """The end of "Sports and Tourism" after "Culture,": the comma is inside the name of one field."""
    stop = body_words(words, at, lexicon)
    fields = stop > at and words[at - 1].key in lexicon.body_words and words[at].is_capital
    if fields and stop < len(words) and words[stop - 1].gap == "space" and words[stop].key in lexicon.conjunctions:
        return stop if conjoined(words, stop, lexicon) > stop else at
    return at


def _capitals_from(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> int:
    """The end of the run of capitalised words that starts here and is joined to the word before."""
    stop = at
    while stop < len(words) and (stop == 0 or words[stop - 1].gap in ("space", "tight")):
        named = is_name_like(words[stop], lexicon) or (
            _is_inside(words, stop, lexicon) if stop > at else _opens_place(words, stop, lexicon))
        if not named or lexicon.ranks.match(words, stop):
            break
        stop += 1
    return stop


def _opens_place(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> bool:
    """True for "An" in "An Giang", and for no article."""
    return words[at].key in lexicon.also_names and words[at].text[0].isupper() and lexicon.places.match(words, at) > 1


def _is_inside(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> bool:
    """True for "An" in "Hoi An", and "Don" in "Ba Don Town Council": behind a form of address no body stands."""
    if is_inner(words, at, lexicon):
        return True
    joined = at + 1 < len(words) and words[at].gap == "space" and words[at].is_capital
    return joined and bool(lexicon.honorifics.match(words, at)) and bool(lexicon.bodies.match(words, at + 1))


def _follows_link(words: Sequence[Word], at: int, lexicon: PeopleLexicon) -> bool:
    before = words[at - 1]
    return before.key in lexicon.determiners or any(lexicon.links.match(words, at - back) == back for back in (1, 2, 3))


def _place_stop(words: Sequence[Word], at: int, run: int, lexicon: PeopleLexicon) -> int:
    """Where the name of a place ends that starts here; a name of a person may follow within the run."""
    known = lexicon.places.match(words, at)
    if known:
        return min(at + known, run)
    lengths = [(first, lexicon.bodies.match(words, first)) for first in range(at, run)]
    body_stop = max((first + length for first, length in lengths if length), default=at)
    if body_stop > at:
        return body_stop
    length = run - at
    if length <= max(2, lexicon.place_length) or words[run - 1].gap in ("comma", "open"):
        return run
    return at + max(lexicon.place_length, length - 3)
