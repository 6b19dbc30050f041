"""Knows what a quantity can start with, so that a scan passes over all other words at a glance."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from claimcheck.extract.quantities.cut import Cut, words_of

MINUS_SIGNS = frozenset("-−–")
VULGAR = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞")


@dataclass(frozen=True, slots=True)
class Starts:
    """first: words and signs that may start a quantity; certain: those that may whatever follows; second: what may
    follow the others, beside digits; after_article: what may follow each article ("a third", "A$5").
    """

    first: frozenset[str]
    certain: frozenset[str]
    second: frozenset[str]
    after_article: Mapping[str, frozenset[str]]

    def candidates(self, cut: Cut) -> Iterator[int]:
        """The tokens that a quantity can start at, by a quick look at them and at the next one."""
        first, kind, taken = self.first, cut.kind, cut.taken
        for at in [at for at, word in enumerate(cut.low) if word in first or kind[at] == "n"]:
            if not taken[at] and (kind[at] == "n" or self._may_open(cut, at, cut.low[at])):
                yield at

    def _may_open(self, cut: Cut, at: int, word: str) -> bool:
        after = at + 1
        if after == len(cut.low):
            return word in self.certain
        following = cut.low[after]
        if word in self.after_article:
            return following in self.after_article[word]
        return word in self.certain or cut.kind[after] == "n" or following in self.second


def compile_starts(
    numerals: Collection[str], articles: Collection[str], signs: Collection[str], money: Collection[str]
) -> Starts:
    """What quantities start with.

    numerals: number words, and all words that act as one; articles: those before a number word; signs: signs and codes
    of currencies; money: names of currencies.
    """
    cut = [words_of(phrase) for phrase in {*numerals, *signs}]
    articles = frozenset(articles)
    written = frozenset(words_of(word)[0] for word in numerals) | VULGAR
    further = frozenset(word for phrase in signs for word in words_of(phrase)) | frozenset(money)
    opens = frozenset(words_of(phrase)[0] for phrase in signs) | frozenset(money) | MINUS_SIGNS
    follows = {
        article: written | frozenset(phrase[1] for phrase in cut if len(phrase) > 1 and phrase[0] == article)
        for article in articles
    }
    return Starts(opens | written | articles, written - articles, written | further | MINUS_SIGNS | articles, follows)
