"""Pieces of a sentence, and which of those that have the form of a verb are verbs there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.extract.binding.grammar.inflection import VerbForm
from claimcheck.extract.binding.lexicon import BindingLexicon
from claimcheck.extract.drafts import DateDraft, QuantityDraft


@dataclass(slots=True)
class Piece:
    """A word, or a run of words that acts as one, with its tag.

    Tags: D determiner, Y possessive, P preposition, C conjunction, S subordinator, R relative, N pronoun, X auxiliary,
    V verb, G verb in -ing, A adverb, J adjective, O other open word (a noun, mostly), Q quantity, T date,
    ' possessive mark, . mark.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str
    verb: VerbForm | None = None
    quantity: QuantityDraft | None = None
    date: DateDraft | None = None
    lemma: str = ""
    form: str = ""
    proper: bool = False


MOVES = frozenset({"up", "down"})
_TITLE = 4  # words before the name of whoever is quoted: "managing director"
_ENDS_QUOTE = (",", '"', "”", "’", "'", "»")


def _next_tag(pieces: Sequence[Piece], at: int) -> str:
    return pieces[at + 1].tag if at + 1 < len(pieces) else "."


def settle_verb(pieces: list[Piece], at: int, lexicon: BindingLexicon) -> None:
    """Decides whether a word that may be a verb form is one here."""
    piece = pieces[at]
    assert piece.verb is not None
    before = _word_before(pieces, at)
    forms = piece.verb.forms
    tag = "O"
    if "ing" in forms:
        tag = _settle_ing(pieces, at, before, lexicon)
    elif forms & {"past", "participle"} and not (forms == {"base", "past", "participle"} and before in "DJYP'Q"):
        tag = _settle_past(pieces, at, before, lexicon)
    elif forms & {"base", "s"}:
        tag = _settle_present(pieces, at, before, lexicon)
    piece.tag = tag
    if tag in "VG":
        piece.lemma = piece.verb.lemma
        known = ("ing", "participle", "past", "s", "base")
        piece.form = next(form for form in known if form in forms)
        if piece.form in ("participle", "past") and before == "O" and not _verb_since(pieces, at):
            piece.form = "past"
        elif "base" in forms and at > 0 and lexicon.has("infinitive-mark", pieces[at - 1].lower):
            piece.form = "base"  # "to cut"


def _word_before(pieces: Sequence[Piece], at: int) -> str:
    """The tag before, adverbs skipped; "." at the start."""
    at -= 1
    while at >= 0 and pieces[at].tag == "A":
        at -= 1
    return pieces[at].tag if at >= 0 else "."


def _settle_ing(pieces: Sequence[Piece], at: int, before: str, lexicon: BindingLexicon) -> str:
    following = _next_tag(pieces, at)
    if before == "V" and following == "O" and pieces[at - 1].tag == "V" and MOVES & lexicon.kinds_of(
            pieces[at - 1].lemma):
        return "J"  # "raised starting salaries by 4%"
    if _is_moved(pieces, at, lexicon):
        return "O"
    if before == "X":
        return "V"
    if pieces[at + 1:] and pieces[at + 1].text == ":":
        return "O"  # "Funding: 4 million"
    if before in "DJYQ'":
        return "J" if following in "OJ" else "O"
    if before == "O" and following in "OJ":
        return "J"
    joined = following == "P" or (following == "O" and pieces[at + 1].verb is not None)
    if before == "." and (following == "X" or (joined and _acts_before_mark(pieces, at))):
        return "O"
    if before in "P.C" and following in "OJ" and pieces[at + 1].verb is None and before != "P":
        return "J"
    return "G"


def _is_moved(pieces: Sequence[Piece], at: int, lexicon: BindingLexicon) -> bool:
    """True for "cut spending by 4%", "raised road spending to 4 million" and "the fall in spending of 4%"."""
    before = pieces[max(at - 3, 0):at][::-1]
    if before and before[0].tag == "P":
        return len(before) > 1 and lexicon.has("change-noun", before[1].lower) and _next_tag(pieces, at) not in "DJY"
    if before and before[0].tag == "O" and before[0].text.islower():
        before = before[1:]
    moves = bool(before) and before[0].tag == "V" and bool(MOVES & lexicon.kinds_of(before[0].lemma))
    return moves and at + 1 < len(pieces) and lexicon.has("moved-link", pieces[at + 1].lower)


