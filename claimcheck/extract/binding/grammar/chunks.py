"""Light grammar: the words of a sentence as noun phrases, verb groups, quantities, dates and the words between."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from claimcheck.extract.binding.grammar.settling import Piece
from claimcheck.extract.binding.grammar.tagging import tag_pieces
from claimcheck.extract.binding.lexicon import Article, BindingLexicon, KnownPlace, fold, name_words
from claimcheck.extract.drafts import DateDraft, QuantityDraft
from claimcheck.extract.tokens import Tokens
from claimcheck.packs.schema.grammar import ClassId
from claimcheck.packs.schema.places import PlaceKind

_NONE: frozenset[ClassId] = frozenset()


@dataclass(slots=True)
class Item:
    """A piece of a sentence. `kind`: NP, V (verb group), P (preposition), C, S, R (relative), N (pronoun), Q, T (date),
    A (adverb), or "." for a mark.

    text: the words without determiner; head: last word, lower case (of a verb group: the verb's base form);
    classes: those of the grammar that the head belongs to.
    owner: possessor of a noun phrase ("Nghe An", "its"); det: its determiner; article: what sort of article that is;
    plural: whether its head ends like one.
    form: of a verb group: "finite", "participle" or "ing", which a noun alone may end like; passive and modal as the
    auxiliaries say; helper: the classes of its first word.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    head: str = ""
    words: Sequence[str] = ()
    quantity: QuantityDraft | None = None
    date: DateDraft | None = None
    det: str = ""
    owner: str = ""
    owner_place: KnownPlace | None = None
    place: KnownPlace | None = None
    proper: bool = False
    form: str = ""
    passive: bool = False
    modal: str = ""
    article: Article = ""
    plural: bool = False
    classes: AbstractSet[ClassId] = _NONE
    helper: AbstractSet[ClassId] = _NONE


def chunk(
    text: str, tokens: Tokens, quantities: Sequence[QuantityDraft], dates: Sequence[DateDraft],
    lexicon: BindingLexicon, names: AbstractSet[str] = frozenset(),
) -> list[Item]:
    """The items of one sentence, in order; `names`: words that the report writes with a capital anywhere."""
    pieces = tag_pieces(text, tokens, quantities, dates, lexicon, names)
    items: list[Item] = []
    at = 0
    while at < len(pieces):
        tag = pieces[at].tag
        if tag in "DYJO":
            at = _take_noun_phrase(text, pieces, at, items, lexicon)
        elif tag in "XVG":
            at = _take_verb_group(text, pieces, at, items, lexicon)
        elif tag == "'" and items and items[-1].kind == "T" and "O" in [each.tag for each in pieces[at + 1:at + 2]]:
            at += 1  # "this season's harvest" is the harvest of that time
        else:
            items.append(_single(pieces[at]))
            at += 1
    _part_settings(items, lexicon)
    classes_of = lexicon.classes_of
    for item in items:
        item.classes = classes_of.get(item.head, _NONE)
        if item.kind == "V":
            item.helper = classes_of.get(item.words[0], _NONE)
        elif item.kind == "NP":
            item.plural = item.head.endswith(lexicon.endings.plural)
            if item.head == item.text and item.head.endswith(lexicon.endings.doing):
                item.form = "ing"
    return items


def _part_settings(items: list[Item], lexicon: BindingLexicon) -> None:
    """Parts the place from the subject in "In Germany exports rose", where no mark stands between them."""
    prepositions = lexicon.classes["scene-preposition"]
    for at, link in enumerate(items[:-2]):
        if link.head not in prepositions or (at and items[at - 1].kind not in "SC"):
            continue
        item = items[at + 1]
        words = item.text.split()
        name = next((n for n, word in enumerate(words) if not word[:1].isupper()), 0)
        if items[at + 2].kind != "V" or not name or item.det or item.owner or len(words) != len(item.words):
            continue
        where, what = " ".join(words[:name]), " ".join(words[name:])
        items[at + 1:at + 2] = [
            Item("NP", item.start, item.start + len(where), where, item.words[name - 1], item.words[:name],
                 place=find_place(where, lexicon), proper=item.proper),
            Item("NP", item.end - len(what), item.end, what, item.head, item.words[name:]),
        ]
        return


def _single(piece: Piece) -> Item:
    kind = "." if piece.tag == "'" else piece.tag
    lower = piece.lower
    return Item(kind, piece.start, piece.end, piece.text, lower, (lower,), piece.quantity, piece.date)


def _take_noun_phrase(
    text: str, pieces: Sequence[Piece], at: int, items: list[Item], lexicon: BindingLexicon
) -> int:
    """Reads determiner, modifiers and head; a possessor ("Nghe An's") becomes the owner of what follows."""
    owner, owner_place, det = "", None, ""
    if pieces[at].tag in "DY":
        det = pieces[at].lower
        owner = det if pieces[at].tag == "Y" else ""
        at += 1
    at = _take_date(pieces, at, items)
    first = at
    while at < len(pieces):
        tag = pieces[at].tag
        if tag == "'" and at > first:
            if _is_one_name(pieces, at, lexicon):
                at += 1
                continue
            whose = f"{owner} " if lexicon.has("possessive", owner) else ""
            owner = whose + text[pieces[first].start:pieces[at].start].strip()
            owner_place = find_place(owner, lexicon) if _ends_in_name(owner, lexicon) else None
            at = first = _take_date(pieces, at + 1, items)
            continue
        if tag not in "JO":
            break
        at += 1
    if at == first:
        kind = "N" if det or owner else "A"
        items.append(Item(kind, pieces[first - 1].start, pieces[first - 1].end, det, det, (det,), None, None, det,
                          owner, owner_place, article=lexicon.articles.get(det, "")))
        return max(at, first)
    start, end = pieces[first].start, pieces[at - 1].end
    phrase = text[start:end].replace("\n", " ")
    words = [piece.lower for piece in pieces[first:at]]
    proper = True in [piece.proper for piece in pieces[first:at]]
    items.append(Item("NP", start, end, phrase, words[-1], words, None, None, det, owner, owner_place,
                      find_place(phrase, lexicon), proper, article=lexicon.articles.get(det, "")))
    return at


def _take_date(pieces: Sequence[Piece], at: int, items: list[Item]) -> int:
    """Sets the date within a noun phrase before it: "its third-quarter revenue" is its revenue of that quarter."""
    if at + 1 < len(pieces) and pieces[at].tag == "T" and pieces[at + 1].tag in "JO":
        items.append(_single(pieces[at]))
        return at + 1
    return at


def _ends_in_name(owner: str, lexicon: BindingLexicon) -> bool:
    """False for "the north London women": a place within the possessor is not the possessor."""
    last = owner.split()[-1]
    return last[:1].isupper() or any(lexicon.has(f"{kind}-noun", last) for kind in _DESCRIBED)


def _is_one_name(pieces: Sequence[Piece], at: int, lexicon: BindingLexicon) -> bool:
    """True for the mark within "People's Committee", "people's court", "St Bride's Hospital": nobody owns these."""
    if at + 1 == len(pieces):
        return False
    if at > 1 and lexicon.has("saint", pieces[at - 2].lower.rstrip(".")):
        return True
    if not lexicon.has("name-owner", pieces[at - 1].lower):
        return False
    return pieces[at + 1].proper or lexicon.has("authority-head", pieces[at + 1].lower)


def _take_verb_group(
    text: str, pieces: Sequence[Piece], at: int, items: list[Item], lexicon: BindingLexicon
) -> int:
    start = at
    auxiliaries: list[str] = []
    while at < len(pieces) and (pieces[at].tag == "X" or (auxiliaries and pieces[at].tag == "A" and _verb_follows(
            pieces, at))):
        auxiliaries.append(pieces[at].lower)
        at += 1
    last = pieces[at - 1].lower if at > start else ""
    form = "finite"
    if at < len(pieces) and pieces[at].tag in "VG" and (not auxiliaries or pieces[at].start - pieces[at - 1].end < 3):
        form = "ing" if pieces[at].tag == "G" and not auxiliaries else pieces[at].form or "finite"
        head = pieces[at].lemma
        at += 1
    else:
        head = next((name for name in ("be", "have", "do") if lexicon.has(name, last)), last)
    be = any(lexicon.has("be", word) for word in auxiliaries)
    modal = next((word for word in auxiliaries if lexicon.has("modal", word)), "")
    passive = be and pieces[at - 1].tag == "V" and form != "ing"
    if auxiliaries and form in ("past", "participle"):
        form = "finite"
    first, last_end = pieces[start].start, pieces[at - 1].end
    items.append(Item(
        "V", first, last_end, text[first:last_end], head, [piece.lower for piece in pieces[start:at]],
        form=form, passive=passive, modal=modal,
    ))
    return at


def _verb_follows(pieces: Sequence[Piece], at: int) -> bool:
    """True when only adverbs stand between here and the next verb."""
    while at < len(pieces) and pieces[at].tag == "A":
        at += 1
    return at < len(pieces) and pieces[at].tag in "XVG"


def find_place(phrase: str, lexicon: BindingLexicon) -> KnownPlace | None:
    """The place that a phrase names, anywhere in it; the longest name at the earliest place wins.

    A phrase in small letters names none.
    """
    if phrase.islower():
        return None
    written = name_words(phrase)
    words = [fold(word) for word in written]
    sorts = lexicon.place_sorts
    for at, word in enumerate(words):
        if not written[at][:1].isupper() or (at > 0 and written[at - 1][:1].isupper() and words[at - 1] not in sorts):
            continue
        for parts, place in lexicon.places.get(word, ()):
            if tuple(words[at:at + len(parts)]) == parts:
                return place
    return _described_place(phrase, lexicon)


def _described_place(phrase: str, lexicon: BindingLexicon) -> KnownPlace | None:
    """A place that no gazetteer knows, by the noun behind its name: "Thanh Ha province"."""
    words = phrase.split()
    last = next((at for at, word in enumerate(words) if not word[:1].isupper()), len(words))
    if phrase.isupper() and not lexicon.has("region-noun", words[-1].lower()):  # "BINH SON PROVINCE"
        words = [*phrase.title().split()[:-1], words[-1].lower()]
        last = len(words) - 1
    if last in (0, len(words)) or any(lexicon.has("adjective", word.lower()) for word in words[:last]):
        return None  # "Small island states" names no island
    for kind in _DESCRIBED:
        if lexicon.has(f"{kind}-noun", words[last]):
            return KnownPlace(" ".join(words[:last]), kind, None)
    return None


_DESCRIBED: tuple[PlaceKind, ...] = ("province", "city", "region")


