"""Ordinals, and the numbers that are refused because they state nothing that could be compared."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence, Set

from claimcheck.extract.drafts import OrdinalDraft, RefusedDraft
from claimcheck.extract.refusals.lexicon import Ordinals, RefusalLexicon, compile_refusals
from claimcheck.extract.refusals.ordinals import find_ordinals
from claimcheck.extract.refusals.shapes import find_shape
from claimcheck.extract.telling import has_digit, words_in

__all__ = ["Ordinals", "RefusalLexicon", "compile_refusals", "scan_refusals"]


def scan_refusals(
    text: str, taken: Sequence[tuple[int, int]], lexicon: RefusalLexicon, known: Set[str] | None = None
) -> tuple[list[OrdinalDraft], list[RefusedDraft]]:
    """The ordinals and the refused numbers of one block, in order, clear of the spans that are already taken.

    `known` are the words of the text (`telling.words_in`), for whoever has them at hand.
    """
    words = words_in(text) if known is None else known
    spans = sorted(taken)
    refused: list[RefusedDraft] = []
    if has_digit(text):
        for shape, refusals in lexicon.refusals.items():
            for refusal in refusals:
                for start, end in find_shape(shape, text, words, refusal):
                    if _is_free(start, end, spans):
                        insort(spans, (start, end))
                        refused.append(RefusedDraft(start, end, refusal.reason))
    ordinals: list[OrdinalDraft] = []
    if lexicon.ordinals is not None:
        drafts = find_ordinals(text, lexicon.ordinals, words)
        ordinals = [draft for draft in drafts if _is_free(draft.start, draft.end, spans)]
    return ordinals, sorted(refused, key=lambda draft: draft.start)


def _is_free(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch meets none of the spans, which are sorted and do not overlap."""
    at = bisect_left(spans, (end, end))
    return at == 0 or spans[at - 1][1] <= start