def _acts_before_mark(pieces: Sequence[Piece], at: int) -> bool:
    """True for "Spending on roads came to ...": a verb follows before any mark does, and the word is its subject."""
    for piece in pieces[at + 1:at + 9]:
        if piece.tag in ".SQ":
            return False
        if piece.tag == "X" or (piece.verb is not None and piece.verb.forms & {"past", "s"} and piece.tag == "O"):
            return True
    return False


def _settle_past(pieces: Sequence[Piece], at: int, before: str, lexicon: BindingLexicon) -> str:
    following, verb = _next_tag(pieces, at), pieces[at].verb
    if before in "XNR" or (verb is not None and before == "." and _tells_who(pieces, at, lexicon)):
        return "V"
    if before in "DJY'Q" or (before in "PC." and following in "OJ"):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if before == "C" and _verb_since(pieces, at) and after is not None:
            return "V"
        if before == "." and pieces[at - 1].text == "," and _closes_aside(pieces, at):
            return "V"
        if before == "Q" and following not in "OJ":
            return "V"
        return "J" if following in "OJ" else "V" if before not in "DJY'" else "O"
    return "V"


def _tells_who(pieces: Sequence[Piece], at: int, lexicon: BindingLexicon) -> bool:
    """True for a verb of telling between a quotation and a name: "…," said Ida Moen, "…," says curator Ida Moen."""
    verb = pieces[at].verb
    if verb is None or at == 0 or pieces[at - 1].text not in _ENDS_QUOTE or "say" not in lexicon.kinds_of(verb.lemma):
        return False
    near = pieces[at + 1:at + 1 + _TITLE]
    named = next((n for n, piece in enumerate(near) if piece.proper), None)
    return named is not None and all(piece.tag in "OJ" for piece in near[:named])


def _settle_present(pieces: Sequence[Piece], at: int, before: str, lexicon: BindingLexicon) -> str:
    piece = pieces[at]
    assert piece.verb is not None
    following = _next_tag(pieces, at)
    if before == "." and _tells_who(pieces, at, lexicon):
        return "V"
    ambiguous = lexicon.has("noun-or-verb", piece.verb.lemma)
    if at > 0 and "base" in piece.verb.forms and lexicon.has("infinitive-mark", pieces[at - 1].lower):
        return "V"
    if before in "XN" and at > 0 and ("base" in piece.verb.forms or before == "N"):
        return "V" if before == "N" or _is_helper(pieces, at, lexicon) else "O"
    if before in "RN" or (before == "T" and following == "Q" and not ambiguous and not _verb_since(pieces, at)):
        return "V"
    if before == "T" and not lexicon.endings.plural and following in "OJ" and not _verb_since(pieces, at):
        return "V"  # in a language whose verbs have no endings: "tháng 1 có sản lượng cao nhất"
    if pieces[at - 1].text == "," and piece.verb.forms & {"s", "base"} and _closes_aside(pieces, at):
        aims = following == "P" and at + 2 < len(pieces) and pieces[at + 2].verb is not None
        return "V" if aims or (not ambiguous and following in "DQPNTYJO") else "O"
    stands = at > 1 and _counts(pieces, at) and not _verb_since(pieces, at) and lexicon.has(
        "scope-preposition", pieces[at - 2].lower)  # "the budget for this year stands at 4 million"
    if before == "T" and "s" in piece.verb.forms and (stands or (following == "Q" and pieces[at - 2].tag == "O")):
        return "V"  # "the mast raised at the mill last May measures 48 metres"
    if before == "Q" and not ambiguous and _is_said_of_part(pieces, at):
        return "V"
    if before in "DJYP'.Q":
        return "V" if before == "." and following == "Q" and at > 0 and not ambiguous else "O"
    if before == "O" and not _verb_since(pieces, at):
        if not ambiguous:
            return "V" if following in "DQPNTSAYJO" else "O"
        paid = _pays_on_average(pieces, at, lexicon)
        near = paid or following in "DQN" or _counts(pieces, at)
        near = near or _aims(pieces, at, lexicon) or _has_object(pieces, at, lexicon)
        return "V" if near and not _verb_ahead(pieces, at, lexicon) else "O"
    if before == "C" and _verb_since(pieces, at) and (
        following in "DQY" or _aims(pieces, at, lexicon) or _counts(pieces, at)
    ):
        return "V" if not ambiguous or following == "Y" else "O"
    return "O"


