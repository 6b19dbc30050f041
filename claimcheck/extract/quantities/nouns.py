"""Finds the counted noun after a number, and puts it in the singular."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.quantities.cut import Cut
from claimcheck.extract.quantities.lexicon import QuantityLexicon

_LONGEST = 6
_FEW = 4  # syllables of two words, in a language that writes them apart
_LONGEST_NAME = 8
_LONGEST_CAPITALS = 6
_LONGEST_LABEL = 3  # digits of "Route 66 USA", "Model 3 RWD"
_JOINERS = {"-", "–", "’", "'", "&"}
_APOSTROPHES = {"'", "’"}
_NOT_PLURAL = ("ss", "us", "is")
_VERB_ENDS = ("ed", "ing", "ly")


def starts_plural(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True when a counted noun phrase with a plural starts at the token."""
    return lexicon.plural and read_noun(cut, at, Decimal(2), lexicon) is not None


def read_noun(cut: Cut, at: int, value: Decimal, lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """The counted noun directly after a number, in the singular, and the token after it; None where there is none.

    In a language with plurals the phrase ends at its plural (after such as "affairs" a second one takes over: "affairs
    activities"); after one, and in other languages, it is the run of words up to a stop.
    """
    skips = cut.is_open(at) and cut.low[at] in lexicon.words["noun-skip"]
    run = _run(cut, at + 1 if skips else at, lexicon)
    if not run:
        return None
    if not lexicon.plural:
        return " ".join(cut.low[step] for step in run[:_FEW]), run[:_FEW][-1] + 1
    if value == 1:
        return _singular_run(cut, run, lexicon)
    head = _plural_head(cut, run, lexicon)
    if head is None:
        return _in_capitals(cut, run, lexicon)
    steps = [step for step in run if step <= head and not _is_joint(cut, step, lexicon)]
    words = [lexicon.plain.get(cut.low[step], cut.raw(step)) for step in steps]
    alone = len(words) == 1 and not _is_abbreviation(words[0])
    words = [word.lower() if alone and word[0].isupper() else word for word in words]
    words[-1] = singular(words[-1], lexicon)
    return _joined(cut, steps, words), head + 1


def read_noun_of(cut: Cut, at: int, lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """The noun after the "of" at the token in "two of the ships", "one of its best players", "two of Smith's aides"."""
    start = at + 1
    if not cut.is_open(start):
        return None
    if cut.low[start] in lexicon.words["of-determiner"]:
        start += 2 if cut.is_open(start + 1) and cut.low[start + 1] in lexicon.words["most"] else 1
    elif not (cut.raw(start)[0].isupper() and start + 1 < cut.size and cut.low[start + 1] in _APOSTROPHES):
        return None
    return read_noun(cut, start, Decimal(2), lexicon)


def read_attributive(cut: Cut, first: int, at: int, lexicon: QuantityLexicon) -> str | None:
    """The singular phrase that a number counts inside of a noun: "a three course meal", "the 11 member pact"."""
    near = [cut.low[step] for step in (first - 1, first - 2) if cut.is_open(step)]
    if not any(word in lexicon.words["article"] or word in lexicon.words["definite"] for word in near):
        return None
    run = _run(cut, at, lexicon)
    if len(run) < 2 or not all(cut.low[step].isalpha() and cut.raw(step).islower() for step in run):
        return None
    if any(cut.low[step].endswith(_VERB_ENDS) or is_plural(cut.low[step], lexicon) for step in run):
        return None
    return " ".join(cut.low[step] for step in run)


def _run(cut: Cut, at: int, lexicon: QuantityLexicon) -> list[int]:
    """The words from the token up to a stop, hyphenated parts included."""
    run: list[int] = []
    step = at
    while step < cut.size and len(run) < _LONGEST:
        if cut.taken[step] or cut.kind[step] == "n":
            end = _name_end(cut, step, run, lexicon)
            if end is None:
                break
            run.extend(at for at in range(step, end) if cut.kind[at] != "s")
            step = end
            continue
        if cut.kind[step] == "w":
            stops = cut.low[step] in lexicon.numerals or cut.low[step] in lexicon.words["noun-stop"]
            stops = stops and not (run and cut.glued(step)) and not _opens_capitals(cut, step, lexicon)
            if stops and not _joins(cut, step, run, lexicon):
                break
            run.append(step)
        elif not run or not _joins_parts(cut, step):
            break
        step += 1
    return run


def _opens_capitals(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for the "US" of "300 US soldiers", which is no "us", and the "NHS" of "45 NHS staff"."""
    word, after = cut.raw(at), at + 1
    small = cut.is_open(after) and cut.kind[after] == "w" and cut.raw(after).islower()
    if not (small and len(word) > 1 and word.isupper()):
        return False
    return cut.low[after] not in lexicon.words["noun-stop"]


def _name_end(cut: Cut, at: int, run: list[int], lexicon: QuantityLexicon) -> int | None:
    """The token after a name with a number that stands inside of a phrase: "Covid-19 tests", "Boeing 737 jets"."""
    if any(is_plural(cut.low[step], lexicon) for step in run):
        return None
    label = at
    if cut.kind[at] == "n" and run:
        label = at - 1
        named = cut.low[label] in lexicon.words["name-label"] or cut.low[label] in lexicon.words["noun-label"]
        if not named or not cut.raw(label)[0].isupper():
            return None
    if cut.kind[label] != "w" or not cut.raw(label)[0].isupper() or cut.low[label] in lexicon.words["month"]:
        return None
    end = at + 1
    while end - at < _LONGEST_NAME and cut.glued(end) and (cut.kind[end] != "s" or cut.low[end] in _JOINERS):
        end += 1
    numbered = any(cut.kind[step] == "n" for step in range(at, end))
    return end if numbered and cut.is_open(end) and cut.kind[end] == "w" and cut.raw(end).islower() else None


def _is_joint(cut: Cut, at: int, lexicon: QuantityLexicon) -> bool:
    """True for what joins words of a phrase and adds nothing: "and", and the s of a possessive."""
    if cut.low[at] in lexicon.words["and"]:
        return True
    return cut.low[at] == "s" and cut.low[at - 1] in _APOSTROPHES and cut.glued(at)


def _joins_parts(cut: Cut, at: int) -> bool:
    """True for a hyphen inside a word, and for the mark before a possessive s."""
    if cut.low[at] not in _JOINERS or not cut.glued(at) or not cut.glued(at + 1):
        return False
    return cut.low[at] not in _APOSTROPHES or cut.low[at + 1] == "s"


def _joins(cut: Cut, at: int, run: list[int], lexicon: QuantityLexicon) -> bool:
    """True for the "and" within a phrase that has no plural yet: "digital and physical sales"."""
    if not run or cut.low[at] not in lexicon.words["and"] or any(is_plural(cut.low[step], lexicon) for step in run):
        return False
    after = at + 1
    return cut.is_open(after) and cut.kind[after] == "w" and cut.low[after] not in lexicon.words["noun-stop"]


def _plural_head(cut: Cut, run: list[int], lexicon: QuantityLexicon) -> int | None:
    head = None
    for position, step in enumerate(run):
        possessive = cut.glued(step + 1) and cut.low[step + 1] in ("'", "’")
        named = _opens_capitals(cut, step, lexicon)  # "45 NHS staff", which are no NHs
        if is_plural(cut.raw(step), lexicon) and not possessive and not named:
            if head is not None and cut.low[head] not in lexicon.words["plural-modifier"]:
                return head
            head = step
        elif head is not None:
            hyphenated = cut.glued(step) or (position + 1 < len(run) and cut.glued(run[position + 1]))
            if not hyphenated:
                return head
        elif cut.low[step].endswith("ly") and position > 0:
            return None
    return head


def _in_capitals(cut: Cut, run: list[int], lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """The noun of "842,300 TEU in March", written in capitals among words in small letters and without a plural."""
    at = run[0]
    word = cut.raw(at)
    if not (1 < len(word) <= _LONGEST_CAPITALS and word.isupper() and word.isalpha()):
        return None
    if word in lexicon.currencies or cut.low[at] in lexicon.words["not-counted"]:
        return None
    goes_on = len(run) > 1 and not cut.low[run[1]].endswith(_VERB_ENDS)
    label = at > 1 and cut.kind[at - 2] == "w" and cut.raw(at - 2)[0].isupper()
    named = label and len(cut.low[at - 1]) <= _LONGEST_LABEL
    shouted = any(cut.is_open(step) and _is_shouted(cut.raw(step)) for step in (at - 2, at + 1))
    return None if goes_on or named or shouted or cut.glued(at) else (word, at + 1)


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def _is_abbreviation(word: str) -> bool:
    """True for "TEU" and its plural "TEUs"."""
    return word.isupper() or (len(word) > 2 and word[-1] == "s" and word[:-1].isupper())


def _singular_run(cut: Cut, run: list[int], lexicon: QuantityLexicon) -> tuple[str, int] | None:
    """The first words, up to what can only be a verb or adverb ("one teacher serves")."""
    kept: list[int] = []
    for step in run[:4]:
        plural = is_plural(cut.low[step], lexicon) and not cut.glued(step)
        if kept and (plural or cut.low[step].endswith(_VERB_ENDS)):
            break
        kept.append(step)
    while kept and cut.low[kept[-1]] in lexicon.words["and"]:
        kept.pop()
    words = [cut.low[step] for step in kept]
    return (_joined(cut, kept, words), kept[-1] + 1) if kept and len(words[0]) > 1 else None


def _joined(cut: Cut, steps: list[int], words: list[str]) -> str:
    parts = [words[0]]
    for before, step, word in zip(steps, steps[1:], words[1:], strict=False):
        between = cut.text[cut.end[before] : cut.start[step]]
        parts.append(between if len(between) < 2 and between == between.strip() else " ")
        parts.append(word)
    return "".join(parts)


def is_plural(word: str, lexicon: QuantityLexicon) -> bool:
    """True when the word looks like a plural noun; an abbreviation in capitals ("GPUs") may end in any letter."""
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        return True
    word = word.lower()
    if word in lexicon.irregular or word in lexicon.words["noun-unchanged"] or word.endswith(("men", "children")):
        return word not in ("men's", "specimen", "omen", "regimen", "abdomen")
    return len(word) > 2 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def singular(word: str, lexicon: QuantityLexicon) -> str:
    """The singular of a plural noun.

    >>> from types import SimpleNamespace
    >>> words = SimpleNamespace(irregular={}, words={"noun-unchanged": ()})
    >>> [singular(word, words) for word in ("agencies", "boxes", "houses", "activities", "firemen", "class")]
    ['agency', 'box', 'house', 'activity', 'fireman', 'class']
    """
    low = word.lower()
    if word[-1:] == "s" and word[:-1].isupper() and len(word) > 2:
        return word[:-1]
    if low in lexicon.irregular:
        return lexicon.irregular[low]
    if low in lexicon.words["noun-unchanged"] or not low.endswith(("s", "men")) or low.endswith(("ss", "us", "is")):
        return word
    if low.endswith("men"):
        return word[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("xes", "ches", "shes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]
