"""The words about ranks of one language, compiled for scanning, and the ordinals that they stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimcheck.extract.drafts import BlockDrafts, OrdinalDraft
from claimcheck.extract.refusals import Ordinals, compile_refusals
from claimcheck.packs.collection import Packs
from claimcheck.packs.schema.ranking import RankingRole, RankingSpec

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class RankingWords:
    """The words of one kind by their part: `within` finds them anywhere, `before` at the end of a text, `after` at a
    place; `scopes` are the patterns of the names of scopes."""

    within: dict[RankingRole, re.Pattern[str]] = field(default_factory=dict)
    before: dict[RankingRole, re.Pattern[str]] = field(default_factory=dict)
    after: dict[RankingRole, re.Pattern[str]] = field(default_factory=dict)
    scopes: dict[str, re.Pattern[str]] = field(default_factory=dict)

    def find(self, role: RankingRole) -> re.Pattern[str]:
        """Finds a word of the part anywhere."""
        return self.within.get(role, _NEVER)

    def ends(self, role: RankingRole, text: str) -> re.Match[str] | None:
        """The word of the part that a text ends with, articles aside."""
        return self.before.get(role, _NEVER).search(text, max(0, len(text) - 40))

    def follows(self, role: RankingRole, text: str, at: int) -> re.Match[str] | None:
        """The word of the part that stands at a place, after a space."""
        return self.after.get(role, _NEVER).match(text, at)


@dataclass(frozen=True, slots=True)
class RankingLexicon:
    """The words of one language; ordinals: None where it has none."""

    kinds: dict[str, RankingWords]
    ordinals: Ordinals | None

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
    return RankingLexicon(
        kinds={spec.kind: _compile(spec) for spec in packs.select(RankingSpec, language)},
        ordinals=compile_refusals(packs, language).ordinals,
    )


def ordinals_in(text: str, start: int, end: int, lexicon: RankingLexicon) -> list[Rank]:
    """All ordinals of a stretch of text, be they places in a ranking or not."""
    known = lexicon.ordinals
    if known is None:
        return []
    return [
        Rank(match.start(), match.end(), known.words[match["word"].lower()] if match["word"] else int(match["digits"]))
        for match in known.regex.finditer(text, start, end)
    ]


def draft_of(rank: Rank, block: BlockDrafts) -> OrdinalDraft:
    """The ordinal as a draft of its block, which is added where the block has none there."""
    for draft in block.ordinals:
        if draft.start == rank.start:
            return draft
    draft = OrdinalDraft(rank.start, rank.end, rank.value)
    block.ordinals.append(draft)
    return draft


def _compile(spec: RankingSpec) -> RankingWords:
    options = {role: _either(words) for role, words in spec.words.items()}
    return RankingWords(
        within={role: re.compile(rf"(?i)(?<!\w)(?:{either})(?!\w)") for role, either in options.items()},
        before={role: re.compile(rf"(?i)(?<!\w)(?:{either})(?: the)?\s*$") for role, either in options.items()},
        after={role: re.compile(rf"(?i)[\s-]*(?:{either})(?!\w)") for role, either in options.items()},
        scopes={name: re.compile(rf"(?i)(?<!\w)(?:{_either(words)})(?!\w)") for name, words in spec.scopes.items()},
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