def _is_said_of_part(pieces: Sequence[Piece], at: int) -> bool:
    """True for "15% goes to schools", "40% live alone", "those under five make up 30%": that is nothing counted."""
    quantity = pieces[at - 1].quantity
    part = quantity is not None and (quantity.unit == "percent" or quantity.form == "fraction")
    return _counts(pieces, at) or (part and _next_tag(pieces, at) in "PDYNA.C")


def _pays_on_average(pieces: Sequence[Piece], at: int, lexicon: BindingLexicon) -> bool:
    """True for "Tenants pay on average 840 euros": the plural before does it."""
    ahead = at + 1
    while ahead < len(pieces) and pieces[ahead].tag == "A":
        ahead += 1
    verb, figure = pieces[at].verb, ahead < len(pieces) and pieces[ahead].tag == "Q"
    pays = verb is not None and "base" in verb.forms and pieces[at - 1].lower.endswith(lexicon.endings.plural)
    return pays and figure and ahead > at + 1


def _aims(pieces: Sequence[Piece], at: int, lexicon: BindingLexicon) -> bool:
    """True when "to" and what may be a verb follow: "expects to pay"."""
    follows = at + 2 < len(pieces) and pieces[at + 2].verb is not None
    return follows and lexicon.has("infinitive-mark", pieces[at + 1].lower)


def _counts(pieces: Sequence[Piece], at: int) -> bool:
    """True when a preposition and a figure follow: "makes up 22%"."""
    return at + 2 < len(pieces) and pieces[at + 1].tag == "P" and pieces[at + 2].tag == "Q"


def _has_object(pieces: Sequence[Piece], at: int, lexicon: BindingLexicon) -> bool:
    """True for "The bank forecasts growth of 2%", "Barclays plans exports of 5 million": one who does it, and a sum."""
    verb = pieces[at].verb
    whose, who, after = pieces[at - 2].tag if at > 1 else ".", pieces[at - 1], pieces[at + 1 : at + 4]
    one = not who.lower.endswith(lexicon.endings.plural) and (whose == "D" or who.proper)
    summed = one and verb is not None and verb.forms == {"s"} and [piece.tag for piece in after] == ["O", "P", "Q"]
    return summed and lexicon.has("whole-link", after[1].lower)


def _is_helper(pieces: Sequence[Piece], at: int, lexicon: BindingLexicon) -> bool:
    """True when the word before is an auxiliary that a base form may follow."""
    while at > 0 and pieces[at - 1].tag == "A":
        at -= 1
    word = pieces[at - 1].lower
    return any(lexicon.has(name, word) for name in ("modal", "do", "not"))


def _verb_since(pieces: Sequence[Piece], at: int) -> bool:
    """True when a finite verb stands between the start of the clause and here.

    One of a subordinate clause that a comma ends is none: "When it rains, the farm needs ..."
    """
    ended = within = False
    for piece in reversed(pieces[:at]):
        if piece.tag in "SR" or piece.lower in ";:":
            return within and piece.tag not in "SR"
        if piece.lower == ",":
            if within:
                return True
            ended = True
        elif piece.tag in "XV":
            if not ended:
                return True
            within = True
    return within


def _closes_aside(pieces: Sequence[Piece], at: int) -> bool:
    """True behind the comma that ends an aside: "Acme, which owns mills, expects", "Acme, founded in 1998, sold"."""
    for back in range(at - 2, 0, -1):
        if pieces[back].tag == "R":
            return pieces[back - 1].text == ","
        if pieces[back].text == "," and pieces[back + 1].form == "participle" and pieces[back - 1].tag == "O":
            return True
        if pieces[back].text in ",;:" or pieces[back].tag == "S":
            name = pieces[back + 1:at - 1]  # "the president, Ana Ruiz, said"
            called = len(name) > 1 and all(piece.proper and piece.tag == "O" for piece in name)
            return called and pieces[back].text == "," and pieces[back - 1].tag == "O"
    return False


def _verb_ahead(pieces: Sequence[Piece], at: int, lexicon: BindingLexicon) -> bool:
    """True when an auxiliary or a certain verb follows soon, so that a doubtful word is a noun."""
    for before, piece in pairwise(pieces[at:at + 6]):
        if piece.tag in "SRC.":
            return False
        if piece.tag == "X":
            return True
        if piece.verb is not None and "past" in piece.verb.forms:
            aimed = "base" in piece.verb.forms and lexicon.has("infinitive-mark", before.lower)  # "plans to cut"
            if not aimed:
                return True
    return False
