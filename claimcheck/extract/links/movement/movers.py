"""What moved, as the words before and behind a change tell: "a rise of 4 percent in wages" is none of "it"."""

from __future__ import annotations

import re

from claimcheck.extract.links.phrasing.lexicon import LinkLexicon
from claimcheck.extract.links.phrasing.skeleton import DATE, FIGURES, Skeleton

OF_CHANGE = ("since-that", "drawn-tie", "change-word", "up", "down")  # words that tell how far something moved

_STEM = 4  # letters by which a word is known again
_FEW_WORDS = 4  # behind "in", among which what moved is named
_WORD = re.compile(r"[^\W\d_]+")
_ENDS_PHRASE = re.compile(rf"[,;:.(){DATE}{FIGURES}]")


def names_another(at: int, levels: tuple[int, int], skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True for a change of something that was not told of before: "12 clubs, then 15. So our total rose by half"."""
    start, _ = skeleton.sentence(at)
    told, lead = skeleton.told(skeleton.sentence(levels[0])[0], start), skeleton.told(start, at)
    own = lexicon.phrases["own-of-speaker"]
    if own.search(lead) is not None and own.search(told) is None:
        return True
    for phrase in OF_CHANGE:
        lead = lexicon.phrases[phrase].regex.sub(" ", lead)
    if any(names(word, lexicon) and word[:_STEM] not in told for word in lead.split()):
        return True
    return names_new(at, levels[0], skeleton, lexicon)


def names_new(at: int, level: int, skeleton: Skeleton, lexicon: LinkLexicon) -> bool:
    """True where words right behind a change name what was not told since a level: "a rise of 4 percent in wages"."""
    start, end = skeleton.sentence(at)
    behind = skeleton.low[at + 1:end].strip()
    found = lexicon.phrases["in-what"].match(behind)
    if found is None:
        return False
    rest = behind[found.end():]
    ended = _ENDS_PHRASE.search(rest)
    if ended is not None and ended[0] in (*FIGURES, DATE):
        return False  # "in just one month", "in the year to May"
    words = _WORD.findall(rest[:ended.start()] if ended else rest)
    named = next((word for word in words[:_FEW_WORDS] if word not in lexicon.function_words), None)
    if named is None or not names(named, lexicon) or lexicon.phrases["lag-units"].fullmatch(named) is not None:
        return False
    return named[:_STEM] not in skeleton.told(skeleton.sentence(level)[0], start)


def names(word: str, lexicon: LinkLexicon) -> bool:
    """True for a word that says what moved, but for those that only call it a number of something."""
    if word in lexicon.function_words:
        return False
    return not any(lexicon.phrases[each].fullmatch(word) for each in ("concludes", "count-word", "up", "down"))
