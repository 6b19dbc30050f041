"""Shares of a whole, with what their sentence says of part and whole; the figures to test them may stand anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.extract.drafts import Draft, LinkDraft, QuantityDraft
from claimcheck.extract.links.division.portion_ends import CLAUSE, WORD, ends_of, words_in
from claimcheck.extract.links.phrasing.leads import unhedged
from claimcheck.extract.links.phrasing.page import Page, Passage
from claimcheck.extract.links.phrasing.skeleton import DATE, FRACTION, PERCENT, sign_of

_BAR, _OTHER_TIME, _TIME_BEHIND, _NEXT_LINE = "|", "+", "~", "\n"
_POSSESSIVE = ("'s", "’s")
_PARTICIPLE = "ing"  # how a word ends that limits what it stands behind ("nurses working at night")
_NOTHING = re.compile("")
_SHARE_SIGN = re.compile(f"[{PERCENT}{FRACTION}] ?")
_WORD_THAT_TELLS = re.compile(r"[^\W\d_]{4}")


def find_portions(page: Page, number: int) -> Iterator[LinkDraft]:
    """One link for each share, with the part and the whole that the words give; `scope` is its clause
    without verbs that only tie the three: the words about the part, and, where no figure stands for the whole, those
    about the whole in a second line; `when` is what may limit the share, see `_limits`. It is not complete where words
    join several parts: "surgery and maternity make up a third"."""
    passage = page[number]
    for at, figure in passage.skeleton.figures.items():
        if sign_of(figure) not in (PERCENT, FRACTION) or figure.trend or isinstance(figure.value, tuple):
            continue
        start, end = _clause(passage, at)
        if passage.says("wished-for", start, end):
            continue
        ends = ends_of(page, number, at)
        roles = ("share", [figure]), ("part", ends.part), ("whole", ends.whole)
        told: dict[str, list[Draft]] = {role: list(each) for role, each in roles if each}
        scope = f"\n{ends.named}" if ends.named else _told_of_both(passage, at, whole="whole" in told)
        alone = not passage.lexicon.phrases["joint"].search(f" {scope.partition(_NEXT_LINE)[0]} ")
        yield LinkDraft(
            figure.start, figure.end, "portion", told, scope=scope, when=_limits(passage, at, end), complete=alone
        )


def _limits(passage: Passage, at: int, end: int) -> str:
    """The telling words of a sentence before a share, and in a second line those of its clause behind it.

    A bar stands where what limits the things counted may begin ("a third of clinics | in the north pass"), a cross for
    another time, and a wave for one told behind the clause.
    """
    low, phrases = passage.skeleton.low, passage.lexicon.phrases
    start, _ = passage.clause(at)
    lead = low[start:at]
    parted = [found.end() for name in ("attribution", "next-statement") for found in phrases[name].found_in(lead)]
    lead = _unhedged(lead[max(parted, default=0) :], passage)
    _, stop = passage.clause(at)
    other = _TIME_BEHIND if phrases["earlier-time"].search(low, end, stop) or DATE in low[end:stop] else ""
    other = _OTHER_TIME if phrases["earlier-time"].search(low, start, end) or DATE in low[start:end] else other
    words = (word for word in WORD.findall(lead) if word not in passage.lexicon.function_words)
    return f"{other} {' '.join(words)}\n{' '.join(_barred(low[at + 1 : end], passage))}"


def _barred(clause: str, passage: Passage) -> Iterator[str]:
    """The telling words of a clause behind a share, with bars."""
    of = passage.lexicon.phrases["share-sign"].match(clause.lstrip())
    tokens = [token.strip("\"“”’'.!?()") for token in (clause.lstrip()[of.end() :] if of else clause).split()]
    for before, token in pairwise(["", *tokens]):
        acts = token.endswith(_PARTICIPLE) and passage.lexicon.phrases["is-part"].fullmatch(before) is None
        if acts or passage.lexicon.phrases["limit"].fullmatch(token):
            yield _BAR
        if token and token not in passage.lexicon.function_words and not token.endswith(_POSSESSIVE):
            yield token


def _told_of_both(passage: Passage, place: int, *, whole: bool) -> str:
    """The words of a clause before "of", and those behind it; with none before, what the part does stands behind a
    given whole, or behind the verb of one in words ("a quarter of all nights were on camp sites", "9p a pound")."""
    ties, phrases = passage.lexicon.signs["composition"].regex, passage.lexicon.phrases
    start, end = _clause(passage, place)
    clause, at = passage.skeleton.low[start:end], place - start
    figure = passage.skeleton.figures[place]
    if named := _named_at_once(clause, at, figure, passage):
        return named
    money = phrases["of-money"].fullmatch(passage.skeleton.source[figure.number_end : figure.end].strip().lower())
    of = _NOTHING.match(clause, at + 1) if money else _of_share(clause, passage)
    lead = _unhedged(clause[: of.start()], passage) if of else ""
    verbs = of and (each.search(clause, of.end()) for each in (ties, phrases["is-part"], phrases["has-done"]))
    verb = next(filter(None, verbs), None) if verbs else None
    if of and verb and not whole and (phrases["mere"].fullmatch(lead) or not _WORD_THAT_TELLS.search(lead)):
        return f"{words_in(clause[verb.end() :])}\n{words_in(clause[of.end() : verb.start()])}"
    if whole and of and (said := _said_behind(clause, of.end(), passage)):
        return f"{lead} {words_in(said)}"
    clause = phrases["of-them"].regex.sub(" ", f"{_without_verb(clause[:at], clause[at:], passage)} {clause[at:]}")
    clause = phrases["tie-verb"].regex.sub(" ", ties.sub(" ", clause))
    of = _of_share(clause, passage)
    if of is None:
        return words_in(clause)
    total = passage.lexicon.signs["of-total"].match(clause, of.start())
    lead, behind = _unhedged(clause[: of.start()], passage), "" if total else words_in(clause[of.end() :])
    if whole and not lead:
        return behind
    first = start == passage.sentence(place)[0] and (not lead or phrases["mere"].fullmatch(lead) is not None)
    return f"{behind if first else lead}\n{behind}"  # "a third of the nurses work at night": what they do stands behind


def _of_share(clause: str, passage: Passage) -> re.Match[str] | None:
    """The "of" right behind a share, whatever names before it have one ("the port of Orla took 12% of"); else any."""
    sign = passage.lexicon.phrases["share-sign"]
    behind = (sign.match(clause, found.end()) for found in _SHARE_SIGN.finditer(clause))
    return next(filter(None, behind), None) or sign.search(clause)


def _named_at_once(clause: str, at: int, figure: QuantityDraft, passage: Passage) -> str:
    """The words about the part and the whole of a fraction right behind which the whole is named, without "of".

    "One in eight guests was a child", "every third bed is in Orla".
    """
    words = clause[at + 1 :].split()
    lead = _unhedged(clause[:at], passage)
    phrases = passage.lexicon.phrases
    plain = not phrases["mere"].fullmatch(lead) and _WORD_THAT_TELLS.search(lead)
    if sign_of(figure) != FRACTION or plain or not words or not words[0].isalpha():
        return ""
    verb = phrases["is-part"].search(clause, at + 1)
    if words[0] in passage.lexicon.function_words or verb is None:
        return ""
    return f"{words_in(clause[verb.end() :])}\n{words_in(clause[at + 1 : verb.start()])}"


def _said_behind(clause: str, at: int, passage: Passage) -> str:
    """What the first statement behind a whole says, whatever limits the whole before it, which its number tells:
    "of the 184 people who fell ill were nurses, and ..."."""
    phrases = passage.lexicon.phrases
    verbs = [verb.end() for verb in phrases["is-part"].found_in(clause) if verb.start() > at]
    second = next((verb.start() for verb in phrases["second-verb"].found_in(clause)), len(clause))
    last = max((verb for verb in verbs if verb <= second), default=None)
    return "" if last is None else clause[last:second]


def _without_verb(before: str, behind: str, passage: Passage) -> str:
    """The words before a share "of" something without the verb next to it ("schools get 27 percent of")."""
    words = _unhedged(before, passage)
    if not passage.lexicon.phrases["share-sign"].match(behind[1:].lstrip()):
        return words
    tied = passage.lexicon.signs["composition"].ends(words) or passage.lexicon.phrases["tie-verb"].ends(words)
    return words if tied or " " not in words else words.rpartition(" ")[0]


def _unhedged(clause: str, passage: Passage) -> str:
    """Words without those that hedge the share behind them ("more than half")."""
    return unhedged(f" {words_in(clause)}", passage.lexicon).strip()


def _clause(passage: Passage, at: int) -> tuple[int, int]:
    """The stretch around a share up to the next comma, colon or semicolon on each side."""
    start, end = passage.sentence(at)
    low = passage.skeleton.low
    for match in CLAUSE.finditer(low, start, at):
        start = match.end()
    stop = CLAUSE.search(low, at, end)
    return start, stop.start() if stop else end
