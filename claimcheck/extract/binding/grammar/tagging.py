"""Parts of speech by closed classes, known verbs and neighbours; good enough to find phrases, no more."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from claimcheck.extract.binding.grammar.settling import MOVES, Piece, settle_verb
from claimcheck.extract.binding.lexicon import BindingLexicon, Phrase, open_word
from claimcheck.extract.drafts import DateDraft, QuantityDraft
from claimcheck.extract.tokens import Tokens

_NONE: frozenset[str] = frozenset()
_INNER_CAPITAL = re.compile(r"[^\W\d_A-Z][A-Z]")  # "NordRail"
_LIMITS = ("at-least", "at-most")
_REACH = 12  # words within which a clause shows its verb, or its comma


def tag_pieces(
    text: str, tokens: Tokens, quantities: Sequence[QuantityDraft], dates: Sequence[DateDraft],
    lexicon: BindingLexicon, names: AbstractSet[str] = frozenset(),
) -> list[Piece]:
    """The tagged pieces of a sentence; every quantity and date is one piece.

    names: words that the report writes with a capital within its sentences.
    """
    pieces = _gather(text, tokens, quantities, dates, lexicon, names)
    prepositions = []
    for at, piece in enumerate(pieces):
        tag = piece.tag
        if tag == "O":
            if piece.verb is not None:
                settle_verb(pieces, at, lexicon)
        elif tag == "D":
            _settle_determiner(pieces, at, lexicon)
        elif tag == "P":
            prepositions.append((at, piece))
    openers, per = lexicon.classes["clause-opener"], lexicon.classes["per-word"]
    for at, piece in prepositions:
        if piece.lower in openers:
            _settle_opener(pieces, at, lexicon)
        elif piece.lower in per and [each.tag for each in pieces[at + 1:at + 3]] == ["O", "O"]:
            piece.tag = "J" if at == 0 or pieces[at - 1].tag in ".CS" else "P"  # "per capita income" is one noun
    return pieces


def _settle_opener(pieces: list[Piece], at: int, lexicon: BindingLexicon) -> None:
    """"As" and "after" open a clause when a subject and its verb follow."""
    verb = _verb_of_clause(pieces, at + 1, lexicon)
    apart = pieces[:at] or [other for other in pieces[verb:verb + _REACH] if other.text == ","]
    pieces[at].tag = "S" if verb and any(other.tag in "XV" or other.text == "," for other in apart) else "P"


def _verb_of_clause(pieces: Sequence[Piece], first: int, lexicon: BindingLexicon) -> int:
    """The place of the finite verb behind a noun phrase or pronoun that begins at a place; 0 without one."""
    nouns = 0
    for at in range(first, min(first + _REACH, len(pieces))):
        tag = pieces[at].tag
        moves = MOVES & lexicon.kinds_of(pieces[at].lemma) if tag == "V" else _NONE
        if nouns and (tag == "X" or (tag == "V" and (moves or pieces[at].form in ("past", "s")))):
            return at
        if tag not in "DYJOA'NP" or (tag == "P" and not nouns):
            return 0
        nouns += tag in "ON"
    return 0


def _settle_determiner(pieces: list[Piece], at: int, lexicon: BindingLexicon) -> None:
    """A determiner without a noun is a pronoun ("each sees ..."), behind a verb it may open a clause ("said that")."""
    piece, after = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    named = after is not None and after.proper  # "the gas that Austria burned"
    if lexicon.has("subordinator", piece.lower) and at > 0 and (pieces[at - 1].tag in "VG" or named):
        piece.tag = "S"
    elif after is None or after.tag in "XVP.CSTR" or (
        after.tag == "O" and after.verb is not None and after.verb.forms == {"s"}
        and not lexicon.has("noun-or-verb", after.verb.lemma)
    ):
        piece.tag = "N"


def _spoken_span(text: str, quantity: QuantityDraft, lexicon: BindingLexicon) -> tuple[int, int]:
    """Where a quantity stands as a piece: without the counted noun, and with its hedge unless that holds a verb."""
    start = min(quantity.full_start, quantity.start)
    if start < quantity.start and any(word in lexicon.verbs for word in text[start:quantity.start].lower().split()):
        start = quantity.start
    end = quantity.number_end if quantity.unit == "count" else quantity.end
    limited = quantity.hedge in _LIMITS and quantity.noun is None and not quantity.trend
    return start, max(end, quantity.full_end) if limited else end  # "people of 65 and over make up a third"


def _gather(
    text: str, tokens: Tokens, quantities: Sequence[QuantityDraft], dates: Sequence[DateDraft],
    lexicon: BindingLexicon, names: AbstractSet[str],
) -> list[Piece]:
    pieces: list[Piece] = []
    # A duration ("an 11-month increase") is a quantity that tells a period as well.
    lasting = {date.start: date for date in dates if date.value.startswith("P")}
    spans: list[tuple[int, int, QuantityDraft | None, DateDraft | None]] = [
        (*_spoken_span(text, quantity, lexicon), quantity, lasting.get(quantity.start)) for quantity in quantities
    ]
    spans += [(date.start, date.end, None, date) for date in dates]
    spans.sort(key=lambda span: span[0])
    lowers = list(map(str.lower, tokens.texts))
    at = 0
    for start, end, quantity, date in spans:
        first = bisect_left(tokens.starts, start)
        if first < at:
            continue
        _add_words(tokens, lowers, at, first, lexicon, names, pieces)
        tag = "Q" if quantity is not None else "T"
        spoken = text[start:end]
        pieces.append(Piece(start, end, spoken, spoken.lower(), tag, None, quantity, date))
        at = bisect_left(tokens.starts, end)
    _add_words(tokens, lowers, at, len(lowers), lexicon, names, pieces)
    return pieces


def _add_words(
    tokens: Tokens, lowers: Sequence[str], at: int, stop: int, lexicon: BindingLexicon, names: AbstractSet[str],
    pieces: list[Piece],
) -> None:
    """Adds the tokens from a place up to another, of which no quantity or date is one; lowers: in small letters."""
    words, phrases = lexicon.words, lexicon.phrases
    texts, starts, kinds = tokens
    while at < stop:
        text, start, kind, lower = texts[at], starts[at], kinds[at], lowers[at]
        if kind != "word" and kind != "abbr":
            tag = "'" if kind == "own" else "O" if kind == "number" or text == "&" else "."
            pieces.append(Piece(start, start + len(text), text, lower, tag))
        elif lower in phrases and kind == "word" and (phrase := _phrase(lowers, at, stop, phrases[lower])) is not None:
            after = at + len(phrase[0])
            text, end = " ".join(texts[at:after]), starts[after - 1] + len(texts[after - 1])
            pieces.append(Piece(start, end, text, text.lower(), phrase[1]))
            at = after
            continue
        elif text != lower and text[0].isupper():
            pieces.append(_capital(tokens, at, lower, lexicon, names, pieces))
        else:
            tag, verb = words.get(lower) or open_word(lower, lexicon)
            pieces.append(Piece(start, start + len(text), text, lower, tag, verb))
        at += 1


def _capital(
    tokens: Tokens, at: int, lower: str, lexicon: BindingLexicon, names: AbstractSet[str], pieces: Sequence[Piece]
) -> Piece:
    """A word with a capital: it may be a name, or the second half of one ("Nghe An")."""
    text, start = tokens.texts[at], tokens.starts[at]
    end = start + len(text)
    inside = at > 0 and tokens.kinds[at - 1] == "word"
    tag = "O" if inside and not _is_shouted(tokens.texts, at) else lexicon.tags.get(lower, "O")
    if tag != "O":
        return Piece(start, end, text, lower, tag)
    if _is_name(tokens, at, not pieces or pieces[-1].tag == ".", names):
        return Piece(start, end, text, lower, tag, proper=True)
    tag, verb = lexicon.words.get(lower) or open_word(lower, lexicon)
    return Piece(start, end, text, lower, tag if tag in "OA" else "O", verb)


def _is_shouted(texts: Sequence[str], at: int) -> bool:
    """True within a heading in capitals: "MINES OF CHILE", but not for the acronym of "Mines in the US"."""
    return texts[at].isupper() and at + 1 < len(texts) and texts[at - 1].isupper() and texts[at + 1].isupper()


def _is_name(tokens: Tokens, at: int, first: bool, names: AbstractSet[str]) -> bool:
    """True for a word with a capital that does not owe it to its place in the sentence or to a shouting heading."""
    text = tokens.texts[at]
    if text.isupper() and len(text) > 4:
        return text.capitalize() in names
    if not first or _INNER_CAPITAL.search(text):
        return True
    following = tokens.texts[at + 1] if at + 1 < len(tokens.texts) else ""
    named_pair = following[:1].isupper() and not following.isupper()
    return text in names or named_pair or (following != "" and tokens.kinds[at + 1] == "own")


def _phrase(lowers: Sequence[str], at: int, stop: int, followers: Mapping[str, Sequence[Phrase]]) -> Phrase | None:
    """The longest run of words from here that acts as one, and its tag; followers: such runs by their second word."""
    if at + 1 >= stop:
        return None
    for parts, tag in followers.get(lowers[at + 1], ()):
        if tuple(lowers[at + 2:min(at + len(parts), stop)]) == parts[2:]:
            return parts, tag
    return None
