"""The words about ranks of one language, compiled for scanning, and the ordinals that they stand beside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimcheck.extract.drafts import BlockDrafts, OrdinalDraft
from claimcheck.extract.parts import Parts
from claimcheck.extract.ranking.names import Names
from claimcheck.extract.refusals import Ordinals, compile_refusals
from claimcheck.extract.tokens import split_sentences
from claimcheck.model.letters import any_of
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.grammar import GrammarClass
from claimcheck.packs.schema.ranking import RankingRole, RankingSpec

_AT_END, _AT_PLACE = r"(?i)(?<!\w)(?:{{}})(?: (?:{articles}))?\s*$", r"(?i)[\s-]*(?:{})(?!\w)"
_LONGEST = 40  # characters of a word of a part, with an article


@dataclass(frozen=True)
class RankingWords(Parts[RankingRole]):
    """The words of one kind by their part, and the names of scopes; names, articles: as those of the language are."""

    named: Mapping[str, Sequence[str]] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    articles: Sequence[str] = ()

    def ends(self, role: RankingRole, text: str, end: int | None = None) -> re.Match[str] | None:
        """The word of the part that a text ends with, or a stretch of it up to `end`, articles aside."""
        end = len(text) if end is None else end
        return self.pattern(self._at_end, role).search(text, max(0, end - _LONGEST), end)

    def follows(self, role: RankingRole, text: str, at: int) -> re.Match[str] | None:
        """The word of the part that stands at a place, after a space."""
        return self.pattern(_AT_PLACE, role).match(text, at)

    def leads_to(self, role: RankingRole, between: str) -> bool:
        """Whether nothing but a word of the part, if anything, stands between two words."""
        return not between.strip() or self.find(role).fullmatch(between.strip()) is not None

    @cached_property
    def _at_end(self) -> str:
        return _AT_END.format(articles=any_of(self.articles))

    @cached_property
    def scopes(self) -> dict[str, re.Pattern[str]]:
        """What finds the words of each scope anywhere."""
        named = Parts(self.named)
        return {name: named.find(name) for name in self.named}


@dataclass(frozen=True, slots=True)
class RankingLexicon:
    """The words of one language; ordinals: None where it has none."""

    kinds: dict[str, RankingWords]
    names: Names
    ordinals: Ordinals | None
    abbreviations: frozenset[str] = frozenset()

    def sentences(self, text: str) -> Sequence[tuple[int, int]]:
        """Where the sentences of a text start and end."""
        return split_sentences(text, self.abbreviations)

    def of(self, kind: str) -> RankingWords:
        """The words of one kind; none for a language without them."""
        return self.kinds.get(kind, _EMPTY)


@dataclass(frozen=True, slots=True)
class Rank:
    """An ordinal as it stands in a block."""

    start: int
    end: int
    value: int


_EMPTY = RankingWords()


def compile_ranking(packs: Packs, language: str) -> RankingLexicon:
    """The lexicon of one language; an unknown language gives one that finds nothing."""
    classes = {entry.id: entry.words for entry in packs.select(GrammarClass, language)}
    names = Names(classes.get("name-joint", ()), classes.get("name-link", ()))
    articles = classes.get("article", ())
    return RankingLexicon(
        kinds={
            spec.kind: RankingWords(spec.words, named=spec.scopes, names=names, articles=articles)
            for spec in packs.select(RankingSpec, language)
        },
        names=names,
        ordinals=compile_refusals(packs, language).ordinals,
        abbreviations=frozenset(classes.get("abbreviation", ())),
    )


def ordinals_in(text: str, start: int, end: int, lexicon: RankingLexicon) -> list[Rank]:
    """All ordinals of a stretch of text, be they places in a ranking or not."""
    known = lexicon.ordinals
    if known is None:
        return []
    return [
        Rank(match.start(), match.end(), known.value_of(match)) for match in known.regex.finditer(text, start, end)
    ]


def draft_of(rank: Rank, block: BlockDrafts) -> OrdinalDraft:
    """The ordinal as a draft of its block, which is added where the block has none there."""
    return block.add_ordinal(OrdinalDraft(rank.start, rank.end, rank.value))
