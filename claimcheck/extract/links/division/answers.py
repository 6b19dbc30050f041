"""Shares of one whole of which each has its own answer, origin or end: "54% said yes, 37% no and 15% had no opinion".

What everybody answers once, and what goes to one place, is shared out by such a list; some may be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.extract.drafts import LinkDraft, QuantityDraft
from claimcheck.extract.links.fitting.fits import is_share, size
from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import FRACTION, Skeleton, sign_of

_FEWEST, _MOST = 2, 6
_FEWEST_DIVIDED = 3
_LONGEST = 60  # letters from one share to the next
_ANSWERS = ("answer-open", "answer-yes", "answer-no")
_NEAR = (Decimal("0.9"), Decimal("1.3"))  # of a whole, which shares come to that are meant as all of it
_HUNDRED = 100


def find_answers(skeleton: Skeleton, lexicon: LinkLexicon) -> Iterator[LinkDraft]:
    """A total without a whole for each sentence that shares something out."""
    seen: set[int] = set()
    for at in skeleton.figures:
        start, end = skeleton.sentence(at)
        if start in seen or not is_share(skeleton.figures[at]):
            continue
        seen.add(start)
        places = skeleton.after(at)[0]
        shares = [skeleton.figures[place] for place in places]
        if not _FEWEST <= len(shares) <= _MOST or not all(map(is_share, shares)):
            continue
        behind = [skeleton.low[one + 1 : other] for one, other in zip(places, [*places[1:], end], strict=True)]
        lead = skeleton.low[start:at]
        if any(len(words) > _LONGEST for words in behind[:-1]) or not _are_near_whole(shares):
            continue
        if _are_answers(behind, lexicon) or _are_divided(lead, behind, lexicon):
            yield LinkDraft(shares[0].start, shares[-1].end, "total", {"part": list(shares)}, complete=False)


def _are_near_whole(shares: Sequence[QuantityDraft]) -> bool:
    """True for shares that come near a whole, and may have been meant to be all of it."""
    together = sum(size(each) * (_HUNDRED if sign_of(each) == FRACTION else 1) for each in shares) / Decimal(_HUNDRED)
    return _NEAR[0] <= together <= _NEAR[1]


def _are_answers(behind: Sequence[str], lexicon: LinkLexicon) -> bool:
    """True where each share has another answer to one question, which the first names and the others do not."""
    told: list[str] = []
    for number, words in enumerate(behind):
        own = _without_joint(words.rstrip(" ,;."), lexicon)
        name = next((each for each in _ANSWERS if lexicon.phrases[each].search(own)), None)
        if "," in own or name is None or (number and _names_more(lexicon.phrases[name].regex.sub(" ", own), lexicon)):
            return False
        told.append(name)
    return len(set(told)) == len(told)


def _without_joint(words: str, lexicon: LinkLexicon) -> str:
    *_, last = (None, *lexicon.phrases["joint"].found_in(words))
    return words[:last.start()].rstrip() if last and last.end() == len(words) else words


def _names_more(words: str, lexicon: LinkLexicon) -> bool:
    """True where words beside an answer tell what it is to, or whose it is."""
    if lexicon.phrases["answer-of"].search(words):
        return True
    plain = lexicon.phrases["answer-verb"]
    return any(word not in lexicon.function_words and not plain.fullmatch(word) for word in words.split())


def _are_divided(lead: str, behind: Sequence[str], lexicon: LinkLexicon) -> bool:
    """True for "half of the money comes from the state, 30% from the town and 30% from donors", or a mix of parts."""
    if len(behind) < _FEWEST_DIVIDED or any(";" in words for words in behind):
        return False
    if lexicon.phrases["mix"].search(lead) or lexicon.phrases["elsewhere"].search(behind[-1]):
        return True
    division = lexicon.phrases["division"].search(behind[0])
    if division is None or not lexicon.phrases["share-sign"].match(behind[0].lstrip()):
        return False
    way = division[0].split()[-1]
    return all(words.split()[:1] == [way] for words in behind[1:])
